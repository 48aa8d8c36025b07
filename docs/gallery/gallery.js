// Fills the sheet: a calculator for each state, brought into it as a reader would, by clicks and typing.

const PARTS = [
  'question', 'answer', 'summary', 'force', 'inputs', 'rates', 'comparison', 'checks', 'notes', 'method', 'sources', 'share',
];

const ALL = 'deployed=about:11000&reinforcements=at_least:3000&killed=about:1000&wounded=about:2500&missing=300&captured=2'
  + '&casualties=about:4000&rate=36&start=2024-10-15&as_of=2025-01-15';

// As a link brings them: only what a page itself asks for is what a reset leads back to.
const AS_LINK = { 'data-from-address': '' };

const story = (/** @type {string} */ name) => ({ src: `../data/stories/${name}.json` });

/** @typedef {(css: string) => Element | null | undefined} Find Finds the first element in a calculator. */
/** @typedef {(find: Find) => void} Step */

/** @type {(css: string) => Step} */
const click = (css) => (find) => /** @type {HTMLElement} */ (find(css)).click();

/** @type {(css: string) => Step} */
const open = (css) => (find) => { /** @type {HTMLDetailsElement} */ (find(css)).open = true; };

/** @type {(css: string, value: string, event: 'input' | 'change') => Step} */
const put = (css, value, event) => (find) => {
  const field = /** @type {HTMLInputElement} */ (find(css));
  field.value = value;
  field.dispatchEvent(new Event(event, { bubbles: true }));
};

/** @typedef {[caption: string, attributes: Record<string, string>, steps?: Step[], kind?: string]} State */

/**
 * What is shown, in which state, and how it comes into it.
 *
 * @type {[title: string, parts: string[], states: State[]][]}
 */
const SHEET = [
  ['The answer', ['question', 'answer'], [
    ['the published figures', {}],
    ['plain numbers', { scenario: 'deployed=11000&killed=300&wounded=2700' }],
    ['a cap, where the force has no top', { scenario: 'deployed=over:10000&killed=1000&wounded=3000' }],
    ['solved for the force', { scenario: 'casualties=about:4000&rate=36&solve_for=deployed' }],
    ['solved for the casualties', { scenario: 'deployed=about:11000&rate=36&solve_for=casualties' }],
    ['without the force', { scenario: 'killed=1000&wounded=3000' }],
    ['more than the force', { scenario: 'deployed=3000&killed=1000&wounded=3000' }],
    ['killed alone', { scenario: 'deployed=11000&killed=about:1000' }],
    ['nothing given', { scenario: 'captured=2' }],
    ['with its working', {}, [open('.answer details')]],
  ]],
  ['Several forces', ['question', 'answer'], [
    ['the first of them', story('falklands')],
    ['another', story('falklands'), [click('[data-force=ar]')]],
    ['side by side', story('falklands'), [click('[data-lazy=sides]')], 'wide'],
    ['a best estimate', story('iraq-deaths')],
  ]],
  ['The picture of the force', ['force'], [
    ['the published figures', {}],
    ['every category', { scenario: ALL }],
    ['no top', { scenario: 'deployed=about:11000&casualties=over:3000' }],
    ['more than the force', { scenario: 'deployed=3000&killed=1000&wounded=3000' }],
    ['without the force', { scenario: 'killed=1000&wounded=3000' }],
    ['a small force', { scenario: 'deployed=40&killed=3&wounded=8&captured=1' }],
  ]],
  ['The inputs', ['inputs'], [
    ['the published figures', {}, [open('.change')]],
    ['a slip in a field', {}, [open('.change'), put('[data-input=killed] [part=field]', 'many', 'input')]],
    ['ranges', {}, [open('.change'), click('[data-does=ranges]'), put('[data-input=killed] select', 'between', 'change')]],
    ['every figure', { scenario: ALL, ...AS_LINK }, [open('.change')]],
    ['solved for the force', { scenario: 'casualties=about:4000&rate=36&solve_for=deployed', ...AS_LINK }, [open('.change')]],
    ['a range of the source’s own', story('iraq-deaths'), [open('.change'), click('[data-does=ranges]')]],
    ['more sources than fit in a row', story('general-staff-uk'), [open('.change')]],
  ]],
  ['The results', ['rates'], [
    ['the published figures', {}],
    ['every figure', { scenario: ALL }],
    ['a working', {}, [open('[data-rate=casualty_rate] details'), open('.unavailable')]],
    ['the simulation', {}, [click('[data-lazy=spread]')]],
  ]],
  ['The sources', ['comparison'], [
    ['the chart', {}, [], 'wide'],
    ['nineteen reports', { src: '../data/kursk-2024-2025.json' }, [], 'wide'],
    ['the table', {}, [click('[data-shows=table]')], 'wide'],
    ['the timeline', { src: '../data/kursk-2024-2025.json' }, [click('[data-shows=timeline]')], 'wide'],
    ['ranges of the sources’ own', story('iraq-deaths'), [click('[data-shows=timeline]')], 'wide'],
    ['what was withdrawn or replaced', story('georgia-2008'), [click('[data-does=superseded]')], 'wide'],
    ['disputed, and for a part of the time', story('wagner-bakhmut'), [], 'wide'],
  ]],
  ['The checks', ['checks'], [
    ['what they find', {}],
    ['opened', {}, [open('.checks details')]],
    ['what does not fit', { scenario: 'deployed=3000&killed=1000&wounded=3000&casualties=2000' }, [open('.checks details')]],
    ['pairs of sources', {}, [click('[data-lazy=pairs]')]],
  ]],
  ['The rest', ['summary', 'notes', 'method', 'sources', 'share'], [
    ['as it begins', {}],
    ['opened', {}, [open('.method')]],
  ]],
  ['Trouble', ['question'], [
    ['a scenario that could not be read', { scenario: 'killed=many' }],
  ]],
];

const sheet = new CSSStyleSheet();
sheet.replaceSync(PARTS.map((part) => `casualty-calculator:not([data-parts~=${part}])::part(${part}) { display: none }`)
  .join('\n'));
document.adoptedStyleSheets = [sheet];

const query = new URLSearchParams(location.search);
document.documentElement.dir = query.get('dir') ?? 'ltr';
document.documentElement.lang = query.get('lang') ?? 'en';

const picture = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });

// What stands below the figures is fetched after them.
const settled = async (/** @type {ShadowRoot} */ root) => {
  do {
    await picture();
    await picture();
  } while (root.querySelector('[data-waiting]'));
};

/**
 * @param {HTMLElement} calculator
 * @param {Step[]} steps
 */
async function show(calculator, steps) {
  const ready = new Promise((resolve) => { calculator.addEventListener('calculator-ready', resolve); });
  await ready;
  /** @type {Find} */
  const find = (css) => calculator.shadowRoot?.querySelector(css);
  while (!find('.calculator') || find('[data-waiting]')) await picture();
  const root = /** @type {ShadowRoot} */ (calculator.shadowRoot);
  for (const step of steps) {
    step(find);
    await settled(root);
  }
}

const shown = [];
for (const [title, parts, states] of SHEET) {
  const section = document.createElement('section');
  section.append(Object.assign(document.createElement('h2'), { textContent: title }));
  for (const [caption, attributes, steps = [], kind = ''] of states) {
    const figure = Object.assign(document.createElement('figure'), { className: kind });
    const calculator = document.createElement('casualty-calculator');
    for (const [name, value] of Object.entries({ ...attributes, loading: 'eager' })) calculator.setAttribute(name, value);
    calculator.dataset.parts = parts.join(' ');
    figure.append(Object.assign(document.createElement('figcaption'), { textContent: caption }), calculator);
    section.append(figure);
    shown.push(show(calculator, steps));
  }
  document.body.append(section);
}
await Promise.all(shown);
document.documentElement.dataset.ready = '';
