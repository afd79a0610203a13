// Bundles the modules of www/ into a few small files, by esbuild. Bundles differ in where they look for the engines and
// the stories, which www/element/assets.js says; on published sites www/element/published.js takes its place.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

const TARGET = ['chrome103', 'firefox115', 'safari16.4'];
const INSIDE = `import * as panel from './a11y/sonification-panel.js';
import * as ru from './ui/words-ru.js';
export const sonificationPanel = async () => panel;
export const MORE_WORDS = { ru: async () => ru };
`;
/** www/element/assets.js of the npm package: the author's engine beside the script, as bundlers that take the package in look for it. */
const PACKAGE = `${INSIDE}import instance from '../pkg/engine.js';
export const AUTHOR = { address: new URL('./duoyuan.wasm', import.meta.url).href, integrity: '', glue: async () => instance };
export const PLAYER = null;
export const STORIES = new Map();
export const STILLS = new Map();`;

/** The checksum of bytes as HTML writes it. */
export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Minifies the element's style sheet, which is part of a script. */
async function smallStyle(path) {
  const { STYLE } = await import(pathToFileURL(path).href);
  const { code } = await transform(STYLE, { loader: 'css', minify: true, target: TARGET, charset: 'utf8' });
  return `export const STYLE = ${JSON.stringify(code.trim())};`;
}

/** One ES module from modules of www. `engines`: the folder of the engines' JavaScript, pkg/ and player/. `sums`: the checksums of the two engines, for
    the scripts of a site; without them, for the npm package. `whole`: one that fetches no other script. */
export async function bundle({ www, engines, modules, exported = '', sums = null, whole = false }) {
  const written = (contents) => ({ contents, loader: 'js', resolveDir: www });
  const shell = {
    name: 'shell',
    setup({ onResolve, onLoad }) {
      if (sums) onResolve({ filter: /\/(?:assets|first-story)\.js$/ }, () => ({ path: join(www, 'element/published.js') }));
      else onLoad({ filter: /\/element\/assets\.js$/ }, () => written(PACKAGE));
      if (whole) onLoad({ filter: /\/published-parts\.js$/ }, () => written(`${INSIDE}export const beside = (name) => name;`));
      onLoad({ filter: /\/ui\/style\.js$/ }, async ({ path }) => ({ contents: await smallStyle(path), loader: 'js' }));
      onResolve({ filter: /\/pkg\/engine\.js$/ }, () => ({ path: join(engines, sums ? 'player/engine.js' : 'pkg/engine.js') }));
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
