// The colours of the picture, by what they mean (as src/theme.rs has them), and what the page around puts in their
// place: `--duoyuan-oil: …`.

import { contextOf } from './dom.js';

/** @import {Palette} from '../types.js' */

const LIGHT = {
  surface: '#FBF8F2',
  ink: '#1B1A17',
  muted: '#5E5A52',
  rule: '#DDD3C2',
  oil: '#A85A12',
  green: '#1C7A55',
  sky: '#1F6A93',
  plum: '#7B4A86',
  brick: '#B0413E',
  slate: '#4A5A66',
  olive: '#6F6A1E',
};
const DARK = {
  surface: '#14171A',
  ink: '#F2EEE6',
  muted: '#A9A499',
  rule: '#343A3F',
  oil: '#F0A54A',
  green: '#5CC79A',
  sky: '#6FB9E3',
  plum: '#C79AD3',
  brick: '#F08A80',
  slate: '#9FB1BE',
  olive: '#CFC766',
};
export const THEMES = { light: LIGHT, dark: DARK };
/** @typedef {keyof typeof LIGHT} Token */

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
    const known = theme === 'contrast' ? {} : THEMES[theme];
    const own = Object.entries(known).flatMap(([name, hex]) => {
      const text = canonical(given.getPropertyValue(`--duoyuan-${name}`).trim());
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
    const all = Object.values(THEMES).flatMap((theme) => Object.entries(theme));
    const [name = ''] = all.find(([, known]) => number(known) === number(hex)) ?? [];
    return this.#given[name] ?? hex;
  }
}
