// Brings in what the picture is made of: the drawing program (WASM) and the story's files.

import { ENGINE, PACKS } from './assets.js';
import { readFile, shortName, Trouble } from './fetching.js';
import instance from './pkg/engine.js';

const MAX_FILES = 64;

// One compiled module for all elements of the page, so no single element's going away may stop it.
let compiling = null;

/** Compiled while it comes. Servers that send another type than application/wasm are common; browsers refuse to stream those. */
async function compile() {
  if (ENGINE.bytes) return WebAssembly.compile(ENGINE.bytes());
  let module = null;
  const taste = (response) => {
    const typed = response.headers.get('content-type')?.startsWith('application/wasm');
    module = typed ? WebAssembly.compileStreaming(response) : null;
    module?.catch(() => {}); // told below, unless another try succeeds
  };
  const bytes = await readFile(ENGINE.address, { integrity: ENGINE.integrity, taste });
  return module ?? WebAssembly.compile(bytes);
}

/** The `Engine` class of a fresh WASM instance: a trap in one element's instance leaves the others alone. */
export async function freshEngine() {
  // Some browsers and modes (Lockdown, Tor) have none: then nothing is asked for.
  if (typeof WebAssembly === 'undefined') throw new Trouble('engine', shortName(ENGINE.address), { detail: 'no WebAssembly' });
  if (!compiling) {
    compiling = compile();
    compiling.catch(() => { compiling = null; });
  }
  try {
    const { Engine, init } = instance();
    await init({ module_or_path: await compiling });
    performance.mark('duoyuan:wasm-ready');
    return Engine;
  } catch (error) {
    if (error instanceof Trouble && error.code === 'altered') throw error;
    throw new Trouble('engine', shortName(ENGINE.address), { detail: error.detail ?? error.message });
  }
}

const bytesOf = (files) => new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));

/** What is known of a story before the engine has seen it: all its files from a pack, or the story's own file. */
export async function readStory(address, signal) {
  const pack = PACKS.get(address);
  if (pack?.files) return bytesOf(pack.files);
  if (pack) {
    try {
      return bytesOf(JSON.parse(new TextDecoder().decode(await readFile(pack.address, { ...pack, signal }))));
    } catch (error) {
      if (signal.aborted || error.code === 'altered') throw error;
      // The plain files say the same, in more requests.
    }
  }
  const name = decodeURIComponent(new URL(address).pathname.split('/').pop());
  return new Map([[name, await readFile(address, { signal })]]);
}

/** Asks the engine what it still needs and fetches that from the story's folder, until it needs nothing. */
export async function readRest(engine, files, story, signal) {
  const folder = new URL('.', story);
  for (;;) {
    const names = engine.missing().split('\n').filter((name) => name && !files.has(name));
    if (names.length === 0) return;
    if (files.size + names.length > MAX_FILES) throw new Trouble('address', names[0]);
    await Promise.all(names.map(async (name) => {
      const address = new URL(name, folder);
      const inside = address.origin === folder.origin && address.pathname.startsWith(folder.pathname);
      if (!inside) throw new Trouble('address', name);
      const bytes = await readFile(address.href, { signal });
      files.set(name, bytes);
      engine.add(name, bytes);
    }));
  }
}
