// The statements beside a chapter, to be ticked: a tick redraws the chart at once.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Key, useKeys } from '../frame/components.jsx';
import { selection, select } from '../document/story-document.js';
import { useWords } from '../words.js';
import { groupsOf } from './groups.js';
import { matching } from './search.js';
import { withWritten } from './written.js';
import { WORDS } from './words.js';

/**
 * @import {Entry} from './groups.js'
 * @typedef {{ entries: Entry[], drawn: string[], elsewhere: string[], chart: number, charts: number,
 *   onTick: (id: string, on: boolean) => void }} Props `chart`: from 1, which of the chapter's charts is meant
 */

const MOST = 60; // rows that are drawn of a long list before more are asked for

/** @param {Props} props */
export function StatementsPane({ entries, drawn, elsewhere, chart, charts, onTick }) {
  const words = useWords(WORDS);
  const [searching, setSearching] = useState(false);
  const [typed, setTyped] = useState('');
  const pane = useRef(/** @type {HTMLElement | null} */ (null));
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const search = () => {
    setSearching(true);
    requestAnimationFrame(() => field.current?.focus());
  };
  useKeys({ Slash: search });
  const close = () => {
    setSearching(false);
    setTyped('');
    pane.current?.querySelector('input')?.focus();
  };
  const { own, also, near, far } = groupsOf(entries, { drawn, elsewhere });
  const chosen = selection.value.statement;
  useEffect(() => {
    pane.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const found = typed ? matching(withWritten(entries), typed) : far;
  // where there are not too many, the others of the story stand below as well
  const alone = far.length === entries.length;
  const listed = searching || (far.length > 0 && (alone || entries.length <= MOST));
  /** Arrows go from box to box. @param {KeyboardEvent} event */
  const walk = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
    const boxes = [...(pane.current?.querySelectorAll('input') ?? [])];
    event.preventDefault();
    boxes[boxes.indexOf(event.target) + by]?.focus();
  };
  const list = (/** @type {Entry[]} */ all) => (
    <ul>
      {all.slice(0, MOST).map((entry) => (
        <Row
          key={entry.id}
          entry={entry}
          ticked={drawn.includes(entry.id)}
          chosen={entry.id === chosen}
          onTick={onTick}
        />
      ))}
    </ul>
  );
  return (
    <section class="pane statements-pane" ref={pane} aria-labelledby="statements-head" onKeyDown={walk}>
      <header class="pane-head">
        <h2 id="statements-head">{charts > 1 ? words.statementsOf(chart) : words.statements}</h2>
        <span class="push muted">{drawn.length}</span>
      </header>
      <div class="pane-body">
        {entries.length === 0 ? <p class="pane-note muted">{words.noStatements}</p> : null}
        {list(own)}
        {also.length > 0 ? (
          <>
            <GroupHead name={words.elsewhere} note={words.elsewhereNote} />
            {list(also)}
          </>
        ) : null}
        {near.length > 0 ? (
          <>
            <GroupHead name={words.near} note={words.byParagraph} />
            {list(near)}
          </>
        ) : null}
        {listed && !typed && !alone ? <GroupHead name={words.far} note={words.byParagraph} /> : null}
        {listed ? (
          <div class="statements-search">
            <input
              ref={field}
              type="search"
              value={typed}
              placeholder={words.searchHint}
              aria-label={words.search}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') close();
              }}
            />
            {searching ? (
              <button type="button" class="button small" onClick={close}>
                {words.close}
              </button>
            ) : null}
            <p class="spoken" aria-live="polite">
              {typed ? found.length : ''}
            </p>
            {found.length === 0 ? <p class="pane-note muted">{words.noneFound}</p> : list(found)}
          </div>
        ) : (
          <p class="pane-note">
            <button type="button" class="button" onClick={search}>
              {words.search} <Key>/</Key>
            </button>
          </p>
        )}
      </div>
    </section>
  );
}

/** @param {{ name: string, note: string }} props */
const GroupHead = ({ name, note }) => (
  <h3 class="statements-group muted">
    {name} <span class="push">{note}</span>
  </h3>
);

/** @param {{ entry: Entry, ticked: boolean, chosen: boolean, onTick: (id: string, on: boolean) => void }} props */
function Row({ entry, ticked, chosen, onTick }) {
  const words = useWords(WORDS);
  const { id, phrase, label, status, about, paragraph } = entry;
  const where = paragraph ? words.paragraph(paragraph) : '';
  return (
    <li class={chosen ? 'statement current' : 'statement'} aria-current={chosen ? 'true' : undefined}>
      <label>
        <input
          type="checkbox"
          data-again={`tick ${id}`}
          checked={ticked}
          onChange={({ currentTarget }) => {
            onTick(id, currentTarget.checked);
            // the box shows what the chart draws, also where it would not take the statement
            currentTarget.checked = ticked;
          }}
          onFocus={() => chosen || select({ statement: id })}
        />
        <span class="statement-words">
          {phrase ? <span class="statement-phrase">{phrase}</span> : null}
          <span class={phrase ? 'statement-label' : 'statement-phrase name'}>{label}</span>
          <span class="muted small-text">
            {status ? <b class="status">{status}</b> : null}
            {status && ' · '}
            {[about, where].filter(Boolean).join(' · ')}
          </span>
        </span>
      </label>
    </li>
  );
}
