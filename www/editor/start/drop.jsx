// Files may be dropped anywhere on the page.

import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words.js';
import { fromDrop } from './actions.js';
import { WORDS } from './words.js';

export function Drop() {
  const words = useWords(WORDS);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    /** @param {DragEvent} event */
    const files = (event) => event.dataTransfer?.types.includes('Files') && !event.defaultPrevented;
    addEventListener(
      'dragover',
      (event) => {
        if (!files(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!files(event) || !event.dataTransfer) return;
        event.preventDefault();
        void fromDrop(event.dataTransfer);
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
  return over ? <div class="drop">{words.dropHere}</div> : null;
}
