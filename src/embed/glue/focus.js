// The focus, where what had it goes.

import { INPUT, INPUT_CONTROLS, SECTION } from './contract.js';

/**
 * Keeps the focus in place. A button or a field that is hidden or taken out would take it along: it goes to what stands in
 * the same input then, else to the first thing to press in the same part.
 *
 * @param {ShadowRoot} root
 */
export function keepFocus(root) {
  /** @type {Element | null} */
  let last = null;
  /** @type {[within: Element | null, controls: string][]} */
  let places = [];
  root.addEventListener('focusin', (event) => {
    const target = /** @type {Element} */ (event.target);
    // Firefox says nothing when what has the focus is taken out.
    last = target;
    places = [[target.closest(INPUT), INPUT_CONTROLS], [target.closest(SECTION), 'button,summary,input']];
  });
  root.addEventListener('focusout', (event) => {
    const { target, relatedTarget } = /** @type {FocusEvent} */ (event);
    last = relatedTarget ? null : /** @type {Element} */ (target);
  });
  new MutationObserver(() => {
    const lost = root.activeElement ?? last;
    if (!lost || (lost.isConnected && !lost.closest('[hidden]'))) return;
    last = null;
    for (const [within, controls] of places) {
      for (const next of /** @type {Iterable<HTMLElement>} */ (within?.querySelectorAll(controls) ?? [])) {
        // What does not show takes none, save what had it: that keeps it for a moment.
        if (next === lost) continue;
        next.focus();
        if (root.activeElement === next) return;
      }
    }
  }).observe(root, { subtree: true, childList: true, attributeFilter: ['hidden'] });
}
