// Where the pieces stand: wide (cards beside the picture), narrow (cards below it) or stepper. Only moves nodes; sizes
// are in style.js.

import { styleSheet } from './style-sheet.js';
import { el } from './dom.js';

/**
 * @import {Beside, Mode} from '../types.js'
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
/**
 * @typedef {{ left: number, width: number, top: number, bottom: number, heading: number, picture: number }} Column
 */

const WIDE = 900;
const LOW = 500; // in a window lower than this, cards and picture stand beside each other
const BESIDE = 640; // from this width on
/** Widths from which there is more room for text and around it: style.js has the sizes. @type {[number, string][]} */
const ROOMS = [
  [1800, 'huge'],
  [1400, 'large'],
];
const SMALL = 760; // below it the tools are behind one button
const SPACE = 16; // px around a record in the column of text
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
  const roomy = room >= (innerHeight < LOW ? BESIDE : WIDE);
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
  /** Of the record that is or was open. @type {HTMLElement | null} */
  #opener = null;

  bar = el('header', { class: 'bar' }, this.#masthead);

  /** @param {{ stage: StageParts, cards: Cards, controls: Controls }} parts */
  constructor(parts) {
    this.#parts = parts;
    const { stage, cards } = parts;
    this.right.append(stage.root);
    this.body.append(cards.front, cards.root, this.right);
    this.frame = el(
      'div',
      { class: 'frame' },
      this.bar,
      this.errors,
      this.body,
      cards.outro,
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

  /** Whether a record stands in the column of text, and leaves the picture free. */
  get #hasColumn() {
    return this.kind === 'wide' && !this.sheet && innerHeight >= LOW;
  }

  /** The record stands beside the picture or lies over it, or on narrow screens at the bottom of the window. */
  #house() {
    const { stage } = this.#parts;
    const panel = this.#panel;
    const over = this.kind === 'stepper' ? stage.root : this.frame;
    const home = this.#hasColumn || this.#byWords ? this.frame : this.sheet ? over : stage.sheet;
    if (panel && panel.root.parentNode !== home) home.append(panel.root);
  }

  /** A record from the words below a picture stands at them: its mark may be far up. */
  get #byWords() {
    return this.kind === 'stepper' && !this.sheet && this.#opener?.closest('.sentences') !== null;
  }

  /** A record is about to be opened by this. @param {HTMLElement | null} opener */
  receive(opener) {
    this.#opener = opener;
    this.#house();
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
    this.frame.dataset.room = ROOMS.find(([from]) => space.width >= from)?.[1] ?? '';
    const { controls, cards } = this.#parts;
    const same = kind === this.kind;
    this.kind = kind;
    cards.below = kind === 'narrow';
    this.#house();
    if (same) return false;
    this.frame.dataset.layout = kind;
    cards.root.hidden = kind === 'stepper';
    const { root: rail } = cards.rail;
    rail.remove();
    this.sentences.remove();
    controls.openTools(false);
    const paged = kind !== 'stepper';
    controls.tuck(paged);
    if (paged) {
      this.bar.append(controls.tools, controls.more);
      this.dock.append(controls.transport, rail);
    } else {
      controls.transport.append(controls.more, controls.tools);
      this.right.append(...(single ? [] : [rail]), controls.transport, this.sentences);
    }
    return true;
  }

  /**
   * What full-bleed pictures have beside the stage: up to the frame's edges, with the text at the left. Nothing where
   * cards and picture do not stand beside each other, or the text does not keep its place.
   * @returns {Beside}
   */
  get beside() {
    if (this.kind !== 'wide' || innerHeight < LOW) return [0, 0, 0, 0];
    const { stage, cards } = this.#parts;
    const [frame, picture] = [this.frame, stage.root].map((piece) => piece.getBoundingClientRect());
    return [Math.floor(picture.left - frame.left), Math.floor(frame.right - picture.right), cards.root.clientWidth, 0];
  }

  /**
   * The column of text in which a record stands, from `top` to `bottom` at most and better below the `heading`, and
   * where the picture begins: CSS px of the window. Null where a record lies over the picture or below it.
   * @returns {Column | null}
   */
  get column() {
    if (!this.#hasColumn) return null;
    const { stage, cards } = this.#parts;
    const [all, text, sheet] = [this.right, cards.root, stage.sheet].map((piece) => piece.getBoundingClientRect());
    const heading = cards.root.querySelector('.card.active .step:not(.aside) :is(h2, .again)');
    const top = all.top + SPACE;
    const below = Math.max(top, (heading?.getBoundingClientRect().bottom ?? 0) + SPACE);
    const { left, width } = text;
    return { left, width, top, bottom: all.bottom - SPACE / 2, heading: below, picture: sheet.top };
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

  /** Whether the story is what the window shows: not in an article, nor in a frame of one. */
  get fills() {
    const { clientWidth, clientHeight } = document.documentElement;
    const { left, right, top, bottom } = this.frame.getBoundingClientRect();
    return parent === window && left <= 0 && right >= clientWidth && top <= 1 && bottom > clientHeight / 2;
  }

  get textScale() {
    return scaleOf(this.rem.offsetWidth);
  }

  /**
   * Height of the tallest picture, so that the stage of a stepper does not change its own from chapter to chapter.
   * @param {number} tallest CSS px
   */
  reserve(tallest) {
    this.frame.style.setProperty('--_tallest', `${tallest}px`);
  }
}
