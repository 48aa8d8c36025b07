//! The pages and their files, compressed once as a web server has them, and an origin for each visit that no browser has
//! seen: so nothing of an earlier visit is kept for it, neither files nor compiled code.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU16, Ordering};

use anyhow::{Context, ensure};
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use brotli::enc::BrotliEncoderParams;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;
use walkdir::WalkDir;

use crate::candidate::{OURS, WITH_FALLBACK};

/// What is around our element: the same as around the peers.
const PAGE: &str = include_str!("../peers/index.html");

/// In the place of what the peers load, of their place and of what stands in it.
const PEERS_OWN: [&str; 2] = [
    "  <link rel=\"stylesheet\" href=\"/job/story.css\">\n  <script type=\"module\" src=\"/PEER/main\"></script>\n",
    "<section class=\"casualties\">\n    <p>About 1,000 killed and 3,000 wounded of about 11,000, as reported on 22 January 2025.</p>\n  </section>",
];

/// What readers see in the element until it runs.
const FIGURES: &str = "<p>About 1,000 killed and 3,000 wounded of about 11,000, as reported on 22 January 2025.</p>";

/// How many claims the made datasets have.
pub const CLAIMS: [usize; 4] = [5, 200, 1_000, 2_000];

/// How many calculators stand in the page of many.
pub const MANY: usize = 50;

/// The files of all pages.
pub struct Site {
    /// Removed when this is dropped.
    _folder: TempDir,
    router: Router,
    origins: AtomicU16,
}

impl Site {
    /// Puts the built calculator and the built peers side by side.
    ///
    /// # Errors
    /// Where a file is missing, or the pages are others than expected.
    pub fn new(dist: &Path, peers: &Path, dataset: &Path) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("a folder for the pages")?;
        let site = folder.path();
        copy(peers, site, |_| true)?;
        // Our own pages, their data and the builder are large, and no page here asks for them.
        let asked = |path: &Path| {
            !path.starts_with("builder") && path.extension().is_some_and(|kind| kind != "html" && kind != "json")
        };
        copy(dist, &site.join("calculator"), asked)?;
        let text = fs::read_to_string(dataset).with_context(|| dataset.display().to_string())?;
        let data: Value = serde_json::from_str(&text).with_context(|| dataset.display().to_string())?;
        for count in CLAIMS {
            write(&site.join(format!("claims/{count}.json")), &with_claims(&data, count)?.to_string())?;
        }
        let fallback = dist.join("fallback.html");
        let fallback = fs::read_to_string(&fallback).with_context(|| fallback.display().to_string())?;
        let style = "  <link rel=\"stylesheet\" href=\"/calculator/fallback.css\">\n";
        let write_page = |path: String, head: &str, content: &str| -> anyhow::Result<()> {
            write(&site.join(path.trim_matches(['/', '?'])), &page(head, content)?)
        };
        write_page(WITH_FALLBACK.page(None), style, &element("", &fallback))?;
        write_page(OURS.page(None), "", &element("", FIGURES))?;
        for claims in CLAIMS {
            let src = format!(" src=\"/claims/{claims}.json\"");
            write_page(OURS.page(Some(claims)), "", &element(&src, FIGURES))?;
        }
        // Those out of sight would wait until a reader comes near them.
        write_page(OURS.page_of_many(MANY), "", &element(" loading=\"eager\"", FIGURES).repeat(MANY))?;
        write(&site.join("empty.html"), "<!doctype html><title>Nothing</title>")?;
        let soak = site.join("soak/index.html");
        let html = fs::read_to_string(&soak).with_context(|| soak.display().to_string())?;
        let loader = "<script type=\"module\" src=\"/calculator/casualty-calculator.js\"></script></head>";
        write(&soak, &html.replace("</head>", loader))?;
        compress(site)?;
        let router = Router::new()
            // Browsers ask for one of their own accord.
            .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
            .fallback_service(ServeDir::new(site).precompressed_br());
        Ok(Self { _folder: folder, router, origins: AtomicU16::new(0) })
    }

    /// An address of this machine that no visit had.
    ///
    /// # Errors
    /// Where the system refuses it.
    pub async fn origin(&self) -> anyhow::Result<Origin> {
        let number = self.origins.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let host = Ipv4Addr::new(127, 77, number[0], number[1]);
        let listener = TcpListener::bind((host, 0)).await.with_context(|| format!("listening at {host}"))?;
        let address = format!("http://{}", listener.local_addr()?);
        let router = self.router.clone();
        let task = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                eprintln!("the server at {host} stopped: {error}");
            }
        });
        Ok(Origin { address, task })
    }
}

/// An origin that is served; it ends when dropped.
pub struct Origin {
    address: String,
    task: JoinHandle<()>,
}

impl Origin {
    /// The address of a path, which starts with a slash.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn element(attributes: &str, content: &str) -> String {
    format!("<casualty-calculator lang=\"en\"{attributes}>{content}</casualty-calculator>")
}

fn page(head: &str, content: &str) -> anyhow::Result<String> {
    let [loads, place] = PEERS_OWN;
    ensure!(PAGE.contains(loads) && PAGE.contains(place), "the peers' page is another: {PAGE}");
    let script = "  <script type=\"module\" src=\"/calculator/casualty-calculator.js\"></script>\n";
    Ok(PAGE.replace(loads, &format!("{head}{script}")).replace(place, content).replace("PEER", "the calculator"))
}

/// The dataset in one language with so many claims, each of which differs.
fn with_claims(data: &Value, count: usize) -> anyhow::Result<Value> {
    let mut data = data.clone();
    data.as_object_mut().context("the dataset is no object")?.remove("translations");
    let claims = data["claims"].as_array_mut().context("the dataset has no claims")?;
    let second = claims.get(1).context("the dataset has no second claim")?.clone();
    for number in claims.len()..count {
        let mut claim = second.clone();
        let fields = claim.as_object_mut().context("a claim is no object")?;
        fields.insert("id".into(), format!("claim-{number}").into());
        fields.insert("killed".into(), json!({"about": 300 + number * 5}));
        let hedge = if number % 3 == 0 { "over" } else { "about" };
        fields.insert("casualties".into(), json!({hedge: 1_000 + number * 20}));
        fields.remove("groups");
        fields.remove("stated");
        if number % 2 == 1 {
            fields.remove("deployed");
        }
        claims.push(claim);
    }
    Ok(data)
}

fn copy(from: &Path, to: &Path, asked: impl Fn(&Path) -> bool) -> anyhow::Result<()> {
    for file in files(from)? {
        let path = file.strip_prefix(from)?;
        if !asked(path) {
            continue;
        }
        let target = to.join(path);
        let parent = target.parent().context("a file without a folder")?;
        fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        fs::copy(&file, &target).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| folder.display().to_string())?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let parent = path.parent().context("a file without a folder")?;
    fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
    fs::write(path, text).with_context(|| path.display().to_string())
}

/// What a server sends to browsers that take brotli, at the quality of files that are compressed once.
fn compress(site: &Path) -> anyhow::Result<()> {
    let parameters = BrotliEncoderParams { quality: 11, ..Default::default() };
    for file in files(site)? {
        let content = fs::read(&file).with_context(|| file.display().to_string())?;
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut content.as_slice(), &mut compressed, &parameters)
            .with_context(|| format!("compressing {}", file.display()))?;
        let mut name = file.into_os_string();
        name.push(".br");
        fs::write(&name, compressed).with_context(|| format!("{}", name.display()))?;
    }
    Ok(())
}
