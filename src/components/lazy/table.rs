//! The table: every source with its figures as reported, and how the scenario differs.

use yew::Html;

use crate::components::html::disclosure::working_details;
use crate::components::html::element::{El, el, list};
use crate::components::html::memo::{Memoized, memo};
use crate::components::html::source::source_link;
use crate::components::shared::Shared;
use crate::components::view::{ComparedFigures, Story, View, compared_figure};
use crate::domain::{
    Claim, ClaimResults, Comparison, Finding, Inputs, Measure, Quantity, RateName, Rates, Subject, Unit,
};
use crate::i18n::{
    Locale, Message, Words, as_of, chain, claim_status, column_label, group_figure, stated_rate, total_counts,
};
use crate::state::{ComparisonOptions, sorted_claims};
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

/// The table of all sources, in the order that was asked for. Narrow pages show each row as a list; the roles keep it a table
/// for those who listen.
pub(in crate::components) fn table(view: &View, arrangement: ComparisonOptions) -> El {
    let View { story, scenario, derived, .. } = view;
    let Story { claims, locale, .. } = &**story;
    let of_force = &story.force().claims;
    let heads =
        COLUMNS.map(|column| el("th", "").attr("role", "columnheader").attr("scope", "col").message(locale, column));
    let words = Words(locale);
    let mut own = vec![scenario.as_of.map(|date| line(locale.date(date))).into_iter().collect()];
    for quantity in reported() {
        own.push(
            scenario.figure(quantity).map(|figure| line(words.figure(figure, quantity.unit()))).into_iter().collect(),
        );
    }
    own.push(worked_out(RateName::Casualties, (&derived.inputs, &derived.rates), locale, Message::HedgeExact));
    own.push(worked_out(RateName::CasualtyRate, (&derived.inputs, &derived.rates), locale, Message::HedgeExact));
    own.push(vec![line(String::new())]);
    let name = vec![line(locale.text(Message::Scenario).to_owned())];
    let flagged = |column| is_flagged(&derived.findings, Subject::Scenario, column);
    let own = tr("scenario", "own").children(row_cells(locale, name, own, &flagged));
    let ours = derived.comparable.each_ref().map(|position| compared_figure(position.as_ref(), locale));
    let mut rows = row_group("tbody").child(own);
    for index in sorted_claims(of_force, &claims.results, arrangement) {
        let difference = differences(locale, &derived.comparisons[index], &ours, &story.compared()[index]);
        let difference = td(locale, difference, Message::DifferenceColumn, false);
        let cells = memo(ClaimCells { story: story.clone(), index });
        rows = rows.child(tr(&of_force[index].id, "").node(cells).child(difference));
    }
    let head = row_group("thead").child(el("tr", "").attr("role", "row").children(heads));
    let caption = el("caption", "visually-hidden").message(locale, Message::ComparisonTitle);
    let hint = ["† ", locale.text(Message::Flagged)].concat();
    el("div", "table-frame")
        .child(el("table", "").attr("role", "table").attr("part", "table").child(caption).child(head).child(rows))
        .child(el("p", "small").attr("aria-hidden", "true").text(&hint))
}

/// The figures that have a column of their own and stand there as they are given.
fn reported() -> impl Iterator<Item = Quantity> {
    Quantity::REPORTED[..5].iter().copied()
}

fn row_group(tag: &'static str) -> El {
    el(tag, "").attr("role", "rowgroup")
}

/// The cells of the claim at this place of the force but for the difference: what no input changes.
#[derive(PartialEq)]
struct ClaimCells {
    story: Shared<Story>,
    index: usize,
}

impl Memoized for ClaimCells {
    fn view(&self) -> Html {
        let mut cells = Vec::new();
        for cell in cells_of_claim(&self.story, self.index) {
            cells.push(cell.into());
        }
        list(cells)
    }
}

fn cells_of_claim(story: &Story, index: usize) -> Vec<El> {
    let Story { claims, locale, force_index, .. } = story;
    let (claim, row) = (&story.force().claims[index], &claims.results[index]);
    let words = Words(locale);
    let mut cells = vec![as_of(claim, locale).map(line).into_iter().collect()];
    for quantity in reported() {
        let mut cell: Cell = claim
            .reported(quantity)
            .map(|reported| line(words.reported(reported, quantity.unit())))
            .into_iter()
            .collect();
        if quantity == Quantity::Deployed {
            if let Some(date) = claim.deployed_as_of {
                cell.push(small(locale.fill(Message::AsOf, &[("date", &locale.date(date))])));
            }
            if let Some(denominator) = story.force().denominator(claim)
                && let Some(lender) = denominator.borrowed_from
            {
                cell.push(line(words.reported(denominator.deployed, Unit::People)));
                cell.push(small(locale.fill(Message::Borrowed, &[("name", &lender.source.name)])));
            }
        }
        cells.push(cell);
    }
    cells.push(casualties(claim, row, locale));
    cells.push(rate(claim, row, locale));
    let source = el("span", "small").child(source_link(&claim.source));
    let mut name = vec![el("span", "chain").text(&chain(claim, locale)), source];
    let status = claim_status(claim, locale);
    if !status.is_empty() {
        name.push(el("span", "claim-status").text(&status));
    }
    row_cells(locale, name, cells, &|column| is_flagged(&claims.findings, Subject::Claim(*force_index, index), column))
}

fn tr(id: &str, class: &'static str) -> El {
    el("tr", class).key(id).attr("role", "row").attr_owned("data-claim", id)
}

/// The head of a row and its cells, in the order of the columns.
fn row_cells(locale: &Locale, name: Vec<El>, cells: Vec<Cell>, is_flagged: &dyn Fn(Message) -> bool) -> Vec<El> {
    let mut row = vec![el("th", "").attr("role", "rowheader").attr("scope", "row").children(name)];
    for (cell, column) in cells.into_iter().zip(&COLUMNS[1..]) {
        row.push(td(locale, cell, *column, is_flagged(*column)));
    }
    row
}

fn td(locale: &Locale, cell: Cell, column: Message, is_flagged: bool) -> El {
    let given = !cell.is_empty();
    let mut inside = el("span", "cell").children(cell);
    if !given {
        inside = inside.message(locale, Message::NotGiven);
    } else if is_flagged {
        let words = el("span", "visually-hidden").message(locale, Message::Flagged);
        inside = inside.child(el("span", "flag").text("†").child(words));
    }
    let cell = el("td", if given { "" } else { "missing-cell" }).attr("role", "cell").child(inside);
    cell.attr_owned("data-label", locale.text(column)).attr("data-field", column.name())
}

/// Whether one of these findings concerns the figure in a column.
fn is_flagged(findings: &[Finding], subject: Subject, column: Message) -> bool {
    let quantity = match column {
        Message::Casualties => Quantity::Casualties,
        Message::Rate => Quantity::Rate,
        _ => match reported().zip(&COLUMNS[2..]).find(|(_, reported)| **reported == column) {
            Some((quantity, _)) => quantity,
            None => return false,
        },
    };
    let concerns = |finding: &Finding| finding.subjects.contains(&subject) && finding.fields.contains(&quantity);
    findings.iter().any(concerns)
}

fn line(text: String) -> El {
    el("span", "line").text(&text)
}

fn small(text: String) -> El {
    el("span", "small").text(&text)
}

/// The stated total or, without one, the sum; and the figures that count several categories at once.
fn casualties(claim: &Claim, row: &ClaimResults, locale: &Locale) -> Cell {
    let words = Words(locale);
    let mut cell = match claim.reported(Quantity::Casualties) {
        Some(total) => vec![line(words.reported(total, Unit::People)), small(total_counts(claim, locale))],
        None => worked_out(RateName::Casualties, (&row.inputs, &row.rates), locale, Message::HedgeExact),
    };
    for group in &claim.groups {
        cell.push(small(group_figure(group, locale)));
    }
    cell
}

/// A value that we worked out, with what the wording allows and what it counts.
pub(super) fn worked_out(
    name: RateName,
    (inputs, rates): (&Inputs, &Rates),
    locale: &Locale,
    message: Message,
) -> Cell {
    let Ok(rate) = rates.get(name) else { return Cell::new() };
    let worded = Words(locale).rate(name, &rate);
    let working = Words(locale).rate_working(name, &rate, inputs, rates);
    let mut cell = vec![working_details("", &locale.fill(message, &[("x", &worded.value)]), &working, "")];
    if let Some(allows) = worded.allows {
        cell.push(small(allows));
    }
    if let Some(counts) = rate.counts {
        cell.push(small(locale.coverage(counts)));
    }
    cell
}

fn rate(claim: &Claim, row: &ClaimResults, locale: &Locale) -> Cell {
    let mut cell = worked_out(RateName::CasualtyRate, (&row.inputs, &row.rates), locale, Message::WorkedOut);
    if let Some(rate) = claim.reported(Quantity::Rate) {
        let rate = Words(locale).reported(rate, Unit::Percent);
        cell.insert(0, line(locale.fill(Message::RateStated, &[("x", &rate)])));
    }
    for (name, stated) in claim.further_rates() {
        cell.push(small(stated_rate(*name, stated, locale)));
    }
    cell
}

/// How far the scenario is from a claim, a line for each quantity that both give, opening to the numbers of both, as workings
/// show them in the order of [`COMPARED`].
fn differences(locale: &Locale, comparisons: &[Comparison], ours: &ComparedFigures, theirs: &ComparedFigures) -> Cell {
    let words = Words(locale);
    let (mut lines, mut workings) = (String::new(), String::new());
    for ((Comparison { quantity, difference, .. }, ours), theirs) in comparisons.iter().zip(ours).zip(theirs) {
        // A difference of per cents is in points, which the rate's own column shows better.
        if let (Some(difference), true) = (difference, *quantity != Quantity::Rate) {
            let label = [locale.text(column_label(*quantity)), ": "].concat();
            let worded = words.difference(difference.bounds, difference.printed, Measure::People);
            append(&mut lines, "\n", &[&*label, &worded].concat());
            let result = words.working(difference.bounds, difference.printed, Measure::People);
            append(&mut workings, "\n", &[&*label, ours, " − ", theirs, " = ", &result].concat());
        }
    }
    if lines.is_empty() { Cell::new() } else { vec![working_details("differences", &lines, &workings, "")] }
}
