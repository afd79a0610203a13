// The editor, bundled: node editor.mjs OUT [--watch] writes OUT/editor/{index.html,editor.js,editor.css} and the
// engine's files in OUT/pkg, so that any web server that serves OUT shows it at /editor/.

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PACKAGES = join(ROOT, 'scripts/site/node_modules');
const TARGET = ['chrome111', 'firefox115', 'safari16.4'];

/** Where the example stories of the editor's first page are, with the files of each. */
const EXAMPLES = {
  karamay: ['story.json', 'sources.json', 'site.json', 'series'],
};

/** A folder's files as an object of names and texts; `names` may name folders. */
async function texts(folder, names) {
  const { readdir } = await import('node:fs/promises');
  const found = {};
  for (const name of names) {
    if (name.includes('.')) found[name] = await readFile(join(folder, name), 'utf8');
    else {
      const inside = (await readdir(join(folder, name))).sort();
      for (const file of inside) found[`${name}/${file}`] = await readFile(join(folder, name, file), 'utf8');
    }
  }
  return found;
}

/** `engine`: the folder of the author's engine, whose JavaScript becomes part of the bundle. */
export function options({ www = join(ROOT, 'www'), engine = join(ROOT, 'target/site/pkg'), minify = true } = {}) {
  const shell = {
    name: 'editor',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/pkg\/engine\.js$/ }, () => ({ path: join(engine, 'engine.js') }));
      // The stories that the first page offers are files of the bundle, as text.
      onResolve({ filter: /^stories:/ }, ({ path }) => ({ path, namespace: 'stories' }));
      onLoad({ filter: /.*/, namespace: 'stories' }, async ({ path }) => {
        const name = path.slice('stories:'.length);
        const files = await texts(join(ROOT, 'data', name), EXAMPLES[name]);
        return { contents: JSON.stringify(files), loader: 'json' };
      });
    },
  };
  return {
    entryPoints: { editor: join(www, 'editor/main.jsx') },
    bundle: true, minify, write: false, outdir: 'editor', format: 'esm', target: TARGET, charset: 'utf8',
    jsx: 'automatic', jsxImportSource: 'preact', nodePaths: [PACKAGES], plugins: [shell],
    legalComments: 'none', logLevel: 'warning', assetNames: '[name]',
  };
}

/** The editor's files by name. */
export async function editor(given = {}) {
  const { www = join(ROOT, 'www') } = given;
  const { outputFiles } = await build(options(given));
  const bytes = (name) => Buffer.from(outputFiles.find(({ path }) => path.endsWith(name)).contents);
  return new Map([
    ['index.html', await readFile(join(www, 'editor/index.html'))],
    ['icon.svg', await readFile(join(www, 'pages/icon.svg'))],
    ['editor.js', bytes('.js')],
    ['editor.css', bytes('.css')],
  ]);
}

/** The list of the assets that the editor puts into a site: those of the last `make assets`, served as /assets/. */
async function assetList() {
  const { readdir } = await import('node:fs/promises');
  const files = await readdir(join(ROOT, 'target/assets')).catch(() => []);
  return JSON.stringify({ folder: '../assets/', files: files.sort() });
}

/** Writes the folders `editor` and `pkg` into `out`. */
async function write(out, files) {
  await mkdir(join(out, 'editor'), { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(out, 'editor', name), bytes);
  await writeFile(join(out, 'editor/assets.json'), await assetList());
  const pkg = join(out, 'pkg');
  await mkdir(pkg, { recursive: true });
  for (const name of ['engine.js', 'duoyuan_bg.wasm']) {
    const from = join(ROOT, 'target/site/pkg', name);
    if (resolve(from) !== resolve(pkg, name)) await copyFile(from, join(pkg, name));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [out, watch] = process.argv.slice(2);
  if (!out || (watch && watch !== '--watch')) {
    console.error('usage: node editor.mjs OUT [--watch]');
    process.exit(2);
  }
  if (watch) {
    const plain = options({ minify: false });
    const page = readFile(join(ROOT, 'www/editor/index.html'));
    const icon = readFile(join(ROOT, 'www/pages/icon.svg'));
    plain.plugins.push({
      name: 'write',
      setup({ onEnd }) {
        onEnd(async ({ outputFiles = [] }) => {
          if (outputFiles.length === 0) return;
          const files = outputFiles.map(({ path, contents }) => [path.split('/').pop(), contents]);
          await write(out, [['index.html', await page], ['icon.svg', await icon], ...files]);
          console.log(`${out}/editor`);
        });
      },
    });
    await (await context(plain)).watch();
  } else {
    await write(out, await editor());
  }
}
