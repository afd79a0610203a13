// The problem at which the editor is: the one that was gone to last.

import { signal } from '@preact/signals';

/** @type {import('@preact/signals').Signal<import('../types.js').Problem | null>} */
export const current = signal(null);
