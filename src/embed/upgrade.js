// For a site whose pages hold the figure of a calculator as pasted HTML: puts an element of its own before each such figure,
// which takes its place while the calculator runs. The figure stays where it is and what it is, since whatever made it may
// take it away again. Nothing is made from text, so it works under Trusted Types, and nothing is expected of what stands in
// the figure.

import { scenarioIn, setForeignAttribute } from './address.js';

const NAME = 'casualty-calculator';
// Filters of what editors paste drop now the one and now the other.
const FIGURES = `[data-${NAME}],.${NAME}:not(${NAME})`;
/** On an element that this script made. */
const PASTED = 'data-pasted';

/** @type {Promise<unknown> | undefined} */
let loading;
const load = () => loading ??= import(new URL(`${NAME}.js`, import.meta.url).href).catch((error) => {
  console.error(`${NAME}: The calculator could not be loaded: ${error.message}`);
  throw error;
});

/**
 * @param {string} address
 * @param {string} base
 */
function absolute(address, base) {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/**
 * What the figure says in data-*; else its link to the page for frames, which filters leave.
 *
 * @param {HTMLElement} figure
 */
function attributes(figure) {
  const link = /** @type {HTMLAnchorElement | null} */ (figure.querySelector('a[href*="embed.html"]'));
  const query = new URLSearchParams(link?.search);
  const address = (/** @type {string} */ name) => {
    const value = query.get(name);
    return value && link && absolute(value, link.href);
  };
  const linked = {
    src: address('src'),
    lang: figure.lang || query.get('lang'),
    scenario: link && scenarioIn(link.hash),
    theme: query.get('theme'),
    page: address('page'),
    heading: query.get('heading'),
  };
  return Object.entries(linked).map(([name, value]) => [name, figure.getAttribute(`data-${name}`)?.trim() || value || '']);
}

/**
 * Each figure with its element.
 *
 * @type {Map<HTMLElement, HTMLElement>}
 */
const elements = new Map();

// The element is empty until the calculator runs, and WebKit does not see everything that is empty come near.
const nearby = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) elements.get(/** @type {HTMLElement} */ (target))?.setAttribute('loading', 'eager');
  }
}, { rootMargin: '100%' });

/** @param {HTMLElement} figure */
function upgrade(figure) {
  // Another script of this kind may have been here; and what an editor has open is saved as it stands.
  const isTaken = figure.closest(NAME) || figure.previousElementSibling?.matches(`${NAME}[${PASTED}]`);
  if (isTaken || figure.isContentEditable) return;
  const element = document.createElement(NAME);
  element.setAttribute(PASTED, '');
  for (const [name, value] of attributes(figure)) if (value) setForeignAttribute(element, name, value);
  const show = (/** @type {boolean} */ runs) => {
    figure.hidden = runs;
    // The height that `pasted.css` keeps free is that of the one that shows.
    element.className = runs ? NAME : '';
    figure.classList.toggle(`${NAME}-stays`, !runs);
  };
  element.addEventListener('calculator-ready', () => show(true));
  element.addEventListener('calculator-error', () => { if (!(/** @type {any} */ (element).rates)) show(false); });
  figure.before(element);
  elements.set(figure, element);
  nearby.observe(figure);
  load().catch(() => show(false));
}

/** What is added goes where the figure goes. */
function followFigures() {
  for (const [figure, element] of elements) {
    if (figure.isConnected && element.isConnected) {
      if (element.nextSibling !== figure) figure.before(element);
    } else {
      elements.delete(figure);
      nearby.unobserve(figure);
      element.remove();
      figure.hidden = false;
    }
  }
}

/** @param {Node} root */
function upgradeAll(root) {
  if (root instanceof HTMLElement && root.matches(FIGURES)) upgrade(root);
  if (root instanceof Element || root instanceof Document) {
    for (const figure of root.querySelectorAll(FIGURES)) if (figure instanceof HTMLElement) upgrade(figure);
  }
}

new MutationObserver((changes) => {
  followFigures();
  for (const { addedNodes } of changes) addedNodes.forEach(upgradeAll);
}).observe(document, { childList: true, subtree: true });
upgradeAll(document);
