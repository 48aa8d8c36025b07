// The languages beside English. Each has two files: its words, and the built-in dataset in it.

import { languageFiles } from './built.js';
import { LANGUAGE_ATTRIBUTE } from './contract.js';
import { loader } from './loader_services.js';

/** How long to wait for a language, in milliseconds; English stands in for it. */
const TIMEOUT = 10_000;

/**
 * What came of each file, by address, or the promise of it; an empty text where it can't be had.
 *
 * @type {Record<string, string | Promise<string>>}
 */
const texts = {};

/** @type {Record<string, unknown>} */
const reported = {};

/**
 * @param {string} language
 * @param {import('./built.js').HashedFile} file
 */
const fetchText = (language, [{ href }, hash]) => texts[href] ??=
  fetch(href, { integrity: `sha256-${hash}`, signal: AbortSignal.timeout(TIMEOUT) })
    .then((response) => response.text())
    .catch((error) => {
      reported[language] ??= loader.report(`The texts in “${language}” could not be loaded: ${error.message}.`) ?? true;
      return '';
    })
    .then((text) => texts[href] = text);

/**
 * The tag of an element's language: its own or the nearest around it, else the browser's.
 *
 * @param {Element} element
 */
const languageOf = (element) =>
  (element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? navigator.language).toLowerCase();

/**
 * A reader's choice of a language is the element's own from then on.
 *
 * @param {Event} event
 */
function chooseLanguage(event) {
  const button = /** @type {Element} */ (event.composedPath()[0]);
  const language = button.getAttribute?.(LANGUAGE_ATTRIBUTE);
  if (language) /** @type {HTMLElement} */ (event.currentTarget).lang = language;
}

/**
 * Sets a calculator's language and the level of its heading as its element has them: at once where the language's words are
 * here, else once they are. English needs none.
 *
 * @param {HTMLElement} element
 * @param {() => import('./bindings.js').Calculator | null} calculator The element's, as long as there is one.
 * @returns {Promise<void> | undefined} When it is done, if it is not yet.
 */
export function followLanguage(element, calculator) {
  // Once, however often this comes.
  element.addEventListener('click', chooseLanguage);
  const tag = languageOf(element);
  const language = tag.split('-')[0];
  // The built-in dataset only where it may show.
  const files = languageFiles[language]?.slice(0, element.hasAttribute('src') ? 1 : 2) ?? [];
  const [words, dataset] = files.map((file) => fetchText(language, file));
  if (words instanceof Promise || dataset instanceof Promise) {
    // By then the element may be in another language, so this looks again.
    return Promise.all([words, dataset]).then(() => followLanguage(element, calculator));
  }
  calculator()?.setLanguage(tag, Number(element.getAttribute('heading')), words || undefined, dataset || undefined);
}
