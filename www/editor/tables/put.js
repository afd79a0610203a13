// Puts a table into the story: as it was pasted, and as the files of its series.
//
// **Invariant**: after each step the file of every series is what its table says.

import { languages } from '../document/session.js';
import { change, select, selection, story, together, write } from '../document/story-document.js';
import { inLanguage, membersOf } from '../sentences/words-of.js';
import { language } from '../words.js';
import { guessColumns } from './columns.js';
import { doubtsOf, footnotes } from './doubts.js';
import { newSeries } from './meta.js';
import { fileOf, isPercent, languageOf, shown, sourceOf, tables } from './now.js';
import { seriesCsv } from './series-csv.js';
import { WORDS } from './words.js';

/** @import { Label } from '../types.js' */
/** @import { Table } from './types.js' */

const words = () => WORDS[language.peek()];
/** What a definition is called that no footnote explains. */
const OTHER_DEFINITION = { zh: '另一口径', en: 'another definition', ru: 'другое определение' };

/** Series of a table. @param {Table | undefined} table */
export const seriesOf = (table) =>
  (table?.columns ?? []).flatMap(({ role, series }) => (role === 'value' && series ? [series] : []));

/** Each column of values has a series of its own. @param {Table} table @returns {Table} */
function withSeries(table) {
  const guessed = guessColumns(table.rows).columns;
  const columns = table.columns.map((column, x) => {
    if (column.role !== 'value') return { role: column.role };
    if (column.series && story.peek()?.series?.[column.series]) return column;
    const { id, changes } = newSeries(guessed[x], story.peek(), languageOf(table), languages.peek(), table.name);
    change(words().steps.paste, changes);
    return { role: 'value', series: id, power: guessed[x].power };
  });
  return { ...table, columns };
}

/** Writes the file of each series of a table. @param {Table} table */
function writeFiles(table) {
  const unsettled = doubtsOf(table, (x) => isPercent(table, x));
  for (const [x, { role, series, power = '' }] of table.columns.entries()) {
    const file = series ? story.peek()?.series?.[series]?.file : undefined;
    if (role !== 'value' || !file) continue;
    const given = {
      power,
      languages: languages.peek(),
      doubts: unsettled,
      sourceOf: sourceOf(table),
      language: languageOf(table),
    };
    write(words().steps.edit, file, seriesCsv(table, x, given));
  }
}

/**
 * Where some points have another definition, readers get the names of both.
 * @param {Label} label @param {Table} table
 */
function nameDefinitions(label, table) {
  const notes = footnotes(table);
  for (const series of seriesOf(table)) {
    const now = story.peek()?.series?.[series];
    const names = /** @type {Record<string, unknown>} */ (now?.definitions ?? {});
    const [head, ...points] = fileOf(series)
      .split('\n')
      .map((line) => line.split(','));
    const parted = points.some((cells) => cells[head.indexOf('definition')] === 'other');
    if (!parted && !names.other) continue;
    const apart = notes.find(({ rows }) => rows.some((row) => table.apart?.includes(row)));
    const said = apart?.text ? { [languageOf(table)]: apart.text } : {};
    const other = { ...OTHER_DEFINITION, ...said, ...table.notes?.[apart?.sign ?? ''] };
    const each = Object.fromEntries(membersOf(languages.peek()).map((of) => [of, inLanguage(other, of)]));
    const value = parted ? { main: now?.definition, other: each } : undefined;
    change(label, [{ file: 'story.json', path: ['series', series, 'definitions'], value }]);
  }
}

/**
 * Puts a table in its place, with the files of its series.
 * @param {Label} label @param {string} id @param {Table} table
 */
export function put(label, id, table) {
  together(label, () => {
    const next = withSeries(table);
    const gone = seriesOf(tables.peek()[id] ?? (shown.peek()?.id === id ? shown.peek()?.table : undefined)).filter(
      (series) => !seriesOf(next).includes(series),
    );
    change(label, [{ file: 'editor.json', path: ['tables', id], value: next }]);
    for (const series of gone) {
      const file = story.peek()?.series?.[series]?.file;
      change(label, [{ file: 'story.json', path: ['series', series], value: undefined }]);
      if (file) write(label, file, null);
    }
    writeFiles(next);
    nameDefinitions(label, next);
    if (!seriesOf(next).includes(selection.peek().series))
      select({ place: 'tables', series: seriesOf(next)[0] ?? id, source: '' });
  });
}
