// Saves the story on this computer as a folder or a zip, and any other file that the editor makes.
//
// **Invariant**: into a folder only files are written whose bytes are other than those there; files that the story no
// longer has are removed only where the story itself had brought them.

import { fileSave } from 'browser-fs-access';
import { zipSync } from 'fflate';
import { settle } from './autosave.js';
import { isCancel } from './files-in.js';
import { saveByWindow } from './save-window.js';
import { files, origin, story } from './story-document.js';

/** @import {Content, Files} from '../types.js' */

/**
 * The folder of the story on this computer, where the browser lets it be written.
 * @type {FileSystemDirectoryHandle | null}
 */
let folder = null;
/** The story whose folder that is. */
let folderOf = '';
/** What the folder has of the story. @type {Files} */
let inFolder = new Map();
/** @param {FileSystemDirectoryHandle | null} handle */
export function belongsTo(handle) {
  folder = handle;
  folderOf = origin.peek().id;
  inFolder = files.peek();
}

/** @param {Content} content */
export const bytesOf = (content) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** Whether folders of this computer can be written. */
export const canWriteFolders = () => 'showDirectoryPicker' in window;

/**
 * A zip in which every file has the same date, so that the same files make the same zip.
 * @param {Iterable<readonly [string, Content]>} given
 */
export function zipOf(given) {
  /** @type {Record<string, import('fflate').ZipOptions | any>} */
  const parts = {};
  for (const [name, content] of given) {
    const level = /\.(png|gz|br|zip|xlsx|jpg)$/.test(name) ? 0 : 6;
    parts[name] = [bytesOf(content), { level, mtime: new Date(1980, 0, 1, 12) }];
  }
  return zipSync(parts);
}

/** What a file of this story is called: its folder's name, or its title. */
export function storyName() {
  const name = origin.peek().name || Object.values(story.peek()?.title ?? {})[0] || story.peek()?.id || 'story';
  return (
    name
      .replace(/[\\/:*?"<>|\s]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'story'
  );
}

/**
 * Saves a file on this computer: asks where, or puts it into the downloads. What takes long to make is given as a
 * promise, as browsers ask only right after a press.
 * @param {string} name
 * @param {Content | Blob | Promise<Blob>} content
 * @param {string} [type]
 */
export async function saveFile(name, content, type = 'application/octet-stream') {
  const is = content instanceof Blob || content instanceof Promise;
  const blob = is ? content : new Blob([/** @type {BlobPart} */ (content)], { type });
  const extension = /\.[a-z0-9]+$/i.exec(name)?.[0] ?? '';
  const extensions = extension ? [extension] : undefined;
  if ('showSaveFilePicker' in window) await saveByWindow(name, Promise.resolve(blob), type);
  else await fileSave(blob, { fileName: name, extensions, mimeTypes: [type], id: 'duoyuan' });
  return name;
}

/** @param {FileSystemDirectoryHandle} top @param {string} name @param {Content} content */
async function writeInto(top, name, content) {
  const path = name.split('/');
  const last = path.pop() ?? '';
  let place = top;
  for (const part of path) place = await place.getDirectoryHandle(part, { create: true });
  const handle = await place.getFileHandle(last, { create: true });
  const bytes = bytesOf(content);
  const there = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  if (there.length === bytes.length && bytes.every((byte, at) => byte === there[at])) return;
  const writable = await handle.createWritable();
  await writable.write(/** @type {BufferSource} */ (bytes));
  await writable.close();
}

/**
 * Any files into a folder.
 * @param {FileSystemDirectoryHandle} top
 * @param {Iterable<readonly [string, Content]>} given
 */
export async function writeAll(top, given) {
  for (const [name, content] of given) await writeInto(top, name, content);
}

/** A folder of this computer that may be written, chosen. @returns {Promise<FileSystemDirectoryHandle>} */
export const chooseFolder = () => /** @type {any} */ (window).showDirectoryPicker({ id: 'duoyuan', mode: 'readwrite' });

/** @param {FileSystemDirectoryHandle} top @param {string} name */
async function removeFrom(top, name) {
  const path = name.split('/');
  const last = path.pop() ?? '';
  let place = top;
  try {
    for (const part of path) place = await place.getDirectoryHandle(part);
    await place.removeEntry(last);
  } catch {
    // Somebody else has removed it already.
  }
}

export async function saveFolder() {
  const now = files.peek();
  if (!folder || folderOf !== origin.peek().id) {
    folder = await chooseFolder();
    folderOf = origin.peek().id;
    inFolder = new Map();
  }
  await writeAll(folder, now);
  for (const name of inFolder.keys()) if (!now.has(name)) await removeFrom(folder, name);
  inFolder = now;
  return folder.name;
}

/**
 * Saves as it was saved before: into its folder, else as a zip.
 * @param {'folder' | 'zip'} [how]
 * @returns {Promise<{ how?: 'folder' | 'zip', name: string, why?: string } | null>} null: the choice was given up
 */
export async function save(how = folder && folderOf === origin.peek().id ? 'folder' : 'zip') {
  try {
    const zip = () => new Blob([/** @type {BlobPart} */ (zipOf(files.peek()))]);
    const name = how === 'folder' ? await saveFolder() : await saveFile(`${storyName()}.zip`, zip(), 'application/zip');
    await settle();
    return { how, name };
  } catch (error) {
    return isCancel(error) ? null : { name: '', why: error instanceof Error ? error.message : `${error}` };
  }
}
