// What the loader imports, once it is needed: wasm-bindgen's bindings and everything here, which the build makes one file of.

export { Calculator } from './bindings.js';
export { followLanguage } from './languages.js';
export { show } from './shadow_root.js';
export { start } from './wasm.js';
