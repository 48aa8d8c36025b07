// The focus, where what had it goes.

import { INPUT, INPUT_CONTROLS, SECTION } from './contract.js';
import { closest } from './events.js';

/** How long after a reader's act, in milliseconds, its effect is drawn at the latest, on a slow phone too. */
const SOON = 1_000;

const isShown = (/** @type {Element} */ element) => element.isConnected && !element.closest?.('[hidden]');

/**
 * Keeps the focus in place. A button or a field that a reader's own act hides or takes out would take it along: it goes to
 * what stands in the same input then, else to the first thing to press in the same part.
 *
 * @param {ShadowRoot} root
 */
export function keepFocus(root) {
  /** @type {Element | null} */
  let last = null;
  /** @type {[within: Element | null | undefined, controls: string][]} */
  let places = [];
  let acted = -Infinity;
  root.addEventListener('focusin', (event) => {
    // Firefox says nothing when what has the focus is taken out.
    last = /** @type {Element} */ (event.target);
    places = [[closest(event, INPUT), INPUT_CONTROLS], [closest(event, SECTION), 'button,summary,input']];
  });
  root.addEventListener('focusout', ({ target }) => {
    // What is still there was left by the reader, who then is elsewhere. Chromium says it before what had it is taken out.
    queueMicrotask(() => {
      if (last === target && isShown(/** @type {Element} */ (target))) last = null;
    });
  });
  for (const name of ['keydown', 'input', 'change', 'click']) {
    root.addEventListener(name, () => { acted = performance.now(); }, true);
  }
  new MutationObserver(() => {
    const lost = root.activeElement ?? last;
    if (!lost || isShown(lost)) return;
    last = null;
    // What a script of the page takes out is no reason to take a reader there.
    if (performance.now() - acted > SOON) return;
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
