// Draws what the engine wrote: numbers in its memory, one run a frame (src/render/display_list.rs says which).
// Canvas state is set only when it changes; a colour becomes text once. Lengths are whole numbers of the grid, and
// handed on as such: fractions would be objects.

import { GRID } from '../ui/shared.js';

/** @import {Engine} from '../pkg/engine.js' */
/** A font: the canvas' name of it, device px a unit of EM, and units of the grid a unit of EM.
    @typedef {[name: string, scale: number, unit: number]} Type */

// Units a text's own height, whatever that is: to the browser each size is a font of its own, to be looked for in the
// system and measured. Beyond 256 Chromium draws letters from other outlines; below, whole units are no finer than a
// thirtieth of a px of usual text.
const EM = 240;
const MANY = 1000; // rectangles; from there on one path is quicker than one call each
/** @type {CanvasTextAlign[]} */
const ALIGN = ['left', 'center', 'right'];
const LONGER = 1.02; // less disturbs nothing
const TURN = Math.PI * 2;
const SOLID = 255;
/** @type {Type} */
const NONE = ['', 0, 0];
// In 255ths, which is finer than an eye. The word among them keeps the engine of the page from holding them as bare
// fractions, each of which would become an object anew whenever it is set.
/** @type {(string | number)[]} */
const ALPHAS = ['', ...Array.from({ length: 256 }, (_, part) => part / 255)];

/** @type {Map<number, string>} */
const colors = new Map();
/** A colour 0xRRGGBB as text. @param {number} rgb */
function css(rgb) {
  let text = colors.get(rgb);
  if (!text) {
    if (colors.size > 4096) colors.clear();
    text = `#${rgb.toString(16).padStart(6, '0')}`;
    colors.set(rgb, text);
  }
  return text;
}

export class CanvasRenderer {
  #context;
  /** @type {Engine | null} */
  #engine = null; // the last one's: a weak reference would be an object with every frame
  #generation = -1;
  /** @type {string[]} */
  #texts = [];
  /** Those that were used, by number. @type {Type[]} */
  #fonts = [];
  /** @type {Map<number, number>} */
  #wide = new Map(); // font and text → the room it has to be pressed into, or 0
  // the engine's, and all of it as numbers: made anew only when it has grown, so that a frame makes nothing
  /** @type {WebAssembly.Memory | null} */
  #memory = null;
  /** @type {Float32Array | null} */
  #values = null;
  // As it was given, and as device px a unit of the grid: kept among words for the same reason as ALPHAS.
  /** @type {(string | number)[]} */
  #scale = ['', '', 0];

  /** @param {CanvasRenderingContext2D} context */
  constructor(context) {
    this.#context = context;
  }

  /**
   * One frame of the scene on show: at a moment in seconds, or the one that the engine is at. `dpr` is device px a CSS
   * px, `left` CSS px of the canvas are beside the picture. False when the engine has nothing to show.
   * @param {Engine} engine
   * @param {number | null} seconds
   * @param {number} dpr
   * @param {number} [left]
   */
  draw(engine, seconds, dpr, left = 0) {
    const c = this.#context;
    const count = seconds === null ? engine.draw_shown() : engine.draw(seconds);
    if (count === 0) return false;
    const same = engine === this.#engine;
    if (!same) {
      this.#engine = engine;
      this.#memory = engine.memory();
      this.#values = null;
    }
    const start = engine.values() >> 2;
    const stop = start + count;
    let w = this.#view();
    // Another engine counts its tables from the beginning: after a reload the same numbers stand for other words.
    if (!same || w[start] !== this.#generation) {
      this.#generation = w[start];
      this.#texts = [];
      this.#fonts = [];
      this.#wide.clear();
    }
    if (w[start + 1] !== this.#texts.length) {
      this.#texts = this.#texts.concat(engine.texts(this.#texts.length).split('\0').slice(1));
      w = this.#view();
    }
    if (dpr !== this.#scale[1]) {
      this.#scale = ['', dpr, dpr / GRID];
      this.#fonts = [];
    }
    const scale = Number(this.#scale[2]);
    const dx = Math.round(left * dpr);
    c.setTransform(scale, 0, 0, scale, dx, 0);
    c.lineJoin = 'round';
    c.textBaseline = 'alphabetic';
    let fill = -1;
    let stroke = -1;
    let alpha = -1;
    let font = -1;
    /** @type {Type} */
    let type = NONE;
    let named = '';
    let written = false; // in units of EM, not of the grid
    let align = -1;
    let thick = -1;
    for (let i = start + 2; i < stop; ) {
      const op = w[i] | 0;
      if (written && op !== 6) {
        c.setTransform(scale, 0, 0, scale, dx, 0);
        written = false;
      }
      const rgb = w[i + 1] | 0; // as an integer: a fraction would be an object wherever it is handed on
      const part = (w[i + 2] * 255 + 0.5) | 0;
      if (part !== alpha) {
        alpha = part;
        c.globalAlpha = /** @type {number} */ (ALPHAS[1 + part]);
      }
      i += 3;
      if (op === 3 || op === 5) {
        if (rgb !== stroke) {
          stroke = rgb;
          c.strokeStyle = css(rgb);
        }
        if (w[i] !== thick) {
          thick = w[i] | 0;
          c.lineWidth = thick;
        }
      } else if (rgb !== fill) {
        fill = rgb;
        c.fillStyle = css(rgb);
      }
      switch (op) {
        case 1: {
          const end = i + 1 + w[i] * 4;
          const path = alpha === SOLID && w[i] > MANY;
          if (path) c.beginPath();
          for (i += 1; i < end; i += 4) {
            if (path) c.rect(w[i] | 0, w[i + 1] | 0, w[i + 2] | 0, w[i + 3] | 0);
            else c.fillRect(w[i] | 0, w[i + 1] | 0, w[i + 2] | 0, w[i + 3] | 0);
          }
          if (path) c.fill();
          break;
        }
        case 2: {
          const end = i + 1 + w[i] * 3;
          // What lets something shine through must not merge with its neighbour.
          const path = alpha === SOLID;
          if (path) c.beginPath();
          for (i += 1; i < end; i += 3) {
            if (path) c.moveTo((w[i] + w[i + 2]) | 0, w[i + 1] | 0);
            else c.beginPath();
            c.arc(w[i] | 0, w[i + 1] | 0, w[i + 2] | 0, 0, TURN);
            if (!path) c.fill();
          }
          if (path) c.fill();
          break;
        }
        case 9: {
          // Cells on their way may lie over one another: what shines through then shines once.
          const end = i + 1 + w[i] * 5;
          c.beginPath();
          for (i += 1; i < end; i += 5) c.roundRect(w[i] | 0, w[i + 1] | 0, w[i + 2] | 0, w[i + 3] | 0, w[i + 4] | 0);
          c.fill();
          break;
        }
        case 3:
          c.beginPath();
          c.arc(w[i + 1] | 0, w[i + 2] | 0, w[i + 3] | 0, 0, TURN);
          c.stroke();
          i += 4;
          break;
        case 4: {
          const many = w[i];
          const path = alpha === SOLID;
          i += 1;
          if (path) c.beginPath();
          for (let n = 0; n < many; n += 1) {
            if (!path) c.beginPath();
            i = trace(c, w, i);
            c.closePath();
            if (!path) c.fill();
          }
          if (path) c.fill();
          break;
        }
        case 5:
          c.beginPath();
          i = trace(c, w, i + 1);
          c.stroke();
          break;
        case 6:
          if (w[i] !== font) {
            font = w[i] | 0;
            type = this.#fonts[font] ?? this.#type(font);
            if (type[0] !== named) {
              named = type[0];
              c.font = named;
            }
            written = false;
          }
          if (!written) c.setTransform(type[1], 0, 0, type[1], dx, 0);
          written = true;
          if (w[i + 2] !== align) {
            align = w[i + 2] | 0;
            c.textAlign = ALIGN[align];
          }
          this.#write(w, i, type);
          i += 6;
          break;
        default:
          throw new Error(`duoyuan: no operation ${op}`);
      }
    }
    return true;
  }

  /** The engine's memory as numbers. One that has grown leaves views of it empty. */
  #view() {
    if (!this.#values?.length) this.#values = new Float32Array(/** @type {WebAssembly.Memory} */ (this.#memory).buffer);
    return this.#values;
  }

  /**
   * A font of the engine's, whose name has its size in units of the grid.
   * @param {number} font
   * @returns {Type}
   */
  #type(font) {
    const [, weight, written, family] = /^(\D*)([\d.]+)px(.*)/.exec(this.#texts[font]) ?? ['', '', '', ''];
    const size = Number(written);
    /** @type {Type} */
    const type = [`${weight}${EM}px${family}`, (Number(this.#scale[2]) * size) / EM, size / EM];
    this.#fonts[font] = type;
    return type;
  }

  /**
   * A text in the font that is set. Another font than that of the layout may run longer: then it is set closer, and
   * touches nothing.
   * @param {Float32Array} w
   * @param {number} i
   * @param {Type} type
   */
  #write(w, i, type) {
    const c = this.#context;
    const unit = type[2];
    const x = Math.round(w[i + 3] / unit) | 0;
    // up: browsers set lines of text on whole device px, and half a one, which is frequent, counts as more
    const y = Math.ceil(w[i + 4] / unit) | 0;
    const key = (w[i] << 16) | w[i + 1];
    const text = this.#texts[w[i + 1]];
    let room = this.#wide.get(key);
    if (room === undefined) {
      const given = Math.round(w[i + 5] / unit);
      room = c.measureText(text).width > given * LONGER ? given : 0;
      this.#wide.set(key, room);
    }
    if (room > 0) c.fillText(text, x, y, room);
    else c.fillText(text, x, y);
  }
}

/**
 * The points behind the word that counts them; returns where the next word is.
 * @param {CanvasRenderingContext2D} c
 * @param {Float32Array} w
 * @param {number} at
 */
function trace(c, w, at) {
  const end = at + 1 + w[at] * 2;
  c.moveTo(w[at + 1] | 0, w[at + 2] | 0);
  for (let i = at + 3; i < end; i += 2) c.lineTo(w[i] | 0, w[i + 1] | 0);
  return end;
}
