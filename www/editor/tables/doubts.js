// What only a person can settle in a table: a number that lies a hundredfold off its column, words where numbers are,
// a period that is none or stands twice. And what is only to be said: years that lack, cells that say nothing.
//
// **Invariant**: nothing is settled here; what is in doubt is in no series.

import { readPeriod } from '../sentences/dates.js';
import { shifted } from '../sentences/value.js';
import { readCell, saysMissing } from './cells.js';

/** @import { Cell, Doubt, Table } from './types.js' */

/** @param {Table} table @param {string} role */
export const columnOf = ({ columns }, role) => columns.findIndex((column) => column.role === role);

/** @param {Table} table */
export const valueColumns = ({ columns }) => columns.flatMap(({ role }, at) => (role === 'value' ? [at] : []));

/**
 * A row that is no point: a footnote below the table, or one whose cells are empty but for one.
 * @param {Table} table @param {number} row
 */
export function isRemark({ rows, columns }, row) {
  const cells = rows[row];
  const first = cells.find(Boolean) ?? '';
  const values = columns.some(({ role }, x) => role === 'value' && cells[x]);
  return (
    !values &&
    cells.filter(Boolean).length <= 2 &&
    !readPeriod(cells[columns.findIndex(({ role }) => role === 'period')] ?? '') &&
    (/^(?:注|备注|说明|资料来源|数据来源|note|source|[①-⑳⁰¹²³⁴-⁹*†‡])/i.test(first) || first.length > 12)
  );
}

/** The rows that are points. @param {Table} table */
export function pointRows(table) {
  const rows = [];
  for (let row = table.head; row < table.rows.length; row++) if (!isRemark(table, row)) rows.push(row);
  return rows;
}

/** A period as the file has it; '' where it is none. @param {string} cell */
export function periodOf(cell) {
  const dates = readPeriod(cell.replace(/(?:[①-⑳⁰¹²³⁴-⁹*†‡]|\(\d\))+$/, ''));
  return dates && !dates.end ? dates.start : '';
}

/** Numbers of a column by row. @param {Table} table @param {number} x @returns {Map<number, Cell>} */
export function numbers(table, x) {
  const read = pointRows(table).map((row) => /** @type {const} */ ([row, readCell(table.rows[row][x])]));
  return new Map(read.filter(([, { kind }]) => kind === 'number'));
}

/**
 * Those of a percent column that are a hundredth of what stands around them, without a sign.
 * @param {Map<number, Cell>} cells @param {boolean} said Whether the header has a %.
 */
function hundredths(cells, said) {
  const all = [...cells].map(([row, cell]) => ({ row, cell, value: Math.abs(Number(cell.digits)) }));
  const sizes = all.map(({ value }) => value).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  if (sizes.length < 3 || middle < 2 || !(said || all.some(({ cell }) => cell.percent))) return [];
  return all.filter(
    ({ cell, value }) =>
      !cell.percent && value > 0 && value < 1 && value * 100 > middle / 10 && value * 100 < middle * 10,
  );
}

/**
 * @param {Table} table @param {(x: number) => boolean} isPercent Whether the unit of a column is %.
 * @returns {Doubt[]} In the order of the rows.
 */
export function doubtsOf(table, isPercent) {
  const settled = new Set(table.settled ?? []);
  const at = columnOf(table, 'period');
  /** @type {Doubt[]} */
  const all = [];
  /** @type {Map<string, number>} */
  const seen = new Map();
  const use = columnOf(table, 'use');
  for (const row of pointRows(table)) {
    const text = table.rows[row][at] ?? '';
    const period = periodOf(text);
    if (use >= 0 && table.rows[row][use] === 'context') continue;
    if (!period) all.push({ kind: 'period', row, column: at, text, meant: '' });
    else if (seen.has(period)) all.push({ kind: 'twice', row, column: at, text, meant: period });
    seen.set(period, row);
  }
  for (const x of valueColumns(table)) {
    for (const row of pointRows(table)) {
      const text = table.rows[row][x];
      if (readCell(text).kind !== 'words') continue;
      all.push({ kind: saysMissing(text) ? 'missing' : 'words', row, column: x, text, meant: '' });
    }
    if (!isPercent(x)) continue;
    const said = table.rows.slice(0, table.head).some((cells) => /[%％]/.test(cells[x]));
    for (const { row, cell } of hundredths(numbers(table, x), said)) {
      if (settled.has(`${row},${x}`)) continue;
      all.push({ kind: 'hundredfold', row, column: x, text: table.rows[row][x], meant: `${shifted(cell.digits, 2)}%` });
    }
  }
  return all.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Years between the first and the last that the table does not have, as runs. @param {Table} table */
export function lackingYears(table) {
  const at = columnOf(table, 'period');
  const periods = pointRows(table).map((row) => periodOf(table.rows[row][at] ?? ''));
  if (periods.some((period) => period && !/^\d{4}$/.test(period))) return [];
  const years = new Set(periods.filter(Boolean).map(Number));
  /** @type {[number, number][]} */
  const runs = [];
  for (let year = Math.min(...years) + 1; year < Math.max(...years); year++) {
    if (years.has(year)) continue;
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs;
}

/** How many cells of values say that nothing is published. @param {Table} table */
export const unpublished = (table) =>
  valueColumns(table).reduce(
    (n, x) => n + pointRows(table).filter((row) => readCell(table.rows[row][x]).kind === 'none').length,
    0,
  );

/** The footnote signs of a table, with where they stand and what the rows below say of them. @param {Table} table */
export function footnotes(table) {
  /** @type {Map<string, { sign: string, rows: number[], text: string }>} */
  const all = new Map();
  for (const row of pointRows(table)) {
    for (const text of table.rows[row]) {
      const { sign } = readCell(text);
      if (!sign || (readCell(text).digits === '' && !/[①-⑳⁰¹²³⁴-⁹†‡]$/.test(text))) continue;
      const known = all.get(sign) ?? { sign, rows: [], text: '' };
      if (!known.rows.includes(row)) known.rows.push(row);
      all.set(sign, known);
    }
  }
  for (const [i, cells] of table.rows.entries()) {
    if (i < table.head || !isRemark(table, i)) continue;
    const words = cells.filter(Boolean).join(' ');
    const note = [...all.values()].find(
      ({ sign }) => words.startsWith(sign) || words.replace(/^(?:注|note)[:：\s]*/i, '').startsWith(sign),
    );
    if (note)
      note.text = words
        .replace(/^(?:注|note)[:：\s]*/i, '')
        .slice(note.sign.length)
        .replace(/^[\s:：.、]+/, '');
  }
  return [...all.values()];
}
