// The calculator's style, in whichever document it is.

/** The property that the sheet takes it from. */
const READERS_SIZE = '--casualty-calculator-reader';

/** @type {string} */
let style;

/**
 * A sheet for each document: none takes another's.
 *
 * @type {WeakMap<Document, CSSStyleSheet>}
 */
let sheets = new WeakMap();

/** @param {Document} page */
function sheetOf(page) {
  const found = sheets.get(page);
  if (found) return found;
  const sheet = new (/** @type {typeof window} */ (page.defaultView).CSSStyleSheet)();
  sheet.replaceSync(style);
  sheets.set(page, sheet);
  return sheet;
}

/** @param {string} text Of the style sheet. */
export function setStyle(text) {
  style = text;
  sheetOf(document);
}

let isMeasured = false;

/**
 * Finds out, once for all, the size of type that the browser has from its reader, whatever the page makes of it.
 *
 * @param {ShadowRoot} root With nothing in it that matters.
 * @param {number} height How high it has to stay, in pixels, so that the page does not scroll.
 */
export function measure(root, height) {
  if (isMeasured) return;
  isMeasured = true;
  const probe = document.createElement('div');
  probe.style.cssText = `font-size:medium;block-size:${height}px`;
  root.replaceChildren(probe);
  style += `:host>div{${READERS_SIZE}:${getComputedStyle(probe).fontSize}}`;
  sheets = new WeakMap();
}

/**
 * Gives what is in a shadow root its style. A browser takes it away when the element goes to another document.
 *
 * @param {ShadowRoot} root
 */
export function dress(root) {
  root.adoptedStyleSheets = [sheetOf(root.ownerDocument)];
}
