// Declares <casualty-calculator> and loads the calculator behind it: once for all elements of a page, when the first of
// them comes near. Names and hashes of the files are filled in by the build.

/** @typedef {import('./glue/main.js').Calculator} Calculator */

const addressOf = (/** @type {string} */ name) => new URL(name, import.meta.url);

/**
 * Where nothing ever answers, no error comes either.
 *
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
const withTimeout = (promise) => Promise.race([promise, new Promise((_, reject) => {
  setTimeout(reject, 30_000, new Error('no answer in 30 seconds'));
})]);

/**
 * What is in a file of the build.
 *
 * @template T
 * @param {string} name
 * @param {string} integrity
 * @param {(response: Response) => Promise<T>} read
 * @param {RequestPriority} [priority]
 * @returns {Promise<T>}
 */
const fetchFile = (name, integrity, read, priority = 'auto') => fetch(addressOf(name), { integrity, priority }).then(read)
  .catch((error) => { throw new Error(`${name}: ${error.message}`); });

const bytesOf = (/** @type {Response} */ response) => response.arrayBuffer();

const report = (/** @type {string} */ message) =>
  console.error(`casualty-calculator: ${message} ${addressOf('troubleshooting.txt')}`);

/**
 * Why no calculator can run in this page, as the event says it.
 *
 * @type {{ code: string, message: string } | undefined}
 */
let failure;

/**
 * @param {string} code
 * @param {string} message
 */
const fail = (code, message) => {
  report(message);
  failure = { code, message };
};

/**
 * The module beside the wasm.
 *
 * @type {typeof import('./glue/main.js')}
 */
let glue;

/** @type {CSSStyleSheet} */
let sheet;

/** @type {Promise<void> | undefined} */
let loading;
const load = () => loading ??= withTimeout(Promise.all([
  fetchFile('%WASM%', '%WASM_INTEGRITY%', bytesOf),
  import(addressOf('%GLUE%').href),
  fetchFile('%STYLE%', '%STYLE_INTEGRITY%', (response) => response.text()),
]).then(async ([wasm, module, style]) => {
  glue = module;
  await glue.start(wasm, {
    stop: CasualtyCalculator.stop,
    withTimeout,
    report,
    // After what the first drawing waits for, as the dataset.
    fetchLazyWasm: () => fetchFile('%LAZY_WASM%', '%LAZY_WASM_INTEGRITY%', bytesOf, 'low'),
  });
  sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
})).catch((error) => {
  fail('load-failed', `The calculator could not be loaded: ${error.message}.`);
});

class CasualtyCalculator extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'heading', 'scenario', 'loading'];

  /**
   * Those that run.
   *
   * @type {Set<CasualtyCalculator>}
   */
  static #running = new Set();

  // A screen ahead of a reader, there is time to load.
  static #nearby = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) /** @type {CasualtyCalculator} */ (target).#load();
    }
  }, { rootMargin: '100%' });

  /**
   * After an error inside the wasm: gives every element's own content back.
   *
   * @param {unknown} error
   */
  static stop(error) {
    fail('stopped', `The calculator stopped because of an internal error: ${/** @type {Error} */ (error).message}.`);
    for (const element of CasualtyCalculator.#running) element.#fail();
  }

  /** @type {ShadowRoot | undefined} */
  #root;

  /** @type {Calculator | null} */
  #calculator = null;

  /**
   * The dataset that a page sets before the calculator is there, or that it had when it was taken out of the page.
   *
   * @type {unknown}
   */
  #pendingData;

  /**
   * The scenarios likewise, in the order in which they are set: the last one is shown.
   *
   * @type {unknown[]}
   */
  #pendingScenarios = [];

  // Counts the datasets asked for, so that the answer to an older one is dropped.
  #dataRequests = 0;

  connectedCallback() {
    // Set before the element was declared, a property hides the accessor of the same name.
    const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of ['data', 'scenario']) {
      if (Object.hasOwn(own, name)) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
    if (this.#calculator) this.#apply('lang');
    else this.#loadInTime();
  }

  disconnectedCallback() {
    // Moved, it is in a page again by then.
    queueMicrotask(() => {
      if (this.isConnected || !this.#calculator) return;
      const { data, scenario } = this;
      if (data) {
        this.#pendingData = data;
        const scenarios = this.forces.map((/** @type {{ scenario: unknown }} */ force) => force.scenario);
        this.#pendingScenarios = [...scenarios, scenario];
      }
      this.#end()?.free();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (name === 'loading') {
      if (this.isConnected) this.#loadInTime();
    } else if (!this.#calculator) {
      if (name === 'src') this.#keepData(undefined);
      else if (name === 'scenario') this.#pendingScenarios = [];
    } else if (before !== after) {
      this.#apply(name);
      // The built-in dataset, which it may show from now on, has a translation of its own.
      if (name === 'src') this.#apply('lang');
    }
  }

  #loadInTime() {
    if (this.getAttribute('loading') === 'eager') this.#load();
    else CasualtyCalculator.#nearby.observe(this);
  }

  #load() {
    CasualtyCalculator.#nearby.unobserve(this);
    load().then(async () => {
      // So that what is drawn first is in the element's language.
      if (!failure) await this.#apply('lang');
      if (failure) this.#fail();
      else if (this.isConnected && !this.#calculator) this.#start();
    });
  }

  #start() {
    CasualtyCalculator.#running.add(this);
    // Weak, since the wasm keeps the functions, and would keep with them an element that the page has dropped.
    const element = new WeakRef(this);
    this.#calculator = new glue.Calculator(
      // Without a style of its own the element has no width.
      this.clientWidth || /** @type {Element} */ (this.parentNode).clientWidth,
      (/** @type {HTMLElement} */ mount) => {
        const own = element.deref();
        if (own) own.#root = glue.show(own, own.#root, mount, sheet, () => own.#calculator);
      },
      (/** @type {string} */ name, /** @type {unknown} */ detail) => queueMicrotask(() => {
        const own = element.deref();
        if (own) own.#dispatch(name, detail);
      }),
    );
    const data = this.#pendingData;
    const scenarios = this.#pendingScenarios;
    this.#pendingData = undefined;
    this.#pendingScenarios = [];
    this.#apply('lang');
    this.#apply('scenario');
    // The scenarios first: so they are what the data is opened with.
    for (const scenario of scenarios) this.scenario = scenario;
    if (data === undefined) this.#apply('src');
    else this.data = data;
    if (failure) this.#end();
  }

  #end() {
    const calculator = this.#calculator;
    this.#calculator = null;
    this.#dataRequests++;
    CasualtyCalculator.#running.delete(this);
    this.#root?.replaceChildren(document.createElement('slot'));
    return calculator;
  }

  #fail() {
    const src = this.getAttribute('frame');
    if (src) this.#root ??= this.attachShadow({ mode: 'open' });
    this.#end();
    this.#dispatch('calculator-error', failure);
    if (!src) return;
    // A frame has a policy of its own. It shows once it tells how high it is.
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, title: 'Casualty Calculator', width: '100%', height: 0, frameBorder: 0 });
    this.#root?.append(frame);
    addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow && data?.type === 'embed-size' && data.height > 0 && data.height < 2e4) {
        frame.previousSibling?.remove();
        frame.height = data.height;
      }
    });
  }

  /**
   * Takes an attribute over.
   *
   * @param {string} name
   */
  #apply(name) {
    const value = this.getAttribute(name);
    if (name === 'lang' || name === 'heading') {
      return glue.followLanguage(this, () => this.#calculator);
    } else if (name === 'scenario') {
      this.#calculator?.applyScenario(value ?? '');
    } else {
      this.#openData(value);
    }
  }

  /** @param {string | null} address */
  #openData(address) {
    const request = ++this.#dataRequests;
    const calculator = () => request === this.#dataRequests ? this.#calculator : null;
    if (address === null) {
      this.#calculator?.openData(undefined, '');
    } else {
      withTimeout(fetch(address).then((response) => {
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        return response.text();
      })).then(
        (text) => calculator()?.openData(text, address),
        (error) => calculator()?.dataNotFound(address, error.message),
      );
    }
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #dispatch(name, detail) {
    // For the page's own content: whether it is what stays.
    this.toggleAttribute('failed', !this.#calculator?.scenario);
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** @param {'scenario' | 'data' | 'rates' | 'forces' | 'findings' | 'comparison'} name */
  #get(name) { return this.#calculator?.[name] ?? null; }

  /**
   * Keeps a dataset until the calculator is there. What was set for the one before goes with that one.
   *
   * @param {unknown} data
   */
  #keepData(data) {
    if (this.#pendingData !== undefined) this.#pendingScenarios = [];
    this.#pendingData = data;
  }

  get scenario() { return this.#get('scenario') ?? this.#pendingScenarios.at(-1) ?? null; }
  set scenario(value) {
    if (this.#calculator) this.#calculator.scenario = value;
    // A framework may set every property, and only later the value.
    else if (value !== undefined) this.#pendingScenarios.push(value);
  }
  get data() { return this.#get('data') ?? this.#pendingData ?? null; }
  set data(value) {
    this.#dataRequests++;
    if (this.#calculator) this.#calculator.data = value;
    else this.#keepData(value);
  }
  get rates() { return this.#get('rates'); }
  get forces() { return this.#get('forces'); }
  get findings() { return this.#get('findings'); }
  get comparison() { return this.#get('comparison'); }
  reset() { this.#calculator?.reset(); }
  undo() { this.#calculator?.undo(); }
  redo() { this.#calculator?.redo(); }
}

customElements.get('casualty-calculator') ?? customElements.define('casualty-calculator', CasualtyCalculator);
