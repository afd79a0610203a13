// Below the table: what a person has to settle, what another paste would change, and what is kept as it is.

import { useEffect, useRef } from 'preact/hooks';
import { languages } from '../document/session.js';
import { Key } from '../frame/components.jsx';
import { Typed } from '../sentences/typed.jsx';
import { inLanguage, membersOf } from '../sentences/words-of.js';
import { said, useWords } from '../words.js';
import { again, keepOld, newTable, register, setApart, setNote, settle, takeNew } from './actions.js';
import { columnOf, footnotes, lackingYears, unpublished } from './doubts.js';
import { doubts, shown, unknownSources } from './now.js';
import { at, goToCell } from './view.jsx';
import { WORDS } from './words.js';

/** @import { Table } from './types.js' */

export function Doubts() {
  const words = useWords(WORDS);
  const all = doubts.value;
  const doubt = all.find(({ row, column }) => row === at.value.row && column === at.value.column) ?? all[0];
  const table = shown.value?.table;
  if (!doubt || !table) return null;
  const { kind, row, column, text, meant } = doubt;
  const period = table.rows[row][columnOf(table, 'period')] || `${row + 1}`;
  const where = words.cell(period, table.head > 0 ? table.rows[0][column] : `${column + 1}`);
  return (
    <fieldset class="question table-doubt" aria-label={words.doubts[kind](where, text)}>
      <p>
        <b>{words.doubts[kind](where, text)}</b>
      </p>
      <p>{words.doubtWhy[kind](text, meant)}</p>
      <div class="tables-act">
        {kind === 'hundredfold' ? (
          <>
            <button type="button" class="button small main" onClick={() => settle(doubt, 'meant')}>
              {words.meant(meant)} <Key>Ctrl .</Key>
            </button>
            <button type="button" class="button small" onClick={() => settle(doubt, 'really')}>
              {words.really(text)}
            </button>
          </>
        ) : null}
        {kind === 'missing' ? (
          <button type="button" class="button small main" onClick={() => settle(doubt, 'none')}>
            {words.markNone} <Key>Ctrl .</Key>
          </button>
        ) : null}
        {kind === 'hundredfold' ? null : (
          <button
            type="button"
            class={kind === 'missing' ? 'button small' : 'button small main'}
            onClick={() => goToCell(row, column, true)}
          >
            {words.edit} <Key>F2</Key>
          </button>
        )}
        {kind === 'hundredfold' || kind === 'words' ? (
          <button type="button" class="button small" onClick={() => settle(doubt, 'none')}>
            {words.asNone}
          </button>
        ) : null}
        {kind === 'period' || kind === 'twice' ? (
          <button type="button" class="button small" onClick={() => settle(doubt, 'drop')}>
            {words.drop}
          </button>
        ) : null}
        <span class="muted push">{all.length > 1 ? words.more(all.length - 1) : words.undoable}</span>
      </div>
    </fieldset>
  );
}

/** What the paste that came changes of the table on show. */
export function Differences() {
  const words = useWords(WORDS);
  const come = again.value;
  const first = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => first.current?.focus(), []);
  if (!come) return null;
  return (
    <fieldset class="question table-doubt" aria-label={words.differTitle(come.differences.length)}>
      <p>
        <b>{words.differTitle(come.differences.length)}</b>
      </p>
      <ul class="differences">
        {come.differences.slice(0, 12).map(({ kind, row, column, before, after }) => (
          <li key={`${row}-${column}`}>
            <b>{column ? words.cell(row, column) : row}</b>{' '}
            {kind === 'cell' ? (
              <>
                <del>{before || words.unpublished}</del> → <ins>{after || words.unpublished}</ins>
              </>
            ) : (
              <>
                <span class="muted">{kind === 'added' ? words.added : words.removed}</span>{' '}
                {kind === 'added' ? after : before}
              </>
            )}
          </li>
        ))}
        {come.differences.length > 12 ? <li class="muted">{words.more(come.differences.length - 12)}</li> : null}
      </ul>
      <div class="tables-act">
        <button ref={first} type="button" class="button small main" onClick={takeNew}>
          {words.takeNew} <Key>Enter</Key>
        </button>
        <button type="button" class="button small" onClick={keepOld}>
          {words.keepOld} <Key>Esc</Key>
        </button>
        <button
          type="button"
          class="button small"
          onClick={() => {
            keepOld();
            newTable(come.rows, words.table, come.leftOut);
          }}
        >
          {words.asNew}
        </button>
      </div>
    </fieldset>
  );
}

/** @param {{ table: Table }} props */
export function Facts({ table }) {
  const words = useWords(WORDS);
  const none = unpublished(table);
  const years = lackingYears(table).map(([from, to]) => (from === to ? `${from}` : `${from}${words.dash}${to}`));
  const unknown = unknownSources(table);
  const period = columnOf(table, 'period');
  return (
    <dl class="table-facts">
      {table.leftOut?.length ? (
        <div>
          <dt>{words.facts.leftOut}</dt>
          <dd class="left-out">
            {table.leftOut.map((each) => (
              <span key={each.zh}>{said(each)}</span>
            ))}
          </dd>
        </div>
      ) : null}
      {none > 0 ? (
        <div>
          <dt>{words.facts.none}</dt>
          <dd>{words.noneSaid(none)}</dd>
        </div>
      ) : null}
      {footnotes(table).map(({ sign, rows, text }) => {
        const apart = rows.every((row) => table.apart?.includes(row));
        const names = rows.map((row) => table.rows[row][period]).join(words.stop);
        return (
          <div key={sign}>
            <dt>
              {words.facts.foot} {sign}
            </dt>
            <dd class="note-fields">
              {membersOf(languages.value).map((of, i) => {
                const note = inLanguage(table.notes?.[sign], of) || (i === 0 ? text : '');
                return (
                  <Typed
                    key={of}
                    wide
                    label={names}
                    member={`note-${sign}-${of}`}
                    value={note}
                    placeholder={words.footSaid(names)}
                    hint={
                      languages.value.length > 1
                        ? note
                          ? words.languages[/** @type {'zh'} */ (of)]
                          : words.lacks(words.languages[/** @type {'zh'} */ (of)])
                        : undefined
                    }
                    lang={of}
                    onDone={(typed) => setNote(sign, of, typed)}
                  />
                );
              })}
              <span class="note-act">
                {apart ? <span class="muted">{words.apartSaid}</span> : null}
                <button type="button" class="link" onClick={() => setApart(rows, !apart)}>
                  {apart ? words.joined : words.apart}
                </button>
              </span>
            </dd>
          </div>
        );
      })}
      {years.length > 0 ? (
        <div>
          <dt>{words.facts.years}</dt>
          <dd>{words.yearsSaid(years.join(words.stop))}</dd>
        </div>
      ) : null}
      {unknown.length > 0 ? (
        <div>
          <dt class="amber">{words.facts.sources}</dt>
          <dd class="note-fields">
            <span>{words.sourcesLack(unknown.join(words.stop))}</span>
            <button type="button" class="link note-act" onClick={() => register(unknown)}>
              {words.register}
            </button>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
