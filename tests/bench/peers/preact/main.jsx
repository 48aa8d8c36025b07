import { render } from 'preact';
import { memo } from 'preact/compat';
import { useMemo, useState } from 'preact/hooks';
import { start } from '../job/start.js';
import { BAR, HEADS, answer, changed, opening } from '../job/story.js';

function Input({ name, label, min, max, step, figure, set }) {
  const listen = (event) => set(name, event.currentTarget.value);
  return (
    <div class="input" data-input={name}>
      <label>{label} <input type="number" min={min} max={max} step={step} value={figure?.value ?? ''} onInput={listen} /></label>
      <input type="range" aria-label={label} min={min} max={max} step={step} value={figure?.value ?? 0} onInput={listen} />
    </div>
  );
}

const percent = (value, most) => `${(100 * Math.min(value, most)) / most}%`;

const Bar = memo(({ claim: { chain, bars, total }, row, most }) => {
  const top = row * BAR.height;
  return (
    <g>
      <text class="bar-label" x={0} y={top + 10}>{chain}</text>
      {bars.map(({ of, start, end, label, figure }) => (
        <rect class={of} x={percent(start, most)} width={percent(end - start, most)} y={top + 13} height={BAR.thick - 4}>
          <title>{label}: {figure.value}</title>
        </rect>
      ))}
      {total && total.low !== total.high && (
        <line class="whisker" x1={percent(total.low, most)} x2={percent(total.high, most)} y1={top + 18} y2={top + 18} />
      )}
    </g>
  );
});

const Bars = memo(({ claims, most }) => claims.map((claim, row) => <Bar key={claim.id} claim={claim} row={row} most={most} />));

const Chart = ({ claims, most, yours }) => (
  <svg role="img" aria-label="Casualties by source" height={claims.length * BAR.height}>
    <Bars claims={claims} most={most} />
    <line class="yours" y1={0} y2="100%" x1={percent(yours, most)} x2={percent(yours, most)} />
  </svg>
);

const Row = memo(({ claim, difference }) => (
  <tr title={claim.note}>
    <th scope="row"><a href={claim.link}>{claim.chain}</a></th>
    <td>{claim.when}</td>
    <td>{claim.deployed}</td>
    {claim.cells.map((text) => <td>{text}</td>)}
    <td>{claim.totalText}</td>
    <td>{difference}</td>
  </tr>
));

const Table = ({ claims, differences }) => (
  <table>
    <thead><tr>{HEADS.map((text) => <th scope="col">{text}</th>)}</tr></thead>
    <tbody>{claims.map((claim, at) => <Row key={claim.id} claim={claim} difference={differences[at]} />)}</tbody>
  </table>
);

function Calculator({ story }) {
  const [scenario, setScenario] = useState(() => opening(story));
  const [shows, setShows] = useState('chart');
  const now = useMemo(() => answer(story, scenario), [story, scenario]);
  const set = (name, text) => setScenario((before) => changed(before, name, text));
  return (
    <>
      <h2>{story.title}</h2>
      <p class="sentence" aria-live="polite">{now.sentence.map((text, at) => (at % 2 ? <b>{text}</b> : text))}</p>
      <div class="inputs">
        {story.inputs.map((input) => <Input key={input.name} {...input} figure={scenario[input.name]} set={set} />)}
      </div>
      <dl class="rates">
        {now.rates.map(({ name, label, value, range }) => (
          <div key={name}><dt>{label}</dt><dd><b>{value}</b> <span class="range">{range}</span></dd></div>
        ))}
      </dl>
      <div class="tabs">
        {[['chart', 'Chart'], ['table', 'Table']].map(([name, label]) => (
          <button type="button" data-shows={name} aria-pressed={shows === name} onClick={() => setShows(name)}>{label}</button>
        ))}
      </div>
      <div class="compared">
        {shows === 'chart' ? <Chart claims={story.claims} {...now} /> : <Table claims={story.claims} {...now} />}
      </div>
      <p class="small">{story.credits}</p>
    </>
  );
}

start((place, story) => {
  render(<Calculator story={story} />, place);
  return () => render(null, place);
});
