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
    oil: '#a85a12',
    green: '#1c7a55',
    sky: '#1f6a93',
    plum: '#7b4a86',
    brick: '#b0413e',
    slate: '#4a5a66',
    olive: '#6f6a1e',
  },
  dark: {
    surface: '#14171a',
    ink: '#f2eee6',
    muted: '#a9a499',
    rule: '#343a3f',
    oil: '#f0a54a',
    green: '#5cc79a',
    sky: '#6fb9e3',
    plum: '#c79ad3',
    brick: '#f08a80',
    slate: '#9fb1be',
    olive: '#cfc766',
  },
};

/** Units of the grid a CSS px. */
export const GRID = 16;

/** CSS px: the narrowest picture. */
export const NARROWEST = 280;

/** Characters: the longest text of a story. */
export const LONGEST_TEXT = 2000;
