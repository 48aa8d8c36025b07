import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const pages = ['preact', 'react', 'svelte', 'vue'].flatMap((name) => [`${name}/index.html`, `${name}/server.html`]);

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'casualty-calculator' } } }),
  ],
  build: { rolldownOptions: { input: pages } },
});
