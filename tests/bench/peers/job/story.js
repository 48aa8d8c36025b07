// A dataset as all peers use it: what no input changes is worked out once, what follows from the inputs at each change.

import { CATEGORIES, difference, rates, read, sum } from './figures.js';
import * as words from './words.js';

export { CATEGORIES };

const LABELS = {
  deployed: 'Deployed', killed: 'Killed', wounded: 'Wounded', missing: 'Missing', captured: 'Captured',
};

const RATES = [
  ['casualty_rate', 'Casualty rate', '%'],
  ['killed_rate', 'Killed, of the force', '%'],
  ['wounded_rate', 'Wounded, of the force', '%'],
  ['irrecoverable_rate', 'Irrecoverable losses, of the force', '%'],
  ['killed_share', 'Killed, of the casualties', '%'],
  ['wounded_per_killed', 'Wounded for each killed', ''],
  ['remaining', 'Remaining', ''],
  ['one_in', 'One casualty in', ''],
];

/** How high a row of the chart is, and the bar in it. */
export const BAR = { height: 28, thick: 14 };

export function story(dataset) {
  const [force] = dataset.forces;
  const inputs = Object.keys(LABELS).map((name) => ({
    name, label: LABELS[name], ...force.inputs[name], figure: read(force.scenario[name]),
  }));
  const claims = dataset.claims.map((claim) => {
    const parts = CATEGORIES.filter((category) => claim[category] !== undefined)
      .map((category) => ({ of: category, label: LABELS[category], figure: read(claim[category]) }));
    for (const { covers, count } of claim.groups ?? []) {
      parts.push({ of: 'other', label: covers.map((category) => LABELS[category]).join(', '), figure: read(count) });
    }
    const total = read(claim.casualties) ?? sum(parts.map(({ figure }) => figure));
    const rest = total ? total.value - parts.reduce((all, { figure }) => all + figure.value, 0) : 0;
    if (rest > 0) parts.push({ of: 'other', label: 'Other', figure: { hedge: '', value: rest, low: rest, high: rest } });
    let start = 0;
    const bars = parts.map((part) => {
      const bar = { ...part, id: claim.id, start, end: start + part.figure.value };
      start = bar.end;
      return bar;
    });
    const chain = claim.attribution.flat().map(({ name }) => name).join(' → ');
    return {
      id: claim.id, chain, link: claim.source.link, when: claim.as_of_words ?? '', note: claim.note,
      deployed: words.figure(read(claim.deployed)),
      cells: CATEGORIES.map((category) => words.figure(read(claim[category]))),
      total, totalText: words.figure(total), bars, start: 0, end: start,
    };
  });
  return {
    title: dataset.title, summary: dataset.summary, credits: dataset.credits, force: force.name, inputs, claims,
    longest: Math.max(1, ...claims.map(({ total, end }) => Math.max(end, Number.isFinite(total?.high) ? total.high : 0))),
  };
}

/** Where a scenario begins. */
export const opening = ({ inputs }) => Object.fromEntries(inputs.map(({ name, figure }) => [name, figure]));

/** A scenario in which one input holds what a reader set; nothing where the field was emptied. */
export function changed(scenario, name, text) {
  const number = Math.max(0, Math.round(Number(text)));
  return { ...scenario, [name]: text === '' || Number.isNaN(number) ? null : read(number) };
}

/** All that follows from a scenario, in words; from other results where a peer works them out in its own way. */
export function answer({ claims, longest }, scenario, results = rates(scenario)) {
  const known = CATEGORIES.filter((category) => scenario[category]);
  const yours = results.casualties;
  return {
    sentence: words.sentence(scenario, results, known),
    rates: RATES.map(([name, label, unit]) => (
      { name, label, value: words.value(results[name], unit), range: words.range(results[name], unit) }
    )),
    differences: claims.map(({ total }) => words.apart(difference(total, yours))),
    yours: yours?.value ?? 0,
    // The axis only grows where a scenario goes beyond all reports.
    most: yours && yours.value > longest ? yours.value * 1.25 : longest,
  };
}

export const HEADS = ['Source', 'As of', 'Deployed', 'Killed', 'Wounded', 'Missing', 'Captured', 'Casualties', 'Beside yours'];
