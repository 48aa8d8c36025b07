// The running wasm, and the watch over every way into it.

import { getImports, setInstance } from './bindings.js';
import { loader, setLoader } from './loader_services.js';

/**
 * What the wasm exports, as it is: for the second half, which calls the first one as one module does. Whoever came in by a
 * way that is watched is watched there too.
 *
 * @type {WebAssembly.Exports}
 */
export let wasmExports;

let stopped = false;

/**
 * Watches a function of the wasm. What throws there leaves the module in the middle of something, so from then on nothing
 * is let in, and the loader is told once. The page, which may be the caller, hears nothing of it: it gets an answer that
 * reads as nothing, as a number and as a list.
 *
 * @param {Function} enter
 */
const watched = (enter) => (/** @type {unknown[]} */ ...values) => {
  if (!stopped) {
    try {
      return enter(...values);
    } catch (error) {
      stopped = true;
      loader.stop(error);
    }
  }
  return [];
};

/**
 * Starts the first half of the wasm, once for a page.
 *
 * @param {ArrayBuffer} bytes
 * @param {import('./loader_services.js').LoaderServices} services
 */
export async function startFirstHalf(bytes, services) {
  setLoader(services);
  const { exports } = (await WebAssembly.instantiate(bytes, getImports())).instance;
  wasmExports = exports;
  const entries = Object.entries(exports);
  setInstance({
    exports: Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'function' ? watched(value) : value]),
    ),
  });
}
