//! A page with the calculator, and what a test does with it.

use std::cell::RefCell;
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, bail, ensure};
use futures_util::FutureExt;
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{Key, TypingData, WebElement};

use crate::browser::{Browser, Profile};
use crate::engine::Engine;
use crate::server::{Build, Server};
use crate::session::Session;
use crate::skip::Cannot;

/// How long a page may take for anything.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// What scripts find by name: the page's first calculator and what is in it.
const NAMES: &str = "
    const element = document.querySelector('casualty-calculator');
    const all = (css, of = element) => [...(of?.shadowRoot?.querySelectorAll(css) ?? [])];
    const one = (css, of = element) => all(css, of)[0];
    const text = (css, of = element) => one(css, of)?.textContent.replace(/\\s+/g, ' ').trim();
    const shown = (css, of = element) => one(css, of)?.checkVisibility() ?? false;
    // The second picture after a change holds all that follows from it.
    // Where drawing takes long, Yew goes on with it in a timer.
    const drawn = async () => {
        for (let i = 0; i < 2; i++) {
            // WebKit on a busy machine may believe that nobody looks, and then draws no picture.
            await new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 2000); });
            await new Promise((resolve) => setTimeout(resolve));
        }
    };
";

/// A page, with a server of its own.
pub struct Page {
    session: Session,
    server: Server,
    expected_errors: RefCell<Vec<&'static str>>,
}

/// Opens a page of a build, tests it, and checks that the console stayed free of errors. The browser may have been another
/// visit's, of which nothing is left in it. Where the engine can't do what the test asks of it, the test counts as skipped:
/// see [`Cannot`].
///
/// # Errors
/// Where the test fails or the console holds an error that it did not expect.
pub async fn visit(
    build: Build,
    path: &str,
    test: impl AsyncFnOnce(&Page) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    visit_in(Profile::Kept, build, path, test).await
}

/// Does the same in a browser that has just started, where its heap, its downloads or the log of its requests are the point.
///
/// # Errors
/// Where the test fails or the console holds an error that it did not expect.
pub async fn visit_fresh(
    build: Build,
    path: &str,
    test: impl AsyncFnOnce(&Page) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    visit_in(Profile::Fresh, build, path, test).await
}

async fn visit_in(
    profile: Profile,
    build: Build,
    path: &str,
    test: impl AsyncFnOnce(&Page) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let server = Server::start(build).await?;
    let engine = Engine::chosen()?;
    let browser = Browser::take(engine, profile).await?;
    let page = Page { session: Session::new(browser, server.refusals()), server, expected_errors: RefCell::default() };
    // A panic too must find the browser ended: its own last resort blocks for minutes.
    let outcome = AssertUnwindSafe(async {
        page.open(path).await?;
        test(&page).await
    });
    let outcome = outcome.catch_unwind().await;
    let errors = page.session.console_errors().await;
    let expected = page.expected_errors.take();
    let browser = page.session.into_browser();
    // Who knows what state a failure leaves it in, or what could not be done.
    if profile == Profile::Kept && errors.is_ok() && matches!(outcome, Ok(Ok(()))) {
        browser.give_back().await;
    } else {
        browser.end().await;
    }
    let errors = errors?;
    let unexpected: Vec<_> =
        errors.into_iter().filter(|error| !expected.iter().any(|expected| error.contains(expected))).collect();
    match outcome.unwrap_or_else(|panic| resume_unwind(panic)) {
        Ok(()) => ensure!(unexpected.is_empty(), "errors on the console: {unexpected:#?}"),
        Err(error) => match Cannot::reason(engine, &error) {
            Some(why) => Cannot::note(&why)?,
            None => return Err(error.context(format!("the console held {unexpected:?}"))),
        },
    }
    Ok(())
}

/// Where tests leave what is to be looked at.
///
/// # Errors
/// Where the folder can't be made.
pub fn output_folder() -> anyhow::Result<PathBuf> {
    let folder = env::var_os("CC_TEST_OUTPUT")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../test-output")), PathBuf::from);
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    Ok(folder)
}

impl Page {
    /// The browser.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The folder that the test server shows at `/unpacked/`, empty at first.
    pub fn unpacked(&self) -> &Path {
        self.server.unpacked()
    }

    /// Goes to a path of the test server.
    ///
    /// # Errors
    /// Where the page does not load.
    pub async fn open(&self, path: &str) -> anyhow::Result<()> {
        self.session.open(&self.server.address(path)).await
    }

    /// Lets errors that contain this text pass at the end.
    pub fn expect_console_error(&self, part: &'static str) {
        self.expected_errors.borrow_mut().push(part);
    }

    /// Runs a script and gives what it returns. It finds [`NAMES`] and may `await`.
    ///
    /// # Errors
    /// Where the script throws.
    pub async fn run(&self, script: impl Display) -> anyhow::Result<Value> {
        self.run_with(script, Vec::new()).await
    }

    /// Runs a script that finds these values in `given`.
    ///
    /// # Errors
    /// Where the script throws.
    pub async fn run_with(&self, script: impl Display, given: Vec<Value>) -> anyhow::Result<Value> {
        let answer = self.session.driver().execute(Self::script(&script), given).await;
        Ok(answer.with_context(|| format!("in the script: {script}"))?.json().clone())
    }

    /// A script as a driver takes it, for those that return something other than words or numbers.
    pub fn script(script: impl Display) -> String {
        format!("const given = [...arguments]; {NAMES} return (async () => {{ {script} }})();")
    }

    /// What an expression is, in words or numbers.
    ///
    /// # Errors
    /// Where it throws.
    pub async fn value(&self, expression: impl Display) -> anyhow::Result<Value> {
        self.run(format!("return {expression};")).await
    }

    /// A text, or nothing where the value is none.
    ///
    /// # Errors
    /// Where the expression throws.
    pub async fn text(&self, expression: impl Display) -> anyhow::Result<String> {
        let value = self.value(expression).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until an expression is true, in the page itself: a browser that is asked every few milliseconds does little else.
    ///
    /// # Errors
    /// Where it throws, or takes too long; it says what was waited for.
    pub async fn wait_for(&self, what: &str, expression: impl Display) -> anyhow::Result<()> {
        // What is found by name may be another each time.
        let script = format!(
            "const look = () => {{ {NAMES} return Boolean({expression}); }};
            const deadline = performance.now() + arguments[0];
            return (async () => {{
                for (;;) {{
                    try {{
                        if (look()) return 'there';
                    }} catch (error) {{
                        return `threw ${{error}}`;
                    }}
                    if (performance.now() > deadline) return 'late';
                    await new Promise((resolve) => setTimeout(resolve, 10));
                }}
            }})();"
        );
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now()).as_millis() as u64;
            let answer = self.session.driver().execute(script.as_str(), vec![left.into()]).await;
            match answer.map(|answer| answer.json().as_str().unwrap_or_default().to_owned()) {
                Ok(answer) if answer == "there" => return Ok(()),
                Ok(answer) if answer == "late" => bail!("waited {PATIENCE:?} for {what}: {expression}"),
                Ok(answer) => bail!("{answer} while waiting for {what}: {expression}"),
                // A page that is just left, or comes, ends what runs in it.
                Err(error) if Instant::now() > deadline => {
                    return Err(error).with_context(|| format!("waiting for {what}: {expression}"));
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            }
        }
    }

    /// Waits until the calculator has taken over, with all that comes after its first half.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn ready(&self) -> anyhow::Result<()> {
        let condition = "shown('.calculator') && recorded.some(({ name }) => name === 'calculator-ready')";
        self.wait_for("the calculator to take over", condition).await?;
        self.whole().await
    }

    /// Waits until nothing is on its way in any calculator that has taken over.
    ///
    /// # Errors
    /// Where something stays away.
    pub async fn whole(&self) -> anyhow::Result<()> {
        let all = "[...document.querySelectorAll('casualty-calculator')]";
        let condition = format!("{all}.every((one) => !one.shadowRoot?.querySelector('[data-waiting]'))");
        self.wait_for("what comes after the first half", condition).await
    }

    /// Waits until so many calculators have taken over: what is above or below moves no more.
    ///
    /// # Errors
    /// Where one does not.
    pub async fn all_ready(&self, count: usize) -> anyhow::Result<()> {
        let condition = format!("recorded.filter(({{ name }}) => name === 'calculator-ready').length === {count}");
        self.wait_for(&format!("{count} calculators to take over"), condition).await?;
        self.whole().await?;
        self.drawn().await
    }

    /// Waits until what was done is on the screen.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn drawn(&self) -> anyhow::Result<()> {
        self.run("await drawn();").await?;
        Ok(())
    }

    /// Runs a script and waits until what it did is on the screen.
    ///
    /// # Errors
    /// Where the script throws.
    pub async fn act(&self, script: impl Display) -> anyhow::Result<()> {
        self.run(format!("{script}; await drawn();")).await?;
        Ok(())
    }

    /// What is found inside the first calculator.
    ///
    /// # Errors
    /// Where there is no such element.
    pub async fn find(&self, css: &str) -> anyhow::Result<WebElement> {
        // By a script: the library asks for what is in a shadow root in a way that Firefox refuses.
        let script = format!("{NAMES} return one(arguments[0]);");
        let found = self.session.driver().execute(script, vec![css.into()]).await?;
        found.element().with_context(|| format!("there is no {css}"))
    }

    /// The same, brought to the middle of the window.
    async fn bring(&self, css: &str) -> anyhow::Result<WebElement> {
        let script = format!(
            "{NAMES} const found = one(arguments[0]);
            found?.scrollIntoView({{ block: 'center', inline: 'center' }});
            return found;"
        );
        let found = self.session.driver().execute(script, vec![css.into()]).await?;
        found.element().with_context(|| format!("there is no {css}"))
    }

    /// Clicks as a reader does.
    ///
    /// # Errors
    /// Where the element is missing, hidden or covered.
    pub async fn click(&self, css: &str) -> anyhow::Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let element = self.bring(css).await?;
            // What is below may just come, and what moves lets nobody hit it.
            match element.click().await {
                Err(error) if Instant::now() > deadline => {
                    return Err(error).with_context(|| format!("clicking {css}"));
                }
                Err(_) => self.drawn().await?,
                Ok(()) => return self.drawn().await,
            }
        }
    }

    /// Clicks what opens a part of the second half, and waits until it is there.
    ///
    /// # Errors
    /// Where the element can't be clicked or the part does not come.
    pub async fn open_part(&self, css: &str) -> anyhow::Result<()> {
        self.click(css).await?;
        self.wait_for(&format!("what {css} opens"), "!one('[data-waiting]')").await?;
        self.drawn().await
    }

    /// Opens everything that is folded away.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn unfold(&self) -> anyhow::Result<()> {
        // What the rows of the chart open to is drawn with the first of them.
        self.act("all('.bars summary')[0]?.click()").await?;
        self.act("for (const details of all('details')) details.open = true").await
    }

    /// Presses keys with the focus on an element.
    ///
    /// # Errors
    /// Where the element takes no keys.
    pub async fn press(&self, css: &str, keys: impl Into<TypingData>) -> anyhow::Result<()> {
        let keys = self.session.engine().keys(keys.into());
        self.find(css).await?.send_keys(keys).await.with_context(|| format!("keys for {css}"))?;
        self.drawn().await
    }

    /// Presses keys where the focus is. Control, Shift and Alt are held until `Null`, or to the end.
    ///
    /// # Errors
    /// Where the browser does not take them.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> anyhow::Result<()> {
        let mut held = Vec::new();
        let mut chain = self.session.driver().action_chain();
        for key in keys.into().as_vec() {
            if key == Key::Null.value() {
                chain = held.drain(..).fold(chain, ActionChain::key_up);
                continue;
            }
            chain = chain.key_down(key);
            if [Key::Control, Key::Shift, Key::Alt].iter().any(|modifier| modifier.value() == key) {
                held.push(key);
            } else {
                chain = chain.key_up(key);
            }
        }
        held.into_iter().fold(chain, ActionChain::key_up).perform().await.context("keys where the focus is")
    }

    /// Goes to something by the Tab key alone, from where the focus is.
    ///
    /// # Errors
    /// Where so many stops lead to it that nobody would go there, or none does.
    pub async fn reach(&self, css: &str) -> anyhow::Result<()> {
        const MOST: usize = 150;
        // Many keys at once take as long as one alone. Those that come too late go to nobody, so that the focus stays.
        const AT_ONCE: usize = 15;
        let is_there = format!("one({}) === element.shadowRoot.activeElement", json!(css));
        let stop = format!(
            "const late = (event) => {{
                if (event.key === 'Tab' && {is_there}) {{ event.preventDefault(); event.stopImmediatePropagation(); }}
            }};
            addEventListener('keydown', late, true);
            addEventListener('keyup', late, true);
            window.noLateKeys = () => {{
                removeEventListener('keydown', late, true);
                removeEventListener('keyup', late, true);
            }};
            return {is_there};"
        );
        let mut reached = self.run(stop).await? == true;
        for _ in 0..MOST / AT_ONCE {
            if reached {
                break;
            }
            self.keys(Key::Tab.value().to_string().repeat(AT_ONCE)).await?;
            reached = self.value(&is_there).await? == true;
        }
        self.run("noLateKeys()").await?;
        ensure!(reached, "{MOST} stops do not lead to {css}");
        Ok(())
    }

    /// Types over what stands in a field, key by key.
    ///
    /// # Errors
    /// Where the field takes no keys.
    pub async fn type_over(&self, css: &str, text: &str) -> anyhow::Result<()> {
        // In one go: each going to the field puts the cursor at its end. `Null` lets go of Control.
        self.press(css, Key::Control + "a" + Key::Null + text).await
    }

    /// Puts a text in the place of what stands in a field, all at once, as pasting does.
    ///
    /// # Errors
    /// Where the field can't be edited.
    pub async fn paste_over(&self, css: &str, text: &str) -> anyhow::Result<()> {
        let script = "const field = one(given[0]);
            field.focus();
            field.select();
            const done = document.execCommand(given[1] === '' ? 'delete' : 'insertText', false, given[1]);
            await drawn();
            return done;";
        let done = self.run_with(script, vec![css.into(), text.into()]).await?;
        ensure!(done == true, "{css} can't be edited");
        Ok(())
    }

    /// The details of the events of a name so far.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn events(&self, name: &str) -> anyhow::Result<Vec<Value>> {
        let details = format!("recorded.filter((event) => event.name === '{name}').map(({{ detail }}) => detail)");
        Ok(self.value(details).await?.as_array().cloned().unwrap_or_default())
    }
}
