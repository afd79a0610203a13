// What is said while the browser asks where to save a file, and the download that needs no such window.

import { saveWindow } from '../document/save-window.js';
import { useWords } from '../words.js';
import { WORDS } from './words.js';

export function SaveNotice() {
  const words = useWords(WORDS);
  const waiting = saveWindow.value;
  return (
    <p class="save-notice" role="status">
      {waiting ? (
        <>
          {words.saveWindow[waiting.state]}
          {waiting.state === 'asked' ? null : (
            <>
              {' '}
              <button type="button" class="button small main" onClick={waiting.download}>
                {words.download}
              </button>{' '}
              <button type="button" class="button small" onClick={waiting.close}>
                {words.close}
              </button>
            </>
          )}
        </>
      ) : null}
    </p>
  );
}
