// What the loader lends to the modules here, so that none of it is fetched twice.

/**
 * @typedef {object} LoaderServices
 * @property {(error: unknown) => void} stop Gives every element's own content back, after an error inside the wasm.
 * @property {<T>(promise: Promise<T>) => Promise<T>} withTimeout Gives up waiting after a while.
 * @property {(act: () => unknown, times: number) => void} again Does again what has failed so often before, in time.
 * @property {(error: unknown) => string} messageOf What is wrong, in words.
 * @property {(message: string) => void} report Writes to the console.
 * @property {() => void} followLanguages Takes over the language of every element anew.
 * @property {() => Promise<ArrayBuffer>} fetchLazyWasm Fetches the second half of the wasm.
 */

/** @type {LoaderServices} */
export let loader;

/** @param {LoaderServices} services */
export function setLoader(services) {
  loader = services;
}
