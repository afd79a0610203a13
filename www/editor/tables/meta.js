// What a column of values becomes in story.json: a series with label, unit, measure, definition and scope.
//
// In: what was guessed of the column, the story. Out: a new series, and a unit where the story has none such.

import { idOf } from '../sentences/ids.js';
import { newUnit, unitId, unitPrefix } from '../sentences/units.js';
import { inLanguage, memberOf } from '../sentences/words-of.js';

/** @import { Change, StoryJson, Texts } from '../types.js' */
/** @import { Guessed } from './types.js' */

/** A label has no digits but years. @param {string} header */
const named = (header) =>
  header
    .replaceAll(/[（(][^）)]*[）)]/g, '')
    .replaceAll(/[①-⑳⁰¹²³⁴-⁹*†‡]+$/g, '')
    .trim();

/** What a header says that its numbers are compared with. @type {[header: RegExp, base: Texts][]} */
const BASES = [
  [/同比|year[- ]on[- ]year|\byoy\b/i, { zh: '上年同期', en: 'a year earlier', ru: 'тот же период годом ранее' }],
  [/环比/, { zh: '上一期', en: 'the period before', ru: 'предыдущий период' }],
];

/** @param {Guessed} guessed @param {readonly string[]} languages @returns {Texts | undefined} */
function baseOf(guessed, languages) {
  const base = BASES.find(([header]) => guessed.measure === 'growth' && header.test(guessed.label))?.[1];
  return base && Object.fromEntries(languages.map(memberOf).map((of) => [of, inLanguage(base, of)]));
}

/**
 * @param {Guessed} guessed @param {StoryJson | null} story @param {string} language of the header
 * @param {readonly string[]} languages @param {string} name of the table, for a column without header
 * @returns {{ id: string, changes: Change[] }}
 */
export function newSeries(guessed, story, language, languages, name) {
  const of = memberOf(language);
  const label = named(guessed.label) || name;
  const taken = ['series', 'figures', 'lists'].flatMap((group) =>
    Object.keys(/** @type {object} */ (story?.[group] ?? {})),
  );
  const id = idOf(label, 'table', taken);
  /** @type {Change[]} */
  const changes = [];
  const word = guessed.unit;
  let unit = word ? unitId(word, language, story?.units) : '';
  if (word && !unit) {
    const words = newUnit(word, language, languages);
    unit = idOf(unitPrefix(words), 'unit', Object.keys(story?.units ?? {}));
    changes.push({ file: 'story.json', path: ['units', unit], value: words });
  }
  const text = label ? { [of]: label } : {};
  const base = baseOf(guessed, languages);
  const value = {
    label: text,
    ...(unit ? { unit } : {}),
    measure: guessed.measure || 'level',
    ...(guessed.power ? { format: guessed.power } : {}),
    ...(base ? { base } : {}),
    definition: text,
    scope: {},
    file: `series/${id}.csv`,
  };
  changes.push({ file: 'story.json', path: ['series', id], value });
  return { id, changes };
}

/**
 * The id of the source that a cell names: by its id, its publisher or its title.
 * @param {string} name @param {Record<string, { publisher?: Texts, title?: Texts }>} sources
 */
export function sourceNamed(name, sources) {
  const plain = name
    .replace(/[①-⑳⁰¹²³⁴-⁹*†‡]+$/, '')
    .replaceAll(/[《》“”"]/g, '')
    .trim();
  if (plain in sources) return plain;
  const said = (/** @type {Texts | undefined} */ text) =>
    ['zh', 'en', 'ru'].some((of) => inLanguage(text, of).replaceAll(/[《》“”"]/g, '') === plain);
  return Object.entries(sources).find(([, { publisher, title }]) => said(publisher) || said(title))?.[0] ?? '';
}
