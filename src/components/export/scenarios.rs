//! The reader's scenarios as they stand in links.

use crate::components::view::View;
use crate::dataset::scenarios_text;

/// The scenario that is shown, and those of the other forces that the reader has changed.
pub fn shared_scenarios(view: &View) -> String {
    let forces = &view.story.dataset.forces;
    let mut scenarios = Vec::new();
    let mut add = |index: usize| {
        // Where there is but one force, it needs no name.
        let id = Some(&*forces[index].id).filter(|_| forces.len() > 1);
        scenarios.push((id, view.state.scenario_of(index)));
    };
    let shown = view.story.force_index;
    add(shown);
    for (index, force) in forces.iter().enumerate() {
        if index != shown && *view.state.scenario_of(index) != force.scenario {
            add(index);
        }
    }
    scenarios_text(&scenarios)
}
