// The colours of the picture, by what they mean (as src/theme.rs has them), and what the page around puts in their
// place: `--duoyuan-oil: …`.

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

const number = (hex) => parseInt(hex.slice(1), 16);

let pen = null;
/** A colour as canvases write it; null where the text is none. */
function canonical(text) {
  if (!text || !CSS.supports('color', text)) return null;
  pen ??= document.createElement('canvas').getContext('2d');
  return Object.assign(pen, { fillStyle: text }).fillStyle;
}

export class Colours {
  #own = new Map(); // 0xRRGGBB of the theme → what the page wants instead
  #given = {}; // the same by name
  #key = '';

  /** Reads what the page around `node` says; true when that is new. The contrast theme is the reader's own: no page's
      colours reach it. */
  read(node, theme) {
    const given = getComputedStyle(node);
    const own = Object.keys(THEMES[theme] ?? {})
      .map((name) => [name, canonical(given.getPropertyValue(`--duoyuan-${name}`).trim())])
      .filter(([, text]) => text !== null);
    const key = `${theme} ${own.join()}`;
    if (key === this.#key) return false;
    this.#key = key;
    this.#given = Object.fromEntries(own);
    this.#own = new Map(own.map(([name, text]) => [number(THEMES[theme][name]), text]));
    return true;
  }

  /** Instead of a colour 0xRRGGBB; undefined where the page wants no other. */
  of(rgb) {
    return this.#own.get(rgb);
  }

  /** The same for a colour as text, of either theme: cards carry the light one's. */
  css(hex) {
    const [name] =
      Object.values(THEMES)
        .flatMap(Object.entries)
        .find(([, known]) => number(known) === number(hex)) ?? [];
    return this.#given[name] ?? hex;
  }
}
