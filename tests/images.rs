//! Pictures that stand alone: whoever gets one by itself reads in it what it is, who says it, and when.
#![cfg(all(feature = "render", feature = "command"))]

use std::error::Error;
use std::fs;
use std::process::Command;
use std::sync::Arc;

use casualty_calculator::components::{HEADING, SOCIAL_IMAGE_SIZE, View, chart_image, social_image};
use casualty_calculator::dataset::{BUILT_IN, Dataset, parse_dataset, parse_scenarios};
use casualty_calculator::domain::Claim;
use casualty_calculator::state::{Action, State, reduce};
use resvg::usvg::{self, fontdb};

type Done = Result<(), Box<dyn Error>>;

/// Texts of every length and script, and characters that mean something in XML or nothing at all.
const ODD: &str = r#"{
  "format": 2,
  "title": "How many of the <brigade> & its \"reserves\"\u0000\u0007 were lost, in all that has been said of it by those who spoke?",
  "forces": [
    {"id": "brigade", "name": "The <brigade>", "denominator": "a",
      "scenario": {"deployed": {"over": 10000}, "killed": {"between": [300, 900]}, "missing": 40, "captured": 1}}
  ],
  "claims": [
    {"id": "a", "source": {"name": "Ministry", "link": "https://ministry.example/a-very-long-address-without-a-place-to-break-it/0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"},
      "deployed": {"nearly": 12000}, "casualties": {"at_least": 4000, "words": "some four thousand and perhaps a good many more"}},
    {"id": "b", "source": {"name": "국방부 대변인실 국방부 대변인실 국방부 대변인실 국방부 대변인실 국방부 대변인실 국방부"}, "killed": {"up_to": 15000}, "wounded": 3, "missing": 2, "captured": 1},
    {"id": "c", "source": {"name": "وزارة الدفاع"}, "attribution": [{"name": "المتحدث باسم الوزارة"}, {"name": "وزارة الدفاع"}],
      "killed": {"about": 1000}, "groups": [{"covers": ["wounded", "missing", "captured"], "count": {"about": 3000}}]},
    {"id": "d", "source": {"name": "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"}, "killed": 999999999}
  ]
}"#;

fn view(text: &str, scenario: &str) -> Result<View, Box<dyn Error>> {
    let dataset = parse_dataset(text).map_err(|errors| errors[0].to_string())?;
    let scenarios = parse_scenarios(scenario, &dataset).map_err(|error| error.message())?;
    let state = reduce(&State::new(&dataset), Action::ReplaceSome(scenarios), &dataset);
    Ok(View::of_state(dataset, "en", HEADING, state))
}

fn story(name: &str) -> Result<String, std::io::Error> {
    fs::read_to_string(format!("data/stories/{name}.json"))
}

fn reports() -> Result<String, std::io::Error> {
    fs::read_to_string("data/kursk-2024-2025.json")
}

/// The drawing as another program reads it, with the fonts of the machine.
fn drawn(svg: &str) -> Result<usvg::Tree, Box<dyn Error>> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    let options = usvg::Options { fontdb: Arc::new(fonts), ..usvg::Options::default() };
    Ok(usvg::Tree::from_str(svg, &options)?)
}

/// Each text and where it is.
fn texts(group: &usvg::Group) -> Vec<(String, usvg::Rect)> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => found.extend(texts(group)),
            usvg::Node::Text(text) => {
                let words = text.chunks().iter().map(|chunk| chunk.text()).collect::<String>();
                found.push((words, text.abs_bounding_box()));
            }
            _ => {}
        }
    }
    found
}

/// All that is written, in reading order, with one blank where a line ends.
fn written(svg: &str) -> Result<String, Box<dyn Error>> {
    let document = roxmltree::Document::parse(svg)?;
    let lines = document.descendants().filter(|node| node.has_tag_name("text"));
    Ok(lines.filter_map(|line| line.text()).collect::<Vec<_>>().join(" "))
}

/// Where lines were broken does not matter.
fn unbroken(text: &str) -> String {
    text.split_whitespace().collect()
}

fn chain(claim: &Claim) -> String {
    let parties = claim.attribution.iter();
    let parties = parties.map(|parties| parties.iter().map(|party| &*party.name).collect::<Vec<_>>().join(", "));
    let chain = parties.collect::<Vec<_>>().join(" → ");
    if chain.is_empty() { claim.source.name.to_string() } else { chain }
}

fn assert_whole(written: &str, dataset: &Dataset) {
    let written = unbroken(written);
    let has = |part: &str| assert!(written.contains(&unbroken(part)), "{part} is not in {written}");
    for claim in dataset.forces.iter().flat_map(|force| &force.claims) {
        has(&chain(claim));
        has(&claim.source.name);
        claim.source.link.as_deref().inspect(|link| has(link));
    }
    dataset.credits.as_deref().inspect(|credits| has(credits));
}

#[test]
fn the_chart_alone_says_what_it_shows_who_said_it_when_and_with_which_hedges() -> Done {
    let view = view(BUILT_IN, "deployed=over:10000&killed=about:1000&wounded=between:2000-3000")?;
    let svg = chart_image(&view, "https://your.site/calculator/embed.html#deployed=over:10000");
    let text = written(&svg)?;
    assert_whole(&text, &view.story.dataset);
    for part in [
        "What share of North Korea’s troops in Russia became casualties?",
        "Of over 10,000 deployed, 2,900–4,100 became casualties (killed, wounded): under 41% of the force.",
        "Your figures.",
        "about 1,000 killed, 2,000 to 3,000 wounded",
        "South Korea: National Intelligence Service",
        "3,000 · about 27%",
        "about 3,000 wounded, missing, captured combined",
        "published January 22, 2025",
        "as of mid-January 2025",
        "Figures published up to January 22, 2025.",
        "Thin lines: what the wording allows (arrow: no limit; ring: limit not included). Double lines: the source’s own range. Pale bars: upper limits only.",
        "https://your.site/calculator/embed.html#deployed=over:10000",
        "5,000",
    ] {
        assert!(unbroken(&text).contains(&unbroken(part)), "{part} is not in {text}");
    }
    let title = roxmltree::Document::parse(&svg)?;
    let title =
        title.descendants().find(|node| node.has_tag_name("title")).and_then(|title| title.text().map(str::to_owned));
    assert_eq!(title.as_deref(), Some(&*view.story.dataset.title));
    Ok(())
}

#[test]
fn a_chart_of_one_of_several_forces_says_whose_losses_it_shows_and_shows_no_other() -> Done {
    let text = written(&chart_image(&view(&story("falklands")?, "force=ar")?, ""))?;
    for part in
        ["Argentine forces", "649 killed, 1,657 wounded, 11,313 captured", "as high as 700", "Military Wiki infobox"]
    {
        assert!(unbroken(&text).contains(&unbroken(part)), "{part} is not in {text}");
    }
    for part in ["British forces", "Hansard", "775 wounded"] {
        assert!(!unbroken(&text).contains(&unbroken(part)), "{part} is in {text}");
    }
    let text = written(&chart_image(&view(&story("georgia-2008")?, "")?, ""))?;
    assert!(text.contains("Russian forces") && !text.contains("74 killed"), "a figure that was taken back: {text}");
    Ok(())
}

#[test]
fn a_range_that_a_source_gives_itself_is_drawn_as_another_line_than_one_of_ours() -> Done {
    let lines = |scenario: &str| -> Result<Vec<(String, String)>, Box<dyn Error>> {
        let text = r#"{"format": 2, "title": "T", "forces": [{"id": "f", "name": "F"}],
            "claims": [{"id": "a", "source": {"name": "S"}, "deployed": 9}]}"#;
        let svg = chart_image(&view(text, scenario)?, "");
        let document = roxmltree::Document::parse(&svg)?;
        let attribute = |node: roxmltree::Node, name| node.attribute(name).unwrap_or_default().to_owned();
        let level = |node: &roxmltree::Node| node.has_tag_name("line") && node.attribute("y1") == node.attribute("y2");
        // Those over a bar: neither its ground nor the lines between rows.
        let over_bar = |node: &roxmltree::Node| {
            level(node) && node.attribute("stroke-width") != Some("5") && node.attribute("x1") != Some("32")
        };
        let found = document.descendants().filter(over_bar);
        Ok(found.map(|node| (attribute(node, "x1"), attribute(node, "x2"))).collect())
    };
    let about = lines("casualties=about:80")?;
    assert_eq!(about.len(), 1, "what the wording allows is one line: {about:?}");
    let best = lines("casualties=best:80:70-90")?;
    assert_eq!(best.len(), 2, "a source's own range is two lines: {best:?}");
    assert_eq!(best[0], best[1], "from the same place to the same place");
    assert_eq!(lines("casualties=80")?.len(), 0);
    Ok(())
}

#[test]
fn every_label_of_a_picture_is_inside_it_and_lies_on_no_other() -> Done {
    let reports = reports()?;
    let [falklands, georgia, iraq] = [story("falklands")?, story("georgia-2008")?, story("iraq-deaths")?];
    for (dataset, scenario) in [
        (BUILT_IN, ""),
        (&*reports, ""),
        (ODD, ""),
        (BUILT_IN, "killed=5"),
        (ODD, "deployed=1&killed=2"),
        (&falklands, "force=ar"),
        (&georgia, ""),
        (&iraq, "force=iq&killed=best:5000:10-9000&wounded=under:7"),
    ] {
        let view = view(dataset, scenario)?;
        for svg in [chart_image(&view, "https://your.site/calculator/#deployed=1"), social_image(&view)] {
            let tree = drawn(&svg)?;
            let texts = texts(tree.root());
            assert!(texts.len() > 4, "{texts:?}");
            let (width, height) = (tree.size().width(), tree.size().height());
            for (index, (text, place)) in texts.iter().enumerate() {
                let inside = place.left() >= 8.0
                    && place.right() <= width - 8.0
                    && place.top() >= 0.0
                    && place.bottom() <= height;
                assert!(inside, "“{text}” at {place:?} of {width} × {height}");
                for (other, beside) in &texts[..index] {
                    let apart = place.left() >= beside.right()
                        || beside.left() >= place.right()
                        || place.top() >= beside.bottom() - 0.5
                        || beside.top() >= place.bottom() - 0.5;
                    assert!(apart, "“{text}” at {place:?} lies on “{other}” at {beside:?}");
                }
            }
        }
    }
    Ok(())
}

#[test]
fn no_text_of_a_dataset_breaks_a_picture_or_brings_anything_into_it() -> Done {
    let allowed = ["svg", "title", "defs", "pattern", "rect", "line", "circle", "text"];
    let reports = reports()?;
    for text in [BUILT_IN, &*reports, ODD] {
        let view = view(text, "")?;
        for svg in [chart_image(&view, "https://your.site/\"><script>alert(1)</script>#\u{1}"), social_image(&view)] {
            let document = roxmltree::Document::parse(&svg)?;
            for element in document.descendants().filter(roxmltree::Node::is_element) {
                assert!(allowed.contains(&element.tag_name().name()), "{element:?}");
                for attribute in element.attributes() {
                    let name = attribute.name();
                    // What a strict policy refuses, and what would ask for something elsewhere.
                    assert!(!name.starts_with("on") && !["style", "class", "href"].contains(&name), "{attribute:?}");
                    assert!(!attribute.value().contains("//"), "{attribute:?}");
                }
            }
        }
        assert_whole(&written(&chart_image(&view, ""))?, &view.story.dataset);
    }
    Ok(())
}

#[test]
fn what_has_no_top_runs_to_the_edge_and_what_is_not_given_has_no_bar() -> Done {
    let count = |scenario: &str, of: fn(&roxmltree::Node) -> bool| -> Result<usize, Box<dyn Error>> {
        let text = r#"{"format": 2, "title": "T", "forces": [{"id": "f", "name": "F"}],
            "claims": [{"id": "a", "source": {"name": "S"}, "deployed": 9}]}"#;
        let svg = chart_image(&view(text, scenario)?, "");
        Ok(roxmltree::Document::parse(&svg)?.descendants().filter(of).count())
    };
    // The line over a bar has a ground of its own, five pixels wide.
    let to_the_edge =
        |node: &roxmltree::Node| node.attribute("stroke-width") == Some("5") && node.attribute("x2") == Some("768");
    let over_bars = |node: &roxmltree::Node| node.attribute("stroke-width") == Some("5");
    let bars = |node: &roxmltree::Node| node.attribute("stroke-dasharray").is_some();
    for (scenario, open, lines, fills) in [
        ("casualties=over:80", 1, 1, 2),
        ("casualties=about:80", 0, 1, 2),
        ("casualties=80", 0, 0, 2),
        ("casualties=between:80-90", 0, 1, 0),
        ("deployed=80", 0, 0, 0),
    ] {
        let found = (count(scenario, to_the_edge)?, count(scenario, over_bars)?, count(scenario, bars)?);
        // A bar has its place in the legend too.
        assert_eq!(found, (open, lines, fills), "{scenario}");
    }
    Ok(())
}

#[test]
fn the_colours_of_a_picture_are_those_of_the_page_by_day() -> Done {
    let tokens = fs::read_to_string("styles/tokens.css")?;
    let reports = reports()?;
    let light: Vec<_> = tokens.split("light-dark(").skip(1).filter_map(|rest| rest.split(',').next()).collect();
    assert!(light.len() > 10, "{light:?}");
    for text in [BUILT_IN, &*reports, ODD] {
        let view = view(text, "")?;
        for svg in [chart_image(&view, ""), social_image(&view)] {
            let colours: Vec<_> = svg.split("\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert!(colours.len() > 10, "{colours:?}");
            for colour in colours {
                assert!(light.contains(&&*format!("#{colour}")), "#{colour} is none of {light:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn another_program_opens_the_chart_at_its_size() -> Done {
    let svg = chart_image(&view(BUILT_IN, "")?, "");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (drawing, picture) = (folder.join("opened.svg"), folder.join("opened.png"));
    fs::write(&drawing, &svg)?;
    let opened = Command::new("rsvg-convert").arg("--zoom=2").arg(&drawing).arg("--output").arg(&picture).output();
    let opened = opened.map_err(|error| format!("rsvg-convert, of Debian's librsvg2-bin: {error}"))?;
    assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
    let size = drawn(&svg)?.size();
    assert_eq!(png_size(&fs::read(&picture)?), [size.width() * 2.0, size.height() * 2.0].map(|side| side as u32));
    Ok(())
}

#[test]
fn the_picture_for_links_has_the_size_that_those_want_who_show_them() -> Done {
    for (dataset, scenario) in [(BUILT_IN, ""), (ODD, ""), (BUILT_IN, "killed=1")] {
        let view = view(dataset, scenario)?;
        let svg = social_image(&view);
        let size = drawn(&svg)?.size();
        let (width, height) = SOCIAL_IMAGE_SIZE;
        assert_eq!([size.width(), size.height()], [width, height].map(f32::from));
    }
    let text = unbroken(&written(&social_image(&view(BUILT_IN, "")?))?);
    for part in [
        "What share of North Korea’s troops in Russia became casualties?",
        "about 36%",
        "Of about 11,000 deployed, about 4,000 became casualties (killed, wounded): about 36% of the force.",
        "killed: about 1,000",
        "Western officials (unnamed) → BBC Russian service → The Moscow Times, with AFP",
        "Figures published up to January 22, 2025.",
    ] {
        assert!(text.contains(&unbroken(part)), "{part} is not in {text}");
    }
    Ok(())
}

/// Width and height, as a PNG's head says.
fn png_size(png: &[u8]) -> [u32; 2] {
    assert_eq!(&png[1..4], b"PNG");
    [16, 20].map(|at| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]))
}
