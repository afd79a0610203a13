// The Page keys: which way they turn, and where they have another use.

/** What has a use of its own for the Page keys. */
const OWN_PAGES = 'input, select, textarea, [contenteditable], .tablebox, .sonification, .record';

/** @param {KeyboardEvent} event @returns {1 | -1 | 0} */
export const wayOf = ({ key, altKey, ctrlKey, metaKey, shiftKey }) =>
  altKey || ctrlKey || metaKey || shiftKey ? 0 : key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0;

/** Whether what has the focus has a use of its own for the Page keys. @param {KeyboardEvent} event */
export function isTaken(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(OWN_PAGES) !== null;
}
