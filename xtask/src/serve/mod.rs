//! A web server for working on the calculator: it builds, serves, watches, rebuilds and reloads.

mod watch;

use std::net::Ipv4Addr;
use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_livereload::{LiveReloadLayer, Reloader};
use xtask::build;
use xtask::project::Project;

use self::watch::Watch;

/// How many ports are tried, from the one asked for upwards.
const PORTS: u16 = 20;

/// Serves `dist/` until it is stopped.
pub fn serve(project: &Project, port: u16) -> anyhow::Result<()> {
    let out = project.path("dist");
    // Before the build, so that no change made during it is missed.
    let watch = Watch::start(project)?;
    rebuild(project, &out);

    let livereload = LiveReloadLayer::new();
    let reloader = livereload.reloader();
    let app = app(&out, &project.path("docs/gallery")).layer(livereload);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the server")?;
    let listener = runtime.block_on(listen(port))?;
    let address = listener.local_addr()?;
    println!("serving http://{address}/ and every state of every part at http://{address}/gallery/ (stop with Ctrl+C)");

    let project = project.clone();
    std::thread::spawn(move || rebuild_on_change(&project, &out, &watch, &reloader));
    runtime.block_on(async { axum::serve(listener, app).await }).context("the server stopped")
}

/// The files, never cached: names that stay the same must not keep an old build alive.
fn app(folder: &Path, gallery: &Path) -> Router {
    let never = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Router::new().nest_service("/gallery", ServeDir::new(gallery)).fallback_service(ServeDir::new(folder)).layer(never)
}

/// The first free port from `first` on.
async fn listen(first: u16) -> anyhow::Result<TcpListener> {
    let last = first.saturating_add(PORTS - 1);
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => eprintln!("port {port}: {error}"),
        }
    }
    anyhow::bail!("no free port from {first} to {last}")
}

fn rebuild_on_change(project: &Project, out: &Path, watch: &Watch, reloader: &Reloader) {
    while watch.wait() {
        if rebuild(project, out) {
            reloader.reload();
        }
    }
    eprintln!("error: watching for changes has ended; start again to go on");
}

/// Says whether there is a new build; if not, the last one stays.
fn rebuild(project: &Project, out: &Path) -> bool {
    let start = Instant::now();
    match build::quick(project, Vec::new(), out.to_path_buf()) {
        Ok(_) => {
            println!("built in {:.1} s", start.elapsed().as_secs_f64());
            true
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            eprintln!("the last build that worked stays; waiting for a change");
            false
        }
    }
}
