// The shell's modules as few small files, by esbuild. What differs between bundles is where the
// engines and the stories are: www/element/assets.js.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

const TARGET = ['chrome103', 'firefox115', 'safari16.4'];

const here = (address) => `new URL(${JSON.stringify(address)}, import.meta.url).href`;
// Bundlers that take the package in look for just this.
const engine = ({ address, integrity }) => `address: ${here(address)}, integrity: ${JSON.stringify(integrity)}`;
const part = ({ address, integrity }) => `at(${JSON.stringify(address)}, ${JSON.stringify(integrity)})`;
const together = (address) => (address ? `export const sonificationPanel = () => import(${here(address)});` : "import * as words from './a11y/sonification-panel.js';\nexport const sonificationPanel = async () => words;");

const wordsBy = (addresses) => {
  const given = Object.entries(addresses).map(([lang, address]) => `${lang}: () => import(${here(address)})`);
  return given.length > 0 ? `export const MORE_WORDS = { ${given.join(', ')} };` : "import * as ru from './ui/words-ru.js';\nexport const MORE_WORDS = { ru: async () => ru };";
};

/** The text of www/element/assets.js for a bundle. `player`, `author`: {address, integrity} of the engines, `glue` the address of
    the author's JavaScript, fetched with it (without `player` it is in the bundle); `sonification` that of words and sound, in the
    bundle where there is none; `words` those of the interface's words by language, in the bundle where there are none; `stories` [[addresses, {compiled, plain}]], both such files; `stills` [[story id, folder]].
    All relative to the bundle. */
export function linkedAssets({ player = null, author, glue = '', sonification = '', words = {}, stories, stills }) {
  const entries = stories.map(([addresses, parts]) => {
    const story = Object.entries(parts).map(([name, file]) => `${name}: ${part(file)}`).join(', ');
    return `...same([${addresses.map((address) => JSON.stringify(address)).join(', ')}], { ${story} })`;
  });
  return `import instance from '../pkg/${player ? 'player' : 'engine'}.js';
${together(sonification)}
${wordsBy(words)}
const at = (address, integrity) => ({ address: new URL(address, import.meta.url).href, integrity });
const same = (addresses, story) => addresses.map((address) => [new URL(address, import.meta.url).href, story]);
export const AUTHOR = { ${engine(author)}, glue: async () => ${player ? `(await import(${here(glue)})).default` : 'instance'} };
export const PLAYER = ${player ? `{ ${engine(player)}, glue: async () => instance }` : 'null'};
export const STORIES = new Map([${entries.join(', ')}]);
export const STILLS = new Map([${stills.map(([id, folder]) => `[${JSON.stringify(id)}, ${here(folder)}]`).join(', ')}]);`;
}

/** The same with the bytes inside, for the single file. */
export function inlineAssets({ wasm, stories }) {
  return `import instance from '../pkg/engine.js';
${together('')}
${wordsBy({})}
export const AUTHOR = { address: new URL('duoyuan.wasm', document.baseURI).href, glue: async () => instance,
  bytes: () => Uint8Array.from(atob(${JSON.stringify(wasm.toString('base64'))}), (letter) => letter.charCodeAt(0)) };
export const PLAYER = null;
export const STORIES = new Map([${stories.map(([story, files]) => `[new URL(${JSON.stringify(story)}, document.baseURI).href, { files: ${files} }]`).join(', ')}]);
export const STILLS = new Map();`;
}

/** The element's style, which stands in a script, made small as style sheets are. */
async function smallStyle(path) {
  const { STYLE } = await import(pathToFileURL(path).href);
  const { code } = await transform(STYLE, { loader: 'css', minify: true, target: TARGET, charset: 'utf8' });
  return `export const STYLE = ${JSON.stringify(code.trim())};`;
}

/** One ES module from modules of www; `engines` is the folder of the engines' JavaScript: pkg/ and player/. `sums`: the checksums of the two engines, for the scripts of a published site (www/element/published.js) instead of `assets`; `whole`: one that fetches no other script. `first`: the address of the story of a page whose own address names none, where it is another than in www/element/first-story.js. */
export async function bundle({ www, engines, modules, assets = '', first = '', exported = '', sums = null, whole = false }) {
  const shell = {
    name: 'shell',
    setup({ onResolve, onLoad }) {
      if (sums) {
        // For a site of any stories: what the page says of them stands in place of what a build knew.
        onResolve({ filter: /\/(?:assets|first-story)\.js$/ }, () => ({ path: join(www, 'element/published.js') }));
        onResolve({ filter: /\/pkg\/engine\.js$/ }, () => ({ path: join(engines, 'player/engine.js') }));
        if (whole) onLoad({ filter: /\/published-parts\.js$/ }, () => ({ contents: `${together('')}\n${wordsBy({})}\nexport const beside = (name) => name;`, loader: 'js', resolveDir: www }));
      }
      onResolve({ filter: /\/assets\.js$/ }, () => ({ path: 'assets', namespace: 'written' }));
      onLoad({ filter: /.*/, namespace: 'written' }, () => ({ contents: assets, loader: 'js', resolveDir: www }));
      onLoad({ filter: /\/element\/first-story\.js$/ }, () => (first ? { contents: `export const FIRST = ${JSON.stringify(first)};`, loader: 'js' } : undefined));
      onLoad({ filter: /\/ui\/style\.js$/ }, async ({ path }) => ({ contents: await smallStyle(path), loader: 'js' }));
      onResolve({ filter: /\/pkg\/engine\.js$/ }, () => ({ path: join(engines, 'pkg/engine.js') }));
      onResolve({ filter: /\/pkg\/player\.js$/ }, () => ({ path: join(engines, 'player/engine.js') }));
    },
  };
  const result = await build({
    stdin: { contents: modules.map((name) => `import './${name}';`).join('\n') + exported, resolveDir: www, loader: 'js' },
    bundle: true, minify: true, write: false, format: 'esm', target: TARGET, charset: 'utf8', legalComments: 'none', plugins: [shell], logLevel: 'warning',
    define: sums ? { ENGINE_SUMS: JSON.stringify(sums) } : {},
  });
  return Buffer.from(result.outputFiles[0].contents);
}

export async function styles({ www, names }) {
  const result = await build({
    stdin: { contents: names.map((name) => `@import './${name}';`).join('\n'), resolveDir: www, loader: 'css' },
    bundle: true, minify: true, write: false, target: TARGET, charset: 'utf8', legalComments: 'none', logLevel: 'warning',
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/** A classic script that runs before the page is painted. */
export async function classic({ www, name }) {
  const result = await build({ entryPoints: [join(www, name)], minify: true, write: false, charset: 'utf8', legalComments: 'none', logLevel: 'warning' });
  return Buffer.from(result.outputFiles[0].contents);
}

/** A module that imports nothing, made small. */
export async function plainScript(bytes) {
  const { code } = await transform(bytes.toString(), { minify: true, format: 'esm', target: TARGET, charset: 'utf8', legalComments: 'none' });
  return Buffer.from(code);
}
