// What a folder of the site holds: bytes as they are and as they travel, and a checksum for each file. Also writes the compressed twins.

import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { integrity } from './hashing.mjs';

const COMPRESSED = /\.(html|js|css|json|csv|svg|wasm|compiled)$/;
const known = new Map(); // many files stand in two folders

function twins(bytes) {
  const key = integrity(bytes);
  if (!known.has(key)) {
    known.set(key, {
      br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      gz: gzipSync(bytes, { level: 9 }),
    });
  }
  return known.get(key);
}

/** name → bytes, with NAME.br and NAME.gz beside each file that gets smaller by it. */
export function withTwins(files) {
  const all = new Map();
  for (const [name, bytes] of files) {
    all.set(name, bytes);
    if (!COMPRESSED.test(name)) continue;
    for (const [ending, small] of Object.entries(twins(bytes))) if (small.length < bytes.length) all.set(`${name}.${ending}`, small);
  }
  return all;
}

/** The manifest of the files: sorted, so that equal files give equal bytes. `more`: version, stories, heights. */
export function manifest(files, more) {
  const entry = ([name, bytes]) => {
    const { br, gz } = COMPRESSED.test(name) ? twins(bytes) : {};
    return [name, { bytes: bytes.length, ...(br && { brotli: Math.min(br.length, bytes.length), gzip: Math.min(gz.length, bytes.length) }), integrity: integrity(bytes) }];
  };
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(entry);
  return Buffer.from(`${JSON.stringify({ ...more, files: Object.fromEntries(sorted) }, null, 1)}\n`);
}
