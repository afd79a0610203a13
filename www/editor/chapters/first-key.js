// A key that a place wants before the frame has it.
//
// **Invariant**: a handler that answers `false` has not used the key, and it goes on as if nobody had asked.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { pressed } from '../frame/components.jsx';

/**
 * @param {string} name as `useKeys` names it
 * @param {(event: KeyboardEvent) => boolean} handler
 */
export function useFirstKey(name, handler) {
  const kept = useRef(handler);
  kept.current = handler;
  // Not after the paint: a key may come as soon as its label is seen.
  useLayoutEffect(() => {
    /** @param {KeyboardEvent} event */
    const onKeyDown = (event) => {
      if (event.isComposing || event.defaultPrevented || pressed(event) !== name) return;
      if (document.querySelector('dialog[open]')) return;
      if (kept.current(event)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [name]);
}
