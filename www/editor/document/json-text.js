// Changes of a JSON text that leave every other character as its author wrote it.
//
// **Invariant**: outside the value that is put in, replaced or taken out, and the comma and space that belong to it,
// no character of the text changes.

import { insideOf, nodeAt, rootOf } from './json-walk.js';

/**
 * @import {Node} from './json-walk.js'
 * @import {JsonPath} from '../types.js'
 */

const INDENT = '  ';
/** Characters: a longer value goes over several lines. */
const LONGEST = 100;

/**
 * A value as this project's files have it: on one line where that is short enough.
 * @param {unknown} value
 * @param {string} indent of the line on which it begins
 * @param {number} [before] characters that stand before it on that line
 * @returns {string}
 */
export function print(value, indent = '', before = indent.length) {
  const line = oneLine(value);
  if (before + line.length <= LONGEST || value === null || typeof value !== 'object') return line;
  const deeper = indent + INDENT;
  if (Array.isArray(value)) {
    const items = value.map((item) => deeper + print(item, deeper));
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const lines = members.map(([name, member]) => {
    const key = `${deeper}${JSON.stringify(name)}: `;
    return key + print(member, deeper, key.length);
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`).join(', ')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * The text with one change; see `Change` for `value` and `insert`. Objects and arrays on the way that are not there are
 * made. A text that is no JSON is an error.
 * @param {string} text
 * @param {JsonPath} path
 * @param {unknown} value
 * @param {boolean} [insert]
 * @returns {string}
 */
export function changed(text, path, value, insert = false) {
  const windows = text.includes('\r\n') && !/(?<!\r)\n/.test(text);
  if (windows) return changed(text.replaceAll('\r\n', '\n'), path, value, insert).replaceAll('\n', '\r\n');
  const root = rootOf(text);
  if (path.length === 0) return value === undefined ? text : replaced(text, root, value);
  const there = insert ? undefined : nodeAt(text, root, path);
  if (value === undefined) return there ? removed(text, there) : text;
  if (there) return replaced(text, there, value);
  let depth = path.length - 1;
  let parent = nodeAt(text, root, path.slice(0, depth));
  while (!parent && depth > 0) {
    depth -= 1;
    parent = nodeAt(text, root, path.slice(0, depth));
  }
  if (!parent) return text;
  // What is not there yet on the way down is made with the value.
  let made = value;
  for (const key of path.slice(depth + 1).reverse()) made = typeof key === 'number' ? [made] : { [key]: made };
  if (parent.type !== 'object' && parent.type !== 'array') {
    return replaced(text, parent, typeof path[depth] === 'number' ? [made] : { [path[depth]]: made });
  }
  return added(text, parent, path[depth], made, insert && depth === path.length - 1);
}

/** The white space at the beginning of the line where `offset` is.
 * @param {string} text
 * @param {number} offset */
function indentAt(text, offset) {
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(begin, offset))?.[0] ?? '';
}

/** @param {string} text @param {number} offset */
const columnOf = (text, offset) => offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** @param {string} text @param {Node} node @param {unknown} value */
function replaced(text, node, value) {
  const own = text.slice(node.offset, node.offset + node.length);
  // A value that went over several lines is not pressed into one.
  const wide = own.includes('\n') ? LONGEST : columnOf(text, node.offset);
  return spliced(text, node.offset, node.length, print(value, indentAt(text, node.offset), wide));
}

/** @param {string} text @param {number} offset @param {number} length @param {string} put */
const spliced = (text, offset, length, put) => text.slice(0, offset) + put + text.slice(offset + length);

/**
 * @param {string} text
 * @param {Node} node a value; of a property its value
 */
function removed(text, node) {
  const item = node.parent?.type === 'property' ? node.parent : node;
  const holder = item.parent;
  if (!holder) return text;
  const all = insideOf(text, holder);
  const at = all.indexOf(item);
  const end = item.offset + item.length;
  if (at > 0) {
    const last = all[at - 1];
    return spliced(text, last.offset + last.length, end - last.offset - last.length, '');
  }
  if (all.length > 1) return spliced(text, item.offset, all[1].offset - item.offset, '');
  const inner = holder.offset + 1;
  return spliced(text, inner, holder.offset + holder.length - 1 - inner, '');
}

/**
 * @param {string} text
 * @param {Node} holder an object or an array
 * @param {string | number} key
 * @param {unknown} value
 * @param {boolean} insert
 */
function added(text, holder, key, value, insert) {
  const all = insideOf(text, holder);
  const name = holder.type === 'object' ? `${JSON.stringify(`${key}`)}: ` : '';
  const wanted = holder.type === 'array' && typeof key === 'number' && insert && key >= 0 ? key : all.length;
  const at = Math.min(wanted, all.length);
  const outer = indentAt(text, holder.offset);
  if (all.length === 0) {
    const line = `${name}${print(value, outer, 0)}`;
    const short = columnOf(text, holder.offset) + line.length + 2 <= LONGEST && !line.includes('\n');
    const inner = outer + INDENT;
    const put = short && outer ? line : `\n${inner}${name}${print(value, inner, inner.length + name.length)}\n${outer}`;
    return spliced(text, holder.offset + 1, holder.length - 2, put);
  }
  const lines = text.slice(holder.offset, all[0].offset).includes('\n');
  const indent = lines ? indentAt(text, all[0].offset) : outer;
  const put = name + print(value, indent, lines ? indent.length + name.length : 0);
  const between = lines ? `,\n${indent}` : ', ';
  if (at < all.length) return spliced(text, all[at].offset, 0, put + between);
  const last = all[all.length - 1];
  return spliced(text, last.offset + last.length, 0, between + put);
}
