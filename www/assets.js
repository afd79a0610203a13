// Where the drawing program is, and which stories lie ready as one packed file. `make build` writes this file anew for each folder of the site,
// with hashed names and checksums; in the single-file build the bytes themselves stand here. While an editor works every file is read by itself.

import * as words from './aloud.js';
import instance from './pkg/engine.js';
import { Reading } from './reading.js';

/** The full engine, which reads and checks plain stories: `address`, `integrity` (as in HTML; empty: not checked) or `bytes()`, and
    `glue()`, which gives the function that makes an instance. */
export const FULL = { address: new URL('./pkg/duoyuan_bg.wasm', import.meta.url).href, integrity: '', glue: async () => instance };

/** The same of the reader's engine, a third as large, which opens packs; null where there are none. */
export const READER = null;

/** Address of a story → `zh`, `en`: `address`, `integrity` and `width` (what it was laid out for, CSS px) of its packs for the reader's engine,
    the narrowest first; `plain`: the same of a JSON file
    {name: text}; or `files`, that object itself. */
export const PACKS = new Map();

/** Story id → address of the folder with its stills, where there are any. */
export const STILLS = new Map();

/** Calls what makes the page's elements live: at once in a module, whose importers count on it; from a script inside a page, when that has ended. */
export const soon = (work) => work();

/** Gives the class of reading.js, which the first picture needs nothing of: `make build` makes it a file of its own. `again`: a query of its own for each
    new try, as some browsers keep what a module has failed with. */
export const reading = async () => Reading;

/** Gives the module for words and sound (aloud.js), which few readers ask for: `make build` makes it a file of its own. */
export const aloud = async () => words;
