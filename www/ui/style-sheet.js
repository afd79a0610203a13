// The element's style sheet, constructed: allowed by a strict `style-src`, and one for all elements of a page;
// another for those in large print.

import { STYLE } from './style.js';

const LARGE = 1.5;

/** @type {Map<boolean, CSSStyleSheet>} */
const sheets = new Map(); // by whether it is for large print

/** Each length in rem is made larger, for rem itself belongs to the page; and the masthead with it, which is the
    page's. */
function enlarged() {
  const lengths = /(@media[^{]*)|(?<![\w.-])(\d*\.?\d+)rem\b/g;
  const larger = STYLE.replace(lengths, (_, media, rem) => media ?? `${rem * LARGE}rem`);
  return `${larger}::slotted([slot=masthead]) { zoom: ${LARGE}; }`;
}

/** The one sheet of all elements of a page; `large`: the one for large print. */
export function styleSheet(large = false) {
  const known = sheets.get(large);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(large ? enlarged() : STYLE);
  sheets.set(large, sheet);
  return sheet;
}
