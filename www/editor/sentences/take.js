// What taking an amount writes: a figure with its source, a unit and a whole where the story has none such, and the
// mark that it is taken.
//
// In: an amount, the story and its sources. Out: changes of the files, to be made as one step.
// **Invariant**: a number is written with the digits of the article; no id is asked for.

import { idOf, numbered, slug } from './ids.js';
import { unitPrefix } from './units.js';
import { inLanguage, membersOf } from './words-of.js';

/** @import { Change, SourceJson, StoryJson } from '../types.js' */
/** @import { Amount, Figure, Whole } from './types.js' */
/** @typedef {{ story: StoryJson | null, languages: readonly string[], source: string }} Into */

const ORDER =
  'label value unit measure status bound form printed of name format period base deadline denominator part_of'.split(
    ' ',
  );
/** Stands for a number in a change until its literal takes its place. */
const literalOf = (/** @type {string} */ digits) => `⟦${digits}⟧`;

/** Numbers with the zeros that are printed. @param {string} text */
export const withLiterals = (text) => text.replaceAll(/"⟦(-?[\d.]+)⟧"/g, '$1');

/** Every id that a figure, list or series has. @param {StoryJson | null} story */
const idsOf = (story) =>
  ['figures', 'lists', 'series', 'names', 'milestones'].flatMap((group) =>
    Object.keys(/** @type {object} */ (story?.[group] ?? {})),
  );

/** @param {Amount['figure']['label']} label @param {StoryJson | null} story @param {string} kind */
export function idFor(label, story, kind = 'figure') {
  return idOf(inLanguage(label, 'en'), kind, idsOf(story));
}

/** The texts of a whole without its id. @param {Whole} whole */
const wordsOf = ({ id: _, stated: __, ...words }) => words;

/**
 * The id of a whole: that of the figure or of another whole with the same words, or a new one.
 * @param {Whole} whole @param {StoryJson | null} story
 */
export function wholeId(whole, story) {
  if (whole.id) return whole.id;
  const own = Object.entries(wordsOf(whole));
  const same = (/** @type {unknown} */ text) =>
    own.length > 0 && own.every(([of, word]) => inLanguage(text, of) === word);
  const figures = /** @type {[string, Figure][]} */ (Object.entries(story?.figures ?? {}));
  const wholes = figures
    .map(([, { denominator }]) => denominator)
    .concat(/** @type {Whole[]} */ (Object.values(story?.series ?? {}).map(({ denominator }) => denominator)));
  const figure = figures.find(([, { label }]) => same(label))?.[0];
  const known = figure ?? wholes.find((other) => other && same(other))?.id;
  return (
    known ??
    (slug(inLanguage(whole, 'en')) ||
      numbered(
        'whole',
        wholes.map((other) => other?.id ?? ''),
      ))
  );
}

/** A text without empty languages. @param {object} text */
const filled = (text) => Object.fromEntries(Object.entries(text).filter(([, word]) => word !== ''));

/**
 * The figure as it is written, and the unit that it brings with it.
 * @param {Amount} amount @param {Into} into
 */
function written({ figure, paragraph, unit, exact }, { story, source }) {
  /** @type {Record<string, unknown>} */
  const out = {};
  for (const member of ORDER) {
    const value = figure[member];
    if (value !== undefined && value !== null)
      out[member] = typeof value === 'object' && !Array.isArray(value) ? filled(value) : value;
  }
  for (const member of ['base', 'deadline', 'denominator']) {
    if (out[member] && Object.keys(/** @type {object} */ (out[member])).length === 0) delete out[member];
  }
  if (out.bound === 'exact' || Array.isArray(out.value)) delete out.bound;
  if (exact && typeof figure.value === 'number' && Number(exact) === figure.value) out.value = literalOf(exact);
  const whole = figure.denominator;
  if (whole) {
    const id = wholeId(whole, story);
    out.denominator = { id, ...filled(whole) };
    if (figure.part_of !== undefined) out.part_of = id;
  }
  const words = filled(unit);
  const brought = !figure.unit && figure.measure !== 'rank' && Object.keys(words).length > 0;
  const unitId = brought ? idOf(unitPrefix(words), 'unit', Object.keys(story?.units ?? {})) : '';
  if (brought) out.unit = unitId;
  // the unit stands behind the value
  const { label, value, ...rest } = out;
  const { unit: own, ...others } = rest;
  const all = { label, value, ...(own ? { unit: own } : {}), ...others, source: { id: source, paragraph } };
  return { figure: all, units: brought ? { [unitId]: words } : {} };
}

/**
 * The changes that take an amount.
 * @param {Amount} amount @param {Into} into @returns {{ id: string, changes: Change[] }}
 */
export function taking(amount, into) {
  const id = idFor(amount.figure.label, into.story);
  const { figure, units } = written(amount, into);
  /** @type {Change[]} */
  const changes = Object.entries(units).map(([unit, words]) => ({
    file: 'story.json',
    path: ['units', unit],
    value: words,
  }));
  changes.push({ file: 'story.json', path: ['figures', id], value: figure });
  changes.push({ file: 'editor.json', path: ['taken', amount.key], value: { state: 'taken', figure: id } });
  changes.push({ file: 'editor.json', path: ['drafts', amount.key], value: undefined });
  return { id, changes };
}

/**
 * The changes that make a name of it: it is no quantity.
 * @param {Amount} amount @param {Into} into @returns {{ id: string, changes: Change[] }}
 */
export function naming(amount, into) {
  const id = idFor(amount.name, into.story, 'name');
  const value = { text: filled(amount.name), source: { id: into.source, paragraph: amount.paragraph } };
  return {
    id,
    changes: [
      { file: 'story.json', path: ['names', id], value },
      { file: 'editor.json', path: ['taken', amount.key], value: { state: 'name', figure: id } },
      { file: 'editor.json', path: ['drafts', amount.key], value: undefined },
    ],
  };
}

/**
 * The changes that undecide: a figure or name that it has become goes with it.
 * @param {Amount} amount @returns {Change[]}
 */
export function releasing({ key, id, state }) {
  /** @type {Change[]} */
  const changes = [{ file: 'editor.json', path: ['taken', key], value: undefined }];
  if (id) changes.unshift({ file: 'story.json', path: [state === 'name' ? 'names' : 'figures', id], value: undefined });
  return changes;
}

/**
 * A source that has only been named yet.
 * @param {{ publisher: object, title?: object, date?: string, kind?: string }} told
 * @param {readonly string[]} languages
 * @returns {SourceJson}
 */
export function newSource({ publisher, title = {}, date = '', kind = 'article' }, languages) {
  const named = filled(title);
  const family =
    slug(inLanguage(publisher, 'en')) ||
    membersOf(languages)
      .map((of) => inLanguage(publisher, of))
      .find(Boolean) ||
    'article';
  return {
    publisher: filled(publisher),
    ...(Object.keys(named).length > 0 ? { title: named } : {}),
    date: date.trim() || null,
    confidence: 'medium',
    family,
    kind,
  };
}
