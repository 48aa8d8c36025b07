//! Do the numbers add up: what the checks find, a line for each, opening to the numbers that show it.

use yew::Html;

use super::app::View;
use super::background::originator;
use super::element::{El, el, section};
use super::kept::kept;
use super::shared::Shared;
use crate::domain::{Finding, Severity, Subject};
use crate::i18n::{Message, Words};

/// What the checks find in the claims, which no input changes: one line for all findings of a check, since one rule was
/// applied to each.
pub(super) fn claim_findings(view: &View) -> Html {
    let mut lines = el("ul", "");
    let mut rest = view.claims.findings.as_slice();
    while let Some(first) = rest.first() {
        let alike = rest.iter().take_while(|finding| finding.check == first.check).count();
        let (of_check, after) = rest.split_at(alike);
        lines = lines.child(group(view, of_check));
        rest = after;
    }
    lines.into()
}

/// What the checks find in the figures above, and then in the claims.
pub(super) fn checks(view: &View, of_claims: &Shared<Html>, pairs: El) -> El {
    let locale = &view.locale;
    let own = &view.derived.findings;
    let mut list = el("ul", "").hidden(own.is_empty());
    for finding in own {
        list = list.child(group(view, std::slice::from_ref(finding)));
    }
    let none = own.is_empty() && view.claims.findings.is_empty();
    section(view, "checks", "checks-title", Message::ChecksTitle)
        .child(el("p", "small").hidden(!none).word(locale, Message::ChecksNone))
        .child(list)
        .node(kept(of_claims))
        .child(el("p", "small").hidden(none).word(locale, Message::ChecksHint))
        .child(pairs)
}

/// The findings of one check.
fn group(view: &View, findings: &[Finding]) -> El {
    let locale = &view.locale;
    let words = Words(locale);
    let mut inside = el("ul", "");
    let mut warns = false;
    let mut title = "";
    let mut subjects = Vec::new();
    for finding in findings {
        let (found, shown) = words.finding(finding);
        title = found;
        warns |= finding.severity == Severity::Warning;
        let mut item = el("li", "").with("data-check", finding.check.code());
        for subject in &finding.subjects {
            let who = el("span", "who").set("data-claim", subject.id(&view.dataset.claims));
            item = item.child(who.text(&name(view, *subject)));
            if !subjects.contains(subject) {
                subjects.push(*subject);
            }
        }
        inside = inside.child(item.child(el("p", "").text(&shown)));
    }
    let who = match &subjects[..] {
        [one] => name(view, *one),
        many => {
            let count = many.len() as f64;
            locale.count(Message::SourcesCounted, count, &|_| Some(locale.number(count, 0)))
        }
    };
    let summary = el("summary", "")
        .child(el("span", "warning").hidden(!warns).word(locale, Message::SeverityWarning))
        .child(el("span", "found").text(title))
        .text(" ")
        .child(el("span", "small").text(&who));
    el("li", "").child(el("details", "").child(summary).child(inside))
}

/// Whose figures a finding is about.
pub(super) fn name(view: &View, subject: Subject) -> String {
    match subject {
        Subject::Claim(index) => {
            let claim = &view.dataset.claims[index];
            let originator = originator(claim, &view.locale);
            if *originator == *claim.source.name {
                originator
            } else {
                [&*originator, view.locale.text(Message::ListComma), &claim.source.name].concat()
            }
        }
        Subject::Scenario => view.locale.text(Message::Scenario).to_owned(),
    }
}
