// The story folders of data/ as files, and each as packs that a page loads in one request: for the reader's engine one a language, for the full
// one a JSON object {name: text}.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MAX_PACK = 2 * 1024 * 1024; // what the element reads of one file

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

function packOf(files) {
  const texts = [...files].map(([name, bytes]) => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return [name, name.endsWith('.json') ? compactJson(text) : text];
  });
  const pack = Buffer.from(JSON.stringify(Object.fromEntries(texts)));
  // A larger one is not written: the element then reads the plain files.
  return pack.length <= MAX_PACK ? pack : null;
}

/** Every folder of `data` with a story.json: id, files (name → bytes), story (parsed), pack (bytes or null). */
export async function readStories(data) {
  const folders = (await readdir(data, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const stories = [];
  for (const id of folders) {
    const files = new Map(await filesBelow(join(data, id)));
    if (files.has('story.json')) stories.push({ id, files, story: JSON.parse(files.get('story.json')), pack: packOf(files) });
  }
  return stories;
}

/** A checked story in one language, as bytes for the reader's engine: [[width, bytes]], the narrowest first. `duoyuan`: the command. */
export async function readerPacks(duoyuan, folder, lang) {
  const scratch = await mkdtemp(join(tmpdir(), 'duoyuan-'));
  try {
    await promisify(execFile)(duoyuan, ['pack', folder, '--lang', lang, '-o', scratch, '--force']);
    const packs = (await readdir(scratch)).map(async (name) => [Number.parseFloat(name), await readFile(join(scratch, name))]);
    return (await Promise.all(packs)).sort(([a], [b]) => a - b);
  } finally {
    await rm(scratch, { recursive: true });
  }
}
