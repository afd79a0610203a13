// What waits for a person, counted where it is mended: statements to be corrected, amounts that nobody has taken, and
// elsewhere problems.
//
// **Invariant**: a number that was found is counted until it is taken, named or left; nothing leaves by itself. The
// count of the sentences is that of their list: those to correct and those not taken.

import { computed } from '@preact/signals';
import { placeOf, problems } from '../document/session.js';
import { waits } from '../sentences/amounts.js';
import { faultsOf, isToCorrect, isToLookAt } from '../sentences/faults.js';
import { amounts, paragraphList } from '../sentences/now.js';

/**
 * @import {Place, Problem} from '../types.js'
 * @typedef {{ n: number, state: 'none' | 'open' | 'partly' | 'done', first: string }} Paragraph `first`: the amount
 *   to be looked at
 */

/** @type {Record<string, Paragraph['state']>} */
const STATES = { none: 'none', new: 'open', decide: 'partly', done: 'done' };

/** The paragraphs of the article, and how far each is. */
export const paragraphs = computed(() =>
  paragraphList.value.map(({ number, start, end, state }) => {
    const own = amounts.value.filter((amount) => amount.end > 0 && amount.start >= start && amount.end <= end);
    const first = own.find(isToLookAt) ?? own[0];
    const told = own.some((amount) => faultsOf(amount).length > 0) ? 'partly' : (STATES[state] ?? 'none');
    return /** @type {Paragraph} */ ({ n: number, state: told, first: first?.key ?? '' });
  }),
);

/** How many statements are to be corrected, and how many amounts nobody has taken. */
export const inSentences = computed(() => {
  const correct = amounts.value.filter(isToCorrect).length;
  return { correct, open: amounts.value.filter((amount) => waits(amount) && !isToCorrect(amount)).length };
});

/** Problems by where they are mended. @param {(problem: Problem) => boolean} which */
const count = (which) => problems.value.filter(which).length;

/** What waits in a place. @param {Place} place */
export function waitingIn(place) {
  if (place === 'check') return problems.value.length;
  if (place === 'sentences') return inSentences.value.correct + inSentences.value.open;
  if (place === 'tables') return count((problem) => placeOf(problem).place === place);
  return 0;
}
/** Problems of a chapter. @param {number} at */
export const waitingInScene = (at) => count(({ path }) => path.startsWith(`scenes[${at}]`));
/** Problems of a series. @param {string} id */
export const waitingInSeries = (id) => count((problem) => placeOf(problem).series === id);
/** Problems of a source. @param {string} id */
export const waitingInSource = (id) => count((problem) => placeOf(problem).source === id);
