// One chapter at three widths at one moment of its motion, in a language and a theme; each can be seen at full size.

import { useEffect, useRef, useState } from 'preact/hooks';
import { memberOf, nameOf, textIn } from '../chapters/languages.js';
import { printed } from '../document/quotes.js';
import { printIn } from '../chapters/answers.js';
import { select, selection } from '../document/story-document.js';
import { Segments, useKeys } from '../frame/components.jsx';
import { Beats, MotionSlider, PlayButton, useMotion } from '../preview/motion.jsx';
import { Picture } from '../preview/picture.jsx';
import { COLOURS } from '../../ui/shared.js';
import { useWords } from '../words.js';
import { WORDS } from './words.js';

/**
 * @import {PictureTheme, Previewed, SceneJson, StoryLang} from '../types.js'
 * @import {Motion} from '../preview/motion.jsx'
 * @typedef {'phone' | 'embed' | 'page'} Kind
 */

const KINDS = /** @type {const} */ (['phone', 'embed', 'page']);
const WIDTHS = { phone: 375, embed: 640, page: 1200 };
/** How wide the picture is in each, and what is left for sentences beside it. */
const PICTURE = { phone: 375, embed: 640, page: 760 };
const THEMES = /** @type {const} */ (['light', 'dark', 'contrast', 'print']);
/** How much of the room each has. */
const SHARES = { phone: 0.178, embed: 0.344, page: 0.43 };
/** @type {Previewed} */
const NO_SIZE = { width: 0, height: 0, beats: 1, duration: 0 };

/**
 * @param {{ scene: number, now: SceneJson, name: string, code: StoryLang, codes: StoryLang[],
 *   onCode: (code: StoryLang) => void }} props
 */
export function Pictures({ scene, now, name, code, codes, onCode }) {
  const words = useWords(WORDS);
  const [theme, setTheme] = useState(/** @type {PictureTheme} */ ('light'));
  const [full, setFull] = useState(/** @type {Kind | ''} */ (''));
  const [sizes, setSizes] = useState(
    /** @type {Record<Kind, Previewed>} */ ({ phone: NO_SIZE, embed: NO_SIZE, page: NO_SIZE }),
  );
  const shown = full ? [full] : KINDS;
  const duration = Math.max(...shown.map((kind) => sizes[kind].duration));
  const motion = useMotion(duration, scene);
  const [beat, setBeat] = useState(0);
  const beats = Math.max(...shown.map((kind) => sizes[kind].beats));
  useEffect(() => setBeat(0), [scene]);
  useKeys({ Space: ({ target }) => (target instanceof HTMLInputElement ? false : motion.toggle()) });
  const room = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [box, setBox] = useState({ width: 1072, height: 380 });
  useEffect(() => {
    if (!room.current) return undefined;
    const observer = new ResizeObserver(
      ([
        {
          contentRect: { width, height },
        },
      ]) => setBox({ width, height }),
    );
    observer.observe(room.current);
    return () => observer.disconnect();
  }, []);
  const languages = codes.map((id) => ({ id, name: nameOf(id) }));
  return (
    <section class="check-pictures" aria-label={words.pictures}>
      <header class="pane-head">
        <span class="muted">{words.chapter(scene + 1)}</span>
        <h2>{name}</h2>
        {codes.length > 1 ? (
          <Segments
            value={code}
            label={words.language}
            options={languages}
            onChange={(id) => onCode(/** @type {StoryLang} */ (id))}
          />
        ) : null}
        <Segments
          value={theme}
          label={words.theme}
          options={THEMES.map((id) => ({ id, name: words[id] }))}
          onChange={(id) => setTheme(/** @type {PictureTheme} */ (id))}
        />
        <span class="push check-motion">
          <Beats beat={Math.min(beat, beats - 1)} beats={beats} onChange={setBeat} />
          <PlayButton motion={motion} />
          <MotionSlider motion={motion} />
          <button type="button" class="button" aria-pressed={full !== ''} onClick={() => setFull(full ? '' : 'embed')}>
            {full ? words.all : words.full}
          </button>
        </span>
      </header>
      <div class={full ? 'check-room full' : 'check-room'} ref={room}>
        {shown.map((kind) => (
          <Width
            key={kind}
            {...{ scene, now, name, code, theme, kind, motion, box }}
            beat={Math.min(beat, sizes[kind].beats - 1)}
            full={full === kind}
            onFull={() => setFull(full ? '' : kind)}
            onDrawn={(size) => setSizes((all) => ({ ...all, [kind]: size }))}
          />
        ))}
      </div>
    </section>
  );
}

/**
 * @param {{ scene: number, now: SceneJson, name: string, code: StoryLang, theme: PictureTheme, kind: Kind,
 *   beat: number, motion: Motion, box: { width: number, height: number }, full: boolean, onFull: () => void,
 *   onDrawn: (size: Previewed) => void }} props
 */
function Width({ scene, now, name, code, theme, kind, beat, motion, box, full, onFull, onDrawn }) {
  const words = useWords(WORDS);
  const [high, setHigh] = useState(0);
  const wide = box.width >= 720;
  const room = wide ? box.width * SHARES[kind] : box.width - 40;
  // A picture that is higher than the room is shown smaller, but not so small that nothing of it can be seen.
  const fits = wide && high > 0 ? Math.max(0.3, (box.height - 58) / high) : 1;
  const scale = full ? 1 : Math.min(1, room / WIDTHS[kind], fits);
  const { duration } = motion;
  const seconds = motion.seconds >= duration ? Infinity : motion.seconds;
  // Around the picture too, whatever the interface's own colours are; the other themes have plain white.
  const colours = theme === 'light' || theme === 'dark' ? COLOURS[theme] : null;
  return (
    <figure class={`check-width ${kind}`}>
      <figcaption>
        <b>{words[kind]}</b> <span class="muted">{words.shown(WIDTHS[kind], Math.round(scale * 100))}</span>
        {kind === 'embed' && high > 0 ? <span class="muted"> · {words.high(Math.round(high))}</span> : null}
        <button
          type="button"
          class="link small-text"
          aria-pressed={full}
          onClick={onFull}
          aria-label={`${words[kind]}: ${full ? words.all : words.full}`}
        >
          {full ? words.all : words.full}
        </button>
      </figcaption>
      <div
        class={`check-sheet ${theme}`}
        style={{
          width: `${WIDTHS[kind] * scale}px`,
          fontSize: `${16 * scale}px`,
          ...(colours && { background: colours.surface, color: colours.ink }),
        }}
      >
        {kind === 'page' ? <Sentences now={now} code={code} /> : null}
        <Picture
          {...{ scene, beat, theme, seconds, scale }}
          lang={code}
          width={PICTURE[kind]}
          name={words.pictureOf(name, words[kind])}
          selected={selection.value.statement}
          onPick={(statement) => select({ statement })}
          onDrawn={(size) => {
            setHigh(size.height);
            onDrawn(size);
          }}
        />
        {kind === 'phone' ? <Sentences now={now} code={code} /> : null}
      </div>
    </figure>
  );
}

/** What is read beside a picture, or below it. @param {{ now: SceneJson, code: StoryLang }} props */
function Sentences({ now, code }) {
  const print = (/** @type {unknown} */ texts) => printed(textIn(texts, code), (quote) => printIn(quote, code));
  return (
    <div class="check-sentences" lang={memberOf(now.title, code)} aria-hidden="true">
      <p class="check-sentences-title">{print(now.title)}</p>
      {(now.narration ?? []).map((sentence, i) => (
        <p key={i}>{print(sentence)}</p>
      ))}
    </div>
  );
}
