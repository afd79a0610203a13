// What the engine answers about a chapter's statements, kept as long as the story is the same: statements and phrases
// by language, charts that take them, and thumbnails of those charts.
//
// **Invariant**: an answer is never that of an earlier state of the story.

import { computed } from '@preact/signals';
import { author, engineWords, fresh, listed, loaded, statements, storyLanguage } from '../document/session.js';
import { files, sources, story } from '../document/story-document.js';

/** @import {ChartAnswer, PictureTheme, Statement, StoryLang} from '../types.js' */

/** @type {unknown} */
let of = null;
/** @type {Map<string, unknown>} */
const kept = new Map();
/** @template T @param {string} key @param {() => T} work @returns {T} */
function once(key, work) {
  if (of !== loaded.value) {
    of = loaded.value;
    kept.clear();
  }
  if (!kept.has(key)) kept.set(key, work());
  return /** @type {T} */ (kept.get(key));
}

/** @type {Statement[]} */
const NONE = [];
/** @type {ChartAnswer[]} */
const NO_ANSWERS = [];

/** The name of a chart's type. @param {string} type */
export const chartName = (type) => engineWords.value.charts.find(({ id }) => id === type)?.name ?? type;

/** @param {StoryLang} lang */
export function statementsIn(lang) {
  const engine = author.value;
  if (!engine) return NONE;
  if (lang === storyLanguage.value || !listed.value) return statements.value;
  return once(`statements ${lang}`, () => engine.statements(lang));
}

/** The phrases of statements by their ids. @param {StoryLang} lang */
const phrasesIn = (lang) =>
  once(`phrases ${lang}`, () => new Map(statementsIn(lang).map((one) => [one.id, phraseOf(one)])));

/** A list and a series are quoted in parts only. @param {Statement} statement */
const phraseOf = ({ kind, phrase }) => (kind === 'list' || kind === 'series' ? '' : phrase);

/** How a quotation reads; '' where nobody knows. @param {string} quote @param {StoryLang} lang */
export function printIn(quote, lang) {
  const engine = author.value;
  if (!engine) return '';
  const phrase = phrasesIn(lang).get(quote);
  return phrase ?? once(`print ${lang} ${quote}`, () => engine.print(quote, lang));
}

/** What charts are asked about: the story without its chapters, as text. */
const facts = computed(() => {
  const { scenes: _, acts: __, title: ___, subtitle: ____, notice: _____, ...rest } = story.value ?? {};
  return JSON.stringify([rest, sources.value, [...files.value].filter(([name]) => name.endsWith('.csv'))]);
});
/** @type {{ facts: string, answers: Map<string, ChartAnswer[]> }} */
let charts = { facts: '', answers: new Map() };
/** The statements and language that the engine was last asked about: thumbnails are of these. */
let asked = '';

/** @param {string[]} ids @param {StoryLang} lang */
const keyOf = (ids, lang) => `${lang} ${ids.join(' ')}`;

/**
 * Which charts take these statements, and why the others do not. The engine tries every chart, which takes its time: it
 * is asked again only when a fact has changed. Nothing is answered about statements that it does not know (yet).
 * @param {string[]} ids
 * @param {StoryLang} lang
 * @returns {ChartAnswer[]}
 */
export function chartsFor(ids, lang) {
  const engine = author.value;
  if (!engine || ids.length === 0) return NO_ANSWERS;
  // the engine knows the files as they were: its answer is not about these, and none to be kept
  if (!fresh.peek()) {
    asked = '';
    return engine.accepts(ids, lang);
  }
  // what it does not know of these it would not refuse: it would speak of the others
  const there = new Set(statements.value.map(({ id }) => id));
  if (listed.value && !ids.every((id) => there.has(id))) return NO_ANSWERS;
  if (charts.facts !== facts.value) {
    charts = { facts: facts.value, answers: new Map() };
    asked = '';
  }
  const key = keyOf(ids, lang);
  const before = charts.answers.get(key);
  if (before) return before;
  const answers = engine.accepts(ids, lang);
  asked = key;
  charts.answers.set(key, answers);
  return answers;
}

/**
 * Paints one of the charts that take these statements: the `index`-th of those.
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} ids
 * @param {number} index
 * @param {{ width: number, theme: PictureTheme, lang: StoryLang }} given
 */
export function paintChart(canvas, ids, index, given) {
  const engine = author.value;
  if (!engine) return;
  const key = keyOf(ids, given.lang);
  if (asked !== key) engine.accepts(ids, given.lang);
  asked = key;
  engine.thumbnail(canvas, index, given);
}
