// For the demo page and the iframe page: what the address says becomes the attributes of the elements that ask for it,
// whenever they come.

import { scenarioIn, setForeignAttribute } from './address.js';

const ELEMENTS = 'casualty-calculator[data-from-address]';

/** @param {Element} element */
function applyScenario(element) {
  const scenario = scenarioIn(location.hash);
  if (scenario) element.setAttribute('scenario', scenario);
}

/** @type {WeakSet<Element>} */
const seen = new WeakSet();

/** @param {ParentNode} root */
function applyAddress(root) {
  for (const element of root.querySelectorAll(ELEMENTS)) {
    if (seen.has(element)) continue;
    seen.add(element);
    const query = new URLSearchParams(location.search);
    for (const name of ['src', 'lang', 'theme', 'page', 'heading']) {
      const value = query.get(name);
      if (value !== null) setForeignAttribute(element, name, value);
    }
    applyScenario(element);
  }
}

new MutationObserver(() => applyAddress(document)).observe(document, { childList: true, subtree: true });
addEventListener('hashchange', () => document.querySelectorAll(ELEMENTS).forEach(applyScenario));
applyAddress(document);
