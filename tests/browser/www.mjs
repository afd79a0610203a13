// What the tests take from www/ itself, in one place: modules without a page, and addresses of modules for a page to
// import.

export { sparkline } from '../../www/a11y/braille.js';
export { codeFor } from '../../www/embed/embed-code.js';
export { isId, pathBelow } from '../../www/element/names.js';
export { score, topOf, tracks } from '../../www/a11y/sonification.js';

/** The canvas renderer, as the tests' server serves it. */
export const RENDERER = '/element/canvas-renderer.js';
