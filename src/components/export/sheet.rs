//! A sheet that a picture is written on: SVG of elements and presentation attributes alone, so that it is shown the same
//! inside a page with a strict policy, in an image viewer and by the command.
//!
//! Nothing here can measure text. Widths are estimated on the safe side, so that what is set beside or under each other
//! does not meet, whichever of the fonts a machine has.

use crate::domain::decimal_text;

/// The colours, which are those of the page on a light ground.
pub(super) const INK: &str = "#16191d";
pub(super) const SOFT: &str = "#565d66";
pub(super) const PAPER: &str = "#fff";
pub(super) const LINE: &str = "#d5d9de";
pub(super) const SCENARIO: &str = "#a3380f";

const SANS: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Roboto, 'DejaVu Sans', sans-serif";
const SERIF: &str = "Georgia, 'Times New Roman', 'Noto Serif', 'DejaVu Serif', serif";

/// The fills that are patterns, by name.
const PATTERNS: &str = "<defs>\
<pattern id=\"missing\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<rect width=\"6\" height=\"6\" fill=\"#f6ead6\"/><rect width=\"2.5\" height=\"6\" fill=\"#a8741a\"/></pattern>\
<pattern id=\"captured\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"6\" height=\"6\" fill=\"#dfefe8\"/><circle cx=\"3\" cy=\"3\" r=\"1.5\" fill=\"#2f6b57\"/></pattern>\
<pattern id=\"together\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">\
<rect width=\"6\" height=\"6\" fill=\"#e2ebf5\"/><rect width=\"1.5\" height=\"6\" fill=\"#5b86b8\"/></pattern>\
<pattern id=\"partly\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(90)\">\
<rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"1\" height=\"6\" fill=\"#868e98\"/></pattern></defs>";

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Face {
    /// In pixels.
    pub size: f64,
    /// Whether it stands out.
    pub bold: bool,
    /// Whether it is a title.
    pub serif: bool,
    /// Its colour.
    pub fill: &'static str,
}

/// A plain text.
pub(super) const fn plain(size: f64, fill: &'static str) -> Face {
    Face { size, bold: false, serif: false, fill }
}

/// A text that stands out.
pub(super) const fn bold(size: f64, fill: &'static str) -> Face {
    Face { size, bold: true, serif: false, fill }
}

/// A title.
pub(super) const fn title(size: f64) -> Face {
    Face { size, bold: true, serif: true, fill: INK }
}

impl Face {
    /// From the line of a text to the next one. Fonts reach up and down by less than this together; those for scripts that
    /// are read from the right reach farther.
    pub(super) fn line(self, text: &str) -> f64 {
        let height = if text.contains(is_from_right) {
            1.9
        } else if self.serif {
            1.4
        } else {
            1.5
        };
        (self.size * height).ceil()
    }

    /// From the top of a text's line to the line that its letters stand on.
    fn baseline(self, text: &str) -> f64 {
        self.size * if text.contains(is_from_right) { 1.35 } else { 1.15 }
    }

    /// How wide a text is at most.
    pub(super) fn width(self, text: &str) -> f64 {
        let mut width = 0.0;
        for c in text.chars() {
            width += self.width_of(c);
        }
        width
    }

    fn width_of(self, c: char) -> f64 {
        let em = match c {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | ' ' | '.' | ',' | ':' | ';' | '!' | '\'' | '’' | '|' | '('
            | ')' | '[' | ']' | '-' | '/' | '·' => 0.42,
            'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '→' | '…' => 1.0,
            'A'..='Z' => 0.78,
            '\u{0}'..='\u{24f}' => 0.64,
            '\u{250}'..='\u{10ff}' => 0.76,
            // What runs together or is drawn over another.
            '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => 0.0,
            _ => 1.04,
        };
        let wider = if self.bold { 1.1 } else { 1.0 };
        em * wider * self.size
    }

    /// A text in lines that are at most so wide.
    pub(super) fn lines(self, text: &str, most: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut width = 0.0;
        // Where the line may end, and how much of it comes after that.
        let mut end = 0;
        let mut after = 0.0;
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let wide = self.width_of(c);
            while width + wide > most && c != ' ' && at > start {
                if end <= start {
                    (end, after) = (at, 0.0);
                }
                lines.push(text[start..end].trim_ascii().to_owned());
                (start, width) = (end, after);
            }
            width += wide;
            after += wide;
            // After a blank, inside an address, and between characters that are words.
            let inside = c == '/' && before != '/' && before != ':';
            if inside || matches!(c, ' ' | '&' | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{ffef}') {
                (end, after) = (at + c.len_utf8(), 0.0);
            }
            before = c;
        }
        lines.push(text[start..].trim_ascii().to_owned());
        lines
    }
}

/// Where a text is held.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Hold {
    /// Where reading starts.
    Start,
    /// In its middle.
    Middle,
    /// Where reading ends.
    End,
}

/// A picture in the making, written from its top to its bottom.
pub(super) struct Sheet {
    width: f64,
    /// Whether it is read from the right, and so mirrored.
    from_right: bool,
    body: String,
    /// How far down it is written.
    pub y: f64,
}

impl Sheet {
    /// An empty sheet for a language.
    pub(super) fn new(width: f64, language: &str) -> Self {
        let written_from_right = ["ar", "fa", "he", "ur"];
        let from_right = written_from_right.iter().any(|tag| language.split('-').next() == Some(tag));
        Self { width, from_right, body: String::new(), y: 0.0 }
    }

    /// Adds an element.
    pub(super) fn element(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.open(tag, attributes);
        self.body.push_str("/>");
    }

    fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.body.push('<');
        self.body.push_str(tag);
        for (name, value) in attributes {
            for part in [" ", name, "=\"", value, "\""] {
                self.body.push_str(part);
            }
        }
    }

    /// A place that is so far from where reading starts.
    pub(super) fn x(&self, from_start: f64) -> f64 {
        if self.from_right { self.width - from_start } else { from_start }
    }

    /// Where the room ends beside a margin.
    pub(super) fn edge(&self, margin: f64) -> f64 {
        self.width - margin
    }

    /// Adds a rectangle, so far from where reading starts.
    pub(super) fn rect(&mut self, (from, width): (f64, f64), (y, height): (f64, f64), look: &[(&str, &str)]) {
        let left = if self.from_right { self.width - from - width } else { from };
        let (left, width, y, height) = (number(left), number(width), number(y), number(height));
        let mut attributes = vec![("x", &*left), ("y", &y), ("width", &width), ("height", &height)];
        attributes.extend_from_slice(look);
        self.element("rect", &attributes);
    }

    /// Adds a line between two points.
    pub(super) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), stroke: &str, width: &str) {
        let (x1, x2, y1, y2) = (number(self.x(x1)), number(self.x(x2)), number(y1), number(y2));
        self.element(
            "line",
            &[("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2), ("stroke", stroke), ("stroke-width", width)],
        );
    }

    /// Adds one line of text, whose place is so far from where reading starts and whose top is where the sheet is.
    pub(super) fn text(&mut self, face: Face, from_start: f64, hold: Hold, text: &str) {
        let anchor = match (hold, self.from_right) {
            (Hold::Middle, _) => "middle",
            (Hold::Start, false) | (Hold::End, true) => "start",
            (Hold::End, false) | (Hold::Start, true) => "end",
        };
        let (x, y) = (number(self.x(from_start)), number(self.y + face.baseline(text)));
        let size = number(face.size);
        let mut attributes = vec![("x", &*x), ("y", &y), ("font-size", &size), ("fill", face.fill)];
        if face.bold {
            attributes.push(("font-weight", "700"));
        }
        if face.serif {
            attributes.push(("font-family", SERIF));
        }
        if anchor != "start" {
            attributes.push(("text-anchor", anchor));
        }
        self.open("text", &attributes);
        self.body.push('>');
        // Each engine takes a line of text to be read from the left unless the text itself says otherwise.
        let isolated = self.from_right && text.contains(is_from_right);
        self.body.push_str(if isolated { "\u{2067}" } else { "" });
        self.body.push_str(&escaped(text));
        self.body.push_str(if isolated { "\u{2069}</text>" } else { "</text>" });
    }

    /// Adds a text in as many lines as it needs, and goes below it.
    pub(super) fn paragraph(&mut self, face: Face, from_start: f64, width: f64, text: &str) {
        if text.is_empty() {
            return;
        }
        for line in face.lines(text, width) {
            self.text(face, from_start, Hold::Start, &line);
            self.y += face.line(&line);
        }
    }

    /// The whole picture, so high.
    pub(super) fn finish(self, height: f64, title: &str, language: &str) -> String {
        let (width, height) = (number(self.width), number(height));
        [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" lang=\"",
            &escaped(language),
            "\" font-family=\"",
            SANS,
            "\"><title>",
            &escaped(title),
            "</title>",
            PATTERNS,
            "<rect width=\"100%\" height=\"100%\" fill=\"",
            PAPER,
            "\"/>",
            &self.body,
            "</svg>\n",
        ]
        .concat()
    }
}

/// Whether a letter belongs to a script that is read from the right.
fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}')
}

/// A number for an attribute, to a tenth.
pub(super) fn number(x: f64) -> String {
    decimal_text((x.max(0.0) * 10.0).round() / 10.0)
}

/// A text as XML and HTML take it, inside an element and inside quotes. What neither has a place for becomes a blank.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\0'..=' ' | '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_break_inside_and_words_between() {
        let face = plain(10.0, INK);
        let lines = face.lines("of https://a.example/one/two three", face.width("https://a.example/one/"));
        assert_eq!(lines, ["of https://a.example/", "one/two three"]);
        assert_eq!(face.lines("", 10.0), [""]);
    }

    #[test]
    fn a_sheet_of_a_language_that_is_read_from_the_right_is_mirrored() {
        let drawn = |language| {
            let mut sheet = Sheet::new(800.0, language);
            sheet.rect((32.0, 100.0), (0.0, 10.0), &[]);
            sheet.text(plain(10.0, INK), 32.0, Hold::Start, "مرحبا.");
            sheet.text(plain(10.0, INK), 32.0, Hold::End, "A.");
            sheet.finish(20.0, "T", language)
        };
        let (left, right) = (drawn("en"), drawn("ar-EG"));
        assert!(left.contains("<rect x=\"32\"") && right.contains("<rect x=\"668\""), "{right}");
        assert!(left.contains(">مرحبا.</text>") && !left.contains("text-anchor=\"start\""), "{left}");
        // Held at its right end, and read from there whatever surrounds it.
        let own =
            "x=\"768\" y=\"13.5\" font-size=\"10\" fill=\"#16191d\" text-anchor=\"end\">\u{2067}مرحبا.\u{2069}</text>";
        assert!(right.contains(own), "{right}");
        assert!(right.contains("fill=\"#16191d\">A.</text>"), "{right}");
    }

    proptest! {
        #[test]
        fn lines_lose_nothing_and_keep_their_width(text in "[a-zW /&가-힣ء-ي→.]{0,80}", most in 20.0..400.0_f64) {
            let face = bold(10.0, INK);
            let lines = face.lines(&text, most);
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in &lines {
                prop_assert!(face.width(line) <= most || line.chars().count() <= 1, "{} in {}", line, most);
            }
        }
    }
}
