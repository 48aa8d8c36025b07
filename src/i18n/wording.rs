//! Figures and rates in words: the hedge before the number, and bounds said where a plain number would say too much.

use super::labels::hedge_message;
use super::locale::Locale;
use super::message::Message;
use crate::domain::{Bounds, Doubt, Figure, Hedge, Measure, Rate, RateName, Reported, Unit};

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
pub(super) enum Side {
    Low,
    High,
    Neither,
}

/// How a number is written: its sign and its decimals.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) percent: bool,
    pub(super) decimals: usize,
}

/// Words for figures and rates in a language.
pub struct Words<'a>(pub &'a Locale);

impl<'a> Words<'a> {
    /// Whose range it is that stands behind these words.
    pub fn allows(&self, doubt: Doubt) -> &'a str {
        self.0.text(match doubt {
            Doubt::Nothing | Doubt::Wording => Message::WordingAllows,
            Doubt::Sources => Message::SourceRangeGives,
            Doubt::Both => Message::BothAllow,
        })
    }
}

impl Words<'_> {
    /// A figure as reported, in the source's own words where the dataset keeps them.
    pub fn reported(&self, reported: &Reported, unit: Unit) -> String {
        match (&reported.words, reported.figure) {
            (Some(words), _) => String::from(&**words),
            (None, Some(figure)) => self.figure_in(figure, unit, reported.interval.as_deref()),
            // Without either there is nothing reported.
            (None, None) => String::new(),
        }
    }

    /// A figure with its hedge: "about 4,000".
    pub fn figure(&self, figure: Figure, unit: Unit) -> String {
        self.figure_in(figure, unit, None)
    }

    /// The same with what the source calls its range.
    fn figure_in(&self, figure: Figure, unit: Unit, interval: Option<&str>) -> String {
        let style = Style { percent: unit == Unit::Percent, decimals: 4 };
        let [low, high] = figure.ends().map(|end| self.number(end, style, Side::Neither));
        let number = if figure.number().is_fraction() {
            figure.number().text(unit)
        } else {
            self.number(figure.number().value, style, Side::Neither)
        };
        let message = hedge_message(figure.hedge());
        if figure.hedge() == Hedge::Best {
            let mut range = self.0.fill(Message::Range, &[("x", &low), ("y", &high)]);
            if let Some(interval) = interval {
                range = [&*range, self.0.text(Message::ListComma), interval].concat();
            }
            return self.0.fill(message, &[("x", &number), ("y", &range)]);
        }
        let number = if figure.is_range() { low } else { number };
        let text = self.0.fill(message, &[("x", &number), ("y", &high)]);
        match interval {
            Some(interval) => self.0.fill(Message::HedgeBest, &[("x", &text), ("y", interval)]),
            None => text,
        }
    }

    /// The word that stands before a figure's number, if any.
    pub fn hedge_word(&self, figure: Figure) -> String {
        let words = self.0.fill(hedge_message(figure.hedge()), &[("x", ""), ("y", "")]);
        if figure.is_range() { String::new() } else { words.trim_ascii().to_owned() }
    }

    /// What a figure's wording allows, where that is more than the number.
    pub fn figure_allows(&self, figure: Figure, unit: Unit) -> Option<String> {
        let measure = match unit {
            Unit::People => Measure::People,
            Unit::Percent => Measure::Percent,
            Unit::Ratio | Unit::PerDay => Measure::Ratio,
        };
        let is_open = figure.hedge() != Hedge::Exact || figure.number().is_fraction();
        is_open.then(|| self.bounds(figure.bounds(), measure))
    }

    /// A rate: its printed value where the bounds close it in on both sides, else the side that they do.
    pub fn rate(&self, name: RateName, rate: &Rate) -> Worded {
        let floor = if name == RateName::OneIn { 1.0 } else { 0.0 };
        self.value_above(floor, rate.bounds, rate.printed, (name.measure(), rate.is_estimate))
    }

    /// A value with its bounds.
    pub fn value(&self, bounds: Bounds, printed: Option<f64>, measure: Measure) -> Worded {
        self.value_above(0.0, bounds, printed, (measure, false))
    }

    /// The same of a value that can't be below `floor`, and may be a best estimate.
    fn value_above(
        &self,
        floor: f64,
        bounds: Bounds,
        printed: Option<f64>,
        (measure, is_estimate): (Measure, bool),
    ) -> Worded {
        let style = style(bounds, measure);
        let exact = bounds.low == bounds.high;
        let closed_in =
            shows_low(bounds, floor) && shows_high(bounds, measure) && !bounds.low.open && !bounds.high.open;
        // A printed value near an end is a cap or a floor, and "about" would make it a middle.
        let central = |printed: f64| is_estimate || ((printed - bounds.low.value) / bounds.width() - 0.5).abs() <= 0.25;
        match printed.filter(|printed| bounds.contains(*printed)) {
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
        match (shows_low(bounds, floor), shows_high(bounds, measure)) {
            (true, true) => self.range(bounds, style),
            (true, false) => end(low, Side::Low),
            (false, true) => end(high, Side::High),
            (false, false) => self.0.text(Message::BoundAny).to_owned(),
        }
    }

    pub(super) fn range(&self, bounds: Bounds, style: Style) -> String {
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

    pub(super) fn number(&self, x: f64, Style { percent, decimals }: Style, side: Side) -> String {
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

/// Whether the low end says something that the measure alone does not.
fn shows_low(bounds: Bounds, floor: f64) -> bool {
    bounds.low.value > floor || bounds.low.value == bounds.high.value
}

/// Whether the high end says something: it is there, and not only the whole.
fn shows_high(bounds: Bounds, measure: Measure) -> bool {
    let only_the_whole = measure == Measure::Percent && bounds.high.value == 100.0 && bounds.low.value < 100.0;
    bounds.high.value.is_finite() && !only_the_whole
}

/// Whole numbers where the bounds are over one apart; else as many decimals as tell small values from nothing.
fn style(bounds: Bounds, measure: Measure) -> Style {
    let percent = measure.is_percent();
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
