// Declares <casualty-calculator> and loads the calculator behind it: once for all elements of a page, when the first of
// them comes near. Names and hashes of the files are filled in by the build.

/** @typedef {import('./glue/main.js').Calculator} Calculator */

const addressOf = (/** @type {string} */ name) => new URL(name, import.meta.url).href;

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
 * Does again what has failed: after a pause that grows with each time, and as soon as the network is back or a reader
 * returns to the page.
 *
 * @param {() => unknown} act
 * @param {number} times How often it has failed before.
 */
const again = (act, times) => {
  const done = new AbortController();
  const go = () => {
    done.abort();
    clearTimeout(timer);
    act();
  };
  const timer = setTimeout(go, 2_000 * 4 ** times);
  addEventListener('online', go, done);
  document.addEventListener('visibilitychange', go, done);
};

/**
 * What is in a file of the build. A page may have a `fetch` of its own, which throws at once or takes nothing but texts.
 *
 * @template T
 * @param {string} name
 * @param {string} integrity
 * @param {(response: Response) => Promise<T>} read
 * @param {RequestPriority} [priority]
 * @returns {Promise<T>}
 */
const fetchFile = async (name, integrity, read, priority = 'auto') => {
  try {
    return await read(await fetch(addressOf(name), { integrity, priority }));
  } catch (error) {
    throw new Error(`${name}: ${messageOf(error)}`);
  }
};

const bytesOf = (/** @type {Response} */ response) => response.arrayBuffer();

// A page may throw anything.
const messageOf = (/** @type {any} */ error) => error?.message ?? error;

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
const failed = (code, message) => {
  report(message);
  return { code, message };
};

/**
 * The module beside the wasm.
 *
 * @type {typeof import('./glue/main.js')}
 */
let glue;

/** @type {Promise<void> | undefined} */
let loading;

// How often it was in vain. Some browsers keep a module that could not be loaded under its whole address.
let times = 0;

/** @type {Promise<void> | undefined} */
let starting;

/** @param {[ArrayBuffer, typeof glue, string]} files */
const start = async ([wasm, module, style]) => {
  // A bundler's app has the same one again, and nothing may enter what stopped.
  if (module === glue) return;
  try {
    await module.start(wasm, style, {
      stop: CasualtyCalculator.stop,
      withTimeout,
      again,
      messageOf,
      report,
      followLanguages: CasualtyCalculator.followLanguages,
      // After what the first drawing waits for, as the dataset.
      fetchLazyWasm: () => fetchFile('%LAZY_WASM%', '%LAZY_WASM_INTEGRITY%', bytesOf, 'low'),
    });
    glue = module;
    failure = undefined;
  } catch (error) {
    starting = undefined;
    throw error;
  }
};

class CasualtyCalculator extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'heading', 'scenario', 'loading'];

  /**
   * Those that wait for it to be loaded.
   *
   * @type {Set<CasualtyCalculator>}
   */
  static #waiting = new Set();

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
   * After an error inside the wasm: gives every element's own content back, until another wasm is there.
   *
   * @param {unknown} error
   */
  static stop(error) {
    failure = failed('stopped', `The calculator stopped because of an internal error: ${messageOf(error)}.`);
    for (const element of CasualtyCalculator.#running) {
      element.#fail();
      // Nothing enters what stopped any more. Another begins with what the page was told last.
      element.#pendingData = element.#ownData;
      if (element.#told) element.#pendingScenarios = [element.#told];
      CasualtyCalculator.#waiting.add(element);
    }
    loading = starting = undefined;
    again(CasualtyCalculator.#loadAll, times++);
  }

  /** After a change in the page: takes over the language of every element anew. */
  static followLanguages() {
    for (const element of CasualtyCalculator.#running) element.#apply('lang');
  }

  // Loads it for those that wait.
  static #loadAll() {
    loading ??= CasualtyCalculator.#attempt();
    loading.then(() => {
      for (const element of CasualtyCalculator.#waiting) element.#begin();
      CasualtyCalculator.#waiting.clear();
    }, () => {});
  }

  // What comes too late counts all the same: whichever attempt has everything first.
  static #attempt() {
    const loaded = Promise.all([
      fetchFile('%WASM%', '%WASM_INTEGRITY%', bytesOf),
      import(addressOf('%GLUE%') + '#'.repeat(times)),
      fetchFile('%STYLE%', '%STYLE_INTEGRITY%', (response) => response.text()),
    ]).then((files) => starting ??= start(files));
    withTimeout(loaded).catch((error) => {
      loading = undefined;
      failure ??= failed('load-failed', `The calculator could not be loaded: ${messageOf(error)}.`);
      for (const element of CasualtyCalculator.#waiting) {
        // Told once, however often it is tried.
        if (!element.hasAttribute('failed')) element.#fail();
      }
      again(CasualtyCalculator.#loadAll, times++);
    });
    return loaded;
  }

  /** @type {Calculator | null} */
  #calculator = null;

  /**
   * The dataset that a page sets before the calculator is there, or that it had when it was taken out of the page.
   *
   * @type {unknown}
   */
  #pendingData;

  /**
   * The dataset that a page set last; not one that an address leads to.
   *
   * @type {unknown}
   */
  #ownData;

  /**
   * The scenario of the last change.
   *
   * @type {unknown}
   */
  #told;

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
    if (!this.#calculator) return this.#loadInTime();
    this.#apply('lang');
    // Another document, perhaps.
    if (this.shadowRoot) glue.dress(this.shadowRoot);
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
    if (name === 'src') this.#ownData = undefined;
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
    CasualtyCalculator.#waiting.add(this);
    CasualtyCalculator.#loadAll();
  }

  async #begin() {
    try {
      // So that what is drawn first is in the element's language.
      if (!failure) await this.#apply('lang');
      if (failure) this.hasAttribute('failed') || this.#fail();
      else if (this.isConnected && !this.#calculator) this.#start();
    } catch (error) {
      this.#fail(failed('load-failed', `The calculator could not be started: ${messageOf(error)}.`));
    }
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
        if (!own) return;
        try {
          glue.show(own, mount, () => own.#calculator);
        } catch (error) {
          own.#fail(failed('load-failed', `The calculator could not be shown: ${messageOf(error)}.`));
        }
      },
      (/** @type {string} */ name, /** @type {unknown} */ detail) => queueMicrotask(() => {
        const own = element.deref();
        // Of one that has stopped since, nothing is true any more.
        if (own && own.#calculator) own.#dispatch(name, detail);
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
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
    return calculator;
  }

  #fail(reason = failure) {
    const src = this.getAttribute('frame');
    if (src && !this.shadowRoot) this.attachShadow({ mode: 'open' });
    this.#end();
    this.#dispatch('calculator-error', reason);
    if (!src) return;
    // A frame has a policy of its own. It shows once it tells how high it is.
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, title: 'Casualty Calculator', width: '100%', height: 0, frameBorder: 0 });
    this.shadowRoot?.append(frame);
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
      this.#calculator?.applyScenario(value ?? '', !this.hasAttribute('data-from-address'));
    } else {
      const request = ++this.#dataRequests;
      glue.openData(this, () => request === this.#dataRequests ? this.#calculator : null);
    }
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #dispatch(name, detail) {
    if (name === 'scenario-change') this.#told = /** @type {{ scenario: unknown }} */ (detail).scenario;
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
    // Frameworks set a property where a page writes the attribute, and every property, some only later to a value.
    if (typeof value === 'string') this.setAttribute('scenario', value);
    else if (value === undefined) return;
    else if (this.#calculator) this.#calculator.scenario = value;
    else this.#pendingScenarios.push(value);
  }
  get data() { return this.#get('data') ?? this.#pendingData ?? null; }
  set data(value) {
    // What Preact makes of `undefined`.
    if (value === undefined || value === '') return;
    this.#ownData = value;
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
