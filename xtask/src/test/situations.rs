//! Where the calculator has to live, and what it does there in each engine: the table in `docs/embedding.md`, which every
//! run of the browser tests compares with its results.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, ensure};
use xtask::program;
use xtask::project::Project;

/// The engines, as columns, by the names of their steps.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

const WORKS: &str = "works";
const FALLS_BACK: &str = "falls back";

/// Each situation, the test that shows it, and what is meant to happen.
const SITUATIONS: [(&str, &str, &str); 36] = [
    ("the script tag and the element", "ways::the_script_tag_and_the_element", WORKS),
    ("figures in pasted HTML", "ways::the_pasted_figure_becomes_a_calculator", WORKS),
    ("the same, changed by a CMS", "ways::figures_are_found_however_they_were_changed", WORKS),
    ("an app of a bundler", "ways::the_module_in_an_app_that_a_bundler_made", WORKS),
    (
        "a frame, its height told to seven kinds of page",
        "frames::every_kind_of_page_gives_the_frame_its_height_and_takes_it_back",
        WORKS,
    ),
    (
        "a sandboxed frame without an origin",
        "frames::a_frame_without_an_origin_works_where_the_files_are_there_for_all",
        WORKS,
    ),
    (
        "the same, files without the header",
        "frames::a_frame_without_an_origin_keeps_the_words_where_the_files_are_not",
        FALLS_BACK,
    ),
    ("an isolated page with the frame", "serving::an_isolated_page_of_another_origin_shows_the_frame", WORKS),
    ("no scripts", "frames::without_scripts_a_reader_has_the_answer_the_chart_the_table_and_the_sources", FALLS_BACK),
    ("the strictest policy, with Trusted Types", "policies::the_strictest_policy_of_a_newsroom_breaks_nothing", WORKS),
    ("a policy without WebAssembly", "policies::a_policy_without_webassembly_leaves_the_pages_own_content", FALLS_BACK),
    (
        "the same, with the address of a frame",
        "policies::a_policy_without_webassembly_lets_a_frame_take_the_place_once_it_is_there",
        WORKS,
    ),
    ("a policy without scripts", "policies::a_policy_without_scripts_leaves_the_pages_own_content", FALLS_BACK),
    (
        "a file missing, cut short, or another one",
        "loading::a_file_that_does_not_come_whole_leaves_every_elements_own_content",
        FALLS_BACK,
    ),
    ("a server that never answers", "loading::a_server_that_never_answers_is_given_up", FALLS_BACK),
    ("a browser that is too old", "loading::a_browser_that_is_too_old_keeps_the_pages_own_content", FALLS_BACK),
    ("an error inside the wasm", "loading::an_error_while_one_is_drawn_gives_every_page_its_content_back", FALLS_BACK),
    ("the same, some seconds later", "loading::after_an_error_readers_go_on_with_their_figures", WORKS),
    ("rules for everything in the page's styles", "layout::a_pages_rules_for_everything_change_nothing_inside", WORKS),
    ("a page that reads from the right", "layout::in_a_page_that_reads_from_the_right_it_does_too", WORKS),
    ("the script twice, several elements", "sharing::several_calculators_share_the_code_and_not_their_figures", WORKS),
    ("two versions in one page", "life::two_versions_in_one_page_do_not_get_in_each_others_way", WORKS),
    ("fifty of them, put in as HTML", "life::as_html_fifty_of_them_each_go_their_own_way", WORKS),
    ("printed", "layout::printed_there_are_the_figures_and_no_controls", WORKS),
    ("moved, taken out and put back", "life::taken_out_and_put_back_it_keeps_the_readers_figures", WORKS),
    ("removed while it loads", "life::removed_while_it_loads_it_starts_where_it_is_put_back", WORKS),
    ("events of other scripts' making", "other_scripts::events_of_another_scripts_making_stop_no_calculator", WORKS),
    ("a translator that replaces texts", "other_scripts::after_a_translation_the_answer_is_the_right_one", WORKS),
    ("a page with a fetch of its own", "other_scripts::a_pages_own_fetch_neither_breaks_it_nor_silences_it", WORKS),
    (
        "a page that changed how JSON is written",
        "other_scripts::what_a_page_sets_counts_though_its_scripts_changed_how_json_is_written",
        WORKS,
    ),
    (
        "a framework that sets properties",
        "other_scripts::frameworks_set_properties_where_pages_write_attributes",
        WORKS,
    ),
    ("React, Preact, Vue and Svelte", "frameworks::what_a_framework_sets_is_what_is_shown", WORKS),
    ("the same, rendered on a server", "frameworks::what_a_server_rendered_is_read_at_once_and_then_calculates", WORKS),
    ("a framework that made the pasted figure", "ways::a_framework_keeps_the_figure_that_it_made", WORKS),
    ("a network that fails for a while", "recovering::files_that_fail_once_come_when_they_are_asked_for_again", WORKS),
    (
        "figures of another host in the address",
        "addresses::nobody_can_put_figures_under_a_publishers_name_by_an_address",
        FALLS_BACK,
    ),
];

/// Compares the table's column of an engine with what its tests, which have all passed or been skipped, have shown.
pub fn check(project: &Project, engine: &str, skipped: &BTreeSet<&str>) -> anyhow::Result<()> {
    let listed = program::checked(project, "test", "--test browser --quiet -- --list --format terse")?;
    let listed = String::from_utf8(listed.read(project.root())?).context("the names of the tests")?;
    let path = project.path("docs/embedding.md");
    let page = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let column = ENGINES.iter().position(|name| *name == engine).context("an engine without a column")?;
    for (situation, test, meant) in SITUATIONS {
        ensure!(listed.lines().any(|line| line == format!("{test}: test")), "no test shows \"{situation}\": {test}");
        let is_skipped = skipped.iter().any(|line| line.starts_with(&format!("{test}:")));
        let shown = if is_skipped { "not tested" } else { meant };
        let row = page.lines().find(|line| line.starts_with(&format!("| {situation} |")));
        let cell = row.and_then(|row| row.split('|').nth(column + 2)).map_or("", str::trim);
        ensure!(
            cell == shown,
            "{}: the row \"{situation}\" has {cell:?} for {engine}; the tests have shown {shown:?}",
            path.display()
        );
    }
    Ok(())
}
