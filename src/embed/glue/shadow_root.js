// The shadow root that a calculator is shown in, and what is listened to there.

import { announceChanges } from './announcements.js';
import { correctArrowKeys } from './arrow_keys.js';
import { LAZY_PART_CONTROL } from './contract.js';
import { closest, keepEventsInside } from './events.js';
import { keepFocus } from './focus.js';
import { drawRest, keepRest } from './rest.js';
import { followRuleLinks } from './rule_links.js';
import { dress, measure } from './style.js';

/** Once what was drawn is seen; on a busy machine a browser may believe that nobody looks. */
const seen = () => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
  setTimeout(resolve, 500);
});

/**
 * Shows what is drawn for an element, once all of it is.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} mount What is drawn.
 * @param {() => import('./bindings.js').Calculator | null} calculator The element's, as long as there is one.
 */
export function show(element, mount, calculator) {
  keepRest(element, mount);
  if (mount.parentNode) return;
  // What asks for its width is laid out in two steps, and a page that is shorter in between scrolls.
  const { height } = element.getBoundingClientRect();
  // Only now: a shadow root hides what the page put there.
  /** @type {ShadowRoot & { isPrepared?: boolean }} */
  const shown = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  // After an error the calculator is another one, of another copy of this module, in the same root.
  if (!shown.isPrepared) {
    shown.isPrepared = true;
    keepFocus(shown);
    announceChanges(element, shown);
    correctArrowKeys(shown);
    keepEventsInside(shown);
    followRuleLinks(shown);
  }
  // In the place of the last calculator's, which was drawn in the same element: that must not be kept.
  mount.onclick = (event) => {
    if (closest(event, LAZY_PART_CONTROL)) drawRest(shown, calculator);
  };
  measure(shown, height);
  mount.style.cssText = `overflow-anchor:none;block-size:${height}px`;
  shown.replaceChildren(mount);
  // WebKit asks for the width of the element again only if its styles change.
  const restyle = () => dress(shown);
  restyle();
  seen().then(() => {
    mount.style.cssText = `overflow-anchor:none;min-block-size:${height}px`;
    restyle();
    // Another may be shown by now, which has its own turn.
    return mount.parentNode ? drawRest(shown, calculator) : undefined;
  }).then(seen).then(() => {
    mount.style.cssText = '';
    restyle();
  });
}
