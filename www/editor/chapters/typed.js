// The amounts that somebody has typed into a chapter's texts instead of quoting a statement: digits, and parts of a
// whole that are told in words.
//
// **Invariant**: words that an editor has decided to leave as they are are none of them; no place is told twice.

import { author } from '../document/session.js';
import { change, editorState, story } from '../document/story-document.js';
import { language } from '../words.js';
import { typedNumbers } from './digits.js';
import { amountsInWords, withoutQuotations } from './in-words.js';
import { declaredNames } from './names.js';
import { WORDS } from './words.js';

/**
 * @import {StoryLang} from '../types.js'
 * @import {Typed} from './digits.js'
 * @typedef {Typed & { worth?: string }} Found `worth`: what its words are worth; none of digits
 */

/** What the engine has read in lines, by language and line. @type {Map<string, (Typed & { worth: string })[]>} */
const read = new Map();
const MOST = 500;

/** @param {string} line @param {StoryLang} lang */
function inWords(line, lang) {
  const engine = author.value;
  if (!engine || (lang !== 'zh' && lang !== 'en') || line.trim() === '') return [];
  const key = `${lang} ${line}`;
  const before = read.get(key);
  if (before) return before;
  if (read.size >= MOST) read.clear();
  const found = amountsInWords(engine.recognise(withoutQuotations(line), lang).candidates);
  read.set(key, found);
  return found;
}

/** The words that stay as they are. */
const plain = () => editorState.value.plain ?? [];

/**
 * In the order of the text.
 * @param {string} text
 * @param {StoryLang} lang
 * @returns {Found[]}
 */
export function typedIn(text, lang) {
  const left = plain();
  let at = 0;
  const words = text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return inWords(line, lang).map((found) => ({ ...found, from: start + found.from, to: start + found.to }));
  });
  const digits = typedNumbers(text, declaredNames(story.value));
  const free = words.filter(
    ({ from, to, text: said }) => !left.includes(said) && !digits.some((each) => each.from < to && from < each.to),
  );
  return [...digits, ...free].sort((a, b) => a.from - b.from);
}

/** Leaves words as they are, wherever the story says them. @param {string} said */
export const leaveWords = (said) =>
  change(WORDS[language.value].steps.plain, [
    { file: 'editor.json', path: ['plain'], value: [...new Set([...plain(), said])] },
  ]);

/** What the statements in words are worth, by their ids: a quarter is 25%. */
export function worthOfStatements() {
  const figures = Object.entries(story.value?.figures ?? {});
  return new Map(
    figures.flatMap(([id, { value, unit }]) => {
      const number = Math.abs(Number(Array.isArray(value) ? Number.NaN : value));
      return unit === 'percent' && Number.isFinite(number) ? [[id, `${number}%`]] : [];
    }),
  );
}
