// Never run: each line must be what the types say, and each one behind @ts-expect-error must not.

import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'casualty-calculator/svelte';
import { other } from '../other';

type Given = SvelteHTMLElements['casualty-calculator'];

export const right: Given = {
  class: 'wide', theme: 'dark', heading: undefined, scenario: { killed: { over: 5 } }, data: other,
  'onscenario-change': ({ detail, currentTarget }) => [detail.rates.one_in, currentTarget],
};
// @ts-expect-error no such theme
export const wrongTheme: Given = { theme: 'sepia' };
// @ts-expect-error data is no text
export const wrongData: Given = { data: 'story.json' };
// @ts-expect-error an event has a detail
export const wrongEvent: Given = { 'onscenario-change': (event: MouseEvent) => event };
