// Where the article was published: asked once, when the first statement is taken.

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { languages } from '../document/session.js';
import { Key } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { saveSource, waitingForSource } from './actions.js';
import { paragraphs } from './text.js';
import { article } from '../document/story-document.js';
import { focusOpened } from './focus.js';
import { articleLanguage } from './now.js';
import { memberOf, membersOf } from './words-of.js';
import { WORDS } from './words.js';

/** A first line that is short and ends without a stop is the article's title. */
function likelyTitle() {
  const [first] = paragraphs(article.peek());
  const line = first ? article.peek().slice(first.start, first.end) : '';
  return line.length > 0 && line.length < 60 && !/[。.！!？?]$/.test(line) ? line : '';
}

function Asked() {
  const words = useWords(WORDS);
  const all = membersOf(languages.value);
  const own = memberOf(articleLanguage.value);
  const publisher = useSignal(/** @type {Record<string, string>} */ ({}));
  const title = useSignal(/** @type {Record<string, string>} */ ({ [own]: likelyTitle() }));
  const date = useSignal('');
  const first = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => first.current?.focus(), []);
  const ready = Object.values(publisher.value).some((word) => word.trim());
  const save = () => {
    if (!ready) return;
    saveSource({ publisher: publisher.value, title: title.value, date: date.value });
    focusOpened();
  };
  const inOrder = [own, ...all.filter((of) => of !== own)].filter((of) => all.includes(of));
  /** @param {'publisher' | 'title'} member @param {string} of */
  const field = (member, of) => {
    const kept = member === 'publisher' ? publisher : title;
    return (
      <label class="field" key={member + of}>
        <span class="field-name">{words[member]}</span>
        <input
          ref={member === 'publisher' && of === own ? first : undefined}
          lang={of}
          value={kept.value[of] ?? ''}
          onInput={(event) => {
            kept.value = { ...kept.value, [of]: event.currentTarget.value };
          }}
        />
        {all.length > 1 ? <span class="field-hint">{words.languages[/** @type {'zh'} */ (of)]}</span> : null}
      </label>
    );
  };
  return (
    <form
      class="question source-ask"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.code === 'Escape') waitingForSource.value = null;
      }}
    >
      <p>
        <b>{words.sourceAsk}</b> <span class="muted">{words.sourceWhy}</span>
      </p>
      <div class="card-grid">
        {inOrder.map((of) => field('publisher', of))}
        {inOrder.map((of) => field('title', of))}
        <label class="field">
          <span class="field-name">{words.date}</span>
          <input
            value={date.value}
            placeholder={words.dateHint}
            onInput={(event) => {
              date.value = event.currentTarget.value;
            }}
          />
        </label>
      </div>
      <div class="card-act">
        <button type="submit" class="button main" disabled={!ready}>
          {words.saveSource} <Key>Enter</Key>
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            waitingForSource.value = null;
          }}
        >
          {words.cancelAsk} <Key>Esc</Key>
        </button>
      </div>
    </form>
  );
}

export const SourceAsk = () => (waitingForSource.value ? <Asked /> : null);
