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
 * Draws it once the second half is there, in a task of its own; where that could not be had, says so, and tries again.
 *
 * @param {ShadowRoot} root
 * @param {FindCalculator} calculator
 * @param {number} [times] How often it has failed before.
 */
export const drawRest = (root, calculator, times = 0) => loadLazyHalf().then(
  ({ listen, pageContext, saveFile }) => {
    listen(root);
    calculator()?.lazyPartsLoaded(pageContext, saveFile);
  },
  (error) => {
    if (!times) loader.report(`A part could not be loaded: ${loader.messageOf(error)}.`);
    calculator()?.lazyPartsLoaded();
    loader.again(() => { if (calculator()) drawRest(root, calculator, times + 1); }, times);
  },
);
