// Where a guess is dragged over the picture: its area, the handle in it that a finger holds, and a slider for keys at
// the same place. Says where a pointer is; what a place stands for is the engine's.

import { el, place } from './dom.js';

const TOUCH = 44; // px: what a finger finds

export class Grip {
  #area = el('div', { class: 'grip', 'aria-hidden': 'true', hidden: true });
  #handle = el('div', { class: 'grip handle', 'aria-hidden': 'true', hidden: true });
  #keys = el('div', { class: 'grip-keys', hidden: true });
  #on;
  /** The pointer that drags. */
  #pointer = -1;

  /**
   * `at(x, y)`: a place in CSS px of the sheet.
   * @param {HTMLElement} sheet
   * @param {(x: number, y: number) => void} at
   */
  constructor(sheet, at) {
    this.#on = at;
    sheet.append(this.#keys, this.#area, this.#handle);
    this.#drag(this.#area);
    this.#drag(this.#handle);
  }

  /** The slider for keys. @param {HTMLInputElement | null} slider */
  hold(slider) {
    const root = /** @type {ShadowRoot | Document} */ (this.#keys.getRootNode());
    const focused = this.#keys.contains(root.activeElement);
    this.#keys.replaceChildren(...(slider ? [slider] : []));
    if (focused) slider?.focus({ preventScroll: true });
  }

  get slider() {
    return /** @type {HTMLInputElement | null} */ (this.#keys.firstElementChild);
  }

  /**
   * Left, top, width and height of the area, and the middle of the handle; without them there is nothing to drag.
   * @param {Float64Array} [box]
   */
  place(box) {
    const none = !box || box.length === 0;
    for (const node of [this.#area, this.#handle, this.#keys]) node.hidden = none;
    if (none) return;
    const [left, top, width, height, x, y] = box;
    for (const node of [this.#area, this.#keys]) place(node, { left, top, width, height });
    place(this.#handle, { left: x - TOUCH / 2, top: y - TOUCH / 2 });
  }

  /** @param {HTMLElement} node */
  #drag(node) {
    const to = (/** @type {PointerEvent} */ event) => {
      const sheet = /** @type {HTMLElement} */ (node.parentElement).getBoundingClientRect();
      this.#on(event.clientX - sheet.left, event.clientY - sheet.top);
    };
    node.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button > 0) return;
      event.stopPropagation(); // it is no swipe to the next chapter
      this.#pointer = event.pointerId;
      node.setPointerCapture(event.pointerId);
      // a finger beside the handle may be about to scroll
      if (event.pointerType !== 'touch') to(event);
    });
    node.addEventListener('pointermove', (event) => {
      if (event.pointerId === this.#pointer) to(event);
    });
    node.addEventListener('pointerup', (event) => {
      if (event.pointerId !== this.#pointer) return;
      to(event);
      this.#pointer = -1;
    });
    node.addEventListener('pointercancel', () => {
      this.#pointer = -1;
    });
  }
}
