// A story with nothing in it yet.
//
// **Invariant**: it has every file and member that the places of the editor write into, in the languages chosen.

import { print } from './json-text.js';

/** @import {StoryLang} from '../types.js' */

/** @type {Record<StoryLang, string>} */
const UNTITLED = { zh: '未命名的故事', en: 'Untitled story', ru: 'История без названия' };

/**
 * @param {StoryLang[]} languages the first is the story's own
 * @returns {[name: string, text: string][]}
 */
export function blankFiles(languages) {
  const title = Object.fromEntries(languages.map((lang) => [lang, UNTITLED[lang]]));
  const story = {
    format: 2,
    languages,
    id: 'story',
    version: '0.1.0',
    title,
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
