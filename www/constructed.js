// The element's style sheet, constructed: allowed by a strict `style-src`, and one for all elements of a page; another for those in large print.

import { STYLE } from './style.js';

const LARGE = 1.5;

const sheets = new Map(); // by whether it is for large print
let text = STYLE;

/** Each length in rem is made larger, for rem itself belongs to the page; and the masthead with it, which is the page's. */
const enlarged = () => `${text.replace(/(@media[^{]*)|(?<![\w.-])(\d*\.?\d+)rem\b/g, (all, media, rem) => media ?? `${rem * LARGE}rem`)}::slotted([slot=masthead]) { zoom: ${LARGE}; }`;
const fill = (sheet, large) => sheet.replaceSync(large ? enlarged() : text);

export function styleSheet(large = false) {
  if (!sheets.has(large)) {
    const sheet = new CSSStyleSheet();
    fill(sheet, large);
    sheets.set(large, sheet);
  }
  return sheets.get(large);
}

/** Styles that the first picture needed none of (style-later.js), for all elements of the page. */
export function addStyle(more) {
  if (text !== STYLE) return;
  text += more;
  sheets.forEach(fill);
}
