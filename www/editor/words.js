// The language of the editor's own words, and how a place takes its words in it.
//
// **Invariant**: a place names every word in both languages; what is not there does not pass the type check.

import { signal } from '@preact/signals';
import { memorise, recall } from './remembered.js';

/** @import {EditorLang} from './types.js' */

const KEPT = 'duoyuan-editor-language';

/** @returns {EditorLang} */
function first() {
  const asked = new URLSearchParams(location.search).get('lang') ?? recall(KEPT) ?? navigator.language;
  return asked.startsWith('zh') ? 'zh' : 'en';
}

/** The language of the interface. */
export const language = signal(first());

/** @param {EditorLang} lang */
export function speak(lang) {
  language.value = lang;
  document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : 'en';
  memorise(KEPT, lang);
}
speak(language.value);

/**
 * The words of a place in the language of the interface; a component that calls it is drawn again when that changes.
 * @template W
 * @param {{ zh: W, en: W }} words
 * @returns {W}
 */
export const useWords = (words) => words[language.value];

/**
 * A text that is there in both languages, as the engine's messages are.
 * @param {{ zh: string, en: string } | undefined | null} both
 */
export const said = (both) => (both ? both[language.value] : '');

/**
 * The same without the ids that it names for whoever writes files: “吞吐量”（figure-5）.
 * @param {{ zh: string, en: string } | undefined | null} both
 */
export const saidPlainly = (both) => said(both).replace(/（[\w@.-]+）| \([\w@.-]+\)/g, '');

/**
 * A text of the story in the language of the interface, or in the first that it has.
 * @param {Partial<Record<string, string>> | undefined} texts
 */
export function told(texts) {
  const all = Object.entries(texts ?? {});
  const own = all.find(([tag, text]) => tag.split('-')[0] === language.value && text);
  return (own ?? all.find(([, text]) => text))?.[1] ?? '';
}

/**
 * Puts values into a sentence: `fill('{n:chapter|chapters} in {place}', { n: 3, place })` is “3 chapters in …”.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export const fill = (sentence, values) =>
  sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name, one, more) => {
    const value = values[name];
    if (value === undefined) return whole;
    return one === undefined ? `${value}` : `${value} ${value === 1 ? one : more}`;
  });
