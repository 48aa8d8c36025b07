// What happens inside a calculator, and what of it the page around may hear.

/**
 * What an event happened to, or what that is in. Pages and extensions send events of their own, to anything.
 *
 * @param {Pick<Event, 'target'>} event
 * @param {string} css
 * @returns {HTMLElement | null | undefined}
 */
export const closest = ({ target }, css) => /** @type {Element | null} */ (target)?.closest?.(css);

/** The keys that each kind of control uses. */
const MOVES = /^(Arrow.*|Home|End|Page.*)$/;
const PRESSES = /^(Enter| )$/;
const EDITS = /^(.|Backspace|Delete|Enter|Escape)$/u;

/** With Control or Command: of everything here, and of texts alone. */
const UNDOES = /^[zy]$/i;
const COPIES = /^([acvx]|Backspace|Delete)$/i;

/** @param {Event} event */
function isUsed(event) {
  const { key, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
  if (!key) return false;
  const isText = closest(event, 'select,textarea,input:not([type=range])');
  const isMove = MOVES.test(key);
  if (ctrlKey || metaKey) return UNDOES.test(key) || (isText && (isMove || COPIES.test(key)));
  if (isText) return isMove || EDITS.test(key);
  return closest(event, 'input') ? isMove : closest(event, 'button,summary,a') && PRESSES.test(key);
}

/**
 * Keeps inside what the calculator uses: seen from the page, everything happens to one element that is no field, so that
 * carousels turn with a slider and shortcuts eat what is typed.
 *
 * @param {ShadowRoot} root
 */
export function keepEventsInside(root) {
  const keep = (/** @type {string} */ names, /** @type {(event: Event) => unknown} */ isOurs) => {
    for (const name of names.split(' ')) {
      root.addEventListener(name, (event) => { if (isOurs(event)) event.stopPropagation(); }, { passive: true });
    }
  };
  keep('keydown keypress keyup', isUsed);
  keep(
    'pointerdown pointermove mousedown mousemove touchstart touchmove',
    (event) => closest(event, 'input[type=range]'),
  );
}
