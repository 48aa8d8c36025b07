// The shadow root that a calculator is shown in, and what is listened to there.

import { announceChanges } from './announcements.js';
import { correctArrowKeys } from './arrow_keys.js';
import { LAZY_PART_CONTROL } from './contract.js';
import { keepFocus } from './focus.js';
import { loadLazyHalf } from './lazy_half.js';
import { loader } from './loader_services.js';

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
  if (mount.parentNode) return /** @type {ShadowRoot} */ (root);
  // What asks for its width is laid out in two steps, and a page that is shorter in between scrolls.
  mount.style.cssText = `overflow-anchor:none;block-size:${element.getBoundingClientRect().height}px`;
  // Only now: a shadow root hides what the page put there.
  const shown = root ?? attach(element, calculator);
  shown.adoptedStyleSheets = [sheet];
  shown.replaceChildren(mount);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    mount.style.cssText = '';
    // WebKit asks for the width of the element again only if its styles change.
    shown.adoptedStyleSheets = [sheet];
  }));
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
    if (!/** @type {Element} */ (target).closest(LAZY_PART_CONTROL)) return;
    loadLazyHalf().then(
      ({ pageContext, saveFile }) => calculator()?.lazyPartsLoaded(pageContext, saveFile),
      (error) => {
        loader.report(`A part could not be loaded: ${error.message}.`);
        calculator()?.lazyPartsLoaded();
      },
    );
  });
  return root;
}
