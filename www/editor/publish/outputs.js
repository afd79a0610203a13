// What is published, made from the story as it is: the site, pictures, data, the fact sheet.
//
// **Invariant**: everything is made by the engine from the files as they are now; nothing is sent anywhere.

import { signal } from '@preact/signals';
import { author, languages, storyLanguage } from '../document/session.js';
import { bytesOf, zipOf } from '../document/files-out.js';
import { files, freshId, story } from '../document/story-document.js';
import { COLOURS } from '../../ui/shared.js';

/**
 * @import {Files, StoryLang} from '../types.js'
 * @import {Heights} from '../../embed/embed-code.js'
 * @typedef {{ base: string, inline: boolean }} SiteAsked
 * @typedef {(done: number, all: number) => void} Progress
 */

/** CSS px: the width of the stills that are saved, and by how much PNG are larger. */
export const STILL = 720;
const SCALE = 2;

/**
 * The site that was made last, and from what.
 * @type {import('@preact/signals').Signal<{ of: Files, asked: string, site: Map<string, Uint8Array> } | null>}
 */
const made = signal(null);

/** The files of the site. @param {SiteAsked} asked @param {Progress} progress */
export async function makeSite(asked, progress) {
  const engine = await author;
  const now = files.peek();
  const key = JSON.stringify(asked);
  const last = made.peek();
  if (last?.of === now && last.asked === key) return last.site;
  engine.load(now);
  const site = await engine.site({ ...asked, progress });
  made.value = { of: now, asked: key, site };
  return site;
}

/**
 * Heights of frames by scene ('*': the whole story) and language, of the site that was made last.
 * @returns {Record<string, Record<string, Heights>> | null}
 */
export function madeHeights() {
  const manifest = made.value?.site.get('manifest.json');
  if (!manifest) return null;
  const { heights } = JSON.parse(new TextDecoder().decode(manifest));
  return heights?.[story.peek()?.id ?? ''] ?? null;
}

/**
 * The site with the story that can be opened again, in a folder in which no page is: opening takes all that is in it.
 * @param {Map<string, Uint8Array>} site
 * @param {boolean} originals
 */
export function withStory(site, originals) {
  if (!originals) return site;
  const all = new Map(site);
  const taken = new Set([...site.keys()].map((path) => path.split('/')[0]));
  const folder = taken.has('story') ? freshId('originals', taken) : 'story';
  for (const [name, content] of files.peek()) all.set(`${folder}/${name}`, bytesOf(content));
  return all;
}

/** A drawing as PNG, with this computer's fonts. @param {string} svg */
export async function pngOf(svg) {
  const size = /<svg[^>]*\bwidth="([\d.]+)"[^>]*\bheight="([\d.]+)"/.exec(svg);
  const [width, height] = size ? [Number(size[1]), Number(size[2])] : [STILL, STILL];
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width * SCALE, height * SCALE);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * SCALE);
    canvas.height = Math.round(height * SCALE);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('canvas');
    context.fillStyle = COLOURS.light.surface;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done));
    if (!blob) throw new Error('canvas');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** `05-talent` @param {number} at */
function chapterName(at) {
  const scene = story.peek()?.scenes?.[at];
  return `${`${at + 1}`.padStart(2, '0')}-${scene?.id ?? 'chapter'}`;
}
const chapters = () => (story.peek()?.scenes ?? []).map((_, at) => at);

/**
 * @param {{ png: boolean, svg: boolean, cards: boolean, all: boolean, base: string }} asked
 * @param {Progress} progress
 */
export async function makePictures({ png, svg, cards, all, base }, progress) {
  const engine = await author;
  engine.load(files.peek());
  /** @type {Map<string, Uint8Array | string>} */
  const pictures = new Map();
  const langs = all ? languages.peek() : [storyLanguage.peek()];
  const jobs = langs.flatMap((lang) => chapters().map((at) => ({ lang, at })));
  for (const [done, { lang, at }] of jobs.entries()) {
    const text = engine.svg(at, lang, 'light', STILL);
    const name = `${chapterName(at)}-${STILL}-${lang}`;
    if (svg) pictures.set(`${name}.svg`, text);
    if (png) pictures.set(`${name}@${SCALE}x.png`, await pngOf(text));
    progress(done + 1, jobs.length);
  }
  if (cards) {
    const site = await makeSite({ base, inline: false }, progress);
    for (const [path, bytes] of site) {
      const card = /(?:^|\/)cards\/([^/]+\.(?:png|svg))$/.exec(path)?.[1];
      const named = langs.some((lang) => card && new RegExp(`\\b${lang}\\b`).test(card));
      if (card && (named || all)) pictures.set(`cards/${card}`, bytes);
    }
  }
  return pictures;
}

/** Tables of the chapters and linked data. */
export async function makeData() {
  const engine = await author;
  engine.load(files.peek());
  /** @type {Map<string, string>} */
  const data = new Map();
  for (const lang of languages.peek()) {
    for (const at of chapters()) data.set(`${chapterName(at)}-${lang}.csv`, engine.csv(at, lang));
    data.set(`story-${lang}.jsonld`, engine.jsonld(lang));
  }
  return data;
}

/** The fact sheet as a file. @param {'csv' | 'html'} format @param {StoryLang} lang */
export async function makeFacts(format, lang) {
  const engine = await author;
  engine.load(files.peek());
  const facts = engine.facts(lang, format);
  if (format === 'csv' || /^\s*<!doctype/i.test(facts)) return facts;
  const title = Object.values(story.peek()?.title ?? {})[0] ?? '';
  const safe = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const head = `<meta charset="utf-8">\n<title>${safe}</title>`;
  return `<!doctype html>\n<html lang="${lang === 'zh' ? 'zh-Hans' : lang}">\n${head}\n${facts}\n</html>\n`;
}

/** Bytes as people read them. @param {number} bytes */
export const sizeOf = (bytes) =>
  bytes < 1e6 ? `${Math.max(0.1, Math.round(bytes / 100) / 10)} kB` : `${Math.round(bytes / 1e5) / 10} MB`;

/** The size of the story's own zip. */
export const storySize = () => sizeOf(zipOf(files.peek()).length);
