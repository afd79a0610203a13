// What a series would be drawn as: the first chart that takes it, the others, and why some do not.

import { useEffect, useRef } from 'preact/hooks';
import { chartsFor, paintChart } from '../chapters/answers.js';
import { Blocked, blocking } from '../chapters/blocked.jsx';
import { listed, loaded, storyLanguage } from '../document/session.js';
import { useAnswers } from '../chapters/use-answers.js';
import { selection, story } from '../document/story-document.js';
import { Key } from '../frame/components.jsx';
import { saidPlainly, useWords } from '../words.js';
import { useInChapter } from './actions.js';
import { chosenColumn, doubts, shown } from './now.js';
import { WORDS } from './words.js';

/** @import { ChartAnswer } from '../types.js' */

const WIDTH = 424;
const HEAD = 24; // px of it that a chapter's heading takes

/** @param {string} series */
function answersFor(series) {
  if (!series || !loaded.value) return [];
  try {
    return chartsFor([series], storyLanguage.value);
  } catch {
    return [];
  }
}

/** Charts for series: why they refuse is worth telling. */
const FOR_SERIES = ['dot-line', 'columns', 'lines', 'tank', 'series-tiles'];
/** @param {ChartAnswer} answer */
const rankOf = ({ type }) => (FOR_SERIES.indexOf(type) + FOR_SERIES.length + 1) % (FOR_SERIES.length + 1);

/** @param {{ series: string, name: string, turn: unknown }} props `turn`: a new one paints again */
function Thumbnail({ series, name, turn }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => {
    const theme =
      matchMedia('(prefers-color-scheme: dark)').matches && document.documentElement.dataset.theme !== 'light'
        ? 'dark'
        : 'light';
    if (!canvas.current || !turn) return;
    try {
      paintChart(canvas.current, [series], 0, { width: WIDTH, theme, lang: storyLanguage.peek() });
      // as wide as there is room, without the heading that is no chapter's yet
      const margin = `${(-100 * HEAD) / WIDTH}%`;
      Object.assign(canvas.current.style, { width: '100%', height: 'auto', marginTop: margin });
    } catch {
      // a story that does not load has no picture; its problems are told
    }
  }, [series, turn]);
  return (
    <div class="series-chart">
      <canvas ref={canvas} role="img" aria-label={name} />
    </div>
  );
}

/** Uses the first chart that takes the series on show; `false` where none does. */
export function useFirst() {
  const series = shown.peek()?.table.columns[chosenColumn.peek()]?.series ?? '';
  const chart = answersFor(series).find(({ accepted, chart: made }) => accepted && made)?.chart;
  if (series) useInChapter(chart ?? { type: 'dot-line', series, rail: true });
  return true;
}

/** @param {{ series: string }} props */
export function Charts({ series }) {
  const words = useWords(WORDS);
  const asked = useAnswers(series ? [series] : [], storyLanguage.value, listed.value);
  const answers = asked.ids[0] === series ? asked.all : [];
  const blocked = blocking.value !== null && !answers.some(({ accepted }) => accepted);
  const taken = answers.filter(({ accepted, chart }) => accepted && chart);
  const [first, ...others] = taken;
  const refused = (blocked ? [] : answers)
    .filter(({ accepted, reason }) => !accepted && reason)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, 3);
  const scenes = story.value?.scenes ?? [];
  const scene = scenes.length > 0 ? `${Math.min(selection.value.scene, scenes.length - 1) + 1}` : '';
  const line = (/** @type {ChartAnswer} */ answer, /** @type {string} */ why) => (
    <li key={answer.type}>
      <b>{answer.name}</b> <span class="muted">{why}</span>
    </li>
  );
  return (
    <>
      <h3>{first ? `${words.chart} · ${first.name}` : words.chart}</h3>
      {first ? (
        <Thumbnail series={series} name={first.name} turn={answers} />
      ) : blocked ? (
        <Blocked />
      ) : (
        <p class="muted">{story.value?.scenes?.length ? words.noChart : words.noChapter}</p>
      )}
      {doubts.value.length > 0 ? <p class="amber">{words.undrawn(doubts.value.length)}</p> : null}
      {others.length + refused.length > 0 ? (
        <>
          <h3>{words.can}</h3>
          <ul class="series-answers">
            {others.slice(0, 5).map((answer) => line(answer, words.canYes))}
            {refused.map((answer) => line(answer, saidPlainly(answer.reason)))}
          </ul>
        </>
      ) : null}
      <p class="tables-act">
        <button type="button" class="button main" onClick={useFirst}>
          {words.use(scene)} <Key>Ctrl Enter</Key>
        </button>
        <span class="muted">{words.keepForLater}</span>
      </p>
    </>
  );
}
