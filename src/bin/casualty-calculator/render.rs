//! The files for pages without a script and for other uses of the figures.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use casualty_calculator::components::{
    Fallback, FallbackProps, HEADING, SOCIAL_IMAGE_SIZE, Shared, Snippet, SnippetProps, View, chart_image, feed,
    shared_scenarios, social_image,
};
use casualty_calculator::dataset::{Dataset, Value, parse_json};
use casualty_calculator::figures::figures_csv;
use casualty_calculator::results::result_fields;
use casualty_calculator::state::State;
use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, comments, element, rewrite_str};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::{BaseComponent, LocalServerRenderer};

use crate::json::pretty;
use crate::pixels::Fonts;

/// What to render of a dataset, and for where.
pub struct RenderOptions {
    /// The language of words, numbers and dates.
    pub language: String,
    /// The scenario's text, where it is not the dataset's own.
    pub scenario: Option<String>,
    /// The level of the question's heading.
    pub heading: usize,
    /// The public address of the folder.
    pub url: Option<String>,
    /// The public address of the dataset.
    pub src: Option<String>,
    /// Whether to draw the PNG pictures, which need fonts.
    pub pictures: bool,
}

/// The initial size of a frame, in pixels. Its page reports its height once it is loaded.
const FRAME: (u32, u32) = (640, 900);

/// How long the oEmbed answer may be cached, in seconds.
const CACHE_AGE: u32 = 86_400;

/// The picture that is shown with a link to the page.
const SOCIAL_IMAGE: &str = "social.png";

/// The frame's page, with places for what is put into it here.
const FRAME_PAGE: &str = include_str!("../../embed/embed.html");

/// Writes the files for a dataset into a folder.
///
/// # Errors
/// A message, where an address is not whole, no font is installed, or the folder can't be created or written to.
pub fn render(data: &str, dataset: Dataset, state: State, options: &RenderOptions, out: &Path) -> Result<(), String> {
    let RenderOptions { language, scenario, heading, url, src, pictures } = options;
    let base = url.as_deref().map(folder_address).transpose()?;
    let page = base.as_ref().map(|base| {
        let src = src.as_ref().map(|src| format!("&src={}", utf8_percent_encode(src, NON_ALPHANUMERIC)));
        let scenario = scenario.as_ref().map(|scenario| format!("#{scenario}"));
        [format!("{base}embed.html?lang={language}"), src.unwrap_or_default(), scenario.unwrap_or_default()].concat()
    });
    let view = Shared::from(View::of_state(dataset, language, *heading, state));
    let title = &*view.story.dataset.title;
    let fallback = static_html(&drawn::<Fallback>(FallbackProps { view: view.clone() })?)?;
    // The link always names its scenario, even the dataset's own: a later dataset may have another one.
    let address = page.as_ref().map(|page| {
        let page = page.split('#').next().unwrap_or_default();
        format!("{page}#{}", shared_scenarios(&view))
    });
    let chart = chart_image(&view, address.as_deref().unwrap_or_default());
    let pictures = if *pictures {
        let fonts = Fonts::from_system()?;
        vec![("chart.png", fonts.png(&chart, 2.0)?), (SOCIAL_IMAGE, fonts.png(&social_image(&view), 1.0)?)]
    } else {
        Vec::new()
    };
    let mut files = vec![
        ("calculator.txt", feed(&view)),
        ("chart.svg", chart),
        ("figures.csv", figures_csv(&view.story.dataset, &view.state)),
        ("figures.json", figures_json(data, &view)?),
    ];
    if let (Some(base), Some(page)) = (&base, &page) {
        files.push(("embed.html", frame_page(title, &fallback, base, options)?));
        files.push(("oembed.json", oembed(title, page, (!pictures.is_empty()).then_some(base))?));
    }
    let (src, scenario) = (src.clone(), scenario.clone());
    files.push(("snippet.html", drawn::<Snippet>(SnippetProps { view: view.clone(), src, scenario, page })?));
    files.push(("fallback.html", fallback));
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let files = files.into_iter().map(|(name, text)| (name, text.into_bytes()));
    for (name, text) in files.chain(pictures) {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The address of a folder, ending in a slash, as links need it.
fn folder_address(url: &str) -> Result<String, String> {
    if ["https://", "http://"].iter().any(|scheme| url.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty())) {
        Ok(format!("{}/", url.trim_end_matches('/')))
    } else {
        Err(format!("--url {url}: expected a full address such as https://your.site/calculator/"))
    }
}

/// The dataset and what `rates` prints, but for the findings that only whoever writes the dataset can do anything about.
fn figures_json(data: &str, view: &View) -> Result<String, String> {
    let data = parse_json(data).map_err(|_| "the dataset is no longer JSON")?;
    let claims: Vec<_> = view.stories.iter().map(|story| &story.claims).collect();
    let derived: Vec<_> = view.forces.iter().map(|derived| &**derived).collect();
    let mut fields = vec![("data", data.value)];
    fields.extend(result_fields(&view.state, &view.story.dataset, &claims, &derived));
    pretty(&Value::object(fields))
}

/// A component as HTML.
fn drawn<C: BaseComponent>(props: C::Properties) -> Result<String, String> {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    Ok(runtime.block_on(renderer.render()))
}

/// The calculator as static HTML: its controls are disabled, and ids, parts and roles, which only work inside the
/// element, are removed. The ids of patterns stay, since they are the same in every calculator.
fn static_html(html: &str) -> Result<String, String> {
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

/// Sets an attribute of an element. The library itself escapes quotes only.
fn set_attribute(element: &mut Element, name: &str, value: &str) -> HandlerResult {
    Ok(element.set_attribute(name, &value.replace('&', "&amp;"))?)
}

/// The page of the frame, with a link to the oEmbed answer.
fn frame_page(
    title: &str,
    fallback: &str,
    base: &str,
    RenderOptions { language, scenario, heading, src, pictures, .. }: &RenderOptions,
) -> Result<String, String> {
    let mut links = rewritten(
        "<link rel=\"alternate\" type=\"application/json+oembed\">",
        vec![element!("link", |link| {
            set_attribute(link, "href", &format!("{base}oembed.json"))?;
            set_attribute(link, "title", title)
        })],
    )?;
    let (width, height) = SOCIAL_IMAGE_SIZE;
    let picture = [
        ("og:title", title.to_owned()),
        ("og:type", "website".to_owned()),
        ("og:image", format!("{base}{SOCIAL_IMAGE}")),
        ("og:image:width", width.to_string()),
        ("og:image:height", height.to_string()),
        ("og:image:alt", title.to_owned()),
    ];
    for (property, content) in picture.iter().filter(|_| *pictures) {
        let handler = element!("meta", |meta| {
            set_attribute(meta, "property", property)?;
            set_attribute(meta, "content", content)
        });
        links += &format!("\n  {}", rewritten("<meta>", vec![handler])?);
    }
    if *pictures {
        links += "\n  <meta name=\"twitter:card\" content=\"summary_large_image\">";
    }
    let heading = (*heading != HEADING).then(|| heading.to_string());
    let handlers = vec![
        element!("html", |html| set_attribute(html, "lang", language)),
        element!("title", |element| {
            element.set_inner_content(title, ContentType::Text);
            element.after(&format!("\n  {links}"), ContentType::Html);
            Ok(())
        }),
        element!("[data-from-address]", |element| {
            let given = [("src", src), ("scenario", scenario), ("heading", &heading)]
                .into_iter()
                .filter_map(|(name, value)| Some((name, value.as_ref()?)));
            given.into_iter().try_for_each(|(name, value)| set_attribute(element, name, value))
        }),
        comments!("[data-from-address]", |comment| {
            comment.replace(fallback, ContentType::Html);
            Ok(())
        }),
    ];
    rewritten(FRAME_PAGE, handlers)
}

/// The oEmbed 1.0 answer for the page. `pictures` is the address of the folder with the pictures, if there are any.
fn oembed(title: &str, page: &str, pictures: Option<&String>) -> Result<String, String> {
    let (width, height) = FRAME;
    let frame = element!("iframe", |frame| {
        set_attribute(frame, "title", title)?;
        set_attribute(frame, "src", page)?;
        set_attribute(frame, "width", &width.to_string())?;
        set_attribute(frame, "height", &height.to_string())
    });
    let html = rewritten("<iframe></iframe>", vec![frame])?;
    let mut answer = serde_json::json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": "Casualty Calculator",
        "cache_age": CACHE_AGE, "width": width, "height": height, "html": html,
    });
    if let Some(base) = pictures {
        let (width, height) = SOCIAL_IMAGE_SIZE;
        answer["thumbnail_url"] = format!("{base}{SOCIAL_IMAGE}").into();
        answer["thumbnail_width"] = width.into();
        answer["thumbnail_height"] = height.into();
    }
    Ok(format!("{answer:#}\n"))
}
