// The smallest changes that make one JSON value into another, so that what an edit does not touch stays as its author
// wrote it.
//
// **Invariant**: made one after the other, they turn the first value into the second.

/** @import {Change, JsonPath} from '../types.js' */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} a @param {unknown} b @returns {boolean} */
export function equal(a, b) {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const [own, other] = [Object.keys(a), Object.keys(b)];
  return own.length === other.length && own.every((name) => name in b && equal(a[name], b[name]));
}

/** The ids of items that each have their own; null where they have not. @param {unknown[]} items */
function idsOf(items) {
  const ids = items.map((item) => (isObject(item) && typeof item.id === 'string' ? item.id : null));
  return ids.every((id) => id !== null) && new Set(ids).size === ids.length ? ids : null;
}

/**
 * @param {JsonPath} path
 * @param {unknown} before
 * @param {unknown} after undefined: it is taken away
 * @param {string} [file]
 * @returns {Change[]}
 */
export function changesBetween(path, before, after, file = 'story.json') {
  if (equal(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changesBetween([...path, name], before[name], after[name], file));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    const [own, other] = [idsOf(before), idsOf(after)];
    return own && other ? ofItems(path, before, after, file) : ofArray(path, before, after, file);
  }
  return [{ file, path, value: after }];
}

/**
 * Arrays of what has no ids: what is alike at both ends stays.
 * @param {JsonPath} path
 * @param {unknown[]} before
 * @param {unknown[]} after
 * @param {string} file
 */
function ofArray(path, before, after, file) {
  const least = Math.min(before.length, after.length);
  let first = 0;
  while (first < least && equal(before[first], after[first])) first += 1;
  let last = 0;
  while (last < least - first && equal(before.at(-1 - last), after.at(-1 - last))) last += 1;
  const [old, fresh] = [before.slice(first, before.length - last), after.slice(first, after.length - last)];
  const both = Math.min(old.length, fresh.length);
  return [
    ...fresh.slice(0, both).flatMap((item, i) => changesBetween([...path, first + i], old[i], item, file)),
    ...old.slice(both).map(() => ({ file, path: [...path, first + both], value: undefined })),
    ...fresh.slice(both).map((value, i) => ({ file, path: [...path, first + both + i], value, insert: true })),
  ];
}

/**
 * Arrays of what has ids: an item that moves is taken out and put in.
 * @param {JsonPath} path
 * @param {unknown[]} before
 * @param {unknown[]} after
 * @param {string} file
 */
function ofItems(path, before, after, file) {
  /** @type {Change[]} */
  const all = [];
  const old = new Map(before.map((item) => [/** @type {{ id: string }} */ (item).id, item]));
  const order = [...old.keys()];
  const wanted = after.map((item) => /** @type {{ id: string }} */ (item).id);
  const out = (/** @type {number} */ at) => {
    all.push({ file, path: [...path, at], value: undefined });
    order.splice(at, 1);
  };
  for (let at = order.length - 1; at >= 0; at -= 1) if (!wanted.includes(order[at])) out(at);
  for (const [at, id] of wanted.entries()) {
    if (order[at] !== id && order[at + 1] === id) out(at);
    if (order[at] === id) {
      all.push(...changesBetween([...path, at], old.get(id), after[at], file));
      continue;
    }
    const there = order.indexOf(id);
    if (there >= 0) out(there);
    all.push({ file, path: [...path, at], value: after[at], insert: true });
    order.splice(at, 0, id);
  }
  return all;
}
