//! What a reader gets without a script, as files.

use std::borrow::Cow;
use std::cell::Cell;
use std::fs;
use std::path::Path;

use casualty_calculator::components::{Fallback, FallbackProps, Shared, Snippet, SnippetProps, View, feed};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::figures::{COLUMNS, figure_rows};
use casualty_calculator::state::State;
use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, comments, element, rewrite_str};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::{BaseComponent, LocalServerRenderer};

/// What is asked for, beside the dataset.
pub struct Order {
    /// The language of words, numbers and dates.
    pub language: String,
    /// The scenario's text, where it is not the dataset's own.
    pub scenario: Option<String>,
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
    let Order { language, scenario, url, src } = order;
    let base = url.as_deref().map(whole_address).transpose()?;
    let page = base.as_ref().map(|base| {
        let src = src.as_ref().map(|src| format!("&src={}", utf8_percent_encode(src, NON_ALPHANUMERIC)));
        let scenario = scenario.as_ref().map(|scenario| format!("#{scenario}"));
        [format!("{base}embed.html?lang={language}"), src.unwrap_or_default(), scenario.unwrap_or_default()].concat()
    });
    let state = State::new(dataset.scenario);
    let view = Shared::from(View::of(dataset, language, &state));
    let title = &*view.dataset.title;
    let fallback = still(&drawn::<Fallback>(FallbackProps { view: view.clone() })?)?;
    let mut files = vec![("calculator.txt", feed(&view)), ("figures.csv", figures(&view)?)];
    if let (Some(base), Some(page)) = (&base, &page) {
        files.push(("embed.html", frame_page(title, &fallback, &format!("{base}oembed.json"), order)?));
        files.push(("oembed.json", oembed(title, page)?));
    }
    let (src, scenario) = (src.clone(), scenario.clone());
    files.push(("snippet.html", drawn::<Snippet>(SnippetProps { view: view.clone(), src, scenario, page })?));
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

/// The figures for spreadsheets. They tell by the mark at its beginning that the text is UTF-8.
fn figures(view: &View) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::from("\u{feff}"));
    let rows = figure_rows(&view.dataset, &view.scenario);
    let written = writer.write_record(COLUMNS).and_then(|()| rows.iter().try_for_each(|row| writer.write_record(row)));
    written.map_err(|error| error.to_string())?;
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A component as HTML.
fn drawn<C: BaseComponent>(props: C::Properties) -> Result<String, String> {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    Ok(runtime.block_on(renderer.render()))
}

/// The calculator as HTML that nothing brings to life: what could be pressed can't be, and names that are meant for inside
/// an element are gone, save those of the patterns, which are the same in every calculator.
fn still(html: &str) -> Result<String, String> {
    let scenario_line = Cell::new(String::new());
    let handlers = vec![
        element!("button, input, select", |control| Ok(control.set_attribute("disabled", "")?)),
        element!("*", |element| {
            for name in ["aria-describedby", "aria-labelledby", "part", "role"] {
                element.remove_attribute(name);
            }
            Ok(())
        }),
        element!("[id]:not(pattern)", |element| {
            element.remove_attribute("id");
            Ok(())
        }),
        // The live chart draws the line once and refers to it.
        element!("line.scenario-line", |line| {
            let attributes = line.attributes().iter().map(|of| format!(" {}=\"{}\"", of.name(), of.value()));
            scenario_line.set(format!("<line{}></line>", attributes.collect::<String>()));
            line.remove();
            Ok(())
        }),
        element!("use", |reference| {
            let line = scenario_line.take();
            reference.replace(&line, ContentType::Html);
            scenario_line.set(line);
            Ok(())
        }),
        element!("a.rule-link", |link| {
            link.remove_and_keep_content();
            Ok(())
        }),
    ];
    rewritten(html, handlers)
}

/// HTML with some of its elements changed.
fn rewritten(html: &str, handlers: Vec<(Cow<'_, Selector>, ElementContentHandlers<'_>)>) -> Result<String, String> {
    let settings =
        handlers.into_iter().fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    rewrite_str(html, settings).map_err(|error| error.to_string())
}

/// Gives an element an attribute. The library itself takes only quotes for what they are.
fn set(element: &mut Element, name: &str, value: &str) -> HandlerResult {
    Ok(element.set_attribute(name, &value.replace('&', "&amp;"))?)
}

/// The page of the frame, which says where the answer about embedding is.
fn frame_page(
    title: &str,
    fallback: &str,
    answer: &str,
    Order { language, scenario, src, .. }: &Order,
) -> Result<String, String> {
    let link = rewritten(
        "<link rel=\"alternate\" type=\"application/json+oembed\">",
        vec![element!("link", |link| {
            set(link, "href", answer)?;
            set(link, "title", title)
        })],
    )?;
    let handlers = vec![
        element!("html", |html| set(html, "lang", language)),
        element!("title", |element| {
            element.set_inner_content(title, ContentType::Text);
            element.after(&format!("\n  {link}"), ContentType::Html);
            Ok(())
        }),
        element!("[data-from-address]", |element| {
            let given = [("src", src), ("scenario", scenario)]
                .into_iter()
                .filter_map(|(name, value)| Some((name, value.as_ref()?)));
            given.into_iter().try_for_each(|(name, value)| set(element, name, value))
        }),
        comments!("[data-from-address]", |comment| {
            comment.replace(fallback, ContentType::Html);
            Ok(())
        }),
    ];
    rewritten(FRAME_PAGE, handlers)
}

/// The answer to those who ask how to embed the page, by oEmbed 1.0.
fn oembed(title: &str, page: &str) -> Result<String, String> {
    let (width, height) = FRAME;
    let frame = element!("iframe", |frame| {
        set(frame, "title", title)?;
        set(frame, "src", page)?;
        set(frame, "width", &width.to_string())?;
        set(frame, "height", &height.to_string())
    });
    let html = rewritten("<iframe></iframe>", vec![frame])?;
    let answer = serde_json::json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": "Casualty Calculator",
        "cache_age": CACHE_AGE, "width": width, "height": height, "html": html,
    });
    Ok(format!("{answer:#}\n"))
}
