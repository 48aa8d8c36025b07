//! One input: a slider and a number field in step, its bounds, and the way back.

use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;
use yew::html::Scope;
use yew::prelude::*;

use super::Shared;
use super::chart::at;
use super::draws::drawn;
use super::element::{El, On, act, button, el};
use super::entry::{Refused, exact, explained, figure_number, typed};
use super::rule::allows;
use crate::dataset::InputRange;
use crate::domain::{Figure, Hedge, Quantity, Unit, decimal_text};
use crate::i18n::{Locale, Message, Words, hedge_message};
use crate::state::Action;
use crate::text::append;

/// What tells the field and the slider of a range's high end from those of the only or the low one.
const KEYS: [&str; 2] = ["", "-high"];

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

#[derive(Clone, PartialEq, Properties)]
pub(super) struct InputRowProps {
    pub(super) input: Input,
    /// Whether the reader works with ranges: then a wording stays, and can be chosen.
    pub(super) ranged: bool,
    pub(super) locale: Shared<Locale>,
    pub(super) dispatch: Callback<Action>,
}

/// What stands in a field while it is being typed, and what is wrong with it. It counts only beside the figure that it
/// was typed over, so that a slider, a source or an undo has the last word.
pub(super) struct Draft {
    text: String,
    refused: Option<Refused>,
    over: Option<Figure>,
    /// What the input held before anything was typed: what is refused leaves this, and not a half of a number.
    before: Option<Figure>,
}

/// One input. While its figure is unknown there is no slider, since every place on it would be a number.
pub(super) struct InputRow {
    /// Of each field.
    drafts: [Option<Draft>; 2],
}

/// What stands in a field from now on; nothing of its own, once the figure speaks for itself.
pub(super) enum Typing {
    /// A text, and what is wrong with it.
    Draft(Draft),
    /// The field was left: a text that was refused stays, so that it can be mended.
    Left,
    /// What was typed is given up.
    GivenUp,
}

impl Component for InputRow {
    /// Which field, and what of it.
    type Message = (usize, Typing);
    type Properties = InputRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self { drafts: [None, None] }
    }

    fn update(&mut self, _: &Context<Self>, (end, typing): (usize, Typing)) -> bool {
        let draft = &mut self.drafts[end];
        *draft = match typing {
            Typing::Draft(draft) => Some(draft),
            Typing::Left => draft.take().filter(|draft| draft.refused.is_some()),
            Typing::GivenUp => None,
        };
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        drawn(props.input.quantity.name());
        input_row(props, &self.drafts, context.link()).into()
    }
}

impl InputRowProps {
    /// How many numbers the input shows: a low and a high one where the reader works with a range.
    fn ends(&self) -> usize {
        if self.ranged && self.input.figure.is_some_and(|figure| figure.hedge() == Hedge::Between) { 2 } else { 1 }
    }

    /// The number at an end, of a figure that is known.
    fn number(&self, end: usize) -> Option<f64> {
        let (first, second) = self.input.figure?.numbers();
        Some(if end == 0 { first } else { second })
    }

    /// A figure with another number at an end: the reader's own and exact, unless they work with ranges. An end that
    /// passes the other takes it along.
    fn edited(&self, figure: Option<Figure>, end: usize, number: f64) -> Option<Figure> {
        let quantity = self.input.quantity;
        let Some(figure) = figure.filter(|_| self.ranged) else { return exact(quantity, number) };
        let (low, high) = figure.numbers();
        let edited = match (figure.hedge(), end) {
            (Hedge::Between, 0) => Figure::between(quantity.unit(), number, high.max(number)),
            (Hedge::Between, _) => Figure::between(quantity.unit(), low.min(number), number),
            (hedge, _) => Figure::new(quantity.unit(), hedge, number),
        };
        edited.ok()
    }

    /// How a field, a slider or a button at an end is called.
    fn name(&self, end: usize) -> String {
        let name = self.locale.text(self.input.label);
        let message = match (self.ends(), end) {
            (1, _) => return name.to_owned(),
            (_, 0) => Message::LowestOf,
            _ => Message::HighestOf,
        };
        self.locale.fill(message, &[("name", name)])
    }
}

fn input_row(props: &InputRowProps, drafts: &[Option<Draft>; 2], link: &Scope<InputRow>) -> El {
    let InputRowProps { input, locale, .. } = props;
    let Input { quantity, label, figure, original, .. } = *input;
    let solved = input.follows.is_some();
    let id = quantity.name();
    let name = locale.text(label);
    let unknown = figure.is_none();
    let current = |end: usize| drafts[end].as_ref().filter(|draft| draft.over == figure);
    // While the first number is being typed the figure is still unknown, and the field is there.
    let asked = unknown && current(0).is_some();
    let not_given = match quantity {
        Quantity::Casualties => Message::TotalHint,
        Quantity::Reinforcements => Message::NoneCounted,
        _ => Message::NotGiven,
    };
    let label_id = [id, "-label"].concat();

    let ask = {
        let link = link.clone();
        Callback::from(move |_: Event| {
            let draft = Draft { text: String::new(), refused: None, over: None, before: None };
            link.send_message((0, Typing::Draft(draft)));
        })
    };
    let set_value = plain(props, button("plain", ask), "set-value", Message::SetValue, Message::SetValueOf);
    let set_value = el("span", "").hidden(asked).text(" – ").child(set_value);
    let note = el("span", "unknown-note").hidden(!unknown || solved).word(locale, not_given).child(set_value);
    let follows = el("span", "follows").hidden(!solved).text(input.follows.as_deref().unwrap_or_default());
    let head =
        el("div", "input-head").child(el("span", "name").set("id", &label_id).text(name)).child(note).child(follows);

    let range = figure.and_then(|figure| Words(locale).figure_allows(figure, quantity.unit()));
    let range = el("span", "hint").set("id", &hint_id(quantity)).hidden(range.is_none()).child(allows(
        locale,
        &range.unwrap_or_default(),
        "-1",
    ));
    let act = |action| act("plain", &props.dispatch, action);
    let make_unknown = act(Action::Set(quantity, None));
    let make_unknown = plain(props, make_unknown, "make-unknown", Message::MakeUnknown, Message::MakeUnknownOf);
    let reset = plain(props, act(Action::Reset(quantity)), "reset", Message::Reset, Message::ResetOf);
    let actions =
        el("span", "input-actions").child(make_unknown.hidden(unknown)).child(reset.hidden(figure == original));

    let mut row = el("div", if (unknown && !asked) || solved { "input unknown" } else { "input" })
        .with("data-input", id)
        .with("role", "group")
        .set("aria-labelledby", &label_id)
        .child(head);
    let range_of_two = props.ends() == 2;
    let mut sliders = el("div", if range_of_two { "slider span" } else { "slider" }).hidden(unknown || solved);
    let mut numbers = el("div", "numbers").hidden((unknown && !asked) || solved);
    if props.ranged && !unknown {
        numbers = numbers.child(wording(props).key("wording"));
    }
    sliders = sliders.child(span(props).key("span"));
    for end in 0..props.ends() {
        numbers = numbers.child(number_field(props, end, current(end), link));
        sliders = sliders.child(slider(props, end));
    }
    let ends = [input.range.min, input.range.max].map(|end| el("span", "").text(&locale.number(end, 0)));
    let sliders = sliders.child(el("div", "ends").with("aria-hidden", "true").children(ends).key("ends"));
    row = row.child(numbers).child(sliders);
    row.child(el("div", "input-foot").hidden(solved).child(range).child(actions))
}

/// The id of what a figure's wording allows.
fn hint_id(quantity: Quantity) -> String {
    [quantity.name(), "-hint"].concat()
}

fn plain(props: &InputRowProps, button: El, does: &'static str, text: Message, label: Message) -> El {
    let label = props.locale.fill(label, &[("name", props.locale.text(props.input.label))]);
    button.with("data-does", does).set("aria-label", &label).word(&props.locale, text)
}

/// How the number is meant: the words that a figure may have.
fn wording(props: &InputRowProps) -> El {
    let InputRowProps { input: Input { quantity, figure, range, .. }, locale, dispatch, .. } = props;
    let (quantity, range) = (*quantity, *range);
    let Some(figure) = *figure else { return el("span", "") };
    let mut select = el("select", "wording");
    for hedge in Hedge::ALL {
        let words = match hedge {
            Hedge::Exact => locale.text(Message::WordingExact).to_owned(),
            hedge => locale.fill(hedge_message(hedge), &[("x", "…"), ("y", "…")]),
        };
        let option = el("option", "").with("value", hedge.name()).text(&words);
        select = select.child(if hedge == figure.hedge() { option.with("selected", "") } else { option });
    }
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlInputElement>().value();
        let hedge = Hedge::named(&chosen).unwrap_or_default();
        if let Ok(figure) = figure.reworded(quantity.unit(), hedge, range.max) {
            dispatch.emit(Action::Set(quantity, Some(figure)));
        }
    });
    let label = locale.fill(Message::WordingOf, &[("name", locale.text(props.input.label))]);
    select.set("aria-label", &label).property("value", figure.hedge().name()).on(On::Change, onchange)
}

/// What lies between the handles, or before the only one: the same in every engine.
fn span(props: &InputRowProps) -> El {
    let range = props.input.range;
    let mut line = el("line", "").with("y1", "50%").with("y2", "50%");
    let last = props.ends() - 1;
    for (name, number) in [("x1", props.number(0).filter(|_| last > 0)), ("x2", props.number(last))] {
        let number = number.unwrap_or(range.min);
        line = line.set(name, &at(number.min(range.max) - range.min, range.max - range.min));
    }
    el("svg", "").with("aria-hidden", "true").child(line)
}

/// A native slider. Dragging it is one step to undo.
fn slider(props: &InputRowProps, end: usize) -> El {
    let InputRowProps { input: Input { quantity, range, .. }, locale, dispatch, .. } = props;
    let (quantity, range) = (*quantity, *range);
    let value = props.number(end).unwrap_or(range.min);
    let figure = props.input.figure.filter(|_| props.ends() == 1).or_else(|| exact(quantity, value));
    let words = figure.map(|figure| Words(locale).figure(figure, quantity.unit())).unwrap_or_default();
    let oninput = {
        let (dispatch, props) = (dispatch.clone(), props.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(figure) = props.edited(props.input.figure, end, input.value_as_number()) {
                dispatch.emit(Action::Slide(quantity, figure));
            }
        })
    };
    let onchange = dispatch.reform(|_| Action::Settle);
    let words = match quantity.unit() {
        Unit::People => locale.count(Message::People, value, &|_| Some(words.clone())),
        Unit::Percent => words,
    };
    // The range first: a browser fits the value into the one that it knows.
    el("input", "")
        .key(KEYS[end])
        .with("type", "range")
        .with("part", "slider")
        .set("min", &decimal_text(range.min))
        .set("max", &decimal_text(range.max))
        .set("step", &decimal_text(range.step))
        .value(decimal_text(value))
        .set("aria-label", &props.name(end))
        .set("aria-valuetext", &words)
        .on(On::Input, oninput)
        .on(On::Change, onchange)
}

/// A number typed the local way, with buttons for a step down and up.
fn number_field(props: &InputRowProps, end: usize, draft: Option<&Draft>, link: &Scope<InputRow>) -> El {
    let InputRowProps { input, locale, dispatch, .. } = props;
    let Input { quantity, figure, range, .. } = *input;
    let name = props.name(end);
    let error = draft
        .and_then(|draft| draft.refused)
        .map(|refused| explained(refused, locale, locale.text(input.label), (range, quantity.unit()), figure));
    let hedge = figure.filter(|_| !props.ranged).map(|figure| Words(locale).hedge_word(figure)).unwrap_or_default();
    let text = match (draft, figure) {
        (Some(draft), _) => draft.text.clone(),
        (None, Some(_)) if props.ends() == 2 => locale.number(props.number(end).unwrap_or_default(), 4),
        (None, Some(figure)) => figure_number(locale, figure),
        (None, None) => String::new(),
    };

    let before = draft.map_or(figure, |draft| draft.before);
    let oninput = {
        let (link, props) = (link.clone(), props.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let typed = typed(&text, quantity, range, &props.locale)
                .and_then(|number| props.edited(before, end, number).ok_or(Refused::Outside));
            let (over, action) = match typed {
                Ok(figure) => (Some(figure), Action::Slide(quantity, figure)),
                Err(_) => (before, Action::GiveUp),
            };
            props.dispatch.emit(action);
            link.send_message((end, Typing::Draft(Draft { text, refused: typed.err(), over, before })));
        })
    };
    let left = {
        let (link, dispatch) = (link.clone(), dispatch.clone());
        Callback::from(move |_: Event| {
            link.send_message((end, Typing::Left));
            dispatch.emit(Action::Settle);
        })
    };
    let onkeydown = {
        let (link, dispatch) = (link.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                link.send_message((end, Typing::GivenUp));
                dispatch.emit(Action::GiveUp);
            }
        })
    };
    let step = |direction: f64, message, sign: &'static str| {
        // From nothing a step leads to where the range begins, so that no keys are needed.
        let number = props.number(end).unwrap_or(range.min);
        let value = (number + direction * range.step).clamp(range.min, range.max);
        let next = props.edited(figure, end, value).filter(|next| Some(*next) != figure);
        let label = locale.fill(message, &[("name", &name), ("step", &locale.number(range.step, 4))]);
        // At the end of the range it does nothing, but keeps the focus that it has.
        let action = next.map_or(Action::Settle, |next| Action::Set(quantity, Some(next)));
        // No stop of the Tab key: with keys the slider beside it does the same.
        let button = act("step", dispatch, action).with("tabindex", "-1").set("aria-label", &label).text(sign);
        if next.is_none() { button.with("aria-disabled", "true") } else { button }
    };
    let id = [quantity.name(), KEYS[end]].concat();
    let bounds = [("min", &*locale.number(range.min, 0)), ("max", &*locale.number(range.max, 0))];
    let bounds = locale.fill(Message::InputBounds, &bounds);
    let (bounds_id, error_id) = ([&*id, "-bounds"].concat(), [&*id, "-error"].concat());
    // The hedge that stands before the field, where it is read before the number too.
    let label =
        if hedge.is_empty() { name.clone() } else { locale.fill(Message::Valued, &[("name", &name), ("x", &hedge)]) };
    let mut described_by = [&*error_id, " ", &bounds_id].concat();
    // What is hidden would be read all the same.
    if figure.is_some_and(|figure| figure.hedge() != Hedge::Exact) {
        append(&mut described_by, " ", &hint_id(quantity));
    }
    let field = el("input", "")
        .with("type", "text")
        .with("part", "field")
        .with("inputmode", "decimal")
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .value(text)
        .set("aria-label", &label)
        .set("aria-describedby", &described_by)
        .on(On::Input, oninput)
        .on(On::Change, left)
        .on(On::KeyDown, onkeydown);
    let field = if error.is_some() { field.with("aria-invalid", "true") } else { field };
    let error_note = el("p", "error").set("id", &error_id).hidden(error.is_none());
    el("div", "number")
        .key(KEYS[end])
        .child(el("span", "hedge").with("aria-hidden", "true").text(&hedge))
        .child(step(-1.0, Message::Less, "−"))
        .child(field)
        .child(step(1.0, Message::More, "+"))
        // For the field's description alone.
        .child(el("span", "").set("id", &bounds_id).hidden(true).text(&bounds))
        .child(error_note.text(&error.unwrap_or_default()))
}
