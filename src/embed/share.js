// What a reader takes along, as far as a browser has to do it: says where the calculator is, copies texts and saves files.
// Fetched with the parts that few readers open.

const TYPES = { csv: 'text/csv', json: 'application/json', svg: 'image/svg+xml', png: 'image/png' };

// The side of a picture's pixel; and the most pixels that it may be high, which every browser can draw.
const SCALE = 2;
const MOST_HIGH = 16_000;

// An address that a link may lead to, if it is one.
function web(address, base) {
  try {
    const url = new URL(address ?? '', base);
    return address && /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

// A file of the build, where this one stands among them; a bundler puts it elsewhere.
const beside = (name) => /\/casualty-calculator-[\da-f]{8}\.js$/.test(import.meta.url) ? web(name, import.meta.url) : null;

// What a reader sees beside the figures, where it is not what a page has without being told.
function options(host, language) {
  const spoken = host.closest('[lang]:not([lang=""])')?.lang ?? navigator.language;
  const theme = host.getAttribute('theme');
  return {
    src: web(host.getAttribute('src'), document.baseURI)?.href,
    lang: spoken === language ? null : spoken,
    theme: ['light', 'dark'].includes(theme) ? theme : null,
  };
}

// An address with options and without a scenario.
function withOptions(url, given) {
  if (!url) return '';
  url.hash = '';
  for (const name of ['page', 'childId', 'secret']) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(given)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.href;
}

const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

// The day on the reader's calendar.
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Whether what is saved may come to nothing without a word: no frame is told what the page around it allows.
function mayBeRefused() {
  if (parent === window) return false;
  const { sandbox } = frameElement ?? {};
  return !sandbox || (frameElement.hasAttribute('sandbox') && !sandbox.contains('allow-downloads'));
}

// The lines that `Place` reads.
function place(host) {
  const frame = () => web(host.getAttribute('frame'), document.baseURI) ?? beside('embed.html');
  const configured = web(host.getAttribute('page'), document.baseURI);
  const own = host.hasAttribute('data-from-address') ? web(location.href) : null;
  const given = options(host, 'en');
  const link = configured || !own
    ? withOptions(configured ?? frame(), given)
    : withOptions(own, options(host, document.documentElement.lang || 'en'));
  const framed = withOptions(frame(), given);
  const attributes = Object.entries(given).map(([name, value]) => value ? ` ${name}="${quoted(value)}"` : '').join('');
  return [
    link, framed, beside('casualty-calculator.js')?.href ?? '', attributes, today(), mayBeRefused() ? framed || link : '',
  ].map((line) => line.replace(/\n/g, ' ')).join('\n');
}

function say(root, what) {
  const status = root.querySelector('[data-copied]');
  // Said again, it has to change.
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = status.dataset[what]; });
}

async function copy({ target }) {
  const button = target.closest('[data-copies]');
  if (!button) return;
  const root = button.getRootNode();
  const field = button.parentNode.querySelector('textarea');
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Not every page lets a frame do that. What is selected can be copied all the same.
    field.focus();
    field.select();
    if (!document.execCommand('copy')) return say(root, 'selected');
    button.focus();
  }
  say(root, 'copied');
}

function picture(svg) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const scale = Math.min(SCALE, MOST_HIGH / image.height);
      const canvas = document.createElement('canvas');
      canvas.width = image.width * scale;
      canvas.height = image.height * scale;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error('no picture')), TYPES.png);
    };
    image.onerror = reject;
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });
}

function everything({ data, scenario, rates, comparison, findings }) {
  const claims = comparison.map(({ id, rates }) => ({ id, rates }));
  return `${JSON.stringify({ data, scenario, rates, claims, findings }, null, 2)}\n`;
}

// After the question and the newest report.
function nameOf({ title, claims }) {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [newest] = claims.map(({ published }) => published ?? '').sort().reverse();
  return [...words.slice(0, 8), newest].filter(Boolean).join('-');
}

async function save(ending, text, root) {
  const { host } = root;
  try {
    const content = ending === 'json' ? everything(host) : text;
    const type = TYPES[ending];
    const blob = ending === 'png' ? await picture(content) : new Blob([content], { type: `${type};charset=utf-8` });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${nameOf(host.data)}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch {
    say(root, 'failed');
  }
}

const heard = new WeakSet();

/**
 * For the calculator that is drawn in `this`: without an ending, what the page says about the way to it; with one, saves a
 * file of this text.
 */
export function share(ending, text) {
  const root = this.getRootNode();
  if (!root.host) return '';
  if (!heard.has(root)) {
    heard.add(root);
    root.addEventListener('click', copy);
  }
  if (!ending) return place(root.host);
  save(ending, text, root);
}
