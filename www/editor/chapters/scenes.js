// Chapters as a list: a new one, one less, one moved; their numbers and the acts that group them go along.
//
// **Invariant**: numbers stay with their places, so that a cover without a count keeps it; an act begins with a scene
// that there is.

/**
 * @typedef {{ id: string, number: number, [member: string]: unknown }} Scene
 * @typedef {{ id: string, first: string, [member: string]: unknown }} Act
 * @typedef {{ scenes: Scene[], acts: Act[] }} Chapters
 */

/** Words of a chapter that has none yet. @type {Record<string, string>} */
export const NEW = { zh: '新的一章', en: 'New chapter', ru: 'Новая глава' };
const HUES = [1, 2, 3, 4, 5, 6, 7].map((n) => `hue-${n}`);
/** The names of hues in the first format, in the same order. */
const FIRST_NAMES = ['oil', 'green', 'sky', 'plum', 'brick', 'slate', 'olive'];

export { HUES };

/** `hue-1` of `oil`. @param {unknown} accent */
export const hueOf = (accent) => {
  const at = FIRST_NAMES.indexOf(String(accent));
  return at >= 0 ? HUES[at] : HUES.includes(String(accent)) ? String(accent) : 'hue-6';
};

/**
 * The places at which acts begin, by the places of their scenes.
 * @param {readonly Scene[]} scenes
 * @param {readonly Act[]} acts
 */
const begins = (scenes, acts) => acts.map((act) => scenes.findIndex(({ id }) => id === act.first));

/**
 * Acts with new beginnings; one that begins where the next one does, or nowhere, is no more.
 * @param {readonly Act[]} acts
 * @param {readonly Scene[]} scenes
 * @param {number[]} starts
 */
const actsAt = (acts, scenes, starts) =>
  acts.flatMap((act, i) => {
    const scene = scenes[starts[i]];
    const empty = i + 1 < starts.length && starts[i + 1] === starts[i];
    return !scene || empty ? [] : [{ ...act, first: scene.id }];
  });

/**
 * Scenes whose numbers are those that stood at their places.
 * @param {readonly Scene[]} scenes
 * @param {readonly number[]} numbers
 */
const numbered = (scenes, numbers) =>
  scenes.map((scene, i) => (scene.number === numbers[i] ? scene : { ...scene, number: numbers[i] }));

/** The numbers of one place more. @param {readonly Scene[]} scenes */
const oneMore = (scenes) => [
  ...scenes.map(({ number }) => number),
  Math.max(0, ...scenes.map(({ number }) => number)) + 1,
];

/**
 * @param {Chapters} chapters
 * @param {number} at the place of the new one
 * @param {Scene} scene
 * @returns {Chapters}
 */
export function added({ scenes, acts }, at, scene) {
  const all = [...scenes.slice(0, at), scene, ...scenes.slice(at)];
  const starts = begins(scenes, acts).map((start) => (start >= at && start > 0 ? start + 1 : start));
  return { scenes: numbered(all, oneMore(scenes)), acts: actsAt(acts, all, starts) };
}

/** @param {Chapters} chapters @param {number} at @returns {Chapters} */
export function removed({ scenes, acts }, at) {
  const all = scenes.filter((_, i) => i !== at);
  const starts = begins(scenes, acts).map((start) => (start > at ? start - 1 : start));
  return {
    scenes: numbered(
      all,
      scenes.map(({ number }) => number),
    ),
    acts: actsAt(acts, all, starts),
  };
}

/**
 * Acts keep the places at which they begin.
 * @param {Chapters} chapters
 * @param {number} at
 * @param {number} to
 * @returns {Chapters}
 */
export function movedScene({ scenes, acts }, at, to) {
  const all = [...scenes];
  all.splice(to, 0, ...all.splice(at, 1));
  return {
    scenes: numbered(
      all,
      scenes.map(({ number }) => number),
    ),
    acts: actsAt(acts, all, begins(scenes, acts)),
  };
}

/**
 * The statement that a chapter's generated words are about; null: none yet.
 * @typedef {{ id: string, kind: string, label: (language: string) => string } | null} About
 */

/** @param {string} language */
const nameless = (language) => NEW[language] ?? NEW.en;

/** The label of a statement; what a chapter without words is called where that has digits. @type {Words} */
const plain = (statement, language) => {
  const label = statement?.label(language) ?? '';
  return label && !/[\d０-９{}]/.test(label) ? label : nameless(language);
};

/** What can be quoted as a whole. @param {About} statement */
const quotable = (statement) =>
  statement && statement.kind !== 'list' && statement.kind !== 'series' ? statement.id : '';

/** Characters of a chapter's name, at most. @param {string} language */
const longest = (language) => (language === 'zh' ? 12 : 32);

/** Words at which nothing may end: of the. */
const OPEN_END = /(?:[\s,]+(?:of|in|at|on|by|for|from|to|with|and|or|that|which|who|the|a|an|its))+$/i;

/**
 * What fits of a label: up to a stop, or whole words; '' where it cannot be parted.
 * @param {string} label @param {string} language
 */
function short(label, language) {
  const most = longest(language);
  if (label.length <= most) return label;
  const first = label.split(/[，、,;；：:（(]/)[0].trim();
  if (first.length >= 2 && first.length <= most) return first;
  if (language === 'zh') return '';
  return label
    .slice(0, most + 1)
    .replace(/\s*\S*$/, '')
    .replace(OPEN_END, '');
}

/**
 * The words that a chapter has by itself: its name is what its first statement is of, its title quotes that, its
 * subtitle tells the period.
 * @typedef {(statement: About, language: string) => string} Words
 * @type {{ name: Words, title: Words, subtitle: Words }}
 */
const GENERATED = {
  name: (statement, language) => short(plain(statement, language), language) || nameless(language),
  title: (statement, language) => {
    const figure = quotable(statement);
    const label = plain(statement, language);
    if (!figure) return label;
    return label === nameless(language) ? `{${figure}}` : `${label}${language === 'zh' ? '' : ': '}{${figure}}`;
  },
  subtitle: (statement, language) => {
    const figure = quotable(statement);
    return figure ? `{${figure}.period}` : plain(statement, language);
  },
};

/**
 * A chapter about one statement is called by it, and its title quotes it; one about none is a new chapter.
 * @param {{ id: string, at: number, languages: string[], statement: About, chart: object | null }} about `at`: its
 *   place among the chapters, from which it has its colour
 * @returns {Scene}
 */
export function newScene({ id, at, languages, statement, chart }) {
  const each = (/** @type {(language: string) => string} */ words) =>
    Object.fromEntries(languages.map((language) => [language, words(language)]));
  return {
    id,
    number: 0,
    name: each((language) => GENERATED.name(statement, language)),
    accent: HUES[at % HUES.length],
    title: each((language) => GENERATED.title(statement, language)),
    subtitle: each((language) => GENERATED.subtitle(statement, language)),
    narration: [],
    rows: chart ? [[chart]] : [],
  };
}

/**
 * A chapter whose first statement is another one now: words that are still the generated ones follow it, those that
 * somebody has typed stay.
 * @template {{ [member: string]: unknown }} Kind
 * @param {Kind} scene
 * @param {About} before
 * @param {About} after
 * @returns {Kind}
 */
export function following(scene, before, after) {
  if (before?.id === after?.id) return scene;
  const followed = /** @type {const} */ (['name', 'title', 'subtitle']).flatMap((member) => {
    const texts = scene[member];
    if (typeof texts !== 'object' || texts === null) return [];
    const words = GENERATED[member];
    const next = Object.entries(texts).map(([tag, text]) => {
      const language = tag.split('-')[0];
      return [tag, text === words(before, language) ? words(after, language) : text];
    });
    return [[member, Object.fromEntries(next)]];
  });
  return { ...scene, ...Object.fromEntries(followed) };
}
