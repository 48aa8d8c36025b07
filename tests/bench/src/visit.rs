//! A browser that visits the pages, slowed down as it is told.

use anyhow::{Context, ensure};
use browser_tests::browser::{Browser, Profile};
use browser_tests::engine::Engine;
use browser_tests::server::Refusals;
use browser_tests::session::Session;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::site::{Origin, Site};

/// How slow network and processor are.
#[derive(Clone, Copy, Debug)]
pub struct Conditions {
    /// What they are called in the tables.
    pub name: &'static str,
    /// Whether the network is a slow one of mobile phones: 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms for each request.
    pub slow_network: bool,
    /// How many times slower the page's own thread is.
    pub cpu: f64,
}

/// Nothing slowed down.
pub const AS_IS: Conditions = Conditions { name: "as it is", slow_network: false, cpu: 1.0 };

/// A script that runs in every page before its own.
const BEFORE: &str = include_str!("page.js");

/// The browser, for one visit after the other.
pub struct Visitor<'a> {
    session: Session,
    site: &'a Site,
    origin: Option<Origin>,
}

impl<'a> Visitor<'a> {
    /// Starts the browser.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn start(site: &'a Site) -> anyhow::Result<Self> {
        let browser = Browser::take(Engine::Chromium, Profile::Kept).await?;
        let visitor = Self { session: Session::new(browser, Refusals::default()), site, origin: None };
        visitor.devtools("Page.enable", json!({})).await?;
        visitor.devtools("Network.enable", json!({})).await?;
        visitor.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": BEFORE})).await?;
        Ok(visitor)
    }

    /// Ends the browser.
    pub async fn end(self) {
        self.session.into_browser().end().await;
    }

    /// Its version.
    ///
    /// # Errors
    /// Where it does not say.
    pub async fn version(&self) -> anyhow::Result<String> {
        let version = self.devtools("Browser.getVersion", json!({})).await?;
        Ok(version["product"].as_str().context("no product")?.replace('/', " "))
    }

    /// Goes to a page as somebody who never was there.
    ///
    /// # Errors
    /// Where it does not load.
    pub async fn open(&mut self, path: &str, conditions: Conditions) -> anyhow::Result<()> {
        self.slow_down(AS_IS).await?;
        self.session.open("about:blank").await?;
        self.devtools("Network.clearBrowserCache", json!({})).await?;
        self.slow_down(conditions).await?;
        let origin = self.site.origin().await?;
        let opened = self.session.open(&origin.address(path)).await;
        // Dropped only now: the page that was left may have been loading.
        self.origin = Some(origin);
        opened
    }

    /// Runs a script that finds the page's `bench`, and gives what it returns.
    ///
    /// # Errors
    /// Where it throws, gives something else, or the page had an error.
    pub async fn run<T: DeserializeOwned>(&self, script: &str) -> anyhow::Result<T> {
        let asynchronous = format!("return (async () => {{ {script} }})();");
        let answer = self.session.driver().execute(asynchronous, Vec::new()).await;
        let errors = self.session.console_errors().await?;
        let answer = answer.with_context(|| format!("in {script}; the console held {errors:?}"))?;
        ensure!(errors.is_empty(), "errors on the console: {errors:?}");
        answer.convert().with_context(|| format!("what {script} gives"))
    }

    /// Bytes of the page's heap with its wasm's memory, which the browser leaves out of it, and how many nodes the page has,
    /// when nothing is left that nobody uses.
    ///
    /// # Errors
    /// Where the browser does not say.
    pub async fn memory(&self) -> anyhow::Result<(f64, f64)> {
        // Some of what nobody uses any more is given back only once the page has had a rest.
        self.run::<Value>("await new Promise((resolve) => setTimeout(resolve, 500))").await?;
        let heap = self.session.heap().await? + self.run::<f64>("return bench.wasm();").await?;
        let counters = self.devtools("Memory.getDOMCounters", json!({})).await?;
        Ok((heap, counters["nodes"].as_f64().context("no nodes")?))
    }

    async fn slow_down(&self, conditions: Conditions) -> anyhow::Result<()> {
        let (latency, down, up) =
            if conditions.slow_network { (150.0, 1.6e6 / 8.0, 0.75e6 / 8.0) } else { (0.0, -1.0, -1.0) };
        let network = json!({"offline": false, "latency": latency, "downloadThroughput": down, "uploadThroughput": up});
        self.devtools("Network.emulateNetworkConditions", network).await?;
        self.devtools("Emulation.setCPUThrottlingRate", json!({"rate": conditions.cpu})).await?;
        Ok(())
    }

    async fn devtools(&self, method: &str, parameters: Value) -> anyhow::Result<Value> {
        self.session.devtools(method, parameters).await
    }
}
