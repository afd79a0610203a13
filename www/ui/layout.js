// Where the pieces stand: wide (cards beside the picture), narrow (cards over it) or stepper. Only moves nodes; sizes
// are in style.js.

import { styleSheet } from './style-sheet.js';
import { el } from './dom.js';

/**
 * @import {Mode} from '../types.js'
 * @import {Cards} from './cards.js'
 * @import {Controls} from './controls.js'
 */
/**
 * Its root is the picture with all that lies over it; `sheet` has the picture's own size.
 * @typedef {{ root: HTMLElement, sheet: HTMLElement }} StageParts
 */
/** What an element says of itself. @typedef {HTMLElement & { mode: Mode, single: boolean }} Host */
/** A width in CSS px, and that of a `rem`. @typedef {{ width: number, rem: number }} Space */
/** @typedef {{ root: HTMLElement }} Piece */

const WIDE = 900;
const PAGE = 1200; // the widest that cards and picture get beside each other,
const COLUMN = 0.58; // and the picture's part of it
const SIDES = 3; // rem beside them,
const WIDEST = 1248; // in a window of this width and more
const SMALL = 760; // below it the tools are behind one button
const SHEET = 720; // below it a record is a sheet at the bottom

/** @param {number} rem */
export const scaleOf = (rem) => Math.max(1, Math.min(2.5, rem / 16 || 1));

/**
 * `room`: CSS px, of which large text takes its part, down to that of a narrow window.
 * @param {Mode} mode
 * @param {boolean} single
 * @param {number} room
 */
function kindOf(mode, single, room) {
  const roomy = room >= WIDE;
  const page = mode === 'page' || (mode === 'auto' && roomy);
  return page && !single ? (roomy ? 'wide' : 'narrow') : 'stepper';
}

/**
 * What an element has before its pieces are arranged or even there: the `width` in CSS px within it, how wide a `rem`
 * is, in whole px as `rem` of the layout tells it, and whether it has the `whole` window: then neither what is in it
 * nor its own text size can have to do with the width.
 * @param {HTMLElement} host
 */
export function spaceOf(host) {
  const { paddingLeft, paddingRight } = getComputedStyle(host);
  const root = document.documentElement;
  const width = host.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  return { width, rem: Math.round(parseFloat(getComputedStyle(root).fontSize)), whole: width === root.clientWidth };
}

export class Layout {
  /** @type {'' | 'wide' | 'narrow' | 'stepper'} */
  kind = '';
  sheet = false;
  right = el('div', { class: 'right' });
  dock = el('div', { class: 'dock' });
  sentences = el('div', { part: 'sentences', class: 'sentences' });
  body = el('div', { class: 'body' });
  fallback = el('slot');
  errors = el('div', { class: 'errors' });
  liveRegion = el('p', { part: 'status', class: 'unseen', role: 'status', 'aria-live': 'polite' });
  /** One rem wide: tells when the reader's text size changes, which no media query does. */
  rem = el('span', { class: 'rem', 'aria-hidden': 'true' });
  frame;
  #masthead = el('slot', { name: 'masthead' });
  #parts;
  /** @type {Piece | null} */
  #panel = null;

  bar = el('header', { class: 'bar' }, this.#masthead);

  /** @param {{ stage: StageParts, cards: Cards, controls: Controls }} parts */
  constructor(parts) {
    this.#parts = parts;
    const { stage, cards } = parts;
    this.right.append(stage.root);
    this.body.append(cards.root, this.right);
    this.frame = el(
      'div',
      { class: 'frame' },
      this.bar,
      this.errors,
      this.body,
      this.dock,
      this.fallback,
      this.liveRegion,
      this.rem,
    );
    this.body.hidden = true;
    this.#masthead.addEventListener('slotchange', () =>
      this.frame.toggleAttribute('data-masthead', this.#masthead.assignedNodes().length > 0),
    );
  }

  /**
   * The pieces that are not seen with the first picture.
   * @param {{ table: Piece, panel: Piece, print: Piece }} pieces
   */
  complete({ table, panel, print }) {
    const { stage } = this.#parts;
    stage.root.append(table.root);
    this.liveRegion.before(print.root);
    this.#panel = panel;
    this.#house();
  }

  /** The record lies over the picture, or on narrow screens at the bottom of the window. */
  #house() {
    const { stage } = this.#parts;
    const panel = this.#panel;
    const home = !this.sheet ? stage.sheet : this.kind === 'stepper' ? stage.root : this.frame;
    if (panel && panel.root.parentNode !== home) home.append(panel.root);
  }

  /**
   * Returns true when the pieces were moved. `space`: what spaceOf said of the element, where asking the pieces would
   * lay them out as they are not to stay.
   * @param {Mode} mode
   * @param {boolean} single
   * @param {Space} [space]
   */
  arrange(mode, single, space = { width: this.frame.clientWidth, rem: this.rem.offsetWidth }) {
    const width = space.width / Math.min(scaleOf(space.rem), 2);
    const kind = kindOf(mode, single, width);
    this.sheet = width < SHEET;
    this.frame.toggleAttribute('data-small', width < SMALL);
    const { controls, cards } = this.#parts;
    const same = kind === this.kind;
    this.kind = kind;
    this.#house();
    if (same) return false;
    this.frame.dataset.layout = kind;
    cards.root.hidden = kind === 'stepper';
    cards.rail.remove();
    this.sentences.remove();
    controls.openTools(false);
    if (kind === 'wide') {
      this.bar.append(controls.tools);
      this.body.insertBefore(cards.rail, this.right);
      this.right.append(controls.transport);
    } else {
      controls.transport.append(controls.more, controls.tools);
      if (kind === 'narrow') this.dock.append(cards.rail, controls.transport);
      else this.right.append(...(single ? [] : [cards.rail]), controls.transport, this.sentences);
    }
    if (kind === 'wide') controls.more.remove();
    return true;
  }

  /**
   * CSS px that the picture's view will have in a `space`, by the widths of style.js; undefined where only the
   * browser's own layout tells: as between two widths of the page, or without cards, where what is hidden now may have
   * had a scroll bar.
   * @param {Space} space
   */
  viewWidth({ width, rem }) {
    if (this.kind === 'narrow') return width;
    return this.kind === 'wide' && width >= Math.max(WIDEST, PAGE + SIDES * rem) ? COLUMN * PAGE : undefined;
  }

  /** Large print: all text of the element, pictures included, half as large again; beside what the browser's own text
      size asks for. */
  get large() {
    return this.frame.hasAttribute('data-large');
  }

  set large(value) {
    this.frame.toggleAttribute('data-large', value);
    const root = /** @type {ShadowRoot} */ (this.frame.getRootNode());
    // The page may have added sheets of its own.
    root.adoptedStyleSheets = root.adoptedStyleSheets.map((sheet) =>
      sheet === styleSheet(!value) ? styleSheet(value) : sheet,
    );
  }

  get textScale() {
    return scaleOf(this.rem.offsetWidth);
  }

  /**
   * Heights of the pictures, so that the stage does not change its own from chapter to chapter. `dock`: measure what
   * lies below it too, which makes the browser lay out what is there.
   * @param {number} tallest
   * @param {{ dock?: boolean }} [options]
   */
  reserve(tallest, { dock = true } = {}) {
    this.frame.style.setProperty('--_tallest', `${tallest}px`);
    if (dock) this.frame.style.setProperty('--_dock', `${this.dock.offsetHeight}px`);
  }
}
