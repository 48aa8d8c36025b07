//! How other people's servers and policies treat the files: under `/policy/NAME/` with a content policy, under
//! `/broken/HOW/` with the wasm, the style or the glue spoilt on its way.

use std::path::PathBuf;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Content policies by name: the strictest under which everything works, the same without leave for WebAssembly, and one
/// that lets nothing of ours run.
const POLICIES: [(&str, &str); 3] = [
    (
        "strict",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
         img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    (
        "no-wasm",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self'",
    ),
    ("no-script", "default-src 'none'; style-src 'self'; img-src 'self'"),
];

/// The files of a build, and the tests' pages beside them, as such servers give them.
pub fn routes(build: PathBuf, pages: PathBuf) -> Router {
    let files = || Router::new().nest_service("/pages", ServeDir::new(&pages)).fallback_service(ServeDir::new(&build));
    let mut router = Router::new().nest("/broken/{what}/{how}", files().layer(from_fn(spoil)));
    for (name, policy) in POLICIES {
        let header = SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        router = router.nest(&format!("/policy/{name}"), files().layer(header));
    }
    router
}

/// Spoils the files of a kind whose names hold a hash: those that the loader asks for.
async fn spoil(Path((what, how)): Path<(String, String)>, request: Request, next: Next) -> Response {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    if !(name.starts_with("casualty-calculator-") && name.ends_with(&format!(".{what}"))) {
        return next.run(request).await;
    }
    match how.as_str() {
        "missing" => StatusCode::NOT_FOUND.into_response(),
        "a-page" => ([(CONTENT_TYPE, "text/html")], "<!doctype html><title>Not here</title>").into_response(),
        "cut" => {
            let (parts, body) = next.run(request).await.into_parts();
            match axum::body::to_bytes(body, usize::MAX).await {
                // A whole answer of half the file.
                Ok(bytes) => ([(CONTENT_TYPE, parts.headers[CONTENT_TYPE].clone())], bytes.slice(..bytes.len() / 2))
                    .into_response(),
                Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
            }
        }
        "silent" => std::future::pending().await,
        "reset" => Body::from_stream(futures_util::stream::iter([
            Ok(vec![0; 16]),
            Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset)),
        ]))
        .into_response(),
        other => (StatusCode::BAD_REQUEST, format!("no such way to spoil a file: {other}")).into_response(),
    }
}
