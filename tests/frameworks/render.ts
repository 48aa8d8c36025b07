// Writes what each framework renders on a server into its page.

import { readFileSync, writeFileSync } from 'node:fs';
import * as preact from './preact/server';
import * as react from './react/server';
import * as svelte from './svelte/server';
import * as vue from './vue/server';

for (const [name, { render }] of Object.entries({ preact, react, svelte, vue })) {
  const path = `${process.argv[2]}/${name}/server.html`;
  const rendered = await render();
  writeFileSync(path, readFileSync(path, 'utf8').replace('<!--rendered-->', () => rendered));
}
