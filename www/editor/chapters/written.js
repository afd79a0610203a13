// How statements are written besides their phrase: their value in digits, what is printed of them, their names in every
// language, and the words of the article that they were taken from.

import { computed } from '@preact/signals';
import { article, editorState, story } from '../document/story-document.js';

/** Every word and number of a value. @param {unknown} value @returns {string[]} */
function wordsIn(value) {
  if (typeof value === 'string' || typeof value === 'number') return [`${value}`];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** By the ids of figures. */
const written = computed(() => {
  const all = new Map(
    Object.entries(story.value?.figures ?? {}).map(([id, { value, printed, label, name }]) => [
      id,
      wordsIn([value, printed, label, name]),
    ]),
  );
  for (const [key, { state, figure = '' }] of Object.entries(editorState.value.taken)) {
    const [start, end] = key.split('-').map(Number);
    if (state === 'taken' && end > start) all.get(figure)?.push(article.value.slice(start, end));
  }
  return all;
});

/**
 * Statements with what else they can be found by.
 * @template {{ id: string, status?: string, statusWord?: string }} Kind
 * @param {readonly Kind[]} statements
 * @returns {(Kind & { also: string })[]}
 */
export const withWritten = (statements) =>
  statements.map((statement) => ({
    ...statement,
    also: [...(written.value.get(statement.id) ?? []), statement.statusWord ?? statement.status ?? ''].join(' '),
  }));
