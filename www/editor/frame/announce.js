// What the editor says aloud and shows for a moment in the foot: one sentence, replaced by the next.
//
// **Invariant**: every sentence is told to screen readers, also when it is the same as the one before.

import { signal } from '@preact/signals';

/**
 * `back`: what takes back the change that is told, as long as nothing else has changed.
 * @typedef {{ text: string, turn: number, back: null | { does: () => void, holds: () => boolean } }} Said
 */

/** @type {import('@preact/signals').Signal<Said>} */
export const announced = signal(/** @type {Said} */ ({ text: '', turn: 0, back: null }));

const SHOWN = 6000;
/** ms: who is to decide needs longer. */
const TO_DECIDE = 20_000;
let waiting = 0;

/** @param {string} text @param {Said['back']} [back] */
export function announce(text, back = null) {
  announced.value = { text, turn: announced.peek().turn + 1, back };
  clearTimeout(waiting);
  waiting = window.setTimeout(
    () => {
      announced.value = { text: '', turn: announced.peek().turn, back: null };
    },
    back ? TO_DECIDE : SHOWN,
  );
}
