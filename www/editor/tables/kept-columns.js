// Which columns of a table that is pasted again are those that were there.
//
// **Invariant**: a column keeps its series, and so all that has been set of it, as long as its header is there.

/** @import { Column, Table } from './types.js' */

/**
 * The columns of rows that take the place of a table's: one with the header of an old column is that column, also
 * where columns came or went around it, and so keeps its series with all that was set of it.
 * @param {Pick<Table, "rows" | "columns">} table @param {readonly (readonly string[])[]} rows
 * @param {readonly { role: string }[]} guessed @returns {Column[]}
 */
export function keptColumns({ rows: [old = []], columns }, [come = []], guessed) {
  const left = new Set(columns.keys());
  const sameWidth = come.length === old.length;
  const own = guessed.map((_, x) => {
    const header = [...left].find((at) => old[at] === come[x] && (come[x] !== '' || sameWidth));
    if (header === undefined) return null;
    left.delete(header);
    return columns[header];
  });
  const roles = new Set(own.map((column) => column?.role));
  // a role but that of values is one column's
  const free = (/** @type {string} */ role) => (role !== 'value' && roles.has(role) ? 'skip' : role);
  return own.map((column, x) => column ?? { role: free(guessed[x].role) });
}
