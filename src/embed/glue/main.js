// What the loader imports, once it is needed: wasm-bindgen's bindings and everything here, which the build makes one file of.

import { loadLazyHalf } from './lazy_half.js';
import { setStyle } from './style.js';
import { startFirstHalf } from './wasm.js';

export { Calculator } from './bindings.js';
export { openData } from './datasets.js';
export { followLanguage } from './languages.js';
export { show } from './shadow_root.js';
export { dress } from './style.js';

/**
 * Starts the wasm, once for a page, with the second half on its way while the first one is drawn.
 *
 * @param {ArrayBuffer} bytes
 * @param {string} style
 * @param {import('./loader_services.js').LoaderServices} services
 */
export async function start(bytes, style, services) {
  setStyle(style);
  await startFirstHalf(bytes, services);
  // Whoever wants it hears why it can't be had.
  loadLazyHalf().catch(() => {});
}
