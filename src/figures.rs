//! All figures of a dataset and a scenario as a table with a row for each figure, for spreadsheets and scripts. The
//! page's download and the command write the same table.

use crate::dataset::Dataset;
use crate::domain::{Claim, Coverage, Date, Figure, Quantity, Reported, Scenario, Unit, date_text, decimal_text};
use crate::text::append;

/// The columns. Their names are those of the dataset format, where it has one for them.
const COLUMNS: &str = "claim,figure,counts,hedge,number,upper_number,low,low_open,high,high_open,unit,\
    words,as_of,as_of_words,period_from,period_to,published,attribution,source,link,basis,note\n";

/// The cells of a row. A cell is empty where its value is unknown or has no meaning.
type Cells = [String; 22];

/// All figures as comma-separated values: a line with the names of the columns, then one for each figure. It begins
/// with a byte order mark, by which spreadsheets recognise UTF-8.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset};
/// use casualty_calculator::figures::figures_csv;
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let table = figures_csv(&dataset, &dataset.scenario);
/// assert!(table.lines().any(|line| line.starts_with("south-korea,killed,killed,exact,300,")));
/// ```
pub fn figures_csv(dataset: &Dataset, scenario: &Scenario) -> String {
    let mut text = ["\u{feff}", COLUMNS].concat();
    for row in &figure_rows(dataset, scenario) {
        add_line(&mut text, row);
    }
    text
}

fn add_line(text: &mut String, row: &Cells) {
    let mut between = "";
    for cell in row {
        text.push_str(between);
        between = ",";
        if cell.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

/// The scenario's figures, with `scenario` as the id of their claim, then those of each claim. Numbers have a decimal
/// point and no grouping, and dates are written 2025-01-15. A missing top or bottom is an empty cell.
fn figure_rows(dataset: &Dataset, scenario: &Scenario) -> Vec<Cells> {
    let mut rows = Vec::new();
    let columns = ClaimColumns { claim: "scenario", as_of: scenario.as_of, ..ClaimColumns::default() };
    for quantity in Quantity::ALL {
        if let Some(figure) = scenario.figure(quantity) {
            rows.push(columns.row(
                quantity.name(),
                counts(quantity, Coverage::default()),
                quantity.unit(),
                figure,
                None,
            ));
        }
    }
    for claim in &dataset.claims {
        for quantity in Quantity::ALL {
            if let Some(Reported { figure, words }) = claim.reported(quantity) {
                // The size of a force may be for another day than its losses.
                let of_force = claim.deployed_as_of.filter(|_| quantity == Quantity::Deployed);
                let columns = ClaimColumns { as_of: of_force.or(claim.as_of), ..ClaimColumns::new(claim) };
                let counts = counts(quantity, claim.covers);
                rows.push(columns.row(quantity.name(), counts, quantity.unit(), *figure, words.as_deref()));
            }
        }
        let columns = ClaimColumns::new(claim);
        if let Some(Reported { figure, words }) = &claim.killed_share {
            rows.push(columns.row("killed_share", String::new(), Unit::Percent, *figure, words.as_deref()));
        }
        for group in &claim.groups {
            let Reported { figure, words } = &group.count;
            rows.push(columns.row("group", names(group.covers), Unit::People, *figure, words.as_deref()));
        }
    }
    rows
}

/// The cells that all figures of one claim have in common.
#[derive(Default)]
struct ClaimColumns<'a> {
    claim: &'a str,
    as_of: Option<Date>,
    as_of_words: &'a str,
    period: Option<(Date, Date)>,
    published: Option<Date>,
    attribution: String,
    source: &'a str,
    link: &'a str,
    basis: &'a str,
    note: &'a str,
}

impl<'a> ClaimColumns<'a> {
    fn new(claim: &'a Claim) -> Self {
        let mut attribution = String::new();
        for parties in &claim.attribution {
            let mut together = String::new();
            for party in parties {
                append(&mut together, ", ", &party.name);
            }
            append(&mut attribution, " → ", &together);
        }
        Self {
            claim: &claim.id,
            as_of: claim.as_of,
            as_of_words: claim.as_of_words.as_deref().unwrap_or_default(),
            period: claim.period.map(|period| (period.from, period.to)),
            published: claim.published,
            attribution,
            source: &claim.source.name,
            link: claim.source.link.as_deref().unwrap_or_default(),
            basis: claim.basis.name(),
            note: claim.note.as_deref().unwrap_or_default(),
        }
    }

    fn row(&self, name: &str, counts: String, unit: Unit, figure: Figure, words: Option<&str>) -> Cells {
        let (first, second) = figure.numbers();
        let bounds = figure.bounds();
        let number = |number: Option<f64>| number.map(decimal_text).unwrap_or_default();
        let date = |date: Option<Date>| date.map(date_text).unwrap_or_default();
        let unit = match unit {
            Unit::People => "people",
            Unit::Percent => "per_cent",
        };
        let open = |end: Option<f64>, open: bool| {
            let open = if open { "true" } else { "false" };
            end.map(|_| open.to_owned()).unwrap_or_default()
        };
        [
            text(self.claim),
            name.to_owned(),
            counts,
            figure.hedge().name().to_owned(),
            decimal_text(first),
            number(Some(second).filter(|second| *second != first)),
            number(bounds.bottom()),
            open(bounds.bottom(), bounds.bottom_is_open()),
            number(bounds.top()),
            open(bounds.top(), bounds.top_is_open()),
            unit.to_owned(),
            text(words.unwrap_or_default()),
            date(self.as_of),
            text(self.as_of_words),
            date(self.period.map(|period| period.0)),
            date(self.period.map(|period| period.1)),
            date(self.published),
            text(&self.attribution),
            text(self.source),
            text(self.link),
            self.basis.to_owned(),
            text(self.note),
        ]
    }
}

/// The categories that a figure counts, or an empty text where it does not count casualties.
fn counts(quantity: Quantity, covers: Coverage) -> String {
    match quantity {
        Quantity::Category(category) => category.name().to_owned(),
        Quantity::Casualties | Quantity::Rate => names(covers),
        Quantity::Deployed | Quantity::Reinforcements => String::new(),
    }
}

fn names(covers: Coverage) -> String {
    let mut names = String::new();
    for category in covers.iter() {
        append(&mut names, "+", category.name());
    }
    names
}

/// A text that no spreadsheet interprets as a formula.
fn text(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    [guard, text].concat()
}
