//! What the browser tells those who listen of each control: its role, its name, its value and its state, kept in a snapshot a
//! language. Read the difference as a reader who hears it, then accept it with `INSTA_UPDATE=always`.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;

use crate::{FALKLANDS, ONE, snapshot_languages, snapshots};

tests! {
    what_a_browser_calls_each_control_is_what_was_read_and_found_good,
}

/// What a reader does in turn, so that every control comes to be there: its name, and what is clicked.
const STATES: [(&str, &[&str]); 5] = [
    ("at first", &[]),
    (
        "with a figure changed",
        &["[data-input=killed] .step:last-of-type", "[data-input=missing] [data-does=set-value]"],
    ),
    (
        "with ranges, and all inputs",
        &["[data-does=ranges]", "[data-input=wounded] option[value=between]", ".more > summary"],
    ),
    ("with the table, random draws and pairs", &["[data-lazy=spread]", "[data-lazy=pairs]", "[data-shows=table]"]),
    ("with the timeline", &["[data-shows=timeline]"]),
];

/// The same in a story of several sides.
const OF_SIDES: [(&str, &[&str]); 3] = [
    ("at first", &[]),
    ("with a part of a side", &["[data-force=uk-service]"]),
    ("with the other side, and all side by side", &["[data-force=ar]", "[data-lazy=sides]"]),
];

/// Everything that has a role of its own and shows, but not what only groups text.
const TOLD: &str = "return all('h1, h2, h3, h4, h5, h6, a[href], button, input, select, summary, table, [role]')
    .filter((one) => one.checkVisibility() && !one.matches('td, th, tr, thead, tbody'));";

/// What a control holds, as it is told.
const HELD: &str = "window.told.map((one) => {
        const says = (name, word) => one.getAttribute(name) === 'true' ? word : '';
        const described = (one.getAttribute('aria-describedby') ?? '').split(' ').map((id) => id && text('#' + id));
        // ARIA has no role for the first two, and each engine another word, or none; WebKit calls a select a button.
        return [one.matches('summary') ? 'summary' : one.type === 'date' ? 'date field' : one.matches('select') ? 'combobox' : null,
            one.matches('select') ? one.selectedOptions[0].textContent : one.getAttribute('aria-valuetext') ?? one.value,
            says('aria-pressed', 'pressed'), says('aria-expanded', 'expanded'), says('aria-disabled', 'disabled'),
            says('aria-invalid', 'invalid'), one.matches('details[open] > summary') ? 'open' : '',
            described.filter(Boolean).join(' '),
        ].filter((held, at) => at === 0 || held);
    })";

async fn told(page: &Page) -> anyhow::Result<String> {
    let script = format!("window.told = (() => {{ {TOLD} }})(); return window.told;");
    let script = Page::script(script);
    let elements = page.session().driver().execute(script, Vec::new()).await?.elements()?;
    let held = page.value(HELD).await?;
    let mut lines = String::new();
    for (at, [role, name]) in page.session().roles_and_names(&elements).await?.into_iter().enumerate() {
        let role = held[at][0].as_str().unwrap_or(&role);
        // WebKit adds the parts of an empty date to its name.
        let name = name.replace(" month / day / year", "");
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        lines += &format!("{role} “{name}”");
        for held in held[at].as_array().into_iter().flatten().skip(1) {
            lines += &format!(" | {}", held.as_str().unwrap_or_default());
        }
        lines += "\n";
    }
    Ok(lines)
}

async fn what_a_browser_calls_each_control_is_what_was_read_and_found_good() -> anyhow::Result<()> {
    for language in snapshot_languages()? {
        for (path, states, kept) in [
            (format!("{ONE}?lang={language}"), &STATES[..], "names"),
            (format!("{FALKLANDS}&lang={language}"), &OF_SIDES, "names-sides"),
        ] {
            visit(Build::Released, &path, async |page| {
                page.ready().await?;
                let mut all = String::new();
                for (state, clicks) in states {
                    for css in *clicks {
                        page.open_part(css).await?;
                    }
                    all += &format!("# {state}\n{}\n", told(page).await?);
                }
                snapshots().bind(|| insta::assert_snapshot!(format!("{kept}-{language}"), all));
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}
