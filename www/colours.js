// The colours of the picture, by what they mean (as src/theme.rs has them), and what the page around puts in their
// place: `--duoyuan-hue-1: …`. What a hue means is the story's to say.

const LIGHT = {
  surface: '#FBF8F2',
  ink: '#1B1A17',
  muted: '#5E5A52',
  rule: '#DDD3C2',
  'hue-1': '#A85A12',
  'hue-2': '#1C7A55',
  'hue-3': '#1F6A93',
  'hue-4': '#7B4A86',
  'hue-5': '#B0413E',
  'hue-6': '#4A5A66',
  'hue-7': '#6F6A1E',
};
const DARK = {
  surface: '#14171A',
  ink: '#F2EEE6',
  muted: '#A9A499',
  rule: '#343A3F',
  'hue-1': '#F0A54A',
  'hue-2': '#5CC79A',
  'hue-3': '#6FB9E3',
  'hue-4': '#C79AD3',
  'hue-5': '#F08A80',
  'hue-6': '#9FB1BE',
  'hue-7': '#CFC766',
};
export const THEMES = { light: LIGHT, dark: DARK };

// The first names of the hues, in their order: pages may go on using them.
const FIRST_NAMES = ['oil', 'green', 'sky', 'plum', 'brick', 'slate', 'olive'];

/** The custom properties by which a page changes a colour: that of its name, then that of its first name. */
export function properties(name) {
  const first = FIRST_NAMES[Number(name.split('hue-')[1]) - 1];
  return [name, first].filter(Boolean).map((one) => `--duoyuan-${one}`);
}

const number = (hex) => parseInt(hex.slice(1), 16);

let pen = null;
/** A colour as canvases write it; null where the text is none. */
function canonical(text) {
  if (!text || !CSS.supports('color', text)) return null;
  pen ??= document.createElement('canvas').getContext('2d');
  return Object.assign(pen, { fillStyle: text }).fillStyle;
}

/** 0xRRGGBB and opacity of a colour as canvases write it; what they write in another way is painted and looked at. */
function measured(text) {
  if (text.startsWith('#')) return [number(text), 1];
  let [r, g, b, alpha] = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (alpha === undefined) {
    pen.fillStyle = text;
    pen.clearRect(0, 0, 1, 1);
    pen.fillRect(0, 0, 1, 1);
    [r, g, b, alpha] = pen.getImageData(0, 0, 1, 1).data;
    alpha /= 255;
  }
  return [(r << 16) | (g << 8) | b, alpha];
}

export class Colours {
  #given = {}; // what the page wants, by name
  #key = '';

  /** Reads what the page around `node` says; true when that is new. The contrast theme is the reader's own: no page's
      colours reach it. */
  read(node, theme) {
    const given = getComputedStyle(node);
    const own = Object.keys(THEMES[theme] ?? {})
      .map((name) => [name, properties(name).map((property) => canonical(given.getPropertyValue(property).trim()))])
      .map(([name, texts]) => [name, texts.find((text) => text !== null)])
      .filter(([, text]) => text !== undefined);
    const key = `${theme} ${own.join()}`;
    if (key === this.#key) return false;
    this.#key = key;
    this.#given = Object.fromEntries(own);
    return true;
  }

  /** What the page wants, for the engine: names with 0xRRGGBB and opacity. */
  get own() {
    return Object.entries(this.#given).map(([name, text]) => [name, ...measured(text)]);
  }

  /** What the page wants instead of a colour, of either theme: cards carry the light one's. */
  css(hex) {
    const [name] =
      Object.values(THEMES)
        .flatMap(Object.entries)
        .find(([, known]) => number(known) === number(hex)) ?? [];
    return this.#given[name] ?? hex;
  }
}
