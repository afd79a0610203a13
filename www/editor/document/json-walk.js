// The way down a path of a JSON text: the objects and arrays on it with what stands in them, and nothing of what stands
// beside it. A change of one value need not read a whole story into a tree.
//
// **Invariant**: of a text that JSON.parse takes, every place is that of the value itself, without the space around it.

/**
 * A value, or a property of an object, at its place in the text. `children`: of an object its properties, of a property
 * its name and its value, of an array its items; null where nobody has looked inside.
 * @typedef {object} Node
 * @property {'object' | 'array' | 'property' | 'value'} type
 * @property {number} offset
 * @property {number} length
 * @property {Node | null} parent
 * @property {Node[] | null} children
 * @property {string} [key] of a property
 */

const SPACE = /[ \t\r\n]*/y;
const WORD = /[^\s,\]}]+/y;

/** @param {RegExp} rule sticky @param {string} text @param {number} at */
function past(rule, text, at) {
  rule.lastIndex = at;
  return rule.test(text) ? rule.lastIndex : at;
}

/** @param {string} text @param {number} at */
const afterSpace = (text, at) => past(SPACE, text, at);

const [QUOTE, BACKSLASH, OPEN, CLOSE, BEGIN, END] = [...'"\\{}[]'].map((mark) => mark.charCodeAt(0));

/** The end of a string that begins here. @param {string} text @param {number} at */
function endOfString(text, at) {
  for (let i = at + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === QUOTE) return i + 1;
  }
  throw new SyntaxError('JSON ends too early');
}

/** The end of a value that begins here. @param {string} text @param {number} at */
function endOf(text, at) {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return endOfString(text, at);
  if (first !== OPEN && first !== BEGIN) return past(WORD, text, at);
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i) - 1;
    else if (code === OPEN || code === BEGIN) depth += 1;
    else if (code === CLOSE || code === END) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  throw new SyntaxError('JSON ends too early');
}

/** @param {string} text @param {number} at @param {Node | null} parent @returns {Node} */
function valueAt(text, at, parent) {
  const length = endOf(text, at) - at;
  if (length <= 0) throw new SyntaxError(`no JSON value at ${at}`);
  const type = text[at] === '{' ? 'object' : text[at] === '[' ? 'array' : 'value';
  return { type, offset: at, length, parent, children: null };
}

/** What stands in an object or array; it is looked into once. @param {string} text @param {Node} node */
export function insideOf(text, node) {
  if (node.children) return node.children;
  node.children = [];
  const end = node.offset + node.length - 1;
  for (let at = afterSpace(text, node.offset + 1); at < end; ) {
    const item = node.type === 'object' ? propertyAt(text, at, node) : valueAt(text, at, node);
    node.children.push(item);
    at = afterSpace(text, item.offset + item.length);
    if (text[at] === ',') at = afterSpace(text, at + 1);
    else if (at < end) throw new SyntaxError(`no comma at ${at}`);
  }
  return node.children;
}

/** @param {string} text @param {number} at @param {Node} parent @returns {Node} */
function propertyAt(text, at, parent) {
  const end = text.charCodeAt(at) === QUOTE ? endOfString(text, at) : at;
  const colon = afterSpace(text, end);
  if (end === at || text[colon] !== ':') throw new SyntaxError(`no member at ${at}`);
  /** @type {Node} */
  const property = {
    type: 'property',
    offset: at,
    length: 0,
    parent,
    children: null,
    key: JSON.parse(text.slice(at, end)),
  };
  const value = valueAt(text, afterSpace(text, colon + 1), property);
  property.children = [value];
  property.length = value.offset + value.length - at;
  return property;
}

/** The value of a whole text. @param {string} text */
export const rootOf = (text) => valueAt(text, afterSpace(text, 0), null);

/**
 * The value that a path leads to; of members of one name the last, as JSON.parse takes it.
 * @param {string} text
 * @param {Node} root
 * @param {readonly (string | number)[]} path
 */
export function nodeAt(text, root, path) {
  /** @type {Node | undefined} */
  let node = root;
  for (const key of path) {
    if (!node || node.type === 'value') return undefined;
    const all = insideOf(text, node);
    if (node.type === 'array') node = typeof key === 'number' ? all[key] : undefined;
    else node = all.findLast((property) => property.key === key)?.children?.[0];
  }
  return node;
}
