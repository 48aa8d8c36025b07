// The shadow root that a calculator is shown in, and what is listened to there.

import { announceChanges } from './announcements.js';
import { correctArrowKeys } from './arrow_keys.js';
import { LAZY_PART_CONTROL } from './contract.js';
import { keepFocus } from './focus.js';
import { drawRest, keepRest } from './rest.js';

/** Once what was drawn is seen; on a busy machine a browser may believe that nobody looks. */
const seen = () => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
  setTimeout(resolve, 500);
});

/**
 * Shows what is drawn for an element, once all of it is.
 *
 * @param {HTMLElement} element
 * @param {ShadowRoot | undefined} root The element's shadow root, if it has one.
 * @param {HTMLElement} mount What is drawn.
 * @param {CSSStyleSheet} sheet
 * @param {() => import('./bindings.js').Calculator | null} calculator The element's, as long as there is one.
 * @returns {ShadowRoot} The shadow root that it is in.
 */
export function show(element, root, mount, sheet, calculator) {
  keepRest(element, mount);
  if (mount.parentNode) return /** @type {ShadowRoot} */ (root);
  // What asks for its width is laid out in two steps, and a page that is shorter in between scrolls.
  const { height } = element.getBoundingClientRect();
  mount.style.cssText = `overflow-anchor:none;block-size:${height}px`;
  // Only now: a shadow root hides what the page put there.
  const shown = root ?? attach(element, calculator);
  shown.replaceChildren(mount);
  // WebKit asks for the width of the element again only if its styles change.
  const restyle = () => { shown.adoptedStyleSheets = [sheet]; };
  restyle();
  seen().then(() => {
    mount.style.cssText = `overflow-anchor:none;min-block-size:${height}px`;
    restyle();
    return drawRest(calculator);
  }).then(seen).then(() => {
    mount.style.cssText = '';
    restyle();
  });
  return shown;
}

/**
 * @param {HTMLElement} element
 * @param {() => import('./bindings.js').Calculator | null} calculator
 */
function attach(element, calculator) {
  const root = element.attachShadow({ mode: 'open' });
  keepFocus(root);
  announceChanges(element, root);
  correctArrowKeys(root);
  root.addEventListener('click', ({ target }) => {
    if (/** @type {Element} */ (target).closest(LAZY_PART_CONTROL)) drawRest(calculator);
  });
  return root;
}
