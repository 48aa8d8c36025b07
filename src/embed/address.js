// What an address, or HTML that somebody pasted, may ask of a calculator. Anybody can write either, and the page that shows
// it lends it its name.

const SCENARIO = /^(force|deployed|reinforcements|killed|wounded|missing|captured|casualties|rate|start|as_of|solve_for)=/;

/**
 * The scenario in what stands behind `#`, if that is one: the rest belongs to the page, its trackers and its advertisements,
 * and so does what they add behind a scenario.
 *
 * @param {string} hash With the `#`.
 */
export function scenarioIn(hash) {
  // A text to scroll to, and the secret by which WordPress knows a frame.
  let text = hash.slice(1).replace(/(:~:|[#?]+secret=).*$/s, '');
  try {
    text = decodeURIComponent(text);
  } catch {
    // It is refused as it stands, aloud.
  }
  const pairs = text.split('&');
  return SCENARIO.test(pairs[0]) ? pairs.filter((pair) => SCENARIO.test(pair)).join('&') : '';
}

/**
 * @param {string} address
 * @param {string} base
 */
function read(address, base) {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/**
 * Whether an address may be followed: to the origin of the page, to that of the calculator's files, or to one that the page
 * lists. What is written wrongly in the list allows nothing, and forbids nothing either.
 *
 * @param {string} address
 */
function isAllowed(address) {
  const url = read(address, document.baseURI);
  /** @type {NodeListOf<HTMLMetaElement>} */
  const lists = document.querySelectorAll('meta[name=casualty-calculator-origins]');
  const listed = [...lists].flatMap(({ content }) => content.split(/[\s,]+/)).filter(Boolean);
  const known = [location.href, import.meta.url, ...listed].map((origin) => read(origin, location.href)?.origin);
  return !!url && /^https?:$/.test(url.protocol) && known.includes(url.origin);
}

/**
 * Gives an element an attribute from an address or from pasted HTML. One that leads to where nobody here has allowed makes
 * the element refuse to show any figures.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setForeignAttribute(element, name, value) {
  const leadsAway = ['src', 'page', 'frame'].includes(name) && value && !isAllowed(value);
  element.setAttribute(leadsAway ? 'data-refused' : name, value);
}
