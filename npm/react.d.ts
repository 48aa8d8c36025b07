/** `casualty-calculator`, and what JSX in React has to know of the element. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CasualtyCalculatorElement, CasualtyCalculatorHandlers, CasualtyCalculatorProps } from './index.js';

export * from './index.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'casualty-calculator':
        & DetailedHTMLProps<HTMLAttributes<CasualtyCalculatorElement>, CasualtyCalculatorElement>
        & CasualtyCalculatorProps
        & CasualtyCalculatorHandlers;
    }
  }
}
