// For the demo page and the iframe page: what the address says becomes the element's attributes.

const element = document.querySelector('casualty-calculator[data-from-address]');

// What counts where the address says nothing.
const given = element?.getAttribute('scenario');

function takeScenario() {
  // WordPress adds its secret behind the scenario.
  const scenario = location.hash.slice(1).replace(/[#?]secret=.*$/s, '') || given;
  if (scenario) element.setAttribute('scenario', scenario);
  else element.removeAttribute('scenario');
}

if (element) {
  const query = new URLSearchParams(location.search);
  for (const name of ['src', 'lang', 'theme', 'page', 'heading']) {
    if (query.has(name)) element.setAttribute(name, query.get(name));
  }
  takeScenario();
  addEventListener('hashchange', takeScenario);
}
