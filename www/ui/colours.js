// The colours of the picture, by what they mean (as src/theme.rs has them), and what the page around puts in their
// place: `--duoyuan-hue-1: …`. What a hue means is said by the story.

import { contextOf } from './dom.js';
import { COLOURS, FIRST_NAMES } from './shared.js';

/** @import {Palette} from '../types.js' */

/** @typedef {keyof typeof COLOURS.light} Token */

/**
 * The custom properties by which a page changes a colour: that of its name, then that of a hue's first name.
 * @param {string} name
 */
export function properties(name) {
  const first = FIRST_NAMES[Number(name.split('hue-')[1]) - 1];
  return [name, first].filter(Boolean).map((one) => `--duoyuan-${one}`);
}

/** @param {string} hex */
const number = (hex) => parseInt(hex.slice(1), 16);

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
  /** @type {Map<number, string>} */
  #own = new Map(); // 0xRRGGBB of the theme → what the page wants instead
  /** @type {Partial<Record<string, string>>} */
  #given = {}; // the same by name
  #key = '';

  /**
   * Reads what the page around `node` says; true when that is new. The contrast theme is the reader's own: no page's
   * colours reach it.
   * @param {Element} node
   * @param {Palette} theme
   */
  read(node, theme) {
    const given = getComputedStyle(node);
    const known = theme === 'contrast' ? {} : COLOURS[theme];
    const own = Object.entries(known).flatMap(([name, hex]) => {
      const texts = properties(name).map((property) => canonical(given.getPropertyValue(property).trim()));
      const text = texts.find((one) => one !== null) ?? null;
      return text === null ? [] : [{ name, hex, text }];
    });
    const key = `${theme} ${own.map(({ name, text }) => [name, text]).join()}`;
    if (key === this.#key) return false;
    this.#key = key;
    this.#given = Object.fromEntries(own.map(({ name, text }) => [name, text]));
    this.#own = new Map(own.map(({ hex, text }) => [number(hex), text]));
    return true;
  }

  /** Instead of a colour 0xRRGGBB; undefined where the page wants no other. @param {number} rgb */
  of(rgb) {
    return this.#own.get(rgb);
  }

  /** The same for a colour as text, of either theme: cards carry the light one's. @param {string} hex */
  css(hex) {
    const all = Object.values(COLOURS).flatMap((theme) => Object.entries(theme));
    const [name = ''] = all.find(([, known]) => number(known) === number(hex)) ?? [];
    return this.#given[name] ?? hex;
  }
}
