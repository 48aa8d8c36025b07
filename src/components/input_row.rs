//! One input: a slider and a number field in step, its bounds, and the way back.

use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;
use yew::html::Scope;
use yew::prelude::*;

use super::Shared;
use super::draws::drawn;
use super::element::{El, On, act, el};
use super::entry::{exact, explained, figure_number, typed};
use super::rule::allows;
use crate::dataset::InputRange;
use crate::domain::{Figure, Quantity, Unit, decimal_text};
use crate::i18n::{Locale, Message, Words};
use crate::state::Action;

/// What an input is and holds.
#[derive(Clone, PartialEq)]
pub(super) struct Input {
    pub(super) quantity: Quantity,
    /// How the input is called.
    pub(super) label: Message,
    /// What it holds; none while unknown.
    pub(super) figure: Option<Figure>,
    /// What the dataset begins with.
    pub(super) original: Option<Figure>,
    pub(super) range: InputRange,
    /// What it comes to, where it is solved for and so takes nothing.
    pub(super) follows: Option<AttrValue>,
}

#[derive(PartialEq, Properties)]
pub(super) struct InputRowProps {
    pub(super) input: Input,
    pub(super) locale: Shared<Locale>,
    pub(super) dispatch: Callback<Action>,
}

/// What stands in the field while it is being typed, and what was wrong with it. It counts only beside the figure that
/// it was typed over, so that a slider, a source or an undo has the last word.
pub(super) struct Draft {
    text: String,
    error: Option<String>,
    over: Option<Figure>,
}

/// One input. While its figure is unknown there is no slider, since every place on it would be a number.
pub(super) struct InputRow {
    draft: Option<Draft>,
}

/// What stands in the field from now on; nothing of its own, once the figure speaks for itself.
pub(super) enum Typing {
    /// A text, and what is wrong with it.
    Draft(Draft),
    /// The field was left: a text with an error stays, so that it can be mended.
    Left,
    /// What was typed is given up.
    GivenUp,
}

impl Component for InputRow {
    type Message = Typing;
    type Properties = InputRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self { draft: None }
    }

    fn update(&mut self, _: &Context<Self>, typing: Typing) -> bool {
        self.draft = match typing {
            Typing::Draft(draft) => Some(draft),
            Typing::Left => self.draft.take().filter(|draft| draft.error.is_some()),
            Typing::GivenUp => None,
        };
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        drawn(props.input.quantity.name());
        input_row(props, number_field(props, self.draft.as_ref(), context.link())).into()
    }
}

fn input_row(props: &InputRowProps, field: El) -> El {
    let InputRowProps { input, locale, .. } = props;
    let Input { quantity, label, figure, original, range: input_range, .. } = *input;
    let solved = input.follows.is_some();
    let id = quantity.name();
    let name = locale.text(label);
    let unknown = figure.is_none();
    let not_given = match quantity {
        Quantity::Casualties => Message::TotalHint,
        Quantity::Reinforcements => Message::NoneCounted,
        _ => Message::NotGiven,
    };
    let label_id = [id, "-label"].concat();

    let set_value = Action::Set(quantity, exact(quantity, input_range.min));
    let set_value = plain(props, set_value, "set-value", Message::SetValue, Message::SetValueOf);
    let note =
        el("span", "unknown-note").hidden(!unknown || solved).word(locale, not_given).text(" – ").child(set_value);
    let follows = el("output", "follows").hidden(!solved).text(input.follows.as_deref().unwrap_or_default());
    let head =
        el("div", "input-head").child(el("span", "name").set("id", &label_id).text(name)).child(note).child(follows);

    let range = figure.and_then(|figure| Words(locale).figure_allows(figure, quantity.unit()));
    let range = el("span", "hint").hidden(range.is_none()).child(allows(locale, &range.unwrap_or_default()));
    let make_unknown = Action::Set(quantity, None);
    let make_unknown = plain(props, make_unknown, "make-unknown", Message::MakeUnknown, Message::MakeUnknownOf);
    let reset = plain(props, Action::Reset(quantity), "reset", Message::Reset, Message::ResetOf);
    let actions =
        el("span", "input-actions").child(make_unknown.hidden(unknown)).child(reset.hidden(figure == original));

    el("div", if unknown || solved { "input unknown" } else { "input" })
        .with("data-input", id)
        .with("role", "group")
        .set("aria-labelledby", &label_id)
        .child(head)
        .child(field.hidden(solved))
        .child(slider(props).hidden(solved))
        .child(el("div", "input-foot").hidden(solved).child(range).child(actions))
}

fn plain(props: &InputRowProps, action: Action, does: &'static str, text: Message, label: Message) -> El {
    let label = props.locale.fill(label, &[("name", props.locale.text(props.input.label))]);
    act("plain", &props.dispatch, action).with("data-does", does).set("aria-label", &label).word(&props.locale, text)
}

/// A native slider. Dragging it is one step to undo.
fn slider(props: &InputRowProps) -> El {
    let InputRowProps { input: Input { quantity, figure, range, .. }, locale, dispatch } = props;
    let quantity = *quantity;
    let words = figure.map(|figure| Words(locale).figure(figure, quantity.unit())).unwrap_or_default();
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(figure) = exact(quantity, input.value_as_number()) {
                dispatch.emit(Action::Slide(quantity, figure));
            }
        })
    };
    let onchange = dispatch.reform(|_| Action::Settle);
    let value = figure.map_or(range.min, |figure| figure.numbers().0);
    let label = locale.fill(Message::SliderOf, &[("name", locale.text(props.input.label))]);
    let words = if quantity.unit() == Unit::People { locale.fill(Message::People, &[("x", &words)]) } else { words };
    // The range first: a browser fits the value into the one that it knows.
    let input = el("input", "")
        .with("type", "range")
        .with("part", "slider")
        .set("min", &decimal_text(range.min))
        .set("max", &decimal_text(range.max))
        .set("step", &decimal_text(range.step))
        .value(decimal_text(value))
        .set("aria-label", &label)
        .set("aria-valuetext", &words)
        .on(On::Input, oninput)
        .on(On::Change, onchange);
    let ends = [range.min, range.max].map(|end| el("span", "").text(&locale.number(end, 0)));
    let ends = el("div", "ends").with("aria-hidden", "true").children(ends);
    el("div", "slider").hidden(figure.is_none() && props.input.follows.is_none()).child(input).child(ends)
}

/// A number typed the local way, with buttons for a step down and up.
fn number_field(props: &InputRowProps, draft: Option<&Draft>, link: &Scope<InputRow>) -> El {
    let InputRowProps { input, locale, dispatch } = props;
    let Input { quantity, label, figure, range, .. } = *input;
    let name = locale.text(label);
    let current = draft.filter(|draft| draft.over == figure);
    let error = current.and_then(|draft| draft.error.clone());
    let hedge = figure.map(|figure| Words(locale).hedge_word(figure)).unwrap_or_default();
    let number = figure.map(|figure| figure_number(locale, figure)).unwrap_or_default();
    let text = current.map_or(number, |draft| draft.text.clone());

    let oninput = {
        let (link, dispatch, locale) = (link.clone(), dispatch.clone(), locale.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let (over, error) = match typed(&text, quantity, range, &locale) {
                Ok(typed) => {
                    dispatch.emit(Action::Slide(quantity, typed));
                    (Some(typed), None)
                }
                Err(refused) => {
                    (figure, Some(explained(refused, &locale, locale.text(label), (range, quantity.unit()), figure)))
                }
            };
            link.send_message(Typing::Draft(Draft { text, error, over }));
        })
    };
    let onchange = {
        let (link, dispatch) = (link.clone(), dispatch.clone());
        Callback::from(move |_: Event| {
            link.send_message(Typing::Left);
            dispatch.emit(Action::Settle);
        })
    };
    let onkeydown = {
        let link = link.clone();
        Callback::from(move |event: Event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                link.send_message(Typing::GivenUp);
            }
        })
    };
    let step = |direction: f64, message, sign: &'static str| {
        let value = figure.map(|figure| (figure.numbers().0 + direction * range.step).clamp(range.min, range.max));
        let next = value.and_then(|value| exact(quantity, value)).filter(|next| Some(*next) != figure);
        let label = locale.fill(message, &[("name", name), ("step", &locale.number(range.step, 0))]);
        // At the end of the range it does nothing, but keeps the focus that it has.
        let action = next.map_or(Action::Settle, |next| Action::Set(quantity, Some(next)));
        let button = act("step", dispatch, action).set("aria-label", &label).text(sign);
        if next.is_none() { button.with("aria-disabled", "true") } else { button }
    };
    let id = quantity.name();
    let bounds = [("min", &*locale.number(range.min, 0)), ("max", &*locale.number(range.max, 0))];
    let bounds = locale.fill(Message::InputBounds, &bounds);
    let (bounds_id, error_id) = ([id, "-bounds"].concat(), [id, "-error"].concat());
    let field = el("input", "")
        .with("type", "text")
        .with("part", "field")
        .with("inputmode", "decimal")
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .value(text)
        .set("aria-label", name)
        .set("aria-describedby", &[&*error_id, " ", &bounds_id].concat())
        .on(On::Input, oninput)
        .on(On::Change, onchange)
        .on(On::KeyDown, onkeydown);
    let field = if error.is_some() { field.with("aria-invalid", "true") } else { field };
    let error_note = el("p", "error").set("id", &error_id).with("role", "alert").hidden(error.is_none());
    el("div", "number")
        .hidden(figure.is_none() && props.input.follows.is_none())
        .child(el("span", "hedge").with("aria-hidden", "true").text(&hedge))
        .child(step(-1.0, Message::Less, "−"))
        .child(field)
        .child(step(1.0, Message::More, "+"))
        .child(el("span", "visually-hidden").set("id", &bounds_id).text(&bounds))
        .child(error_note.text(&error.unwrap_or_default()))
}
