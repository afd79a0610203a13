// What the editor remembers about itself on this computer: light or dark, and whether single letters are keys.
//
// **Invariant**: where the browser keeps nothing, what was chosen holds until the page is closed.

import { signal } from '@preact/signals';
import { memorise, recall } from '../remembered.js';
import { letters } from './components.jsx';

/** @typedef {'auto' | 'light' | 'dark'} Theme */

const THEME = 'duoyuan-editor-theme';
const LETTERS = 'duoyuan-editor-letters';

const before = recall(THEME);
/** @type {import('@preact/signals').Signal<Theme>} */
export const theme = signal(before === 'light' || before === 'dark' ? before : 'auto');

/** @param {Theme} next */
export function keepTheme(next) {
  theme.value = next;
  memorise(THEME, next);
  show();
}

/** @param {boolean} on */
export function keepLetters(on) {
  letters.on = on;
  memorise(LETTERS, on ? 'on' : 'off');
}

function show() {
  if (theme.peek() === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.peek();
}

letters.on = recall(LETTERS) !== 'off';
show();
