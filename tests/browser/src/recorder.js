// Runs in every page before its own scripts: notes the element's events as they reach the window, errors and warnings.
(() => {
  const recorded = window.recorded = [];
  for (const name of ['calculator-ready', 'scenario-change', 'calculator-error']) {
    addEventListener(name, ({ target, detail }) => recorded.push({ name, id: target.id, detail }));
  }

  // Where frames are of one origin, the outermost page has the errors of all.
  let outer = window;
  try {
    while (outer.parent !== outer && outer.parent.consoleErrors) outer = outer.parent;
  } catch { /* Another origin. */ }
  const errors = outer.consoleErrors ??= [];
  const note = (...parts) => errors.push(parts.map(String).join(' '));
  const { error } = console;
  console.error = (...parts) => {
    note(...parts);
    error.apply(console, parts);
  };
  const { warn } = console;
  const warnings = window.consoleWarnings = [];
  console.warn = (...parts) => {
    warnings.push(parts.map(String).join(' '));
    warn.apply(console, parts);
  };
  addEventListener('error', ({ message, filename, lineno }) => note(message, `${filename}:${lineno}`));
  addEventListener('unhandledrejection', ({ reason }) => note('unhandled rejection:', reason));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    note('refused by the Content Security Policy:', effectiveDirective, blockedURI, sourceFile));
})();
