// Declares <casualty-calculator> and loads the calculator behind it: once for all elements of a page. Names and hashes
// of the files are filled in by the build.

const fetched = (name, integrity) => fetch(new URL(name, import.meta.url), { integrity });

let loading;
const load = () => loading ??= Promise.all([
  fetched('%WASM%', '%WASM_INTEGRITY%'),
  import(new URL('%GLUE%', import.meta.url)),
  fetched('%STYLE%', '%STYLE_INTEGRITY%').then((response) => response.text()),
]).then(async ([wasm, glue, style]) => {
  await glue.default({ module_or_path: wasm });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return { glue, sheet };
});

class CasualtyCalculator extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'scenario'];

  #calculator = null;
  #begun = false;
  // What a page sets before the calculator is there.
  #early = {};

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
      load().then((loaded) => this.#start(loaded)).catch((error) => this.#fail(error));
    }
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#calculator?.attribute(name);
  }

  #start({ glue, sheet }) {
    // Only now: a shadow root hides what the page put here.
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const calculator = new glue.Calculator(this, root);
    for (const name in this.#early) calculator[name] = this.#early[name];
    this.#calculator = calculator;
    calculator.start();
  }

  #fail(error) {
    const message = `The calculator could not be loaded: ${error.message}`;
    console.error(`casualty-calculator: ${message}`);
    this.dispatchEvent(new CustomEvent('calculator-error', {
      bubbles: true, composed: true, detail: { code: 'load-failed', message },
    }));
  }

  #get(name) { return (this.#calculator ?? this.#early)[name] ?? null; }
  #set(name, value) { (this.#calculator ?? this.#early)[name] = value; }

  get scenario() { return this.#get('scenario'); }
  set scenario(value) { this.#set('scenario', value); }
  get data() { return this.#get('data'); }
  set data(value) { this.#set('data', value); }
  get rates() { return this.#get('rates'); }
  get comparison() { return this.#get('comparison'); }
  reset() { this.#calculator?.reset(); }
  undo() { this.#calculator?.undo(); }
  redo() { this.#calculator?.redo(); }
}

if (!customElements.get('casualty-calculator')) customElements.define('casualty-calculator', CasualtyCalculator);
