// What the editor says aloud and shows for a moment in the foot: one sentence, replaced by the next.
//
// **Invariant**: every sentence is told to screen readers, also when it is the same as the one before.

import { signal } from '@preact/signals';

/** @type {import('@preact/signals').Signal<{ text: string, turn: number }>} */
export const announced = signal({ text: '', turn: 0 });

const SHOWN = 6000;
let waiting = 0;

/** @param {string} text */
export function announce(text) {
  announced.value = { text, turn: announced.peek().turn + 1 };
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    announced.value = { text: '', turn: announced.peek().turn };
  }, SHOWN);
}
