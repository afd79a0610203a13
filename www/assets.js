// Where the drawing program is, and which stories lie ready as one packed file. `make build` writes this file anew for each folder of the site,
// with hashed names and checksums; in the single-file build the bytes themselves stand here. While an editor works every file is read by itself.

/** `address`, `integrity` (as in HTML; empty: not checked), or `bytes()`. */
export const ENGINE = { address: new URL('./pkg/duoyuan_bg.wasm', import.meta.url).href, integrity: '' };

/** Address of a story → its pack: `address` and `integrity` of a JSON file {name: text}, or `files`, that object itself. */
export const PACKS = new Map();

/** Story id → address of the folder with its stills, where there are any. */
export const STILLS = new Map();
