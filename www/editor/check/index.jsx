// The place where a story is checked: one chapter at three widths, the problems, and the fact sheet.

import './check.css';
import { useEffect, useState } from 'preact/hooks';
import { codeOf, languagesOf } from '../chapters/languages.js';
import { storyLanguage } from '../document/session.js';
import { select, selection, story } from '../document/story-document.js';
import { useKeys } from '../frame/components.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { told, useWords } from '../words.js';
import { Facts } from './facts.jsx';
import { Pictures } from './pictures.jsx';
import { Problems } from './problems.jsx';
import { WORDS } from './words.js';

/** @import {StoryLang} from '../types.js' */

export default function Check() {
  const words = useWords(WORDS);
  const scenes = story.value?.scenes ?? [];
  const scene = Math.max(0, Math.min(selection.value.scene, scenes.length - 1));
  const now = scenes[scene];
  const codes = /** @type {StoryLang[]} */ (languagesOf(story.value));
  const [code, setCode] = useState(/** @type {StoryLang} */ (codeOf(storyLanguage.value)));
  const go = (/** @type {number} */ by) => {
    const to = Math.max(0, Math.min(scene + by, scenes.length - 1));
    if (to !== scene) select({ scene: to });
  };
  useKeys({ BracketLeft: () => go(-1), BracketRight: () => go(1) });
  useEffect(() => {
    document.getElementById('place')?.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    footKeys.value = words.keys;
  }, [words]);
  return (
    <div class="check">
      {now ? (
        <Pictures {...{ scene, now, code, codes }} name={told(now.name) || words.chapter(scene + 1)} onCode={setCode} />
      ) : null}
      <Problems />
      <Facts scene={scene} now={now} />
    </div>
  );
}
