// The keys that work anywhere, and the problem at which the editor is.
//
// **Invariant**: a key that a place uses for itself does nothing else.

import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { save } from '../document/files-out.js';
import { messageOf } from '../document/problem-words.js';
import { goTo, placeOf, problems } from '../document/session.js';
import { fix, redo, redoLabel, select, selection, story, undo, undoLabel } from '../document/story-document.js';
import { fill, useWords } from '../words.js';
import { announce } from '../frame/announce.js';
import { current } from '../frame/current-problem.js';
import { useKeys } from '../frame/components.jsx';
import { WORDS } from '../frame/words.js';

/** @import {Place, Problem} from '../types.js' */

/** By digit after G. @type {Place[]} */
const BY_DIGIT = ['start', 'sentences', 'tables', 'chapters', 'check', 'publish', 'source'];
/** ms: a digit that comes later is no longer G's. */
const CHORD = 1500;

export const helpOpen = signal(false);

/** Stops first, each in the order of the files. */
function inOrder() {
  const all = problems.peek();
  return [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity !== 'error')];
}

/** @param {Problem} a @param {Problem | null} b */
const same = (a, b) => b !== null && a.code === b.code && a.file === b.file && a.path === b.path && a.line === b.line;

/** @param {number} by */
function nextProblem(by) {
  const all = inOrder();
  if (all.length === 0) return null;
  const at = all.findIndex((problem) => same(problem, current.peek()));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  current.value = next;
  goTo(next);
  return { n: all.indexOf(next) + 1, all: all.length, problem: next };
}

/** The problem that `Ctrl .` mends: the one at hand, or else the first of this place that has a remedy. */
export function suggested() {
  const mendable = inOrder().filter(({ edit }) => edit);
  const here = selection.peek().place;
  return (
    mendable.find((problem) => same(problem, current.peek())) ??
    mendable.find((problem) => placeOf(problem).place === here) ??
    (here === 'check' || here === 'source' ? mendable[0] : undefined)
  );
}

export function useFrameKeys() {
  const words = useWords(WORDS);
  const since = useRef(-CHORD);
  /** @param {number} by */
  const walk = (by) => {
    const step = nextProblem(by);
    if (!step) announce(words.noProblems);
    else announce(fill(words.problemAt, { n: step.n, all: step.all, message: messageOf(step.problem) }));
  };
  const back = () => {
    const label = undoLabel.peek();
    undo();
    announce(label ? fill(words.undone, { label }) : words.nothing);
  };
  const again = () => {
    const label = redoLabel.peek();
    redo();
    if (label) announce(fill(words.redone, { label }));
  };
  const saved = async () => {
    const { how, name, why } = (await save()) ?? { name: '' };
    if (how) announce(fill(words.saveAs[how], { name }));
    else if (why) announce(fill(words.cannotSave, { why }));
  };
  /** A text of which the document knows nothing yet has its own undo. @param {KeyboardEvent} event */
  const own = (event) => event.target instanceof Element && event.target.closest('[data-own-undo]') !== null;
  /** @type {Record<string, (event: KeyboardEvent) => unknown>} */
  const map = {
    KeyG: () => {
      since.current = performance.now();
    },
    F8: () => walk(1),
    'Shift+F8': () => walk(-1),
    'Ctrl+Period': () => {
      const problem = suggested();
      if (!problem) return announce(words.noPath);
      fix(problem, words.fixAs);
      return announce(fill(words.fixed, { label: messageOf(problem) }));
    },
    'Ctrl+KeyZ': (event) => (own(event) ? false : back()),
    'Ctrl+Shift+KeyZ': (event) => (own(event) ? false : again()),
    'Ctrl+KeyY': (event) => (own(event) ? false : again()),
    'Ctrl+KeyS': () => {
      if (story.peek()) void saved();
    },
    '?': () => {
      helpOpen.value = !helpOpen.peek();
    },
    Escape: () => {
      if (!helpOpen.peek()) return false;
      helpOpen.value = false;
      return true;
    },
  };
  BY_DIGIT.forEach((place, digit) => {
    map[`Digit${digit}`] = () => {
      const meant = performance.now() - since.current < CHORD;
      since.current = -CHORD;
      if (!meant || (place !== 'start' && !story.peek() && place !== 'source')) return false;
      select({ place });
      return true;
    };
  });
  useKeys(map, 'anywhere');
}
