// Copies text for the reader.

/**
 * Frames of other sites may not use the clipboard unless their tag says so; this older way asks for a click only.
 * @param {string} text
 */
function copyByCommand(text) {
  const give = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  addEventListener('copy', give, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    removeEventListener('copy', give, { capture: true });
  }
}

/** Whether it has worked. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}
