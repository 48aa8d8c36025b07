// Squiggle works out the rates, from what the wording allows as distributions: the bounds are their 5th and 95th percentiles.

import { run } from '@quri/squiggle-lang';
import { byHand } from '../job/by-hand.js';
import { start } from '../job/start.js';
import { CATEGORIES, answer } from '../job/story.js';
import { bars } from '../vanilla/bars.js';

const distribution = ({ value, low, high }) => (
  low === high ? String(value) : `SampleSet.fromDist(Sym.uniform(${low}, ${Math.min(high, 1e9)}))`
);

async function rates(scenario) {
  const given = (names) => names.filter((name) => scenario[name]).join(' + ');
  const { deployed, killed, wounded } = scenario;
  const formulas = {
    casualties: given(CATEGORIES),
    casualty_rate: deployed && 'casualties / deployed * 100',
    killed_rate: deployed && killed && 'killed / deployed * 100',
    wounded_rate: deployed && wounded && 'wounded / deployed * 100',
    irrecoverable_rate: deployed && given(['killed', 'missing', 'captured']) && `(${given(['killed', 'missing', 'captured'])}) / deployed * 100`,
    killed_share: killed && 'killed / casualties * 100',
    wounded_per_killed: killed?.value && wounded && 'wounded / killed',
    remaining: deployed && 'deployed - casualties',
    one_in: deployed && 'deployed / casualties',
  };
  const known = formulas.casualties ? Object.keys(formulas).filter((name) => formulas[name]) : [];
  const code = [
    ...Object.entries(scenario).filter(([, figure]) => figure).map(([name, figure]) => `${name} = ${distribution(figure)}`),
    ...(known.length ? [`casualties = ${formulas.casualties}`] : []),
    `[${known.map((name) => (name === 'casualties' ? name : formulas[name])).join(', ')}]`,
    '-> List.map({|d| typeOf(d) == "Number" ? [d, d, d] : [mean(d), quantile(d, 0.05), quantile(d, 0.95)]})',
  ].join('\n');
  const { result } = await run(code);
  if (!result.ok) throw new Error(String(result.value));
  const found = Object.fromEntries(Object.keys(formulas).map((name) => [name, null]));
  result.value.result.asJS().forEach(([value, low, high], at) => {
    found[known[at]] = { hedge: low === high ? '' : 'about', value, low, high };
  });
  return found;
}

start(byHand(bars, async (story, scenario) => answer(story, scenario, await rates(scenario))));
