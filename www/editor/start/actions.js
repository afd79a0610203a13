// What the place "start" does: another story begins, from an article, nothing, an example, a folder or a zip.
//
// **Invariant**: the story that was open stays in this browser; opening changes no file.

import { resume } from '../document/autosave.js';
import { blankFiles } from '../document/blank.js';
import { dropped, isCancel, openFolder, openTable, openZip } from '../document/files-in.js';
import { belongsTo, saveFile, storyName, zipOf } from '../document/files-out.js';
import { incomingTable } from '../document/incoming.js';
import { changed } from '../document/json-text.js';
import { author, checkWhenOpen } from '../document/session.js';
import { open, select, story } from '../document/story-document.js';
import { announce } from '../frame/announce.js';
import { append, tidy } from '../sentences/text.js';
import { fill, language } from '../words.js';
import { exampleFiles } from './samples.js';
import { WORDS } from './words.js';

/**
 * @import {StoryLang} from '../types.js'
 * @import {Kept} from '../document/kept-stories.js'
 * @import {Opened} from '../document/files-in.js'
 */

const words = () => WORDS[language.peek()];

/** Characters of a text that are Chinese. @param {string} text */
const chinese = (text) => (text.match(/[\u4e00-\u9fff]/g) ?? []).length;
/** @param {string} text @returns {StoryLang} */
export const languageOf = (text) => (chinese(text) * 4 > text.replace(/\s/g, '').length ? 'zh' : 'en');

/** A headline where the first line is one. @param {string} article */
function headlineOf(article) {
  const [line] = article.split('\n');
  const long = languageOf(line) === 'zh' ? 34 : 90;
  // a year of Chinese may stand in a title: 2024年
  const plain = line.replace(/[12]\d{3}年/g, '');
  return line.length <= long && !/[\d０-９。！？；;]|[.!?]$|[{}]/.test(plain) ? line : '';
}

/** A story from an article. @param {string} pasted */
export function fromArticle(pasted) {
  const article = tidy(pasted);
  if (article === '') return false;
  const lang = languageOf(article);
  const files = new Map(blankFiles([lang]));
  const headline = headlineOf(article);
  if (headline) files.set('story.json', changed(files.get('story.json') ?? '', ['title', lang], headline));
  files.set('article.txt', append('', article));
  open(files, {}, { place: 'sentences' });
  return true;
}

/** @param {StoryLang[]} languages */
export const fromNothing = (languages) => open(blankFiles(languages), {}, { place: 'sentences' });

/** @param {import('./samples.js').Example} name */
export const fromExample = async (name) => open(exampleFiles(name, await author), {}, { place: 'chapters' });

/** @param {Opened | null} opened @param {string} name */
function show(opened, name) {
  if (!opened) return announce(fill(words().noStory, { name }));
  checkWhenOpen();
  open(opened.files, { name: opened.name }, { place: 'sentences' });
  belongsTo(opened.folder);
  const { scenes } = story.peek() ?? {};
  // Where there is no article, its chapters are what there is to see.
  if (!opened.files.some(([file]) => file === 'article.txt') && scenes && scenes.length > 0)
    select({ place: 'chapters' });
  return announce(fill(words().opened, { name: opened.name }));
}

/** @param {() => Promise<Opened | null>} choose */
async function chosen(choose) {
  try {
    show(await choose(), '');
  } catch (error) {
    if (!isCancel(error))
      announce(fill(words().cannotOpen, { name: '', why: error instanceof Error ? error.message : `${error}` }));
  }
}
export const fromFolder = () => chosen(openFolder);
export const fromZip = () => chosen(openZip);

/** @param {StoryLang[]} languages */
export async function fromTable(languages) {
  try {
    const file = await openTable();
    takeTable(file.name, new Uint8Array(await file.arrayBuffer()), languages);
  } catch (error) {
    if (!isCancel(error)) announce(fill(words().cannotOpen, { name: '', why: `${error}` }));
  }
}

/** @param {string} name @param {Uint8Array} bytes @param {StoryLang[]} languages of a new story where none is open */
function takeTable(name, bytes, languages) {
  if (!story.peek()) open(blankFiles(languages), {}, { place: 'tables' });
  incomingTable.value = { name, bytes };
  select({ place: 'tables', series: '', source: '' });
}

/** What was dropped anywhere on the page. @param {DataTransfer} transfer */
export async function fromDrop(transfer) {
  try {
    const { story: opened, others } = await dropped(transfer);
    if (opened) return show(opened, opened.name);
    const [file] = others;
    if (!file) return announce(fill(words().noStory, { name: '' }));
    if (/\.(xlsx|xls|ods|csv|tsv)$/i.test(file.path)) return takeTable(file.path, file.bytes, [language.peek()]);
    if (/\.(txt|md)$/i.test(file.path) && !story.peek()) return fromArticle(new TextDecoder().decode(file.bytes));
    return announce(fill(words().noStory, { name: file.path }));
  } catch (error) {
    return announce(fill(words().cannotOpen, { name: '', why: error instanceof Error ? error.message : `${error}` }));
  }
}

/** A kept story as a zip. @param {Kept} kept */
export async function saveKept(kept) {
  try {
    const name = Object.values(kept.title ?? {})[0] ?? storyName();
    await saveFile(`${name}.zip`, new Blob([/** @type {BlobPart} */ (zipOf(kept.files))]), 'application/zip');
  } catch (error) {
    if (!isCancel(error)) throw error;
  }
}

export { resume };
