// A story with nothing in it yet.
//
// **Invariant**: it has every file and member that the places of the editor write into, in the languages chosen.

import { print } from './json-text.js';

/** @import {StoryLang} from '../types.js' */

/** A title that its author has still to write. @type {Record<StoryLang, string>} */
export const UNTITLED = { zh: '未命名的故事', en: 'Untitled story', ru: 'История без названия' };

/** What stands under the title until its author writes something else. @type {Record<StoryLang, string>} */
const ABOUT = { zh: '数字和它们的来源', en: 'Numbers and their sources', ru: 'Числа и их источники' };
/** What readers are told of the numbers. @type {Record<StoryLang, string>} */
const NOTICE = {
  zh: '数字出自所列来源，“约”“超”“以上”等限定词照来源原文。',
  en: 'The numbers are from the sources listed; words such as “about” or “more than” are as in the source.',
  ru: 'Числа взяты из указанных источников; слова «около», «более» — как в источнике.',
};

/**
 * @param {StoryLang[]} languages the first is the story's own
 * @returns {[name: string, text: string][]}
 */
export function blankFiles(languages) {
  const each = (/** @type {Record<StoryLang, string>} */ texts) =>
    Object.fromEntries(languages.map((lang) => [lang, texts[lang]]));
  const story = {
    format: 2,
    languages,
    // the folder of its pages; a site has the story's own files in `story`
    id: 'graphic',
    version: '0.1.0',
    title: each(UNTITLED),
    subtitle: each(ABOUT),
    notice: each(NOTICE),
    sources: 'sources.json',
    units: {},
    figures: {},
    lists: {},
    series: {},
    scenes: [],
  };
  return [
    ['story.json', `${print(story, '', 1000)}\n`],
    ['sources.json', '{\n  "sources": {}\n}\n'],
    ['editor.json', `${print({ language: languages[0], taken: {} }, '', 1000)}\n`],
  ];
}
