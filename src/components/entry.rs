//! From what a reader types to a figure, or to words about what is wrong with it.

use crate::dataset::InputRange;
use crate::domain::{Figure, Hedge, Quantity, Unit};
use crate::i18n::{EntryError, Locale, Message, parse_entry};

/// Why what was typed is not taken.
#[derive(Clone, Copy)]
pub(super) enum Refused {
    /// It is no whole number.
    Entry(EntryError),
    /// It is beyond the input's range.
    Outside,
}

/// The reader's own number. One that the unit does not allow makes no figure.
pub(super) fn exact(quantity: Quantity, number: f64) -> Option<Figure> {
    Figure::new(quantity.unit(), Hedge::Exact, number).ok()
}

/// The number of a figure without its hedge; both numbers of a range.
pub(super) fn figure_number(locale: &Locale, figure: Figure) -> String {
    let (first, second) = figure.numbers();
    let (first, second) = (locale.number(first, 4), locale.number(second, 4));
    if figure.hedge() == Hedge::Between {
        return locale.fill(Message::Range, &[("x", &first), ("y", &second)]);
    }
    first
}

/// The number that was typed.
pub(super) fn typed(text: &str, quantity: Quantity, range: InputRange, locale: &Locale) -> Result<f64, Refused> {
    let number = parse_entry(text, locale.symbols(), quantity.unit()).map_err(Refused::Entry)?;
    if !(range.min..=range.max).contains(&number) {
        return Err(Refused::Outside);
    }
    Ok(number)
}

/// What is wrong with what was typed, and what stays.
pub(super) fn explained(
    refused: Refused,
    locale: &Locale,
    name: &str,
    (range, unit): (InputRange, Unit),
    kept: Option<Figure>,
) -> String {
    let message = match refused {
        Refused::Entry(EntryError::Empty) => Message::EntryEmpty,
        Refused::Entry(EntryError::NotNumber) => Message::EntryNotNumber,
        Refused::Entry(EntryError::Negative) if unit == Unit::Percent => Message::EntryPercent,
        Refused::Entry(EntryError::Negative) => Message::EntryNegative,
        Refused::Entry(EntryError::NotWhole) => Message::EntryNotWhole,
        Refused::Entry(EntryError::Ambiguous(_)) => Message::EntryAmbiguous,
        Refused::Entry(EntryError::TooLong) | Refused::Outside => Message::EntryOutside,
    };
    let kept = match kept {
        Some(figure) => figure_number(locale, figure),
        None => locale.text(Message::NotGiven).to_owned(),
    };
    let shown = match refused {
        Refused::Entry(EntryError::Ambiguous(number)) => number,
        _ if unit == Unit::Percent => 36.5,
        _ => 11_000.0,
    };
    let (min, max, shown) = (locale.number(range.min, 0), locale.number(range.max, 0), locale.number(shown, 4));
    locale.fill(message, &[("name", name), ("kept", &kept), ("min", &min), ("max", &max), ("x", &shown)])
}
