// How a picture taller than its window moves with the page, what of it and of the words beside it an edge cuts, and
// how far to scroll for something to be seen.

import { covers, textLines } from './text-lines.js';

/**
 * @import {Box} from '../types.js'
 * @import {Cards} from '../ui/cards.js'
 * @import {Layout} from '../ui/layout.js'
 * @import {PlayerHost} from './player-host.js'
 * @import {Stage} from './stage.js'
 * @import {Line} from './text-lines.js'
 */

const ABOVE = 8; // CSS px that are seen above a mark that is scrolled to
const HIDDEN = 8; // CSS px: less has nothing to read in it
const LINE = 32; // CSS px of a line of the words, which is seen before and after a press

export class Scrolling {
  #playerHost;
  #layout;
  #stage;
  #cards;
  #columns;
  #share;
  /** CSS px by which the picture's window is higher than usual, because little stands below it. */
  grown = 0;
  /** CSS px of words that are hidden below the picture and above the bar, for none of their lines to be cut. */
  #cut = '';
  /** Of the picture on show, where that was asked for. @type {Line[] | null} */
  #lines = null;

  /**
   * `columns()`: how cards and picture share the window, null without cards; `share(index)`: CSS px that a chapter's
   * picture has of the window where something stands below it, else 0.
   * @param {PlayerHost} playerHost
   * @param {{ layout: Layout, stage: Stage, cards: Cards }} pieces
   * @param {() => 'wide' | 'narrow' | null} columns
   * @param {(index: number) => number} share
   */
  constructor(playerHost, { layout, stage, cards }, columns, share) {
    this.#playerHost = playerHost;
    this.#layout = layout;
    this.#stage = stage;
    this.#cards = cards;
    this.#columns = columns;
    this.#share = share;
  }

  get #paged() {
    return this.#columns() !== null;
  }

  /** Where the top of a step is when its picture, if too tall, begins to move, px of the window. */
  get #line() {
    const { right } = this.#layout;
    if (this.#columns() === 'wide') return right.getBoundingClientRect().top;
    return this.#stage.view.getBoundingClientRect().bottom - this.grown;
  }

  /**
   * A picture taller than its stage moves with the page while its chapter is read; it is never scaled, or its text
   * would get too small.
   * @param {number} index
   * @param {number} beat
   */
  pan(index, beat) {
    const { view } = this.#stage;
    const grown = this.#columns() === 'narrow' ? this.#cards.grown(index, beat, this.#line) : 0;
    if (grown !== this.grown) {
      this.grown = grown;
      this.#layout.right.style.setProperty('--_grown', `${grown}px`);
    }
    const { scrollHeight, clientHeight } = view;
    const part = this.#paged && scrollHeight > clientHeight;
    if (part) view.scrollTop = this.#cards.pan(index, beat, this.#line);
    if (part) this.#lines ??= this.#playerHost.use(textLines) ?? [];
    const { scrollTop } = view;
    const lines = part ? this.#lines : null;
    // in a low window it reaches under the bar until the page is scrolled
    const seen = part ? this.#layout.dock.getBoundingClientRect().top - view.getBoundingClientRect().top : 0;
    const foot = scrollTop + Math.min(clientHeight, Math.ceil(seen));
    this.#stage.cover(lines ? covers(lines, scrollTop, foot, view.clientWidth) : []);
    if (this.#paged) this.#whole(index, beat);
  }

  /**
   * No line of the words is cut through either: neither below a phone's picture nor above the bar.
   * @param {number} index
   * @param {number} beat
   */
  #whole(index, beat) {
    const { right, dock } = this.#layout;
    const below = this.#columns() === 'narrow' ? this.#cards.cut(index, beat, this.#line + this.grown).below : 0;
    const { above } = this.#cards.cut(index, beat, dock.getBoundingClientRect().top);
    // said again it costs the styles of all that is within
    if (`${below} ${above}` === this.#cut) return;
    this.#cut = `${below} ${above}`;
    right.style.setProperty('--_under', `${below}px`);
    dock.style.setProperty('--_over-bar', `${above}px`);
  }

  /** Another picture is on show, or the same one otherwise. */
  changed() {
    this.#lines = null;
  }

  /**
   * Scrolls on in a picture or in words of which something is out of sight below, by no more than is in sight and to
   * where one of the picture's `marks` begins; false where all has been seen.
   * @param {number} index
   * @param {number} beat
   * @param {Box[]} marks
   */
  showRest(index, beat, marks) {
    if (!this.#paged || this.#share(index) > 0) return false;
    const floor = this.#layout.dock.getBoundingClientRect().top;
    const words = this.#cards.rest(index, beat, floor);
    const { scrollHeight, clientHeight, scrollTop } = this.#stage.view;
    const hidden = scrollHeight - clientHeight - scrollTop;
    if (Math.max(hidden, words) < HIDDEN) return false;
    const narrow = this.#columns() === 'narrow';
    const end = narrow ? this.#cards.end(index, beat) : scrollHeight - clientHeight;
    const seen = scrollTop + clientHeight;
    const whole = marks.filter(({ y, h }) => y > scrollTop + clientHeight / 2 && y <= seen && y + h > seen);
    const next = Math.min(hidden > clientHeight ? seen - ABOVE : end, ...whole.map(({ y }) => y - ABOVE));
    const before = window.scrollY;
    const now = this.#cards.pan(index, beat, this.#line);
    const on = hidden < HIDDEN ? now : Math.min(end, next);
    // what is below the bar now is above it then, and none of it below the picture
    const most = words < HIDDEN ? on : now + floor - this.#line - LINE;
    this.#cards.moveTo(index, beat, this.#line, Math.min(Math.max(on, now + words), most));
    // no words of the card cut through by the picture's foot either
    if (narrow)
      window.scrollBy({ top: this.#cards.cut(index, beat, this.#line + this.grown).below, behavior: 'instant' });
    return window.scrollY !== before;
  }

  /** How much of the story's end is still below the window, CSS px. */
  get left() {
    return this.#paged ? this.#cards.left(this.#layout.dock.getBoundingClientRect().top) : 0;
  }

  /** Scrolls on to what the story ends with; false where that is in sight. */
  showEnd() {
    const { left } = this;
    window.scrollBy({ top: Math.min(left, innerHeight / 2), behavior: 'instant' });
    return left > 0;
  }

  /** Whether a part of a card is in sight, whole. @param {Element} part */
  sees(part) {
    const { top, bottom } = part.getBoundingClientRect();
    const line = this.#columns() === 'narrow' ? this.#stage.view.getBoundingClientRect().bottom : 0;
    return top >= line && bottom <= this.#layout.dock.getBoundingClientRect().top;
  }

  /**
   * Brings what has the focus into sight: `box` in CSS px of the picture.
   * @param {number} index
   * @param {number} beat
   * @param {Box} box
   */
  reveal(index, beat, { x, y, w, h }) {
    const { view } = this.#stage;
    const seen = view.getBoundingClientRect();
    if (x < view.scrollLeft || x + w > view.scrollLeft + view.clientWidth)
      view.scrollLeft = x + w / 2 - view.clientWidth / 2;
    const top = seen.top + this.#stage.sheet.offsetTop - view.scrollTop + y;
    const floor = this.#paged ? seen.bottom : window.innerHeight;
    if (top >= Math.max(0, seen.top) && top + Math.min(h, floor - seen.top) <= floor) return;
    // As far as the picture has to be moved up for the box to be in its window.
    const least = view.clientHeight - this.grown;
    const moved = Math.max(0, Math.min(y, y + h + 16 - least));
    if (this.#paged) this.#cards.moveTo(index, beat, this.#line, moved);
    else window.scrollBy({ top: top - Math.max(0, (window.innerHeight - h) / 2), behavior: 'instant' });
  }
}
