//! The calculator as static HTML.

/// The attributes that only work inside the element: an id may come once in a page, parts and roles are its own.
const REMOVED: [&str; 4] = ["aria-describedby", "aria-labelledby", "part", "role"];

/// What a reader can't use without a script.
const CONTROLS: [&str; 3] = ["button", "input", "select"];

/// The link to the rule behind a range, which only the element's own script can follow.
const RULE_LINK: (&str, &str) = ("class", "rule-link");

/// The calculator as static HTML: its controls are disabled, and ids, parts and roles are removed; of links to the rule
/// their words stay. The ids of patterns stay too, since they are the same in every calculator.
///
/// It reads what Yew writes, not any HTML: all values are in double quotes, and neither they nor texts hold `<`, `>` or
/// quotes as such.
pub(super) fn static_html(html: &str) -> String {
    let mut result = String::with_capacity(html.len());
    let mut within_rule_link = false;
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
        result += text;
        let tag = Tag::read(tag.trim_end_matches('>'));
        match tag.name {
            "" => {}
            "a" if tag.attributes.contains(&(RULE_LINK.0, Some(RULE_LINK.1))) => within_rule_link = true,
            "/a" if within_rule_link => within_rule_link = false,
            _ => tag.write_static(&mut result),
        }
    }
    result
}

/// A tag with its attributes, in their order.
struct Tag<'a> {
    /// With a slash before it where an element ends.
    name: &'a str,
    attributes: Vec<(&'a str, Option<&'a str>)>,
}

impl<'a> Tag<'a> {
    /// Reads what stands between the angle brackets.
    fn read(text: &'a str) -> Self {
        let (name, mut rest) = text.split_once(' ').unwrap_or((text, ""));
        let mut attributes = Vec::new();
        while !rest.is_empty() {
            let end = rest.find([' ', '=']).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix("=\"").and_then(|quoted| quoted.split_once('"')) {
                Some((value, after)) => (Some(value), after),
                None => (None, after),
            };
            attributes.push((name, value));
            // What is left begins with the blank before the next one.
            rest = after.get(1..).unwrap_or_default();
        }
        Self { name, attributes }
    }

    fn write_static(&self, html: &mut String) {
        html.push('<');
        *html += self.name;
        for (name, value) in &self.attributes {
            if REMOVED.contains(name) || (*name == "id" && self.name != "pattern") {
                continue;
            }
            html.push(' ');
            *html += name;
            if let Some(value) = value {
                *html += &["=\"", value, "\""].concat();
            }
        }
        if CONTROLS.contains(&self.name) && self.attributes.iter().all(|(name, _)| *name != "disabled") {
            *html += " disabled=\"\"";
        }
        html.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::static_html;

    #[test]
    fn nothing_stays_that_only_works_inside_the_element() {
        for (drawn, expected) in [
            ("a &lt;b&gt; c", "a &lt;b&gt; c"),
            ("<p id=\"rule\" class=\"a b\">x</p>", "<p class=\"a b\">x</p>"),
            ("<section role=\"group\" aria-labelledby=\"t\" part=\"x\"></section>", "<section></section>"),
            ("<pattern id=\"dots\"></pattern>", "<pattern id=\"dots\"></pattern>"),
            ("<button type=\"button\">-</button>", "<button type=\"button\" disabled=\"\">-</button>"),
            ("<button disabled=\"\">-</button>", "<button disabled=\"\">-</button>"),
            ("<input value=\"1 = 2\" checked id=\"x\">", "<input value=\"1 = 2\" checked disabled=\"\">"),
            ("<p title=\"\" data-x=\"&quot;&gt; id=\">x", "<p title=\"\" data-x=\"&quot;&gt; id=\">x"),
            (
                "<a class=\"rule-link\" href=\"#rule\">The <b>wording</b></a> <a href=\"/\">x</a>",
                "The <b>wording</b> <a href=\"/\">x</a>",
            ),
        ] {
            assert_eq!(static_html(drawn), expected, "{drawn}");
        }
    }
}
