//! How a bar and its axis are drawn, whatever they are drawn with: the page and the pictures take both from here.

use super::{Bar, Bars, Segment};
use crate::domain::{Category, Coverage};

/// What a stretch of a bar is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// One category.
    Of(Category),
    /// Several categories that are counted together.
    Together,
    /// A total of all four categories, or what is left of it, that nothing divides.
    Undivided,
    /// The same of a total that does not cover all four.
    Partly,
}

impl Fill {
    /// Every fill, in the order of legends.
    pub const ALL: [Self; 7] = [
        Self::Of(Category::Killed),
        Self::Of(Category::Wounded),
        Self::Of(Category::Missing),
        Self::Of(Category::Captured),
        Self::Together,
        Self::Undivided,
        Self::Partly,
    ];
}

impl Segment {
    /// What the stretch is filled with.
    pub fn fill(&self) -> Fill {
        let mut categories = self.covers.iter();
        match (self.undivided, categories.next(), categories.next()) {
            (true, ..) if self.covers == Coverage::ALL => Fill::Undivided,
            (true, ..) => Fill::Partly,
            (false, Some(category), None) => Fill::Of(category),
            _ => Fill::Together,
        }
    }
}

/// How an end of a whisker is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhiskerEnd {
    /// A bar: the end is reached.
    Bar,
    /// A ring: the end is excluded.
    Ring,
    /// An arrow: there is no end, or a cap begins here.
    Arrow,
}

/// A line over a bar from the low to the high end of what the wording allows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whisker {
    /// Where it begins, in people or per cent, and how.
    pub low: (f64, WhiskerEnd),
    /// Where it stops, and how; without a number it runs on to the edge.
    pub high: (Option<f64>, WhiskerEnd),
}

impl Bar {
    /// The line for what the wording allows, where it leaves any choice.
    pub fn drawn_whisker(&self) -> Option<Whisker> {
        let bounds = self.whisker?;
        let end = |is_arrow: bool, is_open: bool| match (is_arrow, is_open) {
            (true, _) => WhiskerEnd::Arrow,
            (false, true) => WhiskerEnd::Ring,
            (false, false) => WhiskerEnd::Bar,
        };
        Some(Whisker {
            low: (bounds.low.value, end(self.is_cap(), bounds.low.open)),
            high: (bounds.top(), end(bounds.top().is_none(), bounds.high.open)),
        })
    }
}

/// Where a number is held on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Where it starts, at the beginning of the axis.
    Start,
    /// In its middle.
    Middle,
    /// Where it ends, at the end of the axis.
    End,
}

/// A mark of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisMark {
    /// Where it stands, in people or per cent.
    pub value: f64,
    /// Where its number is held.
    pub anchor: Anchor,
    /// Whether its number may go where room is scarce: every other one, and the one before the last.
    pub is_spare: bool,
}

/// Whether a mark gives way where there is little room: every second one, and none at an end.
pub(crate) fn is_spare(index: u32, last: u32) -> bool {
    0 < index && index < last && (index % 2 == 1 || index + 1 == last)
}

impl Bars {
    /// The marks of the axis, from nothing to its end.
    pub fn axis_marks(&self) -> impl Iterator<Item = AxisMark> {
        let (last, step) = ((self.end / self.step).round() as u32, self.step);
        (0..=last).map(move |index| AxisMark {
            value: f64::from(index) * step,
            anchor: match index {
                0 => Anchor::Start,
                index if index == last => Anchor::End,
                _ => Anchor::Middle,
            },
            is_spare: is_spare(index, last),
        })
    }
}
