// Never run: each line must be what the types say, and each one behind @ts-expect-error must not.

import { createRef } from 'react';
import type { CasualtyCalculatorElement } from 'casualty-calculator/react';
import { other } from '../other';

export const right = (
  <casualty-calculator
    ref={createRef<CasualtyCalculatorElement>()}
    key="one"
    className="wide"
    theme="dark"
    heading={undefined}
    scenario={{ killed: { over: 5 } }}
    data={other}
    oncalculator-error={({ detail }) => detail.code === 'src-refused'}
    onscenario-change={({ detail }) => detail.rates.one_in}
  />
);
// @ts-expect-error no such theme
export const wrongTheme = <casualty-calculator theme="sepia" />;
// @ts-expect-error data is no text
export const wrongData = <casualty-calculator data="story.json" />;
// @ts-expect-error an event has a detail
export const wrongEvent = <casualty-calculator onscenario-change={(event: MouseEvent) => event} />;
// @ts-expect-error no such attribute
export const wrongName = <casualty-calculator senario="killed=5" />;
