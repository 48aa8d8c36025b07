// The second half of the calculator, for what only some readers ask for: its wasm, and what a browser does for it.

import { importShare, lazyFunction, lazySlot, lazyTable } from './built.js';
import { loader } from './loader_services.js';
import { wasmExports } from './wasm.js';

async function join() {
  const bytes = await loader.fetchLazyWasm();
  const [{ instance }, share] = await Promise.all([
    WebAssembly.instantiate(bytes, { m: wasmExports }),
    importShare(),
  ]);
  /** @type {WebAssembly.Table} */ (wasmExports[lazyTable]).set(lazySlot, instance.exports[lazyFunction]);
  return share;
}

/** @type {Promise<typeof import('./share.js')> | null} */
let loading;

/** Joins it to the first half, once for a page. Where it could not be fetched, the next time tries again. */
export const loadLazyHalf = () => loading ??= loader.withTimeout(join()).catch((error) => {
  loading = null;
  throw error;
});
