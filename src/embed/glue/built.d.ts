/** What only the build knows: it writes `built.js`. */

/** A file beside this one, with the hash of its content. */
export type HashedFile = [address: URL, sha256: string];

/** By language: its words, then the built-in dataset in it. */
export const languageFiles: Record<string, [words: HashedFile, dataset: HashedFile] | undefined>;

/** Fetches what a browser does for the second half. */
export function importShare(): Promise<typeof import('./share.js')>;
