// What waits for a person: amounts of the article that are not decided, and problems, each counted where it is mended.
//
// **Invariant**: a number that was found is counted until it is taken, named or left; nothing leaves by itself.

import { computed } from '@preact/signals';
import { author, languages, placeOf, problems } from './session.js';
import { article, editorState } from './story-document.js';

/**
 * @import {Candidate, Place, Problem} from '../types.js'
 * @typedef {{ n: number, state: 'none' | 'open' | 'partly' | 'done', first: string }} Paragraph `first`: the amount
 */

/** @type {Candidate[]} */
const NONE = [];
/** The amounts that the engine finds in the article. */
const found = computed(() => {
  const there = author.value;
  if (!there || article.value.trim() === '') return NONE;
  const lang = editorState.value.language ?? languages.value[0];
  try {
    return there.recognise(article.value, lang).candidates;
  } catch {
    return NONE;
  }
});

/** The paragraphs of the article: parts between empty lines, or lines where there are none. */
export const paragraphs = computed(() => {
  const text = article.value;
  /** @type {Paragraph[]} */
  const all = [];
  const starts = [...text.matchAll(/(?:^|\n)[^\S\n]*(?=\S)/g)].map((match) => match.index + match[0].length);
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? text.length;
    const inside = found.value.filter((amount) => amount.start >= start && amount.start < end);
    const open = inside.filter((amount) => !editorState.value.taken[`${amount.start}-${amount.end}`]);
    const state =
      inside.length === 0 ? 'none' : open.length === 0 ? 'done' : open.length < inside.length ? 'partly' : 'open';
    const first = open[0] ?? inside[0];
    all.push({ n: at + 1, state, first: first ? `${first.start}-${first.end}` : '' });
  });
  return all;
});

/** How many amounts are not decided. */
const undecided = computed(
  () => found.value.filter((amount) => !editorState.value.taken[`${amount.start}-${amount.end}`]).length,
);

/** Problems by where they are mended. @param {(problem: Problem) => boolean} which */
const count = (which) => problems.value.filter(which).length;

/** What waits in a place. @param {Place} place */
export function waitingIn(place) {
  if (place === 'check') return problems.value.length;
  if (place === 'sentences') return undecided.value + count((problem) => placeOf(problem).place === place);
  if (place === 'tables') return count((problem) => placeOf(problem).place === place);
  return 0;
}
/** Problems of a chapter. @param {number} at */
export const waitingInScene = (at) => count(({ path }) => path.startsWith(`scenes[${at}]`));
/** Problems of a series. @param {string} id */
export const waitingInSeries = (id) => count((problem) => placeOf(problem).series === id);
/** Problems of a source. @param {string} id */
export const waitingInSource = (id) => count((problem) => placeOf(problem).source === id);
