// Files from the network: a few tries, patience while bytes still come, a cap, and the checksum where one is known.
// Every failure becomes a `LoadError` that names the file.

import { decoded } from './names.js';

/** @import {Problem} from '../types.js' */
/** @import {ErrorCode} from '../ui/words.js' */

const MAX_BYTES = 2 * 1024 * 1024; // of a story's file
/** Of an engine. */
export const MAX_PROGRAM_BYTES = 8 * 1024 * 1024;
const PATIENCE_MS = 7000; // of silence; a slow file that keeps coming is waited for
export const TRIES = 3;

export class LoadError extends Error {
  /**
   * `file`: what the reader can look for; `detail`: the browser's own words; `problems`: as the engine lists them.
   * @param {ErrorCode} code
   * @param {string} file
   * @param {{ detail?: string, problems?: Problem[] }} [more]
   */
  constructor(code, file, { detail = '', problems = [] } = {}) {
    super(`${code}: ${file}${detail && ` (${detail})`}`);
    this.code = code;
    this.file = file;
    this.detail = detail;
    this.problems = problems;
  }
}

/** The end of an address, for readers. @param {string} address */
export function shortName(address) {
  const end = new URL(address).pathname.split('/').slice(-2).join('/');
  return decoded(end) ?? end;
}

/** What an error says of itself. @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

export const pause = (/** @type {number} */ ms) =>
  new Promise((done) => {
    setTimeout(done, ms);
  });
const never = new AbortController().signal;

/**
 * Aborts with `outer`, and when nothing was heard for a while. `heard()` after each sign of life, `stop()` at the end.
 * @param {AbortSignal} outer
 */
function patience(outer) {
  const silence = new AbortController();
  const give = () => silence.abort(outer.reason);
  outer.addEventListener('abort', give);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(new DOMException('no answer in time', 'TimeoutError')), PATIENCE_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    outer.removeEventListener('abort', give);
  };
  if (outer.aborted) give();
  heard();
  return { signal: silence.signal, heard, stop, abort: (/** @type {unknown} */ reason) => silence.abort(reason) };
}

/** @param {BufferSource} bytes @param {string} integrity as in HTML */
async function isAltered(bytes, integrity) {
  const [kind, wanted] = integrity.split('-');
  const digest = await crypto.subtle.digest(`SHA-${kind.slice(3)}`, bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest))) !== wanted;
}

/**
 * Reads along: each part is a sign of life, and too many of them end it.
 * @param {ReadableStream<Uint8Array> | null} stream
 * @param {string} file
 * @param {number} most bytes
 * @param {() => void} heard
 */
async function follow(stream, file, most, heard) {
  if (!stream) return;
  const reader = stream.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    heard();
    size += part.value.length;
    if (size > most) throw new LoadError('large', file);
  }
}

/**
 * What is asked of a file. `taste(response)` gets a copy while it comes; it is only good when all of it has come.
 * `most`: bytes.
 * @typedef {{
 *   signal: AbortSignal, integrity: string, taste: ((response: Response) => void) | null, most: number
 * }} Wishes
 */

/**
 * One try.
 * @param {string} address
 * @param {Wishes & { cache: RequestCache }} wishes
 */
async function readOnce(address, { signal, integrity, cache, taste, most }) {
  const file = shortName(address);
  const { signal: watched, heard, stop, abort } = patience(signal);
  // Without a secure origin there is no crypto.subtle; the browser's own check then says no more than "failed to
  // fetch".
  const asked = integrity && !crypto.subtle ? { integrity } : {};
  try {
    const response = await fetch(address, { signal: watched, cache, ...asked });
    if (!response.ok) throw new LoadError('absent', file, { detail: `HTTP ${response.status}` });
    const told = response.headers.get('content-encoding') ? NaN : Number(response.headers.get('content-length') ?? NaN);
    if (told > most) throw new LoadError('large', file);
    taste?.(response.clone());
    // The stream that is followed is a copy: Chromium notes a body that was read by a stream itself as cancelled,
    // though all of it came.
    const following = follow(response.clone().body, file, most, heard);
    const [buffer] = await Promise.all([response.arrayBuffer(), following]);
    const bytes = new Uint8Array(buffer);
    if (integrity && crypto.subtle && (await isAltered(bytes, integrity))) throw new LoadError('altered', file);
    return bytes;
  } catch (error) {
    abort(error); // the rest of an answer that is not wanted is not fetched
    throw error;
  } finally {
    stop();
  }
}

/**
 * The bytes of a file, or a LoadError.
 * @param {string} address
 * @param {Partial<Wishes>} [wishes]
 */
export async function readFile(address, { signal = never, integrity = '', taste = null, most = MAX_BYTES } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // An altered file may be a spoiled copy in a cache on the way: the next try asks for a fresh one.
      return await readOnce(address, { signal, integrity, taste, most, cache: attempt > 1 ? 'reload' : 'default' });
    } catch (error) {
      if (error instanceof LoadError && error.code !== 'altered') throw error;
      // One long silence is enough: three would keep the reader waiting for 21 seconds.
      if (signal.aborted || attempt === TRIES || (error instanceof Error && error.name === 'TimeoutError')) {
        throw error instanceof LoadError
          ? error
          : new LoadError('network', shortName(address), { detail: messageOf(error) });
      }
      await pause(150 * attempt);
    }
  }
}
