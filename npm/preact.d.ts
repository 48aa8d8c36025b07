/** `casualty-calculator`, and what JSX in Preact has to know of the element. */
import type { HTMLAttributes } from 'preact';
import type { CasualtyCalculatorElement, CasualtyCalculatorHandlers, CasualtyCalculatorProps } from './index.js';

export * from './index.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'casualty-calculator':
        & HTMLAttributes<CasualtyCalculatorElement>
        & CasualtyCalculatorProps
        & CasualtyCalculatorHandlers;
    }
  }
}
