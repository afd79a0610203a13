// Where the engines are, and which stories lie ready as one file. On published sites published.js stands in its place.
// While an editor works every file is read by itself.

import instance from '../pkg/engine.js';

/**
 * @import {Classes} from '../pkg/engine.js'
 * @typedef {{ address: string, integrity: string }} File the checksum is as in HTML; empty: not checked
 */
/**
 * An engine: its WASM as a file; `glue` gives the function that makes an instance.
 * @typedef {File & { glue: () => Promise<() => Classes> }} Program
 */
/**
 * A story in one file: `compiled` for the reader's engine, or `plain`, a JSON file {name: text}.
 * @typedef {{ compiled?: File, plain?: File }} StoryFiles
 */

/** The author's engine, which reads and checks plain stories. @type {Program} */
export const AUTHOR = {
  address: new URL('../pkg/duoyuan_bg.wasm', import.meta.url).href,
  integrity: '',
  glue: async () => instance,
};

/** The same of the reader's engine, which opens compiled stories; null where there are none. @type {Program | null} */
export const PLAYER = null;

/** By the address of a story. @type {Map<string, StoryFiles>} */
export const STORIES = new Map();

/** Story id → address of the folder with its stills, where there are any. @type {Map<string, string>} */
export const STILLS = new Map();

/** By language: gives the module with the words of the interface, where not every reader needs them. */
export const MORE_WORDS = { ru: () => import('../ui/words-ru.js') };

/** Gives the module for words and sound, which few readers ask for. */
export const sonificationPanel = () => import('../a11y/sonification-panel.js');
