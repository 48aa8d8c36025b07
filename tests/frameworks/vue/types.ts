// Never run: each line must be what the types say, and each one behind @ts-expect-error must not.

import type { GlobalComponents } from 'vue';
import type { CasualtyCalculatorElement } from 'casualty-calculator/vue';
import { other } from '../other';

type Element = InstanceType<GlobalComponents['casualty-calculator']>;
type Given = Element['$props'];

export const right: Given = {
  class: 'wide', theme: 'dark', heading: undefined, scenario: { killed: { over: 5 } }, data: other,
};
export const element = (ref: Element): CasualtyCalculatorElement => ref;
export const emit = ({ $emit }: Element) => {
  $emit('calculator-ready', new CustomEvent('calculator-ready', { detail: null }));
  // @ts-expect-error no such event
  $emit('calculator-reset');
};
// @ts-expect-error no such theme
export const wrongTheme: Given = { theme: 'sepia' };
// @ts-expect-error data is no text
export const wrongData: Given = { data: 'story.json' };
