// The second half of the calculator, for what stands below the reader's figures: its wasm, and what a browser does for it.

import { importShare } from './built.js';
import { loader } from './loader_services.js';
import { wasmExports } from './wasm.js';

/** @type {Promise<unknown> | undefined} */
let instantiated;

async function join() {
  const [bytes, share] = await Promise.all([loader.fetchLazyWasm(), importShare()]);
  // Instantiated, it has taken its places in the first half's table and memory: once, however often it was fetched.
  await (instantiated ??= WebAssembly.instantiate(bytes, { m: wasmExports }));
  return share;
}

/** @type {Promise<typeof import('./share.js')> | null} */
let loading;

/** Joins it to the first half, once for a page. Where it could not be fetched, the next time tries again. */
export const loadLazyHalf = () => loading ??= loader.withTimeout(join()).catch((error) => {
  loading = null;
  throw error;
});
