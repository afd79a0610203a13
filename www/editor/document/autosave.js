// Saves the story in this browser: a second after the last change, and every two seconds while changes go on.
//
// **Invariant**: what is on show was in the browser's store at most two seconds ago, or the foot says why not; a tab
// that does not hold the story writes nothing.

import { effect, signal } from '@preact/signals';
import { memorise, recall } from '../remembered.js';
import { drop, keep, keptStory, tidy } from './kept-stories.js';
import { files, open, origin, selection, story, undoLabel } from './story-document.js';
import { hold } from './tabs.js';

/**
 * @import {Files} from '../types.js'
 * @import {Kept} from './kept-stories.js'
 * @typedef {'none' | 'saved' | 'waiting' | 'failed' | 'elsewhere'} SaveState
 */

const PEACE = 1000;
const AT_LATEST = 2000;
const OPEN_STORY = 'duoyuan-editor-story';
const TAB = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');

/** @type {import('@preact/signals').Signal<{ state: SaveState, at: number, why: string }>} */
export const saved = signal({ state: 'none', at: 0, why: '' });
/** Whether there are changes that are in no folder and no zip. */
export const changedSince = signal(false);

/** @type {import('./tabs.js').Hold | null} */
let held = null;
let timer = 0;
let since = 0;
/** The files as they were opened, or last saved as a folder or zip. @type {Files | null} */
let settled = null;
/** What was written last. @type {Files | null} */
let written = null;
/** Writes one after the other. @type {Promise<void>} */
let writing = Promise.resolve();

/** @returns {Kept} */
const record = () => ({
  id: origin.peek().id,
  name: origin.peek().name,
  title: story.peek()?.title ?? null,
  chapters: story.peek()?.scenes?.length ?? 0,
  at: Date.now(),
  last: undoLabel.peek(),
  changed: changedSince.peek(),
  writer: TAB,
  selection: selection.peek(),
  files: [...files.peek()],
});

/** Writes now what is not written yet. */
export function saveNow() {
  clearTimeout(timer);
  since = 0;
  if (!held || files.peek().size === 0 || written === files.peek()) return writing;
  const now = record();
  const what = files.peek();
  writing = writing.then(async () => {
    try {
      await keep(now);
      written = what;
      if (files.peek() === what) saved.value = { state: 'saved', at: now.at, why: '' };
    } catch (error) {
      saved.value = { state: 'failed', at: now.at, why: error instanceof Error ? error.message : `${error}` };
    }
  });
  return writing;
}

/** The files are now in a folder or zip as well. */
export function settle() {
  settled = files.peek();
  changedSince.value = false;
  written = null;
  return saveNow();
}

function lost() {
  held = null;
  clearTimeout(timer);
  saved.value = { state: 'elsewhere', at: 0, why: '' };
}

/** @param {string} id @param {boolean} steal */
async function take(id, steal) {
  held?.release();
  held = null;
  const mine = await hold(id, { steal, onLost: () => origin.peek().id === id && lost() });
  if (origin.peek().id !== id) return mine?.release();
  if (!mine) return lost();
  held = mine;
  if (saved.peek().state === 'elsewhere') saved.value = { state: 'waiting', at: 0, why: '' };
  return saveNow();
}

/** This tab saves from now on; what the other one has saved becomes a story of its own. */
export async function takeOver() {
  const { id } = origin.peek();
  const there = await keptStory(id);
  if (there && there.writer !== TAB) await keep({ ...there, id: `${id}-${Date.now().toString(36)}`, changed: true });
  written = null;
  await take(id, true);
}

/** Goes on with a story that this browser keeps. @param {Kept} kept */
export function resume(kept) {
  open(kept.files, { id: kept.id, name: kept.name }, kept.selection);
  changedSince.value = kept.changed;
  if (kept.changed) settled = null;
}

/** Begins to save; goes on with the story that was open in this tab before it was loaded again. */
export function startSaving() {
  const before = recall(OPEN_STORY, true);
  const again = before ? keptStory(before).then((kept) => kept && origin.peek().id === '' && resume(kept)) : null;
  let id = '';
  const stop = effect(() => {
    const now = files.value;
    if (origin.value.id === '') return;
    if (origin.value.id !== id) {
      id = origin.value.id;
      settled = now;
      written = null;
      changedSince.value = false;
      saved.value = { state: 'waiting', at: 0, why: '' };
      memorise(OPEN_STORY, id, true);
      void take(id, false);
      return;
    }
    if (now === written) return;
    changedSince.value = now !== settled;
    if (saved.peek().state === 'elsewhere') return;
    saved.value = { ...saved.peek(), state: 'waiting' };
    const time = performance.now();
    if (since === 0) since = time;
    clearTimeout(timer);
    timer = window.setTimeout(saveNow, Math.max(0, Math.min(PEACE, since + AT_LATEST - time)));
  });
  const hide = () => {
    if (document.visibilityState === 'hidden') void saveNow();
  };
  /** Changes that are saved nowhere are not left without a word. @param {BeforeUnloadEvent} event */
  const leave = (event) => {
    const { state } = saved.peek();
    if (changedSince.peek() && (state === 'failed' || state === 'elsewhere')) event.preventDefault();
  };
  document.addEventListener('visibilitychange', hide);
  addEventListener('pagehide', saveNow);
  addEventListener('beforeunload', leave);
  void Promise.resolve(again)
    .then(tidy)
    .catch(() => {});
  return () => {
    stop();
    document.removeEventListener('visibilitychange', hide);
    removeEventListener('pagehide', saveNow);
    removeEventListener('beforeunload', leave);
  };
}

/** Another story may begin; this one's files are dropped. @param {string} id */
export const dropKept = (id) => drop(id);
