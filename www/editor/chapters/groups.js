// The statements beside a chapter: those of the chart, those that the chapter says elsewhere, those of the same
// paragraphs, and all the others by paragraph.
//
// **Invariant**: every statement is in exactly one group; points of a series stand under their series, unless one is
// drawn or quoted by itself.

/**
 * A statement as it is offered: a figure, a list, a point by itself, or a whole series.
 * @typedef {object} Entry
 * @property {string} id
 * @property {'figure' | 'list' | 'point' | 'series'} kind
 * @property {string} phrase
 * @property {string} label
 * @property {string} status what it is called that is no result: goal, preliminary
 * @property {string} about what it measures and when
 * @property {string} paragraph
 * @property {string} [period]
 */
/** @import {Statement} from '../types.js' */

/**
 * @param {readonly Statement[]} statements
 * @param {{ measure: (id: string) => string, status: (statement: Statement) => string, list: string }} words
 * @returns {Entry[]}
 */
export const entriesOf = (statements, { measure, status, list }) =>
  statements.map((statement) =>
    entryOf(statement, status(statement), statement.kind === 'list' ? list : measure(statement.measure)),
  );

/** @param {Statement} statement @param {string} status @param {string} what @returns {Entry} */
const entryOf = ({ id, kind, label, phrase, period, paragraph }, status, what) => ({
  id,
  kind,
  phrase: kind === 'list' || kind === 'series' ? '' : phrase,
  label,
  status,
  about: [what, period].filter(Boolean).join(' · '),
  paragraph: paragraph === null ? '' : `${paragraph}`,
  period,
});

/** @param {string} paragraph */
const order = (paragraph) => Number(/\d+/.exec(paragraph)?.[0] ?? Infinity);

/**
 * @param {readonly Entry[]} entries
 * @param {{ drawn: readonly string[], elsewhere: readonly string[] }} chapter
 */
export function groupsOf(entries, { drawn, elsewhere }) {
  const by = new Map(entries.map((entry) => [entry.id, entry]));
  const pick = (/** @type {readonly string[]} */ ids) => ids.flatMap((id) => by.get(id) ?? []);
  const own = pick(drawn);
  const also = pick(elsewhere.filter((id) => !drawn.includes(id)));
  const taken = new Set([...own, ...also].map(({ id }) => id));
  const paragraphs = new Set([...own, ...also].map(({ paragraph }) => paragraph).filter(Boolean));
  const free = entries.filter(({ id, kind }) => !taken.has(id) && kind !== 'point');
  const near = free.filter(({ paragraph }) => paragraphs.has(paragraph));
  const far = free.filter(({ paragraph }) => !paragraphs.has(paragraph));
  const sorted = (/** @type {Entry[]} */ all) => [...all].sort((a, b) => order(a.paragraph) - order(b.paragraph));
  return { own, also, near: sorted(near), far: sorted(far) };
}
