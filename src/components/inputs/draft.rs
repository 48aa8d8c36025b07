//! What stands in a number field while it is being typed in: a pure state machine. An event leads to an action of the
//! calculator, and to the next draft.

use super::entry::Rejection;
use crate::domain::{Figure, Quantity};
use crate::state::Action;

/// What stands in a field while it is being typed in. It counts only beside the figure that it was typed over, so that a
/// slider, a source or an undo has the last word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// The text.
    pub(super) text: String,
    /// What is wrong with it.
    pub(super) rejection: Option<Rejection>,
    /// The figure of the input that belongs to the text.
    over: Option<Figure>,
    /// The figure before anything was typed: what is rejected goes back to it, and not to a half of a number.
    before: Option<Figure>,
}

/// Something that happens to a field.
pub(super) enum FieldEvent {
    /// A reader wants to set a figure that is unknown.
    Opened,
    /// The text has changed.
    Typed {
        /// What stands in the field now.
        text: String,
        /// The figure that it stands for, or why there is none.
        read: Result<Figure, Rejection>,
        /// The figure before anything was typed: see [`Draft::before`].
        before: Option<Figure>,
    },
    /// The field was left, or Enter pressed.
    Left,
    /// Escape: what was typed is given up.
    Cancelled,
}

impl FieldEvent {
    /// What the calculator does at once. What is typed is one movement, to be undone in one step.
    pub(super) fn action(&self, quantity: Quantity) -> Option<Action> {
        match self {
            Self::Opened => None,
            Self::Typed { read: Ok(figure), .. } => Some(Action::Slide(quantity, *figure)),
            Self::Typed { read: Err(_), .. } | Self::Cancelled => Some(Action::CancelSlide),
            Self::Left => Some(Action::EndSlide),
        }
    }
}

impl Draft {
    /// The draft, where it belongs to this figure of the input.
    pub(super) fn over(draft: Option<&Self>, figure: Option<Figure>) -> Option<&Self> {
        draft.filter(|draft| draft.over == figure)
    }

    /// The figure before anything was typed; where nothing was, the one that stands.
    pub(super) fn before(draft: Option<&Self>, figure: Option<Figure>) -> Option<Figure> {
        draft.map_or(figure, |draft| draft.before)
    }

    /// What becomes of a field's draft.
    pub(super) fn after(draft: Option<Self>, event: FieldEvent) -> Option<Self> {
        match event {
            FieldEvent::Opened => Some(Self { text: String::new(), rejection: None, over: None, before: None }),
            FieldEvent::Typed { text, read, before } => {
                // The action for what is rejected goes back to the figure from before.
                let over = read.ok().or(before);
                Some(Self { text, rejection: read.err(), over, before })
            }
            // A text that was rejected stays, so that it can be mended.
            FieldEvent::Left => draft.filter(|draft| draft.rejection.is_some()),
            FieldEvent::Cancelled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Category, Hedge, Unit};
    use crate::i18n::EntryError;

    const KILLED: Quantity = Quantity::Category(Category::Killed);
    const NOT_A_NUMBER: Rejection = Rejection::Entry(EntryError::NotNumber);

    fn figure(number: f64) -> Figure {
        Figure::new(Unit::People, Hedge::Exact, number).expect("a count")
    }

    /// Types texts one after the other into a field whose input follows each action, as the page does.
    fn typed(begin: Option<Figure>, texts: &[(&str, Result<f64, Rejection>)]) -> (Option<Draft>, Option<Figure>) {
        let (mut draft, mut now) = (None, begin);
        for (text, read) in texts {
            let before = Draft::before(Draft::over(draft.as_ref(), now), now);
            let event = FieldEvent::Typed { text: (*text).to_owned(), read: read.map(figure), before };
            now = match event.action(KILLED) {
                Some(Action::Slide(_, figure)) => Some(figure),
                Some(Action::CancelSlide) => before,
                _ => now,
            };
            draft = Draft::after(draft, event);
        }
        (draft, now)
    }

    #[test]
    fn a_number_counts_as_it_is_typed() {
        let (draft, now) = typed(Some(figure(1000.0)), &[("2", Ok(2.0)), ("25", Ok(25.0))]);
        assert_eq!(now, Some(figure(25.0)));
        let draft = Draft::over(draft.as_ref(), now).expect("it belongs to what was typed");
        assert_eq!((&*draft.text, draft.rejection), ("25", None));
        assert_eq!(draft.before, Some(figure(1000.0)));
    }

    #[test]
    fn what_is_rejected_leaves_the_figure_from_before_and_not_half_a_number() {
        let texts = [("5", Ok(5.0)), ("50", Ok(50.0)), ("500000", Err(Rejection::OutOfRange))];
        let (draft, now) = typed(Some(figure(1000.0)), &texts);
        assert_eq!(now, Some(figure(1000.0)));
        let draft = Draft::over(draft.as_ref(), now).expect("the text stands, so that it can be mended");
        assert_eq!((&*draft.text, draft.rejection), ("500000", Some(Rejection::OutOfRange)));
    }

    #[test]
    fn leaving_a_field_keeps_a_rejected_text_and_no_other() {
        assert_eq!(FieldEvent::Left.action(KILLED), Some(Action::EndSlide));
        let (draft, _) = typed(Some(figure(1000.0)), &[("x", Err(NOT_A_NUMBER))]);
        assert_eq!(Draft::after(draft.clone(), FieldEvent::Left), draft);
        let (draft, _) = typed(Some(figure(1000.0)), &[("20", Ok(20.0))]);
        assert_eq!(Draft::after(draft, FieldEvent::Left), None);
    }

    #[test]
    fn escape_gives_up_what_was_typed() {
        assert_eq!(FieldEvent::Cancelled.action(KILLED), Some(Action::CancelSlide));
        let (draft, _) = typed(None, &[("x", Err(NOT_A_NUMBER))]);
        assert_eq!(Draft::after(draft, FieldEvent::Cancelled), None);
    }

    #[test]
    fn an_unknown_figure_has_an_empty_field_until_something_is_typed() {
        assert_eq!(FieldEvent::Opened.action(KILLED), None);
        let draft = Draft::after(None, FieldEvent::Opened);
        let draft = Draft::over(draft.as_ref(), None).expect("the field is open");
        assert_eq!((&*draft.text, draft.rejection), ("", None));
    }

    #[test]
    fn a_slider_a_source_or_an_undo_has_the_last_word() {
        let (draft, _) = typed(Some(figure(1000.0)), &[("x", Err(NOT_A_NUMBER))]);
        let moved = Some(figure(1100.0));
        assert_eq!(Draft::over(draft.as_ref(), moved), None);
        assert_eq!(Draft::before(Draft::over(draft.as_ref(), moved), moved), moved);
    }
}
