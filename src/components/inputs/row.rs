//! One input: a slider and a number field in step, its bounds, and the way back.

use web_sys::HtmlInputElement;
use yew::html::Scope;
use yew::prelude::*;

use super::draft::{Draft, FieldEvent};
use super::entry::{Rejection, explanation, figure_number, parse_number};
use crate::components::html::draws::count_draw;
use crate::components::html::element::{El, On, action_button, button, el};
use crate::components::html::event::{control_value, pressed_key};
use crate::components::html::rule::range;
use crate::components::html::svg::per_cent;
use crate::components::shared::Shared;
use crate::components::view::Story;
use crate::domain::{Doubt, Figure, Hedge, InputRange, Quantity, Unit, decimal_text, parse_decimal};
use crate::i18n::{Message, Words, hedge_message, quantity_label};
use crate::state::Action;
use crate::text::append;

/// What tells the field and the slider of a range's high end from those of the only or the low one.
const KEYS: [&str; 2] = ["", "-high"];

/// What an input is and holds.
#[derive(Clone, PartialEq)]
pub(super) struct Input {
    pub(super) quantity: Quantity,
    /// What it holds; none while unknown.
    pub(super) figure: Option<Figure>,
    /// What it began with.
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
    pub(super) story: Shared<Story>,
    pub(super) dispatch: Callback<Action>,
}

/// One input. While its figure is unknown there is no slider, since every place on it would be a number.
pub(super) struct InputRow {
    /// Of each field.
    drafts: [Option<Draft>; 2],
}

impl Component for InputRow {
    /// Which field, and what happens to it.
    type Message = (usize, FieldEvent);
    type Properties = InputRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self { drafts: [None, None] }
    }

    fn update(&mut self, _: &Context<Self>, (end, event): (usize, FieldEvent)) -> bool {
        let draft = self.drafts[end].take();
        self.drafts[end] = Draft::after(draft, event);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        count_draw(props.input.quantity.name());
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
        let figure = self.input.figure?;
        Some(if self.ends() == 2 { figure.ends()[end] } else { figure.number().value })
    }

    /// A figure with another number at an end: the reader's own and exact, unless they work with ranges. An end that
    /// passes the other takes it along.
    fn edited(&self, figure: Option<Figure>, end: usize, number: f64) -> Option<Figure> {
        let quantity = self.input.quantity;
        let Some(figure) = figure.filter(|_| self.ranged) else { return exact_figure(quantity, number) };
        let [low, high] = figure.ends();
        let edited = match (figure.hedge(), end) {
            (Hedge::Between, 0) => Figure::between(quantity.unit(), number, high.max(number)),
            (Hedge::Between, _) => Figure::between(quantity.unit(), low.min(number), number),
            // Another number is not what the source thinks best.
            (Hedge::Best, _) => return exact_figure(quantity, number),
            (hedge, _) => Figure::new(quantity.unit(), hedge, number),
        };
        edited.ok()
    }

    /// How a field, a slider or a button at an end is called.
    fn name(&self, end: usize) -> String {
        let name = self.label();
        let message = match (self.ends(), end) {
            (1, _) => return name.to_owned(),
            (_, 0) => Message::LowestOf,
            _ => Message::HighestOf,
        };
        self.story.locale.fill(message, &[("name", name)])
    }

    /// How the input is called.
    fn label(&self) -> &str {
        self.story.locale.text(quantity_label(self.input.quantity))
    }
}

/// The reader's own number. One that the unit does not allow makes no figure.
fn exact_figure(quantity: Quantity, number: f64) -> Option<Figure> {
    Figure::new(quantity.unit(), Hedge::Exact, number).ok()
}

fn input_row(props: &InputRowProps, drafts: &[Option<Draft>; 2], link: &Scope<InputRow>) -> El {
    let InputRowProps { input, story, .. } = props;
    let locale = &story.locale;
    let Input { quantity, figure, original, .. } = *input;
    let solved = input.follows.is_some();
    let id = quantity.name();
    let unknown = figure.is_none();
    let draft = |end: usize| Draft::over(drafts[end].as_ref(), figure);
    // While the first number is being typed the figure is still unknown, and the field is there.
    let is_open = unknown && draft(0).is_some();
    let not_given = match quantity {
        Quantity::Casualties => Message::TotalHint,
        Quantity::Reinforcements => Message::NoneCounted,
        _ => Message::NotGiven,
    };
    let label_id = [id, "-label"].concat();

    let open = field_events(props, 0, link);
    let open = Callback::from(move |_: Event| open(FieldEvent::Opened));
    let set_value = labelled_button(props, button("plain", open), "set-value", Message::SetValue, Message::SetValueOf);
    let set_value = el("span", "").hidden(is_open).text(" – ").child(set_value);
    let note = el("span", "unknown-note").hidden(!unknown || solved).message(locale, not_given).child(set_value);
    let follows = el("span", "follows").hidden(!solved).text(input.follows.as_deref().unwrap_or_default());
    let head = el("div", "input-head")
        .child(el("span", "name").attr_owned("id", &label_id).text(props.label()))
        .child(note)
        .child(follows);

    let is_estimate = figure.is_some_and(|figure| figure.hedge() == Hedge::Best);
    let doubt = if is_estimate { Doubt::Sources } else { Doubt::Wording };
    let allowed = figure.and_then(|figure| Words(locale).figure_allows(figure, quantity.unit()));
    let hint = el("span", "hint").attr_owned("id", &hint_id(quantity)).hidden(allowed.is_none());
    let hint = hint.child(range(&allowed.unwrap_or_default(), doubt, locale));
    let button_for = |action| action_button("plain", &props.dispatch, action);
    let clear = button_for(Action::Set(quantity, None));
    let clear = labelled_button(props, clear, "make-unknown", Message::Clear, Message::ClearOf);
    let reset = button_for(Action::Reset(quantity));
    let reset = labelled_button(props, reset, "reset", Message::Reset, Message::ResetOf);
    let actions = el("span", "input-actions").child(clear.hidden(unknown)).child(reset.hidden(figure == original));

    let mut row = el("div", if (unknown && !is_open) || solved { "input unknown" } else { "input" })
        .attr("data-input", id)
        .attr("role", "group")
        .attr_owned("aria-labelledby", &label_id)
        .child(head);
    let range_of_two = props.ends() == 2;
    let mut sliders = el("div", if range_of_two { "slider span" } else { "slider" }).hidden(unknown || solved);
    let mut numbers = el("div", "numbers").hidden((unknown && !is_open) || solved);
    if props.ranged && !unknown {
        numbers = numbers.child(wording_select(props).key("wording"));
    }
    sliders = sliders.child(slider_span(props).key("span"));
    for end in 0..props.ends() {
        numbers = numbers.child(number_field(props, end, draft(end), link));
        sliders = sliders.child(slider(props, end));
    }
    let ends = [input.range.min, input.range.max].map(|end| el("span", "").text(&locale.number(end, 0)));
    let sliders = sliders.child(el("div", "ends").attr("aria-hidden", "true").children(ends).key("ends"));
    row = row.child(numbers).child(sliders);
    row.child(el("div", "input-foot").hidden(solved).child(hint).child(actions))
}

/// The id of what a figure's wording allows.
fn hint_id(quantity: Quantity) -> String {
    [quantity.name(), "-hint"].concat()
}

/// Takes what happens to the field at an end: the calculator acts at once, the draft follows.
fn field_events(props: &InputRowProps, end: usize, link: &Scope<InputRow>) -> impl Fn(FieldEvent) + Clone + 'static {
    let (dispatch, link, quantity) = (props.dispatch.clone(), link.clone(), props.input.quantity);
    move |event: FieldEvent| {
        if let Some(action) = event.action(quantity) {
            dispatch.emit(action);
        }
        link.send_message((end, event));
    }
}

/// A button with a short text, and a label that says which input it is for.
fn labelled_button(props: &InputRowProps, button: El, does: &'static str, text: Message, label: Message) -> El {
    let locale = &props.story.locale;
    let label = locale.fill(label, &[("name", props.label())]);
    button.attr("data-does", does).attr_owned("aria-label", &label).message(locale, text)
}

/// How the number is meant: the words that a figure may have.
fn wording_select(props: &InputRowProps) -> El {
    let InputRowProps { input: Input { quantity, figure, range, .. }, story, dispatch, .. } = props;
    let (quantity, range, locale) = (*quantity, *range, &story.locale);
    let Some(figure) = *figure else { return el("span", "") };
    let mut select = el("select", "wording");
    for hedge in Hedge::ALL {
        let words = match hedge {
            // Only a source has one.
            Hedge::Best if figure.hedge() != hedge => continue,
            Hedge::Best => locale.text(Message::WordingBest).to_owned(),
            Hedge::Exact => locale.text(Message::WordingExact).to_owned(),
            hedge => locale.fill(hedge_message(hedge), &[("x", "…"), ("y", "…")]),
        };
        let option = el("option", "").attr("value", hedge.name()).text(&words);
        select = select.child(if hedge == figure.hedge() { option.attr("selected", "") } else { option });
    }
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = control_value(&event).and_then(|name| Hedge::from_name(&name));
        if let Some(hedge) = chosen
            && let Ok(figure) = figure.reworded(quantity.unit(), hedge, range.max)
        {
            dispatch.emit(Action::Set(quantity, Some(figure)));
        }
    });
    let label = locale.fill(Message::WordingOf, &[("name", props.label())]);
    select.attr_owned("aria-label", &label).property("value", figure.hedge().name()).on(On::Change, onchange)
}

/// What lies between the handles, or before the only one: the same in every engine.
fn slider_span(props: &InputRowProps) -> El {
    let range = props.input.range;
    let mut line = el("line", "").attr("y1", "50%").attr("y2", "50%");
    let last = props.ends() - 1;
    for (name, number) in [("x1", props.number(0).filter(|_| last > 0)), ("x2", props.number(last))] {
        let number = number.unwrap_or(range.min);
        line = line.attr_owned(name, &per_cent(number.min(range.max) - range.min, range.max - range.min));
    }
    el("svg", "").attr("aria-hidden", "true").child(line)
}

/// A native slider. Dragging it is one step to undo.
fn slider(props: &InputRowProps, end: usize) -> El {
    let InputRowProps { input: Input { quantity, range, .. }, story, dispatch, .. } = props;
    let (quantity, range, locale) = (*quantity, *range, &story.locale);
    let value = props.number(end).unwrap_or(range.min);
    let figure = props.input.figure.filter(|_| props.ends() == 1).or_else(|| exact_figure(quantity, value));
    let words = figure.map(|figure| Words(locale).figure(figure, quantity.unit())).unwrap_or_default();
    let oninput = {
        let (dispatch, props) = (dispatch.clone(), props.clone());
        Callback::from(move |event: Event| {
            let number = control_value(&event).and_then(|text| parse_decimal(&text));
            if let Some(figure) = number.and_then(|number| props.edited(props.input.figure, end, number)) {
                dispatch.emit(Action::Slide(quantity, figure));
            }
        })
    };
    let onchange = dispatch.reform(|_| Action::EndSlide);
    // A touch that moved the handle became a scroll of the page, so nobody meant to set anything.
    let oncancel = {
        let (dispatch, drawn) = (dispatch.clone(), decimal_text(value));
        Callback::from(move |event: Event| {
            // It may not have been drawn yet, and then nothing changes that would be.
            event.target_unchecked_into::<HtmlInputElement>().set_value(&drawn);
            dispatch.emit(Action::CancelSlide);
        })
    };
    let words = match quantity.unit() {
        Unit::People => locale.count(Message::People, value, &|_| Some(words.clone())),
        _ => words,
    };
    // The range first: a browser fits the value into the one that it knows.
    el("input", "")
        .key(KEYS[end])
        .attr("type", "range")
        .attr("part", "slider")
        .attr_owned("min", &decimal_text(range.min))
        .attr_owned("max", &decimal_text(range.max))
        .attr_owned("step", &decimal_text(range.step))
        .value(decimal_text(value))
        .attr_owned("aria-label", &props.name(end))
        .attr_owned("aria-valuetext", &words)
        .on(On::Input, oninput)
        .on(On::Change, onchange)
        .on(On::PointerCancel, oncancel)
}

/// A number typed the local way, with buttons for a step down and up.
fn number_field(props: &InputRowProps, end: usize, draft: Option<&Draft>, link: &Scope<InputRow>) -> El {
    let InputRowProps { input, story, dispatch, .. } = props;
    let Input { quantity, figure, range, .. } = *input;
    let (name, locale) = (props.name(end), &story.locale);
    let error = draft
        .and_then(|draft| draft.rejection)
        .map(|rejection| explanation(rejection, props.label(), (range, quantity.unit()), figure, locale));
    let hedge = figure.filter(|_| !props.ranged).map(|figure| Words(locale).hedge_word(figure)).unwrap_or_default();
    let text = match (draft, figure) {
        (Some(draft), _) => draft.text.clone(),
        (None, Some(_)) if props.ends() == 2 => locale.number(props.number(end).unwrap_or_default(), 4),
        (None, Some(figure)) => figure_number(figure, locale),
        (None, None) => String::new(),
    };

    let before = Draft::before(draft, figure);
    let event = field_events(props, end, link);
    let oninput = {
        let (event, props) = (event.clone(), props.clone());
        Callback::from(move |input: Event| {
            let Some(text) = control_value(&input) else { return };
            let read = parse_number(&text, quantity, range, &props.story.locale)
                .and_then(|number| props.edited(before, end, number).ok_or(Rejection::OutOfRange));
            event(FieldEvent::Typed { text, read, before });
        })
    };
    let onchange = {
        let event = event.clone();
        Callback::from(move |_: Event| event(FieldEvent::Left))
    };
    let onkeydown = Callback::from(move |key: Event| {
        if pressed_key(&key) == "Escape" {
            event(FieldEvent::Cancelled);
        }
    });
    let step = |direction: f64, message, sign: &'static str| {
        // From nothing a step leads to where the range begins, so that no keys are needed.
        let number = props.number(end).unwrap_or(range.min);
        let value = (number + direction * range.step).clamp(range.min, range.max);
        let next = props.edited(figure, end, value).filter(|next| Some(*next) != figure);
        let label = locale.fill(message, &[("name", &name), ("step", &locale.number(range.step, 4))]);
        // At the end of the range it does nothing, but keeps the focus that it has.
        let action = next.map_or(Action::EndSlide, |next| Action::Set(quantity, Some(next)));
        // No stop of the Tab key: with keys the slider beside it does the same.
        let button =
            action_button("step", dispatch, action).attr("tabindex", "-1").attr_owned("aria-label", &label).text(sign);
        if next.is_none() { button.attr("aria-disabled", "true") } else { button }
    };
    let id = [quantity.name(), KEYS[end]].concat();
    let bounds = [("min", &*locale.number(range.min, 0)), ("max", &*locale.number(range.max, 0))];
    let bounds = locale.fill(Message::InputBounds, &bounds);
    let (bounds_id, error_id) = ([&*id, "-bounds"].concat(), [&*id, "-error"].concat());
    // The hedge that stands before the field, where it is read before the number too.
    let label = if hedge.is_empty() {
        name.clone()
    } else {
        locale.fill(Message::NameValue, &[("name", &name), ("x", &hedge)])
    };
    let mut described_by = [&*error_id, " ", &bounds_id].concat();
    // What is hidden would be read all the same.
    if figure.is_some_and(|figure| figure.hedge() != Hedge::Exact) {
        append(&mut described_by, " ", &hint_id(quantity));
    }
    let field = el("input", "")
        .attr("type", "text")
        .attr("part", "field")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(text)
        .attr_owned("aria-label", &label)
        .attr_owned("aria-describedby", &described_by)
        .on(On::Input, oninput)
        .on(On::Change, onchange)
        .on(On::KeyDown, onkeydown);
    let field = if error.is_some() { field.attr("aria-invalid", "true") } else { field };
    let error_note = el("p", "error").attr_owned("id", &error_id).hidden(error.is_none());
    el("div", "number")
        .key(KEYS[end])
        .child(el("span", "hedge").attr("aria-hidden", "true").text(&hedge))
        .child(step(-1.0, Message::Less, "−"))
        .child(field)
        .child(step(1.0, Message::More, "+"))
        // For the field's description alone.
        .child(el("span", "").attr_owned("id", &bounds_id).hidden(true).text(&bounds))
        .child(error_note.text(&error.unwrap_or_default()))
}
