// The picture's accessibility overlay for keyboards and screen readers: real buttons at the marks' places, in reading order. Overview,
// then a group a chart, then each datum. One of them is a tab stop; arrows walk siblings, Enter goes in or opens a
// record, Escape goes out.

import { el, place } from '../ui/dom.js';

const LEAST = 24; // px: a smaller mark still has a target that a finger finds
const EDGE = 6; // px by which the overview's ring stays within the picture

/** Mark boxes as they are focused: at the mark's place, never smaller than a target. */
function boxOf({ x, y, w, h }) {
  const [wide, high] = [Math.max(w, LEAST), Math.max(h, LEAST)];
  return { left: x - (wide - w) / 2, top: y - (high - h) / 2, width: wide, height: high };
}

function around(marks) {
  const [left, top] = ['x', 'y'].map((side) => Math.min(...marks.map((mark) => mark[side])));
  return {
    x: left,
    y: top,
    w: Math.max(...marks.map((mark) => mark.x + mark.w)) - left,
    h: Math.max(...marks.map((mark) => mark.y + mark.h)) - top,
  };
}

export class AccessibilityOverlay {
  root = el('div', { class: 'overlay', role: 'group' });
  /** The data of the scene in reading order. */
  marks = [];
  #stops = new Map(); // button → {mark, box, parent, first}: what it stands for, and the way out and in
  #buttons = new Map(); // key of a datum → its button
  #on;

  /** `on`: open(mark, button), key(event) → true when used, focused(mark or null, box). */
  constructor(on) {
    this.#on = on;
    this.root.addEventListener('keydown', (event) => this.#walk(event));
    this.root.addEventListener('focusin', ({ target }) => {
      this.#become(target);
      const { mark, box } = this.#stops.get(target);
      on.focused(mark, box);
    });
    this.root.addEventListener('focusout', () => on.focused(null, null));
  }

  /** The focused item keeps the focus when the same scene comes in another language or width; true then. */
  show(scene, words, { width, height }, same) {
    const focused = this.root.getRootNode().activeElement;
    const kept = same && this.#stops.has(focused) ? focused.dataset.stop : null;
    this.marks = scene.groups.flatMap((group) => group.marks);
    this.root.setAttribute('aria-label', words.marks);
    this.#stops.clear();
    this.#buttons.clear();
    const whole = { x: EDGE, y: EDGE, w: width - 2 * EDGE, h: height - 2 * EDGE };
    const overview = this.#stop(
      'overview',
      'area',
      words.overview(scene.title, scene.groups.length, this.marks.length),
      { box: whole, parent: null },
    );
    overview.setAttribute('aria-describedby', 'description keys');
    const single = scene.groups.length === 1;
    const lists = scene.groups.flatMap(({ name, marks }, index) => {
      const group = single
        ? overview
        : this.#stop(`group-${index}`, 'area', name, { box: around(marks), parent: overview });
      const items = marks.map((mark) => this.#datum(mark, group, words.semicolon));
      [this.#stops.get(group).first] = items;
      const list = el(
        'ul',
        { role: 'list', 'aria-label': single ? name : null },
        ...items.map((item) => el('li', {}, item)),
      );
      return single ? [list] : [el('li', {}, group, list)];
    });
    if (!single) [this.#stops.get(overview).first] = lists.map((item) => item.firstChild);
    this.root.replaceChildren(overview, ...(single ? lists : [el('ul', { role: 'list' }, ...lists)]));
    const again = [...this.#stops.keys()].find((stop) => stop.dataset.stop === kept) ?? null;
    this.#become(again ?? overview);
    again?.focus({ preventScroll: true });
    return again !== null;
  }

  markOf(figure) {
    return this.marks.find((mark) => mark.figure === figure);
  }

  buttonOf(mark) {
    return this.#buttons.get(mark?.key) ?? null;
  }

  focusFigure(figure) {
    this.buttonOf(this.markOf(figure))?.focus({ preventScroll: true });
  }

  focusFirst() {
    this.root.querySelector('.area')?.focus({ preventScroll: true });
  }

  /** The datum under a pointer or focus, or none. */
  heat(mark) {
    for (const [key, button] of this.#buttons) button.classList.toggle('hot', key === mark?.key);
  }

  /** One level out; false when the focus is not within, or already on the overview. */
  out() {
    const { parent } = this.#stops.get(this.root.getRootNode().activeElement) ?? {};
    parent?.focus({ preventScroll: true });
    return Boolean(parent);
  }

  #stop(id, kind, name, { box, parent, mark = null }) {
    const button = el('button', { type: 'button', class: kind, tabindex: '-1', 'aria-label': name, 'data-stop': id });
    this.#stops.set(button, { mark, box, parent, first: null });
    place(button, boxOf(box));
    if (!mark) button.addEventListener('click', () => this.#into(button));
    return button;
  }

  #datum(mark, parent, semicolon) {
    const name = [mark.name, mark.source].filter(Boolean).join(semicolon);
    const button = this.#stop(`mark-${mark.key}`, 'mark', name, { box: mark, parent, mark });
    button.dataset.mark = mark.key;
    if (mark.figure) {
      button.dataset.figure = mark.figure;
      button.setAttribute('aria-haspopup', 'dialog');
    }
    button.addEventListener('click', () => this.#on.open(mark, button));
    this.#buttons.set(mark.key, button);
    return button;
  }

  #become(stop) {
    for (const other of this.#stops.keys()) other.tabIndex = other === stop ? 0 : -1;
  }

  #into(stop) {
    this.#stops.get(stop).first?.focus({ preventScroll: true });
  }

  #walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stop = this.#stops.get(event.target);
    if (!stop) return;
    const siblings = [...this.#stops.keys()].filter((other) => this.#stops.get(other).parent === stop.parent);
    const at = siblings.indexOf(event.target);
    const last = siblings.length - 1;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[
      event.key
    ];
    if (to === undefined) {
      if (this.#on.key(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    // The overview has no siblings: forwards from it is inwards.
    if (!stop.parent && to > last) this.#into(event.target);
    else siblings[Math.max(0, Math.min(to, last))].focus({ preventScroll: true });
  }
}
