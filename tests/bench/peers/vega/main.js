// Vega-Lite describes the chart, Vega draws it. The reader's figure is a parameter.

import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { byHand } from '../job/by-hand.js';
import { start } from '../job/start.js';
import { BAR } from '../job/story.js';

function bars(place, { claims }, first) {
  const names = Object.fromEntries(claims.map(({ id, chain }) => [id, chain]));
  const rows = claims.map(({ id }) => id);
  const y = { field: 'id', type: 'nominal', sort: null, scale: { domain: rows }, axis: { title: null, labelExpr: 'names[datum.value]', labelLimit: 250 } };
  const x = { type: 'quantitative', scale: { domain: { expr: '[0, most]' }, nice: false }, title: 'Casualties' };
  const spec = {
    width: 420, height: { step: BAR.height },
    params: [{ name: 'yours', value: first.yours }, { name: 'most', value: first.most }, { name: 'names', value: names }],
    layer: [
      {
        data: { values: claims.flatMap((claim) => claim.bars.map(({ id, of, label, start, end }) => ({ id, of, label, start, end }))) },
        mark: { type: 'bar', height: BAR.thick, clip: true },
        encoding: {
          y, x: { ...x, field: 'start' }, x2: { field: 'end' },
          color: {
            field: 'of', legend: null,
            scale: { domain: ['killed', 'wounded', 'missing', 'captured', 'other'], range: ['#222', '#b3541e', '#7a6a9c', '#3f7f7f', '#999'] },
          },
          tooltip: { field: 'label' },
        },
      },
      {
        data: { values: claims.filter(({ total }) => total && total.high !== total.low).map(({ id, total }) => ({ id, low: total.low, high: Math.min(total.high, 1e9) })) },
        mark: { type: 'rule', strokeWidth: 1.5, clip: true },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: '#005bbb', strokeWidth: 2, strokeDash: [4, 3] },
        encoding: { x: { ...x, datum: { expr: 'yours' } } },
      },
    ],
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'svg', container: place });
  view.runAsync();
  return {
    update: ({ yours, most }) => { view.signal('yours', yours).signal('most', most).runAsync(); },
    end: () => view.finalize(),
  };
}

start(byHand(bars));
