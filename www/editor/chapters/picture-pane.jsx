// The chapter as readers will see it, at a width; its charts as a list; and its texts below.

import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../document/session.js';
import { select, selection, story } from '../document/story-document.js';
import { Segments, useKeys } from '../frame/components.jsx';
import { Beats, PlayButton, useMotion } from '../preview/motion.jsx';
import { Picture } from '../preview/picture.jsx';
import { themeNow } from '../preview/theme.js';
import { told, useWords } from '../words.js';
import {
  addScene,
  chartsIn,
  goToChart,
  isEmpty,
  moveChart,
  moveScene,
  placeIn,
  removeChart,
  removeScene,
  rowsOf,
} from './actions.js';
import { sceneAt } from './actions.js';
import { chartName } from './answers.js';
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
        <button type="button" class="button" disabled={scene === 0} onClick={done(() => moveScene(scene, -1))}>
          {words.earlier}
        </button>
        <button type="button" class="button" disabled={scene === last} onClick={done(() => moveScene(scene, 1))}>
          {words.later}
        </button>
        <button type="button" class="button" onClick={done(() => removeScene(scene))}>
          {words.remove}
        </button>
      </div>
    </details>
  );
}

/**
 * The charts of the chapter, row by row; statements are ticked for one of them.
 * @param {{ scene: number, onAdd: () => void }} props
 */
function ChartList({ scene, onAdd }) {
  const words = useWords(WORDS);
  const rows = rowsOf(sceneAt(scene));
  const all = chartsIn(sceneAt(scene));
  const place = placeIn(rows);
  const empty = isEmpty(rows);
  const alone = rows[place.row]?.length === 1;
  const ways = /** @type {const} */ ([
    ['before', '←', place.column > 0],
    ['after', '→', place.column + 1 < (rows[place.row]?.length ?? 0)],
    ['up', '↑', !alone || place.row > 0],
    ['down', '↓', !alone || place.row + 1 < rows.length],
  ]);
  const list = useRef(/** @type {HTMLFieldSetElement | null} */ (null));
  useEffect(() => {
    list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place.row, place.column, all.length]);
  return (
    <fieldset ref={list} class="chart-list" aria-label={words.chartList}>
      <span class="chart-rows">
        {rows.map((charts, row) => (
          <span class="chart-row" key={charts.map(({ type }) => type).join(' ') + row}>
            {charts.map((chart, column) => {
              const own = !empty && place.row === row && place.column === column;
              const n = all.findIndex((other) => other.place.row === row && other.place.column === column) + 1;
              return (
                <button
                  key={n}
                  type="button"
                  class="button small"
                  aria-pressed={own}
                  lang={language.value}
                  onClick={() => {
                    goToChart({ row, column });
                  }}
                >
                  {words.chart(n, chartName(chart.type))}
                </button>
              );
            })}
          </span>
        ))}
        {empty ? (
          <span class="chart-row">
            <button type="button" class="button small" aria-pressed="true" title={words.emptyChartHint}>
              {words.emptyChart(all.length + 1)}
            </button>
          </span>
        ) : null}
      </span>
      <span class="push chart-tools">
        {all.length > 1 && !empty
          ? ways.map(([way, sign, on]) => (
              <button
                key={way}
                type="button"
                class="button small"
                disabled={!on}
                aria-label={words[way]}
                title={words[way]}
                onClick={() => moveChart(scene, way)}
              >
                {sign}
              </button>
            ))
          : null}
        {all.length > 0 && !empty ? (
          <button type="button" class="button small" onClick={() => removeChart(scene)}>
            {words.removeChart}
          </button>
        ) : null}
        <button type="button" class="button small" disabled={empty} onClick={onAdd}>
          {words.addChart}
        </button>
      </span>
    </fieldset>
  );
}
