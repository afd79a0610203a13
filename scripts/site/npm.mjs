// The npm package: the element as one ES module with its WASM beside it, types, and the manifest that editors read. No dependency at run time.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COLOURS } from '../../www/ui/shared.js';

const ATTRIBUTES = [
  ['src', 'string', 'Address of story.json; same origin, or sent with CORS.'],
  ['scene', 'string', 'A scene’s id; absent: the whole story.'],
  ['lang', "'zh' | 'en'", 'Absent: the nearest lang, then the browser’s.'],
  ['theme', "'auto' | 'light' | 'dark' | 'contrast'", 'auto follows the reader’s system.'],
  ['mode', "'auto' | 'page' | 'stepper' | 'still'", 'Scrolling cards, step by step, or stills.'],
  ['status', "'loading' | 'ready' | 'error' | 'fallback'", 'Reflected, read only.'],
];
const METHODS = ['play', 'pause', 'next', 'previous', 'goTo', 'toSVG', 'toPNG', 'reload'];
const EVENTS = ['duoyuan-ready', 'duoyuan-scene', 'duoyuan-error'];
const PARTS = ['canvas', 'controls', 'table', 'record', 'status'];
const TOKENS = Object.keys(COLOURS.light);

const elements = {
  schemaVersion: '1.0.0',
  modules: [{
    kind: 'javascript-module', path: 'duoyuan.js',
    declarations: [{
      kind: 'class', customElement: true, name: 'DuoyuanStory', tagName: 'duoyuan-story', superclass: { name: 'HTMLElement' },
      description: 'An interactive infographic that draws each number as the statement it is.',
      attributes: ATTRIBUTES.map(([name, text, description]) => ({ name, type: { text }, description })),
      members: [...ATTRIBUTES.map(([name, text]) => ({ kind: 'field', name, type: { text }, ...(name === 'status' && { readonly: true }) })), ...METHODS.map((name) => ({ kind: 'method', name }))],
      events: EVENTS.map((name) => ({ name, type: { text: 'CustomEvent' } })),
      cssParts: PARTS.map((name) => ({ name })),
      cssProperties: TOKENS.map((name) => ({ name: `--duoyuan-${name}` })),
      slots: [{ name: '', description: 'Static words and picture: shown until, or in place of, the live picture.' }, { name: 'masthead' }],
    }],
    exports: [{ kind: 'js', name: 'DuoyuanStory', declaration: { name: 'DuoyuanStory' } }, { kind: 'custom-element-definition', name: 'duoyuan-story', declaration: { name: 'DuoyuanStory' } }],
  }],
};

/** Files of the package, below npm/. `module`: the bundle; `version`: of the crate. */
export async function npmPackage({ root, module, embed, wasm, version }) {
  const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const description = (await readFile(join(root, 'Cargo.toml'), 'utf8')).match(/^description = "(.*)"/m)[1];
  return new Map([
    ['npm/package.json', json({
      name: 'duoyuan', version, description, license: 'MIT', type: 'module', main: './duoyuan.js', types: './duoyuan.d.ts', customElements: './custom-elements.json',
      exports: { '.': { types: './duoyuan.d.ts', default: './duoyuan.js' }, './embed.js': './embed.js', './duoyuan.wasm': './duoyuan.wasm', './custom-elements.json': './custom-elements.json', './package.json': './package.json' },
      sideEffects: true, keywords: ['infographic', 'charts', 'web-component', 'wasm', 'newsroom'],
    })],
    ['npm/duoyuan.js', module], ['npm/duoyuan.wasm', wasm], ['npm/embed.js', embed],
    ['npm/duoyuan.d.ts', await readFile(join(root, 'scripts/site/npm/duoyuan.d.ts'))],
    ['npm/custom-elements.json', json(elements)],
    ['npm/README.md', await readFile(join(root, 'README.md'))], ['npm/LICENSE', await readFile(join(root, 'LICENSE'))],
  ]);
}
