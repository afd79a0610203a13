// The shell's modules as few small files, by esbuild. What differs between bundles is where the engine and the packs are: www/assets.js.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

const TARGET = ['chrome103', 'firefox115', 'safari16.4'];

const here = (address) => `new URL(${JSON.stringify(address)}, import.meta.url).href`;
// Bundlers that take the package in look for just this.
const engine = ({ address, integrity }) => `address: ${here(address)}, integrity: ${JSON.stringify(integrity)}`;
const part = ({ address, integrity }) => `at(${JSON.stringify(address)}, ${JSON.stringify(integrity)})`;
const packed = (packs) => `[${packs.map(([width, file, inside]) => part(file).replace(/\)$/, `, ${width}${inside ? ', true' : ''})`)).join(', ')}]`;

// While a script runs, a tool that watches the network has the browser find the place of each request in it, for which V8 reads all of the script again.
const starting = (inside) => `export const soon = ${inside ? 'queueMicrotask' : '(work) => work()'};`;

// What www/reading.js, coming later, uses of the modules that are there, and which must not be there twice.
const LENT = {
  'assets.js': ['aloud'], 'constructed.js': ['addStyle'], 'dom.js': ['el', 'icon', 'label', 'place'], 'hash.js': ['findWanted', 'readHash'],
  'replay.js': ['Replay'], 'stage.js': ['cappedDpr'], 'trouble.js': ['problemList'], 'words.js': ['WORDS'],
};
const lent = Object.values(LENT).flat();
const afterwards = (address) => (address
  ? `${Object.entries(LENT).filter(([name]) => name !== 'assets.js').map(([name, of]) => `import { ${of.join(', ')} } from './${name}';`).join('\n')}
export const reading = async (again = '') => (await import(${here(address)} + again)).default(${lent.join(', ')});`
  : "import { Reading } from './reading.js';\nexport const reading = async () => Reading;");

const together = (address) => (address ? `export const aloud = () => import(${here(address)});` : "import * as words from './aloud.js';\nexport const aloud = async () => words;");

/** The text of www/assets.js for a bundle. `reader`, `full`: {address, integrity} of the engines, `glue` the address of the full one's
    JavaScript, fetched with it (without `reader` it is in the bundle); `aloud` that of words and sound, in the bundle where there is none; `reading`
    likewise that of what the first picture needs nothing of; `packs` [[story addresses, {zh, en, plain}]], `plain` such a file, `zh` and
    `en` [[width, such a file, whether it is the rest of a pack that stands in the page]]; `stills` [[story id, folder]]; `inside`: for a script inside a page. All relative to the bundle. */
export function linkedAssets({ reader = null, full, glue = '', aloud = '', reading = '', packs, stills, inside = false }) {
  const entries = packs.map(([addresses, parts]) => {
    const story = Object.entries(parts).map(([name, value]) => `${name}: ${Array.isArray(value) ? packed(value) : part(value)}`).join(', ');
    return `...same([${addresses.map((address) => JSON.stringify(address)).join(', ')}], { ${story} })`;
  });
  return `import instance from './pkg/${reader ? 'reader' : 'engine'}.js';
${together(aloud)}
${afterwards(reading)}
${starting(inside)}
const at = (address, integrity, width, inside = false) => ({ address: new URL(address, import.meta.url).href, integrity, width, inside });
const same = (addresses, story) => addresses.map((address) => [new URL(address, import.meta.url).href, story]);
export const FULL = { ${engine(full)}, glue: async () => ${reader ? `(await import(${here(glue)})).default` : 'instance'} };
export const READER = ${reader ? `{ ${engine(reader)}, glue: async () => instance }` : 'null'};
export const PACKS = new Map([${entries.join(', ')}]);
export const STILLS = new Map([${stills.map(([id, folder]) => `[${JSON.stringify(id)}, ${here(folder)}]`).join(', ')}]);`;
}

/** The same with the bytes inside, for the single file. */
export function inlineAssets({ wasm, packs }) {
  return `import instance from './pkg/engine.js';
${together('')}
${afterwards('')}
${starting(false)}
export const FULL = { address: new URL('duoyuan.wasm', document.baseURI).href, glue: async () => instance,
  bytes: () => Uint8Array.from(atob(${JSON.stringify(wasm.toString('base64'))}), (letter) => letter.charCodeAt(0)) };
export const READER = null;
export const PACKS = new Map([${packs.map(([story, pack]) => `[new URL(${JSON.stringify(story)}, document.baseURI).href, { files: ${pack} }]`).join(', ')}]);
export const STILLS = new Map();`;
}

/** The element's style, which stands in a script, made small as style sheets are. */
async function smallStyle(path) {
  const { STYLE } = await import(pathToFileURL(path).href);
  const { code } = await transform(STYLE, { loader: 'css', minify: true, target: TARGET, charset: 'utf8' });
  return `export const STYLE = ${JSON.stringify(code.trim())};`;
}

/** A module that has the same names and nothing behind them. */
const hollow = (source) => [...source.matchAll(/^export (?:async )?(?:function|class|const|let) (\w+)/gm)].map(([, name]) => `export const ${name} = 0;`).join('\n');

/** One ES module from modules of www; `engines` is the folder of the engines' JavaScript: pkg/ and reader/. `inside`: a script for a page to have inside,
    which no module is: it runs as soon as it is read, where one waits until the page is painted anew. `without`: modules that have their names only,
    to weigh what they are. `first`: the address of the story of a page whose own address names none, where it is another than in www/first.js. */
export async function bundle({ www, engines, modules, assets = '', first = '', exported = '', inside = false, without = [] }) {
  const shell = {
    name: 'shell',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/assets\.js$/ }, () => ({ path: 'assets', namespace: 'written' }));
      onLoad({ filter: /.*/, namespace: 'written' }, () => ({ contents: assets, loader: 'js', resolveDir: www }));
      onLoad({ filter: /\/www\/first\.js$/ }, () => (first ? { contents: `export const FIRST = ${JSON.stringify(first)};`, loader: 'js' } : undefined));
      onLoad({ filter: /\/www\/\w+\.js$/ }, async ({ path }) => (without.includes(basename(path)) ? { contents: hollow(await readFile(path, 'utf8')), loader: 'js' } : undefined));
      onLoad({ filter: /\/www\/style[\w-]*\.js$/ }, async ({ path }) => ({ contents: await smallStyle(path), loader: 'js' }));
      onResolve({ filter: /\/pkg\/engine\.js$/ }, () => ({ path: join(engines, 'pkg/engine.js') }));
      onResolve({ filter: /\/pkg\/reader\.js$/ }, () => ({ path: join(engines, 'reader/engine.js') }));
    },
  };
  const result = await build({
    stdin: { contents: modules.map((name) => `import './${name}';`).join('\n') + exported, resolveDir: www, loader: 'js' },
    bundle: true, minify: true, write: false, format: 'esm', target: TARGET, charset: 'utf8', legalComments: 'none', plugins: [shell], logLevel: 'warning',
    ...(inside && { define: { 'import.meta.url': 'document.baseURI' } }),
  });
  const code = Buffer.from(result.outputFiles[0].contents);
  // A block, not a function: V8 would compile all of a function that is called at once, and then what is needed of it once more. Most of its functions are
  // called before the first frame; the comment (Chrome 136 and later) has V8 read each once, not first for where it ends and then to compile it.
  return inside ? Buffer.from(`//# allFunctionsCalledOnLoad\n"use strict";{${code.toString().trim()}}`) : code;
}

/** www/reading.js as a module whose default export takes what it is lent by the bundle that is there (LENT), and gives the class. */
export async function readingBundle({ www }) {
  const lending = {
    name: 'lending',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path }) => (LENT[basename(path)] ? { path: basename(path), namespace: 'lent' } : undefined));
      onLoad({ filter: /./, namespace: 'lent' }, ({ path }) => ({ contents: LENT[path].map((name) => `export const ${name} = lent_${name};`).join('\n'), loader: 'js' }));
      onLoad({ filter: /\/www\/style[\w-]*\.js$/ }, async ({ path }) => ({ contents: await smallStyle(path), loader: 'js' }));
    },
  };
  const result = await build({
    // Not as an export: those of such a bundle are made by descriptors, which a page that spoils Object.prototype breaks.
    stdin: { contents: "import { Reading } from './reading.js';\ngive(Reading);", resolveDir: www, loader: 'js' },
    bundle: true, minify: true, write: false, format: 'iife', target: TARGET, charset: 'utf8', legalComments: 'none', plugins: [lending], logLevel: 'warning',
  });
  const names = lent.map((name) => `lent_${name}`).join(', ');
  const whole = `export default (${names}) => { let given; const give = (it) => { given = it; }; ${result.outputFiles[0].text} return given; };`;
  return Buffer.from((await transform(whole, { loader: 'js', minify: true, format: 'esm', target: TARGET, charset: 'utf8' })).code);
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
