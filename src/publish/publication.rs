//! A dataset drawn for publication, and the files that are made of it.

use yew::{BaseComponent, LocalServerRenderer};

use super::address::{self, Folder};
use super::archive_page::{Shown, archive_page};
use super::codes::{Codes, Parts, codes};
use super::error::Error;
use super::figures_json::figures_json;
use super::frame_page::frame_page;
use super::oembed::oembed;
use super::options::Options;
use super::picture::{Picture, SOCIAL_IMAGE};
use super::static_html::static_html;
use crate::components::{
    Fallback, FallbackProps, Shared, Snippet, SnippetProps, View, chart_image, feed, shared_scenarios, social_image,
};
use crate::dataset::{Value, parse_json, parse_scenarios, parse_translated};
use crate::figures::figures_csv;
use crate::state::{Action, State, reduce};

/// The page for frames.
pub const FRAME_PAGE: &str = "embed.html";

/// A file of text.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its name in the folder.
    pub name: &'static str,
    /// What is in it.
    pub text: String,
}

/// A dataset drawn for publication.
pub struct Publication {
    options: Options,
    /// The dataset as it is in its file.
    data: Value,
    view: Shared<View>,
    /// The address of the folder, where it is known.
    folder: Option<Folder>,
    fallback: String,
    snippet: String,
}

impl Publication {
    /// Reads a dataset from the text of its file and draws it.
    ///
    /// # Errors
    /// What is wrong with the dataset, the scenario, or the address of the folder or of the dataset.
    pub async fn draw(data: &str, options: Options) -> Result<Self, Error> {
        let dataset = parse_translated(data, &options.language).map_err(Error::Dataset)?;
        let data = parse_json(data).map_err(Error::Dataset)?.value;
        let scenarios =
            parse_scenarios(options.scenario.as_deref().unwrap_or_default(), &dataset).map_err(Error::Scenario)?;
        let state = reduce(&State::new(&dataset), Action::ReplaceSome(scenarios), &dataset);
        if let Some(src) = options.src.as_ref().filter(|src| !address::is_of_web(src)) {
            return Err(Error::Source(src.clone()));
        }
        let folder = options.url.as_deref().map(Folder::full).transpose()?;
        let view = Shared::from(View::of_state(dataset, &options.language, options.heading, state));
        let fallback = static_html(&drawn::<Fallback>(FallbackProps { view: view.clone() }).await);
        let mut publication = Self { options, data, view, folder, fallback, snippet: String::new() };
        let folder = publication.folder.as_ref();
        publication.snippet = publication.snippet_for(folder).await;
        Ok(publication)
    }

    /// What a page can show without a script, and the figures for other uses: `fallback.html` to put inside the element,
    /// `snippet.html` to paste, `calculator.txt` for feeds, `figures.csv`, `figures.json` and `chart.svg`; where the
    /// folder's address is known also `embed.html`, a page to embed as a frame, and `oembed.json`, its oEmbed answer.
    ///
    /// # Errors
    /// Where JSON has no form for a result.
    pub fn files(&self) -> Result<Vec<File>, Error> {
        let view = &self.view;
        let mut files = vec![
            File { name: "calculator.txt", text: feed(&view.story.dataset, &view.story.locale) },
            File { name: "chart.svg", text: self.chart() },
            File { name: "fallback.html", text: self.fallback.clone() },
            File { name: "figures.csv", text: figures_csv(&view.story.dataset, &view.state) },
            File { name: "figures.json", text: figures_json(self.data.clone(), view)? },
            File { name: "snippet.html", text: self.snippet.clone() },
        ];
        if let Some(folder) = &self.folder {
            let (title, page) = (self.title(), address::page(folder, &self.options));
            let pictures = self.options.pictures.then_some(folder);
            files.push(self.frame_page());
            files.push(File { name: "oembed.json", text: oembed(title, &page, pictures) });
        }
        Ok(files)
    }

    /// The drawings that PNG pictures are made of: the chart, and the picture that is shown with a link to the story.
    pub fn pictures(&self) -> [Picture; 2] {
        [
            Picture { name: "chart.png", svg: self.chart(), scale: 2.0 },
            Picture { name: SOCIAL_IMAGE, svg: social_image(&self.view), scale: 1.0 },
        ]
    }

    /// The page to embed as a frame, `embed.html`. Where the folder's address is not known, it names neither an oEmbed
    /// answer nor a picture, since both need a full address.
    pub fn frame_page(&self) -> File {
        let text = frame_page(self.title(), &self.fallback, self.folder.as_ref(), &self.options);
        File { name: FRAME_PAGE, text }
    }

    /// The HTML that editors copy into pages, for files in a folder: by its full address, or by one that is relative to those
    /// pages. A relative [`src`](Options::src) is taken from that folder.
    ///
    /// # Errors
    /// Where the address leads to no folder on the web.
    pub async fn codes(&self, folder: &str) -> Result<Codes, Error> {
        let folder = Folder::full_or_relative(folder)?;
        let snippet = self.snippet_for(Some(&folder)).await;
        Ok(codes(&folder, &self.options, Parts { title: self.title(), fallback: &self.fallback, snippet }))
    }

    /// The page `index.html` of an archive, in any of the interface's languages: what to do with its files, of which these are
    /// there beside the built ones, and the calculator as they show it. It expects the dataset as [`DATA_FILE`](super::DATA_FILE), and this
    /// publication's [page for frames](Self::frame_page).
    ///
    /// # Errors
    /// Where the words of the language are not whole.
    pub fn archive_page(&self, language: &str, codes: &Codes, files: Vec<&str>) -> Result<String, Error> {
        let shown = Shown { title: self.title(), options: &self.options, fallback: &self.fallback, files };
        archive_page(language, &shown, codes).map_err(Error::Json)
    }

    /// The question, in the language of the publication.
    pub fn title(&self) -> &str {
        &self.view.story.dataset.title
    }

    /// The chart, with the address of the same figures. The address always names the scenario, even the dataset's own: a
    /// later dataset may have another one.
    fn chart(&self) -> String {
        let address = self.folder.as_ref().map(|folder| {
            let page = address::page_of_any_scenario(folder, &self.options);
            format!("{page}#{}", shared_scenarios(&self.view))
        });
        chart_image(&self.view, &address.unwrap_or_default())
    }

    /// The figure to paste; with a link to the calculator, where it is known in which folder that is.
    async fn snippet_for(&self, folder: Option<&Folder>) -> String {
        let Options { src, scenario, .. } = &self.options;
        let src = src.as_ref().map(|src| folder.map_or_else(|| src.clone(), |folder| folder.resolved(src)));
        let page = folder.map(|folder| address::page(folder, &self.options));
        drawn::<Snippet>(SnippetProps { view: self.view.clone(), src, scenario: scenario.clone(), page }).await
    }
}

/// A component as HTML.
async fn drawn<C: BaseComponent>(props: C::Properties) -> String {
    LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}
