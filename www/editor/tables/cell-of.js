// The cell of a table that a problem in the file of a series is about.
//
// **Invariant**: the row is that of the point, wherever it stands in the table; a member that has no column of its own
// leads to the number of its row.

import { columnOf } from './doubts.js';
import { fileRows } from './series-csv.js';

/** @import { Doubt, Table } from './types.js' */

/** `row 3, value`: a line of a file and one of its columns. */
const PATH = /^row (\d+), ?(\w*)$/;

/**
 * @param {string} path of the problem
 * @param {Table} table
 * @param {number} x the column of values whose file it is
 * @param {readonly Doubt[] | null} doubts null where the table is the file itself
 * @returns {{ row: number, column: number } | null}
 */
export function cellOf(path, table, x, doubts) {
  const [, line = '', member = ''] = PATH.exec(path) ?? [];
  if (!line) return null;
  const row = doubts ? fileRows(table, x, doubts)[Number(line) - 2] : Number(line) - 1;
  if (row === undefined || !table.rows[row]) return null;
  const own = [member, member.replace(/_\w+$/, '')].map((role) => (role === 'value' ? x : columnOf(table, role)));
  return { row, column: own.find((column) => column >= 0) ?? Math.max(0, x) };
}
