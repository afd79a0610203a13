// Why nobody can tell yet which charts take a statement: the first mistake in what charts are made of, what to do about
// it, and the way there.
//
// **Invariant**: a mistake of a chapter's own words holds no chart up; charts are tried beside it.

import './blocked.css';
import { computed } from '@preact/signals';
import { helpOf, messageOf } from '../document/problem-words.js';
import { goTo, problems } from '../document/session.js';
import { useWords } from '../words.js';
import { WORDS } from './words.js';

/** What charts are tried without: the chapters' words, and what is ticked. */
const PASSED_OVER = /^(?:scenes|acts|title|subtitle|notice)\b/;

/**
 * The mistake that holds charts up; null where nothing does.
 * @type {import('@preact/signals').ReadonlySignal<import('../types.js').Problem | null>}
 */
export const blocking = computed(
  () =>
    problems.value.find(
      ({ severity, file, path }) =>
        severity === 'error' && file !== 'checks.json' && !(file === 'story.json' && PASSED_OVER.test(path)),
    ) ?? null,
);

/** What to do first; nothing where nothing holds charts up. */
export function Blocked() {
  const words = useWords(WORDS);
  const problem = blocking.value;
  if (!problem) return null;
  return (
    <div class="charts-blocked" role="status">
      <p>
        {words.blocked} <b>{messageOf(problem)}</b>
      </p>
      <p>{helpOf(problem)}</p>
      <button type="button" class="button" onClick={() => goTo(problem)}>
        {words.there}
      </button>
    </div>
  );
}
