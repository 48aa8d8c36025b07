//! The forces: whose losses are counted, and what the inputs begin with.

use std::rc::Rc;

use casualty_calculator::table::Column;
use yew::prelude::*;

use super::choice::Choice;
use super::field::Field;
use super::story::story_edit;
use crate::draft::{Act, Edit, ForceDraft, StoryDraft};
use crate::judged::{Judged, SCENARIO_FIGURES};
use crate::words::{fill, use_interface};

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct ForcesProps {
    /// The story.
    pub story: Rc<StoryDraft>,
    /// What the draft comes to.
    pub judged: Rc<Judged>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The part.
#[component]
pub fn Forces(ForcesProps { story, judged, dispatch }: &ForcesProps) -> Html {
    let interface = use_interface();
    let (words, language) = (&interface.words, interface.language);
    let with_forces = |change: &dyn Fn(&mut Vec<ForceDraft>)| {
        let mut next = (**story).clone();
        change(&mut next.forces);
        Act::Do(Edit::Story(next))
    };
    let mut with_one_more = (**story).clone();
    with_one_more.add_force("");
    let add = Act::Do(Edit::Story(with_one_more));
    let field = |index: usize,
                 name: &str,
                 label: String,
                 hint: String,
                 text: &str,
                 set: fn(&mut ForceDraft, String)| {
        let id = format!("force-{index}-{name}");
        html! {
            <Field id={id.clone()} {label} {hint} value={text.to_owned()} problem={judged.field_problem(&id)}
                edit={story_edit(story, move |story, text| set(&mut story.forces[index], text))} dispatch={dispatch.clone()} />
        }
    };
    let forces = story.forces.iter().enumerate().map(|(index, force)| {
        let id = format!("force-{index}");
        let rename = Callback::from(move |to: String| Edit::NameForce(index, to));
        let remove = with_forces(&|forces| drop(forces.remove(index)));
        let measure = {
            let (story, lenders) = (Rc::clone(story), judged.lenders.clone());
            Callback::from(move |id: String| match lenders.iter().find(|lender| lender.id == id) {
                Some(lender) => Edit::Lend { force: index, row: lender.row, id },
                None => {
                    let mut next: StoryDraft = (*story).clone();
                    next.forces[index].denominator = id;
                    Edit::Story(next)
                }
            })
        };
        let figures = SCENARIO_FIGURES.into_iter().map(|(name, subject)| {
            let id = format!("force-{index}-{name}");
            let text = force.scenario.get(name).cloned().unwrap_or_default();
            let label = match subject {
                Some(subject) => Column::Figure(subject).label(language),
                None if name == "reinforcements" => words.field_reinforcements.clone(),
                None => Column::AsOf.label(language),
            };
            html! {
                <Field key={name} id={id.clone()} {label} value={text} problem={judged.field_problem(&id)}
                    edit={story_edit(story, move |story, text| story.forces[index].set_scenario(name, text))}
                    dispatch={dispatch.clone()} />
            }
        });
        let lenders = judged.lenders.iter().filter(|lender| lender.force.is_empty() || lender.force == force.id);
        let lenders = lenders.map(|lender| (lender.id.clone(), lender.name.clone()));
        let wholes = story.forces.iter().filter(|other| other.id != force.id);
        let wholes = wholes.map(|whole| (whole.id.clone(), whole.name.clone()));
        html! {
            <fieldset key={force.id.clone()}>
                <legend dir="auto">
                    {if force.name.is_empty() { fill(&words.force_number, &[("number", &(index + 1).to_string())]) } else { force.name.clone() }}
                </legend>
                <Field id={format!("{id}-name")} label={words.field_force_name.clone()} hint={words.hint_force_name.clone()}
                    value={force.name.clone()} problem={judged.field_problem(&format!("{id}-name"))} edit={rename}
                    dispatch={dispatch.clone()} />
                <div class="beside">
                    {field(index, "start", words.field_start.clone(), words.hint_start.clone(), &force.start, |force, text| force.start = text)}
                    <Choice id={format!("{id}-lender")} label={words.field_denominator.clone()}
                        hint={words.hint_denominator.clone()} options={options(&words.denominator_none, lenders)}
                        chosen={force.denominator.clone()} edit={measure} dispatch={dispatch.clone()} />
                    if story.forces.len() > 1 {
                        <Choice id={format!("{id}-whole")} label={words.field_part_of.clone()} hint={words.hint_part_of.clone()}
                            options={options(&words.part_of_none, wholes)} chosen={force.part_of.clone()}
                            edit={story_edit(story, move |story, id| story.forces[index].part_of = id)}
                            dispatch={dispatch.clone()} />
                    }
                </div>
                <h4>{words.scenario_title.clone()}</h4>
                <p class="hint">{words.scenario_lead.clone()}</p>
                <div class="fields">{for figures}</div>
                <button type="button" class="plain" disabled={story.forces.len() < 2}
                    onclick={dispatch.reform(move |_: MouseEvent| remove.clone())}>{words.force_remove.clone()}</button>
            </fieldset>
        }
    });
    let new_forces = judged.new_forces.iter().map(|name| {
        let mut with_it = (**story).clone();
        with_it.add_force(name);
        let add = Act::Do(Edit::Story(with_it));
        html! {
            <li>
                <span dir="auto">{name.clone()}</span>{" "}
                <button type="button" onclick={dispatch.reform(move |_: MouseEvent| add.clone())}>
                    {words.force_set_up.clone()}
                </button>
            </li>
        }
    });
    let names = story.forces.iter().map(|force| html! { <option value={force.name.clone()} /> });
    html! {
        <div class="forces">
            <h3>{words.forces_title.clone()}</h3>
            <p class="hint">{words.forces_lead.clone()}</p>
            {for forces}
            <p hidden={judged.new_forces.is_empty()}>{words.forces_new.clone()}</p>
            <ul hidden={judged.new_forces.is_empty()}>{for new_forces}</ul>
            <button type="button" onclick={dispatch.reform(move |_: MouseEvent| add.clone())}>{words.force_add.clone()}</button>
            <datalist id="force-names">{for names}</datalist>
        </div>
    }
}

/// What a field offers that may stay empty: that it does, and these.
fn options(none: &str, others: impl Iterator<Item = (String, String)>) -> Vec<(AttrValue, AttrValue)> {
    let none = (AttrValue::default(), AttrValue::from(none.to_owned()));
    [none].into_iter().chain(others.map(|(value, text)| (value.into(), text.into()))).collect()
}
