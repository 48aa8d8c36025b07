// Runs in each page before its own scripts, in the same way for every candidate.

{
  const bench = window.bench = {};

  /** Where the candidate draws: our shadow root, or the peer's section. */
  const root = bench.root = () => document.querySelector('casualty-calculator')?.shadowRoot
    ?? document.querySelector('section.casualties');
  const slider = (of = root()) => of?.querySelector('[data-input=killed] input[type=range]');
  const answer = (of = root()) => of?.querySelector('.sentence')?.textContent;

  const later = () => new Promise((resolve) => { setTimeout(resolve); });
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });

  const set = bench.set = (value, control = slider()) => {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** Waits until something is so, ten seconds at most. */
  const until = bench.until = async (condition) => {
    for (const end = performance.now() + 10_000; performance.now() < end; await later()) if (condition()) return;
    throw new Error(`waited in vain for ${condition}`);
  };

  /** Whether all that a candidate draws at first is there: of ours also what comes after the figures. */
  const whole = () => answer() && root().querySelector('[data-shows=table]') && !root().querySelector('[data-waiting]');
  bench.whole = () => until(whole);

  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  // A reader who changes a figure as soon as the control is there, and again after a second where that was too early.
  let there;
  let changed;
  let before;
  let asked = 0;
  let value = 600;
  const look = () => {
    const now = performance.now();
    if (before !== undefined && answer() !== before) {
      changed = now;
      return;
    }
    if (slider() && answer() && (!there || now > asked + 1_000)) {
      there ??= now;
      asked = now;
      before = answer();
      set(value += 50);
    }
    setTimeout(look);
  };
  const started = () => changed !== undefined;
  if (!location.search.includes('untouched') && location.protocol === 'http:') look();

  /** When a change took effect, what was fetched until then and in all, and the long tasks until all was drawn. */
  bench.started = async (rest) => {
    await until(started);
    await until(whole);
    const end = performance.now();
    await new Promise((resolve) => { setTimeout(resolve, rest); });
    const fetched = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type))
      .filter(({ name }) => !name.endsWith('favicon.ico'));
    const bytes = (entries) => entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    const early = fetched.filter(({ responseEnd }) => responseEnd <= changed);
    const long = tasks.filter(({ startTime }) => startTime <= end).map(({ duration }) => duration);
    return {
      there, changed, whole: end,
      bytes: bytes(early), requests: early.length, all_bytes: bytes(fetched),
      long_tasks: long.length, longest: Math.max(0, ...long),
      blocked: long.reduce((sum, duration) => sum + duration - 50, 0),
    };
  };

  /** Waits until something is so and nothing has been written since; `written` tells apart what is there then and before. */
  const settled = async (condition, written) => {
    await until(condition);
    for (let last; last !== written();) {
      last = written();
      // Some of it may come in a timer, or with the next picture.
      await later();
      await frame();
      await later();
    }
  };

  /**
   * What a change costs: milliseconds in script, and in styles and layout, for which a size is asked for as soon as the script
   * that wrote something has ended. The picture after it is not in them.
   */
  async function step(change, condition) {
    let [written, laidOut] = [0, 0];
    const observer = new MutationObserver(() => {
      const start = performance.now();
      root().lastElementChild.getBoundingClientRect();
      written = start - laidOut;
      laidOut += performance.now() - start;
    });
    observer.observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
    const start = performance.now();
    change();
    const returned = performance.now();
    await settled(condition, () => written);
    observer.disconnect();
    return [Math.max(returned, written) - start, laidOut];
  }

  // All of them below the highest report, so that no axis grows.
  const killed = (turn) => 300 + (turn % 20) * 50;

  bench.steps = async (warm, count) => {
    const samples = [];
    for (let turn = 0; turn < warm + count; turn++) {
      const before = answer();
      await frame();
      const sample = await step(() => set(killed(turn)), () => answer() !== before);
      if (turn >= warm) samples.push(sample);
    }
    return samples;
  };

  /** Says of nodes their ways down from the root, each parent's children being counted once. */
  const ways = () => {
    const places = new Map();
    const place = (node) => {
      const parent = node.parentNode;
      if (!places.has(parent)) places.set(parent, new Map([...parent.childNodes].map((child, at) => [child, at])));
      return places.get(parent).get(node);
    };
    return (node) => {
      const steps = [];
      for (let at = node; at !== root(); at = at.parentNode) {
        if (!at.parentNode) return null;
        steps.unshift(place(at));
      }
      return steps;
    };
  };
  const found = (steps) => steps.reduce((node, at) => node.childNodes[at], root());

  /** What changes write, as things to do again: the last value of each attribute and text, and children by their places. */
  function written(records) {
    const way = ways();
    const children = new Map();
    const made = new Set();
    const todo = [];
    for (const record of records) for (const node of record.addedNodes) made.add(node);
    const isNew = (node) => {
      for (let at = node; at && at !== root(); at = at.parentNode) if (made.has(at)) return true;
      return false;
    };
    const seen = new Map();
    // From the last one back: so each place is known from the children that there are now.
    for (const { type, target, attributeName, addedNodes, removedNodes, previousSibling } of records.toReversed()) {
      const path = way(target);
      if (!path || isNew(target)) continue;
      const once = (what) => {
        const names = seen.get(target) ?? seen.set(target, new Set()).get(target);
        return names.has(what) ? false : names.add(what);
      };
      if (type === 'attributes' && once(attributeName)) {
        const value = target.getAttribute(attributeName);
        todo.unshift({ path, change: (node) => (
          value === null ? node.removeAttribute(attributeName) : node.setAttribute(attributeName, value)
        ) });
      } else if (type === 'characterData' && once('')) {
        const { data } = target;
        todo.unshift({ path, change: (node) => { node.data = data; } });
      } else if (type === 'childList') {
        const now = children.get(target) ?? children.set(target, [...target.childNodes]).get(target);
        const at = addedNodes.length ? now.indexOf(addedNodes[0]) : now.indexOf(previousSibling) + 1;
        if (at < 0) throw new Error('a change can’t be followed');
        now.splice(at, addedNodes.length, ...removedNodes);
        const [removed, added] = [removedNodes.length, [...addedNodes].map((node) => node.cloneNode(true))];
        todo.unshift({
          path,
          // Made ready before the time is taken, as they are not part of writing them.
          ready: () => added.map((node) => node.cloneNode(true)),
          change: (node, copies) => {
            for (let gone = 0; gone < removed; gone++) node.childNodes[at].remove();
            const next = node.childNodes[at] ?? null;
            for (const copy of copies) node.insertBefore(copy, next);
          },
        });
      }
    }
    return todo;
  }

  const html = () => root().innerHTML;

  /** The least that a step can cost: what it writes into the page, written by hand. Nothing where it writes other things each time. */
  bench.floor = async (count) => {
    const record = async (value) => {
      const records = [];
      const observer = new MutationObserver((more) => { records.push(...more); });
      observer.observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
      const before = answer();
      set(value);
      await settled(() => answer() !== before, () => records.length);
      observer.disconnect();
      return { todo: written(records), records: records.length, after: html() };
    };
    const bothWays = async () => [await record(killed(3)), await record(killed(4))];
    let thereAndBack = await bothWays();
    for (let tries = 0; tries < 5; tries++) {
      const before = thereAndBack;
      thereAndBack = await bothWays();
      if (before.every(({ after }, at) => after === thereAndBack[at].after)) break;
    }
    const samples = [];
    for (let turn = 0; turn < count; turn++) {
      const { todo, after } = thereAndBack[turn % 2];
      await frame();
      const ready = todo.map(({ path, ready, change }) => [change, found(path), ready?.()]);
      samples.push(await step(() => { for (const [change, node, copies] of ready) change(node, copies); }, () => true));
      if (turn < 2 && html() !== after) return null;
    }
    return { samples, writes: (thereAndBack[0].records + thereAndBack[1].records) / 2 };
  };

  // The memory of any wasm that is started.
  const memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const usual = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await usual.apply(WebAssembly, given);
      for (const value of Object.values((made.instance ?? made).exports)) {
        if (value instanceof WebAssembly.Memory) memories.add(value);
      }
      return made;
    };
  }
  bench.wasm = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  /** Puts calculators in and takes them out again, each with a change in between; says how many in the time. */
  bench.cycles = async (count, milliseconds) => {
    const end = performance.now() + milliseconds;
    let done = 0;
    for (; done < count && performance.now() < end; done++) {
      if (window.peer) {
        const place = document.createElement('section');
        document.body.prepend(place);
        const remove = await window.peer.add(place);
        set(killed(done), slider(place));
        await remove();
      } else {
        const made = document.createElement('casualty-calculator');
        const ready = new Promise((resolve) => { made.addEventListener('calculator-ready', resolve); });
        made.setAttribute('loading', 'eager');
        document.body.prepend(made);
        await ready;
        await until(() => slider(made.shadowRoot));
        set(killed(done), slider(made.shadowRoot));
        made.remove();
      }
      await later();
    }
    return done;
  };

  /** Moves a slider many times, as quickly as the page follows; says how many in the time. */
  bench.drag = async (count, milliseconds) => {
    const { port1, port2 } = new MessageChannel();
    const turn = () => new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); });
    const end = performance.now() + milliseconds;
    let done = 0;
    for (; done < count && performance.now() < end; done++) {
      const before = answer();
      set(killed(done));
      await turn();
      while (answer() === before) await later();
    }
    return done;
  };

  /** All calculators of the page with all that belongs to them. */
  bench.all = (count) => until(() => {
    const elements = [...document.querySelectorAll('casualty-calculator')];
    const places = elements.length ? elements.map(({ shadowRoot }) => shadowRoot) : [...document.querySelectorAll('section.casualties')];
    return places.length === count && places.every((place) => answer(place) && !place.querySelector('[data-waiting]'));
  });
}
