// The story: its files as on disk, what is selected of it, and the only ways to change it. Each change is one step that
// can be undone.
//
// **Invariant**: `files` changes only here, and by whole new maps; a JSON file that parsed still parses after `change`.

import { batch, computed, signal } from '@preact/signals';
import { blankFiles } from './blank.js';
import { changed } from './json-text.js';
import { back, forget, forward, remember } from './history.js';
import { withSameParts } from './same-parts.js';

export { canRedo, canUndo, redoLabel, undoLabel } from './history.js';

/**
 * @import {ReadonlySignal, Signal} from '@preact/signals'
 * @import {Change, Content, EditorJson, Files, Label, Problem, Selection, SourcesJson, StoryJson} from '../types.js'
 */

/** What JSON files are where they are not there yet. @type {Record<string, string>} */
const EMPTY = {
  'sources.json': '{\n  "sources": {}\n}\n',
  'editor.json': '{\n  "taken": {}\n}\n',
};

/** @type {Selection} */
const NOTHING = {
  place: 'start',
  scene: 0,
  statement: '',
  series: '',
  source: '',
  amount: '',
  file: 'story.json',
};

/** @type {Signal<Files>} */
const now = signal(new Map());
/** @type {ReadonlySignal<Files>} */
export const files = now;
/** @type {Signal<Selection>} */
export const selection = signal(NOTHING);
/** Where the story came from: a new value with each that is opened. @type {Signal<{ id: string, name: string }>} */
export const origin = signal({ id: '', name: '' });

/** @param {Content | undefined} content */
const textOf = (content) => (content instanceof Uint8Array ? new TextDecoder().decode(content) : (content ?? ''));

/**
 * A JSON file as a value: the last that parsed. Its parts are the same objects as long as they say the same.
 * @template T
 * @param {string} name
 * @param {(value: any) => T} shaped
 * @param {T} none
 */
function parsed(name, shaped, none) {
  let last = none;
  let text = '';
  return computed(() => {
    const content = files.value.get(name);
    if (content === undefined) {
      text = '';
      last = none;
    } else if (textOf(content) !== text) {
      text = textOf(content);
      try {
        last = withSameParts(last, shaped(JSON.parse(text)));
      } catch {
        // It is being typed in the source view; what is drawn meanwhile is the last that could be read.
      }
    }
    return last;
  });
}
/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** @type {ReadonlySignal<StoryJson | null>} */
export const story = parsed('story.json', (value) => (isObject(value) ? value : null), null);
/** @type {ReadonlySignal<SourcesJson | null>} */
export const sources = parsed(
  'sources.json',
  (value) => (isObject(value) && isObject(value.sources) ? /** @type {SourcesJson} */ (value) : null),
  null,
);
/** @type {ReadonlySignal<EditorJson>} */
export const editorState = parsed(
  'editor.json',
  (value) => (isObject(value) ? { ...value, taken: isObject(value.taken) ? value.taken : {} } : { taken: {} }),
  /** @type {EditorJson} */ ({ taken: {} }),
);
/** The article, '' where there is none. */
export const article = computed(() => textOf(files.value.get('article.txt')));

/** @param {string} name */
export const fileText = (name) => textOf(files.value.get(name));

/** @type {{ before: Files, selection: Selection } | null} */
let grouped = null;

/**
 * @param {Label} label
 * @param {Files} next
 * @param {Partial<Selection>} then
 */
function step(label, next, then) {
  const before = { files: now.peek(), selection: selection.peek() };
  if (next === before.files && Object.keys(then).length === 0) return;
  const after = { files: next, selection: { ...before.selection, ...then } };
  batch(() => {
    now.value = after.files;
    if (Object.keys(then).length > 0) selection.value = after.selection;
  });
  if (grouped || next === before.files) return;
  const { label: said, merge = '' } = typeof label === 'string' ? { label } : label;
  remember({ label: said, merge, time: performance.now(), before, after });
}

/**
 * Changes JSON files: one step. A file that does not parse stays as it is, and the answer is `false`.
 * @param {Label} label
 * @param {Change[]} changes
 * @param {Partial<Selection>} [then] what is selected afterwards
 */
export function change(label, changes, then = {}) {
  const next = new Map(now.peek());
  /** Files that parse: a change leaves them so. @type {Set<string>} */
  const sound = new Set();
  for (const { file, path, value, insert } of changes) {
    const text = next.has(file) ? textOf(next.get(file)) : (EMPTY[file] ?? '{}\n');
    try {
      if (!sound.has(file)) JSON.parse(text);
    } catch {
      return false;
    }
    sound.add(file);
    next.set(file, changed(text, path, value, insert));
  }
  step(label, sameAs(next) ? now.peek() : next, then);
  return true;
}

/** Whether these files are those that are there. @param {Files} next */
function sameAs(next) {
  const there = now.peek();
  return next.size === there.size && [...next].every(([name, content]) => there.get(name) === content);
}

/**
 * Writes or removes (`null`) a whole file: one step.
 * @param {Label} label
 * @param {string} name
 * @param {Content | null} content
 * @param {Partial<Selection>} [then]
 */
export function write(label, name, content, then = {}) {
  const next = new Map(now.peek());
  if (content === null) next.delete(name);
  else next.set(name, content);
  step(label, sameAs(next) ? now.peek() : next, then);
}

/**
 * All changes that `run` makes at once are one step. Where it throws, nothing has changed.
 * @param {Label} label
 * @param {() => void} run
 */
export function together(label, run) {
  if (grouped) return run();
  grouped = { before: now.peek(), selection: selection.peek() };
  const { before, selection: selected } = grouped;
  try {
    batch(run);
  } catch (error) {
    batch(() => {
      now.value = before;
      selection.value = selected;
    });
    throw error;
  } finally {
    grouped = null;
  }
  if (now.peek() === before) return undefined;
  const { label: said, merge = '' } = typeof label === 'string' ? { label } : label;
  const after = { files: now.peek(), selection: selection.peek() };
  remember({ label: said, merge, time: performance.now(), before: { files: before, selection: selected }, after });
  return undefined;
}

/**
 * Where a line and a column of the engine's (from 1, columns in characters) are in a text, UTF-16.
 * @param {string} text
 * @param {{ line: number, column: number }} position
 */
export function offsetOf(text, { line, column }) {
  let at = 0;
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  for (let n = 1; n < column && at < text.length && text[at] !== '\n'; n += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/**
 * Applies the remedy that a problem comes with: one step.
 * @param {Problem} problem
 * @param {string} label
 */
export function fix(problem, label = problem.code) {
  const { edit, file } = problem;
  if (!edit) return false;
  const text = textOf(now.peek().get(file));
  const [from, to] = [offsetOf(text, edit.from), offsetOf(text, edit.to)];
  write(label, file, text.slice(0, from) + edit.text + text.slice(to));
  return true;
}

/** @param {{ files: Files, selection: Selection }} state */
const show = (state) =>
  batch(() => {
    now.value = state.files;
    selection.value = state.selection;
  });

export function undo() {
  const taken = back();
  if (taken) show(taken.before);
}

export function redo() {
  const made = forward();
  if (made) show(made.after);
}

/** An id that no other story has; pages without https have no `randomUUID`. */
const newId = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

/**
 * Another story takes the place of this one; its steps begin anew.
 * @param {Files | Iterable<readonly [string, Content]>} next
 * @param {{ id?: string, name?: string }} [from] `id`: a story that the autosave knows
 * @param {Partial<Selection>} [selected]
 */
export function open(next, from = {}, selected = { place: 'sentences' }) {
  forget();
  batch(() => {
    now.value = new Map(next);
    selection.value = { ...NOTHING, ...selected };
    origin.value = { id: from.id ?? newId(), name: from.name ?? '' };
  });
}

/** Selects without a step. @param {Partial<Selection>} part */
export function select(part) {
  selection.value = { ...selection.peek(), ...part };
}

/**
 * An id that is not taken: the prefix itself, or with the first free number.
 * @param {string} prefix
 * @param {Record<string, unknown> | Iterable<string> | undefined | null} taken
 */
export function freshId(prefix, taken) {
  const names = new Set(taken && Symbol.iterator in taken ? taken : Object.keys(taken ?? {}));
  if (!names.has(prefix)) return prefix;
  let n = 2;
  while (names.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

/** A story with nothing in it yet. @param {import('../types.js').StoryLang[]} languages */
export const blank = (languages) => open(blankFiles(languages), {}, { place: 'sentences' });
