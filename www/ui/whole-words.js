// Text whose words are not broken between lines: Chinese ones by places where a line may end, which are neither seen,
// copied nor read aloud; others at their hyphens. Where the browser knows no words, Chinese breaks between any two
// characters, as it always has.

import { el } from './dom.js';

/** @import {Child} from './dom.js' */

const HAN = /\p{Script=Han}/u;
const AMOUNT = /\d[\d.,]*[万亿%]?$/; // what goes with the unit behind it
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/** The class of a paragraph of such words: without places between them no line of it would end. */
export const WHOLE = segmenter ? 'whole' : null;

/**
 * A text with the places where its lines may end.
 * @param {string} text
 * @returns {Child[]}
 */
export function whole(text) {
  if (!HAN.test(text))
    return text.split(/(\S+-\S+)/).map((part, i) => (i % 2 ? el('span', { class: 'one' }, part) : part));
  if (!segmenter) return [text];
  /** @type {Child[]} */
  const parts = [];
  let run = '';
  let word = false; // the segment before is one
  for (const { segment, isWordLike = false } of segmenter.segment(text)) {
    if (word && isWordLike && !AMOUNT.test(run)) {
      parts.push(run, el('wbr'));
      run = '';
    }
    run += segment;
    word = isWordLike;
  }
  return [...parts, run];
}
