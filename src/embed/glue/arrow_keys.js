// The arrow keys on sliders.

/** @type {Record<string, 'stepUp' | 'stepDown' | undefined>} */
const STEPS = { ArrowLeft: 'stepUp', ArrowRight: 'stepDown' };

/**
 * Lets arrow keys move a slider the way they point, which browsers see differently where a page reads from the right.
 *
 * @param {ShadowRoot} root
 */
export function correctArrowKeys(root) {
  root.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    const slider = /** @type {HTMLInputElement} */ (event.target);
    const step = STEPS[key];
    if (
      !step || slider.type !== 'range' || altKey || ctrlKey || metaKey || getComputedStyle(slider).direction === 'ltr'
    ) return;
    event.preventDefault();
    slider[step]();
    for (const name of ['input', 'change']) slider.dispatchEvent(new Event(name, { bubbles: true }));
  });
}
