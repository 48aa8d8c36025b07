// Puts a peer into its page. `?src=` names another dataset, `?count=` asks for many of them.

import builtIn from 'dataset';
import { story } from './story.js';

/** @param {(place: HTMLElement, story: object) => (() => void) | Promise<() => void>} draw draws into a place; gives its end */
export async function start(draw) {
  const query = new URLSearchParams(location.search);
  const src = query.get('src');
  const told = story(src ? await (await fetch(src)).json() : builtIn);
  const [first] = document.getElementsByClassName('casualties');
  const add = async (place = document.body.appendChild(document.createElement('section'))) => {
    place.className = 'casualties';
    const drawn = draw(place, told);
    const end = drawn instanceof Promise ? await drawn : drawn;
    return () => { end(); place.remove(); };
  };
  first.replaceChildren();
  await add(first);
  for (let more = Number(query.get('count') ?? 1); more > 1; more--) await add();
  // What the benchmark asks for.
  window.peer = { add };
}
