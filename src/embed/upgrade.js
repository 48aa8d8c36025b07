// For a site whose pages hold the figure of a calculator as pasted HTML: puts each such figure into an element of its own,
// where it shows until the calculator runs, and again where it can't. Nothing is made from text, so it works under Trusted
// Types, and nothing is expected of what stands in the figure.

const NAME = 'casualty-calculator';
// Filters of what editors paste drop now the one and now the other.
const FIGURES = `[data-${NAME}],.${NAME}`;

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
    scenario: link?.hash.slice(1),
    theme: query.get('theme'),
    page: address('page'),
    heading: query.get('heading'),
  };
  return Object.entries(linked).map(([name, value]) => [name, figure.getAttribute(`data-${name}`)?.trim() || value || '']);
}

/** @param {HTMLElement} figure */
function upgrade(figure) {
  // What an editor has open is saved as it stands.
  if (figure.closest(NAME) || figure.isContentEditable) return;
  const element = document.createElement(NAME);
  // The height that `pasted.css` keeps free is kept on.
  element.className = NAME;
  for (const [name, value] of attributes(figure)) if (value) element.setAttribute(name, value);
  const release = () => [element, figure].forEach(({ classList }) => classList.add(`${NAME}-stays`));
  element.addEventListener('calculator-error', () => { if (!element.rates) release(); });
  figure.replaceWith(element);
  element.append(figure);
  load().catch(release);
}

/** @param {Node} root */
function upgradeAll(root) {
  if (root instanceof HTMLElement && root.matches(FIGURES)) upgrade(root);
  if (root instanceof Element || root instanceof Document) {
    for (const figure of root.querySelectorAll(FIGURES)) if (figure instanceof HTMLElement) upgrade(figure);
  }
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) addedNodes.forEach(upgradeAll);
}).observe(document, { childList: true, subtree: true });
upgradeAll(document);
