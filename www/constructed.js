// The element's style sheet, constructed: allowed by a strict `style-src`, and one for all elements of a page.

import { STYLE } from './style.js';

let sheet = null;

/** Every length in rem is multiplied by --_text, which large print sets: rem itself belongs to the page. */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE.replace(/(@media[^{]*)|(?<![\w.-])(\d*\.?\d+)rem\b/g, (all, media, rem) => media ?? `calc(var(--_text, 1) * ${rem}rem)`));
  }
  return sheet;
}
