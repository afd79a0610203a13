// The colours of the picture, by what they mean (as src/theme.rs has them), and what the page around puts in their
// place: `--duoyuan-hue-1: …`. What a hue means is said by the story.

import { contextOf } from './dom.js';
import { COLOURS, FIRST_NAMES } from './shared.js';

/** @import {Palette} from '../types.js' */

/** In the order in which the engine has its roles. */
const NAMES = Object.keys(COLOURS.light);

/**
 * The custom properties by which a page changes a colour: that of its name, then that of a hue's first name.
 * @param {string} name
 */
export function properties(name) {
  const first = FIRST_NAMES[Number(name.split('hue-')[1]) - 1];
  return [name, first].filter(Boolean).map((one) => `--duoyuan-${one}`);
}

/** 0xRRGGBB of a colour as canvases write it; what shines through is taken as solid. @param {string} text */
function number(text) {
  if (text.startsWith('#')) return parseInt(text.slice(1), 16);
  const [r, g, b] = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
  return (r << 16) | (g << 8) | b;
}

/** @type {CanvasRenderingContext2D | null} */
let pen = null;
/**
 * A colour as canvases write it; null where the text is none.
 * @param {string} text
 */
function canonical(text) {
  if (!text || !CSS.supports('color', text)) return null;
  pen ??= contextOf(document.createElement('canvas'));
  pen.fillStyle = text;
  return pen.fillStyle;
}

export class Colours {
  /** By name. @type {Partial<Record<string, string>>} */
  #given = {};
  #key = '';

  /**
   * Reads what the page around `node` says; true when that is new. The contrast theme is the reader's own: no page's
   * colours reach it.
   * @param {Element} node
   * @param {Palette} theme
   */
  read(node, theme) {
    const given = getComputedStyle(node);
    const names = theme === 'contrast' ? [] : NAMES;
    const own = names.flatMap((name) => {
      const texts = properties(name).map((property) => canonical(given.getPropertyValue(property).trim()));
      const text = texts.find((one) => one !== null) ?? null;
      return text === null ? [] : [[name, text]];
    });
    const key = `${theme} ${own.join()}`;
    if (key === this.#key) return false;
    this.#key = key;
    this.#given = Object.fromEntries(own);
    return true;
  }

  /** For the engine: 0xRRGGBB for each role, -1 where the page wants no other colour. */
  get values() {
    return Int32Array.from(NAMES, (name) => (this.#given[name] ? number(this.#given[name]) : -1));
  }

  /** The colour of a chapter, as the page wants it. @param {{ hue: string, accent: string }} scene */
  css({ hue, accent }) {
    return this.#given[hue] ?? accent;
  }
}
