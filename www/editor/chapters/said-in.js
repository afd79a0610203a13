// Which statements a chapter draws, and which its texts quote.
//
// **Invariant**: an id is told once, what is drawn before what is only quoted.

import { quoted } from '../document/quotes.js';
import { idsIn } from './rows.js';

/** @typedef {{ rows?: unknown, narration?: unknown, [member: string]: unknown }} Scene */

/** Every text of an object or a list of objects. @param {unknown} value @returns {string[]} */
function textsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What the texts of a chapter quote, in any language. @param {Scene} scene */
export const quotedIn = ({ title, subtitle, note, narration }) => [
  ...new Set([title, subtitle, note, narration].flatMap(textsIn).flatMap(quoted)),
];

/** What a chapter says in any way. @param {Scene} scene @param {(id: string) => boolean} known */
export const saidIn = (scene, known) => [...new Set([...idsIn(scene.rows, known), ...quotedIn(scene).filter(known)])];
