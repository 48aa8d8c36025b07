//! Do the numbers add up: what the checks find, a line for each, opening to the numbers that show it.

use yew::Html;

use super::html::draws::count_draw;
use super::html::element::{El, el, section};
use super::html::memo::{Memoized, memo};
use super::shared::Shared;
use super::view::{Story, View};
use crate::domain::{Finding, Severity};
use crate::i18n::{Message, Words, subject_name};

/// What the checks find in the claims, which no input changes: one line for all findings of a check, since one rule was
/// applied to each.
#[derive(PartialEq)]
struct ClaimFindings {
    story: Shared<Story>,
}

impl Memoized for ClaimFindings {
    fn view(&self) -> Html {
        count_draw("ClaimFindings");
        let story = &self.story;
        let mut lines = el("ul", "");
        let mut rest = story.claims.findings.as_slice();
        while let Some(first) = rest.first() {
            let alike = rest.iter().take_while(|finding| finding.check == first.check).count();
            let (of_check, after) = rest.split_at(alike);
            lines = lines.child(check_findings(story, of_check));
            rest = after;
        }
        lines.into()
    }
}

/// What the checks find in the figures above, and then in the claims.
pub(super) fn checks(view: &View, pairs: El) -> El {
    let (story, locale) = (&view.story, &*view.story.locale);
    let own = &view.derived.findings;
    let mut list = el("ul", "").hidden(own.is_empty());
    for finding in own {
        list = list.child(check_findings(story, std::slice::from_ref(finding)));
    }
    let none = own.is_empty() && story.claims.findings.is_empty();
    section(story, "checks", "checks-title", Message::ChecksTitle)
        .child(el("p", "small").hidden(!none).message(locale, Message::ChecksNone))
        .child(list)
        .node(memo(ClaimFindings { story: story.clone() }))
        .child(el("p", "small").hidden(none).message(locale, Message::ChecksHint))
        .child(pairs)
}

/// The findings of one check, under what it found.
fn check_findings(story: &Story, findings: &[Finding]) -> El {
    let Story { dataset, locale, .. } = story;
    let words = Words(locale);
    let mut inside = el("ul", "");
    let mut warns = false;
    let mut title = "";
    let mut subjects = Vec::new();
    for finding in findings {
        let (found, shown) = words.finding(finding);
        title = found;
        warns |= finding.severity == Severity::Warning;
        let mut item = el("li", "").attr("data-check", finding.check.code());
        for subject in &finding.subjects {
            let who = el("span", "who").attr_owned("data-claim", subject.id(&dataset.forces));
            item = item.child(who.text(&subject_name(*subject, &dataset.forces, locale)));
            if !subjects.contains(subject) {
                subjects.push(*subject);
            }
        }
        inside = inside.child(item.child(el("p", "").text(&shown)));
    }
    let who = match &subjects[..] {
        [one] => subject_name(*one, &dataset.forces, locale),
        many => {
            let count = many.len() as f64;
            locale.count(Message::SourcesCounted, count, &|_| Some(locale.number(count, 0)))
        }
    };
    let summary = el("summary", "")
        .child(el("span", "warning").hidden(!warns).message(locale, Message::SeverityWarning))
        .child(el("span", "found").text(title))
        .text(" ")
        .child(el("span", "small").text(&who));
    el("li", "").child(el("details", "").child(summary).child(inside))
}
