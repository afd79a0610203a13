// The table as it was pasted: what each column means above it, its cells, and below it what is in doubt and what is
// kept.

import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusPath } from '../document/session.js';
import { story } from '../document/story-document.js';
import { Key } from '../frame/components.jsx';
import { told, useWords } from '../words.js';
import { again, chooseColumn, removeTable, setCell, setHead, setRole, takeFile } from './actions.js';
import { cellOf } from './cell-of.js';
import { readCell } from './cells.js';
import { columnOf, isRemark } from './doubts.js';
import { Doubts, Differences, Facts } from './below.jsx';
import { OpenFile, dropTarget } from './empty.jsx';
import { guessColumns } from './columns.js';
import { chosenColumn, doubts, shown, tables, unknownSources, workbook } from './now.js';
import { WORDS } from './words.js';

/** @import { Table } from './types.js' */

/** The cell that has the focus, whether it is being edited, and the key that began that by being typed over it. */
export const at = signal({ row: 1, column: 0, editing: false, typed: '' });

/** @param {number} row @param {number} column @param {boolean} [editing] @param {string} [typed] */
export function goToCell(row, column, editing = false, typed = '') {
  at.value = { row, column, editing, typed };
  if (editing) return;
  requestAnimationFrame(() => {
    // a second click has begun to edit meanwhile
    if (at.peek().editing) return;
    const cell = document.querySelector('.grid [data-here]');
    if (cell instanceof HTMLElement) cell.focus();
  });
}

const ROLES = ['period', 'value', 'bound', 'printed', 'unit', 'definition', 'source', 'note', 'status', 'skip'];

/** @param {{ table: Table, x: number }} props */
function Head({ table, x }) {
  const words = useWords(WORDS);
  const { role } = table.columns[x];
  const guessed = guessColumns(table.rows).columns[x];
  const header = table.head > 0 ? table.rows[0][x] : `${x + 1}`;
  const why = guessed && guessed.role === role ? words.why[/** @type {'header'} */ (guessed.why)] : words.why.set;
  const lack = unknownSources(table).length;
  const named = new Set(
    table.rows
      .slice(table.head)
      .map((row) => row[x])
      .filter(Boolean),
  ).size;
  const values = table.columns.flatMap((column, i) => (column.role === 'value' ? [i] : []));
  const number = role === 'value' && values.length > 1 ? ` ${values.indexOf(x) + 1}` : '';
  const known = ROLES.includes(role) ? ROLES : [...ROLES, role];
  return (
    <th scope="col" class={x === chosenColumn.value ? 'chosen' : ''}>
      <select
        aria-label={words.meaning(header)}
        value={role}
        onFocus={() => chooseColumn(x)}
        onChange={(event) => setRole(x, event.currentTarget.value)}
      >
        {known.map((id) => (
          <option key={id} value={id}>
            {(words.roles[/** @type {'value'} */ (id)] ?? id) + (id === role ? number : '')}
          </option>
        ))}
      </select>
      <span class="muted">
        {role === 'value' && guessed?.unit ? `${guessed.unit} · ` : ''}
        {role === 'source' ? words.sourceWhy(named - lack, lack) : why}
      </span>
    </th>
  );
}

/** @param {{ table: Table, row: number, x: number, doubt: boolean }} props */
function Cell({ table, row, x, doubt }) {
  const words = useWords(WORDS);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const here = at.value.row === row && at.value.column === x;
  const editing = here && at.value.editing;
  const text = table.rows[row][x];
  const { role } = table.columns[x];
  const value = role === 'value' && row >= table.head && !isRemark(table, row);
  const cell = value ? readCell(text) : null;
  const apart = value && table.apart?.includes(row);
  useLayoutEffect(() => {
    if (!editing) return;
    input.current?.focus();
    if (at.peek().typed === '') input.current?.select();
    else input.current?.setSelectionRange(-1, -1);
  }, [editing]);
  const done = () => {
    const typed = input.current?.value ?? text;
    if (typed !== text) setCell(row, x, typed);
    goToCell(row, x);
  };
  return (
    <td
      class={`is-${value ? 'value' : role}${doubt ? ' doubt' : ''}${apart ? ' apart' : ''}`}
      data-here={here ? '' : undefined}
      data-row={row}
      data-column={x}
      tabIndex={here ? 0 : -1}
    >
      {editing ? (
        <input
          ref={input}
          type="text"
          aria-label={words.edit}
          defaultValue={at.peek().typed || text}
          onBlur={() => {
            const typed = input.current?.value ?? text;
            if (typed !== text) setCell(row, x, typed);
            if (at.peek().editing) at.value = { ...at.peek(), editing: false };
          }}
          onKeyDown={(event) => {
            if (event.isComposing || event.code === 'F8') return;
            event.stopPropagation();
            if (event.code === 'Enter' || event.code === 'Tab') {
              event.preventDefault();
              done();
            } else if (event.code === 'Escape') {
              if (input.current) input.current.value = text;
              goToCell(row, x);
            }
          }}
        />
      ) : cell?.kind === 'none' ? (
        <span class="muted">
          {text ? `${text} ` : ''}
          {words.unpublished}
        </span>
      ) : cell?.sign && cell.kind === 'number' ? (
        <>
          {text.slice(0, text.lastIndexOf(cell.sign))}
          <sup>{cell.sign}</sup>
        </>
      ) : (
        text
      )}
    </td>
  );
}

/** @param {KeyboardEvent} event @param {Table} table */
function onGridKey(event, table) {
  if (!(event.target instanceof HTMLTableCellElement)) return;
  const { row, column } = at.peek();
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => goToCell(Math.min(table.rows.length - 1, row + 1), column),
    ArrowUp: () => goToCell(Math.max(0, row - 1), column),
    ArrowRight: () => goToCell(row, Math.min(table.columns.length - 1, column + 1)),
    ArrowLeft: () => goToCell(row, Math.max(0, column - 1)),
    Home: () => goToCell(row, 0),
    End: () => goToCell(row, table.columns.length - 1),
    F2: () => goToCell(row, column, true),
    Enter: () => goToCell(row, column, true),
    Delete: () => setCell(row, column, ''),
    Backspace: () => setCell(row, column, ''),
  };
  const select =
    event.currentTarget instanceof Element ? event.currentTarget.querySelectorAll('thead select')[column] : null;
  if (event.altKey && event.code === 'ArrowDown' && select instanceof HTMLSelectElement) {
    event.preventDefault();
    select.focus();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typed = event.key.length === 1 && event.key !== ' ' ? event.key : '';
  const run = keys[event.code] ?? (typed ? () => goToCell(row, column, true, typed) : undefined);
  if (!run) return;
  event.preventDefault();
  run();
  chooseColumn(at.peek().column);
}

/** @param {MouseEvent} event @param {boolean} editing */
function onGridClick({ target }, editing) {
  const cell = target instanceof Element ? target.closest('td[data-row]') : null;
  if (!(cell instanceof HTMLElement) || target instanceof HTMLInputElement) return;
  const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
  chooseColumn(column);
  goToCell(row, column, editing);
}

/** The cell of a problem is edited as soon as it is on show. @param {Table} table @param {boolean} ofFile */
function useWantedCell(table, ofFile) {
  const path = focusPath.value;
  useLayoutEffect(() => {
    const cell = cellOf(path, table, chosenColumn.peek(), ofFile ? null : doubts.peek());
    if (!cell) return;
    focusPath.value = '';
    goToCell(cell.row, cell.column, true);
  }, [path, table]);
}

/** @param {{ table: Table, ofFile: boolean }} props */
function Grid({ table, ofFile }) {
  const words = useWords(WORDS);
  useWantedCell(table, ofFile);
  const doubtful = new Set(doubts.value.map(({ row, column }) => `${row},${column}`));
  return (
    <div class="grid-frame">
      <table
        class="grid"
        aria-label={table.name}
        onKeyDown={(event) => onGridKey(event, table)}
        onClick={(event) => onGridClick(event, false)}
        onDblClick={(event) => onGridClick(event, true)}
      >
        <thead>
          <tr>
            <td />
            {table.columns.map((_, x) => (
              <Head key={x} table={table} x={x} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row} class={row < table.head ? 'head' : isRemark(table, row) ? 'remark' : ''}>
              <th scope="row">{row + 1}</th>
              {cells.map((_, x) => (
                <Cell key={x} table={table} row={row} x={x} doubt={doubtful.has(`${row},${x}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <span class="spoken" aria-live="polite">
        {words.cell(
          table.rows[at.value.row]?.[columnOf(table, 'period')] ?? '',
          table.rows[0]?.[at.value.column] ?? '',
        )}
      </span>
    </div>
  );
}

export function View() {
  const words = useWords(WORDS);
  const now = shown.value;
  if (!now) return null;
  const { table } = now;
  const book = workbook.value;
  return (
    <section class="pane table-pane" aria-label={words.table} {...dropTarget}>
      <header class="pane-head">
        <h2>{told(story.value?.series?.[table.name]?.label) || table.name}</h2>
        <span class="muted">{words.size(table.rows.length, table.columns.length, table.head)}</span>
        <label class="table-heads">
          <span class="muted">{words.headRows}</span>
          <select value={String(table.head)} onChange={(event) => setHead(Number(event.currentTarget.value))}>
            {
              /** @type {const} */ ([0, 1, 2]).map((n) => (
                <option key={n} value={String(n)}>
                  {words.heads[n]}
                </option>
              ))
            }
          </select>
        </label>
        {book ? (
          <label class="table-heads">
            <span class="muted">{words.sheet}</span>
            <select value={book.sheet} onChange={(event) => takeFile(book.bytes, book.id, event.currentTarget.value)}>
              {book.sheets.map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          </label>
        ) : null}
        <span class="push muted">
          {words.again} <Key>Ctrl V</Key>
        </span>
        <OpenFile small />
        <button type="button" class="link muted" onClick={removeTable}>
          {words.remove}
        </button>
      </header>
      <div class="pane-body">
        {again.value ? <Differences /> : null}
        <Grid table={table} ofFile={!(now.id in tables.value)} />
        <Doubts />
        <Facts table={table} />
      </div>
    </section>
  );
}
