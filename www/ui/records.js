// The record of a figure, beside its mark on a wide screen, a sheet at the bottom on a narrow one; and which record is
// open. The address names it while it is open.

import { copy } from './clipboard.js';
import { el, icon, label, place } from './dom.js';

/**
 * @import {Box, FigureRecord, Mark, RecordRow, Scene, Size, Words} from '../types.js'
 * @import {Column} from './layout.js'
 * @typedef {{ view: HTMLElement, sheet: HTMLElement } & Size} StageParts
 * @typedef {{ markOf: (figure: string) => Mark | undefined, focusFigure: (figure: string) => void }} Marks
 * @typedef {(text: string) => void} Say
 * @typedef {(figure: string) => string} LinkTo
 * @typedef {(figure: string, orphan: boolean) => void} Closed
 */

const GAP = 12;
const EDGE = 8;
const LINE = 7; // px between a line of text and a record in the same column: the next line is wholly under it
const LEAST = 320; // px: the lowest that a record with a scroll bar is made for the heading to stay above it

class RecordPanel {
  #body = el('div', { class: 'record-body' });
  #close = el('button', { type: 'button', class: 'button quiet', 'data-do': 'close' }, icon('close'));
  root = el(
    'section',
    { part: 'record', class: 'record', role: 'dialog', tabindex: '-1', hidden: true },
    this.#close,
    this.#body,
  );
  figure = '';
  /** @type {HTMLElement | null} */
  #opener = null;
  #on;

  /**
   * `on`: say(text), linkTo(figure), closed(figure, orphan): orphan when the focus should return and its place is gone.
   * @param {{ say: Say, linkTo: LinkTo, closed: Closed }} on
   */
  constructor(on) {
    this.#on = on;
    this.#close.addEventListener('click', () => this.close());
  }

  get open() {
    return !this.root.hidden;
  }

  /**
   * Opens; `opener` gets the focus back, null when an address opened the record.
   * @param {FigureRecord} record
   * @param {Words} words
   * @param {HTMLElement | null} opener
   */
  show(record, words, opener) {
    this.#opener = opener;
    this.fill(record, words);
    this.root.hidden = false;
    this.root.focus({ preventScroll: true });
  }

  /** @param {FigureRecord} record @param {Words} words */
  fill(record, words) {
    this.figure = record.id;
    this.root.setAttribute('aria-label', `${words.record}${words.colon}${record.label} ${record.number}`);
    label(this.#close, words.close);
    // it says the source again: only for who cannot copy it
    const cite = el('p', { class: 'record-cite', hidden: true }, record.cite);
    const copying = (/** @type {() => string} */ text, /** @type {string} */ what, /** @type {string} */ name) => {
      const button = el('button', { type: 'button', class: 'button small', 'data-do': name }, what);
      button.addEventListener('click', async () => {
        const isCopied = await copy(text());
        const done = isCopied ? words.copied : words.copyFailed;
        if (name === 'cite') cite.hidden = isCopied;
        button.textContent = done;
        this.#on.say(done);
        setTimeout(() => {
          button.textContent = what;
        }, 2000);
      });
      return button;
    };
    this.#body.replaceChildren(
      el(
        'p',
        { class: 'record-head' },
        el('strong', { class: 'record-number' }, record.number),
        ' ',
        el('span', {}, record.label),
      ),
      el('dl', {}, ...record.rows.flatMap((row) => [el('dt', {}, row.label), el('dd', {}, ...rowText(row, words))])),
      cite,
      el(
        'p',
        { class: 'record-tools' },
        copying(() => record.cite, words.cite, 'cite'),
        copying(() => this.#on.linkTo(record.id), words.figureLink, 'link'),
      ),
    );
  }

  /**
   * `mark` in px of the sheet, `sheet` its size, `window` the part of it in sight; without a mark: upper right.
   * @param {Box | undefined} mark
   * @param {Size} sheet
   * @param {{ top: number, bottom: number }} window
   */
  beside(mark, sheet, window) {
    place(this.root, { width: null, height: null });
    const { offsetWidth: wide, offsetHeight: high } = this.root;
    /** @type {(value: number, low: number, top: number) => number} */
    const clamp = (value, low, top) => Math.max(low, Math.min(value, Math.max(low, top)));
    const target = mark ?? { x: sheet.width - wide / 2, y: window.top, w: 0, h: 0 };
    const middle = clamp(target.x + target.w / 2 - wide / 2, EDGE, sheet.width - wide - EDGE);
    const level = clamp(target.y + target.h / 2 - high / 2, window.top + EDGE, window.bottom - high - EDGE);
    const choices = [
      { side: 'below', left: middle, top: target.y + target.h + GAP },
      { side: 'above', left: middle, top: target.y - high - GAP },
      { side: 'right', left: target.x + target.w + GAP, top: level },
      { side: 'left', left: target.x - wide - GAP, top: level },
    ];
    /** @typedef {{ side: string, left: number, top: number }} Place */
    const inStage = (/** @type {Place} */ { side, left, top }) => ({
      side,
      left: clamp(left, EDGE, sheet.width - wide - EDGE),
      top: clamp(top, window.top, window.bottom - high),
    });
    const covered = (/** @type {Place} */ { left, top }) =>
      Math.max(0, Math.min(left + wide, target.x + target.w) - Math.max(left, target.x)) *
      Math.max(0, Math.min(top + high, target.y + target.h) - Math.max(top, target.y));
    // The first that leaves the mark free; where none does, the one that covers least of it, without an arrow.
    const placed = choices.map(inStage);
    const free = placed.find((choice) => mark && covered(choice) === 0);
    const chosen = free ?? { ...placed.sort((a, b) => covered(a) - covered(b))[0], side: 'over' };
    this.root.dataset.side = chosen.side;
    place(this.root, { left: chosen.left, top: chosen.top });
    this.root.style.setProperty('--_arrow', `${clamp(target.x + target.w / 2 - chosen.left, 18, wide - 18)}px`);
  }

  /**
   * In the column of text, as high as it needs to be, with its arrow at the height of the mark: right below the number
   * that opened it, or above it where there is no room; else below the heading, which it covers only to be seen whole.
   * @param {Box | undefined} mark
   * @param {Column} column
   */
  inColumn(mark, { left, width, top, bottom, heading, picture }) {
    this.root.dataset.side = mark ? 'column' : 'column none';
    place(this.root, { left, width, top, height: null });
    const need = this.root.offsetHeight;
    const least =
      need > bottom - top && bottom - heading >= LEAST ? heading : Math.max(top, Math.min(heading, bottom - need));
    const high = Math.min(need, bottom - least);
    const number = this.#opener?.matches('.number') ? this.#opener.getBoundingClientRect() : null;
    const [below, above] = number ? [number.bottom + LINE, number.top - LINE - high] : [heading, heading];
    const y = below >= least && below + high <= bottom ? below : above >= top && above + high <= bottom ? above : least;
    place(this.root, { top: y, height: high });
    const level = mark ? picture + mark.y + mark.h / 2 - y : 0;
    this.root.style.setProperty('--_arrow', `${Math.max(18, Math.min(level, high - 18))}px`);
  }

  /** At the number in the words below the picture that opened it: right above it. @param {DOMRect} number */
  atNumber(number) {
    this.root.dataset.side = 'above';
    place(this.root, { width: null, height: null });
    const { offsetWidth: wide, offsetHeight: high } = this.root;
    const frame = /** @type {HTMLElement} */ (this.root.parentElement).getBoundingClientRect();
    const middle = number.left + number.width / 2 - frame.left;
    const left = Math.max(EDGE, Math.min(middle - wide / 2, frame.width - wide - EDGE));
    place(this.root, { left, top: Math.max(EDGE, number.top - frame.top - high - LINE) });
    this.root.style.setProperty('--_arrow', `${Math.max(18, Math.min(middle - left, wide - 18))}px`);
  }

  /** The number in the words below a picture that opened it. */
  get number() {
    return this.#opener?.isConnected && this.#opener.closest('.sentences') ? this.#opener : null;
  }

  asSheet() {
    this.root.dataset.side = 'sheet';
    place(this.root, { left: null, top: null, width: null, height: null });
  }

  close({ focus = true } = {}) {
    if (!this.open) return;
    const { figure } = this;
    const opener = this.#opener;
    const orphan = focus && !opener?.isConnected;
    this.root.hidden = true;
    this.figure = '';
    this.#opener = null;
    if (focus && opener?.isConnected) opener.focus({ preventScroll: true });
    this.#on.closed(figure, orphan);
  }
}

/**
 * Only http and https without credentials become links; anything else stays text. Where links open nothing
 * (restrictions.js), the address is there to be copied.
 * @param {RecordRow} row
 * @param {Words} words
 */
function rowText(row, words) {
  let address = null;
  try {
    address = row.href ? new URL(row.href) : null;
  } catch {
    return [row.text];
  }
  if (!address || !/^https?:$/.test(address.protocol) || address.username || address.password) return [row.text];
  const { href } = address;
  const tab = el('span', { class: 'unseen' }, words.opensTab);
  const link = el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, row.text, tab);
  return [link, el('span', { class: 'address' }, `${row.text} ${href}`)];
}

export class Records {
  #stage;
  #hitTesting;
  #on;
  panel;
  /** Around the mark of a record that stands beside the picture; all else of the picture is paler. */
  #shade = el('div', { class: 'shade', hidden: true });

  /**
   * `on`: say(text), linkTo(figure) gives an address, column() where the text stands beside the picture,
   * opening(by), opened(figure), closed().
   * @param {StageParts} stage
   * @param {Marks} hitTesting
   * @param {object} on
   * @param {Say} on.say
   * @param {LinkTo} on.linkTo
   * @param {() => Column | null} on.column
   * @param {(opener: HTMLElement | null) => void} on.opening
   * @param {(figure: string) => void} on.opened
   * @param {() => void} on.closed
   */
  constructor(stage, hitTesting, on) {
    this.#stage = stage;
    this.#hitTesting = hitTesting;
    this.#on = on;
    stage.sheet.append(this.#shade);
    this.panel = new RecordPanel({
      say: on.say,
      linkTo: on.linkTo,
      closed: (figure, orphan) => {
        // Its opener has gone with another language or width: the mark itself takes the focus.
        if (orphan) hitTesting.focusFigure(figure);
        this.#shade.hidden = true;
        on.closed();
      },
    });
  }

  /**
   * True when the scene has a record of that figure. `sheet`: as a sheet at the bottom.
   * @param {Scene} scene
   * @param {string} figure
   * @param {Words} words
   * @param {HTMLElement | null} opener
   * @param {boolean} sheet
   */
  open(scene, figure, words, opener, sheet) {
    const record = figure && Object.hasOwn(scene.records, figure) ? scene.records[figure] : null;
    if (!record) return false;
    this.#on.opening(opener);
    this.panel.show(record, words, opener);
    this.move(sheet);
    this.#on.opened(figure);
    return true;
  }

  /**
   * The same record for a scene that was laid out again; another scene closes it.
   * @param {Scene} scene
   * @param {Words} words
   */
  refresh(scene, words) {
    if (!this.panel.open) return;
    const { figure } = this.panel;
    if (Object.hasOwn(scene.records, figure)) this.panel.fill(scene.records[figure], words);
    else this.close({ focus: false });
  }

  /** @param {{ focus?: boolean }} [options] */
  close(options) {
    this.panel.close(options);
  }

  /** Puts the open record where it belongs. @param {boolean} sheet */
  move(sheet) {
    if (!this.panel.open) return;
    const column = this.#on.column();
    this.#shade.hidden = !column;
    if (sheet) {
      this.panel.asSheet();
      return;
    }
    const { view, sheet: paper, width, height } = this.#stage;
    const mark = this.#hitTesting.markOf(this.panel.figure);
    const high = view.clientHeight - paper.offsetTop;
    if (mark && (mark.y < view.scrollTop || mark.y + mark.h > view.scrollTop + high))
      view.scrollTop = mark.y - high / 3;
    if (column) {
      this.panel.inColumn(mark, column);
      this.#shade.hidden = !mark;
      if (mark) place(this.#shade, { left: mark.x, top: mark.y, width: mark.w, height: mark.h });
      return;
    }
    const { number } = this.panel;
    if (number) {
      this.panel.atNumber(number.getBoundingClientRect());
      return;
    }
    this.panel.beside(mark, { width, height }, { top: view.scrollTop, bottom: view.scrollTop + high });
  }
}
