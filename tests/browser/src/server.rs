//! A web server in this process: a build at `/`, at `/for-all/` with a header that lets every origin read it, and at
//! `/alone/` with one that lets it ask nothing of other hosts; the tests' own pages at `/pages/`, and at `/isolated/` with a
//! header that lets nothing in that does not agree to it; what the documents say to copy at `/ways/`; an app that a bundler
//! made at `/bundled/`; pages of four frameworks at `/frameworks/`; the gallery at `/gallery/`; other people's scripts at
//! `/npm/`; what a test unpacked at `/unpacked/`. Every page that is shown runs the recorder first.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, ensure};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{self, Request};
use axum::http::header::{ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeader;

use crate::{hosts, snippets};

/// Which build a test looks at.
#[derive(Clone, Copy, Debug)]
pub enum Build {
    /// What is released.
    Released,
    /// An ordinary one that counts how often its components are drawn.
    Counting,
}

impl Build {
    /// Where it is.
    ///
    /// # Errors
    /// Where there is none.
    pub fn folder(self) -> anyhow::Result<PathBuf> {
        let workspace = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let (variable, usual) = match self {
            Self::Released => ("CC_DIST", "dist"),
            Self::Counting => ("CC_ORDINARY_DIST", "target/ordinary-dist"),
        };
        let folder = env::var_os(variable).map_or_else(|| workspace.join(usual), PathBuf::from);
        ensure!(
            folder.join("manifest.json").is_file(),
            "no build in {} ({variable}): run `cargo xtask test`",
            folder.display()
        );
        Ok(folder)
    }
}

/// Other people's scripts, which pages of ours are tested with.
fn npm() -> PathBuf {
    let usual = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/npm/node_modules");
    env::var_os("CC_NPM").map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

/// Every part of the calculator in every state.
const GALLERY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/gallery");

/// A script that runs in every page before its own.
const RECORDER: (&str, &str) = ("/recorder.js", include_str!("recorder.js"));

/// What the server refuses: by parts of paths.
#[derive(Clone, Default)]
pub struct Refusals(Arc<Mutex<Refused>>);

#[derive(Default)]
struct Refused {
    now: Vec<String>,
    ever: Vec<String>,
}

impl Refusals {
    /// Refuses from now on whatever has one of these in its path, stars aside, and nothing else.
    pub fn set(&self, parts: &[&str]) {
        let mut refused = self.lock();
        refused.now = parts.iter().map(|part| part.trim_matches('*').to_owned()).collect();
        let now = refused.now.clone();
        refused.ever.extend(now);
    }

    /// Whether a message of the browser is about something that was refused.
    pub fn explain(&self, message: &str) -> bool {
        self.lock().ever.iter().any(|part| message.contains(part))
    }

    fn concern(&self, path: &str) -> bool {
        self.lock().now.iter().any(|part| path.contains(part))
    }

    fn lock(&self) -> MutexGuard<'_, Refused> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An app with the npm package in it, which `cargo xtask test --only package` makes.
fn bundled() -> PathBuf {
    let usual = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bundler/app");
    env::var_os("CC_BUNDLED").map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

/// Pages of frameworks with that package in them, which the same step makes.
fn frameworks() -> PathBuf {
    let usual = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/frameworks/built");
    env::var_os("CC_FRAMEWORKS").map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

/// The page of a way in, as somebody makes it who copies from the documents.
async fn way(extract::Path(name): extract::Path<String>) -> Result<Html<String>, (StatusCode, String)> {
    snippets::page(&name).map(Html).map_err(|error| (StatusCode::NOT_FOUND, format!("{error:#}")))
}

/// The tests' own pages for a page that is isolated from all others.
fn isolated(pages: &Path) -> SetResponseHeader<ServeDir, HeaderValue> {
    let policy = HeaderName::from_static("cross-origin-embedder-policy");
    SetResponseHeader::overriding(ServeDir::new(pages), policy, HeaderValue::from_static("require-corp"))
}

/// The server; it ends when dropped.
pub struct Server {
    address: String,
    unpacked: TempDir,
    refusals: Refusals,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves a build on a free port.
    ///
    /// # Errors
    /// Where the build is missing or no port is free.
    pub async fn start(build: Build) -> anyhow::Result<Self> {
        let pages = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        // A page of no origin may read only what is there for all.
        let allowed = SetResponseHeader::overriding(
            ServeDir::new(build.folder()?),
            ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
        // Whatever such a page asks of another host is refused by the browser, and an error that the recorder notes.
        let alone = SetResponseHeader::overriding(
            ServeDir::new(build.folder()?),
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'self' 'wasm-unsafe-eval' data:"),
        );
        let unpacked = tempfile::tempdir().context("a folder for what is unpacked")?;
        let refusals = Refusals::default();
        let refused = refusals.clone();
        let router = Router::new()
            // Browsers ask for one of their own accord.
            .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
            .nest_service("/isolated", isolated(&pages))
            .nest_service("/pages", ServeDir::new(&pages))
            .nest_service("/gallery", ServeDir::new(GALLERY))
            .merge(hosts::routes(build.folder()?, pages))
            .route("/ways/{name}", get(way))
            .nest_service("/bundled", ServeDir::new(bundled()))
            .nest_service("/frameworks", ServeDir::new(frameworks()))
            .nest_service("/npm", ServeDir::new(npm()))
            .nest_service("/unpacked", ServeDir::new(unpacked.path()))
            .nest_service("/for-all", allowed)
            .nest_service("/alone", alone)
            .fallback_service(ServeDir::new(build.folder()?))
            .route(RECORDER.0, get(recorder))
            .layer(from_fn(move |request: Request, next: Next| {
                let refused = refused.concern(request.uri().path());
                async move {
                    if refused {
                        StatusCode::SERVICE_UNAVAILABLE.into_response()
                    } else {
                        recorded(request, next).await
                    }
                }
            }));
        let listener = listen().await.context("no free port for the test server")?;
        let address = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                eprintln!("the test server stopped: {error}");
            }
        });
        Ok(Self { address, unpacked, refusals, task })
    }

    /// What it refuses, to be changed while it runs.
    pub fn refusals(&self) -> Refusals {
        self.refusals.clone()
    }

    /// The folder that it serves at `/unpacked/`, empty at first.
    pub fn unpacked(&self) -> &Path {
        self.unpacked.path()
    }

    /// The address of a path, which starts with a slash.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Listens at a port that no server of this run had: what a browser keeps of an origin, it must not find again.
async fn listen() -> std::io::Result<TcpListener> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        if HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return Ok(listener);
        }
    }
}

/// The script, also for frames without an origin in pages that are isolated.
async fn recorder() -> impl IntoResponse {
    let everywhere = (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    ([(CONTENT_TYPE, "text/javascript"), everywhere], RECORDER.1)
}

/// Puts the recorder into a page that a browser is about to show; what scripts fetch stays as it is. A script of its own
/// and not an inline one, so that a strict policy lets it pass.
async fn recorded(request: Request, next: Next) -> Response {
    let starts = |headers: &HeaderMap, name, text: &str| {
        headers.get(name).is_some_and(|value| value.as_bytes().starts_with(text.as_bytes()))
    };
    let shown = starts(request.headers(), ACCEPT, "text/html");
    let response = next.run(request).await;
    if !shown || !starts(response.headers(), CONTENT_TYPE, "text/html") {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let page = match to_bytes(body, usize::MAX).await {
        Ok(page) => String::from_utf8_lossy(&page).into_owned(),
        Err(error) => return (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    };
    // After the document type, where the parser makes a head for it that the page's own then joins.
    let at = page.find('>').map_or(0, |end| end + 1);
    head.headers.remove(CONTENT_LENGTH);
    let page = format!("{}<script src=\"{}\"></script>{}", &page[..at], RECORDER.0, &page[at..]);
    Response::from_parts(head, Body::from(page))
}
