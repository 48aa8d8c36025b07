// What those who listen to a page hear of a change.

import {
  ANNOUNCEMENTS, ANSWER, ANSWER_RANGE, FOCUSED_FIELD_ERROR, NOTICE, SCENARIO_CHANGE, SHORT_ANSWER,
} from './contract.js';

/** How long nothing must have changed, in milliseconds: longer than keyboards wait before they repeat a key. */
const REST = 1_000;

/**
 * Announces what a change comes to, once nothing has changed for a while and no key is held down: the latest alone. What is
 * wrong in the field that has the focus comes before any result.
 *
 * @param {HTMLElement} element
 * @param {ShadowRoot} root
 */
export function announceChanges(element, root) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let hasResult = false;
  let isDue = false;
  let isKeyDown = false;
  const text = (/** @type {string} */ css) => root.querySelector(css)?.textContent;
  const announce = () => {
    const parts = [text(NOTICE), text(SHORT_ANSWER) ?? text(ANSWER), text(ANSWER_RANGE)];
    const result = hasResult && parts.filter(Boolean).join(' ');
    const message = text(FOCUSED_FIELD_ERROR) ?? result;
    hasResult = isDue = false;
    if (message) /** @type {Element} */ (root.querySelector(ANNOUNCEMENTS)).textContent = message;
  };
  const listen = (
    /** @type {EventTarget} */ target,
    /** @type {string} */ name,
    /** @type {() => void} */ act,
  ) => target.addEventListener(name, () => {
    act();
    clearTimeout(timer);
    if (isDue && !isKeyDown) timer = setTimeout(announce, REST);
  });
  listen(element, SCENARIO_CHANGE, () => { hasResult = isDue = true; });
  listen(root, 'input', () => { isDue = true; });
  listen(root, 'keydown', () => { isKeyDown = true; });
  listen(root, 'keyup', () => { isKeyDown = false; });
  listen(root, 'focusout', () => { isKeyDown = false; });
}
