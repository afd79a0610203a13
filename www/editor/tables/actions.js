// What an editor does with tables. Each is one step: the table as it was pasted and the files of its series change
// together.
//
// **Invariant**: after each step the file of every series is what its table says.

import { signal } from '@preact/signals';
import { added, newScene } from '../chapters/scenes.js';
import { author, languages } from '../document/session.js';
import { change, freshId, select, selection, story, together, write } from '../document/story-document.js';
import { announce } from '../frame/announce.js';
import { newSource } from '../sentences/take.js';
import { idOf } from '../sentences/ids.js';
import { inLanguage } from '../sentences/words-of.js';
import { language, said } from '../words.js';
import { guessColumns } from './columns.js';
import { differences } from './differences.js';
import { columnOf } from './doubts.js';
import { squared, upright } from './grid.js';
import { keptColumns } from './kept-columns.js';
import { put, seriesOf } from './put.js';
import { chosenColumn, doubts, knownSources, languageOf, shown, tables, workbook } from './now.js';
import { WORDS } from './words.js';

/** @import { Both, ChartJson } from '../types.js' */
/** @import { Difference } from './differences.js' */
/** @import { Doubt, Table } from './types.js' */

const words = () => WORDS[language.peek()];
/**
 * Another paste of the table on show, until an editor has seen what it changes.
 * @type {import('@preact/signals').Signal<{ rows: string[][], differences: Difference[], leftOut?: Both[] } | null>}
 */
export const again = signal(null);

/**
 * Rows that come from a clipboard or a file.
 * @param {readonly (readonly string[])[]} given @param {string} name
 * @param {Both[]} [leftOut] what of the file is not among them
 */
export function takeRows(given, name, leftOut) {
  const rows = upright(squared(given));
  if (rows.length === 0 || rows[0].length < 2) return announce(words().noTable);
  const now = shown.peek();
  if (now && selection.peek().series) {
    again.value = {
      rows,
      leftOut,
      differences: differences(now.table, { rows, head: guessColumns(rows).head }, columnOf(now.table, 'period')),
    };
    const n = again.value.differences.length;
    if (n === 0) keepOld();
    return announce(n === 0 ? words().same : words().differ(n));
  }
  return newTable(rows, name, leftOut);
}

/** @param {string[][]} rows @param {string} name @param {Both[]} [leftOut] */
export function newTable(rows, name, leftOut) {
  const { head, columns } = guessColumns(rows);
  const id = idOf(name, 'table', [...Object.keys(tables.peek()), ...Object.keys(story.peek()?.series ?? {})]);
  const own = leftOut?.length ? { leftOut } : {};
  put(words().steps.paste, id, { name, rows, head, columns: columns.map(({ role }) => ({ role })), ...own });
  announce(words().pasted(rows.length - head, columns.filter(({ role }) => role === 'value').length));
  return id;
}

/** The table that came takes the place of the one on show. */
export function takeNew() {
  const [now, come] = [shown.peek(), again.peek()];
  again.value = null;
  if (!now || !come) return;
  const guessed = guessColumns(come.rows);
  const columns = keptColumns(now.table, come.rows, guessed.columns);
  const { leftOut: _, ...table } = now.table;
  put(words().steps.again, now.id, {
    ...table,
    rows: come.rows,
    head: guessed.head,
    columns,
    settled: [],
    apart: [],
    ...(come.leftOut?.length ? { leftOut: come.leftOut } : {}),
  });
}

export function keepOld() {
  again.value = null;
}

/** Sheets of the file that are not read. @param {string[]} names @returns {Both} */
const otherSheets = (names) => ({
  zh: WORDS.zh.otherSheets(names.join('、')),
  en: WORDS.en.otherSheets(names.join(', ')),
});

/** A file of a spreadsheet or CSV. @param {Uint8Array} bytes @param {string} name @param {string} [sheet] */
export async function takeFile(bytes, name, sheet = '') {
  const engine = await author;
  const found = engine.table(bytes, sheet);
  if (found.error) return announce(said(found.error));
  const others = found.sheets.filter((each) => each !== found.sheet);
  const leftOut = [...found.leftOut, ...(others.length > 0 ? [otherSheets(others)] : [])];
  takeRows(found.rows, name.replace(/\.\w+$/, ''), leftOut);
  workbook.value = found.sheets.length > 1 ? { id: name, bytes, sheets: found.sheets, sheet: found.sheet } : null;
  return undefined;
}

/** @param {string} step @param {Partial<Table>} part */
function edit(step, part) {
  const now = shown.peek();
  if (now) put(step, now.id, { ...now.table, ...part });
}

/** @param {number} row @param {number} x @param {string} text */
export function setCell(row, x, text) {
  const rows = shown
    .peek()
    ?.table.rows.map((cells, y) => (y === row ? cells.map((cell, at) => (at === x ? text.trim() : cell)) : cells));
  if (rows) edit(words().steps.cell, { rows });
}

/**
 * What a column means; a role but value, note and skip is that of one column.
 * @param {number} x @param {string} role
 */
export function setRole(x, role) {
  const many = ['value', 'skip'].includes(role);
  const columns = shown
    .peek()
    ?.table.columns.map((column, at) =>
      at === x ? { ...column, role } : !many && column.role === role ? { role: 'skip' } : column,
    );
  if (columns) edit(words().steps.column, { columns });
}

/** @param {number} head */
export const setHead = (head) => edit(words().steps.column, { head });

/** @param {number} x @param {string} power */
export function setPower(x, power) {
  const now = shown.peek();
  const series = now?.table.columns[x].series;
  if (!now || !series) return;
  together(words().steps.edit, () => {
    change(words().steps.edit, [{ file: 'story.json', path: ['series', series, 'format'], value: power || undefined }]);
    edit(words().steps.edit, {
      columns: now.table.columns.map((column, at) => (at === x ? { ...column, power } : column)),
    });
  });
}

/**
 * What may be done about a doubt; the first changes no amount.
 * @param {Doubt} doubt @param {'meant' | 'really' | 'none' | 'drop'} how
 */
export function settle(doubt, how) {
  const { row, column, meant } = doubt;
  const table = shown.peek()?.table;
  if (how === 'meant') setCell(row, column, meant);
  else if (how === 'none') setCell(row, column, '');
  else if (how === 'really') edit(words().steps.cell, { settled: [...(table?.settled ?? []), `${row},${column}`] });
  else if (table)
    edit(words().steps.cell, {
      rows: table.rows.filter((_, y) => y !== row),
      settled: [],
      apart: (table.apart ?? []).filter((y) => y !== row).map((y) => (y > row ? y - 1 : y)),
    });
}

/** Does what is suggested for the first doubt; `false` where there is none. */
export function settleFirst() {
  const first = doubts.peek().find(({ kind }) => kind === 'hundredfold' || kind === 'missing');
  if (!first) return false;
  settle(first, first.kind === 'missing' ? 'none' : 'meant');
  return true;
}

/** The rows have another definition than the others, or not. @param {number[]} rows @param {boolean} apart */
export function setApart(rows, apart) {
  const now = shown.peek()?.table.apart ?? [];
  edit(words().steps.edit, {
    apart: apart ? [...new Set([...now, ...rows])].sort((a, b) => a - b) : now.filter((row) => !rows.includes(row)),
  });
}

/** @param {string} sign @param {string} of @param {string} text */
export function setNote(sign, of, text) {
  const notes = shown.peek()?.table.notes ?? {};
  edit(words().steps.edit, { notes: { ...notes, [sign]: { ...notes[sign], [of]: text } } });
}

/** @param {string} source */
export const setSource = (source) => edit(words().steps.source, { source });

/**
 * Registers publishers by name; `names` may be one that is typed for the whole table.
 * @param {string[]} names @param {boolean} [whole]
 */
export function register(names, whole = false) {
  const now = shown.peek();
  if (!now || names.length === 0) return;
  const of = languageOf(now.table);
  together(words().steps.source, () => {
    /** @type {Record<string, string>} */
    const ids = {};
    for (const name of names) {
      const id = idOf(name, 'source', Object.keys(knownSources()));
      ids[name] = id;
      change(words().steps.source, [
        {
          file: 'sources.json',
          path: ['sources', id],
          value: newSource({ publisher: { [of]: name }, kind: 'context' }, languages.peek()),
        },
      ]);
    }
    edit(words().steps.source, whole ? { source: ids[names[0]] } : { sources: { ...now.table.sources, ...ids } });
  });
}

/** Takes the table and its series out of the story. */
export function removeTable() {
  const now = shown.peek();
  if (!now) return;
  together(words().steps.remove, () => {
    for (const series of seriesOf(now.table)) {
      const file = story.peek()?.series?.[series]?.file;
      change(words().steps.remove, [{ file: 'story.json', path: ['series', series], value: undefined }]);
      if (file) write(words().steps.remove, file, null);
    }
    change(words().steps.remove, [{ file: 'editor.json', path: ['tables', now.id], value: undefined }], { series: '' });
  });
}

/** Puts a chart of the series into the chapter that is chosen, or into a new one. @param {ChartJson} chart */
export function useInChapter(chart) {
  const scenes = /** @type {import('../chapters/scenes.js').Scene[]} */ (story.peek()?.scenes ?? []);
  const at = Math.min(selection.peek().scene, scenes.length - 1);
  const then = { place: /** @type {const} */ ('chapters'), scene: Math.max(0, at) };
  if (at >= 0) {
    const rows = /** @type {unknown[]} */ (scenes[at].rows ?? []);
    const path = rows.length > 0 ? ['scenes', at, 'rows', -1] : ['scenes', at, 'rows'];
    change(
      words().steps.use,
      [{ file: 'story.json', path, value: rows.length > 0 ? [chart] : [[chart]], insert: rows.length > 0 }],
      then,
    );
    return;
  }
  const series = story.peek()?.series?.[selection.peek().series];
  const label = (/** @type {string} */ of) => inLanguage(series?.label, of);
  const statement = { id: selection.peek().series, kind: 'series', label };
  const scene = newScene({ id: freshId('chapter', []), at: 0, languages: languages.peek(), statement, chart });
  const value = added({ scenes: [], acts: [] }, 0, scene).scenes;
  change(words().steps.use, [{ file: 'story.json', path: ['scenes'], value }], then);
}

/** @param {number} x */
export function chooseColumn(x) {
  const series = shown.peek()?.table.columns[x]?.series;
  if (series && x !== chosenColumn.peek()) select({ series });
}
