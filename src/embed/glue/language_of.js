// The language of an element.

/**
 * The tag of an element's language: its own or the nearest around it, shadow roots or not, else the
 * browser's.
 *
 * @param {Element} element
 * @returns {string}
 */
export function languageOf(element) {
  const named = element.closest('[lang]:not([lang=""])');
  const { host } = /** @type {ShadowRoot} */ (element.getRootNode());
  if (!named && host) return languageOf(host);
  return (named?.getAttribute('lang') ?? navigator.language).replace(/_/g, '-');
}
