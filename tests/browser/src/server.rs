//! A web server in this process: a build at `/`, and at `/for-all/` with a header that lets every origin read it; the
//! tests' own pages at `/pages/`, other people's scripts at `/npm/`.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use axum::Router;
use axum::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use axum::http::{HeaderValue, StatusCode};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeader;

use crate::hosts;

/// Which build a test looks at.
#[derive(Clone, Copy, Debug)]
pub enum Build {
    /// What is released.
    Released,
    /// An ordinary one that counts how often its components are drawn.
    Counting,
}

impl Build {
    fn folder(self) -> anyhow::Result<PathBuf> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
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
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        // A page of no origin may read only what is there for all.
        let allowed = SetResponseHeader::overriding(
            ServeDir::new(build.folder()?),
            ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
        let router = Router::new()
            // Browsers ask for one of their own accord.
            .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
            .nest_service("/pages", ServeDir::new(&pages))
            .merge(hosts::routes(build.folder()?, pages))
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
