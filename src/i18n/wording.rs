//! Figures and rates in words: the hedge before the number, and bounds said where a plain number would say too much.

use super::locale::{Locale, filled};
use super::message::Message;
use crate::domain::{
    Amount, Bounds, Check, Coverage, Figure, Finding, Hedge, Inputs, Measure, Quantity, Rate, RateName, Rates,
    Reported, SolveFor, Unavailable, Unit,
};
use crate::text::append;

/// A value in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Worded {
    /// The value as a sentence says it: "about 36%", "under 40%".
    pub value: String,
    /// What the wording allows, where the value does not say it already: "31–42%".
    pub allows: Option<String>,
}

/// Which end of a range a number is, so that rounding never narrows what the wording allows.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Low,
    High,
    Neither,
}

/// How a number is written: its sign and its decimals.
#[derive(Clone, Copy)]
struct Style {
    percent: bool,
    decimals: usize,
}

/// Words for figures and rates in a language.
pub struct Words<'a>(pub &'a Locale);

impl Words<'_> {
    /// A figure as reported, in the source's own words where the dataset keeps them.
    pub fn reported(&self, reported: &Reported, unit: Unit) -> String {
        match &reported.words {
            Some(words) => String::from(&**words),
            None => self.figure(reported.figure, unit),
        }
    }

    /// A figure with its hedge: "about 4,000".
    pub fn figure(&self, figure: Figure, unit: Unit) -> String {
        let (first, second) = figure.numbers();
        let style = Style { percent: unit == Unit::Percent, decimals: 4 };
        let (first, second) = (self.number(first, style, Side::Neither), self.number(second, style, Side::Neither));
        self.0.fill(hedge_message(figure.hedge()), &[("x", &first), ("y", &second)])
    }

    /// The word that stands before a figure's number, if any.
    pub fn hedge_word(&self, figure: Figure) -> String {
        let words = self.0.fill(hedge_message(figure.hedge()), &[("x", ""), ("y", "")]);
        if figure.hedge() == Hedge::Between { String::new() } else { words.trim_ascii().to_owned() }
    }

    /// What a figure's wording allows, where that is more than the number.
    pub fn figure_allows(&self, figure: Figure, unit: Unit) -> Option<String> {
        let measure = if unit == Unit::Percent { Measure::Percent } else { Measure::People };
        (figure.hedge() != Hedge::Exact).then(|| self.bounds(figure.bounds(), measure))
    }

    /// A rate: its printed value where the bounds close it in on both sides, else the side that they do.
    pub fn rate(&self, name: RateName, rate: &Rate) -> Worded {
        self.value(rate.bounds, rate.printed, name.measure(), name == RateName::OneIn)
    }

    /// A value with its bounds.
    pub fn value(&self, bounds: Bounds, printed: Option<f64>, measure: Measure, at_least_one: bool) -> Worded {
        let style = style(bounds, measure);
        let exact = bounds.low == bounds.high;
        let floor = if at_least_one { 1.0 } else { 0.0 };
        let closed_in = says_low(bounds, floor) && says_high(bounds, measure) && !bounds.low.open && !bounds.high.open;
        // A printed value near an end is a cap or a floor, and "about" would make it a middle.
        let central = |printed: f64| ((printed - bounds.low.value) / bounds.width() - 0.5).abs() <= 0.25;
        match printed.filter(|printed| bounds.contain(*printed)) {
            Some(printed) if exact => Worded { value: self.number(printed, style, Side::Neither), allows: None },
            Some(printed) if closed_in && central(printed) => {
                let number = self.number(printed, style, Side::Neither);
                Worded {
                    value: self.0.fill(Message::HedgeAbout, &[("x", &number)]),
                    allows: Some(self.range(bounds, style)),
                }
            }
            _ => Worded { value: self.one_sided(bounds, measure, floor), allows: None },
        }
    }

    /// Bounds in words: "31–42%", "over 10,000", "under 40%".
    pub fn bounds(&self, bounds: Bounds, measure: Measure) -> String {
        self.one_sided(bounds, measure, 0.0)
    }

    fn one_sided(&self, bounds: Bounds, measure: Measure, floor: f64) -> String {
        let style = style(bounds, measure);
        let end = |message, side| {
            let value = if side == Side::Low { bounds.low.value } else { bounds.high.value };
            self.0.fill(message, &[("x", &self.number(value, style, side))])
        };
        let low = if bounds.low.open { Message::BoundOver } else { Message::HedgeAtLeast };
        let high = if bounds.high.open { Message::BoundUnder } else { Message::BoundAtMost };
        match (says_low(bounds, floor), says_high(bounds, measure)) {
            (true, true) => self.range(bounds, style),
            (true, false) => end(low, Side::Low),
            (false, true) => end(high, Side::High),
            (false, false) => self.0.text(Message::BoundAny).to_owned(),
        }
    }

    fn range(&self, bounds: Bounds, style: Style) -> String {
        let low = self.number(bounds.low.value, Style { percent: false, ..style }, Side::Low);
        let high = self.number(bounds.high.value, style, Side::High);
        let high = if bounds.high.open { self.0.fill(Message::BoundUnder, &[("x", &high)]) } else { high };
        let low = if bounds.low.open { self.0.fill(Message::BoundOver, &[("x", &low)]) } else { low };
        // Beside a sign a dash would look like another.
        let spaced = bounds.low.open || bounds.high.open || bounds.low.value < 0.0;
        self.0.fill(if spaced { Message::HedgeBetween } else { Message::Range }, &[("x", &low), ("y", &high)])
    }

    /// How far the scenario is from a claim: "700 more", "about 400 fewer", "300 fewer to 700 more".
    pub fn difference(&self, bounds: Bounds, printed: Option<f64>, measure: Measure) -> String {
        let style = style(bounds, measure);
        let directed = |x: f64, side: Side| {
            let (message, side) = match side {
                // Below nothing, outward is the other way.
                Side::Low if x < 0.0 => (Message::DifferenceFewer, Side::High),
                Side::High if x < 0.0 => (Message::DifferenceFewer, Side::Low),
                side => (if x < 0.0 { Message::DifferenceFewer } else { Message::DifferenceMore }, side),
            };
            self.0.fill(message, &[("x", &self.number(x.abs(), style, side))])
        };
        match (bounds.bottom(), bounds.top(), printed) {
            (Some(low), Some(high), _) if low == high && low == 0.0 => self.0.text(Message::DifferenceSame).to_owned(),
            (Some(low), Some(high), _) if low == high => directed(low, Side::Neither),
            (Some(_), Some(_), Some(0.0)) => self.0.text(Message::DifferenceSame).to_owned(),
            (Some(_), Some(_), Some(printed)) => {
                let number = directed(printed, Side::Neither);
                self.0.fill(Message::HedgeAbout, &[("x", &number)])
            }
            (Some(low), Some(high), None) => {
                let (low, high) = (directed(low, Side::Low), directed(high, Side::High));
                self.0.fill(Message::HedgeBetween, &[("x", &low), ("y", &high)])
            }
            (Some(low), None, _) if low >= 0.0 => {
                self.0.fill(Message::HedgeAtLeast, &[("x", &directed(low, Side::Low))])
            }
            (None, Some(high), _) if high <= 0.0 => {
                self.0.fill(Message::HedgeAtLeast, &[("x", &directed(high, Side::High))])
            }
            (None, Some(high), _) => {
                let message = if bounds.high.open { Message::BoundUnder } else { Message::BoundAtMost };
                self.0.fill(message, &[("x", &directed(high, Side::High))])
            }
            (Some(low), None, _) => self.0.fill(Message::DifferenceUpwards, &[("x", &directed(low, Side::Low))]),
            _ => self.0.text(Message::BoundAny).to_owned(),
        }
    }

    /// A value as a working shows it: with decimals, and what the wording allows behind it.
    pub fn working(&self, bounds: Bounds, printed: Option<f64>, measure: Measure) -> String {
        let percent = matches!(measure, Measure::Percent | Measure::PercentPerDay);
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
            if inputs.figure(Quantity::Of(category)).is_some() {
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
        Some(self.working(amount.bounds, amount.printed, amount.measure()))
    }

    /// What a check found, and the numbers that show it.
    pub fn finding(&self, finding: &Finding) -> (&str, String) {
        let (title, shown) = Message::of_check(finding.check);
        // Where a number is missing there is nothing to show.
        let shown = if finding.check == Check::RateHidesDenominator && finding.working.is_empty() {
            String::new()
        } else {
            let days = finding.working.iter().find(|amount| amount.name == "days").and_then(|days| days.printed);
            self.0.count(shown, days.unwrap_or_default(), &|name| match name {
                "name" => finding.originator.as_deref().map(str::to_owned),
                _ => self.amount(&finding.working, name),
            })
        };
        (self.0.text(title), shown)
    }

    /// Why a rate can't be worked out.
    pub fn unavailable(&self, name: RateName, reason: Unavailable) -> &str {
        use crate::domain::Category::{Captured, Killed, Missing, Wounded};
        self.0.text(match reason {
            Unavailable::NoCasualties => Message::NoCasualties,
            Unavailable::No(Killed) => Message::NoKilled,
            Unavailable::No(Wounded) => Message::NoWounded,
            Unavailable::No(Missing) if name == RateName::MissingRate => Message::NoMissingAlone,
            Unavailable::No(Missing) => Message::NoMissing,
            Unavailable::No(Captured) => Message::NoCaptured,
            Unavailable::NoDeployed => Message::NoDeployed,
            Unavailable::NoReinforcements => Message::NoReinforcements,
            Unavailable::NoRate => Message::NoRate,
            Unavailable::NoDates => Message::NoDates,
            Unavailable::ZeroDivisor => match name {
                RateName::PerDay | RateName::PerDayRate => Message::NoDaysPass,
                _ => Message::ZeroDivisor,
            },
            Unavailable::MoreThanDeployed => Message::MoreThanDeployed,
        })
    }

    fn number(&self, x: f64, Style { percent, decimals }: Style, side: Side) -> String {
        let scale = 10_f64.powi(decimals as i32);
        // A bound that arithmetic puts a hair beyond a round number is that number.
        const HAIR: f64 = 1e-9;
        let scaled = x * scale;
        let rounded = match side {
            Side::Low => (scaled + scaled.abs() * HAIR).floor(),
            Side::High => (scaled - scaled.abs() * HAIR).ceil(),
            Side::Neither => scaled.round(),
        };
        let number = self.0.number(rounded / scale, decimals);
        if percent { self.0.fill(Message::Percent, &[("x", &number)]) } else { number }
    }
}

/// The text for a figure under this hedge.
pub fn hedge_message(hedge: Hedge) -> Message {
    match hedge {
        Hedge::Exact => Message::HedgeExact,
        Hedge::About => Message::HedgeAbout,
        Hedge::Over => Message::HedgeOver,
        Hedge::AtLeast => Message::HedgeAtLeast,
        Hedge::UpTo => Message::HedgeUpTo,
        Hedge::Nearly => Message::HedgeNearly,
        Hedge::Between => Message::HedgeBetween,
    }
}

/// Whether the low end says something that the measure alone does not.
fn says_low(bounds: Bounds, floor: f64) -> bool {
    bounds.low.value > floor || bounds.low.value == bounds.high.value
}

/// Whether the high end says something: it is there, and not only the whole.
fn says_high(bounds: Bounds, measure: Measure) -> bool {
    let only_the_whole = measure == Measure::Percent && bounds.high.value == 100.0 && bounds.low.value < 100.0;
    bounds.high.value.is_finite() && !only_the_whole
}

/// Whole numbers where the bounds are over one apart; else as many decimals as tell small values from nothing.
fn style(bounds: Bounds, measure: Measure) -> Style {
    let percent = matches!(measure, Measure::Percent | Measure::PercentPerDay);
    let size = bounds.top().unwrap_or(bounds.low.value).abs();
    let decimals = match measure {
        Measure::People | Measure::Days => 0,
        Measure::Percent if bounds.width() > 1.0 => 0,
        _ if size == 0.0 || size >= 100.0 => 0,
        _ if size >= 1.0 => 1,
        _ if size >= 0.1 => 2,
        _ if size >= 0.01 => 3,
        _ => 4,
    };
    Style { percent, decimals }
}
