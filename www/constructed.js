// The element's style sheet, constructed: allowed by a strict `style-src`, and one for all elements of a page.

import { STYLE } from './style.js';

let sheet = null;

export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}
