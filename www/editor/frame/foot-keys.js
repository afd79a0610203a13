// The keys that the foot names: those of the place on show.
//
// **Invariant**: a place puts its own there when it mounts; the frame empties them when the place changes.

import { signal } from '@preact/signals';

/**
 * Pairs of a key and what it does.
 * @type {import('@preact/signals').Signal<readonly (readonly [key: string, does: string])[]>}
 */
export const footKeys = signal([]);
