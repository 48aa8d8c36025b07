//! Workings in words: how a rate follows from its inputs, and the numbers that show what a check found.

use super::labels::{column_label, rate_label, unavailable_reason};
use super::locale::filled;
use super::message::Message;
use super::wording::{Side, Style, Words};
use crate::domain::{
    Amount, Bounds, Check, Coverage, Finding, Inputs, Measure, Quantity, Rate, RateName, Rates, SolveFor, Unavailable,
};
use crate::text::append;

impl Words<'_> {
    /// A value as a working shows it: with decimals, and what the wording allows behind it.
    pub fn working(&self, bounds: Bounds, printed: Option<f64>, measure: Measure) -> String {
        let percent = measure.is_percent();
        let decimals = match measure {
            Measure::People | Measure::Days => 0,
            _ => 2,
        };
        let style = Style { percent, decimals };
        let closed = bounds.bottom().is_some() && bounds.top().is_some();
        let allows = if closed { self.range(bounds, style) } else { self.bounds(bounds, measure) };
        let Some(printed) = printed else { return allows };
        let value = self.number(printed, style, Side::Neither);
        if bounds.low == bounds.high { value } else { [&*value, " (", &allows, ")"].concat() }
    }

    /// How a rate is worked out: its formula with the values filled in, and what comes of it. Nothing for a stated total.
    pub fn rate_working(&self, name: RateName, rate: &Rate, inputs: &Inputs, rates: &Rates) -> String {
        let mut formula = name.formula().to_owned();
        let total = rates.get(RateName::Casualties).ok().and_then(|total| total.counts);
        if name == RateName::Casualties && inputs.solve_for() == SolveFor::Casualties {
            formula = RateName::ImpliedCasualties.formula().to_owned();
        } else if let (RateName::KilledShare, Some(counts)) = (name, total) {
            // The killed stand in the sum as well, so that its own bounds would not give these.
            formula = ["{killed} ÷ (", &self.sum(counts, inputs, true), ")"].concat();
        } else if let Some(counts) = rate.counts.filter(|_| formula.is_empty()) {
            formula = self.sum(counts, inputs, name == RateName::Casualties);
        }
        if formula.is_empty() {
            return formula;
        }
        let operands = rates.operands(inputs);
        let result = self.working(rate.bounds, rate.printed, name.measure());
        [&*filled(&formula, &|name| self.amount(&operands, name)), " = ", &result].concat()
    }

    /// The formula of a sum of categories, and of the groups where they are in it.
    fn sum(&self, counts: Coverage, inputs: &Inputs, groups: bool) -> String {
        let mut formula = String::new();
        for category in counts.iter() {
            if inputs.figure(Quantity::Category(category)).is_some() {
                append(&mut formula, " + ", &["{", category.name(), "}"].concat());
            }
        }
        for (_, count) in inputs.groups().iter().filter(|_| groups) {
            append(&mut formula, " + ", &self.working(count.bounds(), count.printed(), Measure::People));
        }
        formula
    }

    fn amount(&self, amounts: &[Amount], name: &str) -> Option<String> {
        let amount = amounts.iter().find(|amount| amount.name == name)?;
        Some(self.working(amount.bounds, amount.printed, amount.measure))
    }

    /// What a check found, and the numbers that show it.
    pub fn finding(&self, finding: &Finding) -> (&str, String) {
        let (title, shown) = Message::of_check(finding.check);
        // Where a number is missing there is nothing to show.
        let shown = if finding.check == Check::RateHidesDenominator && finding.working.is_empty() {
            String::new()
        } else {
            let names = || {
                let mut names = String::new();
                for name in &finding.names {
                    append(&mut names, self.0.text(Message::ListComma), name);
                }
                names
            };
            let days = finding.working.iter().find(|amount| amount.name == "days").and_then(|days| days.printed);
            self.0.count(shown, days.unwrap_or_default(), &|name| match name {
                "name" => Some(match (finding.named_figure(), finding.rate) {
                    (Some(figure), _) => self.0.text(column_label(figure)).to_owned(),
                    (_, Some(rate)) => rate_label(rate, None, self.0),
                    _ => names(),
                }),
                "formula" => finding.rate.map(|rate| self.filled_formula(rate, &finding.working)),
                _ => self.amount(&finding.working, name),
            })
        };
        (self.0.text(title), shown)
    }

    /// The formula of a rate with numbers filled in; of a sum, those of its parts that are there.
    fn filled_formula(&self, rate: RateName, amounts: &[Amount]) -> String {
        if !rate.formula().is_empty() {
            return filled(rate.formula(), &|name| self.amount(amounts, name));
        }
        let mut sum = String::new();
        for part in rate.operands().into_iter().filter_map(|name| self.amount(amounts, name)) {
            append(&mut sum, " + ", &part);
        }
        sum
    }

    /// Why a rate can't be worked out.
    pub fn unavailable(&self, name: RateName, reason: Unavailable) -> &str {
        self.0.text(unavailable_reason(name, reason))
    }
}
