// A table to the CSV files of its series, one a column of values.
//
// **Invariant**: every point that is not in doubt is written once, with the digits of its cell; what is not
// published has an empty cell; nothing is computed.

import { inLanguage, membersOf } from '../sentences/words-of.js';
import { shifted } from '../sentences/value.js';
import { readCell, statusIn } from './cells.js';
import { columnOf, footnotes, periodOf, pointRows } from './doubts.js';

/** @import { Doubt, Table } from './types.js' */

/** Columns that go to the file as they are. */
const PLAIN = ['status', 'form', 'use'];
const SPOKEN = /^(?:period|note)_(?:zh|en|ru)$/;
const CHINESE = { wan: '万', yi: '亿' };
/** @type {Record<string, number>} */
const PLACES = { wan: 4, yi: 8, thousand: 3, million: 6, billion: 9 };

/** @param {string} cell */
const quoted = (cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV. @param {readonly (readonly string[])[]} rows */
export const asCsv = (rows) => rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');

/**
 * A number as the file has it: 164 under 产量（万吨） is 164万, 15.1 under thousand people 15100.
 * @param {string} digits @param {string} power of the cell, or else of its column
 */
function written(digits, power) {
  const word = CHINESE[/** @type {'wan'} */ (power)];
  return word ? digits + word : shifted(digits, PLACES[power] ?? 0);
}

/**
 * The rows of a table that its file has for a column of values, in the order of the file.
 * @param {Table} table @param {number} x @param {readonly Doubt[]} doubts
 */
export function fileRows(table, x, doubts) {
  const unsettled = new Set(
    doubts.filter(({ column, kind }) => column === x || kind === 'period' || kind === 'twice').map(({ row }) => row),
  );
  return pointRows(table).filter((row) => !unsettled.has(row));
}

/**
 * @param {Table} table @param {number} x The column of values.
 * @param {{ power: string, languages: readonly string[], doubts: readonly Doubt[], sourceOf: (row: number) => string,
 *   language: string }} given
 */
export function seriesCsv(table, x, { power, languages, doubts, sourceOf, language }) {
  const { rows, columns } = table;
  const [period, bound, printed, unit, definition] = ['period', 'bound', 'printed', 'unit', 'definition'].map((role) =>
    columnOf(table, role),
  );
  const only = columns.filter(({ role }) => role === 'value').length === 1;
  const kept = columns.flatMap(({ role }, at) => (PLAIN.includes(role) || SPOKEN.test(role) ? [{ role, at }] : []));
  const note = columnOf(table, 'note');
  const notes = footnotes(table);
  const of = membersOf(languages);
  const points = fileRows(table, x, doubts).map((row) => {
    const cells = rows[row];
    const cell = readCell(cells[x], language);
    const none = cell.kind !== 'number';
    const own =
      only && bound >= 0
        ? [cells[bound] || cell.bound, printed >= 0 ? cells[printed] : cell.printed]
        : [cell.bound, cell.printed];
    // a sign in another column of values is about that one
    const around = cells.filter((_, at) => at === x || columns[at].role !== 'value');
    const signs = new Set(around.map((text) => readCell(text).sign).filter(Boolean));
    const apart = table.apart?.includes(row) && signs.size > 0;
    const said = notes
      .filter(({ sign }) => signs.has(sign))
      .map(({ sign, text }) => ({ ...(text ? { [of[0]]: text } : {}), ...table.notes?.[sign] }));
    // 初步数 among the notes is no note
    const noted = note >= 0 && columnOf(table, 'status') < 0 ? statusIn(cells[note]) : '';
    if (note >= 0 && cells[note] && !noted) said.push({ [of[0]]: cells[note] });
    const everywhere = said.filter((text) => of.every((one) => inLanguage(text, one)));
    return {
      period: periodOf(cells[period] ?? '') || (cells[period] ?? ''),
      value: none ? '' : written(cell.digits, cell.power || power),
      bound: none ? '' : own[0] === 'exact' ? '' : own[0],
      printed: none ? '' : own[1],
      unit: unit >= 0 && only ? cells[unit] : '',
      // without one the engine cannot know whether neighbours may be joined
      definition: (definition >= 0 && cells[definition]) || (apart ? 'other' : 'main'),
      source: sourceOf(row),
      ...(noted ? { status: noted } : {}),
      ...Object.fromEntries(
        kept.map(({ role, at }) => [role, role === 'status' ? statusIn(cells[at]) || cells[at] : cells[at]]),
      ),
      ...Object.fromEntries(
        of.map((one) => [
          `note_${one}`,
          everywhere.map((text) => inLanguage(text, one)).join(one === 'zh' ? '；' : '; '),
        ]),
      ),
      ...Object.fromEntries(
        kept.filter(({ role, at }) => role.startsWith('note_') && cells[at]).map(({ role, at }) => [role, cells[at]]),
      ),
    };
  });
  const names = [
    'period',
    ...of.map((one) => `period_${one}`),
    'value',
    'bound',
    'printed',
    'status',
    'form',
    'unit',
    'definition',
    'source',
    'use',
    ...of.map((one) => `note_${one}`),
  ];
  const filled = names.filter(
    (name) =>
      ['period', 'value', 'source'].includes(name) ||
      points.some((point) => /** @type {Record<string, string>} */ (point)[name]),
  );
  return asCsv([
    filled,
    ...points.map((point) => filled.map((name) => /** @type {Record<string, string>} */ (point)[name] ?? '')),
  ]);
}
