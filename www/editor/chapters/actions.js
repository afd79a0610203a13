// What can be done to a chapter: each is one change of the story that can be undone.

import { effect } from '@preact/signals';
import { fresh, loaded, statements } from '../document/session.js';
import { change, files, freshId, story, undo } from '../document/story-document.js';
import { language } from '../words.js';
import { chartsFor } from './answers.js';
import { changesBetween } from './edits.js';
import { languagesOf, memberOf, textIn } from './languages.js';
import { spoken } from './lines.js';
import { beginIn, chartIn, goToChart, inFreePlace, leaveFree, nowMeant, placeIn } from './meant.js';
import { grown, idsIn, merged, nextPlace, placed, shifted, withChart, withoutChart, withRow } from './rows.js';
import { added, following, movedScene, newScene, removed } from './scenes.js';
import { WORDS } from './words.js';

/**
 * @import {Label, SceneJson, Selection, StoryLang} from '../types.js'
 * @import {Chart, Place, Rows} from './rows.js'
 * @typedef {'before' | 'after' | 'up' | 'down'} Way
 * @import {Chapters} from './scenes.js'
 * @import {Sentence} from './lines.js'
 */

const words = () => WORDS[language.value].steps;

/** @param {number} scene */
export const sceneAt = (scene) => story.value?.scenes?.[scene];

/** @param {SceneJson | undefined} scene @returns {Rows} */
export const rowsOf = (scene) => /** @type {Rows} */ (scene?.rows ?? []);

/** Whether an id is that of a figure, a point, a list or a series. @param {readonly { id: string }[]} statements */
export function knownIn(statements) {
  const { figures = {}, lists = {}, series = {} } = story.value ?? {};
  const ids = new Set([...statements.map(({ id }) => id), ...[figures, lists, series].flatMap(Object.keys)]);
  return (/** @type {string} */ id) => ids.has(id);
}

/** @param {Label} label @param {number} scene @param {SceneJson} next */
function edit(label, scene, next) {
  const now = sceneAt(scene);
  if (now) change(label, changesBetween(['scenes', scene], now, next));
}

/**
 * A text of a chapter in a language; without words it is taken away.
 * @param {number} scene
 * @param {'name' | 'title' | 'subtitle' | 'note'} member
 * @param {string} code
 * @param {string} text
 * @param {boolean} [own] whether undo takes it back by itself; typing merges with what was typed before
 */
export function setText(scene, member, code, text, own = false) {
  const now = sceneAt(scene);
  if (!now) return;
  const { [memberOf(now[member], code)]: _, ...others } = /** @type {Record<string, string>} */ (now[member] ?? {});
  const texts = text.trim()
    ? { .../** @type {object} */ (now[member] ?? {}), [memberOf(now[member], code)]: text }
    : others;
  const none = member === 'note' && Object.keys(texts).length === 0;
  const label = { label: words()[member], merge: own ? '' : `scene-${scene}-${member}-${code}` };
  edit(label, scene, { ...now, [member]: none ? undefined : texts });
}

/** @param {number} scene @param {string} code @param {readonly Sentence[]} sentences @param {boolean} [own] as above */
export function setNarration(scene, code, sentences, own = false) {
  const now = sceneAt(scene);
  const label = { label: words().narration, merge: own ? '' : `scene-${scene}-narration-${code}` };
  if (now) edit(label, scene, /** @type {SceneJson} */ ({ ...now, narration: spoken(sentences) }));
}

/**
 * What stands around a chapter's charts; undefined takes it away.
 * @param {number} scene
 * @param {'guess' | 'full_bleed' | 'notice'} member
 * @param {unknown} value
 * @param {string} [field] of it that is being typed
 */
export function setMember(scene, member, value, field = '') {
  const now = sceneAt(scene);
  const label = { label: words()[member], merge: field && `scene-${scene}-${member}-${field}` };
  if (now) edit(label, scene, { ...now, [member]: value });
}

/** @param {number} scene @param {string} accent */
export function setAccent(scene, accent) {
  const now = sceneAt(scene);
  if (now) edit(words().accent, scene, { ...now, accent });
}

/** The first statement that charts draw, as a chapter's generated words name it. @param {Rows} rows */
function firstIn(rows) {
  const { figures = {}, lists = {}, series = {} } = story.peek() ?? {};
  const [id] = idsIn(rows, knownIn(statements.peek()));
  if (!id) return null;
  const kind = id in lists ? 'list' : id in series ? 'series' : 'figure';
  const { label } = figures[id] ?? lists[id] ?? series[id.split('@')[0]] ?? {};
  return { id, kind, label: (/** @type {string} */ code) => textIn(label, code) };
}

/** @param {number} scene @param {string} label @param {Rows} rows @param {Place} [place] */
function setRows(scene, label, rows, place) {
  const now = sceneAt(scene);
  if (!now) return;
  const next = following(now, firstIn(rowsOf(now)), firstIn(rows));
  edit(label, scene, /** @type {SceneJson} */ ({ ...next, rows }));
  if (place) nowMeant(place);
}

/**
 * Puts a chart where the current one stands; what its author wrote beside the statements stays.
 * @param {number} scene
 * @param {Chart} fresh
 * @param {(id: string) => boolean} known
 */
export function useChart(scene, fresh, known) {
  const rows = rowsOf(sceneAt(scene));
  const place = placeIn(rows);
  setRows(scene, words().chart, withChart(rows, place, merged(chartIn(rows), fresh, known)), place);
}

/** The mistakes of a chart. @param {number} scene @param {Place} place */
const mistakesIn = (scene, { row, column }) =>
  loaded
    .peek()
    .problems.filter(
      ({ severity, path }) => severity === 'error' && path.startsWith(`scenes[${scene}].rows[${row}][${column}]`),
    ).length;

/** Runs once when the engine has read the story again. @param {() => void} work */
function whenRead(work) {
  const before = loaded.peek();
  const stop = effect(() => {
    if (loaded.value === before) return;
    queueMicrotask(() => {
      stop();
      work();
    });
  });
}

/**
 * What a chart was before a statement more made another one of it, and what it became, as text.
 * @type {{ was: Chart | null, into: string }}
 */
let turned = { was: null, into: '' };

/** The chart that was there before the last statement, where just that goes. @param {Chart | null | undefined} now
 * @param {string[]} ids @param {(id: string) => boolean} known */
function turnedBack(now, ids, known) {
  const { was, into } = turned;
  if (!was || !now || JSON.stringify(now) !== into) return null;
  return idsIn([[was]], known)
    .sort()
    .join() === [...ids].sort().join()
    ? was
    : null;
}

/**
 * Draws another set of statements with the current chart: as it is made where it takes them, else with its type, else
 * with the first that does; `onType` is told the chart that had to take its place, '' where none does.
 * @param {number} scene
 * @param {string[]} ids
 * @param {StoryLang} lang
 * @param {(id: string) => boolean} known
 * @param {(type: string) => void} onType
 */
export function drawStatements(scene, ids, lang, known, onType) {
  const rows = rowsOf(sceneAt(scene));
  const place = placeIn(rows);
  const now = chartIn(rows);
  if (ids.length === 0) {
    if (!now) return;
    const rest = withoutChart(rows, place);
    setRows(scene, words().statements, rest);
    // the other charts keep what they draw: the one whose last tick was taken away is empty, not another one
    leaveFree(rows, place, rest, rest.length > 0);
    return;
  }
  const back = turnedBack(now, ids, known);
  if (back) {
    setRows(scene, words().statements, withChart(rows, place, back), place);
    return onType(back.type);
  }
  const anew = () => {
    const accepting = chartsFor(ids, lang).filter(({ accepted, chart }) => accepted && chart);
    const same = accepting.find(({ type }) => type === now?.type);
    const taken = same ?? accepting[0];
    if (!taken?.chart) return onType('');
    const put = now ? null : inFreePlace(rows, /** @type {Chart} */ (taken.chart));
    const made = put?.rows ?? withChart(rows, place, merged(now, taken.chart, known));
    setRows(scene, words().statements, made, put?.place ?? place);
    if (same || !now) return undefined;
    turned = { was: now, into: JSON.stringify(chartIn(rowsOf(sceneAt(scene)))) };
    return onType(taken.type);
  };
  const next = now ? grown(now, ids, known) : null;
  // charts are asked of the story as it is: where the engine has not read that yet, once it has
  if (!next) return fresh.peek() ? anew() : whenRead(anew);
  const before = mistakesIn(scene, place);
  setRows(scene, words().statements, withChart(rows, place, next), place);
  const made = files.peek();
  whenRead(() => {
    if (files.peek() !== made || mistakesIn(scene, place) <= before) return;
    undo();
    anew();
  });
  return undefined;
}

/** @param {number} scene @param {Chart} chart */
export function addChart(scene, chart) {
  const rows = rowsOf(sceneAt(scene));
  const place = rows.length === 0 ? { row: 0, column: 0 } : nextPlace(rows, placeIn(rows));
  const put = inFreePlace(rows, chart) ?? { rows: withRow(rows, placeIn(rows), chart), place };
  setRows(scene, words().addChart, put.rows, put.place);
}

/** The chart that is meant is one that is still to be made. @param {number} scene */
export const beginChart = (scene) => beginIn(rowsOf(sceneAt(scene)));

/**
 * Makes a second chart of some statements of the current one, which keeps the others.
 * @param {number} scene
 * @param {Chart} chart of those that go
 * @param {string[]} rest
 * @param {StoryLang} lang
 * @param {(id: string) => boolean} known
 */
export function splitChart(scene, chart, rest, lang, known) {
  const rows = rowsOf(sceneAt(scene));
  const place = placeIn(rows);
  const now = chartIn(rows);
  const accepting = rest.length > 0 ? chartsFor(rest, lang).filter((answer) => answer.accepted && answer.chart) : [];
  const stays = (accepting.find(({ type }) => type === now?.type) ?? accepting[0])?.chart;
  const own = stays ? withChart(rows, place, merged(now, /** @type {Chart} */ (stays), known)) : rows;
  const next = stays ? withRow(own, place, chart) : withChart(rows, place, chart);
  setRows(scene, words().splitChart, next, stays ? nextPlace(own, place) : place);
}

/** The one beside it is meant then; the next that is added takes its place. @param {number} scene */
export function removeChart(scene) {
  const rows = rowsOf(sceneAt(scene));
  const place = placeIn(rows);
  const rest = withoutChart(rows, place);
  const row = Math.max(0, Math.min(place.row, rest.length - 1));
  const column = row < place.row ? 0 : Math.max(0, Math.min(place.column, (rest[row]?.length ?? 0) - 1));
  setRows(scene, words().removeChart, rest, { row, column });
  leaveFree(rows, place, rest, false);
}

/** @param {number} scene @param {Way} way */
export function moveChart(scene, way) {
  const rows = rowsOf(sceneAt(scene));
  const moved = chartIn(rows) ? shifted(rows, placeIn(rows), way) : null;
  if (moved) setRows(scene, words().moveChart, moved.rows, moved.place);
  return moved?.place ?? null;
}

/** @returns {Chapters} */
const chapters = () => /** @type {Chapters} */ ({ scenes: story.value?.scenes ?? [], acts: story.value?.acts ?? [] });

/** @param {string} label @param {Chapters} next @param {Partial<Selection>} then */
function setChapters(label, next, then) {
  const now = chapters();
  const acts = story.value?.acts ? changesBetween(['acts'], now.acts, next.acts) : [];
  change(label, [...changesBetween(['scenes'], now.scenes, next.scenes), ...acts], then);
  goToChart({ row: 0, column: 0 });
}

/** A chapter after this one, with nothing in it yet: its statements are ticked there. @param {number} after */
export function addScene(after) {
  const all = chapters();
  const id = freshId(
    'chapter',
    all.scenes.map((scene) => scene.id),
  );
  const at = Math.min(after + 1, all.scenes.length);
  const scene = newScene({ id, at, languages: languagesOf(story.value), statement: null, chart: null });
  setChapters(words().addScene, added(all, at, scene), { place: 'chapters', scene: at, statement: '' });
}

/** @param {number} scene */
export function removeScene(scene) {
  const next = removed(chapters(), scene);
  setChapters(words().removeScene, next, { scene: Math.max(0, Math.min(scene, next.scenes.length - 1)) });
}

/** @param {number} scene @param {number} by */
export function moveScene(scene, by) {
  const to = scene + by;
  if (to < 0 || to >= chapters().scenes.length) return false;
  setChapters(words().moveScene, movedScene(chapters(), scene, to), { scene: to });
  return true;
}

/** How many charts a chapter has. @param {SceneJson | undefined} scene */
export const chartsIn = (scene) => placed(rowsOf(scene));
