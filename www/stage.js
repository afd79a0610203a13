// The picture and its twin: a canvas for the eyes, and over it one focusable button per mark for keyboards and screen readers.
// All boxes are CSS px of the picture at rest.

import { el, place } from './dom.js';
import { Replay } from './replay.js';

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
  #twin = el('div', { class: 'twin', role: 'group' });
  #tip = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  #description = el('p', { class: 'unseen', id: 'description' });
  #reading = el('p', { class: 'unseen' });
  sheet = el('div', { class: 'sheet' }, this.canvas, this.#twin, this.#tip);
  view = el('div', { class: 'view' }, this.sheet);
  root = el('figure', { class: 'stage', 'aria-describedby': 'description' }, this.view, this.#description, this.#reading);
  width = 0;
  height = 0;
  dpr = 1;
  marks = [];
  #buttons = new Map();
  #replay = new Replay(this.canvas.getContext('2d'));
  #on;

  /** `on`: pick(x, y) → mark key or '', open(mark, button), key(event) → true when used, lost() when the browser has dropped the canvas' pixels. */
  constructor(on) {
    this.#on = on;
    this.canvas.addEventListener('pointermove', (event) => this.#hover(this.#under(event)));
    this.canvas.addEventListener('pointerleave', () => this.#hover(null));
    this.canvas.addEventListener('click', (event) => {
      const mark = this.#under(event);
      if (mark) on.open(mark, this.#buttons.get(mark.key));
    });
    this.canvas.addEventListener('contextrestored', () => on.lost());
    this.#twin.addEventListener('keydown', (event) => this.#walk(event));
    this.#twin.addEventListener('focusin', (event) => this.#focused(event.target));
    this.#twin.addEventListener('focusout', () => this.#hover(null));
  }

  /** Sizes the canvas, true when that cleared it: setting a width clears, so only on a real change. */
  size(width, height, dpr) {
    const capped = cappedDpr(width, height, dpr);
    if (width === this.width && height === this.height && capped === this.dpr) return false;
    Object.assign(this, { width, height, dpr: capped });
    this.canvas.width = Math.max(1, Math.floor(width * capped));
    this.canvas.height = Math.max(1, Math.floor(height * capped));
    place(this.canvas, { width, height });
    place(this.sheet, { width, height });
    return true;
  }

  draw(engine, seconds) {
    this.#replay.draw(engine, seconds, this.dpr);
  }

  /** The twin of a scene. The focused mark keeps the focus when the same scene comes in another language or width. */
  show(scene, words) {
    const focused = this.#twin.getRootNode().activeElement?.dataset?.mark;
    const same = scene.id === this.root.dataset.scene;
    this.root.dataset.scene = scene.id;
    this.marks = scene.marks;
    this.root.setAttribute('aria-label', scene.title);
    this.#twin.setAttribute('aria-label', words.marks);
    this.#description.textContent = `${scene.subtitle} ${scene.description}`;
    this.#reading.textContent = `${words.key}${words.colon}${scene.key.join('; ')}. ${scene.source}`;
    this.#buttons = new Map(scene.marks.map((mark) => [mark.key, this.#button(mark)]));
    this.#twin.replaceChildren(...this.#buttons.values());
    const kept = same && focused !== undefined ? this.#buttons.get(focused) : null;
    const stop = kept ?? this.#buttons.values().next().value;
    if (stop) stop.tabIndex = 0;
    kept?.focus({ preventScroll: true });
    if (!kept) this.#tip.hidden = true;
  }

  markOf(figure) {
    return this.marks.find((mark) => mark.figure === figure);
  }

  focusFigure(figure) {
    const mark = this.markOf(figure);
    if (mark) this.#buttons.get(mark.key).focus({ preventScroll: true });
  }

  focusFirst() {
    this.#buttons.values().next().value?.focus({ preventScroll: true });
  }

  #button(mark) {
    const button = el('button', {
      type: 'button', class: 'mark', tabindex: '-1', 'aria-label': mark.name,
      'data-mark': mark.key, 'data-figure': mark.figure || null, 'aria-haspopup': mark.figure ? 'dialog' : null,
      onclick: () => this.#on.open(mark, button),
    });
    place(button, { left: mark.x, top: mark.y, width: mark.w, height: mark.h });
    return button;
  }

  /** The mark under a pointer: the engine knows the shapes. Between the shapes of a mark, or just beside a small one, the box counts. */
  #under(event) {
    const x = event.offsetX;
    const y = event.offsetY;
    const key = this.#on.pick(x, y);
    const picked = this.marks.find((mark) => mark.key === key);
    if (picked) return picked;
    const gap = (mark) => Math.hypot(Math.max(mark.x - x, 0, x - mark.x - mark.w), Math.max(mark.y - y, 0, y - mark.y - mark.h));
    const near = this.marks.filter((mark) => gap(mark) <= (SLOP[event.pointerType] ?? SLOP.mouse));
    return near.sort((a, b) => gap(a) - gap(b) || a.w * a.h - b.w * b.h)[0] ?? null;
  }

  #hover(mark) {
    for (const button of this.#buttons.values()) button.classList.toggle('hot', button.dataset.mark === mark?.key);
    this.canvas.classList.toggle('over', Boolean(mark));
    this.#tip.hidden = !mark;
    if (!mark) return;
    this.#tip.textContent = mark.name;
    const { offsetWidth: wide, offsetHeight: high } = this.#tip;
    const above = mark.y - high - 8;
    place(this.#tip, {
      left: Math.max(4, Math.min(mark.x + mark.w / 2 - wide / 2, this.width - wide - 4)),
      top: above >= this.view.scrollTop ? above : Math.min(mark.y + mark.h + 8, this.height - high),
    });
  }

  #focused(button) {
    for (const other of this.#buttons.values()) other.tabIndex = other === button ? 0 : -1;
    this.#hover(this.marks.find((mark) => mark.key === button.dataset.mark));
  }

  #walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.marks.findIndex((mark) => mark.key === event.target.dataset.mark);
    const last = this.marks.length - 1;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) {
      if (this.#on.key(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    this.#buttons.get(this.marks[Math.max(0, Math.min(to, last))].key).focus();
  }
}
