// Never run: each line must be what the types say, and each one behind @ts-expect-error must not.

import type {
  Bounds, CalculatorError, CasualtyCalculatorAttributes, CasualtyCalculatorElement, Category, ComparedClaim, Dataset,
  Figure, Finding, Rate, Rates, Scenario, ScenarioChange, ScenarioInput,
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
element.scenario = { start: '2024-10-15', as_of: '2025-01-15', solve_for: 'casualties' } satisfies ScenarioInput;
element.scenario = {};
const scenario: Scenario | null = element.scenario;
if (scenario) {
  const killed: Figure | null = scenario.killed;
  const day: string | null = scenario.as_of;
  if (typeof killed === 'object' && killed && 'over' in killed) killed.over.toFixed();
  element.scenario = { ...scenario, killed: day ? null : killed };
}
// @ts-expect-error it may not be there yet
element.scenario.killed;
// @ts-expect-error no such input
element.scenario = { kiled: 5 };
// @ts-expect-error no such hedge
element.scenario = { killed: { around: 5 } };
// @ts-expect-error a figure has one hedge
element.scenario = { killed: { between: [300] } };
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
    const missing: boolean = rate.unavailable === 'no_killed';
    // @ts-expect-error no such reason
    rate.unavailable === 'no_force';
    missing.valueOf();
  } else {
    const bounds: Bounds = rate;
    const counted: Category[] = rate.counts ?? [];
    const text = bounds.high === null || bounds.low_open || bounds.high_open ? 'open' : bounds.high.toFixed();
    text.concat(...counted, String(bounds.low), String(bounds.printed));
  }
  // @ts-expect-error what is unavailable has no bounds
  rate.low;
  // @ts-expect-error no such rate
  rates.death_rate;
}
// @ts-expect-error read-only
element.rates = null;

for (const finding of element.findings ?? []) {
  const { code, severity, claims, fields, working, originator }: Finding = finding;
  const warning: boolean = severity === 'warning' && code === 'rate_mismatch';
  const numbers: Bounds[] = Object.values(working);
  warning.valueOf();
  numbers.concat();
  claims.concat(fields, originator ?? []);
  // @ts-expect-error no such check
  code === 'rate_missing';
  // @ts-expect-error a check accuses nobody
  severity === 'error';
}
// @ts-expect-error read-only
element.findings = [];

for (const claim of element.comparison ?? []) {
  const { id, relation, difference }: ComparedClaim = claim;
  const apart: boolean = relation.rate === 'apart' && difference.killed?.low === 0;
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
element.data = {
  format: 1,
  title: 'What share?',
  claims: [{
    id: 'one', source: { name: 'One' }, attribution: [[{ name: 'A', kind: 'official' }, { name: 'B' }], { name: 'C' }],
    killed: { about: 1000, words: 'a thousand' }, groups: [{ covers: ['wounded', 'missing'], count: 5 }],
  }],
};
const data: Dataset | null = element.data;
data?.claims.map(({ id }) => id);
// @ts-expect-error a claim has an id
element.data = { format: 1, title: 'What share?', claims: [{ source: { name: 'One' } }] };
// @ts-expect-error an unknown field
element.data = { format: 1, title: 'What share?', claims: [], subtitle: '' };
// @ts-expect-error another format
element.data = { format: 2, title: 'What share?', claims: [] };

// Methods and events, which also reach what is around the element.
element.reset();
element.undo();
element.redo();
element.addEventListener('calculator-ready', ({ detail }) => { const nothing: null = detail; return nothing; });
element.addEventListener('scenario-change', (event) => {
  const change: ScenarioChange = event;
  const { scenario, rates } = change.detail;
  rates.one_in.valueOf();
  // @ts-expect-error no such input
  scenario.force;
});
document.body.addEventListener('calculator-error', report);
document.addEventListener('calculator-error', report);
window.addEventListener('calculator-error', report);
function report({ detail: { code, message } }: CalculatorError) {
  const broken: boolean = code === 'load-failed' || code === 'data-not-found';
  // @ts-expect-error no such code
  code === 'not-loaded';
  message.concat(String(broken || code === 'data-invalid' || code === 'scenario-invalid'));
}
// @ts-expect-error the detail is no text
element.addEventListener('scenario-change', ({ detail }: CustomEvent<string>) => detail);

export { found, wrongHeading, wrongTheme };
