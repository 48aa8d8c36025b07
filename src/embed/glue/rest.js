// What stands below the reader's figures, which comes with the second half: what is there until then, and when it is drawn.

import { REST, SCRIPTLESS, STAND_IN } from './contract.js';
import { loadLazyHalf } from './lazy_half.js';
import { loader } from './loader_services.js';

/** @typedef {() => import('./bindings.js').Calculator | null} FindCalculator */

/**
 * Keeps of the page's own content what is not drawn yet, so that a reader finds there what stood there: by the same style
 * sheet it is as high as what comes.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} mount What is drawn.
 */
export function keepRest(element, mount) {
  const standIn = mount.querySelector(STAND_IN);
  const first = standIn && element.querySelector(REST);
  // Drawn, there is one paragraph in it.
  if (!first || standIn.childElementCount > 1) return;
  standIn.replaceChildren();
  for (let part = /** @type {Element | null} */ (first); part; part = part.nextElementSibling) {
    standIn.append(part.cloneNode(true));
  }
  standIn.querySelector(SCRIPTLESS)?.remove();
}

/**
 * Draws it once the second half is there, in a task of its own; where that could not be had, says so.
 *
 * @param {FindCalculator} calculator
 */
export const drawRest = (calculator) => loadLazyHalf().then(
  ({ pageContext, saveFile }) => calculator()?.lazyPartsLoaded(pageContext, saveFile),
  (error) => {
    loader.report(`A part could not be loaded: ${error.message}.`);
    calculator()?.lazyPartsLoaded();
  },
);
