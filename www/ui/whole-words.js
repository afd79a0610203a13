// Text whose words are not broken between lines: Chinese ones by places where a line may end, which are neither seen,
// copied nor read aloud; others at their hyphens. Where the browser knows no words, Chinese breaks between any two
// characters, as it always has.

import { el } from './dom.js';

/** @import {Child} from './dom.js' */

const HAN = /\p{Script=Han}/u;
const AMOUNT = /\d[\d.,]*[万亿%]?$/; // what goes with the unit behind it
const DATE = /\d[年月]$/; // what goes with the month or the day behind it
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

// The browser's words are often parts of one (绿 and 地, 覆盖 and 率), so that a single character keeps to what it
// belongs to: the word before it, or after one of these the next.
const PREFIX = '大新非云总第各全每';
const PARTICLE = '的了着过';
const FREE = `${PARTICLE}是在有占为和与到也还从把被`;
const LONGEST = 8; // characters that are kept together by this

/**
 * Whether a line may end between two words.
 * @param {string} run what has been kept together before the second
 * @param {string} earlier the word before the first, if any
 * @param {string} first
 * @param {string} second
 */
function mayPart(run, earlier, first, second) {
  if (AMOUNT.test(run) || (DATE.test(run) && /^\d/.test(second))) return false;
  if (PARTICLE.includes(second)) return false;
  const kept = run.split(/[，。；：、！？“”（）]/).at(-1) ?? '';
  if (kept.length >= LONGEST && !PREFIX.includes(first)) return true;
  if (second.length === 1) return FREE.includes(second) && (first.length > 1 || earlier.length > 1);
  return first.length > 1 || FREE.includes(first) || (earlier.length > 1 && !PREFIX.includes(first));
}

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
  /** The word before, and the one before that; empty where it is none. */
  let [before, earlier] = ['', ''];
  for (const { segment, isWordLike = false } of segmenter.segment(text)) {
    const word = isWordLike ? segment : '';
    if (before && word && mayPart(run, earlier, before, word)) {
      parts.push(run, el('wbr'));
      run = '';
    }
    run += segment;
    [before, earlier] = [word, before];
  }
  return [...parts, run];
}
