// For the demo page and the iframe page: what the address says becomes the element's attributes.

const element = document.querySelector('casualty-calculator[data-from-address]');

/**
 * @param {Element} element
 * @param {string | null} preset What counts where the address says nothing.
 */
function applyScenario(element, preset) {
  // WordPress adds its secret behind the scenario.
  const scenario = location.hash.slice(1).replace(/[#?]secret=.*$/s, '') || preset;
  if (scenario) element.setAttribute('scenario', scenario);
  else element.removeAttribute('scenario');
}

if (element) {
  const query = new URLSearchParams(location.search);
  for (const name of ['src', 'lang', 'theme', 'page', 'heading']) {
    const value = query.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  const preset = element.getAttribute('scenario');
  applyScenario(element, preset);
  addEventListener('hashchange', () => applyScenario(element, preset));
}
