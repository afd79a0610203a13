// The chapter as readers will see it, at a width; its charts as a list; and its texts below.

import { useEffect, useRef, useState } from 'preact/hooks';
import { select, selection, story } from '../document/story-document.js';
import { Key, Segments, useKeys } from '../frame/components.jsx';
import { Beats, PlayButton, useMotion } from '../preview/motion.jsx';
import { Picture } from '../preview/picture.jsx';
import { themeNow } from '../preview/theme.js';
import { told, useWords } from '../words.js';
import { announce } from '../frame/announce.js';
import { addScene, moveScene, removeScene, sceneAt } from './actions.js';
import { ChartList } from './chart-list.jsx';
import { Fields } from './fields.jsx';
import { textIn } from './languages.js';
import { WORDS } from './words.js';

/** @import {Previewed, StoryLang} from '../types.js' */

const PHONE = 375;
const PAGE = 912; // px: the picture of a page 1200 wide
/** @type {Previewed} */
const NO_SIZE = { width: 0, height: 0, beats: 1, duration: 0 };

/**
 * @param {{ scene: number, code: StoryLang, onCode: (code: StoryLang) => void, onAddChart: () => void }} props
 */
export function PicturePane({ scene, code, onCode, onAddChart }) {
  const words = useWords(WORDS);
  const now = sceneAt(scene);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [room, setRoom] = useState(470);
  const [kind, setKind] = useState('embed');
  const [beat, setBeat] = useState(0);
  const [size, setSize] = useState(NO_SIZE);
  const motion = useMotion(size.duration, `${scene} ${beat} ${kind}`);
  useEffect(() => setBeat(0), [scene, kind]);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(([{ contentRect }]) => setRoom(Math.floor(contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useKeys({ Space: ({ target }) => (target instanceof HTMLInputElement ? false : motion.toggle()) });
  const width = kind === 'phone' ? PHONE : kind === 'page' ? PAGE : Math.max(280, Math.min(room, 720));
  const scale = Math.min(1, room / width);
  const kinds = ['phone', 'embed', 'page'].map((id) => ({ id, name: words[/** @type {'phone'} */ (id)] }));
  const name = told(now?.name) || words.chapter(scene + 1);
  return (
    <section class="pane picture-pane" aria-label={name}>
      <header class="pane-head">
        <span class="muted">{words.chapter(scene + 1)}</span>
        <h2>{textIn(now?.name, code) || name}</h2>
        <ChapterMenu scene={scene} />
        <span class="push picture-tools">
          {scale < 1 ? (
            <span class="muted small-text" title={words.shown(Math.round(scale * 100))}>
              {Math.round(scale * 100)}%
            </span>
          ) : null}
          <Beats beat={beat} beats={size.beats} onChange={setBeat} />
          <Segments value={kind} label={words.width} options={kinds} onChange={setKind} />
          <PlayButton motion={motion} />
        </span>
      </header>
      <div class="picture-room" ref={box}>
        <Picture
          scene={scene}
          beat={Math.min(beat, size.beats - 1)}
          lang={code}
          theme={themeNow.value}
          width={width}
          scale={scale}
          seconds={motion.seconds}
          name={words.pictureOf(name)}
          selected={selection.value.statement}
          onPick={(statement) => select({ statement })}
          onDrawn={setSize}
        />
      </div>
      <ChartList scene={scene} onAdd={onAddChart} />
      <Fields scene={scene} code={code} onCode={onCode} />
    </section>
  );
}

/**
 * What can be done to the chapter as a whole.
 * @param {{ scene: number }} props
 */
function ChapterMenu({ scene }) {
  const words = useWords(WORDS);
  const last = (story.value?.scenes ?? []).length - 1;
  const move = (/** @type {number} */ by) => {
    if (!moveScene(scene, by)) return false;
    announce(words.sceneMoved(scene + by + 1));
    return true;
  };
  useKeys({ 'Alt+Shift+ArrowUp': () => move(-1), 'Alt+Shift+ArrowDown': () => move(1) });
  const menu = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const done = (/** @type {() => void} */ work) => () => {
    work();
    if (!menu.current) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <details
      class="chapter-menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done(() => {})();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary class="button small" aria-label={words.more} title={words.more}>
        …
      </summary>
      <div class="chapter-menu-list">
        <button type="button" class="button" onClick={done(() => addScene(scene))}>
          {words.add}
        </button>
        <button type="button" class="button" disabled={scene === 0} onClick={done(() => move(-1))}>
          {words.earlier} <Key>Alt Shift ↑</Key>
        </button>
        <button type="button" class="button" disabled={scene === last} onClick={done(() => move(1))}>
          {words.later} <Key>Alt Shift ↓</Key>
        </button>
        <button type="button" class="button" onClick={done(() => removeScene(scene))}>
          {words.remove}
        </button>
      </div>
    </details>
  );
}
