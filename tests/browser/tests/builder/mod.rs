//! The page on which calculators are made, grouped by what somebody would lose who makes one.

use std::time::Instant;

use anyhow::{Context, ensure};
use browser_tests::page::{PATIENCE, Page, visit};
use browser_tests::run::Test;
use browser_tests::server::Build;
use serde_json::Value;
use thirtyfour::{Key, TypingData, WebElement};

mod drafts;
mod examples;
mod grid;
mod looking;
mod mending;
mod preview;
mod publish;
mod tables;

/// The tests of this folder.
pub(crate) fn tests() -> Vec<Test> {
    let modules = [
        examples::tests(),
        looking::tests(),
        tables::tests(),
        grid::tests(),
        drafts::tests(),
        mending::tests(),
        preview::tests(),
        publish::tests(),
    ];
    modules.into_iter().flatten().collect()
}

const BUILDER: &str = "/builder/";

/// What scripts find by name on this page, whose parts are in no shadow root.
const HERE: &str = "
    const find = (css) => document.querySelector(css);
    const every = (css) => [...document.querySelectorAll(css)];
    const clean = (part) => part?.textContent.replace(/\\s+/g, ' ').trim();
    const said = (css) => clean(find(css));
    const shows = (css) => find(css)?.checkVisibility() ?? false;
    const button = (name, within = 'body') => every(`${within} button`).find((one) => clean(one) === name && one.checkVisibility());
    const cell = (row, column) => find(`[data-row='${row}'][data-column='${column}']`);
    const written = (of) => (of?.querySelector('textarea')?.value ?? of?.querySelector('.text')?.textContent);
    const cells = () => every('.grid .row:not(.heads)')
        .map((row) => [...row.querySelectorAll('[role=gridcell]')].map(written));
    // Which cell has the focus, and whether it is edited.
    const place = () => {
        const at = document.activeElement?.closest('[data-column]');
        const editing = document.activeElement?.matches('textarea') ? ' edited' : '';
        return at ? `${at.dataset.row},${at.dataset.column}${editing}` : document.activeElement?.tagName;
    };
    const kept = () => Object.entries(localStorage).filter(([key]) => key.startsWith('casualty-calculator/draft/'))
        .map(([, value]) => JSON.parse(value));
";

/// What the check says when nothing is wrong.
const SOUND: &str = "said('#check .status').startsWith('Nothing is wrong')";

/// The page, as somebody works with it.
pub(crate) struct Desk<'a>(&'a Page);

/// Opens the page, works with it, and checks that the console stayed free of errors.
async fn at_the_desk(work: impl AsyncFnOnce(&Desk<'_>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    visit(Build::Released, BUILDER, async |page| {
        let desk = Desk(page);
        desk.opened().await?;
        work(&desk).await
    })
    .await
}

impl Desk<'_> {
    /// Waits until the page is there.
    async fn opened(&self) -> anyhow::Result<()> {
        // Its title is set once it listens too.
        let listens = "find('.builder .parts') && document.title === said('.builder h1')";
        self.wait_for("the page", listens).await?;
        self.0.drawn().await
    }

    /// What an expression is, which finds [`HERE`].
    async fn value(&self, expression: &str) -> anyhow::Result<Value> {
        self.0.run(format!("{HERE} return {expression};")).await
    }

    /// The same as a text.
    async fn text(&self, expression: &str) -> anyhow::Result<String> {
        Ok(self.value(expression).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script with these values in `given`, and waits until what it did is on the screen.
    async fn act(&self, script: &str, given: Vec<Value>) -> anyhow::Result<Value> {
        self.0
            .run_with(
                format!("{HERE} const done = await (async () => {{ {script} }})(); await drawn(); return done;"),
                given,
            )
            .await
    }

    /// Waits until an expression is true.
    async fn wait_for(&self, what: &str, expression: &str) -> anyhow::Result<()> {
        let waited = self.0.wait_for(what, format!("(() => {{ {HERE} return {expression}; }})()")).await;
        match waited {
            Ok(()) => Ok(()),
            Err(error) => {
                let problems = self
                    .text(
                        "every('.problems li, .notice').filter((one) => one.checkVisibility()).map(clean).join(' | ')",
                    )
                    .await;
                let cells = self.value("find('.grid') ? cells().slice(0, 20) : null").await;
                Err(error.context(format!("with {expression}; the page says: {problems:?}; the cells: {cells:?}")))
            }
        }
    }

    /// Waits until an expression is this: what somebody did may take more than a picture to be drawn.
    async fn is(&self, expression: &str, expected: impl Into<Value>) -> anyhow::Result<()> {
        let expected = expected.into();
        let is_it = format!("JSON.stringify({expression}) === JSON.stringify({expected})");
        let waited = self.wait_for("it to be so", &is_it).await;
        if let Err(error) = waited {
            let found = self.value(expression).await?;
            return Err(error.context(format!("{expression} is {found} and not {expected}")));
        }
        Ok(())
    }

    async fn element(&self, expression: &str) -> anyhow::Result<WebElement> {
        let script = Page::script(format!(
            "{HERE} const found = {expression}; found?.scrollIntoView({{ block: 'center', inline: 'center' }}); return found;"
        ));
        let found = self.0.session().driver().execute(script, Vec::new()).await?;
        found.element().with_context(|| format!("there is no {expression}"))
    }

    /// Clicks what an expression gives.
    async fn click(&self, expression: &str) -> anyhow::Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // What is drawn anew in between is another element.
            let clicked = match self.element(expression).await {
                Ok(element) => element.click().await.map_err(anyhow::Error::from),
                Err(error) => Err(error),
            };
            match clicked {
                Err(error) if Instant::now() > deadline => return Err(error.context(format!("clicking {expression}"))),
                Err(_) => self.0.drawn().await?,
                Ok(()) => return self.0.drawn().await,
            }
        }
    }

    /// Presses the button of a name.
    async fn press(&self, name: &str) -> anyhow::Result<()> {
        self.click(&format!("button({})", Value::from(name))).await
    }

    /// Types over what stands in a field, key by key, and leaves it.
    async fn fill(&self, css: &str, text: &str) -> anyhow::Result<()> {
        let all = Key::Control + "a" + Key::Null;
        let keys = if text.is_empty() { all + Key::Delete } else { all + text };
        let field = self.element(&format!("find({})", Value::from(css))).await?;
        field.send_keys(self.0.session().engine().keys(keys)).await.with_context(|| format!("typing into {css}"))?;
        self.act("document.activeElement.blur()", Vec::new()).await?;
        let now = self.text(&format!("find({}).value", Value::from(css))).await?;
        ensure!(now == text, "{css} holds {now:?} and not {text:?}");
        Ok(())
    }

    /// Chooses a line of a menu, by its value.
    async fn choose(&self, css: &str, value: &str) -> anyhow::Result<()> {
        let script = "const menu = find(given[0]);
            const known = [...menu.options].some((option) => option.value === given[1]);
            menu.value = given[1];
            menu.dispatchEvent(new Event('change', { bubbles: true }));
            return known;";
        let known = self.act(script, vec![css.into(), value.into()]).await?;
        ensure!(known == true, "{css} does not offer {value}");
        Ok(())
    }

    /// Presses keys where the focus is.
    async fn keys(&self, keys: impl Into<TypingData>) -> anyhow::Result<()> {
        self.0.keys(keys).await?;
        self.0.drawn().await
    }

    /// Pastes what a spreadsheet puts on the clipboard onto what an expression gives: a table, if it makes one, and its text.
    async fn paste(&self, onto: &str, table: Option<&str>, text: &str) -> anyhow::Result<()> {
        // No engine lets a script fill the real clipboard with a table.
        let script = format!(
            "const copied = {{ 'text/html': given[0] ?? '', 'text/plain': given[1] }};
             const event = new ClipboardEvent('paste', {{ bubbles: true, cancelable: true }});
             Object.defineProperty(event, 'clipboardData', {{ value: {{ getData: (type) => copied[type] ?? '' }} }});
             {onto}.dispatchEvent(event);"
        );
        self.act(&script, vec![table.into(), text.into()]).await?;
        Ok(())
    }

    /// Drops a file of these bytes onto the page.
    async fn drop_file(&self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let script = "const carried = new DataTransfer();
            carried.items.add(new File([new Uint8Array(given[1])], given[0]));
            const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: carried });
            document.body.dispatchEvent(over);
            document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
            // What is not taken, a browser opens in place of the page.
            return over.defaultPrevented;";
        let taken = self.act(script, vec![name.into(), bytes.to_vec().into()]).await?;
        ensure!(taken == true, "the page lets nobody drop anything");
        Ok(())
    }

    /// Begins with a table as text, and waits for its grid.
    async fn begin_with(&self, text: &str) -> anyhow::Result<()> {
        self.paste("document.body", None, text).await?;
        self.wait_for("the table", "find('[role=grid] [role=gridcell]')").await
    }

    /// Says what every story needs.
    async fn name_story(&self) -> anyhow::Result<()> {
        self.fill("#title", "How many were killed?").await?;
        self.fill("#force-0-name", "The northern army").await
    }

    /// What the button of a name saves, with the name of the file.
    async fn saved(&self, name: &str) -> anyhow::Result<(String, Vec<u8>)> {
        self.saved_by(&format!("button({})", Value::from(name))).await
    }

    /// The same of a button that an expression gives.
    async fn saved_by(&self, button: &str) -> anyhow::Result<(String, Vec<u8>)> {
        self.0.run(crate::taking_along::KEEP_FILES).await?;
        // The preview stands above: while it grows, buttons move from under the pointer.
        let stands = "!find('#preview .stage').checkVisibility()
            || (find('casualty-calculator').shadowRoot?.querySelector('.calculator')
                && !find('casualty-calculator').shadowRoot.querySelector('[data-waiting]'))";
        self.wait_for("the preview to stand", stands).await?;
        self.click(button).await?;
        self.wait_for("the file", "Object.keys(window.saved).length === 1").await?;
        let told = "const [{ name, blob }] = Object.values(window.saved);
            return [name, [...new Uint8Array(await blob.arrayBuffer())]];";
        Ok(serde_json::from_value(self.0.run(told).await?)?)
    }
}
