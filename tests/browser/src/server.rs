//! A web server in this process: a build at `/`, and at `/for-all/` with a header that lets every origin read it; the
//! tests' own pages at `/pages/`, and at `/isolated/` with a header that lets nothing in that does not agree to it; what the
//! README says to copy at `/ways/`; an app that a bundler made at `/bundled/`; other people's scripts at `/npm/`.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use axum::Router;
use axum::extract::Path;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, HeaderName};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeader;

use crate::readme;

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

/// An app with the npm package in it, which `cargo xtask test --only package` makes.
fn bundled() -> PathBuf {
    let usual = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bundler/app");
    env::var_os("CC_BUNDLED").map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

/// The page of a way in, as somebody makes it who copies from the README.
async fn way(Path(name): Path<String>) -> Result<Html<String>, (StatusCode, String)> {
    readme::page(&name).map(Html).map_err(|error| (StatusCode::NOT_FOUND, format!("{error:#}")))
}

/// The tests' own pages for a page that is isolated from all others.
fn isolated(pages: &std::path::Path) -> SetResponseHeader<ServeDir, HeaderValue> {
    let policy = HeaderName::from_static("cross-origin-embedder-policy");
    SetResponseHeader::overriding(ServeDir::new(pages), policy, HeaderValue::from_static("require-corp"))
}

/// The server; it ends when dropped.
pub struct Server {
    address: String,
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
        let router = Router::new()
            // Browsers ask for one of their own accord.
            .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
            .nest_service("/isolated", isolated(&pages))
            .nest_service("/pages", ServeDir::new(pages))
            .route("/ways/{name}", get(way))
            .nest_service("/bundled", ServeDir::new(bundled()))
            .nest_service("/npm", ServeDir::new(npm()))
            .nest_service("/for-all", allowed)
            .fallback_service(ServeDir::new(build.folder()?));
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port for the test server")?;
        let address = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                eprintln!("the test server stopped: {error}");
            }
        });
        Ok(Self { address, task })
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
