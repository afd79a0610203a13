// What is pointed at in the picture, by pointer or keyboard: the mark, its ring and its label; and the picture's
// accessibility overlay (accessibility-overlay.js), with the words for readers who cannot see it. All boxes are CSS px
// of the picture at rest.

import { el, place } from '../ui/dom.js';
import { AccessibilityOverlay } from '../a11y/accessibility-overlay.js';

/**
 * @import {Engine} from '../pkg/engine.js'
 * @import {Box, Mark, Scene, Words} from '../types.js'
 * @import {OpenMark} from '../a11y/accessibility-overlay.js'
 * @import {Stage} from './stage.js'
 */

/** @type {Record<string, number>} */
const SLOP = { mouse: 6, pen: 12, touch: 22 }; // px beside a mark that still count as on it, by pointer

export class HitTesting {
  #stage;
  #overlay;
  #tip = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  #ring = el('div', { class: 'ring', 'aria-hidden': 'true', hidden: true });
  /** @type {Mark | null} */
  #hot = null; // the mark under pointer or focus
  #description = el('p', { class: 'unseen', id: 'description' });
  #legend = el('p', { class: 'unseen' });
  #keys = el('p', { class: 'unseen', id: 'keys' });
  #on;

  /**
   * `pick` gives the index of a datum or -1, `key` is true when the event was used, `focused` tells that the focus is
   * on something at that place, `pointed` that a mark is under pointer or focus.
   * @param {Stage} stage
   * @param {object} on
   * @param {(x: number, y: number) => number} on.pick
   * @param {OpenMark} on.open
   * @param {(event: KeyboardEvent) => boolean} on.key
   * @param {(box: Box) => void} on.focused
   * @param {() => void} on.pointed
   */
  constructor(stage, on) {
    this.#stage = stage;
    this.#on = on;
    const { canvas, sheet, view } = stage;
    this.#overlay = new AccessibilityOverlay({
      open: on.open,
      key: on.key,
      focused: (mark, box) => {
        if (box) on.focused(box);
        this.#hover(mark);
      },
    });
    sheet.append(this.#overlay.root, this.#ring, this.#tip);
    view.after(this.#description, this.#legend, this.#keys);
    canvas.addEventListener('pointermove', (event) => this.#hover(this.#under(event)));
    canvas.addEventListener('pointerleave', () => this.#hover(null));
    canvas.addEventListener('click', (event) => {
      const mark = this.#under(event);
      if (mark) on.open(mark, this.#overlay.buttonOf(mark));
    });
    stage.hitTesting = this;
  }

  /**
   * A frame was drawn: while it moves, what is pointed at is elsewhere than its accessibility overlay.
   * @param {Engine} engine
   * @param {boolean} moving
   */
  follow(engine, moving) {
    if (!this.#hot && this.#ring.hidden) return;
    const [x, y, w, h] = moving && this.#hot ? engine.place(this.#hot.datum, engine.shown()) : new Float64Array();
    const apart = x !== undefined;
    this.#ring.hidden = !apart;
    this.#overlay.heat(apart ? null : this.#hot);
    if (apart) place(this.#ring, { left: x, top: y, width: w, height: h });
    if (this.#hot) this.#lean(apart ? { x, y, w, h } : this.#hot);
  }

  /**
   * The accessibility overlay of a scene, and the scene in words.
   * @param {Scene} scene
   * @param {Words} words
   */
  show(scene, words) {
    const same = scene.id === this.#stage.root.dataset.scene;
    this.#stage.root.dataset.scene = scene.id;
    this.#stage.root.setAttribute('aria-label', scene.title);
    this.#description.textContent = scene.description;
    this.#legend.textContent = `${words.key}${words.colon}${scene.key.join(words.semicolon)}`;
    this.#keys.textContent = words.keys;
    if (!this.#overlay.show(scene, words, this.#stage, same)) this.#tip.hidden = true;
  }

  get marks() {
    return this.#overlay.marks;
  }

  /** @param {string} figure */
  markOf(figure) {
    return this.#overlay.markOf(figure);
  }

  /** @param {string} figure */
  focusFigure(figure) {
    this.#overlay.focusFigure(figure);
  }

  focusFirst() {
    this.#overlay.focusFirst();
  }

  /** The tile that opens a series. @param {string} id */
  focusTile(id) {
    this.#overlay.buttonOf(this.marks.find((mark) => mark.opens === id))?.focus({ preventScroll: true });
  }

  /** Points at a datum from elsewhere: what sounds is seen too. @param {string | null} key */
  point(key) {
    this.#overlay.heat(this.marks.find((mark) => mark.key === key));
  }

  /** One level out of where the focus is in the overlay; false when there is none. */
  out() {
    return this.#overlay.out();
  }

  /**
   * The mark under a pointer: the engine knows the shapes. Between the shapes of a mark, or just beside a small one,
   * the box counts.
   * @param {MouseEvent} event
   */
  #under(event) {
    const x = event.offsetX - this.#stage.left;
    const y = event.offsetY;
    const datum = this.#on.pick(x, y);
    const picked = this.marks.find((mark) => mark.datum === datum);
    if (picked) return picked;
    const gap = (/** @type {Mark} */ mark) =>
      Math.hypot(Math.max(mark.x - x, 0, x - mark.x - mark.w), Math.max(mark.y - y, 0, y - mark.y - mark.h));
    const slop = SLOP[event instanceof PointerEvent ? event.pointerType : 'mouse'] ?? SLOP.mouse;
    const near = this.marks.filter((mark) => gap(mark) <= slop);
    return near.sort((a, b) => gap(a) - gap(b) || a.w * a.h - b.w * b.h)[0] ?? null;
  }

  /** @param {Mark | null} mark */
  #hover(mark) {
    this.#hot = mark;
    this.#ring.hidden = true;
    this.#overlay.heat(mark);
    this.#stage.canvas.classList.toggle('over', Boolean(mark));
    this.#tip.hidden = !mark;
    if (!mark) return;
    this.#tip.textContent = mark.name;
    this.#lean(mark);
    this.#on.pointed();
  }

  /** The label beside a box: above it where there is room, never off the picture. @param {Box} box */
  #lean({ x, y, w, h }) {
    const { offsetWidth: wide, offsetHeight: high } = this.#tip;
    const above = y - high - 8;
    place(this.#tip, {
      left: Math.max(4, Math.min(x + w / 2 - wide / 2, this.#stage.width - wide - 4)),
      top: above >= this.#stage.view.scrollTop ? above : Math.min(y + h + 8, this.#stage.height - high),
    });
  }
}
