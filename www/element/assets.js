// Where the engines are, and which stories lie ready as one file. `make build` writes this file anew for each folder of
// the site, with hashed names and checksums; in the single-file build the bytes themselves stand here. While an editor
// works every file is read by itself.

import instance from '../pkg/engine.js';

/** The author's engine, which reads and checks plain stories: `address`, `integrity` (as in HTML; empty: not checked)
    or `bytes()`, and `glue()`, which gives the function that makes an instance. */
export const AUTHOR = {
  address: new URL('../pkg/duoyuan_bg.wasm', import.meta.url).href,
  integrity: '',
  glue: async () => instance,
};

/** The same of the reader's engine, which opens compiled stories; null where there are none. */
export const PLAYER = null;

/** Address of a story → `compiled`: `address` and `integrity` of it for the reader's engine; `plain`: the same of a
    JSON file {name: text}; or `files`, that object itself. */
export const STORIES = new Map();

/** Story id → address of the folder with its stills, where there are any. */
export const STILLS = new Map();

/** Gives the module for words and sound, which few readers ask for. */
export const sonificationPanel = () => import('../a11y/sonification-panel.js');
