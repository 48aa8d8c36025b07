// The datasets that addresses lead to.

import { loader } from './loader_services.js';

/** On an element: an address that came from where anybody may write one, and that nobody here has allowed. */
const REFUSED = 'data-refused';

/** @param {string} address */
async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.text();
}

/**
 * Opens the dataset that an element names; without an address, the built-in one. What does not come is asked for again,
 * and what comes late counts all the same.
 *
 * @param {HTMLElement} element
 * @param {() => import('./bindings.js').Calculator | null} calculator The element's, as long as it waits for this dataset.
 * @param {number} [times] How often it has failed before.
 */
export function openData(element, calculator, times = 0) {
  const address = element.getAttribute('src');
  const refused = element.getAttribute(REFUSED);
  if (refused) calculator()?.refuseData(refused);
  else if (address === null) calculator()?.openData(undefined, '');
  else {
    const text = fetchText(address);
    text.then((found) => calculator()?.openData(found, address), () => {});
    loader.withTimeout(text).catch((error) => {
      if (!times) calculator()?.dataNotFound(address, loader.messageOf(error));
      loader.again(() => { if (calculator()) openData(element, calculator, times + 1); }, times);
    });
  }
}
