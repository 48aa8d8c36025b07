// Never run: each line must be what the types say, and each one behind @ts-expect-error must not.

import type {
  Bounds, CalculatorError, CasualtyCalculatorAttributes, CasualtyCalculatorElement, Category, Claim, ComparedClaim,
  Dataset, Figure, Finding, Force, ForceResults, Fraction, Rate, RateName, Rates, Scenario, ScenarioChange, ScenarioInput,
  Stated, WordedFigure,
} from 'casualty-calculator';

const element: CasualtyCalculatorElement = document.createElement('casualty-calculator');
const found: CasualtyCalculatorElement | null = document.querySelector('casualty-calculator');
document.querySelectorAll('article casualty-calculator').forEach((other) => other.remove());

const attributes: CasualtyCalculatorAttributes = {
  src: 'story.json', lang: 'de', scenario: 'deployed=over:10000', theme: 'auto', loading: 'eager', heading: '3',
  page: 'https://your.site/story', frame: 'https://your.site/calculator/embed.html',
};
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
// @ts-expect-error no such theme
const wrongTheme: CasualtyCalculatorAttributes = { theme: 'sepia' };

// @ts-expect-error HTML has six levels
const wrongHeading: CasualtyCalculatorAttributes = { heading: '7' };

// The scenario.
element.scenario = { deployed: { over: 10000 }, killed: 1000, wounded: { between: [300, 900] }, missing: null };
element.scenario = { casualties: { at_least: 4000 }, rate: { nearly: 40 }, solve_for: 'deployed' };
element.scenario = { captured: { up_to: 2 }, reinforcements: { about: 3000, words: 'some 3,000' } };
element.scenario = { start: '2024-10-15', as_of: '2025-01', solve_for: 'casualties' } satisfies ScenarioInput;
element.scenario = { force: 'ar', killed: { best: 98000, between: [8000, 194000] }, wounded: { under: 1000 } };
element.scenario = { rate: '1/3', missing: { exact: 3 } };
element.scenario = { rate: { over: '1/3' } };
element.scenario = {};
const scenario: Scenario | null = element.scenario;
if (scenario) {
  const killed: Figure | null = scenario.killed;
  const day: string | null = scenario.as_of;
  const force: string = scenario.force;
  const rate: Figure<number | Fraction> | null = scenario.rate;
  if (typeof rate === 'string') rate.split('/');
  force.concat();
  if (typeof killed === 'object' && killed && 'over' in killed) killed.over.toFixed();
  element.scenario = { ...scenario, killed: day ? null : killed };
}
// @ts-expect-error it may not be there yet
element.scenario.killed;
// @ts-expect-error no such input
element.scenario = { kiled: 5 };
// @ts-expect-error no such hedge
element.scenario = { killed: { around: 5 } };
// @ts-expect-error a range has two ends
element.scenario = { killed: { between: [300] } };
// @ts-expect-error a best estimate has a range
element.scenario = { killed: { best: 300 } };
// @ts-expect-error people are counted whole
element.scenario = { killed: '1/3' };
// @ts-expect-error a force has an id
element.scenario = { force: 1 };
// @ts-expect-error a number and no text
element.scenario = { killed: '1,000' };
// @ts-expect-error no such choice
element.scenario = { solve_for: 'killed' };
// @ts-expect-error unknown inputs are an empty scenario
element.scenario = null;

// What follows from it.
const rates: Rates | null = element.rates;
if (rates) {
  const rate: Rate = rates.casualty_rate_first;
  if ('unavailable' in rate) {
    const missing: boolean = rate.unavailable === 'no_killed' || rate.unavailable === 'only_words';
    // @ts-expect-error no such reason
    rate.unavailable === 'no_force';
    missing.valueOf();
  } else {
    const bounds: Bounds = rate;
    const counted: Category[] = rate.counts ?? [];
    const text = bounds.high === null || bounds.low_open || bounds.high_open ? 'open' : bounds.high.toFixed();
    text.concat(...counted, String(bounds.low), String(bounds.printed));
  }
  const implied: Rate = rates.implied_killed;
  if ('unavailable' in implied && implied.unavailable === 'given') implied.unavailable.concat();
  // @ts-expect-error what is unavailable has no bounds
  rate.low;
  // @ts-expect-error no such rate
  rates.death_rate;
}
// @ts-expect-error read-only
element.rates = null;

for (const finding of element.findings ?? []) {
  const { code, severity, claims, fields, working, rate, names }: Finding = finding;
  const warning: boolean = severity === 'warning' && code === 'rate_mismatch';
  const numbers: Bounds[] = Object.values(working);
  warning.valueOf();
  numbers.concat();
  const name: RateName | undefined = rate;
  const later: boolean = code === 'total_fell' || code === 'part_exceeds_whole';
  claims.concat(fields, names ?? [], name ?? [], String(later));
  // @ts-expect-error no such check
  code === 'rate_missing';
  // @ts-expect-error a check accuses nobody
  severity === 'error';
}
// @ts-expect-error read-only
element.findings = [];

for (const force of element.forces ?? []) {
  const { id, name, scenario, rates }: ForceResults = force;
  // What was read can be set, and shows that force.
  element.scenario = scenario;
  id.concat(name, String('unavailable' in rates.killed_rate));
  // @ts-expect-error its claims are in the dataset
  force.claims;
}
// @ts-expect-error read-only
element.forces = [];

for (const claim of element.comparison ?? []) {
  const { id, relation, difference, unsure }: ComparedClaim = claim;
  const apart: boolean = relation.rate === 'apart' && difference.killed?.low === 0 && unsure.casualties === 'coverage';
  apart.valueOf();
  id.concat(String('unavailable' in claim.rates.killed_rate));
  // @ts-expect-error pairs of claims are compared by four things only
  relation.wounded;
  // @ts-expect-error where one side is not known there is no difference
  difference.deployed.low;
}
// @ts-expect-error read-only
element.comparison = [];

// The dataset.
const force: Force = {
  id: 'ar', name: 'Argentine forces', start: '1982-04-02', denominator: 'one',
  reinforcements: [{ date: '1982-05', count: { at_least: 3000 } }],
  scenario: { deployed: 10000, killed: 649, as_of: '1982-06-14' }, inputs: { killed: { max: 1000 } },
};
const part: Force = { id: 'garrison', name: 'The garrison', part_of: 'ar' };
const stated: Stated = {
  casualty_rate: { nearly: '2/5', words: 'nearly two-fifths' }, killed_share: '1/3', wounded_per_killed: 3,
  per_day: { about: 1500 },
};
// @ts-expect-error people are no fraction
const wrongPace: Stated = { per_day: '1/3' };
// @ts-expect-error a total is no rate
const wrongStated: Stated = { casualties: 5 };
const claim: Claim = {
  id: 'one', force: 'ar', source: { name: 'One' },
  attribution: [[{ name: 'A', kind: 'official' }, { name: 'B' }], { name: 'C' }],
  as_of: '1982', denominator: null, killed: { about: 1000, words: 'a thousand' }, captured: { words: 'dozens' },
  groups: [{ covers: ['wounded', 'missing'], count: 5 }], stated, withdrawn: true,
  disputed_by: [{ name: 'D', link: 'https://your.site/denial' }],
};
const corrected: Claim = {
  id: 'two', source: { name: 'One' }, replaces: 'one', casualties: { exact: 133, words: '133 by name' },
  killed: { best: 98000, between: [8000, 194000], interval: '95% CI' },
};
const words: WordedFigure = { words: 'dozens' };
// @ts-expect-error a claim states its rates together
const wrongRate: Claim = { id: 'three', source: { name: 'One' }, rate: 36 };
element.data = {
  format: 2, title: 'What share?', updated: '2025-01-22', forces: [force, part], claims: [claim, corrected],
};
// As frameworks do it.
element.data = undefined;
element.scenario = undefined;
element.scenario = 'killed=about:1000';
const data: Dataset | null = element.data;
data?.claims.map(({ id }) => id);
// @ts-expect-error a claim has an id
element.data = { format: 2, title: 'What share?', forces: [force], claims: [{ source: { name: 'One' } }] };
// @ts-expect-error a force has a name
element.data = { format: 2, title: 'What share?', forces: [{ id: 'ar' }], claims: [claim] };
// @ts-expect-error losses are somebody's
element.data = { format: 2, title: 'What share?', claims: [claim] };
// @ts-expect-error an unknown field
element.data = { format: 2, title: 'What share?', forces: [force], claims: [], subtitle: '' };
// @ts-expect-error another format
element.data = { format: 1, title: 'What share?', forces: [force], claims: [] };

// Methods and events, which also reach what is around the element.
element.reset();
element.undo();
element.redo();
element.addEventListener('calculator-ready', ({ detail }) => { const nothing: null = detail; return nothing; });
element.addEventListener('scenario-change', (event) => {
  const change: ScenarioChange = event;
  const { scenario, rates } = change.detail;
  rates.one_in.valueOf();
  scenario.force.concat();
  // @ts-expect-error no such input
  scenario.days;
});
document.body.addEventListener('calculator-error', report);
document.addEventListener('calculator-error', report);
window.addEventListener('calculator-error', report);
function report({ detail: { code, message } }: CalculatorError) {
  const broken: boolean = code === 'load-failed' || code === 'data-not-found' || code === 'src-refused';
  // @ts-expect-error no such code
  code === 'not-loaded';
  message.concat(String(broken || code === 'data-invalid' || code === 'scenario-invalid'));
}
// @ts-expect-error the detail is no text
element.addEventListener('scenario-change', ({ detail }: CustomEvent<string>) => detail);

export { found, words, wrongHeading, wrongPace, wrongRate, wrongStated, wrongTheme };
