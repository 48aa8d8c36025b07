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
const say = (message) => console.error(`casualty-calculator: ${message} ${here('troubleshooting.txt')}`);

const fail = (code, message) => {
  say(message);
  failure = { code, message };
};

// What is loaded: the module beside the wasm, and the style sheet.
let glue;
let sheet;
let loading;
const load = () => loading ??= timely(Promise.all([
  fetched('%WASM%', '%WASM_INTEGRITY%', 'arrayBuffer'),
  import(here('%GLUE%')),
  fetched('%STYLE%', '%STYLE_INTEGRITY%', 'text'),
]).then(async ([wasm, module, style]) => {
  glue = module;
  glue.begin((await WebAssembly.instantiate(wasm, glue.imports())).instance, {
    stop: CasualtyCalculator.stop,
    timely,
    say,
    rest: () => fetched('%LATER%', '%LATER_INTEGRITY%', 'arrayBuffer'),
  });
  sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
})).catch((error) => {
  fail('load-failed', `The calculator could not be loaded: ${error.message}.`);
});

class CasualtyCalculator extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'heading', 'scenario', 'loading'];

  // Those that run.
  static #running = new Set();

  // A screen ahead of a reader, there is time to load.
  static #near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) target.#begin();
  }, { rootMargin: '100%' });

  // After an error inside the wasm: gives every element's own content back.
  static stop(error) {
    fail('stopped', `The calculator stopped because of an internal error: ${error.message}.`);
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
      // The built-in dataset, which it may show from now on, has a translation of its own.
      if (name === 'src') this.#take('lang');
    }
  }

  #wait() {
    if (this.getAttribute('loading') === 'eager') this.#begin();
    else CasualtyCalculator.#near.observe(this);
  }

  #begin() {
    CasualtyCalculator.#near.unobserve(this);
    load().then(async () => {
      await glue?.words(this);
      if (failure) this.#fail();
      else if (this.isConnected && !this.#calculator) this.#start();
    });
  }

  #start() {
    CasualtyCalculator.#running.add(this);
    // Weak, since the wasm keeps the function, and would keep with it an element that the page has dropped.
    const element = new WeakRef(this);
    this.#calculator = new glue.Calculator(
      // Without a style of its own the element has no width.
      this.clientWidth || this.parentNode.clientWidth,
      (mount) => {
        const own = element.deref();
        if (own) own.#root = glue.enter(own, own.#root, mount, sheet, (came) => own.#calculator?.equip(came));
      },
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
    if (name === 'lang' || name === 'heading') {
      this.#calculator.speak(this);
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
    glue.read(address).then((text) => answer('load', text, address), (error) => answer('miss', address, error.message));
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
