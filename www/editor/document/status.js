// What a statement is that is no result: a goal, a preliminary number. A list of statements says so beside each.
//
// **Invariant**: a word that the printed phrase has already is not said a second time.

import { statusName } from './session.js';

/** @import {Statement} from '../types.js' */

/**
 * The word for a statement that is no result; '' where it is one, or where its phrase says so.
 * @param {Pick<Statement, 'phrase' | 'status' | 'statusWord'>} statement
 */
export function statusWord({ phrase, status, statusWord: told }) {
  const word = told || statusName(status);
  return word && phrase.toLowerCase().includes(word.toLowerCase()) ? '' : word;
}
