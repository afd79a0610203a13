// The embed code of the whole story or of a chapter.

import { useState } from 'preact/hooks';
import { codeFor } from '../../embed/embed-code.js';
import { languages, storyLanguage } from '../document/session.js';
import { selection, story } from '../document/story-document.js';
import { Key, Segments } from '../frame/components.jsx';
import { fill, told, useWords } from '../words.js';
import { madeHeights, sizeOf } from './outputs.js';
import { Row } from './row.jsx';
import { WORDS } from './words.js';

/** @import {StoryLang} from '../types.js' */

/** CSS px: the width whose height is the frame's before its own is known. */
const WIDTH = 640;

/** @param {{ base: string, action: import('preact').RefObject<() => void> }} props */
export function CodeRow({ base: typed, action }) {
  const words = useWords(WORDS).code;
  const where = useWords(WORDS).site.where;
  const [what, setWhat] = useState('chapter');
  const [theme, setTheme] = useState(/** @type {'auto' | 'light' | 'dark'} */ ('auto'));
  const [lang, setLang] = useState(/** @type {StoryLang} */ (storyLanguage.peek()));
  const [said, setSaid] = useState('');
  const scenes = story.value?.scenes ?? [];
  const at = Math.min(selection.value.scene, Math.max(0, scenes.length - 1));
  const scene = what === 'chapter' ? (scenes[at]?.id ?? '') : '';
  const heights = madeHeights()?.[scene || '*']?.[lang] ?? {};
  // half of an address is none yet
  const base = /^https?:\/\//.test(typed) && URL.canParse(typed) ? typed : '';
  const folder = base || 'https://…/';
  const choice = {
    story: story.value?.id ?? 'story',
    scene,
    first: scenes[0]?.id ?? '',
    lang,
    theme,
    mode: /** @type {const} */ ('auto'),
    width: WIDTH,
    title: story.value?.title?.[lang] ?? told(story.value?.title),
    folder,
    stills: folder,
    heights,
    integrity: '',
    png: false,
    source: '',
    table: '',
    languages: languages.value,
  };
  const code = base ? codeFor({ ...choice, platform: 'iframe' }) : '';
  const address = base ? codeFor({ ...choice, platform: 'wordpress' }) : '';
  /** @param {string} text @param {string} done */
  const copy = (text, done) => {
    if (!text) return setSaid(words.needAddress);
    return navigator.clipboard.writeText(text).then(
      () => setSaid(done),
      () => setSaid(words.cannot),
    );
  };
  action.current = () => copy(code, words.copied);
  const list = Object.entries(heights).map((pair) => pair.join('→'));
  return (
    <Row
      name={words.name}
      about={
        <>
          {code ? fill(words.about, { size: sizeOf(new TextEncoder().encode(code).length) }) : null} <br />
          {words.after}
        </>
      }
      said={said}
      whereName={where}
      action={
        <button type="button" class="button" disabled={!code} onClick={() => copy(code, words.copied)}>
          {words.copy} <Key>C</Key>
        </button>
      }
      where={
        <>
          <p>{words.whereText}</p>
          <p>
            {words.only}{' '}
            <button
              type="button"
              class="link"
              disabled={!address}
              onClick={() => copy(address, fill(words.addressCopied, { address }))}
            >
              {words.copyAddress}
            </button>
            {', '}
            {words.wordpress}
          </p>
        </>
      }
    >
      <div class="output-ticks">
        <Segments
          label={words.what}
          value={what}
          options={[
            { id: 'story', name: words.whole },
            { id: 'chapter', name: fill(words.chapter, { n: at + 1 }), disabled: scenes.length === 0 },
          ]}
          onChange={setWhat}
        />
        <Segments
          label={words.looks}
          value={theme}
          options={[
            { id: 'auto', name: words.themes.auto },
            { id: 'light', name: words.themes.light },
            { id: 'dark', name: words.themes.dark },
          ]}
          onChange={(id) => setTheme(/** @type {'auto' | 'light' | 'dark'} */ (id))}
        />
        {languages.value.length > 1 ? (
          <Segments
            label={words.language}
            value={lang}
            options={languages.value.map((id) => ({ id, name: id === 'zh' ? '中' : id.toUpperCase() }))}
            onChange={(id) => setLang(/** @type {StoryLang} */ (id))}
          />
        ) : null}
        <span class="muted small-text">
          {list.length > 0 ? fill(words.heights, { list: list.slice(0, 3).join(', ') }) : words.noHeights}
        </span>
      </div>
      <textarea class="output-code" readonly aria-label={words.code} value={code || words.needAddress} rows={5} />
    </Row>
  );
}
