// Declares <casualty-calculator> and loads the calculator behind it: once for all elements of a page. Names and hashes
// of the files are filled in by the build.

const fetched = (name, integrity) => fetch(new URL(name, import.meta.url), { integrity });

let loading;
const load = () => loading ??= Promise.all([
  fetched('%WASM%', '%WASM_INTEGRITY%').then((response) => response.arrayBuffer()),
  import(new URL('%GLUE%', import.meta.url)),
  fetched('%STYLE%', '%STYLE_INTEGRITY%').then((response) => response.text()),
]).then(async ([wasm, glue, style]) => {
  glue.start((await WebAssembly.instantiate(wasm, glue.imports())).instance);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return { glue, sheet };
});

let rest;
// What only some readers ask for. Where it could not be fetched, the next time tries again.
const loadRest = (glue) => rest ??= fetched('%LATER%', '%LATER_INTEGRITY%')
  .then((response) => response.arrayBuffer()).then(glue.later).catch((error) => { rest = null; throw error; });

class CasualtyCalculator extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'scenario'];

  #calculator = null;
  #begun = false;
  // What a page sets before the calculator is there.
  #early = {};
  // Counts the datasets asked for, so that the answer to an older one is dropped.
  #turn = 0;

  connectedCallback() {
    // Set before the element was declared, a property hides the accessor of the same name.
    for (const name of ['data', 'scenario']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#begun) {
      this.#begun = true;
      load().then((loaded) => this.#start(loaded)).catch((error) => {
        const message = `The calculator could not be loaded: ${error.message}`;
        console.error(`casualty-calculator: ${message}`);
        this.#tell('calculator-error', { code: 'load-failed', message });
      });
    }
  }

  attributeChangedCallback(name, before, after) {
    if (this.#calculator && before !== after) this.#take(name);
  }

  #start({ glue, sheet }) {
    // Only now: a shadow root hides what the page put here.
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    // A button or a field that is hidden would take the focus with it: it goes to what its input shows now.
    let left;
    root.addEventListener('focusin', () => { left = null; });
    root.addEventListener('focusout', ({ target }) => { left = target; });
    new MutationObserver(() => {
      const last = root.activeElement ?? left;
      if (!last?.closest('[hidden]')) return;
      left = null;
      for (const next of last.closest('[data-input]')?.querySelectorAll('[part=field],[data-does=set-value]') ?? []) {
        if (!next.closest('[hidden]')) return next.focus();
      }
    }).observe(root, { subtree: true, attributeFilter: ['hidden'] });
    root.addEventListener('click', ({ target }) => {
      if (!target.closest('[data-later]')) return;
      loadRest(glue).then(() => this.#calculator.equip(true), (error) => {
        console.error(`casualty-calculator: a part could not be loaded: ${error.message}`);
        this.#calculator.equip(false);
      });
    });
    this.#calculator = new glue.Calculator(root, (name, detail) => queueMicrotask(() => this.#tell(name, detail)));
    this.#take('lang');
    this.#take('scenario');
    for (const name in this.#early) this[name] = this.#early[name];
    if (!('data' in this.#early)) this.#take('src');
  }

  #take(name) {
    const value = this.getAttribute(name);
    if (name === 'lang') {
      this.#calculator.speak(this.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? navigator.language);
    } else if (name === 'scenario') {
      this.#calculator.ask(value ?? '');
    } else {
      this.#open(value);
    }
  }

  #open(address) {
    const turn = ++this.#turn;
    const answer = (method, ...rest) => { if (turn === this.#turn) this.#calculator[method](...rest); };
    if (address === null) return answer('load', undefined, '');
    fetch(address).then((response) => {
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.text();
    }).then((text) => answer('load', text, address), (error) => answer('miss', address, error.message));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #get(name) { return (this.#calculator ?? this.#early)[name] ?? null; }

  get scenario() { return this.#get('scenario'); }
  set scenario(value) { (this.#calculator ?? this.#early).scenario = value; }
  get data() { return this.#get('data'); }
  set data(value) {
    this.#turn++;
    (this.#calculator ?? this.#early).data = value;
  }
  get rates() { return this.#get('rates'); }
  get findings() { return this.#get('findings'); }
  get comparison() { return this.#get('comparison'); }
  reset() { this.#calculator?.reset(); }
  undo() { this.#calculator?.undo(); }
  redo() { this.#calculator?.redo(); }
}

if (!customElements.get('casualty-calculator')) customElements.define('casualty-calculator', CasualtyCalculator);
