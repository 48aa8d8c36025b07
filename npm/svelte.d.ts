/** `casualty-calculator`, and what Svelte has to know of the element. */
import type { HTMLAttributes } from 'svelte/elements';
import type { CasualtyCalculatorElement, CasualtyCalculatorHandlers, CasualtyCalculatorProps } from './index.js';

export * from './index.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'casualty-calculator':
      & HTMLAttributes<CasualtyCalculatorElement>
      & CasualtyCalculatorProps
      & CasualtyCalculatorHandlers;
  }
}
