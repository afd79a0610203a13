// The fact sheet: each statement with what it says and may not be taken to say, and a tick by whoever has compared it
// with its source. What has changed since its tick has lost it.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { knownIn } from '../chapters/actions.js';
import { author, facts as rows, statements } from '../document/session.js';
import { statusWord } from '../document/status.js';
import { select, selection, story, write } from '../document/story-document.js';
import { announce } from '../frame/announce.js';
import { Key, Segments, useKeys } from '../frame/components.jsx';
import { memorise, recall } from '../remembered.js';
import { told, useWords } from '../words.js';
import { byChapter, nextOpen, saysIn } from './by-chapter.js';
import { WORDS } from './words.js';

/** @import {SceneJson, Statement} from '../types.js' */

const KINDS = ['tick', 'phrase', 'bound', 'period', 'whole', 'source', 'caution'];
const NAME = 'duoyuan-editor-checker';

/** @param {{ scene: number, now: SceneJson | undefined }} props */
export function Facts({ scene, now }) {
  const words = useWords(WORDS);
  const [which, setWhich] = useState('here');
  const [name, setName] = useState(() => recall(NAME) ?? '');
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const table = useRef(/** @type {HTMLDivElement | null} */ (null));
  const all = rows.value;
  const { scenes } = story.value ?? {};
  const known = useMemo(() => knownIn(statements.value), [statements.value]);
  const groups = useMemo(() => byChapter(all, scenes ?? [], known), [all, scenes]);
  const here = useMemo(() => (now ? all.filter(saysIn(now, known)) : []), [all, now]);
  const changed = all.filter(({ state }) => state === 'changed');
  const ticked = all.filter(({ state }) => state === 'ticked').length;
  const shown =
    which === 'here'
      ? [{ scene, facts: here }]
      : which === 'changed'
        ? byChapter(changed, scenes ?? [], known)
        : groups;
  const listed = shown.flatMap(({ facts }) => facts);
  const chosen = selection.value.statement;

  /** @param {string[]} ids @param {boolean} on */
  const tick = (ids, on) => {
    if (on && !name.trim()) {
      field.current?.focus();
      announce(words.checkerHint);
      return false;
    }
    const engine = author.peek();
    if (!engine) return false;
    write(on ? words.steps.tick : words.steps.untick, 'checks.json', engine.tick(ids, on ? name.trim() : ''));
    return true;
  };
  const tickNext = () => {
    const at = listed.find(({ id, state }) => id === chosen && state !== 'ticked') ?? nextOpen(listed, chosen);
    if (!at) return announce(words.allTicked);
    if (!tick([at.id], true)) return undefined;
    const next = nextOpen(
      listed.map((fact) => (fact.id === at.id ? { ...fact, state: /** @type {const} */ ('ticked') } : fact)),
      at.id,
    );
    select({ statement: next?.id ?? at.id });
    return announce(words.nowTicked(ticked + 1, all.length));
  };
  useKeys({
    // one tick is one look: a key that is held down ticks no more
    KeyT: (event) => (event.repeat ? undefined : tickNext()),
  });
  useEffect(() => {
    table.current?.querySelector('tr[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, which]);
  const options = [
    { id: 'here', name: words.here(here.length) },
    { id: 'all', name: words.every(all.length) },
    { id: 'changed', name: words.changedOnes(changed.length) },
  ];
  const nameOf = (/** @type {number} */ at) =>
    at < 0 ? words.nowhere : told(scenes?.[at]?.name) || words.chapter(at + 1);
  return (
    <section class="pane check-facts" aria-labelledby="facts-head">
      <header class="pane-head">
        <h2 id="facts-head">{words.facts}</h2>
        <span class="muted">{words.ticked(ticked, all.length)}</span>
        <Segments value={which} label={words.show} options={options} onChange={setWhich} />
        <input
          class="checker push"
          ref={field}
          value={name}
          placeholder={words.checker}
          aria-label={words.checker}
          title={words.checkerHint}
          autoComplete="name"
          onInput={(event) => {
            setName(event.currentTarget.value);
            memorise(NAME, event.currentTarget.value);
          }}
        />
        <button type="button" class="button" onClick={tickNext}>
          {words.tickNext} <Key>T</Key>
        </button>
      </header>
      <div class="pane-body" ref={table}>
        {listed.length === 0 ? <p class="check-note muted">{words.noFacts}</p> : null}
        {listed.length > 0 ? (
          <table class="facts" aria-labelledby="facts-head">
            <thead>
              <tr>
                {words.columns.map((column, i) => (
                  <th key={column} scope="col" class={`facts-${KINDS[i]}`}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            {shown.map(({ scene: at, facts }) => (
              <tbody key={at}>
                {which === 'here' ? null : (
                  <tr class="facts-chapter">
                    <th scope="rowgroup" colSpan={7}>
                      {nameOf(at)}
                    </th>
                  </tr>
                )}
                {facts.map((fact) => (
                  <Row key={fact.id} fact={fact} chosen={fact.id === chosen} onTick={(on) => tick([fact.id], on)} />
                ))}
              </tbody>
            ))}
          </table>
        ) : null}
      </div>
    </section>
  );
}

/** @param {{ fact: Statement, chosen: boolean, onTick: (on: boolean) => boolean }} props */
function Row({ fact, chosen, onTick }) {
  const words = useWords(WORDS);
  const { id, phrase, label, bound, period, base, source, paragraph, cautions, state, by, on } = fact;
  const status = statusWord(fact);
  return (
    <tr class={`fact ${state}`} aria-current={chosen ? 'true' : undefined}>
      <td>
        <input
          type="checkbox"
          checked={state === 'ticked'}
          aria-label={words.tickOf(`${label} ${phrase}`)}
          title={by ? words.by(by, on) : undefined}
          onFocus={() => chosen || select({ statement: id })}
          onChange={(event) => {
            const { currentTarget: box } = event;
            if (!onTick(box.checked)) box.checked = state === 'ticked';
          }}
        />
      </td>
      <th scope="row">
        <button type="button" class="fact-phrase" onClick={() => select({ statement: id })}>
          <b>{phrase}</b> {status ? <b class="status small-text">{status}</b> : null}{' '}
          <span class="muted small-text">{label}</span>
        </button>
      </th>
      <td>{bound}</td>
      <td>{period}</td>
      <td>{base}</td>
      <td title={source}>{paragraph ? words.paragraph(`${paragraph}`) : source}</td>
      <td class={state === 'changed' ? 'amber' : undefined} title={cautions.join('\n')}>
        {state === 'changed' ? words.changed : (cautions[0] ?? '')}
      </td>
    </tr>
  );
}
