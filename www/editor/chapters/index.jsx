// The place where chapters are made: statements to tick, the picture and its texts, and the charts that take them.

import './chapters.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { engineWords, loaded, statements, storyLanguage } from '../document/session.js';
import { statusWord } from '../document/status.js';
import { select, selection, story } from '../document/story-document.js';
import { announce } from '../frame/announce.js';
import { useKeys } from '../frame/components.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { useWords } from '../words.js';
import { addChart, addScene, beginChart, drawStatements, knownIn, rowsOf, sceneAt } from './actions.js';
import { chartName, chartsFor } from './answers.js';
import { ChartsPane } from './charts-pane.jsx';
import { entriesOf } from './groups.js';
import { codeOf } from './languages.js';
import { chartIn, emptyIn, goToChart, placeIn } from './meant.js';
import { PicturePane } from './picture-pane.jsx';
import { idsIn } from './rows.js';
import { saidIn } from './said-in.js';
import { StatementsPane } from './statements-pane.jsx';
import { WORDS } from './words.js';

/** @import {StoryLang} from '../types.js' */

const FIRST_FIELD = /** @type {'input'} */ ('.statements-pane input');

/** @param {readonly string[]} a @param {readonly string[]} b */
const sameIds = (a, b) => a.length === b.length && a.every((id) => b.includes(id));

export default function Chapters() {
  const words = useWords(WORDS);
  const { scene: wanted } = selection.value;
  const scenes = story.value?.scenes ?? [];
  const scene = Math.max(0, Math.min(wanted, scenes.length - 1));
  const [code, setCode] = useState(/** @type {StoryLang} */ (codeOf(storyLanguage.value)));
  useEffect(() => {
    goToChart({ row: 0, column: 0 });
  }, [scene]);
  const go = (/** @type {number} */ by) => {
    const to = Math.max(0, Math.min(scene + by, scenes.length - 1));
    if (to !== scene) select({ scene: to });
  };
  useEffect(() => {
    document.getElementById('place')?.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    footKeys.value = words.keys;
  }, [words]);
  useKeys({ 'Alt+ArrowDown': () => go(1), 'Alt+ArrowUp': () => go(-1) });

  const seen = useRef({ scene: -1, ids: /** @type {string[]} */ ([]) });
  const all = statements.value;
  const now = sceneAt(scene);
  if (!now) {
    return (
      <section class="chapters none">
        <p class="muted">
          <b>{words.noChapters}</b>
          <br />
          {words.whatIsChapter}
        </p>
        <button
          type="button"
          class="button main"
          disabled={!loaded.value.shown && !story.value}
          onClick={() => {
            addScene(-1);
            // what comes first in a chapter
            requestAnimationFrame(() => document.querySelector(FIRST_FIELD)?.focus());
          }}
        >
          {words.firstChapter}
        </button>
      </section>
    );
  }
  const known = knownIn(all);
  const rows = rowsOf(now);
  const place = placeIn(rows);
  const chart = chartIn(rows);
  const drawn = idsIn(chart, known);
  // What was unticked stays in sight as long as its chapter does.
  if (seen.current.scene !== scene) seen.current = { scene, ids: [] };
  seen.current.ids = [...new Set([...seen.current.ids, ...saidIn(now, known)])];
  const elsewhere = seen.current.ids.filter(known);
  const number = rows.slice(0, place.row).reduce((sum, row) => sum + row.length, 0) + place.column + 1;
  const charts = rows.reduce((sum, row) => sum + row.length, emptyIn(rows) ? 1 : 0);
  const measures = new Map(engineWords.value.measures.map(({ id, name }) => [id, name]));
  const measure = (/** @type {string} */ id) => measures.get(id) ?? id ?? '';
  const entries = entriesOf(all, { measure, status: statusWord, list: words.list });
  const phrase = (/** @type {string} */ id) => {
    const entry = entries.find((other) => other.id === id);
    const name = entry?.phrase || entry?.label || id;
    return entry?.status ? words.withStatus(name, entry.status) : name;
  };
  const tick = (/** @type {string} */ id, /** @type {boolean} */ on) => {
    const ids = on ? [...drawn, id] : drawn.filter((other) => other !== id);
    drawStatements(scene, ids, code, known, (type) =>
      announce(type ? words.became(chartName(type)) : words.noChartFor(phrase(id))),
    );
  };
  /** Another chart of what is ticked, of another type where one takes it; where nothing is ticked, an empty one. */
  const add = () => {
    const accepting = chartsFor(drawn, code).filter((answer) => answer.accepted && answer.chart);
    const fresh = (accepting.find(({ type }) => type !== chart?.type) ?? accepting[0])?.chart;
    const exact = fresh && sameIds(idsIn(fresh, known), drawn);
    if (fresh && exact) addChart(scene, /** @type {import('./rows.js').Chart} */ (fresh));
    else beginChart(scene);
    if (!exact) announce(words.emptyChartHint);
  };
  return (
    <div class={rows.length > 0 ? 'chapters' : 'chapters bare'}>
      <StatementsPane {...{ entries, drawn, elsewhere, charts }} chart={number} onTick={tick} />
      <PicturePane scene={scene} code={code} onCode={setCode} onAddChart={add} />
      <ChartsPane
        {...{ scene, chart, known, phrase }}
        lang={code}
        ids={drawn}
        name={chart ? chartName(chart.type) : ''}
      />
    </div>
  );
}
