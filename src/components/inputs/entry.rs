//! From what a reader types to a number, or to words about what is wrong with it.

use crate::domain::{Figure, Hedge, InputRange, Quantity, Unit};
use crate::i18n::{EntryError, Locale, Message, parse_entry};

/// Why what was typed is not taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rejection {
    /// It is no number that the input can hold.
    Entry(EntryError),
    /// It is beyond the input's range.
    OutOfRange,
}

/// The number that was typed.
pub(super) fn parse_number(
    text: &str,
    quantity: Quantity,
    range: InputRange,
    locale: &Locale,
) -> Result<f64, Rejection> {
    let number = parse_entry(text, locale.symbols(), quantity.unit()).map_err(Rejection::Entry)?;
    if !(range.min..=range.max).contains(&number) {
        return Err(Rejection::OutOfRange);
    }
    Ok(number)
}

/// The number of a figure without its hedge; both numbers of a range.
pub(super) fn figure_number(figure: Figure, locale: &Locale) -> String {
    if figure.hedge() == Hedge::Between {
        let [low, high] = figure.ends().map(|end| locale.number(end, 4));
        return locale.fill(Message::Range, &[("x", &low), ("y", &high)]);
    }
    locale.number(figure.number().value, 4)
}

/// What is wrong with what was typed into the input of that name, and what stays.
pub(super) fn explanation(
    rejection: Rejection,
    name: &str,
    (range, unit): (InputRange, Unit),
    kept: Option<Figure>,
    locale: &Locale,
) -> String {
    let message = match rejection {
        Rejection::Entry(EntryError::Empty) => Message::EntryEmpty,
        Rejection::Entry(EntryError::NotNumber) => Message::EntryNotNumber,
        Rejection::Entry(EntryError::Negative) if unit == Unit::Percent => Message::EntryPercent,
        Rejection::Entry(EntryError::Negative) => Message::EntryNegative,
        Rejection::Entry(EntryError::NotWhole) => Message::EntryNotWhole,
        Rejection::Entry(EntryError::Ambiguous(_)) => Message::EntryAmbiguous,
        Rejection::Entry(EntryError::TooLong) | Rejection::OutOfRange => Message::EntryOutside,
    };
    let kept = match kept {
        Some(figure) => figure_number(figure, locale),
        None => locale.text(Message::NotGiven).to_owned(),
    };
    let example = match rejection {
        Rejection::Entry(EntryError::Ambiguous(number)) => number,
        _ if unit == Unit::Percent => 36.5,
        _ => 11_000.0,
    };
    let (min, max, example) = (locale.number(range.min, 0), locale.number(range.max, 0), locale.number(example, 4));
    locale.fill(message, &[("name", name), ("kept", &kept), ("min", &min), ("max", &max), ("x", &example)])
}
