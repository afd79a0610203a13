// What a reader's browser fetches for the whole story, in bytes as they travel. Not read off the disk: a browser walks every chapter of the built
// page, and the server notes what it sent.
//
// node bytes.mjs                    the table
// node bytes.mjs --check [CEILING]  status 1 when the total is above CEILING (bytes; without it: that of ceilings.json)

import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { launch, newPage, waitStatus } from '../browser/browser.mjs';
import { DIST, serveFolder } from '../browser/static.mjs';

const run = promisify(execFile);
export const CEILINGS = JSON.parse(await readFile(new URL('ceilings.json', import.meta.url), 'utf8'));
const STORY = 'karamay';
const SETTLE_MS = 100; // a chapter that wanted a file of its own would have asked for it by then

const [SCRIPT, PAGE] = ['glue and shell (JS)', 'page with the static picture (HTML)'];
/** In the order of the table. */
const PARTS = [
  ['WASM', (path) => extname(path) === '.wasm'],
  [SCRIPT, (path) => extname(path) === '.js'],
  ['styles', (path) => extname(path) === '.css'],
  [PAGE, (path) => extname(path) === '.html' || path.endsWith('/')],
  ['story, its sources and series', (path) => ['.json', '.csv', '.compiled'].includes(extname(path))],
  ['stills', (path) => ['.svg', '.png', '.webp', '.avif', '.jpg', '.gif'].includes(extname(path))],
  ['other', () => true],
];
export const partOf = (path) => PARTS.find(([, is]) => is(path))[0];

const sum = (requests) => requests.reduce((total, { bytes }) => total + bytes, 0);

/** Every chapter in turn; the browser itself says that it got each compressed. Returns what the server sent. */
async function walk(browser, site, { lang, chapters, then = null }) {
  const page = await newPage(browser, { reduced: false });
  const plain = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.url().startsWith(site.origin) && response.headers()['content-encoding'] !== 'br') plain.push(pathname);
  });
  site.requests.length = 0;
  await page.addInitScript((wanted) => { navigator.__defineGetter__('language', () => wanted); }, lang);
  await page.goto(`${site.origin}/${lang === 'zh' ? '' : `${lang}.html`}`);
  await waitStatus(page);
  for (const id of chapters) {
    await page.evaluate((scene) => document.querySelector('duoyuan-story').goTo(scene), id);
    await page.waitForFunction((scene) => document.querySelector('duoyuan-story').scene === scene, id);
    await page.waitForTimeout(SETTLE_MS);
  }
  const requests = [...site.requests];
  let added = [];
  if (then) {
    site.requests.length = 0;
    await page.evaluate((wanted) => { document.querySelector('duoyuan-story').lang = wanted; }, then);
    await page.waitForTimeout(10 * SETTLE_MS);
    added = [...site.requests];
  }
  await page.context().close();
  if (page.faults.length > 0) throw new Error(`the page had trouble on its way: ${page.faults.join(' | ')}`);
  if (plain.length > 0) throw new Error(`sent without brotli, so not what a reader's server sends: ${plain.join(', ')} (make build writes the .br twins)`);
  return { requests, added };
}

export async function measureBytes({ browser: given = null } = {}) {
  const manifest = JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8').catch(() => {
    throw new Error('dist/ is missing, so there is nothing to weigh: make build');
  }));
  const chapters = manifest.stories[STORY].scenes.map(({ id }) => id);
  const site = await serveFolder(DIST);
  const browser = given ?? await launch();
  try {
    const visits = {};
    for (const [lang, other] of [['zh', 'en'], ['en', null]]) {
      const { requests, added } = await walk(browser, site, { lang, chapters, then: other });
      const parts = PARTS.map(([name]) => {
        const own = requests.filter(({ path }) => partOf(path) === name);
        return { name, bytes: sum(own), files: own.map(({ path, bytes }) => ({ path, bytes })) };
      });
      visits[lang] = { parts, total: sum(requests), requests: requests.length, added: other ? sum(added) : null };
    }
    return { chapters: chapters.length, visits, total: Math.max(visits.zh.total, visits.en.total), still: await shareOf(/<svg [^>]*role="img"[\s\S]*?<\/svg>/g) };
  } finally {
    if (!given) await browser.close();
    site.close();
  }
}

/** What the page would shrink by without a part of it. */
async function shareOf(part) {
  const html = await readFile(`${DIST}/index.html`, 'utf8');
  return brotliCompressSync(html).length - brotliCompressSync(html.replace(part, '')).length;
}

/** Which crates the reader's WASM is made of, by twiggy. The published one has no names any more: run.sh makes the same once
    more with them. */
export async function measureCrates() {
  const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
  const named = process.env.NAMED_WASM ?? `${target}/bench/named.wasm`;
  if (!await access(named).then(() => true, () => false)) {
    return { skipped: 'no WASM with names: make bench leaves it in target/bench/named.wasm (or NAMED_WASM=FILE)' };
  }
  let items;
  try {
    const { stdout } = await run('twiggy', ['top', '-n', '1000000', '-f', 'json', named], { maxBuffer: 1 << 28 });
    items = JSON.parse(stdout);
  } catch (error) {
    if (error.code === 'ENOENT') return { skipped: 'no twiggy, which says what the WASM is made of: cargo install twiggy' };
    return { skipped: `twiggy could not read the WASM: ${String(error.stderr || error.message).trim().split('\n')[0]}` };
  }
  // Readers are not sent the names of functions.
  items = items.filter(({ name }) => !/^Σ|^\.\.\. and|^custom section|^"function names" subsection/.test(name));
  const groups = new Map();
  let total = 0;
  for (const { name, shallow_size: bytes } of items) {
    total += bytes;
    const group = crateOf(name);
    groups.set(group, (groups.get(group) ?? 0) + bytes);
  }
  const crates = [...groups].map(([name, bytes]) => ({ name, bytes, share: bytes / total })).sort((a, b) => b.bytes - a.bytes);
  const functions = items.filter(({ name }) => !/^data segment|^elem|^type|^table|^import|^export|section/.test(name))
    .map(({ name, shallow_size: bytes }) => ({ name: name.slice(0, 110), bytes })).sort((a, b) => b.bytes - a.bytes).slice(0, 12);
  return { total, crates, functions };
}

/** `<duoyuan::input::Reader as …>::f` → duoyuan::input; each module of our own crate is listed by itself. */
export function crateOf(name) {
  if (/^data segment/.test(name)) return 'constants (texts, tables)';
  const path = name.match(/[A-Za-z_][A-Za-z0-9_]*(?:\[[0-9a-f]+\])?::[A-Za-z_][A-Za-z0-9_]*/)?.[0]?.replace(/\[[0-9a-f]+\]/g, '');
  if (!path && /wbindgen|^engine_/.test(name)) return 'duoyuan::web';
  if (!path) return /section|^(elem|type|table|import|export|memory|global|wasm magic)/.test(name) ? 'WASM around the functions' : 'no crate in the name';
  const [crate, room] = path.split('::');
  return crate === 'duoyuan' ? `duoyuan::${room}` : crate;
}

const kb = (bytes) => (bytes / 1000).toFixed(1);

/** Lines that say where the total went. */
export function bytesText(measured) {
  const { zh, en } = measured.visits;
  const lines = [`bytes of the whole story, ${measured.chapters} chapters, brotli, as sent`, `  ${'part'.padEnd(40)} ${'kB'.padStart(8)}  files`];
  for (const [index, { name, bytes, files }] of zh.parts.entries()) {
    const other = en.parts[index].bytes;
    lines.push(`  ${name.padEnd(40)} ${kb(bytes).padStart(8)}  ${files.length}${other !== bytes ? `  (English: ${kb(other)})` : ''}`);
  }
  lines.push(`  ${'total, Chinese'.padEnd(40)} ${kb(zh.total).padStart(8)}  ${zh.requests}`, `  ${'total, English'.padEnd(40)} ${kb(en.total).padStart(8)}  ${en.requests}`);
  lines.push(`  of the page, the static pictures: ${kb(measured.still)} kB · the second language then adds ${kb(zh.added)} kB`);
  return lines;
}

export function cratesText(crates) {
  if (crates.skipped) return [`WASM by crate: skipped: ${crates.skipped}`];
  return ['WASM by crate, before compression (twiggy)',
    ...crates.crates.filter(({ share }) => share >= 0.005).map(({ name, bytes, share }) => `  ${name.padEnd(40)} ${kb(bytes).padStart(8)}  ${(share * 100).toFixed(1).padStart(5)} %`),
    '  largest functions', ...crates.functions.map(({ name, bytes }) => `  ${kb(bytes).padStart(8)}  ${name}`)];
}

/** Fails when the total has grown; the parts help to find what grew. */
async function check(ceiling) {
  const measured = await measureBytes();
  const fits = measured.total <= ceiling;
  const say = fits ? console.log : console.error;
  if (!fits) for (const line of bytesText(measured)) say(line);
  say(fits ? `bytes: ${measured.total} for the whole story, at most ${ceiling} allowed`
    : `bytes: ${measured.total} for the whole story, ${measured.total - ceiling} more than the ${ceiling} allowed: make it smaller, or raise bytes.total in tests/bench/ceilings.json and say why`);
  return fits ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const at = process.argv.indexOf('--check');
    if (at > 0) {
      const ceiling = Number(process.argv[at + 1] ?? CEILINGS.bytes.total);
      if (!(ceiling > 0)) {
        console.error(`bytes: "${process.argv[at + 1]}" is no number of bytes; node bytes.mjs --check [CEILING]`);
        process.exit(2);
      }
      process.exit(await check(ceiling));
    }
    for (const line of bytesText(await measureBytes())) console.log(line);
    for (const line of cratesText(await measureCrates())) console.log(line);
  } catch (error) {
    console.error(`bytes: ${error.message}`);
    process.exit(2);
  }
}
