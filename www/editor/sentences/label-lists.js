// The names of a list that has an amount each: A、B分别为X、Y, A and B were X and Y respectively.
//
// In: the text, the amounts in its order. Out: the name of each amount of such a list, '' where there are more names
// than amounts or fewer.
//
// **Invariant**: a name belongs to the amount at its own place in the list and to no other.

import { named as namedEn, trimmed as trimmedEn } from './label-en.js';
import { named as namedZh, trimmed as trimmedZh } from './label-zh.js';

/** @import { Recognised } from './types.js' */
/** @typedef {{ name: string, changes: boolean }} Named */

const CHANGES = ['growth', 'points', 'change', 'multiple'];
/** Between the amounts of a list. */
const BETWEEN = /^(?:\s*(?:、|，|,|和|与|及|以及|and|, and)\s*)$/;
/** What several names have in common stands behind the last: 城镇、农村居民收入. */
const SHARED = /(?:产业|居民|人口|企业|家庭|学生|地区)/;

/** @param {readonly string[]} names */
function withTail(names) {
  const last = names.at(-1) ?? '';
  const at = last.search(SHARED);
  if (at < 0) return names;
  const head = last.match(SHARED)?.[0] ?? '';
  const tail = last.slice(at);
  return names.map((name) => {
    if (name === last) return name;
    return name.endsWith(head) ? name + tail.slice(head.length) : name + (SHARED.test(name) ? '' : tail);
  });
}

/** The amounts from one on that stand side by side. @param {string} text @param {readonly Recognised[]} amounts
 * @param {number} from */
function run(text, amounts, from) {
  let to = from + 1;
  while (to < amounts.length && BETWEEN.test(text.slice(amounts[to - 1].end, amounts[to].start))) to++;
  return amounts.slice(from, to);
}

/** @param {string} text @param {readonly Recognised[]} amounts @param {readonly string[]} names @param {number} at
 * @param {Map<Recognised, Named>} all */
function give(text, amounts, names, at, all) {
  const listed = run(text, amounts, at);
  const fits = listed.length === names.length;
  for (const [i, amount] of listed.entries())
    all.set(amount, { name: fits ? names[i] : '', changes: CHANGES.includes(amount.measure ?? '') });
}

/** @param {string} text @param {readonly Recognised[]} amounts @param {Map<Recognised, Named>} all */
function listsZh(text, amounts, all) {
  /** @type {{ sentence: number, names: readonly string[] }} */
  let last = { sentence: -1, names: [] };
  for (const { index } of text.matchAll(/分别/g)) {
    const at = amounts.findIndex(({ start }) => start >= index);
    const first = amounts[at];
    if (!first || first.start - index > 12 || first.sentence[0] > index) continue;
    const clause =
      text
        .slice(first.sentence[0], index)
        .split(/[，；：,;:]/)
        .at(-1) ?? '';
    // years are no names
    if (/\d{4}年?[、和与及]\s*\d{4}年/.test(clause)) continue;
    const own = clause.split(/、|以及|和|与|及/).map(trimmedZh);
    const said = own.every((name) => name.length > 1) && own.length > 1;
    const names = said
      ? withTail(own).map(namedZh)
      : trimmedZh(clause) === '' && last.sentence === first.sentence[0]
        ? last.names
        : [];
    if (names.length === 0) continue;
    give(text, amounts, names, at, all);
    last = { sentence: first.sentence[0], names };
  }
}

/** @param {string} text @param {readonly Recognised[]} amounts @param {Map<Recognised, Named>} all */
function listsEn(text, amounts, all) {
  for (const { index } of text.matchAll(/\brespectively\b/gi)) {
    const behind = amounts.findLastIndex(({ end, sentence }) => end <= index && sentence[1] > index);
    if (behind < 0 || /\d|[;:]/.test(text.slice(amounts[behind].end, index))) continue;
    let at = behind;
    while (at > 0 && BETWEEN.test(text.slice(amounts[at - 1].end, amounts[at].start))) at--;
    const before = text
      .slice(amounts[at].sentence[0], amounts[at].start)
      .replace(/^(?:in|by|during)\b[^,]*\d{4},\s*/i, '');
    // in 2021 and 2022: the years are those of the amounts
    if (/\d{4} and \d{4}/.test(before)) continue;
    const names = trimmedEn(before)
      .split(/,\s*and\s+|,\s*|\s+and\s+/i)
      .map(trimmedEn);
    if (names.length < 2 || names.some((name) => !/[a-z]{3}/i.test(name))) continue;
    give(text, amounts, names.map(namedEn), at, all);
  }
}

/**
 * The names of the amounts that stand in such lists.
 * @param {string} text @param {readonly Recognised[]} amounts @param {string} language
 */
export function listedNames(text, amounts, language) {
  /** @type {Map<Recognised, Named>} */
  const all = new Map();
  (language.startsWith('zh') ? listsZh : listsEn)(text, amounts, all);
  return all;
}
