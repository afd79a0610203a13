// The editor as a folder, with the engine and the assets of sites beside it, its document as a module for Node, and the
// files of stories.

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { editor, options } from '../../../scripts/site/editor.mjs';
import { zipSync } from '../../../scripts/site/node_modules/fflate/esm/index.mjs';
import { CSP } from '../server.mjs';
import { serveFolder } from '../static.mjs';
import { at, duoyuan } from './program.mjs';

/** Pictures that the page paints itself come from `blob:`. */
const POLICY = CSP.replace('img-src ', 'img-src blob: ');

/** Writes the editor into a folder and serves that. */
export async function serveEditor() {
  const root = await mkdtemp(join(tmpdir(), 'duoyuan-editor-'));
  const put = async (folder, files) => {
    await mkdir(join(root, folder), { recursive: true });
    for (const [name, bytes] of files) await writeFile(join(root, folder, name), bytes);
  };
  const read = async (folder, names) =>
    Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))]));
  const assets = at('target/assets');
  const names = (await readdir(assets)).filter((name) => !name.endsWith('.br') && !name.endsWith('.gz'));
  await put('editor', await editor());
  await put('editor', [['assets.json', JSON.stringify({ folder: '../assets/', files: names })]]);
  await put('assets', await read(assets, names));
  await put('pkg', await read(at('target/site/pkg'), ['engine.js', 'duoyuan_bg.wasm']));
  return serveFolder(root, { policy: () => POLICY });
}

/** A module of the editor that needs no page, for Node. */
export async function editorModule(name) {
  const { build } = await import('../../../scripts/site/node_modules/esbuild/lib/main.js');
  const folder = await mkdtemp(join(tmpdir(), 'duoyuan-module-'));
  const outfile = join(folder, 'module.mjs');
  const { entryPoints: _, outdir: __, ...rest } = options({ minify: false });
  await build({ ...rest, entryPoints: [at(`www/editor/${name}`)], outfile, write: true });
  return import(pathToFileURL(outfile).href);
}

/** The files of a new story, as the command makes it. */
export async function newStory() {
  const folder = await mkdtemp(join(tmpdir(), 'duoyuan-'));
  const { code, stderr } = await duoyuan('new', join(folder, 'new'), '--languages', 'zh,en');
  if (code !== 0) throw new Error(stderr);
  const read = async (name) => [name, await readFile(join(folder, 'new', name))];
  const files = await Promise.all(['story.json', 'sources.json', 'series/books.csv'].map(read));
  await rm(folder, { recursive: true });
  return Object.fromEntries(files);
}

/** A zip of files, as a file chooser takes it. */
export function zipped(name, files) {
  const bytes = Object.entries(files).map(([path, content]) => [path, new Uint8Array(Buffer.from(content))]);
  return { name, mimeType: 'application/zip', buffer: Buffer.from(zipSync(Object.fromEntries(bytes))) };
}

/** A story's files in a folder. */
export async function folderOf(files) {
  const folder = await mkdtemp(join(tmpdir(), 'duoyuan-story-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
