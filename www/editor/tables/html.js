// A table on the clipboard as HTML, as spreadsheets and web pages copy it, to rows of cells.
//
// Read as text, tag by tag: the page's policy lets nothing be made of foreign markup. A cell that spans others is
// followed by empty ones. Knows no page.

import { squared } from './grid.js';

/** @type {Record<string, string>} */
const ENTITIES = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  times: '×',
  middot: '·',
  ge: '≥',
  le: '≤',
  deg: '°',
  sup2: '²',
  sup3: '³',
};
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const TOKEN =
  /<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi;

/** @param {string} text */
const plain = (text) =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0;
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : (ENTITIES[name] ?? whole);
  });

/** @param {string} attributes @param {string} name */
function span(attributes, name) {
  const n = Number(attributes.match(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i'))?.[1] ?? 1);
  return Math.min(Math.max(1, n), 200);
}

/** @param {string} html @returns {string[][]} Nothing where there is no table. */
export function fromHtml(html) {
  /** @type {string[][]} */
  const rows = [];
  let [y, x, depth] = [-1, 0, 0];
  /** @type {{ text: string, across: number, down: number } | null} */
  let cell = null;
  let raised = false;
  const close = () => {
    if (!cell) return;
    const text = cell.text.replaceAll(/[^\S\u00a0]+/g, ' ').trim();
    for (let dy = 0; dy < cell.down; dy++) {
      rows[y + dy] ??= [];
      for (let dx = 0; dx < cell.across; dx++) rows[y + dy][x + dx] = dy + dx === 0 ? text : '';
    }
    x += cell.across;
    cell = null;
  };
  for (const [token, , end, tag, attributes = ''] of html.matchAll(TOKEN)) {
    const name = tag?.toLowerCase();
    if (!name) {
      if (cell && !token.startsWith('<'))
        cell.text += raised && /^\d$/.test(token.trim()) ? RAISED[Number(token)] : plain(token);
    } else if (name === 'table') {
      depth += end ? -1 : 1;
      if (end && depth === 0) break;
    } else if (depth !== 1) {
      if (name === 'br' && cell) cell.text += ' ';
    } else if (name === 'tr') {
      close();
      if (end) continue;
      y += 1;
      x = 0;
      rows[y] ??= [];
    } else if (name === 'td' || name === 'th') {
      close();
      if (end || y < 0) continue;
      while (rows[y][x] !== undefined) x++;
      cell = { text: '', across: span(attributes, 'colspan'), down: span(attributes, 'rowspan') };
    } else if (name === 'sup') raised = !end;
    else if (name === 'br' && cell) cell.text += ' ';
  }
  close();
  return squared(rows.map((row) => Array.from(row ?? [], (text) => text ?? '')));
}
