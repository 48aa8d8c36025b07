//! A running browser, kept from one visit to the next: a browser takes longer to start than most visits take.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};
use tokio::time::timeout;

use crate::engine::Engine;
use crate::process::{Display, Process};

/// How often a browser is started before that counts as a failure.
const TRIES: usize = 3;

/// How long a browser may take to be put back, or to end, before it is ended by force.
const PATIENCE: Duration = Duration::from_secs(20);

/// The size of every browser's window, in pixels.
pub const WINDOW: (u32, u32) = (1100, 900);

/// Browsers that no visit uses now, each as it was when it started.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Whether a visit may have a browser that other visits had before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// It may: window, emulation and cookies are as in a new one.
    Kept,
    /// It may not, since its heap, its downloads or the log of its requests are the point.
    Fresh,
}

/// A browser with what drives it. The fields are dropped in this order: the browser before its display and its profile.
pub struct Browser {
    engine: Engine,
    driver: WebDriver,
    /// Whether a visit changed the window or the colour scheme of its desktop.
    shown_otherwise: AtomicBool,
    process: Process,
    display: Option<Display>,
    _profile: TempDir,
}

impl Browser {
    /// One that is idle, or a new one with an empty profile.
    ///
    /// # Errors
    /// Where the browser or its driver is missing or does not start.
    pub async fn take(engine: Engine, profile: Profile) -> anyhow::Result<Self> {
        let kept = if profile == Profile::Kept { idle().pop() } else { None };
        match kept {
            Some(browser) => Ok(browser),
            None => Self::start(engine, profile).await,
        }
    }

    /// Keeps it for another visit, as it was when it started. One that does not come to be so is ended.
    pub async fn give_back(self) {
        match timeout(PATIENCE, self.put_back()).await {
            Ok(Ok(())) => idle().push(self),
            Ok(Err(error)) => {
                eprintln!("a browser is ended, since it could not be put back: {error:#}");
                self.end().await;
            }
            Err(_) => {
                eprintln!("a browser is ended, since it did not answer for {PATIENCE:?}");
                self.end().await;
            }
        }
    }

    /// Ends it: at its own pace where it answers, else by force.
    pub async fn end(self) {
        let beneath = self.process.descendants();
        if !matches!(timeout(PATIENCE, self.driver.clone().quit()).await, Ok(Ok(()))) {
            // Or else it would be tried once more, for minutes. Fails only where it has ended after all.
            let _ = self.driver.clone().leak();
        }
        drop(self);
        Process::end_all(&beneath);
    }

    /// Ends all that are idle.
    pub async fn end_idle() {
        let browsers = std::mem::take(&mut *idle());
        for browser in browsers {
            browser.end().await;
        }
    }

    /// What drives it.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Which engine it has.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The display that it is on, where it wants one. What is changed there is put back after the visit.
    ///
    /// # Errors
    /// Where it has none.
    pub fn display(&self) -> anyhow::Result<&Display> {
        self.shown_otherwise.store(true, Ordering::Relaxed);
        self.display.as_ref().context("no display")
    }

    /// Runs a script in Firefox's own window, with all rights.
    ///
    /// # Errors
    /// Where the browser does not answer, or is another.
    pub async fn run_in_firefox(&self, script: &str, given: Vec<Value>) -> anyhow::Result<()> {
        self.moz_context("chrome").await?;
        let done = self.driver.execute(script, given).await;
        self.moz_context("content").await?;
        done.context("the browser's own script")?;
        Ok(())
    }

    async fn start(engine: Engine, profile: Profile) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("no folder for the browser's profile")?;
        let display = engine.wants_display().then(|| Display::start(folder.path())).transpose()?;
        let capabilities = serde_json::from_value::<Capabilities>(engine.capabilities(folder.path(), profile))?;
        let mut tries = 1;
        let (process, driver) = loop {
            let (process, port) = Process::driver(engine, display.as_ref(), folder.path())?;
            match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
                Ok(driver) => break (process, driver),
                // Whoever listens at a port that was free may be another test's.
                Err(_) if tries < TRIES => tries += 1,
                Err(error) => return Err(error).with_context(|| format!("{engine:?} did not start")),
            }
        };
        let shown_otherwise = AtomicBool::new(false);
        let browser = Self { engine, driver, shown_otherwise, process, display, _profile: folder };
        if engine == Engine::WebKit {
            browser.set_window().await?;
        }
        Ok(browser)
    }

    /// Leaves one new tab and no cookie. What a visit emulated ends with its tab; its storage and its cache are those of an
    /// origin that never comes again, since no two servers of a run have one port.
    async fn put_back(&self) -> anyhow::Result<()> {
        match self.engine {
            Engine::Chromium => {
                self.driver.cdp().send_raw("Network.clearBrowserCookies", json!({})).await.context("cookies")?;
                self.new_tab().await?;
                self.driver.cdp().send_raw("Page.bringToFront", json!({})).await.context("the tab to the front")?;
                self.driver.browser_log().await.context("what the console held")?;
            }
            Engine::Firefox => {
                self.new_tab().await?;
                self.run_in_firefox("Services.cookies.removeAll();", Vec::new()).await.context("cookies")?;
            }
            Engine::WebKit => {
                self.driver.enter_default_frame().await?;
                self.driver.delete_all_cookies().await.context("cookies")?;
                self.new_tab().await?;
                if self.shown_otherwise.swap(false, Ordering::Relaxed) {
                    self.display.as_ref().context("no display")?.set_scheme("light")?;
                    self.set_window().await?;
                }
            }
        }
        let state =
            "return [location.href, document.visibilityState, matchMedia('(prefers-color-scheme: dark)').matches]";
        loop {
            let state: Value = self.driver.execute(state, Vec::new()).await?.convert()?;
            ensure!(state[0] == "about:blank" && state[1] == "visible", "the new tab: {state}");
            // A desktop takes its time for another scheme; more than the patience there is for all of this ends the browser.
            if state[2] == false {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Goes to a new tab, and closes all others.
    async fn new_tab(&self) -> anyhow::Result<()> {
        let others = self.driver.windows().await.context("the tabs")?;
        let tab = self.driver.new_tab().await.context("a new tab")?;
        for other in others {
            self.driver.switch_to_window(other).await.context("an old tab")?;
            self.driver.close_window().await.context("closing a tab")?;
        }
        self.driver.switch_to_window(tab).await.context("the new tab")
    }

    async fn set_window(&self) -> anyhow::Result<()> {
        self.driver.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await.context("the window's size")?;
        Ok(())
    }

    /// Whether Firefox runs scripts in the page or, with all rights, in its own window.
    async fn moz_context(&self, context: &'static str) -> anyhow::Result<()> {
        self.driver.cmd(MozContext(context)).await.with_context(|| format!("the context {context}"))?;
        Ok(())
    }
}

fn idle() -> MutexGuard<'static, Vec<Browser>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A command that geckodriver alone has.
#[derive(Debug)]
struct MozContext(&'static str);

impl FormatRequestData for MozContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(axum::http::Method::POST, format!("/session/{session}/moz/context"));
        request.add_body(json!({"context": self.0}))
    }
}
