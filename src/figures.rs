//! All figures of a dataset and the reader's scenarios as a table with a row for each figure, for spreadsheets and scripts. The
//! page's download and the command write the same table.

use crate::dataset::Dataset;
use crate::domain::{Claim, Coverage, Date, Force, Hedge, Period, Quantity, Reported, Source, Unit, decimal_text};
use crate::state::State;
use crate::text::append;

/// The columns. Their names are those of the dataset format, where it has one for them.
const COLUMNS: &str = "force,claim,figure,counts,hedge,number,upper_number,low,low_open,high,high_open,own_range,unit,\
    words,interval,status,disputed_by,as_of,as_of_words,period_from,period_to,published,attribution,source,link,basis,note\n";

/// The cells of a row. A cell is empty where its value is unknown or has no meaning.
type Cells = [String; 27];

/// What a figure counts and in which unit.
struct Kind<'a> {
    name: &'a str,
    counts: String,
    unit: Unit,
}

/// All figures as comma-separated values: a line with the names of the columns, then one for each figure. It begins
/// with a byte order mark, by which spreadsheets recognise UTF-8.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset};
/// use casualty_calculator::figures::figures_csv;
/// use casualty_calculator::state::State;
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let table = figures_csv(&dataset, &State::new(&dataset));
/// assert!(table.lines().any(|line| line.starts_with("nk,south-korea,killed,killed,exact,300,")));
/// ```
pub fn figures_csv(dataset: &Dataset, state: &State) -> String {
    let mut text = ["\u{feff}", COLUMNS].concat();
    for (index, force) in dataset.forces.iter().enumerate() {
        for row in &figure_rows(force, state, index) {
            add_line(&mut text, row);
        }
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

/// The scenario's figures of a force, with `scenario` as the id of their claim, then those of each claim. Numbers have a
/// decimal point and no grouping, and dates are written 2025-01-15. A missing top or bottom is an empty cell.
fn figure_rows(force: &Force, state: &State, index: usize) -> Vec<Cells> {
    let mut rows = Vec::new();
    let scenario = state.scenario_of(index);
    let columns =
        ClaimColumns { force: &force.id, claim: "scenario", as_of: scenario.as_of, ..ClaimColumns::default() };
    for quantity in Quantity::ALL {
        if let Some(figure) = scenario.figure(quantity) {
            let reported = Reported { figure: Some(figure), ..Reported::default() };
            rows.push(columns.row(kind(quantity, Some(Coverage::default())), &reported));
        }
    }
    for claim in &force.claims {
        for quantity in Quantity::REPORTED {
            if let Some(reported) = claim.reported(quantity) {
                // The size of a force may be for another day than its losses.
                let of_force = claim.deployed_as_of.filter(|_| quantity == Quantity::Deployed);
                let columns = ClaimColumns { as_of: of_force.or(claim.as_of), ..ClaimColumns::new(force, claim) };
                rows.push(columns.row(kind(quantity, claim.covers), reported));
            }
        }
        let columns = ClaimColumns::new(force, claim);
        for (name, reported) in &claim.stated {
            let kind = Kind { name: name.name(), counts: String::new(), unit: name.measure().unit() };
            rows.push(columns.row(kind, reported));
        }
        for group in &claim.groups {
            let kind = Kind { name: "group", counts: names(group.covers), unit: Unit::People };
            rows.push(columns.row(kind, &group.count));
        }
    }
    rows
}

/// The cells that all figures of one claim have in common.
#[derive(Default)]
struct ClaimColumns<'a> {
    force: &'a str,
    claim: &'a str,
    status: &'a str,
    disputed_by: String,
    as_of: Option<Date>,
    as_of_words: &'a str,
    period: Option<Period>,
    published: Option<Date>,
    attribution: String,
    source: &'a str,
    link: &'a str,
    basis: &'a str,
    note: &'a str,
}

impl<'a> ClaimColumns<'a> {
    fn new(force: &'a Force, claim: &'a Claim) -> Self {
        let mut attribution = String::new();
        for parties in &claim.attribution {
            let mut together = String::new();
            for party in parties {
                append(&mut together, ", ", &party.name);
            }
            append(&mut attribution, " → ", &together);
        }
        let mut disputed_by = String::new();
        for Source { name, .. } in &claim.disputed_by {
            append(&mut disputed_by, "; ", name);
        }
        Self {
            force: &force.id,
            claim: &claim.id,
            status: status(claim),
            disputed_by,
            as_of: claim.as_of,
            as_of_words: claim.as_of_words.as_deref().unwrap_or_default(),
            period: claim.period,
            published: claim.published,
            attribution,
            source: &claim.source.name,
            link: claim.source.link.as_deref().unwrap_or_default(),
            basis: claim.basis.name(),
            note: claim.note.as_deref().unwrap_or_default(),
        }
    }

    fn row(&self, Kind { name, counts, unit }: Kind, reported: &Reported) -> Cells {
        let date = |date: Option<Date>| date.map(Date::text).unwrap_or_default();
        let flag = |flag: bool| if flag { "true" } else { "false" }.to_owned();
        // Words alone have no numbers.
        let [hedge, number, upper_number, low, low_open, high, high_open, own_range] = match reported.figure {
            None => {
                let mut empty = [const { String::new() }; 8];
                empty[0] = "words".to_owned();
                empty
            }
            Some(figure) => {
                // A range that a reader typed is no source's.
                let is_own_range = match self.claim {
                    "scenario" => figure.hedge() == Hedge::Best,
                    _ => reported.has_own_range(),
                };
                let bounds = figure.bounds();
                let end = |end: Option<f64>| end.map(decimal_text).unwrap_or_default();
                let open = |end: Option<f64>, open: bool| end.map(|_| flag(open)).unwrap_or_default();
                let upper = figure.ends()[1];
                [
                    figure.hedge().name().to_owned(),
                    decimal_text(figure.number().value),
                    end(Some(upper).filter(|upper| figure.printed().is_none() && *upper != figure.number().value)),
                    end(bounds.bottom()),
                    open(bounds.bottom(), bounds.bottom_is_open()),
                    end(bounds.top()),
                    open(bounds.top(), bounds.top_is_open()),
                    flag(is_own_range),
                ]
            }
        };
        let unit = match unit {
            Unit::People => "people",
            Unit::Percent => "per_cent",
            Unit::Ratio => "ratio",
            Unit::PerDay => "people_per_day",
        };
        [
            text(self.force),
            text(self.claim),
            name.to_owned(),
            counts,
            hedge,
            number,
            upper_number,
            low,
            low_open,
            high,
            high_open,
            own_range,
            unit.to_owned(),
            text(reported.words.as_deref().unwrap_or_default()),
            text(reported.interval.as_deref().unwrap_or_default()),
            self.status.to_owned(),
            text(&self.disputed_by),
            date(self.as_of),
            text(self.as_of_words),
            date(self.period.map(|period| period.from)),
            date(self.period.map(|period| period.to)),
            date(self.published),
            text(&self.attribution),
            text(self.source),
            text(self.link),
            self.basis.to_owned(),
            text(self.note),
        ]
    }
}

/// Whether a claim no longer stands.
fn status(claim: &Claim) -> &'static str {
    match (claim.is_withdrawn, claim.is_replaced) {
        (true, _) => "withdrawn",
        (false, true) => "replaced",
        (false, false) => "",
    }
}

/// A quantity with the categories that it counts; "not_stated" where the source of a total does not say them, and nothing where
/// it does not count casualties.
fn kind(quantity: Quantity, covers: Option<Coverage>) -> Kind<'static> {
    let counts = match (quantity, covers) {
        (Quantity::Category(category), _) => category.name().to_owned(),
        (Quantity::Casualties, None) => "not_stated".to_owned(),
        (Quantity::Casualties, Some(covers)) => names(covers),
        _ => String::new(),
    };
    Kind { name: quantity.name(), counts, unit: quantity.unit() }
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
    let guard =
        if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) { "'" } else { "" };
    [guard, text].concat()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn no_cell_is_a_formula_in_any_spreadsheet() {
        for begins in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠sum"] {
            assert_eq!(text(begins), format!("'{begins}"));
        }
        assert_eq!(text("about 1,000"), "about 1,000");
    }
}
