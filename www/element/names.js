// What an address may name: chapters, figures, stories. One rule for the frame, links and messages; it takes every id
// that the check takes (src/input/id.rs, is_id) and every path that stays below a folder.

import { LONGEST_TEXT } from '../ui/shared.js';

const ID = new RegExp(`^[\\w\uff10-\uff19\u4e00-\u9fff-]{1,${LONGEST_TEXT}}$`);
const OUTWARD = /^\/|\/\/|[\\:\p{Cc}]|(?:^|\/)\.\.(?:\/|$)/u;
const LONE_PERCENT = /%(?![\da-f]{2})/gi;

/**
 * An id of a chapter, a figure or a frame: letters, digits, Chinese, - and _.
 * @param {unknown} text
 * @returns {text is string}
 */
export const isId = (text) => typeof text === 'string' && ID.test(text);

/**
 * Text without its percent codes; a percent sign that begins no code stands for itself. Null where the codes are no
 * UTF-8.
 * @param {string} text
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text.replace(LONE_PERCENT, '%25'));
  } catch {
    return null;
  }
}

/**
 * Whether a path stays below its folder however often it is decoded on the way: no scheme, no "..", no backslash, no
 * slash in front.
 * @param {string} path
 * @returns {boolean}
 */
function staysBelow(path) {
  if (OUTWARD.test(path)) return false;
  const plain = decoded(path);
  return plain !== null && (plain === path || staysBelow(plain));
}

/**
 * The path of a story's file below the address `folder`, as an address relative to it; null where it could be anything
 * else. A path has no query and no hash, so that such signs belong to a name.
 * @param {URL} folder
 * @param {string | null} path
 */
export function pathBelow(folder, path) {
  if (typeof path !== 'string' || path === '' || path.length > LONGEST_TEXT || !staysBelow(path)) return null;
  const plain = path.replace(LONE_PERCENT, '%25').replace(/[?#]/g, encodeURIComponent);
  const below = new URL('.', folder);
  const address = new URL(plain, below);
  return address.origin === below.origin && address.pathname.startsWith(below.pathname) ? plain : null;
}
