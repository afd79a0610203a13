// While the drawing program is still on the line the browser can find out what it needs to write on a canvas: the first word in a font costs a look
// for it in the system, and the first time a word is written its glyphs are chosen and measured. Two thirds of what a first picture's words take.

import { el } from './dom.js';
import { EM } from './replay.js';

/** Has the words of an SVG picture ready for a canvas. Others than will be drawn do no harm. */
export function warm(svg) {
  const context = el('canvas').getContext('2d');
  const family = svg.getAttribute('font-family');
  for (const text of svg.querySelectorAll('text')) {
    const weight = text.getAttribute('font-weight') ?? 400;
    context.font = `${weight} ${EM}px ${text.getAttribute('font-family') ?? family}`;
    context.measureText(text.textContent);
  }
}
