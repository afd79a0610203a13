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
const NEW = { zh: '新的一章', en: 'New chapter', ru: 'Новая глава' };
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
 * A chapter about one statement, its title quotes it; about none it has only its name.
 * @param {object} about
 * @param {string} about.id
 * @param {number} about.at place among the chapters, from which it has its colour
 * @param {string[]} about.languages
 * @param {{ id: string, kind: string, label: (language: string) => string } | null} about.statement
 * @param {object | null} about.chart
 * @returns {Scene}
 */
export function newScene({ id, at, languages, statement, chart }) {
  const each = (/** @type {(language: string) => string} */ words) =>
    Object.fromEntries(languages.map((language) => [language, words(language)]));
  const name = (/** @type {string} */ language) => NEW[language] ?? NEW.en;
  const plain = (/** @type {string} */ language) => {
    const label = statement?.label(language) ?? '';
    return label && !/[\d０-９{}]/.test(label) ? label : name(language);
  };
  const figure = statement && statement.kind !== 'list' && statement.kind !== 'series' ? statement.id : '';
  const title = (/** @type {string} */ language) => {
    if (!figure) return plain(language);
    const label = plain(language);
    const space = language === 'zh' ? '' : ': ';
    return label === name(language) ? `{${figure}}` : `${label}${space}{${figure}}`;
  };
  return {
    id,
    number: 0,
    name: each(name),
    accent: HUES[at % HUES.length],
    title: each(title),
    subtitle: each((language) => (figure ? `{${figure}.period}` : plain(language))),
    narration: [],
    rows: chart ? [[chart]] : [],
  };
}
