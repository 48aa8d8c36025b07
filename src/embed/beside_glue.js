// Stands behind wasm-bindgen's glue in one file with it, and so sees its `wasm`: what the loader asks of a running module
// beside the calculator itself.

/**
 * Begins with an instance of the wasm. Every way in is watched: what throws there leaves the module in the middle of
 * something, so from then on nothing is let in, and `stop` is told once. The page, which may be what came in, hears
 * nothing of it: it gets an answer that reads as nothing, as a number and as a list.
 */
export function begin({ exports }, stop) {
  let stopped = false;
  const watched = (enter) => (...values) => {
    if (!stopped) {
      try {
        return enter(...values);
      } catch (error) {
        stopped = true;
        stop(error);
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

let whole;

/** Joins the other half to this one. */
export async function later(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, { m: whole });
  whole['%TABLE%'].set('%PLACE%', instance.exports['%ROOT%']);
}

/** A button or a field that is hidden would take the focus with it: it goes to what its input shows then. */
export function keepFocus(root) {
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
}
