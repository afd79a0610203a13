// The sentences of a chapter as lines of a text, a line a sentence, in one language at a time. What happens to a line
// happens to the sentence in every language.
//
// **Invariant**: no words of another language are lost by an edit but where a whole sentence is deleted; sentences that
// are empty in every language are not part of the story.

import { codeOf, memberOf, textIn } from './languages.js';

/** A sentence: a text in each language. @typedef {Record<string, unknown>} Sentence */

/** @param {readonly Sentence[]} sentences @param {string} code */
export const linesOf = (sentences, code) => sentences.map((sentence) => textIn(sentence, code).replaceAll('\n', ' '));

/**
 * A sentence with its text in a language; empty words take the member away.
 * @param {Sentence} sentence
 * @param {string} code
 * @param {string} words
 * @returns {Sentence}
 */
export function said(sentence, code, words) {
  const member = memberOf(sentence, code);
  if (words.trim()) return { ...sentence, [member]: words };
  const { [member]: _, ...others } = sentence;
  return others;
}

/** @param {string} code */
const space = (code) => (codeOf(code) === 'zh' ? '' : ' ');

/** Two sentences as one. @param {Sentence} first @param {Sentence} second @returns {Sentence} */
function joined(first, second) {
  const both = { ...first };
  for (const [member, words] of Object.entries(second)) {
    const before = first[member];
    both[member] = typeof before === 'string' && typeof words === 'string' ? before + space(member) + words : words;
  }
  return both;
}

/**
 * The sentences after an edit of their lines in one language. `origins` has for each new line the old ones that it was
 * made of: none for a new sentence, several for one that others were joined to.
 * @param {readonly Sentence[]} sentences
 * @param {string} code
 * @param {readonly string[]} lines
 * @param {readonly (readonly number[])[]} origins
 * @returns {Sentence[]}
 */
export function reline(sentences, code, lines, origins) {
  return lines.map((words, i) => {
    const old = (origins[i] ?? []).flatMap((at) => (sentences[at] ? [sentences[at]] : []));
    const first = /** @type {Sentence | undefined} */ (old[0]);
    return said(old.slice(1).reduce(joined, first ?? {}), code, words);
  });
}

/** Those that say something in some language. @param {readonly Sentence[]} sentences */
export const spoken = (sentences) =>
  sentences.filter((sentence) => Object.values(sentence).some((words) => typeof words === 'string' && words.trim()));

/**
 * The sentences with one of them moved up (-1) or down (1); null where it cannot go further.
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} at
 * @param {number} by
 * @returns {Item[] | null}
 */
export function moved(items, at, by) {
  const to = at + by;
  if (to < 0 || to >= items.length || at < 0 || at >= items.length) return null;
  const all = [...items];
  all.splice(to, 0, ...all.splice(at, 1));
  return all;
}
