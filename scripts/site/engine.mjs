// The engine's JavaScript as a function: node engine.mjs FOLDER makes engine.js and engine.d.ts from the duoyuan.js and
// duoyuan.d.ts that wasm-bindgen has written there.
//
// wasm-bindgen keeps an instance in variables of its module, so a module has one instance for ever. As a function it
// gives a new one at each call: one for each embed, another after a trap, and none is kept when its element is gone. The
// start that wasm-bindgen writes also takes addresses, responses and bytes, with a warning for each; ours takes a compiled
// module only.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const read = (name) => readFile(join(folder, name), 'utf8');
const write = (name, ...parts) => writeFile(join(folder, name), `${parts.join('\n')}\n`);

const script = await read('duoyuan.js');
const classes = [...script.matchAll(/^export class (\w+)/gm)].map(([, name]) => name);
await write(
  'engine.js',
  'export default function instance() {',
  script.replace(/^export class /gm, 'class ').replace(/^async function __wbg_load[^]*/m, '').trimEnd(),
  '',
  `return { ${classes.join(', ')}, init: async (module) =>`,
  '  __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module) };',
  '}',
);

// The types of the classes, without those that belong only to wasm-bindgen's own start function.
const types = await read('duoyuan.d.ts');
await write(
  'engine.d.ts',
  types.replace(/^export type InitInput[^]*/m, '').replace(/^\/\* [et]slint.*\n/gm, '').trim(),
  '',
  '/** What an instance of the engine gives; `init` takes the compiled module. */',
  'export interface Classes {',
  ...classes.map((name) => `    ${name}: typeof ${name};`),
  '    init(module: WebAssembly.Module): Promise<unknown>;',
  '}',
  'export default function instance(): Classes;',
);
await Promise.all(['duoyuan.d.ts', 'duoyuan_bg.wasm.d.ts'].map((name) => rm(join(folder, name))));
