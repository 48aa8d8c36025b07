// Starts the builder and, once it can be used, loads the calculator for the preview. What the page says until then stays where
// it can't start.

import start from './%BUILDER_BINDINGS%';

/** @type {Promise<object> | undefined} */
let publisher;

// What makes the files for a site is fetched when it is asked for, and again after a failure.
globalThis.loadPublisher = () => (publisher ??= import('./%PUBLISHER_BINDINGS%').then(async (module) => {
  await module.default({ module_or_path: new URL('./%PUBLISHER_WASM%', import.meta.url) });
  return module;
}).catch((error) => {
  publisher = undefined;
  throw error;
}));

try {
  await start({ module_or_path: new URL('./%BUILDER_WASM%', import.meta.url) });
  await import('../casualty-calculator.js');
} catch (error) {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent = String(error);
  document.querySelector('#builder').append(message);
}
