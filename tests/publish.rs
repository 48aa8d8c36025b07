//! What a newsroom gets beside the files: the HTML that editors copy, and the page of an archive.
#![cfg(feature = "render")]

use std::error::Error;
use std::fs;
use std::path::Path;

use casualty_calculator::publish::{Codes, DATA_FILE, Options, Publication};

type Done = Result<(), Box<dyn Error>>;

const EMBEDDING: &str = include_str!("../docs/embedding.md");

/// Where that document puts the built files, and the scenario of its snippets.
const THERE: &str = "https://your.site/calculator/";
const SCENARIO: &str = "deployed=about:11000&killed=about:1000&wounded=about:3000";

async fn drawn(dataset: &str, options: Options) -> Result<Publication, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(dataset).with_extension("json");
    Ok(Publication::draw(&fs::read_to_string(path)?, options).await?)
}

async fn codes(folder: &str, options: Options) -> Result<Codes, Box<dyn Error>> {
    Ok(drawn("kursk-january-2025", options).await?.codes(folder).await?)
}

/// The HTML that the document says to copy under a heading.
fn documented(heading: &str) -> Vec<&'static str> {
    let (_, under) = EMBEDDING.split_once(&format!("\n{heading}\n")).unwrap_or_default();
    let section = under.split("\n#").next().unwrap_or_default();
    section.split("```html\n").skip(1).filter_map(|block| Some(block.split_once("\n```")?.0)).collect()
}

/// The value of an attribute of the first element with a tag.
fn attribute(html: &str, tag: &str, name: &str) -> Option<String> {
    let start = html.split(&format!("<{tag}")).nth(1)?.split('>').next()?.replace('\n', " ");
    let value = start.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

#[tokio::test]
async fn editors_copy_what_the_document_shows() -> Done {
    let options = Options { scenario: Some(SCENARIO.to_owned()), ..Options::new("en") };
    let title = drawn("kursk-january-2025", options.clone()).await?.title().to_owned();
    let all = codes(THERE, options).await?;

    let [tag] = documented("## The script tag")[..] else { return Err("another count of snippets".into()) };
    let bare = codes(THERE, Options::new("en")).await?.tag;
    let shown: Vec<_> = tag.lines().filter(|line| !line.starts_with("  ")).collect();
    let copied: Vec<_> = bare.lines().collect();
    assert_eq!(shown, [copied[1], copied[2], copied[copied.len() - 1]]);
    assert_eq!(copied[0], format!("<link rel=\"stylesheet\" href=\"{THERE}fallback.css\">"));
    assert!(copied[3].starts_with("  <div class=\"casualty-calculator-fallback\">"), "{:.200}", copied[3]);

    let [frame, script] = documented("## In a frame")[..] else { return Err("another count of snippets".into()) };
    let named = frame.replace("\"Casualty Calculator\"", &format!("\"{title}\""));
    assert_eq!(all.frame.replace("&amp;", "&"), named.replace("&theme=light", ""));
    assert_eq!(all.frame_script.trim_end(), script);

    let [template, figure] = documented("## As pasted HTML")[..] else {
        return Err("another count of snippets".into());
    };
    assert_eq!(all.template, template);
    for name in ["class", "data-scenario", "lang"] {
        assert_eq!(attribute(&all.pasted, "figure", name), attribute(figure, "figure", name), "{name}");
    }
    let page = attribute(&all.pasted, "a", "href").ok_or("no link")?;
    assert_eq!(page, format!("{THERE}embed.html?lang=en#{SCENARIO}"));
    Ok(())
}

#[tokio::test]
async fn every_code_finds_its_files_and_the_dataset_from_wherever_it_is_pasted() -> Done {
    for (folder, src, files, dataset, in_frame) in [
        ("https://a.example/c", "data.json", "https://a.example/c/", "https://a.example/c/data.json", "data%2Ejson"),
        ("https://a.example", "/d.json", "https://a.example/", "https://a.example/d.json", "%2Fd%2Ejson"),
        (" /c/2025/ ", "data.json", "/c/2025/", "/c/2025/data.json", "data%2Ejson"),
        ("/", "/d.json", "/", "/d.json", "%2Fd%2Ejson"),
        ("../c", "//b.example/d", "../c/", "//b.example/d", "%2F%2Fb%2Eexample%2Fd"),
        (
            "http://a.example/c/",
            "http://b.example/d",
            "http://a.example/c/",
            "http://b.example/d",
            "http%3A%2F%2Fb%2Eexample%2Fd",
        ),
    ] {
        let codes = codes(folder, Options { src: Some(src.to_owned()), ..Options::new("uk") }).await?;
        let found = [
            Some(codes.folder.clone()),
            attribute(&codes.tag, "script", "src"),
            attribute(&codes.tag, "casualty-calculator", "src"),
            attribute(&codes.pasted, "figure", "data-src"),
            attribute(&codes.frame, "iframe", "src"),
            attribute(&codes.template, "link", "href"),
        ];
        let expected = [
            files.to_owned(),
            format!("{files}casualty-calculator.js"),
            dataset.to_owned(),
            dataset.to_owned(),
            format!("{files}embed.html?lang=uk&src={in_frame}"),
            format!("{files}pasted.css"),
        ];
        assert_eq!(found, expected.map(Some), "{folder}, {src}");
    }
    Ok(())
}

#[tokio::test]
async fn a_dataset_beside_the_files_is_found_by_each_of_them() -> Done {
    let beside = Options { url: Some(THERE.to_owned()), src: Some(DATA_FILE.to_owned()), ..Options::new("en") };
    let files = drawn("kursk-january-2025", beside).await?.files()?;
    let text = |name| files.iter().find(|file| file.name == name).map(|file| &*file.text).unwrap_or_default();
    let there = format!("{THERE}{DATA_FILE}");
    assert_eq!(attribute(text("snippet.html"), "figure", "data-src"), Some(there));
    // Relative to the page itself.
    assert_eq!(attribute(text("embed.html"), "casualty-calculator", "src"), Some(DATA_FILE.to_owned()));
    let page = format!("{THERE}embed.html?lang=en&src=data%2Ejson");
    assert_eq!(attribute(text("snippet.html"), "a", "href"), Some(page));
    Ok(())
}

#[tokio::test]
async fn no_code_leads_anywhere_but_to_the_web() -> Done {
    let publication = drawn("kursk-january-2025", Options::new("en")).await?;
    for address in
        ["", "  ", "javascript:alert(1)", "file:///srv", "C:\\calculator", "https://", "/a?b", "/a#b", "a\nb"]
    {
        let error = publication.codes(address).await.expect_err(address).to_string();
        let expected = "expected the address of a folder such as https://your.site/calculator/ or /calculator/";
        assert_eq!(error, format!("{}: {expected}", address.trim()));
    }
    let options = Options { src: Some("data:application/json,{}".to_owned()), ..Options::new("en") };
    let error = drawn("kursk-january-2025", options).await.err().map(|error| error.to_string());
    let expected = "expected the address of a dataset such as https://your.site/calculator/data.json or data.json";
    assert_eq!(error, Some(format!("data:application/json,{{}}: {expected}")));
    Ok(())
}

#[tokio::test]
async fn nothing_in_an_address_or_a_tag_ends_the_code_that_it_stands_in() -> Done {
    const EVIL: &str = "d.json?a=1&b=\"><script>alert(1)</script>";
    let options = Options { src: Some(EVIL.to_owned()), heading: 3, ..Options::new("en\"><script>x") };
    let codes = codes("/c'&", options).await?;
    for code in [&codes.tag, &codes.frame, &codes.pasted, &codes.template] {
        let scripts = code.matches("<script").count();
        assert_eq!(scripts, code.matches("<script type=\"module\" src=\"/c'&amp;/").count(), "{code:.500}");
    }
    assert_eq!(attribute(&codes.tag, "casualty-calculator", "src"), Some(format!("/c'&/{EVIL}")));
    assert_eq!(attribute(&codes.tag, "casualty-calculator", "heading"), Some("3".to_owned()));
    Ok(())
}

#[tokio::test]
async fn the_page_of_an_archive_says_in_every_language_what_each_file_is_for() -> Done {
    let options = Options { url: Some(THERE.to_owned()), src: Some(DATA_FILE.to_owned()), ..Options::new("ko") };
    let publication = drawn("stories/falklands", options).await?;
    let codes = publication.codes(THERE).await?;
    let mut names = vec![DATA_FILE];
    names.extend(publication.files()?.iter().map(|file| file.name));
    names.extend(publication.pictures().map(|picture| picture.name));
    let mut pages = Vec::new();
    for (language, direction) in [("en", "ltr"), ("uk-UA", "ltr"), ("ru", "ltr"), ("ko", "ltr"), ("ar", "rtl")] {
        let page = publication.archive_page(language, &codes, names.clone())?;
        let tag = language.split('-').next().unwrap_or_default();
        assert!(page.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{page:.200}");
        for name in &names {
            let row = format!("<code dir=\"ltr\">{name}</code></th><td>");
            assert_eq!(page.matches(&row).count(), 1, "{name} in {language}");
            assert!(!page.contains(&format!("{row}<")), "{name} in {language}");
        }
        for code in [&codes.tag, &codes.frame, &codes.pasted, &codes.template] {
            let code = code.replace('&', "&amp;").replace('<', "&lt;");
            assert!(page.contains(&format!(">{code}</textarea>")), "{code:.100} in {language}");
        }
        assert!(page.contains("\n<casualty-calculator lang=\"ko\" src=\"data.json\">\n  <div"), "{language}");
        assert!(!page.contains(" style="), "a strict policy blocks style attributes");
        pages.push(page);
    }
    assert!(pages.iter().all(|page| pages.iter().filter(|other| *other == page).count() == 1));
    assert_eq!(publication.archive_page("fr", &codes, names)?, pages[0]);

    // A page for the frame is there all the same, with this story's own figures for readers without a script.
    let options = Options { src: Some(DATA_FILE.to_owned()), ..Options::new("en") };
    let publication = drawn("stories/falklands", options).await?;
    let page = publication.frame_page();
    assert_eq!(page.name, "embed.html");
    assert!(page.text.contains(publication.title()) && page.text.contains("649"), "{:.1000}", page.text);
    assert!(!page.text.contains("oembed") && !page.text.contains("og:"), "{:.1000}", page.text);

    // Without an address or pictures it names no file that is not there.
    let options = Options { pictures: false, ..Options::new("en") };
    let publication = drawn("kursk-january-2025", options).await?;
    let files = publication.files()?;
    let names = files.iter().map(|file| file.name).collect();
    let page = publication.archive_page("en", &publication.codes("/c").await?, names)?;
    for name in ["oembed.json", "chart.png", "social.png"] {
        assert!(!page.contains(name), "{name}");
    }
    Ok(())
}
