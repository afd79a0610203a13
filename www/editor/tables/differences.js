// What another paste of a table changes, by period and column.
//
// In: the rows that are there and those that come. Out: cells that differ, periods that come and go.

import { readPeriod } from '../sentences/dates.js';

/**
 * @typedef {{ kind: 'cell' | 'added' | 'removed', row: string, column: string, before: string,
 *   after: string }} Difference
 */

/** @param {string} cell */
const nameOf = (cell) => readPeriod(cell)?.start ?? cell;

/**
 * Rows by what they are of; the second of one name has a number.
 * @param {readonly string[][]} rows @param {number} head @param {number} at
 */
function named(rows, head, at) {
  /** @type {Map<string, string[]>} */
  const all = new Map();
  for (const row of rows.slice(head)) {
    let name = nameOf(row[at] ?? '');
    while (all.has(name)) name += '′';
    all.set(name, row);
  }
  return all;
}

/**
 * @param {{ rows: string[][], head: number }} before @param {{ rows: string[][], head: number }} after
 * @param {number} period The column of periods. @returns {Difference[]}
 */
export function differences(before, after, period) {
  const [old, come] = [named(before.rows, before.head, period), named(after.rows, after.head, period)];
  const headers = after.rows[0] ?? [];
  /** @type {Difference[]} */
  const all = [];
  for (const [name, row] of come) {
    const was = old.get(name);
    if (!was)
      all.push({
        kind: 'added',
        row: name,
        column: '',
        before: '',
        after: row
          .filter((_, x) => x !== period)
          .filter(Boolean)
          .join(' · '),
      });
    else
      for (let x = 0; x < Math.max(row.length, was.length); x++)
        if ((row[x] ?? '') !== (was[x] ?? '') && x !== period)
          all.push({
            kind: 'cell',
            row: name,
            column: after.head > 0 ? (headers[x] ?? '') : `${x + 1}`,
            before: was[x] ?? '',
            after: row[x] ?? '',
          });
  }
  for (const [name, row] of old) {
    if (!come.has(name))
      all.push({
        kind: 'removed',
        row: name,
        column: '',
        before: row
          .filter((_, x) => x !== period)
          .filter(Boolean)
          .join(' · '),
        after: '',
      });
  }
  return all;
}
