// What the tests take from www/ itself, in one place: modules without a page, and addresses of modules for a page to import.

export { sparkline } from '../../www/braille.js';
export { codeFor } from '../../www/embed-code.js';
export { isId, pathBelow } from '../../www/names.js';
export { score, topOf, tracks } from '../../www/score.js';

/** The canvas renderer, as the tests' server serves it. */
export const RENDERER = '/replay.js';
