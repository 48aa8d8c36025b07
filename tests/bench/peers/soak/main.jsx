// A page that a framework draws again all the time, with fifty calculators in it whose properties it sets.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const COUNT = 50;

function Page() {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setTurn(turn + 1), 100);
    return () => clearTimeout(timer);
  }, [turn]);
  window.turns = turn;
  return (
    <main>
      <p>Turn {turn}</p>
      {Array.from({ length: COUNT }, (_, at) => (
        <article key={at}>
          <h2>{at + 1} · {turn}</h2>
          <casualty-calculator
            loading="eager"
            lang="en"
            scenario={{ deployed: 10_000 + at, killed: 100 + (turn + at) % 900, wounded: { about: 1000 } }}
          />
        </article>
      ))}
    </main>
  );
}

const [place] = document.getElementsByClassName('casualties');
render(<Page />, place);
