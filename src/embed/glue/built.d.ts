/** What only the build knows: it writes `built.js`. */

/** A file beside this one, with the hash of its content. */
export type HashedFile = [address: URL, sha256: string];

/** By language: its words, then the built-in dataset in it. */
export const languageFiles: Record<string, [words: HashedFile, dataset: HashedFile] | undefined>;

/** The export of the wasm that is its table of functions. */
export const lazyTable: string;

/** The place in that table where the first half looks for the second one's function. */
export const lazySlot: number;

/** The second half's export that is this function. */
export const lazyFunction: string;

/** Fetches what a browser does for the second half. */
export function importShare(): Promise<typeof import('./share.js')>;
