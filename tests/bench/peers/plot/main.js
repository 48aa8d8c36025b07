// Observable Plot draws the bars. Where only the reader's figure changed, its line is moved by the plot's own scale.

import { barX, plot, ruleX, ruleY } from '@observablehq/plot';
import { byHand } from '../job/by-hand.js';
import { start } from '../job/start.js';
import { BAR } from '../job/story.js';

const COLOURS = {
  domain: ['killed', 'wounded', 'missing', 'captured', 'other'],
  range: ['var(--killed)', 'var(--wounded)', 'var(--missing)', 'var(--captured)', 'var(--other)'],
};

// What fits beside the axis.
const short = (name) => (name.length > 44 ? `${name.slice(0, 43)}…` : name);

function bars(place, { claims }, first) {
  const names = new Map(claims.map(({ id, chain }) => [id, chain]));
  const parts = claims.flatMap((claim) => claim.bars);
  const totals = claims.filter(({ total }) => total && total.high !== total.low);
  let most;
  let drawn;
  const place_line = ({ yours }) => {
    const x = drawn.scale('x').apply(yours);
    const line = drawn.querySelector('.yours line');
    line.setAttribute('x1', x);
    line.setAttribute('x2', x);
  };
  function all(answer) {
    ({ most } = answer);
    drawn = plot({
      width: 700, height: claims.length * BAR.height + 60, marginLeft: 260,
      x: { domain: [0, most], label: 'Casualties', grid: true },
      y: { domain: claims.map(({ id }) => id), tickFormat: (id) => short(names.get(id)), label: null },
      color: COLOURS,
      marks: [
        barX(parts, { x1: 'start', x2: 'end', y: 'id', fill: 'of', title: ({ label, figure }) => `${label}: ${figure.value}` }),
        ruleY(totals, {
          y: 'id', x1: ({ total }) => total.low, x2: ({ total }) => Math.min(total.high, most), strokeWidth: 1.5,
        }),
        ruleX([0], { className: 'yours' }),
      ],
    });
    place.replaceChildren(drawn);
    place_line(answer);
  }
  all(first);
  return {
    update: (answer) => (answer.most === most ? place_line(answer) : all(answer)),
    end() {},
  };
}

start(byHand(bars));
