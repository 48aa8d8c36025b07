// Figures as readers see them.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

const number = (value) => (Number.isFinite(value) ? (Math.abs(value) >= 100 ? whole : precise).format(value) : '…');

/** A number with its hedge. */
export const figure = (given) => (given ? `${given.hedge} ${whole.format(given.value)}`.trim() : 'no figure');

/** What follows from figures, in a unit such as `%`. */
export const value = (result, unit = '') => (result ? number(result.value) + unit : 'not known');

/** What the wording allows. */
export function range(result, unit = '') {
  if (!result || result.low === result.high) return '';
  return result.high === Infinity
    ? `${number(result.low)}${unit} or more`
    : `${number(result.low)}–${number(result.high)}${unit}`;
}

/** How far a report is from the reader's figure. */
export function apart(result) {
  if (!result) return 'can’t be compared';
  if (result.low <= 0 && result.high >= 0) return 'the wording allows the same';
  return `${number(Math.abs(result.value))} ${result.value > 0 ? 'more' : 'fewer'} than yours`;
}

/** The answer, whose important parts are at odd places. */
export function sentence({ deployed }, { casualties, casualty_rate: rate }, categories) {
  if (!casualties || !deployed) return ['', 'There is no answer without casualties and the size of the force.', ''];
  const hedge = casualties.hedge || deployed.hedge;
  return [
    'Of ', figure(deployed), ' deployed, ', figure(casualties), ' became casualties (', categories.join(', '), '): ',
    `${hedge} ${value(rate, '%')}`.trim(), ` of the force (${range(rate, '%') || 'exactly'}).`,
  ];
}
