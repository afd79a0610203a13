// The bar above all places: where one can go, what waits there, undo and redo, the language of the interface.

import {
  canRedo,
  canUndo,
  redo,
  redoLabel,
  select,
  selection,
  story,
  undo,
  undoLabel,
} from '../document/story-document.js';
import { inSentences, waitingIn } from './waiting.js';
import { fill, language, speak, useWords } from '../words.js';
import { Badge, Key, Segments } from '../frame/components.jsx';
import { railOpen } from './rail-open.js';
import { WORDS } from '../frame/words.js';

/** @import {Place} from '../types.js' */

/** In the order of their digits. @type {Place[]} */
export const PLACES = ['sentences', 'tables', 'chapters', 'check', 'publish'];

/** @param {{ place: Place, at: number }} props */
function Tab({ place, at }) {
  const words = useWords(WORDS);
  const n = waitingIn(place);
  const there = story.value !== null;
  const current = selection.value.place === place;
  return (
    <li>
      <button
        type="button"
        class="bar-place"
        aria-current={current ? 'page' : undefined}
        disabled={!there}
        onClick={() => select({ place })}
      >
        {words.place[place]}
        <Badge
          n={n}
          label={place === 'sentences' ? fill(words.waitsInSentences, inSentences.value) : fill(words.waits, { n })}
        />
        {there ? <span class="bar-key">G {at + 1}</span> : null}
      </button>
    </li>
  );
}

export function Bar() {
  const words = useWords(WORDS);
  const there = story.value !== null;
  return (
    <header class="bar">
      <a class="skip button" href="#place">
        {words.skip}
      </a>
      {selection.value.place === 'start' ? null : (
        <button
          type="button"
          class="button small bar-contents"
          aria-expanded={railOpen.value}
          aria-controls="rail"
          onClick={() => {
            railOpen.value = !railOpen.value;
          }}
        >
          {words.contents}
        </button>
      )}
      <button type="button" class="bar-name" title={words.toStart} onClick={() => select({ place: 'start' })}>
        <b class="serif" lang="zh-Hans">
          多元
        </b>{' '}
        <span lang="en">duoyuan</span>
      </button>
      <nav aria-label={words.places}>
        <ul class="bar-places">
          {PLACES.map((place, at) => (
            <Tab key={place} place={place} at={at} />
          ))}
        </ul>
      </nav>
      <div class="bar-end">
        {there ? (
          <>
            <button
              type="button"
              class="bar-undo"
              aria-disabled={!canUndo.value}
              title={canUndo.value ? fill(words.undoOf, { label: undoLabel.value }) : words.nothing}
              onClick={undo}
            >
              {words.undo} <Key>Ctrl Z</Key>
            </button>
            <button
              type="button"
              class="bar-undo"
              aria-disabled={!canRedo.value}
              title={canRedo.value ? fill(words.redoOf, { label: redoLabel.value }) : undefined}
              onClick={redo}
            >
              {words.redo}
            </button>
          </>
        ) : null}
        <Segments
          label={words.interfaceLanguage}
          value={language.value}
          options={[
            { id: 'zh', name: <span lang="zh-Hans">中</span>, title: '简体中文' },
            { id: 'en', name: <span lang="en">EN</span>, title: 'English' },
          ]}
          onChange={(id) => speak(id === 'zh' ? 'zh' : 'en')}
        />
      </div>
    </header>
  );
}
