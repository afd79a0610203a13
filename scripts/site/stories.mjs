// The story folders of data/ as files, and each as packs that a page loads in few requests: for the reader's engine two a language and width, for
// the full one a JSON object {name: text}.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressOf } from './hashing.mjs';

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

/** A checked story in one language, as bytes for the reader's engine: [[width, first, rest]], the narrowest first; `first` has the first scene, `rest` the
    others, null where there are none. `duoyuan`: the command. */
export async function readerPacks(duoyuan, folder, lang) {
  const scratch = await mkdtemp(join(tmpdir(), 'duoyuan-'));
  try {
    await promisify(execFile)(duoyuan, ['pack', folder, '--lang', lang, '-o', scratch, '--force']);
    const widths = [...new Set((await readdir(scratch)).map((name) => Number.parseFloat(name)))].sort((a, b) => a - b);
    return Promise.all(widths.map(async (width) => [width, await readFile(join(scratch, `${width}.first.pack`)), await readFile(join(scratch, `${width}.rest.pack`)).catch(() => null)]));
  } finally {
    await rm(scratch, { recursive: true });
  }
}

const LENGTH = 4; // bytes before a pack's pictures that tell how long they are

const split = (pack) => {
  const end = LENGTH + pack.readUInt32LE(0);
  return { pictures: pack.subarray(0, end), words: JSON.parse(pack.subarray(end)) };
};

/** A first pack that also says where the rest is: {path, integrity}, beside it. */
export function naming(first, rest) {
  const { pictures, words } = split(first);
  return Buffer.concat([pictures, Buffer.from(JSON.stringify({ ...words, rest: [addressOf(rest.path.split('/').pop()), rest.integrity] }))]);
}

/** The widths of the windows that most readers have: phones, tablets upright, desktops. */
export const USUAL = [360, 375, 412, 696, 720, 790];

/** First packs of a story, [[width, pack]], as JSON for a page to have inside: the words, and `first`: {width: {heights, bytes in hexadecimals}}. Most of
    the bytes are the same at all widths, and travel once: six of them weigh hardly more than two. Null where the words are not the same. */
export function firstPacks(packs) {
  const parts = packs.map(([width, pack]) => ({ width, ...split(pack) }));
  const [shared, ...others] = parts.map(({ words: { heights, ...words } }) => JSON.stringify(words));
  if (others.some((words) => words !== shared)) return null;
  const first = Object.fromEntries(parts.map(({ width, pictures, words: { heights } }) => [width, { heights, bytes: pictures.subarray(LENGTH).toString('hex') }]));
  return JSON.stringify({ ...JSON.parse(shared), first }).replaceAll('<', '\\u003c'); // no end of the script that it stands in
}
