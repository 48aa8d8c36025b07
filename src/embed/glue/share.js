// What a reader takes along, as far as a browser has to do it: says where the calculator is, copies texts, saves files, and
// opens sources. Fetched with the second half.

import { COPIED, COPY_BUTTON, COPY_STATUS, SAVE_FAILED, SELECTED } from './contract.js';
import { closest } from './events.js';
import { languageOf } from './language_of.js';

/** @typedef {import('../../../npm/index.d.ts').CasualtyCalculatorElement} Calculator */

/** @type {Record<import('./contract.js').File['extension'], string>} */
const TYPES = { csv: 'text/csv', json: 'application/json', svg: 'image/svg+xml', png: 'image/png' };

// The side of a picture's pixel; and the most pixels that it may be high, which every browser can draw.
const SCALE = 2;
const MAX_HEIGHT = 16_000;

/**
 * An address that a link may lead to, if it is one.
 *
 * @param {string | null} address
 * @param {string} [base]
 */
function webAddress(address, base) {
  try {
    const url = new URL(address ?? '', base);
    return address && /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/**
 * A file of the build, where this one stands among them; a bundler puts it elsewhere.
 *
 * @param {string} name
 */
const builtFile = (name) =>
  /\/casualty-calculator-[\da-f]{8}\.js$/.test(import.meta.url) ? webAddress(name, import.meta.url) : null;

/**
 * What a reader sees beside the figures, where it is not what a page has without being told.
 *
 * @param {HTMLElement} host
 * @param {string} language The page's own.
 */
function options(host, language) {
  const shown = languageOf(host);
  const theme = host.getAttribute('theme');
  return {
    src: webAddress(host.getAttribute('src'), document.baseURI)?.href,
    lang: shown === language ? null : shown,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
}

/**
 * An address with options and without a scenario.
 *
 * @param {URL | null} url
 * @param {ReturnType<typeof options>} given
 */
function withOptions(url, given) {
  if (!url) return '';
  url.hash = '';
  for (const name of ['page', 'childId', 'secret']) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(given)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.href;
}

const escaped = (/** @type {string} */ text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

// The day on the reader's calendar.
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Whether what is saved may come to nothing without a word: no frame is told what the page around it allows.
function mayBeRefused() {
  if (parent === window) return false;
  const frame = /** @type {HTMLIFrameElement | null} */ (frameElement);
  return !frame?.sandbox || (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-downloads'));
}

/**
 * What the page says about the way to the calculator that is drawn in an element; nothing where that is in no page.
 *
 * @param {Element} mount
 * @returns {import('./contract.js').PageContext | undefined}
 */
export function pageContext(mount) {
  const root = /** @type {ShadowRoot} */ (mount.getRootNode());
  const { host } = root;
  if (!(host instanceof HTMLElement)) return undefined;
  const frame = () => webAddress(host.getAttribute('frame'), document.baseURI) ?? builtFile('embed.html');
  const configured = webAddress(host.getAttribute('page'), document.baseURI);
  const own = host.hasAttribute('data-from-address') ? webAddress(location.href) : null;
  const given = options(host, 'en');
  const link = configured || !own
    ? withOptions(configured ?? frame(), given)
    : withOptions(own, options(host, document.documentElement.lang || 'en'));
  const framed = withOptions(frame(), given);
  return {
    link,
    frame: framed,
    loader: builtFile('casualty-calculator.js')?.href ?? '',
    attributes: Object.entries(given).map(([name, value]) => value ? ` ${name}="${escaped(value)}"` : '').join(''),
    today: today(),
    tab: mayBeRefused() ? framed || link : '',
  };
}

/**
 * @param {ShadowRoot} root
 * @param {string} outcome The attribute with the words for it.
 */
function showOutcome(root, outcome) {
  const status = root.querySelector(COPY_STATUS);
  if (!status) return;
  // The same words again have to be a change.
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = status.getAttribute(outcome); });
}

/**
 * In a frame that may open no other page, a link does nothing and nobody is told: so it says where it leads, selected to be
 * copied.
 *
 * @param {Event} event
 */
function openSource(event) {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = /** @type {MouseEvent} */ (event);
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (closest(event, 'a[target=_blank]'));
  if (!link || parent === window || button || ctrlKey || metaKey || shiftKey || altKey) return;
  event.preventDefault();
  try {
    // Some browsers throw where there is none.
    /** @type {Window} */ (open(link.href)).opener = null;
    return;
  } catch {
    // It says so below.
  }
  let address = link.nextElementSibling;
  if (address?.localName !== 'output') {
    address = document.createElement('output');
    address.textContent = link.href;
    link.after(address);
  }
  getSelection()?.selectAllChildren(address);
}

/**
 * Begins to do what readers of a calculator press for; once, however often this is asked for.
 *
 * @param {ShadowRoot} root
 */
export function listen(root) {
  root.addEventListener('click', copy);
  root.addEventListener('click', openSource);
}

/** @param {Event} event */
async function copy(event) {
  const button = closest(event, COPY_BUTTON);
  const field = button?.parentElement?.querySelector('textarea');
  if (!(button instanceof HTMLElement) || !field) return;
  const root = /** @type {ShadowRoot} */ (button.getRootNode());
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Not every page lets a frame do that. What is selected can be copied all the same.
    field.focus();
    field.select();
    if (!document.execCommand('copy')) return showOutcome(root, SELECTED);
    button.focus();
  }
  showOutcome(root, COPIED);
}

/**
 * A drawing as an image of pixels.
 *
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
function pixels(svg) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const scale = Math.min(SCALE, MAX_HEIGHT / image.height);
      const canvas = document.createElement('canvas');
      canvas.width = image.width * scale;
      canvas.height = image.height * scale;
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error('no picture')), TYPES.png);
    };
    image.onerror = reject;
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });
}

/**
 * The same value of bare objects and lists: scripts of a page may have given all others a way of their own into JSON.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
function bare(value) {
  if (typeof value !== 'object' || !value) return value;
  const copy = Array.isArray(value) ? [] : Object.create(null);
  for (const [name, part] of Object.entries(value)) copy[name] = bare(part);
  return Object.setPrototypeOf(copy, null);
}

/** @param {Calculator} element */
function everything({ data, scenario, rates, forces, comparison, findings }) {
  const force = scenario?.force;
  const claims = comparison?.map(({ id, rates }) => ({ id, force, rates }));
  return `${JSON.stringify(bare({ data, scenario, rates, forces, claims, findings }), null, 2)}\n`;
}

/**
 * A file's name, after the question and the newest report.
 *
 * @param {import('../../../npm/index.d.ts').Dataset} data
 */
function fileName({ title, claims }) {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [newest] = claims.map(({ published }) => published ?? '').sort().reverse();
  return [...words.slice(0, 8), newest].filter(Boolean).join('-');
}

/**
 * Saves a file for the reader of the calculator that is drawn in an element.
 *
 * @param {Element} mount
 * @param {import('./contract.js').File} file
 */
export async function saveFile(mount, { extension, text }) {
  const root = /** @type {ShadowRoot} */ (mount.getRootNode());
  try {
    const element = /** @type {Calculator} */ (root.host);
    const content = extension === 'json' ? everything(element) : text;
    const type = `${TYPES[extension]};charset=utf-8`;
    const blob = extension === 'png' ? await pixels(content) : new Blob([content], { type });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${element.data ? fileName(element.data) : ''}.${extension}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch {
    showOutcome(root, SAVE_FAILED);
  }
}
