// The second half of the calculator, for what stands below the reader's figures: its wasm, and what a browser does for it.

import { importShare } from './built.js';
import { loader } from './loader_services.js';
import { wasmExports } from './wasm.js';

async function join() {
  const bytes = await loader.fetchLazyWasm();
  // Instantiated, it has taken its places in the first half's table and memory.
  const [, share] = await Promise.all([WebAssembly.instantiate(bytes, { m: wasmExports }), importShare()]);
  return share;
}

/** @type {Promise<typeof import('./share.js')> | null} */
let loading;

/** Joins it to the first half, once for a page. Where it could not be fetched, the next time tries again. */
export const loadLazyHalf = () => loading ??= loader.withTimeout(join()).catch((error) => {
  loading = null;
  throw error;
});
