// What this side looks for in what the Rust side draws, and what the two hand to each other. A test holds the two together
// (`tests/script_contract.rs`); the methods of `Calculator` are held together by their generated types.

/** The live region for what a change comes to: empty when drawn, filled from here, read out and never seen. */
export const ANNOUNCEMENTS = '.announcements';

/** What else a change did. */
export const NOTICE = '.notice';

/** The answer in few words, where it has such a form; else as it is quoted. */
export const SHORT_ANSWER = '.short-answer';
export const ANSWER = '.sentence';

/** What the wordings allow for the answer, where there is a range. */
export const ANSWER_RANGE = '.answer-allows:not([hidden])';

/** What is wrong in the field that has the focus. */
export const FOCUSED_FIELD_ERROR = '[aria-invalid]:focus ~ .error';

/** One input with all its controls. */
export const INPUT = '[data-input]';

/** In an input: what takes the focus when what had it is gone. */
export const INPUT_CONTROLS = '[part=field],[data-does=set-value]';

/** One part of the page, an input included. */
export const SECTION = 'section';

/** What leads to the rule behind the ranges, and the part that it is in. */
export const RULE_LINK = '.rule-link';
export const METHOD = '.method';

/** A control that wants something of the second half: where that could not be had, it is tried again. */
export const LAZY_PART_CONTROL = '[data-lazy]';

/** What stands in the place of the sections that come with the second half. */
export const STAND_IN = '.stand-in';

/** The first of these sections in what `render` draws for inside the element. */
export const REST = '.casualty-calculator-fallback .comparison';

/** What is in there for readers without a script alone. */
export const SCRIPTLESS = '.scriptless';

/** On the button for a language: its tag. */
export const LANGUAGE_ATTRIBUTE = 'data-language';

/** A button that copies the text of the field beside it. */
export const COPY_BUTTON = '[data-copies]';

/** The live region for what came of copying and saving, as drawn. */
export const COPY_STATUS = '[data-copied]';

/** On that region: the words for each outcome. */
export const COPIED = 'data-copied';
export const SELECTED = 'data-selected';
export const SAVE_FAILED = 'data-failed';

/** The event that follows a change of the inputs. */
export const SCENARIO_CHANGE = 'scenario-change';

/**
 * What the page around a calculator tells it, each empty where there is nothing to tell. `PageContext` in Rust has
 * the same fields.
 *
 * @typedef {object} PageContext
 * @property {string} link Where a link to the reader's figures leads, up to the scenario.
 * @property {string} frame The page for frames, likewise.
 * @property {string} loader The address of the loader.
 * @property {string} attributes The element's attributes but the scenario, as they stand in HTML.
 * @property {string} today The day on the reader's calendar, as `2025-01-15`.
 * @property {string} tab The address for a tab of its own, up to the scenario, where the page may allow no downloads.
 */

/**
 * A file for a reader: how its name ends, and what it holds, as far as Rust makes it.
 *
 * @typedef {object} File
 * @property {'csv' | 'json' | 'svg' | 'png'} extension
 * @property {string} text
 */
