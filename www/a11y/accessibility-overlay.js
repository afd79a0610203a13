// The picture for keyboards and screen readers: real buttons at the marks' places, in reading order. Overview, then a
// group a chart, then each datum. One of them is a tab stop; arrows walk siblings, Enter goes in or opens a record,
// Escape goes out.

import { el, place } from '../ui/dom.js';

/**
 * @import {Box, Mark, Scene, Size, Words} from '../types.js'
 * @typedef {(mark: Mark, opener: HTMLElement | null) => void} OpenMark
 */
/**
 * What a button stands for, and the way out and in.
 * @typedef {{ mark: Mark | null, box: Box, parent: HTMLElement | null, first: HTMLElement | null }} Stop
 */

const LEAST = 24; // px: a smaller mark still has a target that a finger finds
const EDGE = 6; // px by which the overview's ring stays within the picture

/** Mark boxes as they are focused: at the mark's place, never smaller than a target. @param {Box} box */
function boxOf({ x, y, w, h }) {
  const [wide, high] = [Math.max(w, LEAST), Math.max(h, LEAST)];
  return { left: x - (wide - w) / 2, top: y - (high - h) / 2, width: wide, height: high };
}

/**
 * The box around all of them.
 * @param {Box[]} marks
 * @returns {Box}
 */
function around(marks) {
  const left = Math.min(...marks.map((mark) => mark.x));
  const top = Math.min(...marks.map((mark) => mark.y));
  return {
    x: left,
    y: top,
    w: Math.max(...marks.map((mark) => mark.x + mark.w)) - left,
    h: Math.max(...marks.map((mark) => mark.y + mark.h)) - top,
  };
}

export class AccessibilityOverlay {
  root = el('div', { class: 'overlay', role: 'group' });
  /** The data of the scene in reading order. @type {Mark[]} */
  marks = [];
  /** @type {Map<EventTarget | null, Stop & { button: HTMLElement }>} */
  #stops = new Map();
  /** @type {Map<string, HTMLElement>} */
  #buttons = new Map(); // key of a datum → its button
  #on;

  /**
   * `key` is true when the event was used; `focused` has nulls when the focus leaves.
   * @param {object} on
   * @param {OpenMark} on.open
   * @param {(event: KeyboardEvent) => boolean} on.key
   * @param {(mark: Mark | null, box: Box | null) => void} on.focused
   */
  constructor(on) {
    this.#on = on;
    this.root.addEventListener('keydown', (event) => this.#walk(event));
    this.root.addEventListener('focusin', ({ target }) => {
      const stop = this.#stops.get(target);
      if (!stop) return;
      this.#become(stop.button);
      on.focused(stop.mark, stop.box);
    });
    this.root.addEventListener('focusout', () => on.focused(null, null));
  }

  /**
   * The focused item keeps the focus when the same scene comes in another language or width; true then.
   * @param {Scene} scene
   * @param {Words} words
   * @param {Size} size
   * @param {boolean} same
   */
  show(scene, words, { width, height }, same) {
    const kept = (same && this.#focused()?.button.dataset.stop) || null;
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
    /** @type {HTMLElement[]} */
    const lists = scene.groups.flatMap(({ name, marks }, index) => {
      const group = single
        ? overview
        : this.#stop(`group-${index}`, 'area', name, { box: around(marks), parent: overview });
      const items = marks.map((mark) => this.#datum(mark, group, words.semicolon));
      this.#lead(group, items[0]);
      const list = el(
        'ul',
        { role: 'list', 'aria-label': single ? name : null },
        ...items.map((item) => el('li', {}, item)),
      );
      return single ? list : el('li', {}, group, list);
    });
    if (!single) this.#lead(overview, /** @type {HTMLElement | null} */ (lists[0]?.firstElementChild));
    this.root.replaceChildren(overview, ...(single ? lists : [el('ul', { role: 'list' }, ...lists)]));
    const again = [...this.#stops.values()].find(({ button }) => button.dataset.stop === kept)?.button ?? null;
    this.#become(again ?? overview);
    again?.focus({ preventScroll: true });
    return again !== null;
  }

  /** @param {string} figure */
  markOf(figure) {
    return this.marks.find((mark) => mark.figure === figure);
  }

  /** @param {Mark | undefined} mark */
  buttonOf(mark) {
    return (mark && this.#buttons.get(mark.key)) ?? null;
  }

  /** @param {string} figure */
  focusFigure(figure) {
    this.buttonOf(this.markOf(figure))?.focus({ preventScroll: true });
  }

  focusFirst() {
    /** @type {HTMLElement | null} */ (this.root.querySelector('.area'))?.focus({ preventScroll: true });
  }

  /** The datum under a pointer or focus, or none. @param {Mark | null} [mark] */
  heat(mark) {
    for (const [key, button] of this.#buttons) button.classList.toggle('hot', key === mark?.key);
  }

  /** One level out; false when the focus is not within, or already on the overview. */
  out() {
    const parent = this.#focused()?.parent;
    parent?.focus({ preventScroll: true });
    return Boolean(parent);
  }

  #focused() {
    return this.#stops.get(/** @type {ShadowRoot | Document} */ (this.root.getRootNode()).activeElement);
  }

  /**
   * Says what the way in leads to.
   * @param {HTMLElement} stop
   * @param {HTMLElement | null} first
   */
  #lead(stop, first) {
    const known = this.#stops.get(stop);
    if (known) known.first = first;
  }

  /**
   * @param {string} id
   * @param {'area' | 'mark'} kind
   * @param {string} name
   * @param {{ box: Box, parent: HTMLElement | null, mark?: Mark | null }} place
   */
  #stop(id, kind, name, { box, parent, mark = null }) {
    const button = el('button', { type: 'button', class: kind, tabindex: '-1', 'aria-label': name, 'data-stop': id });
    this.#stops.set(button, { button, mark, box, parent, first: null });
    place(button, boxOf(box));
    if (!mark) button.addEventListener('click', () => this.#into(button));
    return button;
  }

  /**
   * @param {Mark} mark
   * @param {HTMLElement} parent
   * @param {string} semicolon
   */
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

  /** @param {HTMLElement} stop */
  #become(stop) {
    for (const { button } of this.#stops.values()) button.tabIndex = button === stop ? 0 : -1;
  }

  /** @param {HTMLElement} stop */
  #into(stop) {
    this.#stops.get(stop)?.first?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stop = this.#stops.get(event.target);
    if (!stop) return;
    const siblings = [...this.#stops.values()].filter((other) => other.parent === stop.parent);
    const at = siblings.indexOf(stop);
    const last = siblings.length - 1;
    /** @type {Record<string, number>} */
    const ways = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last };
    const to = Object.hasOwn(ways, event.key) ? ways[event.key] : undefined;
    if (to === undefined) {
      if (this.#on.key(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    // The overview has no siblings: forwards from it is inwards.
    if (!stop.parent && to > last) this.#into(stop.button);
    else siblings[Math.max(0, Math.min(to, last))].button.focus({ preventScroll: true });
  }
}
