// Stacked bars as SVG, in per cent of the width: a step of a slider moves one line.

import { BAR } from '../job/story.js';

const SVG = 'http://www.w3.org/2000/svg';

const draw = (name, attributes, ...children) => {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
};

export function bars(place, { claims }, first) {
  let { most } = first;
  const x = (value) => `${(100 * Math.min(value, most)) / most}%`;
  const line = draw('line', { class: 'yours', y1: 0, y2: '100%' });
  const svg = draw('svg', { role: 'img', 'aria-label': 'Casualties by source', height: claims.length * BAR.height });
  place.append(svg);
  const move = ({ yours }) => {
    line.setAttribute('x1', x(yours));
    line.setAttribute('x2', x(yours));
  };
  function all(answer) {
    svg.replaceChildren(...claims.map(({ chain, bars, total }, row) => {
      const top = row * BAR.height;
      const parts = bars.map(({ of, start, end, label, figure }) => draw(
        'rect',
        { class: of, x: x(start), width: x(end - start), y: top + 13, height: BAR.thick - 4 },
        draw('title', {}, `${label}: ${figure.value}`),
      ));
      const whisker = total && total.high !== total.low
        ? [draw('line', { class: 'whisker', x1: x(total.low), x2: x(total.high), y1: top + 18, y2: top + 18 })]
        : [];
      return draw('g', {}, draw('text', { class: 'bar-label', x: 0, y: top + 10 }, chain), ...parts, ...whisker);
    }), line);
    move(answer);
  }
  all(first);
  return {
    update(answer) {
      if (answer.most === most) return move(answer);
      most = answer.most;
      all(answer);
    },
    end() {},
  };
}
