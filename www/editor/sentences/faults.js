// Statements with a mistake that the engine finds in them: they wait to be corrected, as those with an open question
// do.
//
// **Invariant**: what waits is counted by statements, each once, however many mistakes it has.

import { computed } from '@preact/signals';
import { placeOf, problems } from '../document/session.js';
import { waits } from './amounts.js';

/** @import { Problem } from '../types.js' */
/** @import { Amount } from './types.js' */

/** By the ids of figures: what stops publishing. Advice is for the check. */
const faults = computed(() => {
  /** @type {Map<string, Problem[]>} */
  const all = new Map();
  for (const problem of problems.value) {
    const { place, statement = '' } = placeOf(problem);
    if (place === 'sentences' && problem.severity === 'error')
      all.set(statement, [...(all.get(statement) ?? []), problem]);
  }
  return all;
});

/** @type {readonly Problem[]} */
const NONE = [];

/** @param {Amount} amount */
export const faultsOf = ({ state, id }) => (state === 'taken' ? (faults.value.get(id) ?? NONE) : NONE);

/** Whether a person has to correct it: it asks something, or it is mistaken. @param {Amount} amount */
export const isToCorrect = (amount) => amount.state === 'decide' || faultsOf(amount).length > 0;

/** Whether a person has to look at it: it is to be corrected, or nobody has taken it. @param {Amount} amount */
export const isToLookAt = (amount) => waits(amount) || faultsOf(amount).length > 0;

/** The state in which it is shown: one that is mistaken waits as one that asks does. @param {Amount} amount */
export const shownState = (amount) => (isToCorrect(amount) ? 'decide' : amount.state);
