// The story folders of data/ as files, and each as one file that a page loads in one request: compiled for the reader's
// engine, a JSON object {name: text} for the author's.

import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LANGUAGES } from '../../www/ui/shared.js';
import { addressOf } from './hashing.mjs';

const MAX_BYTES = 2 * 1024 * 1024; // what the element reads of one file

/** White space between JSON values goes; numbers and strings stay letter for letter, as the story's precision is in them. */
export function compactJson(text) {
  return text.replace(/^\uFEFF/, '').replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string) => string ?? '');
}

async function filesBelow(folder, inside = '') {
  const entries = await readdir(join(folder, inside), { withFileTypes: true });
  const lists = await Promise.all(entries.map(async (entry) => {
    const name = join(inside, entry.name);
    if (entry.isDirectory()) return filesBelow(folder, name);
    return entry.isFile() && /\.(json|csv)$/.test(name) ? [[name, await readFile(join(folder, name))]] : [];
  }));
  return lists.flat().sort(([a], [b]) => (a < b ? -1 : 1));
}

function togetherOf(files) {
  const texts = [...files].map(([name, bytes]) => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return [name, name.endsWith('.json') ? compactJson(text) : text];
  });
  const together = Buffer.from(JSON.stringify(Object.fromEntries(texts)));
  // A larger one is not written: the element then reads the plain files.
  return together.length <= MAX_BYTES ? together : null;
}

/** The languages of a story, its first choice first, as addresses and the names of files have them. */
function languagesOf({ languages = ['zh', 'en'] }) {
  return languages.map((tag) => Object.keys(LANGUAGES).find((code) => tag === code || tag === LANGUAGES[code]));
}

/** A text of a story file in a language. */
export const textOf = (text, lang) => text[lang] ?? text[LANGUAGES[lang]];

/** Every folder of `data` with a story.json: id, files (name → bytes), story (parsed), languages, together (bytes of those files as one
    object, or null). */
export async function readStories(data) {
  const folders = (await readdir(data, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const stories = [];
  for (const id of folders) {
    const files = new Map(await filesBelow(join(data, id)));
    if (!files.has('story.json')) continue;
    const story = JSON.parse(files.get('story.json'));
    stories.push({ id, files, story, languages: languagesOf(story), together: togetherOf(files) });
  }
  return stories;
}

/** A checked story as bytes for the reader's engine. `duoyuan`: the command. */
export async function compiled(duoyuan, folder) {
  const { stdout } = await promisify(execFile)(duoyuan, ['compile', folder, '-o', '-'], { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
