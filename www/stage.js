// The picture: a canvas for the eyes, and over it its twin (twin.js) for keyboards and screen readers.
// All boxes are CSS px of the picture at rest.

import { el, place } from './dom.js';
import { Replay } from './replay.js';
import { Twin } from './twin.js';

const MAX_PIXELS = 16_777_216;
const MAX_SIDE = 8192;
const SLOP = { mouse: 6, pen: 12, touch: 22 }; // px beside a mark that still count as on it, by pointer

/** Device pixels per CSS px such that the canvas stays below what browsers can hold. */
export function cappedDpr(width, height, dpr) {
  const area = Math.sqrt(MAX_PIXELS / (width * height));
  return Math.min(dpr, area, MAX_SIDE / width, MAX_SIDE / height);
}

export class Stage {
  canvas = el('canvas', { part: 'canvas', 'aria-hidden': 'true' });
  #twin;
  #tip = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  #ring = el('div', { class: 'ring', 'aria-hidden': 'true', hidden: true });
  #hot = null; // the mark under pointer or focus
  #description = el('p', { class: 'unseen', id: 'description' });
  #reading = el('p', { class: 'unseen' });
  #keys = el('p', { class: 'unseen', id: 'keys' });
  sheet = el('div', { class: 'sheet' }, this.canvas);
  view = el('div', { class: 'view' }, this.sheet);
  root = el('figure', { class: 'stage', 'aria-describedby': 'description' }, this.view, this.#description, this.#reading, this.#keys);
  width = 0;
  height = 0;
  dpr = 1;
  #replay;
  #on;

  /** `on`: pick(x, y) → index of a datum or -1, open(mark, button), key(event) → true when used, focused(box) when the focus is on something at that
   *  place, pointed() when a mark is under pointer or focus, lost() when the browser has dropped the canvas' pixels. */
  constructor(on, colours) {
    this.#on = on;
    this.#replay = new Replay(this.canvas.getContext('2d'), colours, { grounded: true });
    this.#twin = new Twin({
      open: on.open,
      key: on.key,
      focused: (mark, box) => {
        if (box) on.focused(box);
        this.#hover(mark);
      },
    });
    this.sheet.append(this.#twin.root, this.#ring, this.#tip);
    this.canvas.addEventListener('pointermove', (event) => this.#hover(this.#under(event)));
    this.canvas.addEventListener('pointerleave', () => this.#hover(null));
    this.canvas.addEventListener('click', (event) => {
      const mark = this.#under(event);
      if (mark) on.open(mark, this.#twin.buttonOf(mark));
    });
    this.canvas.addEventListener('contextrestored', () => on.lost());
  }

  /** Sizes the canvas, true when that cleared it: setting a width clears, so only on a real change. */
  size(width, height, dpr) {
    const capped = cappedDpr(width, height, dpr);
    if (width === this.width && height === this.height && capped === this.dpr) return false;
    Object.assign(this, { width, height, dpr: capped });
    this.canvas.width = Math.max(1, Math.floor(width * capped));
    this.canvas.height = Math.max(1, Math.floor(height * capped));
    // Of the size that its pixels have: else the browser would stretch them, all of them with each frame, and blur the words.
    place(this.canvas, { width: this.canvas.width / capped, height: this.canvas.height / capped });
    place(this.sheet, { width, height });
    return true;
  }

  /** The same, and has the browser make the pixels: it does so when something is drawn first. */
  ready(width, height, dpr) {
    this.size(width, height, dpr);
    this.canvas.getContext('2d').clearRect(0, 0, 1, 1);
  }

  /** The moment that the engine is at. `moving`: not at rest, so what is pointed at is elsewhere than its twin. */
  draw(engine, moving) {
    this.#replay.draw(engine, null, this.dpr);
    if (!this.#hot && this.#ring.hidden) return;
    const [x, y, w, h] = moving && this.#hot ? engine.place(this.#hot.datum, engine.shown()) : [];
    const apart = x !== undefined;
    this.#ring.hidden = !apart;
    this.#twin.heat(apart ? null : this.#hot);
    if (apart) place(this.#ring, { left: x, top: y, width: w, height: h });
    if (this.#hot) this.#lean(apart ? { x, y, w, h } : this.#hot);
  }

  /** The twin of a scene, and the scene in words. */
  show(scene, words) {
    const same = scene.id === this.root.dataset.scene;
    this.root.dataset.scene = scene.id;
    this.root.setAttribute('aria-label', scene.title);
    this.#description.textContent = scene.description;
    this.#reading.textContent = `${words.key}${words.colon}${scene.key.join(words.semicolon)}`;
    this.#keys.textContent = words.keys;
    if (!this.#twin.show(scene, words, this, same)) this.#tip.hidden = true;
  }

  get marks() {
    return this.#twin.marks;
  }

  markOf(figure) {
    return this.#twin.markOf(figure);
  }

  focusFigure(figure) {
    this.#twin.focusFigure(figure);
  }

  focusFirst() {
    this.#twin.focusFirst();
  }

  /** Points at a datum from elsewhere: what sounds is seen too. */
  point(key) {
    this.#twin.heat(this.marks.find((mark) => mark.key === key));
  }

  /** One level out of where the focus is in the twin; false when there is none. */
  out() {
    return this.#twin.out();
  }

  /** The mark under a pointer: the engine knows the shapes. Between the shapes of a mark, or just beside a small one, the box counts. */
  #under(event) {
    const x = event.offsetX;
    const y = event.offsetY;
    const datum = this.#on.pick(x, y);
    const picked = this.marks.find((mark) => mark.datum === datum);
    if (picked) return picked;
    const gap = (mark) => Math.hypot(Math.max(mark.x - x, 0, x - mark.x - mark.w), Math.max(mark.y - y, 0, y - mark.y - mark.h));
    const near = this.marks.filter((mark) => gap(mark) <= (SLOP[event.pointerType] ?? SLOP.mouse));
    return near.sort((a, b) => gap(a) - gap(b) || a.w * a.h - b.w * b.h)[0] ?? null;
  }

  #hover(mark) {
    this.#hot = mark;
    this.#ring.hidden = true;
    this.#twin.heat(mark);
    this.canvas.classList.toggle('over', Boolean(mark));
    this.#tip.hidden = !mark;
    if (!mark) return;
    this.#tip.textContent = mark.name;
    this.#lean(mark);
    this.#on.pointed();
  }

  /** The label beside a box: above it where there is room, never off the picture. */
  #lean({ x, y, w, h }) {
    const { offsetWidth: wide, offsetHeight: high } = this.#tip;
    const above = y - high - 8;
    place(this.#tip, {
      left: Math.max(4, Math.min(x + w / 2 - wide / 2, this.width - wide - 4)),
      top: above >= this.view.scrollTop ? above : Math.min(y + h + 8, this.height - high),
    });
  }
}
