// A table that was chosen or dropped outside of the place "tables", until that place takes it.
//
// **Invariant**: who takes it empties it.

import { signal } from '@preact/signals';

/** @type {import('@preact/signals').Signal<{ name: string, bytes: Uint8Array } | null>} */
export const incomingTable = signal(null);
