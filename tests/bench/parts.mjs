// What the parts of the story weigh: each is left out once, and what then travels is made and compressed anew. Sums are not to be had this way (parts share
// words, and brotli knows a word when it comes again), so what is left without all of them is measured too.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundle, linkedAssets } from '../../scripts/site/bundle.mjs';
import { DIST } from '../browser/static.mjs';

const WWW = fileURLToPath(new URL('../../www', import.meta.url));
const ENGINES = fileURLToPath(new URL('../../target/site', import.meta.url)); // where `make build` leaves them
const WIDTH = 790; // the layout that most desktop windows get
const LANG = 'zh';

/** Modules of the shell by what the reader has of them. */
const SHELL = {
  'styles of the element': ['style.js', 'style-later.js'],
  'buttons and their words': ['controls.js'],
  'cards beside the picture': ['cards.js'],
  'records: where a number comes from': ['records.js', 'panel.js'],
  'data table': ['table.js'],
  'twin for keyboards and screen readers': ['pointing.js', 'twin.js'],
  'sharing, downloads as SVG, PNG and CSV': ['share.js', 'svg.js'],
  'paper, and stills in place of motion': ['print.js', 'way.js'],
  'what went wrong, and what to do': ['problems.js', 'trouble.js'],
};

/** Words of a pack, by the same. */
const WORDS = {
  'cards beside the picture': ['narration', 'title', 'subtitle', 'key', 'source'],
  'records: where a number comes from': ['records'],
  'data table': ['table'],
  'twin for keyboards and screen readers': ['groups', 'announcement'],
  'pictures told in words': ['told'],
};

/** Pieces of the page, likewise. */
const PAGE = {
  'picture at once, before any script': [/<svg class="(?:narrow|wide)"[\s\S]*?<\/svg>/g],
  'data table': [/<details>[\s\S]*?<\/details>/g],
  'first picture, got ready while the program comes': [/<script type="application\/json" data-first>[\s\S]*?<\/script>/g],
  'words of the other language, without a script': [/<section lang="en">[\s\S]*?<\/section>/g],
};

export const NAMES = [...new Set([SHELL, WORDS, PAGE].flatMap(Object.keys))];

const weigh = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

const at = (address) => ({ address, integrity: '' });
const ASSETS = linkedAssets({ reader: at('./reader.wasm'), full: at('./duoyuan.wasm'), glue: './engine.js', aloud: './aloud.js', packs: [], stills: [] });
/** The shell in one file, as `make build` makes it, without some modules of www. It knows of no packs: that is the same for all. */
const shell = (without) => bundle({ www: WWW, engines: ENGINES, modules: ['duoyuan.js'], assets: ASSETS, without });

/** The pack of the chapters behind the first: what the engine gets, and the words. */
async function pack() {
  const folder = join(DIST, JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8')).folder);
  const name = (await readdir(folder)).find((file) => file.startsWith(`karamay-${LANG}-${WIDTH}-rest-`) && file.endsWith('.pack'));
  if (!name) throw new Error(`dist/ has no pack for ${WIDTH} px: make build`);
  const all = await readFile(join(folder, name));
  const end = 4 + all.readUInt32LE(0);
  return { marks: all.subarray(0, end), words: JSON.parse(all.subarray(end).toString()) };
}

const repacked = ({ marks, words }, left) => Buffer.concat([marks, Buffer.from(JSON.stringify({ ...words,
  scenes: words.scenes.map((scene) => Object.fromEntries(Object.entries(scene).filter(([key]) => !left.includes(key)))) }))]);

/** `total`: bytes of the whole story, as measured. Returns the parts, heaviest first, with what is less without each, and what is left without all. */
export async function measureParts(total) {
  const html = await readFile(join(DIST, 'index.html'), 'utf8');
  const rest = await pack();
  // Of what is not there, nothing could be left out; another kind of the same part would hide it.
  const there = new Set([...await readdir(WWW), ...Object.keys(rest.words.scenes[0])]);
  const gone = [SHELL, WORDS].flatMap((kinds) => Object.values(kinds).flat()).filter((name) => !there.has(name))
    .concat(Object.values(PAGE).flat().filter((piece) => html.search(piece) < 0).map(String));
  if (gone.length > 0) throw new Error(`tests/bench/parts.mjs names what is no more: ${gone.join(', ')}`);
  const usual = { shell: weigh(await shell([])), pack: weigh(repacked(rest, [])), page: weigh(html) };
  const less = async (names) => {
    const [modules, keys, pieces] = [SHELL, WORDS, PAGE].map((kinds) => names.flatMap((name) => kinds[name] ?? []));
    return (modules.length > 0 ? usual.shell - weigh(await shell(modules)) : 0) + (keys.length > 0 ? usual.pack - weigh(repacked(rest, keys)) : 0)
      + (pieces.length > 0 ? usual.page - weigh(pieces.reduce((text, piece) => text.replace(piece, ''), html)) : 0);
  };
  const rows = [];
  for (const name of NAMES) rows.push({ name, bytes: await less([name]) });
  rows.sort((a, b) => b.bytes - a.bytes);
  return { rows, marks: usual.pack - weigh(Buffer.from(JSON.stringify(rest.words))), bare: total - await less(NAMES) };
}
