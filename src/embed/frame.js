// For the page in frames: tells the page around it how high it is, in each of the ways that pages listen for. A height is no
// secret, so it goes to whatever page that is.

const query = new URLSearchParams(location.search);
const { secret } = /[#?]secret=(?<secret>[^&#]+)/.exec(location.hash)?.groups ?? {};
const source = location.href;

const messages = (/** @type {number} */ height) => [
  // AMP, and @newswire/frames.
  { sentinel: 'amp', type: 'embed-size', height },
  // Pym, which names its frames in their addresses.
  `pymxPYMx${query.get('childId') ?? ''}xPYMxheightxPYMx${height}`,
  // Datawrapper, whose pages look for the frame that sent it.
  { 'datawrapper-height': { 'casualty-calculator': height } },
  // Medium and the Guardian take texts.
  JSON.stringify({ src: source, context: 'iframe.resize', height }),
  JSON.stringify({ type: 'set-height', value: height }),
  // WordPress knows its frames by a secret that it gave them.
  ...(secret ? [{ secret, message: 'height', value: height }] : []),
];

let sent = 0;

/** @param {boolean} always Whether to send a height that was sent before, too. */
function sendHeight(always) {
  // What the content takes, and not the frame: so it shrinks too, and no answer of the page's changes it.
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (always || height !== sent) {
    sent = height;
    for (const message of messages(height)) parent.postMessage(message, '*');
  }
}

if (parent !== window) {
  new ResizeObserver(() => sendHeight(false)).observe(document.documentElement);
  addEventListener('message', ({ data, source: sender }) => {
    if (sender === parent && data?.sentinel === 'amp' && data.type === 'frames-init') sendHeight(true);
  });
}
