import { useEffect, useState } from 'react';
import type { Dataset, Scenario, ScenarioChange } from 'casualty-calculator/react';

export function Story({ scenario, data }: { scenario: string; data: Dataset | undefined }) {
  const [set, setScenario] = useState<Scenario>();
  const change = ({ detail }: ScenarioChange) => setScenario(detail.scenario);

  // React gives what a server rendered neither objects nor handlers, only what changes after that.
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);

  return (
    <>
      <casualty-calculator
        lang="en"
        scenario={scenario}
        data={isThere ? data : undefined}
        onscenario-change={isThere ? change : undefined}
      >
        <p>About 1,000 killed and 3,000 wounded of about 11,000, as reported on 22 January 2025.</p>
      </casualty-calculator>
      <output>{JSON.stringify(set?.deployed)}</output>
    </>
  );
}
