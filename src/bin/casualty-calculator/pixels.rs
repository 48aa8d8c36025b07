//! Turns SVG drawings into PNG pictures, with the fonts that are installed.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, Family, Query, Style};
use resvg::usvg::{FontResolver, Options, Tree};

/// The families to use as sans-serif and as serif, most preferred first.
const SANS: [&str; 4] = ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial"];
const SERIF: [&str; 5] = ["Georgia", "Noto Serif", "DejaVu Serif", "Liberation Serif", "Times New Roman"];

/// The fonts that are installed.
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// All fonts that are installed.
    ///
    /// # Errors
    /// A message, where there is none: a picture without its words would be worse than no picture.
    pub fn from_system() -> Result<Self, String> {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        if fonts.is_empty() {
            return Err(
                "chart.png and social.png need a font, and none is installed: on Debian, install fonts-noto-core \
                        (and fonts-noto-cjk for Korean), or leave the two out with --without-pictures"
                    .to_owned(),
            );
        }
        if let Some(name) = first_of(&fonts, &SANS) {
            fonts.set_sans_serif_family(name);
        }
        if let Some(name) = first_of(&fonts, &SERIF) {
            fonts.set_serif_family(name);
        }
        Ok(Self(Arc::new(fonts)))
    }

    /// A drawing as a PNG, `scale` times as large.
    ///
    /// # Errors
    /// A message, where the drawing can't be read or is too large.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, String> {
        let options = Options { fontdb: Arc::clone(&self.0), font_resolver: resolver(), ..Options::default() };
        // Few fonts have the arrow, and the one that has it would be used for the whole line.
        let tree = Tree::from_str(&svg.replace('→', "›"), &options).map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size().scale_by(scale).ok_or("the image is too large")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the image is too large")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }
}

/// Where a font lacks a letter, the whole line is written with another one if possible: one of the same weight that
/// looks like it, not just the first that is installed.
fn resolver() -> FontResolver<'static> {
    let any = FontResolver::default_fallback_selector();
    FontResolver {
        select_fallback: Box::new(move |letter, used, fonts| {
            let weight = fonts.face(*used.first()?)?.weight;
            for family in ["DejaVu Sans", "Noto Sans CJK", "Noto Sans"] {
                let alike = |face: &&FaceInfo| {
                    face.weight == weight && face.families.iter().any(|name| name.0.starts_with(family))
                };
                let others = fonts.faces().filter(|face| !alike(face)).map(|face| face.id);
                let excluded: Vec<_> = used.iter().copied().chain(others).collect();
                if let Some(found) = any(letter, &excluded, fonts) {
                    return Some(found);
                }
            }
            any(letter, used, fonts)
        }),
        ..FontResolver::default()
    }
}

fn first_of(fonts: &Database, families: &[&'static str]) -> Option<&'static str> {
    families.iter().copied().find(|name| {
        let query = Query { families: &[Family::Name(name)], style: Style::Normal, ..Query::default() };
        fonts.query(&query).is_some()
    })
}
