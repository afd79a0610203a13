// The field for the article, or for more of it.

import { useEffect, useRef } from 'preact/hooks';
import { Key } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { pasteMore } from './actions.js';
import { pasting } from './picked.js';
import { WORDS } from './words.js';

/** @param {{ first: boolean }} props */
export function Paste({ first }) {
  const words = useWords(WORDS);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const close = () => {
    pasting.value = false;
  };
  const add = () => {
    pasteMore(field.current?.value ?? '');
    if (field.current) field.current.value = '';
    close();
  };
  useEffect(() => {
    if (pasting.peek()) field.current?.focus();
  }, []);
  return (
    <div class="more-text">
      <textarea
        ref={field}
        data-own-undo
        rows={first ? 12 : 5}
        aria-label={first ? words.pasteFirst : words.pasteMore}
        placeholder={first ? words.pasteFirst : words.pasteMore}
        onKeyDown={(event) => {
          if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.stopPropagation();
            add();
          } else if (event.code === 'Escape') close();
        }}
      />
      <div class="more-text-act">
        <button type="button" class="button main" onClick={add}>
          {words.add} <Key>Ctrl Enter</Key>
        </button>
        {first ? null : (
          <button type="button" class="button" onClick={close}>
            {words.cancel} <Key>Esc</Key>
          </button>
        )}
      </div>
    </div>
  );
}
