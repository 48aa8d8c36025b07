/** `casualty-calculator`, and what templates in Vue have to know of the element. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { CasualtyCalculatorElement, CasualtyCalculatorEventMap, CasualtyCalculatorProps } from './index.js';

export * from './index.js';

declare module 'vue' {
  interface GlobalComponents {
    'casualty-calculator': new () => CasualtyCalculatorElement & {
      $props: HTMLAttributes & CasualtyCalculatorProps & PublicProps;
      $emit: EmitFn<{ [Name in keyof CasualtyCalculatorEventMap]: (event: CasualtyCalculatorEventMap[Name]) => void }>;
    };
  }
}
