// The links to the rule behind the ranges.

import { METHOD, RULE_LINK } from './contract.js';
import { closest } from './events.js';

/**
 * Opens the method when one of them is pressed, and goes there: the address of the page does not lead into the element.
 *
 * @param {ShadowRoot} root
 */
export function followRuleLinks(root) {
  root.addEventListener('click', (event) => {
    // Until the second half is there, it stands in what the page put there.
    const method = closest(event, RULE_LINK) && /** @type {HTMLDetailsElement | null} */ (root.querySelector(METHOD));
    if (!method) return;
    event.preventDefault();
    method.open = true;
    const summary = method.querySelector('summary');
    summary?.scrollIntoView();
    summary?.focus();
  });
}
