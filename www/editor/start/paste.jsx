// The field for an article, and the one thing to do with it.

import { useEffect, useRef, useState } from 'preact/hooks';
import { language, useWords } from '../words.js';
import { Key } from '../frame/components.jsx';
import { announce } from '../frame/announce.js';
import { fromArticle } from './actions.js';
import { ARTICLES } from './samples.js';
import { WORDS } from './words.js';

export function Paste() {
  const words = useWords(WORDS);
  const [text, setText] = useState('');
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => field.current?.focus(), []);
  const find = () => {
    if (fromArticle(text)) return;
    announce(words.empty);
    field.current?.focus();
  };
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <textarea
        ref={field}
        aria-label={words.article}
        data-own-undo
        placeholder={words.placeholder}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          find();
        }}
      />
      <p class="paste-foot">
        <button type="submit" class="button main">
          {words.find} <Key>Ctrl Enter</Key>
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            setText(ARTICLES[language.value]);
            field.current?.focus();
          }}
        >
          {words.sample}
        </button>
        <span class="muted push">{words.local}</span>
      </p>
    </form>
  );
}
