//! A browser of its own for each test. What is particular to Chromium is in this file.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

const DRIVER: &str = "chromedriver";
const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--window-size=1100,900",
];

/// Runs in every page before its own scripts: notes the element's events as they reach the window.
const RECORDER: &str = "
    window.heard = [];
    for (const name of ['calculator-ready', 'scenario-change', 'calculator-error']) {
        addEventListener(name, ({ target, detail }) => heard.push({ name, id: target.id, detail }));
    }";

/// A running browser. The fields are dropped in this order: the browser says goodbye before its driver ends.
pub struct Session {
    driver: WebDriver,
    _process: DriverProcess,
    _profile: TempDir,
}

impl Session {
    /// Starts the browser, with an empty profile.
    ///
    /// # Errors
    /// Where the browser or its driver is missing or does not start.
    pub async fn start() -> anyhow::Result<Self> {
        let profile = tempfile::tempdir().context("no folder for the browser's profile")?;
        let mut process = DriverProcess::start()?;
        let port = process.port()?;
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .context("the browser did not start")?;
        let session = Self { driver, _process: process, _profile: profile };
        session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": RECORDER})).await?;
        Ok(session)
    }

    /// What drives the browser.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The errors on the browser's console since they were last asked for.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn console_errors(&self) -> anyhow::Result<Vec<String>> {
        let entries = self.driver.browser_log().await.context("the browser's console")?;
        Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
    }

    /// Shows pages as a reader with this colour scheme, and a screen of this many pixels, sees them.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn show_as(&self, scheme: &str, width: u64, height: u64) -> anyhow::Result<()> {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", features).await?;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn end(self) -> anyhow::Result<()> {
        self.driver.quit().await.context("the browser did not end")
    }

    /// Lets nothing through whose address matches one of these, until it is told otherwise.
    ///
    /// # Errors
    /// Where the browser does not take it.
    pub async fn block(&self, addresses: &[&str]) -> anyhow::Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.setBlockedURLs", json!({ "urls": addresses })).await?;
        Ok(())
    }

    /// How many bytes the page holds, its wasm's memory counted, after the browser has collected what nobody uses.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn heap(&self) -> anyhow::Result<f64> {
        self.devtools("HeapProfiler.enable", json!({})).await?;
        // What a first collection frees may have held more.
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let usage = self.driver.cdp().send_raw("Runtime.getHeapUsage", json!({})).await.context("the heap's size")?;
        let part = |name: &str| usage[name].as_f64().with_context(|| format!("no {name} in {usage}"));
        Ok(part("usedSize")? + part("embedderHeapUsedSize")? + part("backingStorageSize")?)
    }

    async fn devtools(&self, method: &str, parameters: Value) -> anyhow::Result<()> {
        self.driver.cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())?;
        Ok(())
    }
}

/// The driver's process; it is killed when dropped.
struct DriverProcess {
    child: Child,
    /// Kept open, since the driver goes on writing.
    output: BufReader<ChildStdout>,
}

impl DriverProcess {
    fn start() -> anyhow::Result<Self> {
        let mut child = Command::new(DRIVER)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{DRIVER} did not start: `cargo xtask test` installs it or says how"))?;
        let output = BufReader::new(child.stdout.take().context("no output of the driver")?);
        Ok(Self { child, output })
    }

    /// The port that the driver says it took.
    fn port(&mut self) -> anyhow::Result<u16> {
        for line in self.output.by_ref().lines() {
            let line = line?;
            // An earlier line repeats the port that was asked for, which is 0.
            let port = line.trim_end_matches('.').rsplit_once("successfully on port ").map(|(_, port)| port);
            if let Some(port) = port {
                return port.parse().with_context(|| line.clone());
            }
        }
        bail!("{DRIVER} ended without naming its port")
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        // Both fail only where it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
