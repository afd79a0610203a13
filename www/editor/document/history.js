// The steps that can be undone and redone: what the files were before and after each.
//
// **Invariant**: undoing all steps and redoing them ends at the same files; nothing but `forget` drops a step, save a
// new step after an undo, which drops those that could be redone.

import { computed, signal } from '@preact/signals';

/**
 * @import {Files, Selection} from '../types.js'
 * @typedef {object} Step
 * @property {string} label
 * @property {string} merge '': never merged
 * @property {number} time ms, of its last change
 * @property {{ files: Files, selection: Selection }} before
 * @property {{ files: Files, selection: Selection }} after
 */

/** ms: changes of one field that follow within it are one step. */
const PAUSE = 1000;
/** Until when nobody could type on. */
let busy = 0;

/** The page was busy until now: that was no pause of whoever types. */
export const wasBusy = () => {
  busy = performance.now();
};

/** @type {import('@preact/signals').Signal<readonly Step[]>} */
const done = signal([]);
/** @type {import('@preact/signals').Signal<readonly Step[]>} */
const undone = signal([]);

export const canUndo = computed(() => done.value.length > 0);
export const canRedo = computed(() => undone.value.length > 0);
/** What the next undo takes back, and what redo brings back; '' where there is nothing. */
export const undoLabel = computed(() => done.value.at(-1)?.label ?? '');
export const redoLabel = computed(() => undone.value.at(-1)?.label ?? '');

/** @param {Step} step */
export function remember(step) {
  const last = done.peek().at(-1);
  const same = last && step.merge !== '' && last.merge === step.merge && step.time - Math.max(last.time, busy) <= PAUSE;
  if (same && undone.peek().length === 0) done.value = [...done.peek().slice(0, -1), { ...step, before: last.before }];
  else done.value = [...done.peek(), step];
  undone.value = [];
}

/** The step to be taken back, which can then be redone. */
export function back() {
  const step = done.peek().at(-1);
  if (!step) return null;
  done.value = done.peek().slice(0, -1);
  undone.value = [...undone.peek(), step];
  return step;
}

/** The step to be made again. */
export function forward() {
  const step = undone.peek().at(-1);
  if (!step) return null;
  undone.value = undone.peek().slice(0, -1);
  // What is typed next is a step of its own.
  done.value = [...done.peek(), { ...step, merge: '' }];
  return step;
}

/** Another story begins. */
export function forget() {
  done.value = [];
  undone.value = [];
}
