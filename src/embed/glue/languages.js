// The languages beside English. Each has two files: its words, and the built-in dataset in it.

import { languageFiles } from './built.js';
import { LANGUAGE_ATTRIBUTE } from './contract.js';
import { closest } from './events.js';
import { languageOf } from './language_of.js';
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
 * How often each file was in vain, by address.
 *
 * @type {Record<string, number>}
 */
const failures = {};

/**
 * @param {string} language
 * @param {import('./built.js').HashedFile} file
 */
const fetchText = (language, [{ href }, hash]) => texts[href] ??= (async () => {
  try {
    const response = await fetch(href, { integrity: `sha256-${hash}`, signal: AbortSignal.timeout(TIMEOUT) });
    return await response.text();
  } catch (error) {
    const message = `The texts in “${language}” could not be loaded: ${loader.messageOf(error)}.`;
    reported[language] ??= loader.report(message) ?? true;
    loader.again(() => {
      delete texts[href];
      loader.followLanguages();
    }, failures[href] = (failures[href] ?? -1) + 1);
    return '';
  }
})().then((text) => texts[href] = text);

/**
 * A reader's choice of a language is the element's own from then on.
 *
 * @param {Event} event
 */
function chooseLanguage(event) {
  // Seen from the element, everything happens to itself; and a translator may have put its own elements into the button.
  const [target = null] = event.composedPath();
  const language = closest({ target }, `[${LANGUAGE_ATTRIBUTE}]`)?.getAttribute(LANGUAGE_ATTRIBUTE);
  if (language) /** @type {HTMLElement} */ (event.currentTarget).lang = language;
}

// A page that changes its own.
new MutationObserver(() => loader?.followLanguages())
  .observe(document, { subtree: true, attributeFilter: ['lang'] });

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
  const tag = languageOf(element).toLowerCase();
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
