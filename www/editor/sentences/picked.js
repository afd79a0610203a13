// What is open in the article besides a statement: words that are selected, the field for more text.

import { signal } from '@preact/signals';

/** @import { Signal } from '@preact/signals' */

/** Whether a field for more text is open. */
export const pasting = signal(false);
/** Words of the article that are selected. @type {Signal<{ start: number, end: number } | null>} */
export const picked = signal(null);
/** Whether more is selected than one statement can be made of. */
export const unfit = signal(false);
