// The arithmetic that all peers share: what the wording of figures allows, and the rates that follow.

/** What a person counts in, in the order in which a report names them. */
export const CATEGORIES = ['killed', 'wounded', 'missing', 'captured'];

/** Half the place value of the last digit that is not zero, but no more than a tenth. */
function reach(number) {
  if (number === 0) return 0;
  let place = 1;
  while (number % (place * 10) === 0) place *= 10;
  return Math.min(place / 2, number / 10);
}

/** A figure of a dataset as its number with the least and the most that its wording allows; nothing where there is none. */
export function read(figure) {
  if (figure === undefined || figure === null) return null;
  if (typeof figure === 'number') return { hedge: '', value: figure, low: figure, high: figure };
  const [[hedge, value]] = Object.entries(figure);
  switch (hedge) {
    case 'about': return { hedge: 'about', value, low: value - reach(value), high: value + reach(value) };
    case 'nearly': return { hedge: 'nearly', value, low: value - reach(value), high: value };
    case 'over': return { hedge: 'over', value, low: value, high: Infinity };
    case 'at_least': return { hedge: 'at least', value, low: value, high: Infinity };
    case 'under': return { hedge: 'under', value, low: 0, high: value };
    case 'up_to': return { hedge: 'up to', value, low: 0, high: value };
    case 'between': return { hedge: '', value: (value[0] + value[1]) / 2, low: value[0], high: value[1] };
    default: throw new Error(`no such hedge: ${hedge}`);
  }
}

/** Figures added up; nothing where there are none. */
export function sum(figures) {
  const given = figures.filter((figure) => figure !== null);
  if (given.length === 0) return null;
  const add = (name) => given.reduce((total, figure) => total + figure[name], 0);
  const exact = given.every(({ low, high }) => low === high);
  return { hedge: exact ? '' : 'about', value: add('value'), low: add('low'), high: add('high') };
}

function divided(one, other, factor = 1) {
  if (!one || !other || other.value === 0) return null;
  return {
    value: (one.value * factor) / other.value,
    low: Number.isFinite(other.high) ? (one.low * factor) / other.high : 0,
    high: other.low > 0 ? (one.high * factor) / other.low : Infinity,
  };
}

/** A part of a whole that it is itself counted in: both move together, which keeps the bounds narrow. */
function share(part, rest) {
  if (!part) return null;
  const others = rest ?? { value: 0, low: 0, high: 0 };
  const of = (one, other) => (one + other === 0 ? 0 : one === Infinity ? 100 : (100 * one) / (one + other));
  return {
    value: of(part.value, others.value),
    low: of(part.low, others.high),
    high: of(part.high, others.low),
  };
}

/** The eight rates of a scenario, and its total. */
export function rates(scenario) {
  const { deployed, killed, wounded, missing, captured } = scenario;
  const casualties = sum(CATEGORIES.map((category) => scenario[category]));
  const remaining = casualties && deployed && {
    value: Math.max(0, deployed.value - casualties.value),
    low: Math.max(0, deployed.low - casualties.high),
    high: Math.max(0, deployed.high - casualties.low),
  };
  return {
    casualties,
    casualty_rate: divided(casualties, deployed, 100),
    killed_rate: divided(killed, deployed, 100),
    wounded_rate: divided(wounded, deployed, 100),
    irrecoverable_rate: divided(sum([killed, missing, captured]), deployed, 100),
    killed_share: share(killed, sum([wounded, missing, captured])),
    wounded_per_killed: divided(wounded, killed),
    remaining,
    one_in: divided(deployed, casualties),
  };
}

/** How far one figure is from another. */
export function difference(one, other) {
  if (!one || !other) return null;
  return { value: one.value - other.value, low: one.low - other.high, high: one.high - other.low };
}
