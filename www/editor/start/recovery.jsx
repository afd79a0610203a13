// What was not finished: the story that is open, and those that this browser keeps and no folder or zip has.

import { useEffect, useState } from 'preact/hooks';
import { dropKept, resume } from '../document/autosave.js';
import { keptStories } from '../document/kept-stories.js';
import { origin, select, story } from '../document/story-document.js';
import { fill, language, told, useWords } from '../words.js';
import { saveKept } from './actions.js';
import { WORDS } from './words.js';

/** @import {Kept} from '../document/kept-stories.js' */

/** The stories that this browser keeps, the newest first; not the one that is open. */
export function useKept() {
  const [all, setAll] = useState(/** @type {Kept[]} */ ([]));
  const look = () => keptStories().then(setAll, () => setAll([]));
  useEffect(() => {
    void look();
  }, [origin.value.id]);
  return { all: all.filter(({ id }) => id !== origin.value.id), look };
}

/** @param {number} at */
export function whenOf(at) {
  const words = WORDS[language.value];
  const day = (/** @type {number | Date} */ date) => new Date(date).toDateString();
  const yesterday = new Date(Date.now() - 86_400_000);
  const time = new Date(at).toLocaleTimeString(language.value, { hour: '2-digit', minute: '2-digit', hour12: false });
  const date = new Date(at).toLocaleDateString(language.value, { month: 'short', day: 'numeric' });
  const space = language.value === 'zh' ? '' : ' ';
  const recent = day(at) === day(Date.now()) ? words.today : day(at) === day(yesterday) ? words.yesterday : date;
  return `${recent}${space}${time}`;
}

/** @param {{ kept: Kept[], look: () => void }} props */
export function Recovery({ kept, look }) {
  const words = useWords(WORDS);
  if (story.value) {
    return (
      <section class="recovery question">
        <b>{fill(words.now, { title: told(story.value.title) || words.untitled })}</b>
        <span class="push">
          <button type="button" class="button main" onClick={() => select({ place: 'sentences' })}>
            {words.back}
          </button>
        </span>
      </section>
    );
  }
  const last = kept.find(({ changed }) => changed);
  if (!last) return null;
  const about = last.last ? words.recoveryMore : words.recoveryPlain;
  return (
    <section class="recovery question">
      <b>{fill(words.recovery, { when: whenOf(last.at), title: told(last.title ?? {}) || words.untitled })}</b>
      <span class="muted">{fill(about, { chapters: last.chapters, last: last.last })}</span>
      <span class="push">
        <button type="button" class="button main" onClick={() => resume(last)}>
          {words.goOn}
        </button>
        <button type="button" class="button" onClick={() => saveKept(last)}>
          {words.saveCopy}
        </button>
        <button type="button" class="link small-text" onClick={() => dropKept(last.id).then(look)}>
          {words.discard}
        </button>
      </span>
    </section>
  );
}
