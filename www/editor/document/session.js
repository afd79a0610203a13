// What the engine says of the story as it is now: what it finds wrong, and every statement with its words.
//
// **Invariant**: the answers follow the files: after a change they are asked for again, at once where there was peace
// before it, else after 40 ms of peace and at the latest 400 ms after the first change.

import { computed, effect, signal } from '@preact/signals';
import { openAuthor } from '../engine.js';
import { language } from '../words.js';
import { wasBusy } from './history.js';
import { changed } from './json-text.js';
import { plainStatements } from './plain-statements.js';
import { withSameParts } from './same-parts.js';
import { fileText, files, selection, story } from './story-document.js';

export { language } from '../words.js';

/**
 * @import {Author, EngineWords, Loaded, Place, Problem, Selection, Statement, StoryLang} from '../types.js'
 */

const PEACE = 40;
const AT_LATEST = 400;
/** ms: a change that comes later than this after an answer is none of a row of changes. */
const PAUSE = 200;

/** The engine; `null` until it is there. @type {import('@preact/signals').Signal<Author | null>} */
const engine = signal(null);
/** Why there is no engine; '' where there is one. */
export const engineTrouble = signal('');
/** @type {Promise<Author>} */
const opening = openAuthor();
opening.then(
  (there) => {
    engine.value = there;
  },
  (error) => {
    engineTrouble.value = `${error?.message ?? error}`;
  },
);
/**
 * The engine, now or as soon as it is there.
 * @type {Promise<Author> & { readonly value: Author | null, peek: () => Author | null }}
 */
export const author = Object.defineProperties(/** @type {any} */ (opening), {
  value: { get: () => engine.value },
  peek: { value: () => engine.peek() },
});

/** @type {Loaded} */
const NOTHING = { ok: false, shown: false, problems: [] };
/** @type {import('@preact/signals').Signal<Loaded>} */
const answer = signal(NOTHING);
/** @type {import('@preact/signals').ReadonlySignal<Loaded>} */
export const loaded = answer;
export const problems = computed(() => loaded.value.problems);

/** Whether the engine was asked about the files as they are now. */
export const fresh = signal(false);
let waiting = 0;
let since = 0;
/** When the engine has answered last. */
let answered = 0;

/** Whether there are statements to tell of, though there may be no chapter yet. */
const told = signal(false);
/** Whether there are statements to tell of, though no picture can be drawn. */
export const listed = told;

/** The files with no words but a chapter's own: what uses statements, and may use one that is gone, is left out. */
function withChapter() {
  const text = fileText('story.json');
  const words = Object.fromEntries(languages.peek().map((lang) => [lang, '—']));
  const scene = { id: 'chapter', number: 1, name: words, accent: 'hue-1', title: words, subtitle: words };
  const scenes = [{ ...scene, narration: [], rows: [] }];
  const said = ['title', 'subtitle', 'notice'].filter((member) => story.peek()?.[member] !== undefined);
  const whole = [...said, 'acts'].reduce(
    (now, member) => changed(now, [member], member === 'acts' ? undefined : words),
    changed(text, ['scenes'], scenes),
  );
  return new Map(files.peek()).set('story.json', whole);
}

/** Whether the engine can tell of the statements though not of the chapters. @param {Author} there */
function statementsAlone(there) {
  try {
    return there.load(withChapter()).shown;
  } catch {
    return false;
  }
}

function ask() {
  const there = engine.peek();
  if (!there) return;
  since = 0;
  try {
    const now = files.peek().has('story.json') ? there.load(files.peek()) : NOTHING;
    told.value = now.shown || (story.peek() !== null && statementsAlone(there));
    answer.value = now;
    engineTrouble.value = '';
  } catch (error) {
    engineTrouble.value = `${error instanceof Error ? error.message : error}`;
  }
  fresh.value = true;
  answered = performance.now();
  wasBusy();
}

effect(() => {
  if (!engine.value) return;
  files.value;
  fresh.value = false;
  const time = performance.now();
  // one change is seen at once; of many, one after the other, each only when they pause
  const alone = since === 0 && time - answered > PAUSE;
  if (since === 0) since = time;
  clearTimeout(waiting);
  waiting = window.setTimeout(ask, alone ? 0 : Math.max(0, Math.min(PEACE, since + AT_LATEST - time)));
});

/** @type {StoryLang[]} */
let codesBefore = [];
/** The languages of the story by their short codes, its first one first; a tag such as zh-Hans counts as zh. */
export const languages = computed(() => {
  const tags = story.value?.languages ?? Object.keys(story.value?.title ?? {});
  const codes = /** @type {StoryLang[]} */ ([...new Set(tags.map((tag) => `${tag}`.split('-')[0]))]);
  codesBefore = withSameParts(codesBefore, codes.length > 0 ? codes : [language.value]);
  return codesBefore;
});
/** The language in which the editor shows the story: the interface's where the story has it. */
export const storyLanguage = computed(() =>
  languages.value.includes(language.value) ? language.value : languages.value[0],
);

/** @type {Statement[]} */
let statementsBefore = [];
/** What they were told as: the same object says the same. @type {Statement[]} */
let toldBefore = [];
/** Every figure, point of a series and list: the same objects as long as nothing else is said of them. */
export const statements = computed(() => {
  const there = engine.value;
  // They are of the files that the engine was asked about last.
  const now =
    !loaded.value || !there
      ? []
      : told.value
        ? there.statements(storyLanguage.value)
        : plainStatements(story.value, storyLanguage.value);
  if (now !== toldBefore) statementsBefore = withSameParts(statementsBefore, now);
  toldBefore = now;
  return statementsBefore;
});

/** What can be counted and ticked: the rows of the fact sheet. A series is told by its points. */
export const facts = computed(() => statements.value.filter(({ kind }) => kind !== 'series'));

/** @type {EngineWords} */
const NO_WORDS = {
  measures: [],
  bounds: [],
  statuses: [],
  units: [],
  formats: [],
  charts: [],
  confidences: [],
  kinds: [],
};
/** The names of what the engine knows, in the language of the interface. */
export const engineWords = computed(() => engine.value?.words(language.value) ?? NO_WORDS);

/** What a goal or a forecast is called, in a word; a result, nothing. @param {string | null | undefined} status */
export function statusName(status) {
  if (!status || status === 'final') return '';
  const name = engineWords.value.statuses.find(({ id }) => id === status)?.name ?? status;
  return name.split(/[，,：:（(]/)[0].trim();
}

/** The path of the field that wants the focus; who has focused it empties it. */
export const focusPath = signal('');
/** The place in the text that the source view is to show. @type {import('@preact/signals').Signal<Problem | null>} */
export const shownInSource = signal(null);

/**
 * Where a problem is mended.
 * @param {Problem} problem
 * @returns {Partial<Selection>}
 */
export function placeOf({ file, path }) {
  if (file === 'sources.json')
    return { place: 'tables', source: /^sources\.([^.[]+)/.exec(path)?.[1] ?? '', series: '' };
  if (file.endsWith('.csv')) return { place: 'tables', series: seriesOf(file), source: '' };
  if (file === 'checks.json') return { place: 'check' };
  const [, top = '', name = ''] = /^(\w+)(?:\.([^.[]+))?/.exec(path) ?? [];
  const scene = /^scenes\[(\d+)\]/.exec(path);
  if (scene) return { place: 'chapters', scene: Number(scene[1]) };
  if (top === 'figures' && name) return { place: 'sentences', statement: name };
  if (top === 'series' && name) return { place: 'tables', series: name, source: '' };
  if (/^(title|subtitle|notice|languages|id|version)\b/.test(path)) return { place: 'story' };
  if (path === 'scenes') return { place: 'chapters' };
  return { place: 'source', file };
}

/** The series of a CSV file. @param {string} file */
function seriesOf(file) {
  const all = Object.entries(story.peek()?.series ?? {});
  return all.find(([, series]) => series.file === file)?.[0] ?? '';
}

/** Selects where a problem is mended, and the field. @param {Problem} problem */
export function goTo(problem) {
  // a table can be mended where nothing can be drawn of it
  const there =
    loaded.peek().shown || seriesOf(problem.file)
      ? placeOf(problem)
      : { place: /** @type {Place} */ ('source'), file: problem.file };
  if (there.place === 'source') shownInSource.value = problem;
  else focusPath.value = problem.path;
  selection.value = { ...selection.peek(), ...there };
}

/**
 * The next answer of the engine is about a story that was just opened: where it does not load, its problem is
 * shown.
 */
let checking = false;
export function checkWhenOpen() {
  checking = true;
}
effect(() => {
  if (!fresh.value || !checking) return;
  checking = false;
  const first = problems.peek().find(({ severity }) => severity === 'error');
  if (!loaded.peek().shown && first) goTo(first);
});

/** How many problems stop publishing, and how many only advise. */
export const counts = computed(() => {
  const stops = problems.value.filter(({ severity }) => severity === 'error').length;
  return { stops, advice: problems.value.length - stops };
});
