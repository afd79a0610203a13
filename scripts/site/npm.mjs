// The npm package: the element as one ES module with its WASM beside it, types, and the manifest that editors read. No dependency at run time.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COLOURS } from '../../www/ui/shared.js';
import { bundle } from './bundle.mjs';
import { elementTypes } from './element-types.mjs';

/** name → bytes. `embed`: the script beside frames; `wasm`: the author's engine. */
export async function npmPackage({ root, www, engines, embed, wasm }) {
  const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const crate = await readFile(join(root, 'Cargo.toml'), 'utf8');
  const told = (name) => crate.match(new RegExp(`^${name} = "(.*)"`, 'm'))[1];
  const types = elementTypes({ www, properties: Object.keys(COLOURS.light).map((name) => `--duoyuan-${name}`) });
  return new Map([
    ['package.json', json({
      name: 'duoyuan', version: told('version'), description: told('description'), license: 'MIT', type: 'module',
      main: './duoyuan.js', types: './duoyuan.d.ts', customElements: './custom-elements.json',
      exports: { '.': { types: './duoyuan.d.ts', default: './duoyuan.js' }, './embed.js': './embed.js', './duoyuan.wasm': './duoyuan.wasm', './custom-elements.json': './custom-elements.json', './package.json': './package.json' },
      sideEffects: true, keywords: ['infographic', 'charts', 'web-component', 'wasm', 'newsroom'],
    })],
    ['duoyuan.js', await bundle({ www, engines, modules: [], exported: "export * from './duoyuan.js';" })],
    ['duoyuan.wasm', wasm],
    ['embed.js', embed],
    ['duoyuan.d.ts', Buffer.from(types.declaration)],
    ['custom-elements.json', Buffer.from(types.manifest)],
    ['README.md', await readFile(join(root, 'README.md'))],
    ['LICENSE', await readFile(join(root, 'LICENSE'))],
  ]);
}
