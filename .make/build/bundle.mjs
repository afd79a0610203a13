// The shell's modules as few small files, by esbuild. What differs between bundles is where the engine and the packs are: www/assets.js.

import { join } from 'node:path';
import { build } from 'esbuild';

const TARGET = ['chrome103', 'firefox115', 'safari16.4'];

/** The text of www/assets.js for a bundle: `engine` {address, integrity}, `packs` [[story address, {address, integrity}]],
    `stills` [[story id, folder]], relative to the bundle. */
export function linkedAssets({ engine, packs, stills }) {
  const here = (address) => `new URL(${JSON.stringify(address)}, import.meta.url).href`;
  const entry = ([story, pack]) => `[${here(story)}, { address: ${here(pack.address)}, integrity: ${JSON.stringify(pack.integrity)} }]`;
  return `export const ENGINE = { address: ${here(engine.address)}, integrity: ${JSON.stringify(engine.integrity)} };
export const PACKS = new Map([${packs.map(entry).join(', ')}]);
export const STILLS = new Map([${stills.map(([id, folder]) => `[${JSON.stringify(id)}, ${here(folder)}]`).join(', ')}]);`;
}

/** The same with the bytes inside, for the single file. */
export function inlineAssets({ wasm, packs }) {
  return `export const ENGINE = { address: new URL('duoyuan.wasm', document.baseURI).href,
  bytes: () => Uint8Array.from(atob(${JSON.stringify(wasm.toString('base64'))}), (letter) => letter.charCodeAt(0)) };
export const PACKS = new Map([${packs.map(([story, pack]) => `[new URL(${JSON.stringify(story)}, document.baseURI).href, { files: ${pack} }]`).join(', ')}]);
export const STILLS = new Map();`;
}

/** One ES module from modules of www; `glue` is the engine's JavaScript. */
export async function bundle({ www, glue, modules, assets = '', exported = '' }) {
  const shell = {
    name: 'shell',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/assets\.js$/ }, () => ({ path: 'assets', namespace: 'written' }));
      onLoad({ filter: /.*/, namespace: 'written' }, () => ({ contents: assets, loader: 'js' }));
      onResolve({ filter: /\/pkg\/engine\.js$/ }, () => ({ path: glue }));
    },
  };
  const result = await build({
    stdin: { contents: modules.map((name) => `import './${name}';`).join('\n') + exported, resolveDir: www, loader: 'js' },
    bundle: true, minify: true, write: false, format: 'esm', target: TARGET, charset: 'utf8', legalComments: 'none', plugins: [shell], logLevel: 'warning',
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
