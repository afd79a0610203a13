// Text from a clipboard to rows of cells, and rows put into a shape: no empty edges, periods downwards.
//
// **Invariant**: no cell's text changes but for the spaces around it.

import { readPeriod } from '../sentences/dates.js';

/** Rows of equal length without empty rows and columns at the edges. @param {readonly (readonly string[])[]} given */
export function squared(given) {
  const trimmed = given.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ').trim()));
  const rows = trimmed.filter((row) => row.some(Boolean));
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(Boolean) + 1));
  const first = Math.min(width, ...rows.map((row) => row.findIndex(Boolean)));
  return rows.map((row) => Array.from({ length: width - first }, (_, i) => row[first + i] ?? ''));
}

/** Cells that tabs part, as spreadsheets copy them; quotes hold lines together. @param {string} text */
export function fromTabs(text) {
  /** @type {string[][]} */
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (quoted) {
      if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t' || c === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else if (c !== '\r') cell += c;
  }
  rows.at(-1)?.push(cell);
  return squared(rows);
}

/** Whether a clipboard's text is a table. @param {string} text */
export const isTable = (text) => text.split('\n').filter((line) => line.includes('\t')).length > 1;

/** A table whose periods stand side by side, with its periods downwards. @param {string[][]} rows */
export function upright(rows) {
  const [head = [], second = []] = rows;
  const across = head.slice(1).filter((cell) => cell && readPeriod(cell)).length;
  const down = rows.slice(1).filter(([first]) => first && readPeriod(first)).length;
  if (across < 2 || across < (head.length - 1) / 2 || down > 1) return rows;
  return squared(
    Array.from({ length: Math.max(head.length, second.length) }, (_, i) => rows.map((row) => row[i] ?? '')),
  );
}
