// The same numbers as a table: always in the document, shown at the reader's wish.

import { el, icon, label } from './dom.js';

/** @import {OpenRecord, Scene, TableData, Words} from '../types.js' */

export class Table {
  #table = el('table', { part: 'table' });
  #close = el('button', { type: 'button', class: 'button quiet' }, icon('close'));
  root = el('div', { class: 'tablebox', role: 'region', tabindex: '-1', hidden: true }, this.#close, this.#table);
  #on;

  /** @param {{ open: OpenRecord, close: () => void }} on */
  constructor(on) {
    this.#on = on;
    this.#close.addEventListener('click', () => on.close());
  }

  /** @param {Scene} scene @param {Words} words */
  show(scene, words) {
    this.root.setAttribute('aria-label', words.table);
    label(this.#close, words.tableClose);
    fillTable(this.#table, scene, this.#on.open);
  }
}

/**
 * Fills a table node; `open`, where given, makes names of figures into buttons.
 * @param {HTMLTableElement} node
 * @param {{ table: TableData, source?: string }} scene
 * @param {OpenRecord} [open]
 */
export function fillTable(node, { table, source }, open) {
  const [first, ...others] = table.columns;
  const head = el(
    'tr',
    {},
    el('th', { scope: 'col' }, first),
    ...others.map((name) => el('th', { scope: 'col' }, name)),
  );
  const rows = table.rows.map(({ figure, cells: [name, ...cells] }) => {
    const button =
      open && figure
        ? el('button', { type: 'button', class: 'number', 'data-figure': figure, 'aria-haspopup': 'dialog' }, name)
        : null;
    button?.addEventListener('click', () => open?.(figure, button));
    return el('tr', {}, el('th', { scope: 'row' }, button ?? name), ...cells.map((cell) => el('td', {}, cell)));
  });
  node.replaceChildren(
    el('caption', {}, el('span', {}, table.caption)),
    el('thead', {}, head),
    el('tbody', {}, ...rows),
    ...(source ? [el('tfoot', {}, el('tr', {}, el('td', { colspan: String(table.columns.length) }, source)))] : []),
  );
}
