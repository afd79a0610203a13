// The editor as a folder, with the engine and the assets of sites beside it, and its document as a module for Node.

import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { editor, options } from '../../../scripts/site/editor.mjs';
import { CSP } from '../server.mjs';
import { serveFolder } from '../static.mjs';
import { at } from './program.mjs';

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
