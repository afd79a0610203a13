// The place "start": an article is pasted, a story opened or begun.

import './start.css';
import { useEffect } from 'preact/hooks';
import { story } from '../document/story-document.js';
import { useKeys } from '../frame/components.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { language, useWords } from '../words.js';
import { fromNothing, fromZip } from './actions.js';
import { Beside } from './beside.jsx';
import { Demo } from './demo.jsx';
import { Paste } from './paste.jsx';
import { Recovery, useKept } from './recovery.jsx';
import { WORDS } from './words.js';

export default function Start() {
  const words = useWords(WORDS);
  const { all, look } = useKept();
  useEffect(() => {
    footKeys.value = [
      ['Ctrl V', words.keys.paste],
      ['Ctrl O', words.keys.open],
      ['Tab', words.keys.next],
    ];
  }, [words]);
  useKeys({
    'Ctrl+KeyO': () => void fromZip(),
    'Ctrl+Alt+KeyN': () => fromNothing([language.peek()]),
  });
  return (
    <div class="start">
      <div class="start-main">
        <Recovery kept={all} look={look} />
        <h1 class="serif">{words.headline}</h1>
        <p class="start-sub muted">{words.sub}</p>
        <Paste />
        {story.value ? null : <Demo />}
      </div>
      <Beside kept={all} />
    </div>
  );
}
