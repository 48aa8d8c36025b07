// A calculator drawn by hand: made once, then only what changed is written. The chart is whatever is given.

import { HEADS, answer, changed, opening } from './story.js';

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/**
 * @param {(place: HTMLElement, story: object, answer: object) => { update(answer: object): void, end(): void }} chart
 * @param {(story: object, scenario: object) => object} [arithmetic] what follows from a scenario, or a promise of it
 */
export const byHand = (chart, arithmetic = answer) => async (place, story) => {
  let scenario = opening(story);
  let now = await arithmetic(story, scenario);
  let asked = 0;
  const sentence = make('p', { className: 'sentence', ariaLive: 'polite' });
  const fields = make('div', { className: 'inputs' });
  for (const { name, label, min, max, step, figure } of story.inputs) {
    const given = { min, max, step, value: figure?.value ?? '' };
    const field = make('input', { type: 'number', ...given });
    const slider = make('input', { type: 'range', ariaLabel: label, ...given, value: figure?.value ?? 0 });
    const row = make('div', { className: 'input' }, make('label', {}, `${label} `, field), slider);
    row.dataset.input = name;
    const set = (from, to) => {
      to.value = from.value;
      scenario = changed(scenario, name, from.value);
      update();
    };
    field.addEventListener('input', () => set(field, slider));
    slider.addEventListener('input', () => set(slider, field));
    fields.append(row);
  }
  const list = make('dl', { className: 'rates' });
  const values = now.rates.map(({ label }) => {
    const [value, range] = [make('b'), make('span', { className: 'range' })];
    list.append(make('div', {}, make('dt', {}, label), make('dd', {}, value, ' ', range)));
    return { value, range };
  });
  const compared = make('div', { className: 'compared' });
  const tabs = make('div', { className: 'tabs' });
  for (const [shows, label] of [['chart', 'Chart'], ['table', 'Table']]) {
    const button = make('button', { type: 'button', onclick: () => show(shows) }, label);
    button.dataset.shows = shows;
    tabs.append(button);
  }
  let shown;
  const views = {
    chart: () => chart(compared, story, now),
    table: () => table(compared, story, now),
  };
  function show(name) {
    shown?.end();
    compared.replaceChildren();
    for (const button of tabs.children) button.ariaPressed = String(button.dataset.shows === name);
    shown = views[name]();
  }
  function writeAll() {
    if (sentence.childNodes.length !== now.sentence.length) {
      sentence.replaceChildren(...now.sentence.map((text, at) => (at % 2 ? make('b', {}, text) : make('span', {}, text))));
    }
    now.sentence.forEach((text, at) => write(sentence.childNodes[at], text));
    now.rates.forEach(({ value, range }, at) => {
      write(values[at].value, value);
      write(values[at].range, range);
    });
  }
  function update() {
    const turn = ++asked;
    const take = (found) => {
      // A later figure may have been quicker.
      if (turn !== asked) return;
      now = found;
      writeAll();
      shown.update(now);
    };
    const found = arithmetic(story, scenario);
    if (found instanceof Promise) found.then(take);
    else take(found);
  }
  place.append(make('h2', {}, story.title), sentence, fields, list, tabs, compared, make('p', { className: 'small' }, story.credits));
  writeAll();
  show('chart');
  return () => { shown.end(); };
};

function table(place, story, first) {
  const head = make('tr', {}, ...HEADS.map((text) => make('th', { scope: 'col' }, text)));
  const body = make('tbody');
  const cells = story.claims.map((claim, at) => {
    const cell = make('td', {}, first.differences[at]);
    const source = make('th', { scope: 'row' }, make('a', { href: claim.link }, claim.chain));
    const figures = [claim.when, claim.deployed, ...claim.cells, claim.totalText];
    body.append(make('tr', { title: claim.note }, source, ...figures.map((text) => make('td', {}, text)), cell));
    return cell;
  });
  place.append(make('table', {}, make('thead', {}, head), body));
  return {
    update: ({ differences }) => differences.forEach((text, at) => write(cells[at], text)),
    end: () => {},
  };
}
