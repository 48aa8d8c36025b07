//! What the page has to say at its top.

use yew::prelude::*;

use crate::words::use_interface;

/// What there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something could not be opened, for this reason.
    Cannot(String),
    /// The draft can't be kept.
    NotKept,
    /// The draft was opened in another tab.
    Elsewhere,
}

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct NoticeBarProps {
    /// What there is to say, if anything.
    pub notice: Option<Notice>,
    /// Takes the notice away.
    pub onclose: Callback<MouseEvent>,
    /// Saves the table as a file.
    pub onsave: Callback<MouseEvent>,
}

/// The part.
#[component]
pub fn NoticeBar(NoticeBarProps { notice, onclose, onsave }: &NoticeBarProps) -> Html {
    let words = use_interface().words;
    let (text, class, answer, onclick) = match notice {
        None => return html! { <div class="notice" role="alert" hidden=true /> },
        Some(Notice::Cannot(text)) => (text, "plain", &words.close, onclose),
        Some(Notice::NotKept) => (&words.not_kept, "", &words.save_table, onsave),
        Some(Notice::Elsewhere) => (&words.open_elsewhere, "", &words.take_back, onclose),
    };
    html! {
        <div class="notice" role="alert">
            <p>{text.clone()}</p>
            <button type="button" {class} {onclick}>{answer.clone()}</button>
        </div>
    }
}
