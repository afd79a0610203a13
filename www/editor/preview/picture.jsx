// A chapter as the engine draws it, at a width, in a language and a theme, at a moment of its motion. A click on a mark
// tells its statement.
//
// **Invariant**: what is on the canvas is what the last story that could be drawn says; marks are those of that
// picture.

import './preview.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { author, loaded } from '../document/session.js';
import { useWords } from '../words.js';
import { Marks } from './marks.jsx';
import { WORDS } from './words.js';

/**
 * @import {Mark, PictureTheme, Previewed, StoryLang} from '../types.js'
 * @typedef {object} Asked
 * @property {number} scene
 * @property {number} [beat]
 * @property {StoryLang} lang
 * @property {PictureTheme} theme
 * @property {number} width CSS px for which it is laid out
 * @property {number} [height] CSS px; 0: it carries its heading and is as high as it needs
 * @property {number} [seconds] Infinity: at rest
 * @property {number} [scale] how large it is shown
 * @typedef {{ size: Previewed, marks: Mark[], told: string, error: string }} Drawn
 */

/** @type {Drawn} */
const NOTHING = { size: { width: 0, height: 0, beats: 1, duration: 0 }, marks: [], told: '', error: '' };

/** @param {Previewed} a @param {Previewed} b */
const same = (a, b) => a.width === b.width && a.height === b.height && a.beats === b.beats && a.duration === b.duration;

/**
 * The smallest mark of a statement around a point, which may lie between its words.
 * @param {Mark[]} marks
 * @param {number} x
 * @param {number} y
 */
const around = (marks, x, y) =>
  marks
    .filter((m) => m.figure && x >= m.x && x <= m.x + m.w && y >= m.y && y <= m.y + m.h)
    .sort((a, b) => a.w * a.h - b.w * b.h)[0];

/**
 * @param {Asked & { name: string, selected?: string, onPick?: (figure: string) => void,
 *   onDrawn?: (size: Previewed) => void }} props `name`: of the chapter, for who cannot see it
 */
export function Picture({ name, selected = '', onPick = () => {}, onDrawn, ...asked }) {
  const { scene, beat = 0, lang, theme, width, height = 0, seconds = Infinity, scale = 1 } = asked;
  const words = useWords(WORDS);
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const [drawn, setDrawn] = useState(NOTHING);
  const engine = author.value;
  const state = loaded.value;
  const dpr = (globalThis.devicePixelRatio || 1) * scale;

  /** @param {HTMLCanvasElement} on */
  const paint = (on) => {
    const size = engine?.preview(on, { scene, beat, width, height, lang, theme, seconds, dpr });
    if (size) Object.assign(on.style, { width: `${size.width * scale}px`, height: `${size.height * scale}px` });
    return size;
  };

  useLayoutEffect(() => {
    const on = canvas.current;
    if (!engine || !state.shown || !on) return;
    try {
      const size = paint(on);
      if (!size) return;
      const rests = seconds === Infinity;
      setDrawn((before) => {
        if (!rests && same(before.size, size)) return before;
        return { size, marks: engine.marks(), told: engine.told(), error: '' };
      });
      if (!same(drawn.size, size)) onDrawn?.(size);
    } catch (error) {
      setDrawn((before) => ({ ...before, error: `${error instanceof Error ? error.message : error}` }));
    }
  }, [engine, state, scene, beat, lang, theme, width, height, seconds, dpr]);

  /** The picture may not be the last that was drawn: it is drawn again before its point is asked for. */
  const pick = (/** @type {MouseEvent} */ event) => {
    const on = canvas.current;
    if (!engine || !on) return;
    const box = on.getBoundingClientRect();
    paint(on);
    const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    const figure = engine.pick(x, y) || around(engine.marks(), x, y)?.figure;
    if (figure) onPick(figure);
  };
  const over = (/** @type {MouseEvent & { currentTarget: HTMLElement }} */ event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    event.currentTarget.style.cursor = around(drawn.marks, x, y) ? 'pointer' : '';
  };

  const { size, marks, told, error } = drawn;
  const box = { width: `${size.width * scale}px`, height: `${size.height * scale}px` };
  return (
    <figure class="picture" aria-label={name} data-drawn={size.width > 0 ? 'true' : undefined}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons over the marks are there for the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div
        class="picture-sheet"
        style={size.width > 0 ? box : { width: `${width * scale}px` }}
        onClick={pick}
        onMouseMove={over}
      >
        <canvas ref={canvas} role="img" aria-label={told || name} />
        <Marks marks={marks} scale={scale} label={words.marks} selected={selected} onPick={onPick} />
      </div>
      {error ? <p class="picture-note amber">{words.failed + error}</p> : null}
      {!error && engine && !state.shown ? (
        <p class="picture-note muted">{size.width > 0 ? words.stale : words.none}</p>
      ) : null}
    </figure>
  );
}
