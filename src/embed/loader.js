// Declares <casualty-calculator> and loads the calculator behind it: once for all elements of a page, when the first of
// them comes near. Names and hashes of the files are filled in by the build.

const here = (name) => new URL(name, import.meta.url);

// Where nothing ever answers, no error comes either.
const timely = (promise) => Promise.race([promise, new Promise((_, refuse) => {
  setTimeout(refuse, 30_000, new Error('no answer in 30 seconds'));
})]);

const fetched = (name, integrity, how) => fetch(here(name), { integrity }).then((response) => response[how]())
  .catch((error) => { throw new Error(`${name}: ${error.message}`); });

// Why no calculator can run in this page, as the event tells it.
let failure;
const say = (message) => console.error(`casualty-calculator: ${message} ${here('README.md#when-it-does-not-run')}`);

const fail = (code, message) => {
  say(message);
  failure = { code, message };
};

let loading;
const load = () => loading ??= timely(Promise.all([
  fetched('%WASM%', '%WASM_INTEGRITY%', 'arrayBuffer'),
  import(here('%GLUE%')),
  fetched('%STYLE%', '%STYLE_INTEGRITY%', 'text'),
]).then(async ([wasm, glue, style]) => {
  glue.begin((await WebAssembly.instantiate(wasm, glue.imports())).instance, CasualtyCalculator.stop);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return { glue, sheet };
})).catch((error) => {
  fail('load-failed', `The calculator could not be loaded: ${error.message}.`);
});

let rest;
// What only some readers ask for. Where it could not be fetched, the next time tries again.
const loadRest = (glue) => rest ??= timely(fetched('%LATER%', '%LATER_INTEGRITY%', 'arrayBuffer').then(glue.later))
  .catch((error) => { rest = null; throw error; });

class CasualtyCalculator extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'scenario', 'loading'];

  // Those that run.
  static #running = new Set();

  // A screen ahead of a reader, there is time to load.
  static #near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) target.#begin();
  }, { rootMargin: '100%' });

  // After an error inside the wasm: gives every element's own content back.
  static stop(error) {
    fail('stopped', `The calculator stopped after an error of its own: ${error.message}.`);
    for (const element of CasualtyCalculator.#running) element.#fail();
  }

  #root;
  #calculator = null;
  // What a page sets before the calculator is there, and what was set when it was taken out of the page.
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
    if (this.#calculator) this.#take('lang');
    else this.#wait();
  }

  disconnectedCallback() {
    // Moved, it is in a page again by then.
    queueMicrotask(() => {
      if (this.isConnected || !this.#calculator) return;
      const { data, scenario } = this;
      // The scenario first: so it is what the data is opened with.
      if (data) this.#early = { scenario, data };
      this.#end().free();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (name === 'loading') {
      if (this.isConnected) this.#wait();
    } else if (!this.#calculator) {
      delete this.#early[name === 'src' ? 'data' : name];
    } else if (before !== after) {
      this.#take(name);
    }
  }

  #wait() {
    if (this.getAttribute('loading') === 'eager') this.#begin();
    else CasualtyCalculator.#near.observe(this);
  }

  #begin() {
    CasualtyCalculator.#near.unobserve(this);
    load().then((loaded) => {
      if (failure) this.#fail();
      else if (this.isConnected && !this.#calculator) this.#start(loaded);
    });
  }

  #start(loaded) {
    CasualtyCalculator.#running.add(this);
    // Weak, since the wasm keeps the function, and would keep with it an element that the page has dropped.
    const element = new WeakRef(this);
    this.#calculator = new loaded.glue.Calculator(
      // Without a style of its own the element has no width.
      this.clientWidth || this.parentNode.clientWidth,
      (mount) => element.deref()?.#enter(mount, loaded),
      (name, detail) => queueMicrotask(() => element.deref()?.#tell(name, detail)),
    );
    const early = this.#early;
    this.#early = {};
    this.#take('lang');
    this.#take('scenario');
    for (const name in early) this[name] = early[name];
    if (!('data' in early)) this.#take('src');
    if (failure) this.#end();
  }

  // Shows what is drawn, once all of it is.
  #enter(mount, { glue, sheet }) {
    if (mount.parentNode) return;
    // What asks for its width is laid out in two steps, and a page that is shorter in between scrolls.
    mount.style.cssText = `overflow-anchor:none;block-size:${this.getBoundingClientRect().height}px`;
    // Only now: a shadow root hides what the page put here.
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'open' });
      this.#root.adoptedStyleSheets = [sheet];
      glue.keepFocus(this.#root);
      this.#root.addEventListener('click', ({ target }) => {
        if (!target.closest('[data-later]')) return;
        loadRest(glue).then(() => this.#calculator?.equip(true), (error) => {
          say(`A part could not be loaded: ${error.message}.`);
          this.#calculator?.equip(false);
        });
      });
    }
    this.#root.replaceChildren(mount);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      mount.style.cssText = '';
      // WebKit asks for the width of the element again only if its styles change.
      this.#root.adoptedStyleSheets = [sheet];
    }));
  }

  #end() {
    const calculator = this.#calculator;
    this.#calculator = null;
    this.#turn++;
    CasualtyCalculator.#running.delete(this);
    this.#root?.replaceChildren(document.createElement('slot'));
    return calculator;
  }

  #fail() {
    const src = this.getAttribute('frame');
    if (src) this.#root ??= this.attachShadow({ mode: 'open' });
    this.#end();
    this.#tell('calculator-error', failure);
    if (!src) return;
    // A frame has a policy of its own. It shows once it tells how high it is.
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, title: 'Casualty Calculator', width: '100%', height: 0, frameBorder: 0 });
    this.#root.append(frame);
    addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow && data?.type === 'embed-size' && data.height > 0 && data.height < 2e4) {
        frame.previousSibling?.remove();
        frame.height = data.height;
      }
    });
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
    timely(fetch(address).then((response) => {
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.text();
    })).then((text) => answer('load', text, address), (error) => answer('miss', address, error.message));
  }

  #tell(name, detail) {
    // For the page's own content: whether it is what stays.
    this.toggleAttribute('failed', !this.#calculator?.scenario);
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

customElements.get('casualty-calculator') ?? customElements.define('casualty-calculator', CasualtyCalculator);
