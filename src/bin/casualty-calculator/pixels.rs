//! Drawings as pictures of pixels, with the fonts of the machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query, Style};
use resvg::usvg::{Options, Tree};

/// Families that stand in for a kind of letters, the first that is there.
const SANS: [&str; 4] = ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial"];
const SERIF: [&str; 5] = ["Georgia", "Noto Serif", "DejaVu Serif", "Liberation Serif", "Times New Roman"];

/// The fonts of the machine.
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// All that are installed.
    ///
    /// # Errors
    /// Where there is none: a picture without its words would be worse than none.
    pub fn of_system() -> Result<Self, String> {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        if fonts.is_empty() {
            return Err("chart.png and social.png: no font is installed to write their words with; on Debian, \
                        fonts-noto-core brings some (and fonts-noto-cjk those of Korean), or leave the two out with \
                        --without-pictures"
                .to_owned());
        }
        if let Some(name) = first_of(&fonts, &SANS) {
            fonts.set_sans_serif_family(name);
        }
        if let Some(name) = first_of(&fonts, &SERIF) {
            fonts.set_serif_family(name);
        }
        Ok(Self(Arc::new(fonts)))
    }

    /// A drawing as a PNG, so many pixels to each of its own.
    ///
    /// # Errors
    /// Where the drawing can't be read or is too large.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, String> {
        let options = Options { fontdb: Arc::clone(&self.0), ..Options::default() };
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size().scale_by(scale).ok_or("the picture is too large")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }
}

fn first_of(fonts: &Database, families: &[&'static str]) -> Option<&'static str> {
    families.iter().copied().find(|name| {
        let query = Query { families: &[Family::Name(name)], style: Style::Normal, ..Query::default() };
        fonts.query(&query).is_some()
    })
}
