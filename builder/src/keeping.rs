//! Keeps the open draft in the browser as it is written.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use crate::draft::Draft;
use crate::kept::{self, Kept};
use crate::parts::Notice;

/// How long after the last change a draft is kept, in milliseconds.
const KEEP_AFTER: u32 = 400;

/// Keeps the draft that is open, by its id, soon after each change and before it goes: with the page, or for another draft.
/// Tells where it can't be kept, and where another tab keeps it.
#[hook]
pub fn use_keeping(draft: &Rc<Draft>, open: &Option<String>, notice: &UseStateHandle<Option<Notice>>) {
    let tab = use_memo((), |()| kept::fresh_id());
    // What is not kept yet.
    let waiting = use_mut_ref(|| None::<Kept>);
    use_effect_with((Rc::clone(draft), open.clone(), (**notice).clone()), {
        let (tab, notice) = (Rc::clone(&tab), notice.clone());
        move |(draft, open, _): &(Rc<Draft>, Option<String>, Option<Notice>)| {
            let is_elsewhere = *notice == Some(Notice::Elsewhere);
            let keep = {
                let waiting = Rc::clone(&waiting);
                move || {
                    let Some(kept) = waiting.take() else { return };
                    match (kept::keep(&kept), &*notice) {
                        (Err(_), _) => {
                            *waiting.borrow_mut() = Some(kept);
                            notice.set(Some(Notice::NotKept));
                        }
                        (Ok(()), Some(Notice::NotKept)) => notice.set(None),
                        (Ok(()), _) => {}
                    }
                }
            };
            if waiting.borrow().as_ref().is_some_and(|kept| Some(&kept.id) != open.as_ref()) {
                keep();
            }
            let listening = open.clone().filter(|_| !draft.is_empty() && !is_elsewhere).map(|id| {
                let kept = Kept { id, time: js_sys::Date::now(), tab: (*tab).clone(), draft: Rc::clone(draft) };
                *waiting.borrow_mut() = Some(kept);
                let soon = Timeout::new(KEEP_AFTER, keep.clone());
                (soon, EventListener::new(&window(), "pagehide", move |_| keep()))
            });
            move || drop(listening)
        }
    });
    use_effect_with(**notice == Some(Notice::NotKept), |not_kept| {
        let asks = EventListenerOptions::enable_prevent_default();
        let ask = |event: &Event| event.prevent_default();
        let listener = not_kept.then(|| EventListener::new_with_options(&window(), "beforeunload", asks, ask));
        move || drop(listener)
    });
    use_effect_with(open.clone(), {
        let (tab, notice) = (tab, notice.clone());
        move |open: &Option<String>| {
            let open = open.clone();
            let listener = kept::on_kept_elsewhere(move |kept| {
                if Some(kept.id) == open && kept.tab != *tab {
                    notice.set(Some(Notice::Elsewhere));
                }
            });
            move || drop(listener)
        }
    });
}
