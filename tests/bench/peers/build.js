// Builds each peer into a folder of its own, as one newsroom would that uses nothing else: `node build.js DATASET FOLDER`.

import { readFile } from 'node:fs/promises';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const PEERS = {
  vanilla: 'js', preact: 'jsx', svelte: 'js', plot: 'js', chartjs: 'js', vega: 'js', squiggle: 'js', soak: 'jsx',
};

const [dataset, folder] = process.argv.slice(2);

/** The figures as a newsroom has them in one language, parsed by the browser. */
const figures = {
  name: 'figures',
  resolveId: (id) => (id === 'dataset' ? '\0dataset' : undefined),
  async load(id) {
    if (id !== '\0dataset') return undefined;
    const { translations, ...data } = JSON.parse(await readFile(dataset, 'utf8'));
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
  },
};

for (const [peer, extension] of Object.entries(PEERS)) {
  const page = {
    name: 'page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('PEER/main', `${peer}/main.${extension}`).replace('PEER', peer),
    },
  };
  await build({
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [figures, page, ...(peer === 'svelte' ? [svelte({ configFile: false })] : [])],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: `${folder}/${peer}`, emptyOutDir: true, chunkSizeWarningLimit: 10_000, modulePreload: false },
  });
}
