// The unit that is typed for the open statement: one that is known, or a new one with the words that stand there.
//
// **Invariant**: a unit that was made of the letters so far goes when the next letter makes another.

import { languages } from '../document/session.js';
import { change, story } from '../document/story-document.js';
import { language } from '../words.js';
import { idOf } from './ids.js';
import { articleLanguage } from './now.js';
import { newUnit, unitId, unitPrefix } from './units.js';
import { WORDS } from './words.js';

/** @import { Change, Texts } from '../types.js' */
/** @import { Amount } from './types.js' */

/** The unit that typing has made last, and for which figure. */
let made = { figure: '', unit: '' };

/**
 * Where the words of a unit that the story does not have yet are kept until its statement is taken.
 * @param {Amount} amount @param {string | null} unit @param {Texts} words @returns {Change[]}
 */
function draftOf({ key }, unit, words) {
  const path = ['drafts', key];
  return [
    { file: 'editor.json', path: [...path, 'figure', 'unit'], value: unit },
    { file: 'editor.json', path: [...path, 'unit'], value: words },
  ];
}

/** @param {Amount} amount @param {string} typed */
export function setUnit(amount, typed) {
  const units = story.peek()?.units ?? {};
  const label = { label: WORDS[language.peek()].steps.edit, merge: `${amount.key}-unit` };
  const word = typed.trim();
  const known = word ? unitId(word, articleLanguage.peek(), { ...units, [made.unit]: undefined }) : '';
  const words = word && !known ? newUnit(word, articleLanguage.peek(), languages.peek()) : {};
  if (amount.state !== 'taken') return change(label, draftOf(amount, known || null, words));
  const { id } = amount;
  const stale = made.figure === id && made.unit in units && amount.figure.unit === made.unit ? made.unit : '';
  const { [stale]: _, ...others } = units;
  const fresh = word && !known ? idOf(unitPrefix(words), 'unit', Object.keys(others)) : '';
  /** @type {Change[]} */
  const changes = [{ file: 'story.json', path: ['figures', id, 'unit'], value: known || fresh || undefined }];
  if (stale && stale !== fresh) changes.unshift({ file: 'story.json', path: ['units', stale], value: undefined });
  if (fresh) changes.unshift({ file: 'story.json', path: ['units', fresh], value: words });
  made = { figure: id, unit: fresh };
  return change(label, changes);
}
