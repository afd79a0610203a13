// The element's style sheet, constructed: allowed by a strict `style-src`, and one for all elements of a page;
// another for those in large print.

import { STYLE } from './style.js';

const LARGE = 1.5;

const sheets = new Map(); // by whether it is for large print

/** Each length in rem is made larger, for rem itself belongs to the page; and the masthead with it, which is the
    page's. */
const enlarged = () =>
  `${STYLE.replace(/(@media[^{]*)|(?<![\w.-])(\d*\.?\d+)rem\b/g, (_, media, rem) => media ?? `${rem * LARGE}rem`)}::slotted([slot=masthead]) { zoom: ${LARGE}; }`;
const fill = (sheet, large) => sheet.replaceSync(large ? enlarged() : STYLE);

export function styleSheet(large = false) {
  if (!sheets.has(large)) {
    const sheet = new CSSStyleSheet();
    fill(sheet, large);
    sheets.set(large, sheet);
  }
  return sheets.get(large);
}
