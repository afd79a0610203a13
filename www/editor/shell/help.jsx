// All keys, and what the editor remembers about itself: single letters, light or dark. It stands beside the place and
// holds nothing up.

import './help.css';
import { useState } from 'preact/hooks';
import { useWords } from '../words.js';
import { Key, Segments, Tick, letters } from '../frame/components.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { helpOpen } from './keys.js';
import { keepLetters, keepTheme, theme } from '../frame/preferences.js';
import { WORDS } from '../frame/words.js';

export function Help() {
  const words = useWords(WORDS);
  const [on, setOn] = useState(letters.on);
  if (!helpOpen.value) return null;
  const close = () => {
    helpOpen.value = false;
  };
  /** @param {readonly (readonly [string, string])[]} keys */
  const list = (keys) => (
    <dl class="help-keys">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <Key>{key}</Key>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <aside class="help" aria-label={words.keys}>
      <header class="pane-head">
        <h2>{words.keys}</h2>
        <button type="button" class="button small push" onClick={close}>
          {words.close} <Key>Esc</Key>
        </button>
      </header>
      <div class="help-body">
        {footKeys.value.length > 0 ? <h3>{words.groups.here}</h3> : null}
        {list(footKeys.value)}
        <h3>{words.groups.anywhere}</h3>
        {list(/** @type {[string, string][]} */ (words.all))}
        <Tick
          checked={on}
          onChange={(now) => {
            keepLetters(now);
            setOn(now);
          }}
        >
          {words.lettersOn}
        </Tick>
        <h3>{words.theme}</h3>
        <Segments
          label={words.theme}
          value={theme.value}
          options={[
            { id: 'auto', name: words.themes.auto },
            { id: 'light', name: words.themes.light },
            { id: 'dark', name: words.themes.dark },
          ]}
          onChange={(id) => keepTheme(/** @type {'auto' | 'light' | 'dark'} */ (id))}
        />
      </div>
    </aside>
  );
}
