// The article that can be tried, and the stories that open as copies.
//
// **Invariant**: what is made up says so in its own words.

import karamay from 'stories:karamay';

/** @import {Author, EditorLang} from '../types.js' */

/** @type {Record<EditorLang, string>} */
export const ARTICLES = {
  zh: `一间阅览室的五年（示例文章，数字是编的）

示例年末，阅览室藏书1.2万册，比上年增长15%；读者300余人，其中儿童占40%。2016—2020年累计办活动超过2000场，参加的约1.8万人次。

朗读、修书、换书等活动不收费。阅览室每周开放50小时，九成读者住在步行15分钟以内的地方。

到2025年，计划新开分室3间以上，藏书达到2万册，每周开放时间不少于60小时。`,
  en: `A reading room (a sample article whose numbers are made up)

At the end of the example year the reading room had 12,000 books, 15% more than a year earlier, \
and more than 300 members; 40% of them are children. \
From 2016 to 2020 it held over 2,000 events with about 18,000 visits.

Reading aloud, mending and swapping books are free of charge. The room is open 50 hours a week.

By 2025 at least 3 more rooms are planned, with 20,000 books and no less than 60 hours a week.`,
};

/** @typedef {'karamay' | 'reading'} Example */

/** The example of `duoyuan new`, as the engine has it; its README is for who has no editor. @param {Author} engine */
const readingRoom = (engine) => engine.example(['zh', 'en']).filter(([name]) => name !== 'README.md');

/** @param {Example} name @param {Author} engine @returns {[string, string][]} */
export const exampleFiles = (name, engine) => (name === 'karamay' ? Object.entries(karamay) : readingRoom(engine));

/** How many chapters an example has. @param {Example} name @param {Author} engine */
export const chaptersOf = (name, engine) =>
  JSON.parse(new Map(exampleFiles(name, engine)).get('story.json') ?? '').scenes.length;
