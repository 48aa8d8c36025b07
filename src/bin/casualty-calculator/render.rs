//! What a reader gets without a script, as files.

use std::fs;
use std::path::Path;

use casualty_calculator::components::{Fallback, FallbackProps, Shared, Snippet, SnippetProps, View};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::domain::{Claim, Quantity, Unit};
use casualty_calculator::i18n::{Locale, Words};
use casualty_calculator::state::{Derived, DerivedClaims};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::{BaseComponent, LocalServerRenderer};

/// What is asked for, beside the dataset.
pub struct Order {
    /// The language of words, numbers and dates.
    pub language: String,
    /// The public address of the folder.
    pub url: Option<String>,
    /// The public address of the dataset.
    pub src: Option<String>,
}

/// The size that a frame starts with, in pixels; its page tells its height once it is there.
const FRAME: (u32, u32) = (640, 900);

/// How long, in seconds, the answer about embedding may be kept.
const CACHE_AGE: u32 = 86_400;

/// The frame's page, with what the build puts into it.
const FRAME_PAGE: &str = include_str!("../../embed/embed.html");

/// Writes the forms of a dataset into a folder.
///
/// # Errors
/// Where an address is none or the folder can't be made or written to, in words.
pub fn render(dataset: Dataset, order: &Order, out: &Path) -> Result<(), String> {
    let Order { language, url, src } = order;
    let base = url.as_deref().map(whole_address).transpose()?;
    let page = base.as_ref().map(|base| match src {
        Some(src) => format!("{base}embed.html?lang={language}&src={}", utf8_percent_encode(src, NON_ALPHANUMERIC)),
        None => format!("{base}embed.html?lang={language}"),
    });
    let title = dataset.title.to_string();
    let mut files = vec![("calculator.txt", feed(&dataset, language))];
    let view = Shared::from(view(dataset, language));
    let fallback = drawn::<Fallback>(FallbackProps { view: view.clone() })?;
    if let (Some(base), Some(page)) = (&base, &page) {
        files.push(("embed.html", frame_page(&title, &fallback, &format!("{base}oembed.json"), order)));
        files.push(("oembed.json", oembed(&title, page)));
    }
    files.push(("snippet.html", drawn::<Snippet>(SnippetProps { view, src: src.clone(), page })?));
    files.push(("fallback.html", fallback));
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for (name, text) in files {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// An address of a folder, as links need it.
fn whole_address(url: &str) -> Result<String, String> {
    if ["https://", "http://"].iter().any(|scheme| url.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty())) {
        Ok(format!("{}/", url.trim_end_matches('/')))
    } else {
        Err(format!("--url {url}: expected a whole address, such as https://your.site/calculator/"))
    }
}

fn view(dataset: Dataset, language: &str) -> View {
    let claims = DerivedClaims::of(&dataset);
    let scenario = dataset.scenario;
    let derived = Derived::of(&scenario, &dataset, &claims);
    View {
        claims: claims.into(),
        locale: Locale::new(language, dataset.texts.clone()).into(),
        scenario,
        derived: derived.into(),
        can_undo: false,
        can_redo: false,
        folded: false,
        notice: None,
        dataset: dataset.into(),
    }
}

/// A component as HTML.
fn drawn<C: BaseComponent>(props: C::Properties) -> Result<String, String> {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    Ok(runtime.block_on(renderer.render()))
}

/// The page of the frame, which says where the answer about embedding is.
fn frame_page(title: &str, fallback: &str, answer: &str, Order { language, src, .. }: &Order) -> String {
    let title = in_html(title);
    let link = format!(
        "<title>{title}</title>\n  <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{title}\">",
        in_html(answer)
    );
    let src = src.as_ref().map(|src| format!(" src=\"{}\"", in_html(src))).unwrap_or_default();
    FRAME_PAGE
        .replace("<html lang=\"en\">", &format!("<html lang=\"{}\">", in_html(language)))
        .replace("<title>Casualty Calculator</title>", &link)
        .replace("data-from-address", &format!("data-from-address{src}"))
        .replace("<!-- fallback -->", fallback)
}

/// The answer to those who ask how to embed the page, by oEmbed 1.0.
fn oembed(title: &str, page: &str) -> String {
    let (width, height) = FRAME;
    let html = format!(
        "<iframe title=\"{}\" src=\"{}\" width=\"{width}\" height=\"{height}\"></iframe>",
        in_html(title),
        in_html(page)
    );
    let answer = serde_json::json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": "Casualty Calculator",
        "cache_age": CACHE_AGE, "width": width, "height": height, "html": html,
    });
    format!("{answer:#}\n")
}

/// A text as HTML has it, between tags and in quotes.
fn in_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text for feeds: the question, then a line a source with its figures, its day and its address.
fn feed(dataset: &Dataset, language: &str) -> String {
    let locale = Locale::new(language, dataset.texts.clone());
    let mut text = format!("{}\n", dataset.title);
    if let Some(summary) = &dataset.summary {
        text += &format!("\n{summary}\n");
    }
    text += "\n";
    for claim in &dataset.claims {
        let parts = [Some(chain(claim)), Some(figures(claim, &locale)), claim.published.map(|date| locale.date(date))];
        let parts = parts.into_iter().flatten().chain(claim.source.link.as_deref().map(str::to_owned));
        text += &format!("- {}\n", parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "));
    }
    text
}

/// Who said it, through whom.
fn chain(claim: &Claim) -> String {
    let together = |parties: &Vec<_>| {
        let names: Vec<&str> = parties.iter().map(|party: &casualty_calculator::domain::Party| &*party.name).collect();
        names.join(", ")
    };
    let mut links: Vec<_> = claim.attribution.iter().map(together).collect();
    if links.last().is_none_or(|last| **last != *claim.source.name) {
        links.push(claim.source.name.to_string());
    }
    links.join(" → ")
}

/// All that a claim gives, with the wording of each figure.
fn figures(claim: &Claim, locale: &Locale) -> String {
    let words = Words(locale);
    let mut figures: Vec<_> = claim
        .categories()
        .map(|(category, reported)| format!("{} {}", words.reported(reported, Unit::People), locale.category(category)))
        .collect();
    for group in &claim.groups {
        figures.push(format!("{} {}", words.reported(&group.count, Unit::People), locale.coverage(group.covers)));
    }
    for (quantity, name) in [
        (Quantity::Casualties, casualty_calculator::i18n::Message::Casualties),
        (Quantity::Rate, casualty_calculator::i18n::Message::Rate),
        (Quantity::Deployed, casualty_calculator::i18n::Message::Deployed),
    ] {
        if let Some(reported) = claim.given(quantity) {
            figures.push(format!("{}: {}", locale.text(name), words.reported(reported, quantity.unit())));
        }
    }
    figures.join(", ")
}
