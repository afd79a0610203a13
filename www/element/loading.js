// Brings in what the picture is made of: the drawing program (WASM) and the story, compiled or as
// plain files.

import { AUTHOR, MORE_WORDS, PLAYER, STORIES } from './assets.js';
import { LoadError, MAX_PROGRAM_BYTES, messageOf, readFile, shortName } from './fetch-file.js';
import { decoded } from './names.js';
import { addWords, lacksWords } from '../ui/words.js';

export { AUTHOR, PLAYER };

/**
 * @import {Classes, Draft} from '../pkg/engine.js'
 * @import {Lang, Problem, Words} from '../types.js'
 * @import {File, Program} from './assets.js'
 */
/** What an instance of an engine gives. @typedef {Pick<Classes, 'Draft' | 'Engine'>} Engines */

const MAIN = 'story.json'; // as the engine calls a story's own file, whatever its name is
const MAX_FILES = 64;

// One compiled module for all elements of the page, so no single element's going away may stop it.
/** @type {Map<Program, Promise<WebAssembly.Module>>} */
const compiling = new Map();

/**
 * Compiled while it comes. Servers that send another type than application/wasm are common; browsers refuse to stream
 * those.
 * @param {Program} program
 */
async function compile(program) {
  /** @type {Promise<WebAssembly.Module> | null} */
  let module = null;
  const taste = (/** @type {Response} */ response) => {
    const typed = response.headers.get('content-type')?.startsWith('application/wasm');
    module = typed ? WebAssembly.compileStreaming(response) : null;
    module?.catch(() => {}); // told below, unless another try succeeds
  };
  const bytes = await readFile(program.address, { integrity: program.integrity, taste, most: MAX_PROGRAM_BYTES });
  return module ?? WebAssembly.compile(bytes);
}

/** The compiled module of a program, one for all elements. @param {Program} program */
function moduleOf(program) {
  const known = compiling.get(program);
  if (known) return known;
  const compiled = compile(program);
  compiling.set(program, compiled);
  compiled.catch(() => compiling.delete(program));
  return compiled;
}

/** The whole address of what an attribute names; empty where that can be none. @param {string} src */
export function addressOf(src) {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return '';
  }
}

/**
 * Has the browser fetch and compile what a story at `src` will need, without waiting: `freshEngine` and `readCompiled`
 * then find it, or try again and tell what is wrong.
 * @param {string} src
 */
export function ahead(src) {
  const compiled = typeof WebAssembly === 'undefined' ? null : compiledOf(addressOf(src));
  if (!compiled?.known || !PLAYER) return;
  for (const coming of [readCompiled(compiled.file), moduleOf(PLAYER)]) coming.catch(() => {});
}

/**
 * The classes of a fresh WASM instance of an engine, PLAYER or AUTHOR: a trap in one element's instance leaves the
 * others alone.
 * @param {Program} program
 * @returns {Promise<Engines>}
 */
export async function freshEngine(program) {
  const { address } = program;
  // Some browsers and modes (Lockdown, Tor) have none: then nothing is asked for.
  if (typeof WebAssembly === 'undefined')
    throw new LoadError('engine', shortName(address), { detail: 'no WebAssembly' });
  try {
    const [instance, module] = await Promise.all([program.glue(), moduleOf(program)]);
    const { init, ...classes } = instance();
    await init(module);
    performance.mark('duoyuan:wasm-ready');
    return classes;
  } catch (error) {
    if (error instanceof LoadError && error.code === 'altered') throw error;
    const detail = error instanceof LoadError ? error.detail : messageOf(error);
    throw new LoadError('engine', shortName(address), { detail });
  }
}

/** @type {Partial<Record<Lang, () => Promise<{ WORDS: Words }>>>} */
const MORE = MORE_WORDS;

/**
 * Fetches what is lacking of the interface's words in a story's languages; where that fails, English stands in.
 * Nothing where nothing is lacking: the picture need not wait then.
 * @param {Lang[]} languages
 */
export function moreWords(languages) {
  const lacking = languages.filter(lacksWords);
  if (lacking.length === 0) return null;
  const read = async (/** @type {Lang} */ lang) => {
    const module = await MORE[lang]?.().catch(() => null);
    if (module) addWords(lang, module.WORDS);
  };
  return Promise.all(lacking.map(read));
}

/**
 * Where the compiled story of an address is: known from the build, else `story.compiled` beside `story.json`, which may
 * not be there; null where there is none.
 * @param {string} address
 * @returns {{ file: File, known: boolean } | null}
 */
export function compiledOf(address) {
  if (!PLAYER || !address) return null;
  const story = STORIES.get(address);
  if (story) return story.compiled ? { file: story.compiled, known: true } : null;
  const beside = new URL(address);
  beside.pathname = beside.pathname.replace(/\.json$/, '.compiled');
  return beside.pathname.endsWith('.compiled') ? { file: { address: beside.href, integrity: '' }, known: false } : null;
}

// A compiled story never changes under its name, so all elements of the page share it.
/** @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} */
const stories = new Map();

/** The bytes of a compiled story. @param {File} compiled */
export function readCompiled(compiled) {
  const { address } = compiled;
  const known = stories.get(address);
  if (known) return known;
  const read = readFile(address, { integrity: compiled.integrity });
  stories.set(address, read);
  read.catch(() => stories.delete(address));
  return read;
}

/** @param {Record<string, string>} files @returns {Map<string, Uint8Array>} */
const bytesOf = (files) => new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));

/**
 * What is known of a story before the engine has seen it: all its files from one file, or the story's own file.
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<Map<string, Uint8Array>>} by name
 */
export async function readStory(address, signal) {
  const plain = STORIES.get(address)?.plain;
  if (!plain) return new Map([[MAIN, await readFile(address, { signal })]]);
  const bytes = await readFile(plain.address, { integrity: plain.integrity, signal });
  return bytesOf(JSON.parse(new TextDecoder().decode(bytes)));
}

/**
 * Problems with the story's own file under the name that its author gave it.
 * @param {Problem[]} problems
 * @param {string} address
 */
export function asNamed(problems, address) {
  const name = decoded(new URL(address).pathname.split('/').pop() ?? '') || MAIN;
  return problems.map((problem) => (problem.file === MAIN ? { ...problem, file: name } : problem));
}

/**
 * Asks a draft what it still needs and fetches that from the story's folder, until it needs nothing.
 * @param {Draft} draft
 * @param {Map<string, Uint8Array>} files
 * @param {string} story
 * @param {AbortSignal} signal
 */
export async function readRest(draft, files, story, signal) {
  const folder = new URL('.', story);
  for (;;) {
    const names = draft
      .missing()
      .split('\n')
      .filter((name) => name && !files.has(name));
    if (names.length === 0) return;
    if (files.size + names.length > MAX_FILES) throw new LoadError('address', names[0]);
    await Promise.all(
      names.map(async (name) => {
        // A name is no address: its percent signs are its own.
        const address = new URL(name.replaceAll('%', '%25'), folder);
        const inside = address.origin === folder.origin && address.pathname.startsWith(folder.pathname);
        if (!inside) throw new LoadError('address', name);
        const bytes = await readFile(address.href, { signal });
        files.set(name, bytes);
        draft.add(name, bytes);
      }),
    );
  }
}
