// For the iframe page: tells the page around it how high it is, in each of the ways that pages listen for. A height is no
// secret, so it goes to whatever page that is.

const query = new URLSearchParams(location.search);
const { secret } = /[#?]secret=(?<secret>[^&#]+)/.exec(location.hash)?.groups ?? {};
const source = location.href;

const messages = (height) => [
  // AMP, and @newswire/frames.
  { sentinel: 'amp', type: 'embed-size', height },
  // Pym, which names its frames in their addresses.
  `pymxPYMx${query.get('childId') ?? ''}xPYMxheightxPYMx${height}`,
  // Datawrapper, whose pages look for the frame that spoke.
  { 'datawrapper-height': { 'casualty-calculator': height } },
  // Medium and the Guardian take texts.
  JSON.stringify({ src: source, context: 'iframe.resize', height }),
  JSON.stringify({ type: 'set-height', value: height }),
  // WordPress knows its frames by a secret that it gave them.
  ...(secret ? [{ secret, message: 'height', value: height }] : []),
];

let told;
function tell(always) {
  // What the content takes, and not the frame: so it shrinks too, and no answer of the page's changes it.
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (always || height !== told) {
    told = height;
    for (const message of messages(height)) parent.postMessage(message, '*');
  }
}

if (parent !== window) {
  new ResizeObserver(() => tell(false)).observe(document.documentElement);
  addEventListener('message', ({ data, source: asker }) => {
    if (asker === parent && data?.sentinel === 'amp' && data.type === 'frames-init') tell(true);
  });
}
