import { useState } from 'react';
import type { Dataset } from 'casualty-calculator';
import { other } from '../other';
import { Story } from './story';

export function App({ given }: { given?: Dataset }) {
  const [scenario, setScenario] = useState('deployed=200&casualties=50');
  const [data, setData] = useState(given);
  const [isShown, setShown] = useState(true);
  return (
    <main>
      <button id="scenario" onClick={() => setScenario('deployed=100&casualties=10')}>Another scenario</button>
      <button id="data" onClick={() => setData(data ? undefined : other)}>Other data</button>
      <button id="remove" onClick={() => setShown(false)}>Remove</button>
      {isShown ? (
        <>
          <Story scenario={scenario} data={data} />
          <figure data-casualty-calculator="">As reported.</figure>
        </>
      ) : <p id="instead">Something else.</p>}
    </main>
  );
}
