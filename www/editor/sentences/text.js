// The article as paragraphs and sentences, and the places of amounts when the text around them changes.
//
// Places are UTF-16 offsets of article.txt; a key is START-END. Knows no story and no page.

/** @typedef {{ number: number, start: number, end: number }} Paragraph */

const SENTENCE_ENDS = /[。！？；]|[.!?](?=\s|$)/g;

/** @param {number} start @param {number} end */
export const keyOf = (start, end) => `${start}-${end}`;

/** @param {string} key @returns {[number, number]} */
export function placesOf(key) {
  const [start, end] = key.split('-').map(Number);
  return [start || 0, end || 0];
}

/** The characters behind which a paragraph ends: a line that is followed by an empty one, in Chinese every line. */
const PARAGRAPH_END = /\n(?=\n)|(?<=[^\n-~])\n/;

/**
 * The paragraphs that have text, numbered from 1 as the engine numbers them.
 * @param {string} text @returns {Paragraph[]}
 */
export function paragraphs(text) {
  /** @type {Paragraph[]} */
  const all = [];
  let from = 0;
  for (const piece of text.split(PARAGRAPH_END)) {
    const start = from + (piece.length - piece.trimStart().length);
    const end = start + piece.trim().length;
    if (end > start) all.push({ number: all.length + 1, start, end });
    from += piece.length + 1;
  }
  return all;
}

/** @param {Paragraph[]} all @param {number} offset */
export const paragraphAt = (all, offset) =>
  all.findLast(({ start }) => start <= offset) ?? all[0] ?? { number: 1, start: 0, end: 0 };

/**
 * The sentence around a place.
 * @param {string} text @param {Paragraph} paragraph @param {number} offset @returns {[number, number]}
 */
export function sentenceAt(text, { start, end }, offset) {
  let from = start;
  for (const { index, 0: sign } of text.slice(start, end).matchAll(SENTENCE_ENDS)) {
    const behind = start + index + sign.length;
    if (behind > offset) return [from, behind];
    from = behind + (text.slice(behind, end).match(/^\s+/)?.[0].length ?? 0);
  }
  return [from, end];
}

/**
 * A pasted text with one empty line between paragraphs. Lines are paragraphs, unless empty lines part them in a text
 * whose lines are wrapped.
 * @param {string} pasted
 */
export function tidy(pasted) {
  const text = pasted
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .replace(/[ \t\u3000]+$/gm, '')
    .trim();
  const blocks = text.split(/\n\s*\n/);
  const wrapped = blocks.length > 1 && /[a-z,;]\n[a-z]/.test(text);
  const lines = wrapped ? blocks.map((block) => block.replace(/\s*\n\s*/g, ' ')) : text.split(/\n+/);
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** @param {string} article @param {string} pasted */
export function append(article, pasted) {
  const [before, more] = [article.trimEnd(), tidy(pasted)];
  return `${before}${before && more ? '\n\n' : ''}${more}\n`;
}

/**
 * What was decided about places, carried over to another version of the text: places in front of what changed stay,
 * those behind it move, those in it are lost.
 * @template T
 * @param {string} before @param {string} after @param {Readonly<Record<string, T>>} decided
 * @returns {Record<string, T>}
 */
export function moved(before, after, decided) {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [changed, shift] = [before.length - tail, after.length - before.length];
  /** @type {Record<string, T>} */
  const kept = {};
  for (const [key, value] of Object.entries(decided)) {
    const [start, end] = placesOf(key);
    if (end <= same) kept[key] = value;
    else if (start >= changed) kept[keyOf(start + shift, end + shift)] = value;
    else if (after.slice(start, end) === before.slice(start, end)) kept[key] = value;
  }
  return kept;
}
