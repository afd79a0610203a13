// Names of files: with a checksum inside, so that a name never stands for two contents; as an address; and HTML's integrity attribute.

import { createHash } from 'node:crypto';

export const integrity = (bytes, sum = 'sha384') => `${sum}-${createHash(sum).update(bytes).digest('base64')}`;

/** `duoyuan.wasm` → `duoyuan-1f0c2a9b7e44.wasm` */
export function hashedName(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return name.replace(/(\.\w+)$/, `-${hash}$1`);
}

/** The path of a file as an address: the name of a story may have any sign in it. */
export const addressOf = (path) => path.split('/').map(encodeURIComponent).join('/');
