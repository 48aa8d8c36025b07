// For a site whose pages hold the figure of a calculator as pasted HTML: puts each such figure into an element of its own,
// where it shows until the calculator runs, and again where it can't. Nothing is made from text, so it works under Trusted
// Types, and nothing is expected of what stands in the figure.

const NAME = 'casualty-calculator';
// Filters of what editors paste drop now the one and now the other.
const FIGURES = `[data-${NAME}],.${NAME}`;

let loading;
const load = () => loading ??= import(new URL(`${NAME}.js`, import.meta.url)).catch((error) => {
  console.error(`${NAME}: The calculator could not be loaded: ${error.message}`);
  throw error;
});

function absolute(address, base) {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

// What the figure says in data-*; else its link to the page for frames, which filters leave.
function attributes(figure) {
  const link = figure.querySelector('a[href*="embed.html"]');
  const query = new URLSearchParams(link?.search);
  const [src, page] = [query.get('src'), query.get('page')];
  const linked = {
    src: src && absolute(src, link.href),
    lang: figure.lang || query.get('lang'),
    scenario: link?.hash.slice(1),
    theme: query.get('theme'),
    page: page && absolute(page, link.href),
    heading: query.get('heading'),
  };
  return Object.entries(linked)
    .map(([name, value]) => [name, figure.getAttribute(`data-${name}`)?.trim() || value])
    .filter(([, value]) => value);
}

function upgrade(figure) {
  // What an editor has open is saved as it stands.
  if (figure.closest(NAME) || figure.isContentEditable) return;
  const element = document.createElement(NAME);
  // The height that `pasted.css` keeps free is kept on.
  element.className = NAME;
  for (const [name, value] of attributes(figure)) element.setAttribute(name, value);
  const release = () => [element, figure].forEach(({ classList }) => classList.add(`${NAME}-stays`));
  element.addEventListener('calculator-error', () => { if (!element.rates) release(); });
  figure.replaceWith(element);
  element.append(figure);
  load().catch(release);
}

function upgradeAll(root) {
  if (root.matches?.(FIGURES)) upgrade(root);
  root.querySelectorAll?.(FIGURES).forEach(upgrade);
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) addedNodes.forEach(upgradeAll);
}).observe(document, { childList: true, subtree: true });
upgradeAll(document);
