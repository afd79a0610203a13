// The npm package: the element as one ES module with its WASM beside it, types, and the manifest that editors read. No dependency at run time.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of the package, below npm/. `module`: the bundle; `types`: what elementTypes gives; `version`: of the crate. */
export async function npmPackage({ root, module, types, embed, wasm, version }) {
  const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const description = (await readFile(join(root, 'Cargo.toml'), 'utf8')).match(/^description = "(.*)"/m)[1];
  return new Map([
    ['npm/package.json', json({
      name: 'duoyuan', version, description, license: 'MIT', type: 'module', main: './duoyuan.js', types: './duoyuan.d.ts', customElements: './custom-elements.json',
      exports: { '.': { types: './duoyuan.d.ts', default: './duoyuan.js' }, './embed.js': './embed.js', './duoyuan.wasm': './duoyuan.wasm', './custom-elements.json': './custom-elements.json', './package.json': './package.json' },
      sideEffects: true, keywords: ['infographic', 'charts', 'web-component', 'wasm', 'newsroom'],
    })],
    ['npm/duoyuan.js', module], ['npm/duoyuan.wasm', wasm], ['npm/embed.js', embed],
    ['npm/duoyuan.d.ts', Buffer.from(types.declaration)],
    ['npm/custom-elements.json', Buffer.from(types.manifest)],
    ['npm/README.md', await readFile(join(root, 'README.md'))], ['npm/LICENSE', await readFile(join(root, 'LICENSE'))],
  ]);
}
