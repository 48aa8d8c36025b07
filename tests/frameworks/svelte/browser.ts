import { flushSync, hydrate, mount } from 'svelte';
import { inOrder } from '../order';
import { other } from '../other';
import App from './App.svelte';

const target = document.getElementById('page')!;
inOrder(() => import('casualty-calculator/svelte'), () => {
  if (target.hasChildNodes()) hydrate(App, { target, props: { given: other } });
  else mount(App, { target, props: {} });
  flushSync();
});
