// The article that can be tried, and the stories that open as copies.
//
// **Invariant**: what is made up says so in its own words.

import karamay from 'stories:karamay';
import room from 'stories:new';
import { print } from '../document/json-text.js';

/** @import {EditorLang, StoryLang} from '../types.js' */

/** @type {Record<EditorLang, string>} */
export const ARTICLES = {
  zh: `一间阅览室的五年（示例文章，数字是编的）

示例年末，阅览室藏书1.2万册，比上年增长15%；读者300余人，其中儿童占40%。2016—2020年累计办活动超过2000场，参加的约1.8万人次。

朗读、修书、换书等活动不收费。阅览室每周开放50小时，九成读者住在步行15分钟以内的地方。

到2025年，计划新开分室3间以上，藏书达到2万册，每周开放时间不少于60小时。`,
  en: `A reading room (a sample article whose numbers are made up)

At the end of the example year the reading room had 12,000 books, 15% more than a year earlier, and more than 300 members; 40% of them are children. From 2016 to 2020 it held over 2,000 events with about 18,000 visits.

Reading aloud, mending and swapping books are free of charge. The room is open 50 hours a week.

By 2025 at least 3 more rooms are planned, with 20,000 books and no less than 60 hours a week.`,
};

/** Texts with the words of these languages alone. @param {any} value @param {StoryLang[]} languages @returns {any} */
function kept(value, languages) {
  if (Array.isArray(value)) return value.map((item) => kept(item, languages));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const other = entries.filter(
    ([name]) => !(['zh', 'en', 'ru'].includes(name) && !languages.includes(/** @type {StoryLang} */ (name))),
  );
  // The word as the source prints it is in one language.
  const inOne = (/** @type {any} */ member) => (typeof member === 'object' ? member[languages[0]] : member);
  return Object.fromEntries(
    other.map(([name, member]) => [name, name === 'printed' ? inOne(member) : kept(member, languages)]),
  );
}

/** The small example of `duoyuan new`. @param {StoryLang[]} languages @returns {[string, string][]} */
function readingRoom(languages) {
  const { format, ...story } = JSON.parse(room['story.json']);
  delete story.$schema;
  const written = kept({ format, languages, ...story }, languages);
  const about = 'about';
  const series = languages[0] === 'zh' ? room['series/books.csv'] : room['series/plain.csv'].replace('ABOUT', about);
  return [
    ['story.json', `${print(written)}\n`],
    ['sources.json', `${print(kept(JSON.parse(room['sources.json']), languages))}\n`],
    ['series/books.csv', series],
  ];
}

/** @typedef {'karamay' | 'reading'} Example */

/** @param {Example} name @returns {[string, string][]} */
export const exampleFiles = (name) => (name === 'karamay' ? Object.entries(karamay) : readingRoom(['zh', 'en']));

/** How many chapters an example has. @param {Example} name */
export const chaptersOf = (name) => JSON.parse((name === 'karamay' ? karamay : room)['story.json']).scenes.length;
