// Stands behind wasm-bindgen's glue in one file with it, and so sees its `wasm`: what the loader asks of a running module
// beside the calculator itself.

// What the loader lends: `stop` hears of an error inside the wasm, `timely` gives up waiting, `say` writes to the console,
// and `rest` fetches the other half.
let loader;

let whole;

/**
 * Begins with an instance of the wasm. Every way in is watched: what throws there leaves the module in the middle of
 * something, so from then on nothing is let in, and `stop` is told once. The page, which may be what came in, hears
 * nothing of it: it gets an answer that reads as nothing, as a number and as a list.
 */
export function begin({ exports }, lent) {
  loader = lent;
  let stopped = false;
  const watched = (enter) => (...values) => {
    if (!stopped) {
      try {
        return enter(...values);
      } catch (error) {
        stopped = true;
        loader.stop(error);
      }
    }
    return [];
  };
  const entries = Object.entries(exports);
  __wbg_finalize_init({
    exports: Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'function' ? watched(value) : value]),
    ),
  });
  // The other half calls this one as one module does, unwatched: whoever came in by a way in is watched there.
  whole = exports;
}

/** The text at an address; an error where there is none, or no answer. */
export const read = (address) => loader.timely(fetch(address).then((response) => {
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.text();
}));

// Of each language with a catalogue: its words, then the built-in dataset in it. Each with its address and hash.
const files = '%CATALOGUES%';

// What came of each, or is on its way; nothing where it can't be had.
const texts = {};
const missed = {};

const text = (language, [address, hash]) => texts[address] ??=
  fetch(address, { integrity: `sha256-${hash}`, signal: AbortSignal.timeout(1e4) }).then((response) => response.text()).catch((error) => {
    missed[language] ??= loader?.say(`“${language}” could not be loaded: ${error.message}.`) ?? true;
    return '';
  }).then((got) => texts[address] = got);

const tagOf = (element) => (element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? navigator.language).toLowerCase();

/**
 * The words of an element's language and, where it may show that, the built-in dataset in it; or the promise of them, where
 * they are not here yet. None where English words will do.
 */
export function words(element) {
  const language = tagOf(element).split('-')[0];
  const [words, builtIn] = Object.hasOwn(files, language) ? files[language] : [];
  const parts = words ? [text(language, words)] : [];
  if (words && !element.hasAttribute('src')) parts.push(text(language, builtIn));
  return parts.some((part) => part.then) ? Promise.all(parts) : parts;
}

// A reader's choice, which is the element's own from then on.
function choose(event) {
  const { language } = event.composedPath()[0].dataset ?? {};
  if (language) event.currentTarget.lang = language;
}

/** Goes on in an element's language: at once where its words are there, else once they are. */
Calculator.prototype.speak = function (element) {
  // Once, however often this comes.
  element.addEventListener('click', choose);
  const tag = this.tag = tagOf(element);
  const turn = ([words, builtIn]) => {
    // Meanwhile it may be gone, or be asked for another language.
    if (this.__wbg_ptr && this.tag === tag) {
      this.turn(tag, +element.getAttribute('heading'), words || undefined, builtIn || undefined);
    }
  };
  const parts = words(element);
  if (parts.then) parts.then(turn);
  else turn(parts);
};

let rest;
// What only some readers ask for, joined to this half. Where it could not be fetched, the next time tries again.
const loadRest = () => rest ??= loader.timely(loader.rest().then(async (bytes) => {
  const [{ instance }, { share }] = await Promise.all([
    WebAssembly.instantiate(bytes, { m: whole }),
    import('./%SHARE%'),
  ]);
  whole['%TABLE%'].set('%PLACE%', instance.exports['%ROOT%']);
  return share;
})).catch((error) => { rest = null; throw error; });

/**
 * Shows what is drawn for an element, once all of it is, and gives the shadow root that it is in. `equip` gets what a
 * browser has to do for what only some readers ask for, or nothing where that could not be had.
 */
export function enter(element, root, mount, sheet, equip) {
  if (mount.parentNode) return root;
  // What asks for its width is laid out in two steps, and a page that is shorter in between scrolls.
  mount.style.cssText = `overflow-anchor:none;block-size:${element.getBoundingClientRect().height}px`;
  // Only now: a shadow root hides what the page put there.
  if (!root) {
    root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    keepFocus(root);
    announce(element, root);
    pointTheWay(root);
    root.addEventListener('click', ({ target }) => {
      if (!target.closest('[data-later]')) return;
      loadRest().then(equip, (error) => {
        loader.say(`A part could not be loaded: ${error.message}.`);
        equip();
      });
    });
  }
  root.replaceChildren(mount);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    mount.style.cssText = '';
    // WebKit asks for the width of the element again only if its styles change.
    root.adoptedStyleSheets = [sheet];
  }));
  return root;
}

/**
 * Keeps the focus in place. A button or a field that is hidden or taken out would take it along: it goes to what stands in
 * the same input then, else to the first thing to press in the same part.
 */
function keepFocus(root) {
  let left;
  let around = [];
  root.addEventListener('focusin', ({ target }) => {
    // Firefox says nothing when what has the focus is taken out.
    left = target;
    around = ['[data-input]', 'section'].map((css) => target.closest(css));
  });
  root.addEventListener('focusout', ({ target, relatedTarget }) => { left = relatedTarget ? null : target; });
  new MutationObserver(() => {
    const last = root.activeElement ?? left;
    if (!last || (last.isConnected && !last.closest('[hidden]'))) return;
    left = null;
    for (const place of around) {
      const kinds = place?.matches('section') ? 'button,summary,input' : '[part=field],[data-does=set-value]';
      for (const next of place?.querySelectorAll(kinds) ?? []) {
        // What does not show takes none, save what had it: that keeps it for a moment.
        if (next === last) continue;
        next.focus();
        if (root.activeElement === next) return;
      }
    }
  }).observe(root, { subtree: true, childList: true, attributeFilter: ['hidden'] });
}

// Longer than keyboards wait before they repeat a key.
const REST = 1_000;

/**
 * Tells those who listen what a change comes to, once nothing has changed for a while and no key is held down: the latest
 * alone. What is wrong in the field that has the focus comes before any result.
 */
function announce(element, root) {
  let timer;
  let changed;
  let due;
  let held;
  const text = (css) => root.querySelector(css)?.textContent;
  const tell = () => {
    const result = changed && [
      text('.notice'),
      text('.said') ?? text('.sentence'),
      text('.answer-allows:not([hidden])'),
    ].filter(Boolean).join(' ');
    changed = due = false;
    const said = text('[aria-invalid]:focus ~ .error') ?? result;
    if (said) root.querySelector('[role=status]').textContent = said;
  };
  const hear = (target, name, act) => target.addEventListener(name, () => {
    act();
    clearTimeout(timer);
    if (due && !held) timer = setTimeout(tell, REST);
  });
  hear(element, 'scenario-change', () => { changed = due = true; });
  hear(root, 'input', () => { due = true; });
  hear(root, 'keydown', () => { held = true; });
  hear(root, 'keyup', () => { held = false; });
  hear(root, 'focusout', () => { held = false; });
}

/** Arrow keys move a slider the way they point, which browsers see differently where a page reads from the right. */
function pointTheWay(root) {
  root.addEventListener('keydown', (event) => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    const step = { ArrowLeft: 'stepUp', ArrowRight: 'stepDown' }[key];
    if (
      !step || target.type !== 'range' || altKey || ctrlKey || metaKey || getComputedStyle(target).direction === 'ltr'
    ) return;
    event.preventDefault();
    target[step]();
    for (const name of ['input', 'change']) target.dispatchEvent(new Event(name, { bubbles: true }));
  });
}
