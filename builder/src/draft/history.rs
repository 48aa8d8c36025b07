//! Undo through everything.

use std::rc::Rc;

use yew::Reducible;

use super::edit::Edit;
use super::table::Draft;

/// How many steps can be undone.
const DEPTH: usize = 500;

/// What somebody does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Changes the draft.
    Do(Edit),
    /// Changes it while typing in the field of this name: until that ends, all of it is one step.
    Type(String, Edit),
    /// Ends typing.
    EndTyping,
    /// Opens another draft, with nothing to undo.
    Open(Draft),
    /// Takes the last step back.
    Undo,
    /// Takes the step again that was taken back last.
    Redo,
}

/// The draft and the way to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// As it is.
    pub draft: Rc<Draft>,
    past: Vec<Rc<Draft>>,
    future: Vec<Rc<Draft>>,
    typing: Option<String>,
}

impl Work {
    /// A draft as somebody left it.
    pub fn of(draft: Draft) -> Self {
        Self { draft: Rc::new(draft), ..Self::default() }
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is one to take again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The work after an act.
    pub fn after(&self, act: Act) -> Self {
        let mut next = self.clone();
        match act {
            Act::Do(edit) => {
                next.end_typing();
                next.step_to(edit.applied(&self.draft));
            }
            Act::Type(field, edit) => {
                if self.typing.as_ref() == Some(&field) {
                    next.draft = Rc::new(edit.applied(&self.draft));
                } else {
                    next.end_typing();
                    next.step_to(edit.applied(&self.draft));
                    next.typing = Some(field);
                }
            }
            Act::EndTyping => next.end_typing(),
            Act::Open(draft) => next = Self::of(draft),
            Act::Undo => {
                next.end_typing();
                if let Some(draft) = next.past.pop() {
                    next.future.push(std::mem::replace(&mut next.draft, draft));
                }
            }
            Act::Redo => {
                next.end_typing();
                if let Some(draft) = next.future.pop() {
                    next.past.push(std::mem::replace(&mut next.draft, draft));
                }
            }
        }
        next
    }

    fn step_to(&mut self, draft: Draft) {
        if draft != *self.draft {
            self.past.push(std::mem::replace(&mut self.draft, Rc::new(draft)));
            self.future.clear();
            let surplus = self.past.len().saturating_sub(DEPTH);
            self.past.drain(..surplus);
        }
    }

    fn end_typing(&mut self) {
        // What was typed and taken back is no step.
        if self.typing.take().is_some() && self.past.last() == Some(&self.draft) {
            self.past.pop();
        }
    }
}

impl Reducible for Work {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        Rc::new(self.after(act))
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, Work};
    use crate::draft::{Edit, StoryDraft};

    fn titled(title: &str) -> Edit {
        Edit::Story(StoryDraft { title: title.to_owned(), ..StoryDraft::default() })
    }

    fn typed(title: &str) -> Act {
        Act::Type("title".to_owned(), titled(title))
    }

    #[test]
    fn what_is_typed_in_one_field_is_one_step() {
        let work = Work::default().after(typed("H")).after(typed("Ho")).after(Act::EndTyping).after(typed("How"));
        let back = work.after(Act::Undo);
        assert_eq!(back.draft.story.title, "Ho");
        let back = back.after(Act::Undo);
        assert_eq!(back.draft.story.title, "");
        assert!(!back.can_undo());
        assert_eq!(back.after(Act::Redo).after(Act::Redo).draft.story.title, "How");
    }

    #[test]
    fn what_was_typed_and_taken_back_is_no_step() {
        let work = Work::default().after(typed("H")).after(typed("")).after(Act::EndTyping);
        assert!(!work.can_undo());
    }

    #[test]
    fn a_change_after_undo_leaves_nothing_to_take_again() {
        let work = Work::default().after(Act::Do(titled("a"))).after(Act::Undo).after(Act::Do(titled("b")));
        assert!(work.can_undo() && !work.can_redo());
        assert_eq!(work.after(Act::Redo), work);
    }
}
