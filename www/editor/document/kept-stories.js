// The stories that this browser keeps, each with its files as they were a second ago.
//
// **Invariant**: a story is written whole or not at all; of those that were also saved as a folder or zip the oldest
// go first.

import { createStore, del, entries, get, set } from 'idb-keyval';

/**
 * @import {Content, Selection} from '../types.js'
 * @typedef {object} Kept
 * @property {string} id
 * @property {string} name of the folder or zip it came from; '' where there is none
 * @property {import('../types.js').Texts | null} title
 * @property {number} chapters
 * @property {number} at ms since 1970
 * @property {string} last what was done last
 * @property {boolean} changed since it was opened or saved as a folder or zip
 * @property {string} writer the tab that wrote it
 * @property {Selection} selection
 * @property {[name: string, content: Content][]} files
 */

/** How many stories are kept. */
const MOST = 20;
const store = createStore('duoyuan-editor', 'stories');

/** @param {Kept} kept */
export const keep = (kept) => set(kept.id, kept, store);
/** @param {string} id @returns {Promise<Kept | undefined>} */
export const keptStory = (id) => get(id, store);
/** @param {string} id */
export const drop = (id) => del(id, store);

/** All of them, the newest first. @returns {Promise<Kept[]>} */
export async function keptStories() {
  /** @type {[string, Kept][]} */
  const all = await entries(store);
  return all.map(([, kept]) => kept).sort((a, b) => b.at - a.at);
}

/** Lets the oldest go; those with changes that are saved nowhere else last. */
export async function tidy() {
  const all = await keptStories();
  const spare = [...all.filter(({ changed }) => changed), ...all.filter(({ changed }) => !changed)];
  await Promise.all(spare.slice(MOST).map(({ id }) => drop(id)));
}
