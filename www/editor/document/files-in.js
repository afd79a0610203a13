// Stories and other files from this computer: folders, zips, what is dropped on the page.
//
// **Invariant**: a file that is not changed afterwards goes out with the bytes with which it came in.

import { directoryOpen, fileOpen } from 'browser-fs-access';
import { unzipSync } from 'fflate';

/**
 * @import {Content} from '../types.js'
 * @typedef {object} Opened
 * @property {string} name of the folder, the zip or the file
 * @property {[name: string, content: Content][]} files by their names in the story's folder
 * @property {FileSystemDirectoryHandle | null} folder
 * @typedef {{ path: string, bytes: Uint8Array }} Found
 */

/** Bytes: what a story is not larger than. */
const MOST = 100e6;
const NO_PART = /(^|\/)(\.|__MACOSX\/|node_modules\/|Thumbs\.db$)/;

/** Text where the bytes are UTF-8 that comes out as it went in. @param {Uint8Array} bytes @returns {Content} */
export function contentOf(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** Where the story is among files: the folder of the story.json that is nearest to the top. @param {string[]} paths */
function folderOf(paths) {
  const stories = paths.filter((path) => /(^|\/)story\.json$/.test(path));
  const own = stories.filter((path) => /(^|\/)story\/story\.json$/.test(path));
  const depth = (/** @type {string} */ path) => path.split('/').length;
  const [first] = (own.length > 0 ? own : stories).sort((a, b) => depth(a) - depth(b));
  return first === undefined ? null : first.slice(0, -'story.json'.length);
}

/**
 * @param {Found[]} found
 * @param {string} name
 * @param {FileSystemDirectoryHandle | null} [folder]
 * @returns {Opened | null} null: no story is among them
 */
export function storyAmong(found, name, folder = null) {
  const parts = found.filter(({ path }) => !NO_PART.test(path));
  const top = folderOf(parts.map(({ path }) => path));
  if (top === null) return null;
  const inside = parts.filter(({ path }) => path.startsWith(top) && !path.endsWith('/'));
  const sizes = inside.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (sizes > MOST) throw new RangeError(`${Math.round(sizes / 1e6)} MB`);
  return { name, folder, files: inside.map(({ path, bytes }) => [path.slice(top.length), contentOf(bytes)]) };
}

/** @param {Uint8Array} bytes @returns {Found[]} */
export const unzipped = (bytes) =>
  Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, bytes: content }));

/** @param {Blob} file */
const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

/** @param {Uint8Array} bytes */
export const isZip = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Whether what was thrown only means that nothing was chosen. @param {unknown} error */
export const isCancel = (error) => error instanceof DOMException && error.name === 'AbortError';

/** A folder, chosen. */
export async function openFolder() {
  const chosen = await directoryOpen({
    recursive: true,
    id: 'duoyuan',
    mode: 'readwrite',
    skipDirectory: (entry) => NO_PART.test(`${entry.name}/`),
  });
  /** @type {(File & { directoryHandle?: FileSystemDirectoryHandle })[]} */
  const all = chosen.filter((file) => file instanceof File);
  const found = await Promise.all(
    all.map(async (file) => ({ path: file.webkitRelativePath || file.name, bytes: await bytesOf(file) })),
  );
  const name = all[0]?.webkitRelativePath.split('/')[0] ?? '';
  // Each file tells the folder in which it is: that of story.json is the story's.
  const top = folderOf(found.map(({ path }) => path));
  const own = all.find((file) => top !== null && file.webkitRelativePath === `${top}story.json`);
  return storyAmong(found, name, own?.directoryHandle ?? null);
}

/** A zip, chosen. */
export async function openZip() {
  const file = await fileOpen({ extensions: ['.zip'], mimeTypes: ['application/zip'], id: 'duoyuan' });
  return storyAmong(unzipped(await bytesOf(file)), file.name.replace(/\.zip$/i, ''));
}

/** A table, chosen. */
export const openTable = () =>
  fileOpen({ extensions: ['.xlsx', '.xls', '.ods', '.csv', '.tsv', '.txt'], id: 'duoyuan-table' });

/** @param {FileSystemEntry} entry @param {string} path @returns {Promise<Found[]>} */
async function below(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => {
      /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject);
    });
    return [{ path: path + entry.name, bytes: await bytesOf(file) }];
  }
  if (NO_PART.test(`${entry.name}/`)) return [];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const found = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return found;
    for (const each of some) found.push(...(await below(each, `${path}${entry.name}/`)));
  }
}

/**
 * What was dropped: a story (a folder, a zip, its files), or files of another kind.
 * @param {DataTransfer} transfer
 * @returns {Promise<{ story: Opened | null, others: Found[] }>}
 */
export async function dropped(transfer) {
  // Both must be asked for at once: after the first wait the transfer is empty.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const handle = transfer.items[0] && 'getAsFileSystemHandle' in transfer.items[0] ? transfer.items[0] : null;
  const folder = entries.length === 1 && entries[0].isDirectory && handle ? handleOf(handle) : null;
  const found = (await Promise.all(entries.map((entry) => below(entry, '')))).flat();
  const name = entries[0]?.name.replace(/\.zip$/i, '') ?? '';
  if (found.length === 1 && isZip(found[0].bytes) && /\.zip$/i.test(found[0].path)) {
    return { story: storyAmong(unzipped(found[0].bytes), name), others: [] };
  }
  const there = folder ? await folder.catch(() => null) : null;
  return { story: storyAmong(found, name, there), others: found };
}

/** @param {DataTransferItem} item @returns {Promise<FileSystemDirectoryHandle | null>} */
async function handleOf(item) {
  const ask = /** @type {any} */ (item).getAsFileSystemHandle;
  const handle = await ask.call(item);
  return handle?.kind === 'directory' ? handle : null;
}
