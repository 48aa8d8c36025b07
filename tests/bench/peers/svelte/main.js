import { mount, unmount } from 'svelte';
import { start } from '../job/start.js';
import Calculator from './Calculator.svelte';

start((place, story) => {
  const drawn = mount(Calculator, { target: place, props: { story } });
  return () => unmount(drawn);
});
