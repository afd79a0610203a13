// The table on show: as it was pasted, or made of the file of a series that came with the story.
//
// **Invariant**: what is on show follows the files.

import { computed, signal } from '@preact/signals';
import { author, languages } from '../document/session.js';
import { editorState, fileText, files, selection, sources, story } from '../document/story-document.js';
import { articleSource } from '../sentences/now.js';
import { memberOf } from '../sentences/words-of.js';
import { guessColumns } from './columns.js';
import { columnOf, doubtsOf } from './doubts.js';
import { sourceNamed } from './meta.js';

/** @import { SourceJson } from '../types.js' */
/** @import { Kept, Table } from './types.js' */

const encoder = new TextEncoder();

/** @type {import('@preact/signals').ReadonlySignal<Record<string, Table>>} */
export const tables = computed(() => /** @type {Kept} */ (editorState.value).tables ?? {});

/** @param {Table} table @param {string} series */
const holds = ({ columns }, series) => columns.some((column) => column.series === series);

/** A table of the file of a series. @param {string} id @returns {Table | null} */
function ofFile(id) {
  const file = story.value?.series?.[id]?.file;
  const content = file ? files.value.get(file) : undefined;
  if (content === undefined || !author.value) return null;
  const { rows } = author.value.table(typeof content === 'string' ? encoder.encode(content) : content);
  if (rows.length === 0) return null;
  const guessed = guessColumns(rows);
  const columns = guessed.columns.map(({ role }) => ({ role }));
  const value = columns.findIndex(({ role }) => role === 'value');
  if (value < 0) return null;
  return {
    name: id,
    rows,
    head: 1,
    columns: columns.map((column, x) =>
      x === value ? { ...column, series: id } : column.role === 'value' ? { role: 'skip' } : column,
    ),
  };
}

/** The table on show, `null` where there is none. */
export const shown = computed(() => {
  const { series } = selection.value;
  const all = Object.entries(tables.value);
  const found = all.find(([id, table]) => id === series || holds(table, series));
  if (found) return { id: found[0], table: found[1] };
  const first = series || Object.keys(story.value?.series ?? {})[0] || '';
  const pasted = all.find(([, table]) => holds(table, first)) ?? (first ? undefined : all[0]);
  if (pasted) return { id: pasted[0], table: pasted[1] };
  const table = first ? ofFile(first) : null;
  return table ? { id: first, table } : null;
});

/** The column of values whose series is on show. */
export const chosenColumn = computed(() => {
  const columns = shown.value?.table.columns ?? [];
  const { series } = selection.value;
  const at = columns.findIndex((column) => column.role === 'value' && column.series === series);
  return at >= 0 ? at : columns.findIndex(({ role }) => role === 'value');
});

/** The language of a table's words. @param {Table} table */
export const languageOf = (table) => {
  const words = [table.name, ...table.rows.slice(0, Math.max(1, table.head)).flat()].join(' ');
  const own = /\p{Script=Han}/u.test(words) ? 'zh' : 'en';
  return languages.value.map(memberOf).includes(own) ? own : memberOf(languages.value[0]);
};

/** @param {Table} table @param {number} x */
export function isPercent(table, x) {
  const { series } = table.columns[x] ?? {};
  const unit = series ? story.value?.series?.[series]?.unit : undefined;
  return unit ? unit === 'percent' : guessColumns(table.rows).columns[x]?.unit === '%';
}

export const doubts = computed(() =>
  shown.value
    ? doubtsOf(shown.value.table, (x) => isPercent(/** @type {{ table: Table }} */ (shown.value).table, x))
    : [],
);

/** The sources of the story. @returns {Record<string, SourceJson>} */
export const knownSources = () => sources.value?.sources ?? {};

/** The source of a row: what its cell names, or that of the table. '' where nothing is known. @param {Table} table */
export const sourceOf = (table) => (/** @type {number} */ row) => {
  const at = columnOf(table, 'source');
  const name = at >= 0 ? table.rows[row][at] : '';
  if (name) return table.sources?.[name] ?? sourceNamed(name, knownSources());
  return tableSource(table);
};

/** The source of rows that name none. @param {Table} table */
export const tableSource = (table) => table.source ?? (articleSource.value.known ? articleSource.value.id : '');

/** Names in the source column that are no source yet. @param {Table} table */
export function unknownSources(table) {
  const at = columnOf(table, 'source');
  if (at < 0) return [];
  const names = table.rows
    .slice(table.head)
    .map((row) => row[at])
    .filter(Boolean);
  return [...new Set(names)].filter((name) => !table.sources?.[name] && !sourceNamed(name, knownSources()));
}

/**
 * What the sheets of the file that was opened are called, while the page is open.
 * @type {import('@preact/signals').Signal<{ id: string, bytes: Uint8Array, sheets: string[], sheet: string } | null>}
 */
export const workbook = signal(null);

/** @param {string} id */
export const fileOf = (id) => fileText(story.peek()?.series?.[id]?.file ?? '');
