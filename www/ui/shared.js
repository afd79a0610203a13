// Written by `make golden` (src/bin/duoyuan/shared.rs): what the scripts share with Rust. Do not edit.

/** Each language, as HTML names it. */
export const LANGUAGES = {
  zh: 'zh-Hans',
  en: 'en',
  ru: 'ru',
};

/** Each language's own name, and the same in one or two characters. */
export const OWN_NAMES = {
  zh: ['简体中文', '中'],
  en: ['English', 'EN'],
  ru: ['Русский', 'РУ'],
};

/** The sets of colours that a picture can have. */
export const PALETTES = /** @type {const} */ (['light', 'dark', 'contrast']);

/** Colours by what they mean, where a page may put its own in their place. */
export const COLOURS = {
  light: {
    surface: '#fbf8f2',
    ink: '#1b1a17',
    muted: '#5e5a52',
    rule: '#ddd3c2',
    'hue-1': '#a85a12',
    'hue-2': '#1c7a55',
    'hue-3': '#1f6a93',
    'hue-4': '#7b4a86',
    'hue-5': '#b0413e',
    'hue-6': '#4a5a66',
    'hue-7': '#6f6a1e',
  },
  dark: {
    surface: '#14171a',
    ink: '#f2eee6',
    muted: '#a9a499',
    rule: '#343a3f',
    'hue-1': '#f0a54a',
    'hue-2': '#5cc79a',
    'hue-3': '#6fb9e3',
    'hue-4': '#c79ad3',
    'hue-5': '#f08a80',
    'hue-6': '#9fb1be',
    'hue-7': '#cfc766',
  },
};

/** The first names of the hues, in their order: pages may go on using them. */
export const FIRST_NAMES = ['oil', 'green', 'sky', 'plum', 'brick', 'slate', 'olive'];

/** Units of the grid a CSS px. */
export const GRID = 16;

/** CSS px: the narrowest picture. */
export const NARROWEST = 280;

/** Characters: the longest text of a story. */
export const LONGEST_TEXT = 2000;
