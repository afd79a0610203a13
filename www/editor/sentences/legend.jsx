// Below the article: what its marks mean, how other wordings are kept, a way to make a statement of any words; above
// it, one block a number.

import { useState } from 'preact/hooks';
import { article } from '../document/story-document.js';
import { BoundGlyph, Key } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { addSpan } from './actions.js';
import { isToLookAt, shownState } from './faults.js';
import { focusOpened } from './focus.js';
import { amounts } from './now.js';
import { picked } from './picked.js';
import { WORDS } from './words.js';

/** One block a number, so that what is left is seen at a glance. */
export function Progress() {
  const words = useWords(WORDS);
  const own = amounts.value.filter(({ kind }) => kind !== 'figure');
  const done = own.filter((amount) => !isToLookAt(amount) && amount.state !== 'left').length;
  return (
    <div class="progress" role="img" aria-label={`${words.takenOf} ${done} / ${own.length}`}>
      {own.length <= 40 ? (
        <span class="blocks">
          {own.map((amount) => (
            <i key={amount.key} class={shownState(amount)} />
          ))}
        </span>
      ) : null}
      <span>
        {words.takenOf} <b>{done}</b> / {own.length}
      </span>
    </div>
  );
}

/** What the marks mean, and a way to make a statement of any words. */
export function Legend() {
  const words = useWords(WORDS);
  const [typed, type] = useState('');
  const [lost, lose] = useState(false);
  const count = (/** @type {string} */ state) =>
    amounts.value.filter((amount) => amount.kind !== 'figure' && shownState(amount) === state).length;
  const find = () => {
    const at = typed.trim() ? article.peek().indexOf(typed.trim()) : -1;
    lose(at < 0 && typed.trim() !== '');
    if (at < 0) return;
    addSpan(at, at + typed.trim().length);
    type('');
    focusOpened();
  };
  const chosen = picked.value;
  return (
    <div class="legend">
      {chosen ? (
        <p class="picked" role="status">
          {words.selected(article.value.slice(chosen.start, chosen.end))}　<Key>Enter</Key> {words.makeStatement}
        </p>
      ) : (
        <label class="missed">
          <span>{lost ? words.notThere : words.missed}</span>
          <input
            value={typed}
            aria-label={words.missedField}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.code === 'Enter' && !event.isComposing) find();
            }}
          />
        </label>
      )}
      <p class="meanings">
        {
          /** @type {const} */ (['taken', 'decide', 'open', 'name']).map((state) => (
            <span key={state}>
              <span class={`mark ${state}`}>{words.states[state]}</span> {count(state)}{' '}
              <span class="muted">{words.legend[state]}</span>
            </span>
          ))
        }
      </p>
    </div>
  );
}

/** How goals, ranges and size classes are kept: until the article's own statements show it. */
export function Wordings() {
  const words = useWords(WORDS);
  const figures = amounts.value.filter(({ state }) => state === 'taken').map(({ figure }) => figure);
  const shown = [
    { id: 'goal', parts: words.goalExample, said: words.wordingGoal, bound: 'at_least', status: 'target' },
    { id: 'range', parts: words.rangeExample, said: words.wordingRange, bound: 'between', status: '' },
    { id: 'class', parts: words.classExample, said: words.wordingClass, bound: 'class', status: '' },
  ].filter(({ id }) => {
    if (id === 'goal') return !figures.some(({ status }) => status === 'target');
    return id === 'range'
      ? !figures.some(({ value }) => Array.isArray(value))
      : !figures.some(({ form }) => form === 'class');
  });
  // size classes are rare: they are told of beside the others, never alone
  if (shown.every(({ id }) => id === 'class')) return null;
  return (
    <div class="wordings">
      <p class="muted">
        {words.wordings} · {words.example}
      </p>
      <ul>
        {shown.map(({ id, parts: [before, core, after], said, bound, status }) => (
          <li key={id}>
            <span class="phrase">
              {before}
              <b>{core}</b>
              <small>{after}</small>
            </span>
            <BoundGlyph bound={bound} status={status} />
            <span class="muted">{said}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
