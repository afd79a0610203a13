// Writes the files that are the same for every published story, from www/, data/ and target/site: node assets.mjs OUT PACKAGE.
//
//   player.wasm, author.wasm, engine.js     the engines; the reader's JavaScript is in the scripts
//   duoyuan.js, page.js, frame.js           the element; with the reading page; with the frame. They find the engines beside them
//   single.js                               the reading page with everything inside, for `duoyuan build --inline`
//   builder.js, builder.css                 the page that writes embed codes
//   editor.html, editor.js, editor.css      the page on which stories are made
//   embed.js, live-reload.js                for articles with frames; for `duoyuan serve`
//   sonification.js, words-ru.js            what few readers ask for
//   how-to-read.html, accessibility.html    for readers of any story; editor-guide.html for editors: guides.mjs
//   page.css, icon.svg                      the pages' style and sign
//
// `duoyuan build` puts them into a site, in a folder named by what they hold. PACKAGE is the npm package.

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundle, integrity, plainScript, styles } from './bundle.mjs';
import { editor } from './editor.mjs';
import { guides } from './guides.mjs';
import { npmPackage } from './npm.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [out, packed] = process.argv.slice(2);
if (!packed) {
  console.error('usage: node assets.mjs OUT PACKAGE');
  process.exit(2);
}
const www = join(ROOT, 'www');
const engines = join(ROOT, 'target/site');
const wasm = (name) => readFile(join(engines, name, 'duoyuan_bg.wasm'));
const [author, player] = [await wasm('pkg'), await wasm('player')];
const sums = { author: integrity(author), player: integrity(player) };
const shell = (modules, exported = '', whole = false) => bundle({ www, engines, modules, exported, sums, whole });

const files = new Map([
  ['author.wasm', author],
  ['player.wasm', player],
  ['engine.js', await plainScript(await readFile(join(engines, 'pkg/engine.js')))],
  ['duoyuan.js', await shell([], "export * from './duoyuan.js';")],
  ['page.js', await shell(['duoyuan.js', 'pages/reading-page.js'])],
  ['single.js', await shell(['duoyuan.js', 'pages/reading-page.js'], '', true)],
  ['frame.js', await shell(['duoyuan.js', 'embed/frame.js'])],
  ['builder.js', await shell(['duoyuan.js', 'pages/builder.js'])],
  ['builder.css', await styles({ www, names: ['pages/builder.css'] })],
  ...[...(await editor({ www }))].filter(([name]) => name !== 'icon.svg').map(([name, bytes]) => [name.replace('index', 'editor'), bytes]),
  ['embed.js', await shell(['embed.js'])],
  ['live-reload.js', await shell(['pages/live-reload.js'])],
  ['sonification.js', await shell([], "export { SonificationPanel } from './a11y/sonification-panel.js';")],
  ['words-ru.js', await shell([], "export { WORDS } from './ui/words-ru.js';")],
  ['page.css', await styles({ www, names: ['pages/colours.css', 'pages/page.css', 'pages/published.css'] })],
  ['icon.svg', await readFile(join(www, 'pages/icon.svg'))],
  ...(await guides({ www, data: join(ROOT, 'data'), script: shell })),
]);
// The compressed forms, so that no server compresses while a reader waits: slow to make, and the same for every site.
for (const [name, bytes] of [...files]) {
  files.set(`${name}.gz`, gzipSync(bytes, { level: 9 }));
  files.set(`${name}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}

/** Writes a folder under another name and renames it when it is complete. */
async function write(folder, content) {
  await rm(`${folder}.new`, { recursive: true, force: true });
  await mkdir(`${folder}.new`, { recursive: true });
  for (const [name, bytes] of content) await writeFile(join(`${folder}.new`, name), bytes);
  await rm(folder, { recursive: true, force: true });
  await rename(`${folder}.new`, folder);
}
await write(out, files);
await write(packed, await npmPackage({ root: ROOT, www, engines, embed: files.get('embed.js'), wasm: author }));
