//! The settings for web servers: without these headers, readers get old figures, or pages elsewhere get none.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, bail, ensure};
use browser_tests::page::visit;
use browser_tests::server::{Build, Server};
use browser_tests::skip::only_in_chromium;
use browser_tests::tests;
use browser_tests::web_server::{Program, WebServer};
use reqwest::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

tests! {
    every_kind_of_file_has_its_headers,
    what_readers_wait_for_is_compressed,
    a_file_that_is_not_there_is_not_missed_for_a_year,
    hosts_that_read_a_file_send_the_same,
    an_isolated_page_of_another_origin_shows_the_frame,
    an_isolated_page_does_not_show_the_frame_without_the_headers,
}

const PROGRAMS: [Program; 2] = [Program::Nginx, Program::Caddy];

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const SHORT: &str = "public, max-age=300";

/// A kind of file: one of it, its type, how long it is kept, and what it asks of the pages that it loads.
struct Kind {
    path: String,
    content_type: &'static str,
    caching: &'static str,
    isolation: &'static str,
}

/// Each kind of file that a build has; the ones with hashes in their names as the manifest gives them.
fn kinds() -> anyhow::Result<Vec<Kind>> {
    let manifest = fs::read_to_string(Build::Released.folder()?.join("manifest.json"))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    let files = manifest["files"].as_array().context("the manifest has no files")?;
    let mut kinds = Vec::new();
    for (role, content_type) in [
        ("glue", "text/javascript"),
        ("wasm", "application/wasm"),
        ("lazy-wasm", "application/wasm"),
        ("style", "text/css"),
    ] {
        let file = files.iter().find(|file| file["role"] == role).with_context(|| format!("no {role} is built"))?;
        let path = file["path"].as_str().unwrap_or_default().to_owned();
        kinds.push(Kind { path, content_type, caching: FOR_EVER, isolation: "" });
    }
    for (path, content_type, isolation) in [
        ("casualty-calculator.js", "text/javascript", ""),
        ("upgrade.js", "text/javascript", ""),
        ("pasted.css", "text/css", ""),
        ("index.html", "text/html", ""),
        ("embed.html", "text/html", "require-corp"),
        ("data/kursk-january-2025.json", "application/json", ""),
        ("manifest.json", "application/json", ""),
    ] {
        kinds.push(Kind { path: path.to_owned(), content_type, caching: SHORT, isolation });
    }
    Ok(kinds)
}

fn header(headers: &HeaderMap, name: &str) -> String {
    let values = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    values.collect::<Vec<_>>().join(" | ")
}

async fn every_kind_of_file_has_its_headers() -> anyhow::Result<()> {
    let client = Client::new();
    for program in PROGRAMS {
        let server = WebServer::start(program, Build::Released).await?;
        for folder in ["/calculator", "/calculator/2025-01"] {
            for Kind { path, content_type, caching, isolation } in kinds()? {
                let answer = client.get(server.address(&format!("{folder}/{path}"))).send().await?;
                let what = format!("{program:?}: {folder}/{path}");
                assert_eq!(answer.status(), StatusCode::OK, "{what}");
                let headers = answer.headers();
                let kind = header(headers, CONTENT_TYPE.as_str());
                assert_eq!(kind.split(';').next(), Some(content_type), "{what}");
                assert_eq!(header(headers, CACHE_CONTROL.as_str()), caching, "{what}");
                assert_eq!(header(headers, "access-control-allow-origin"), "*", "{what}");
                assert_eq!(header(headers, "cross-origin-resource-policy"), "cross-origin", "{what}");
                assert_eq!(header(headers, "cross-origin-embedder-policy"), isolation, "{what}");
                assert!(!header(headers, "etag").is_empty(), "{what}: nothing to ask anew with");
            }
        }
    }
    Ok(())
}

async fn what_readers_wait_for_is_compressed() -> anyhow::Result<()> {
    let client = Client::new();
    for program in PROGRAMS {
        let server = WebServer::start(program, Build::Released).await?;
        for Kind { path, .. } in kinds()? {
            let whole = Build::Released.folder()?.join(&path).metadata()?.len();
            // Too small to gain by it.
            if whole < 1024 {
                continue;
            }
            let address = server.address(&format!("/calculator/{path}"));
            let answer = client.get(address).header(ACCEPT_ENCODING, "gzip").send().await?;
            assert_eq!(header(answer.headers(), CONTENT_ENCODING.as_str()), "gzip", "{program:?}: {path}");
            assert!((answer.bytes().await?.len() as u64) < whole * 2 / 3, "{program:?}: {path}");
        }
    }
    Ok(())
}

async fn a_file_that_is_not_there_is_not_missed_for_a_year() -> anyhow::Result<()> {
    let client = Client::new();
    for program in PROGRAMS {
        let server = WebServer::start(program, Build::Released).await?;
        let answer = client.get(server.address("/calculator/casualty-calculator-00000000.wasm")).send().await?;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{program:?}");
        let caching = header(answer.headers(), CACHE_CONTROL.as_str());
        assert!(!caching.contains("immutable"), "{program:?}: {caching}");
    }
    Ok(())
}

/// What a host sends for a path that reads the file of headers: every rule that fits, each header once.
fn by_the_file(path: &str) -> anyhow::Result<BTreeMap<String, &'static str>> {
    let mut sent = BTreeMap::new();
    let mut fits = false;
    for line in include_str!("../../../docs/serving/_headers").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some(header) = line.strip_prefix("  ") else {
            fits = line.strip_suffix('*').map_or(path == line, |start| path.starts_with(start));
            continue;
        };
        let (name, value) = header.split_once(": ").with_context(|| format!("no header: {line}"))?;
        if fits && sent.insert(name.to_ascii_lowercase(), value).is_some() {
            bail!("{path}: {name} is set twice, which hosts add up");
        }
    }
    Ok(sent)
}

async fn hosts_that_read_a_file_send_the_same() -> anyhow::Result<()> {
    for Kind { path, caching, isolation, .. } in kinds()? {
        let sent = by_the_file(&format!("/calculator/{path}"))?;
        let mut expected =
            BTreeMap::from([("access-control-allow-origin", "*"), ("cross-origin-resource-policy", "cross-origin")]);
        // What stays for a short time only is left to the host, which asks anew each time.
        if caching == FOR_EVER {
            expected.insert("cache-control", caching);
        }
        if !isolation.is_empty() {
            expected.insert("cross-origin-embedder-policy", isolation);
        }
        let sent = sent.iter().map(|(name, value)| (name.as_str(), *value)).collect::<BTreeMap<_, _>>();
        assert_eq!(sent, expected, "{path}");
    }
    Ok(())
}

/// A page that takes in only what agrees to it, with this address in its frame.
fn isolated(frame: &str) -> String {
    format!("/isolated/ways/isolated.html?frame={}", frame.replace(':', "%3A").replace('/', "%2F"))
}

async fn an_isolated_page_of_another_origin_shows_the_frame() -> anyhow::Result<()> {
    for program in PROGRAMS {
        let server = WebServer::start(program, Build::Released).await?;
        visit(Build::Released, &isolated(&server.address("/calculator/embed.html")), async |page| {
            page.session().driver().enter_frame(0).await?;
            page.wait_for("the calculator", "shown('.calculator')").await?;
            page.click("[data-input=killed] .step:last-of-type").await?;
            ensure!(page.value("element.scenario.killed").await? == 1050, "it does not work");
            page.session().driver().enter_default_frame().await?;
            Ok(())
        })
        .await
        .with_context(|| format!("{program:?}"))?;
    }
    Ok(())
}

async fn an_isolated_page_does_not_show_the_frame_without_the_headers() -> anyhow::Result<()> {
    // Its page about what it blocked can be told from others.
    only_in_chromium("what it shows in place of a blocked frame looks like any empty page")?;
    // A server that sets none of them, at another port and so of another origin.
    let server = Server::start(Build::Released).await?;
    visit(Build::Released, &isolated(&server.address("/embed.html")), async |page| {
        page.session().devtools("Page.enable", json!({})).await?;
        page.expect_console_error("ERR_BLOCKED_BY_RESPONSE");
        page.session().driver().enter_frame(0).await?;
        assert!(page.text("location.href").await?.starts_with("chrome-error:"));
        page.session().driver().enter_default_frame().await?;
        Ok(())
    })
    .await
}
