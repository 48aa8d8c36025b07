//! The table: every source with its figures as reported, and how the scenario differs.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VList;

use super::app::View;
use super::background::{as_of, chain, link};
use super::element::{El, el};
use super::kept::kept;
use super::rates::opening;
use super::shared::Shared;
use crate::domain::{
    COMPARED, Category, Claim, Comparison, Finding, Inputs, Measure, Position, Quantity, RateName, Rates, Row, Subject,
    Unit,
};
use crate::i18n::{Locale, Message, Words};
use crate::text::append;

/// The columns, and how each is called.
const COLUMNS: [Message; 10] = [
    Message::SourceColumn,
    Message::AsOfColumn,
    Message::Deployed,
    Message::Killed,
    Message::Wounded,
    Message::Missing,
    Message::Captured,
    Message::Casualties,
    Message::Rate,
    Message::DifferenceColumn,
];

/// What stands in a cell, line by line; nothing where no figure is given.
type Cell = Vec<El>;

/// What no input changes of a claim's row.
pub(super) struct KeptRow {
    /// Its cells but for the difference.
    cells: Shared<Html>,
    /// What the claim says of each quantity that is compared, as a working shows it.
    theirs: [String; COMPARED.len()],
}

/// The table of all sources. Narrow pages show each row as a list; the roles keep it a table for those who listen.
///
/// What no input changes is made once and kept, in the dataset's order; the rows stand in the given one.
pub(super) fn table(view: &View, kept_rows: &RefCell<Vec<KeptRow>>, order: &[usize]) -> El {
    let View { dataset, claims, locale, scenario, derived, .. } = view;
    let heads =
        COLUMNS.map(|column| el("th", "").with("role", "columnheader").with("scope", "col").word(locale, column));
    let words = Words(locale);
    let shown = |position: &Position| words.working(position.bounds, position.printed, Measure::People);
    let mut own = vec![scenario.as_of.map(|date| line(locale.date(date))).into_iter().collect()];
    for quantity in REPORTED {
        own.push(
            scenario.figure(quantity).map(|figure| line(words.figure(figure, quantity.unit()))).into_iter().collect(),
        );
    }
    own.push(worked_out(RateName::Casualties, (&derived.inputs, &derived.rates), locale, Message::HedgeExact));
    own.push(worked_out(RateName::CasualtyRate, (&derived.inputs, &derived.rates), locale, Message::HedgeExact));
    own.push(vec![line(String::new())]);
    let name = vec![line(locale.text(Message::Scenario).to_owned())];
    let own = tr("scenario", "own").children(cells(view, Subject::Scenario, name, own));
    let mut kept_rows = kept_rows.borrow_mut();
    for (index, (claim, row)) in dataset.claims.iter().zip(&claims.rows).enumerate().skip(kept_rows.len()) {
        let mut made = Vec::new();
        for cell in claim_cells(view, (claim, Subject::Claim(index)), row) {
            made.push(cell.into());
        }
        let cells = Html::VList(Rc::new(VList::with_children(made, None))).into();
        let theirs = COMPARED.map(|quantity| row.position(quantity).map(shown).unwrap_or_default());
        kept_rows.push(KeptRow { cells, theirs });
    }
    let ours = derived.positions.each_ref().map(|position| position.as_ref().map(shown).unwrap_or_default());
    let mut rows = group("tbody").child(own);
    for index in order.iter().copied() {
        let KeptRow { cells, theirs } = &kept_rows[index];
        let difference = differences(locale, &derived.comparisons[index], &ours, theirs);
        let difference = td(view, Subject::Claim(index), difference, Message::DifferenceColumn);
        rows = rows.child(tr(&dataset.claims[index].id, "").node(kept(cells)).child(difference));
    }
    let head = group("thead").child(el("tr", "").with("role", "row").children(heads));
    let caption = el("caption", "visually-hidden").word(locale, Message::ComparisonTitle);
    let hint = ["† ", locale.text(Message::Flagged)].concat();
    el("div", "table-frame")
        .child(el("table", "").with("role", "table").with("part", "table").child(caption).child(head).child(rows))
        .child(el("p", "small").with("aria-hidden", "true").text(&hint))
}

/// The figures that have a column of their own.
const REPORTED: [Quantity; 5] = [
    Quantity::Deployed,
    Quantity::Of(Category::Killed),
    Quantity::Of(Category::Wounded),
    Quantity::Of(Category::Missing),
    Quantity::Of(Category::Captured),
];

fn group(tag: &'static str) -> El {
    el(tag, "").with("role", "rowgroup")
}

fn claim_cells(view: &View, (claim, subject): (&Claim, Subject), rates: &Row) -> Vec<El> {
    let View { dataset, locale, .. } = view;
    let words = Words(locale);
    let mut cells = vec![as_of(claim, locale).map(line).into_iter().collect()];
    for quantity in REPORTED {
        let mut cell: Cell =
            claim.given(quantity).map(|reported| line(words.reported(reported, quantity.unit()))).into_iter().collect();
        if let (Quantity::Deployed, Some(date)) = (quantity, claim.deployed_as_of) {
            cell.push(small(locale.fill(Message::AsOf, &[("date", &locale.date(date))])));
        }
        if let Some(force) = dataset.deployment.force(claim, &dataset.claims)
            && let (Quantity::Deployed, Some(lender)) = (quantity, force.borrowed_from)
        {
            cell.push(line(words.reported(force.deployed, Unit::People)));
            cell.push(small(locale.fill(Message::Borrowed, &[("name", &lender.source.name)])));
        }
        cells.push(cell);
    }
    cells.push(casualties(claim, rates, locale));
    cells.push(rate(claim, rates, locale));
    let name = vec![el("span", "chain").text(&chain(claim, locale)), el("span", "small").child(link(&claim.source))];
    self::cells(view, subject, name, cells)
}

fn tr(id: &str, class: &'static str) -> El {
    el("tr", class).key(id).with("role", "row").set("data-claim", id)
}

/// The head of a row and its cells, in the order of the columns.
fn cells(view: &View, subject: Subject, name: Vec<El>, cells: Vec<Cell>) -> Vec<El> {
    let mut row = vec![el("th", "").with("role", "rowheader").with("scope", "row").children(name)];
    for (cell, column) in cells.into_iter().zip(&COLUMNS[1..]) {
        row.push(td(view, subject, cell, *column));
    }
    row
}

fn td(view: &View, subject: Subject, cell: Cell, column: Message) -> El {
    let locale = &view.locale;
    let given = !cell.is_empty();
    let mut inside = el("span", "cell").children(cell);
    if !given {
        inside = inside.word(locale, Message::NotGiven);
    } else if is_flagged(view, subject, column) {
        let words = el("span", "visually-hidden").word(locale, Message::Flagged);
        inside = inside.child(el("span", "flag").text("†").child(words));
    }
    let cell = el("td", if given { "" } else { "missing-cell" }).with("role", "cell").child(inside);
    cell.set("data-label", locale.text(column)).with("data-field", column.name())
}

/// Whether a check concerns the figure in a column.
fn is_flagged(view: &View, subject: Subject, column: Message) -> bool {
    let quantity = match column {
        Message::Casualties => Quantity::Casualties,
        Message::Rate => Quantity::Rate,
        _ => match REPORTED.into_iter().zip(&COLUMNS[2..]).find(|(_, reported)| **reported == column) {
            Some((quantity, _)) => quantity,
            None => return false,
        },
    };
    let concerns = |finding: &Finding| finding.subjects.contains(&subject) && finding.fields.contains(&quantity);
    view.claims.findings.iter().chain(&view.derived.findings).any(concerns)
}

fn line(text: String) -> El {
    el("span", "line").text(&text)
}

fn small(text: String) -> El {
    el("span", "small").text(&text)
}

/// The stated total or, without one, the sum; and the figures that count several categories at once.
fn casualties(claim: &Claim, row: &Row, locale: &Locale) -> Cell {
    let words = Words(locale);
    let mut cell = match claim.given(Quantity::Casualties) {
        Some(total) => vec![line(words.reported(total, Unit::People)), small(locale.coverage(claim.covers))],
        None => worked_out(RateName::Casualties, (&row.inputs, &row.rates), locale, Message::HedgeExact),
    };
    for group in &claim.groups {
        let covers = locale.fill(Message::GroupOf, &[("counts", &locale.coverage(group.covers))]);
        let count = words.reported(&group.count, Unit::People);
        cell.push(small(locale.fill(Message::FigureOf, &[("x", &count), ("counts", &covers)])));
    }
    cell
}

/// A value that we worked out, with what the wording allows and what it counts.
fn worked_out(name: RateName, (inputs, rates): (&Inputs, &Rates), locale: &Locale, message: Message) -> Cell {
    let Ok(rate) = rates.get(name) else { return Cell::new() };
    let worded = Words(locale).rate(name, &rate);
    let working = Words(locale).rate_working(name, &rate, inputs, rates);
    let mut cell = vec![opening("", &locale.fill(message, &[("x", &worded.value)]), &working, "")];
    if let Some(allows) = worded.allows {
        cell.push(small(allows));
    }
    if let Some(counts) = rate.counts {
        cell.push(small(locale.coverage(counts)));
    }
    cell
}

fn rate(claim: &Claim, row: &Row, locale: &Locale) -> Cell {
    let mut cell = worked_out(RateName::CasualtyRate, (&row.inputs, &row.rates), locale, Message::WorkedOut);
    if let Some(rate) = claim.given(Quantity::Rate) {
        let rate = Words(locale).reported(rate, Unit::Percent);
        cell.insert(0, line(locale.fill(Message::RateStated, &[("x", &rate)])));
    }
    if let Some(share) = &claim.killed_share {
        let share = Words(locale).reported(share, Unit::Percent);
        cell.push(small(locale.fill(Message::StatedShare, &[("x", &share)])));
    }
    cell
}

/// How far the scenario is from a claim, a line for each quantity that both give, opening to the numbers of both, as workings
/// show them in the order of [`COMPARED`].
fn differences(
    locale: &Locale,
    comparisons: &[Comparison],
    ours: &[String; COMPARED.len()],
    theirs: &[String; COMPARED.len()],
) -> Cell {
    let words = Words(locale);
    let (mut lines, mut workings) = (String::new(), String::new());
    for ((Comparison { quantity, difference, .. }, ours), theirs) in comparisons.iter().zip(ours).zip(theirs) {
        let label = match quantity {
            Quantity::Deployed => Message::Deployed,
            Quantity::Casualties => Message::Casualties,
            // A difference of per cents is in points, which the rate's own column shows better.
            Quantity::Rate => continue,
            _ => Message::Killed,
        };
        if let Some(difference) = difference {
            let label = [locale.text(label), ": "].concat();
            let said = words.difference(difference.bounds, difference.printed, Measure::People);
            append(&mut lines, "\n", &[&*label, &said].concat());
            let result = words.working(difference.bounds, difference.printed, Measure::People);
            append(&mut workings, "\n", &[&*label, ours, " − ", theirs, " = ", &result].concat());
        }
    }
    if lines.is_empty() { Cell::new() } else { vec![opening("differences", &lines, &workings, "")] }
}
