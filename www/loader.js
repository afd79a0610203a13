// Brings in what the picture is made of: the drawing program (WASM) and the story's files, or its pack.

import { FULL, PACKS, READER, reading } from './assets.js';
import { pause, readFile, shortName, TRIES, Trouble } from './fetching.js';
import { decoded } from './names.js';

export { FULL, READER };

const MAX_FILES = 64;
const MAIN = 'story.json'; // as the engine calls a story's own file, whatever its name is
const LENGTH = 4; // bytes at the beginning of a pack that tell how many belong to the engine

// One compiled module for all elements of the page, so no single element's going away may stop it.
const compiling = new Map();

/** Compiled while it comes. Servers that send another type than application/wasm are common; browsers refuse to stream those. */
async function compile(program) {
  if (program.bytes) return WebAssembly.compile(program.bytes());
  let module = null;
  const taste = (response) => {
    const typed = response.headers.get('content-type')?.startsWith('application/wasm');
    module = typed ? WebAssembly.compileStreaming(response) : null;
    module?.catch(() => {}); // told below, unless another try succeeds
  };
  const bytes = await readFile(program.address, { integrity: program.integrity, taste });
  return module ?? WebAssembly.compile(bytes);
}

/** The compiled module of a program, one for all elements. */
function moduleOf(program) {
  if (!compiling.has(program)) {
    const compiled = compile(program);
    compiling.set(program, compiled);
    compiled.catch(() => compiling.delete(program));
  }
  return compiling.get(program);
}

/** The whole address of what an attribute names; empty where that can be none. */
export function addressOf(src) {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return '';
  }
}

/** Has the browser fetch and compile what a story at `src` will need, without waiting: `freshEngine` and `readPack` then find it, or try
    again and tell what is wrong. */
export function ahead(src, lang, room) {
  const address = addressOf(src);
  const pack = typeof WebAssembly !== 'undefined' && packOf(address, lang, room);
  if (!pack) return;
  for (const coming of [readPack(pack), moduleOf(READER)]) coming.catch(() => {});
}

/** The `Engine` class of a fresh WASM instance of a program, READER or FULL: a trap in one element's instance leaves the others alone. */
export async function freshEngine(program) {
  const { address } = program;
  // Some browsers and modes (Lockdown, Tor) have none: then nothing is asked for.
  if (typeof WebAssembly === 'undefined') throw new Trouble('engine', shortName(address), { detail: 'no WebAssembly' });
  try {
    const [instance, module] = await Promise.all([program.glue(), moduleOf(program)]);
    const { Engine, init } = instance();
    await init(module);
    performance.mark('duoyuan:wasm-ready');
    return Engine;
  } catch (error) {
    if (error instanceof Trouble && error.code === 'altered') throw error;
    throw new Trouble('engine', shortName(address), { detail: error.detail ?? error.message });
  }
}

let asked = null; // a promise of the class
let tries = 0;

async function tryReading() {
  for (let left = TRIES; ; left -= 1) {
    tries += 1;
    try {
      return await reading(tries > 1 ? `?${tries}` : '');
    } catch (error) {
      if (left === 1) throw new Trouble('network', 'reading.js', { detail: error.message });
    }
    await pause(150 * tries);
  }
}

/** The class of reading.js, for all elements of the page. */
export function fetchReading() {
  asked ??= tryReading().catch((error) => {
    asked = null;
    throw error;
  });
  return asked;
}

/** The pack of a story in a language: of those that fit into `room` CSS px the widest. Nothing where it has none. One that is `inside` stands in the page, but
    for its rest, which has its address. */
export function packOf(address, lang, room) {
  const packs = READER && PACKS.get(address)?.[lang];
  return packs ? packs.findLast(({ width }) => width <= room) ?? packs[0] : null;
}

// A pack never changes under its name, so all elements of the page share it.
const packs = new Map(); // by address, or by width where it stands in the page

async function fetchPack(pack) {
  const all = await readFile(pack.address, pack);
  const end = LENGTH + new DataView(all.buffer).getUint32(0, true);
  return { bytes: all.subarray(LENGTH, end), words: JSON.parse(new TextDecoder().decode(all.subarray(end))) };
}

/** The same from the page itself; what it then names as its rest is a file. */
async function packInside({ address, integrity, width }) {
  const { first, ...words } = JSON.parse(document.querySelector('script[data-first]').textContent);
  const { heights, bytes } = first[width];
  return { bytes: Uint8Array.from(bytes.match(/../g), (two) => Number.parseInt(two, 16)), words: { ...words, heights, rest: [address, integrity] } };
}

/** Of a pack, `bytes` for the engine and `words`: {story, heights, scenes, rest} with one scene, or {first, scenes} with what else that has and with the
    others. */
export function readPack(pack) {
  const key = pack.inside ? pack.width : pack.address;
  if (!packs.has(key)) {
    const read = pack.inside ? packInside(pack) : fetchPack(pack);
    packs.set(key, read);
    read.catch(() => packs.delete(key));
  }
  return packs.get(key);
}

/** The pack with the other scenes, which the first one names; null where it has them all. */
export const restOf = (pack, { rest }) => rest && { address: new URL(rest[0], pack.address).href, integrity: rest[1] };

const bytesOf = (files) => new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));

/** What is known of a story before the engine has seen it: all its files from a pack of plain files, or the story's own file. */
export async function readStory(address, signal) {
  const { files, plain } = PACKS.get(address) ?? {};
  if (files) return bytesOf(files);
  if (plain) {
    try {
      return bytesOf(JSON.parse(new TextDecoder().decode(await readFile(plain.address, { ...plain, signal }))));
    } catch (error) {
      if (signal.aborted || error.code === 'altered') throw error;
      // The plain files say the same, in more requests.
    }
  }
  return new Map([[MAIN, await readFile(address, { signal })]]);
}

/** Problems with the story's own file under the name that its author gave it. */
export function asNamed(problems, address) {
  const name = decoded(new URL(address).pathname.split('/').pop()) || MAIN;
  return problems.map((problem) => (problem.file === MAIN ? { ...problem, file: name } : problem));
}

/** Asks the engine what it still needs and fetches that from the story's folder, until it needs nothing. */
export async function readRest(engine, files, story, signal) {
  const folder = new URL('.', story);
  for (;;) {
    const names = engine.missing().split('\n').filter((name) => name && !files.has(name));
    if (names.length === 0) return;
    if (files.size + names.length > MAX_FILES) throw new Trouble('address', names[0]);
    await Promise.all(names.map(async (name) => {
      // A name is no address: its percent signs are its own.
      const address = new URL(name.replaceAll('%', '%25'), folder);
      const inside = address.origin === folder.origin && address.pathname.startsWith(folder.pathname);
      if (!inside) throw new Trouble('address', name);
      const bytes = await readFile(address.href, { signal });
      files.set(name, bytes);
      engine.add(name, bytes);
    }));
  }
}
