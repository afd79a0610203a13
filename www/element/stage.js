// The picture: a canvas for the eyes. What is pointed at in it, and its accessibility overlay for keyboards and screen
// readers, come later (hit-testing.js).

import { contextOf, el, place } from '../ui/dom.js';
import { CanvasRenderer } from './canvas-renderer.js';

/** @import {Engine} from '../pkg/engine.js' */
/** @import {Box} from '../types.js' */
/** @import {HitTesting} from './hit-testing.js' */

const MAX_PIXELS = 16_777_216;
const MAX_SIDE = 8192;

/**
 * Device pixels per CSS px such that the canvas stays below what browsers can hold.
 * @param {number} width
 * @param {number} height
 * @param {number} dpr
 */
export function cappedDpr(width, height, dpr) {
  const area = Math.sqrt(MAX_PIXELS / (width * height));
  return Math.min(dpr, area, MAX_SIDE / width, MAX_SIDE / height);
}

export class Stage {
  canvas = el('canvas', { part: 'canvas', 'aria-hidden': 'true' });
  sheet = el('div', { class: 'sheet' }, this.canvas);
  view = el('div', { class: 'view' }, this.sheet);
  root = el('figure', { class: 'stage', 'aria-describedby': 'description' }, this.view);
  width = 0;
  height = 0;
  dpr = 1;
  /** CSS px of the canvas at the picture's left and right that only full-bleed pictures use. */
  left = 0;
  right = 0;
  /** What is pointed at: goes along with each frame. @type {HitTesting | null} */
  hitTesting = null;
  #covers = 'none';
  #context = contextOf(this.canvas);
  #renderer = new CanvasRenderer(this.#context);

  /** `lost()`: the browser has dropped the canvas' pixels. @param {() => void} lost */
  constructor(lost) {
    this.canvas.addEventListener('contextrestored', lost);
  }

  /**
   * The canvas goes on beside the picture, which keeps its place.
   * @param {number} left CSS px
   * @param {number} right CSS px
   */
  extend(left, right) {
    if (left === this.left && right === this.right) return;
    Object.assign(this, { left, right, dpr: 0 });
    const { style } = this.view;
    style.marginInline = `${-left}px ${-right}px`;
    style.paddingInline = `${left}px ${right}px`;
    this.canvas.style.marginLeft = `${-left}px`;
  }

  /** Parts of its window that show nothing, so that no line of text is cut through. @param {Box[]} boxes */
  cover(boxes) {
    const layers = boxes.map(
      ({ x, y, w, h }) => `linear-gradient(var(--_surface) 0 0) ${x}px ${y}px / ${w}px ${h}px no-repeat`,
    );
    const covers = layers.join() || 'none';
    if (covers === this.#covers) return;
    this.#covers = covers;
    this.root.style.setProperty('--_covers', covers);
  }

  /**
   * Sizes the canvas, true when that cleared it: setting a width clears, so only on a real change.
   * @param {number} width
   * @param {number} height
   * @param {number} dpr
   */
  size(width, height, dpr) {
    const across = this.left + width + this.right;
    const capped = cappedDpr(across, height, dpr);
    if (width === this.width && height === this.height && capped === this.dpr) return false;
    Object.assign(this, { width, height, dpr: capped });
    this.canvas.width = Math.max(1, Math.floor(across * capped));
    this.canvas.height = Math.max(1, Math.floor(height * capped));
    // Of the size that its pixels have: else the browser would stretch them, all of them with each frame, and blur
    // the words.
    place(this.canvas, { width: this.canvas.width / capped, height: this.canvas.height / capped });
    place(this.sheet, { width, height });
    return true;
  }

  /**
   * The moment that the engine is at. `moving`: not at rest, so what is pointed at is elsewhere than its accessibility
   * overlay. `still`: nothing may move, so the engine paints the picture by itself, as it does for files.
   * @param {Engine} engine
   * @param {boolean} moving
   * @param {boolean} still
   */
  draw(engine, moving, still) {
    if (still) engine.render(this.#context, this.dpr, engine.shown());
    else this.#renderer.draw(engine, null, this.dpr, this.left);
    this.hitTesting?.follow(engine, moving);
  }
}
