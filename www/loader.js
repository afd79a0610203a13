// Brings in what the picture is made of: the drawing program (WASM) and the story's files. Every failure becomes a `Trouble` that names the file.

const GLUE = new URL('./pkg/duoyuan.js', import.meta.url).href;
const WASM = new URL('./pkg/duoyuan_bg.wasm', import.meta.url).href;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_FILES = 64;
const PATIENCE_MS = 8000;
const TRIES = 3;

export class Trouble extends Error {
  /** `code`: a key of TROUBLES; `file`: what the reader can look for; `detail`: the browser's own words; `problems`: as the engine lists them. */
  constructor(code, file, { detail = '', problems = [] } = {}) {
    super(`${code}: ${file}${detail && ` (${detail})`}`);
    Object.assign(this, { code, file, detail, problems });
  }
}

const shortName = (address) => decodeURIComponent(new URL(address).pathname.split('/').slice(-2).join('/'));
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** `import()` cannot be aborted, but it can be given up. */
function inTime(promise) {
  let timer;
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error('no answer in time')), PATIENCE_MS); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function get(address, signal) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) });
    } catch (error) {
      // One long silence is enough: three would keep the reader waiting for 24 seconds.
      if (signal.aborted || attempt === TRIES || error.name === 'TimeoutError') throw new Trouble('network', shortName(address), { detail: error.message });
      await pause(150 * attempt);
    }
  }
}

/** Reads a body up to the cap, so that an endless stream ends at 2 MB. */
async function readCapped(response, address) {
  const told = response.headers.get('content-encoding') ? NaN : Number(response.headers.get('content-length') ?? NaN);
  if (told > MAX_BYTES) throw new Trouble('large', shortName(address));
  if (told <= MAX_BYTES) return new Uint8Array(await response.arrayBuffer());
  let size = 0;
  const cap = new TransformStream({
    transform(chunk, out) {
      size += chunk.length;
      if (size > MAX_BYTES) throw new Trouble('large', shortName(address));
      out.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(response.body.pipeThrough(cap)).arrayBuffer());
}

export async function readFile(address, signal) {
  const response = await get(address, signal);
  if (!response.ok) throw new Trouble('absent', shortName(address), { detail: `HTTP ${response.status}` });
  try {
    return await readCapped(response, address);
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble('network', shortName(address), { detail: error.message });
  }
}

// One compiled module for all elements of the page, so no single element's going away may stop it.
let compiling = null;
let instances = 0;

async function compile() {
  const response = await get(WASM, new AbortController().signal);
  if (!response.ok) throw new Trouble('engine', shortName(WASM), { detail: `HTTP ${response.status}` });
  // A server that sends another type than application/wasm is common; compileStreaming refuses it, compile does not.
  const typed = response.headers.get('content-type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The `Engine` class of a fresh WASM instance: a trap in one element's instance leaves the others alone. */
export async function freshEngine() {
  // The module map is keyed by the whole address, fragment included, while the HTTP cache drops the fragment: a new instance, no new download.
  const glue = instances === 0 ? GLUE : `${GLUE}#${instances}`;
  instances += 1;
  if (!compiling) {
    compiling = compile();
    compiling.catch(() => { compiling = null; });
  }
  try {
    const [{ default: init, Engine }, module] = await inTime(Promise.all([import(glue), compiling]));
    await init({ module_or_path: module });
    performance.mark('duoyuan:wasm-ready');
    return Engine;
  } catch (error) {
    if (error instanceof Trouble && error.code === 'engine') throw error;
    throw new Trouble('engine', shortName(WASM), { detail: error.detail ?? error.message });
  }
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
      const bytes = await readFile(address.href, signal);
      files.set(name, bytes);
      engine.add(name, bytes);
    }));
  }
}
