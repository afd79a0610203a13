// Asks by the browser's own window where a file goes. The editor says so while it waits; where the window does not
// open, or is closed, the file can be downloaded without it.
//
// **Invariant**: nothing is written before a place was chosen or the download was asked for.

import { signal } from '@preact/signals';

/** ms after which a window that was not answered may not have opened at all. */
const LATE = 5000;

/**
 * `asked`: the window is waited for; `late`: for long; `none`: it did not open, or was closed.
 * @typedef {{ name: string, state: 'asked' | 'late' | 'none', download: () => void, close: () => void }} Waiting
 */

/** @type {import('@preact/signals').Signal<Waiting | null>} */
export const saveWindow = signal(null);

/** @param {string} name @param {Promise<Blob>} content */
async function download(name, content) {
  const address = URL.createObjectURL(await content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Asks where to save a file and writes it there; rejects with an AbortError where no place was chosen, whose
 * `downloaded` is kept when the file is downloaded instead later.
 * @param {string} name
 * @param {Promise<Blob>} content
 * @param {string} type
 */
export async function saveByWindow(name, content, type) {
  const extension = /\.[a-z0-9]+$/i.exec(name)?.[0];
  const types = extension ? [{ accept: { [type]: [extension] } }] : undefined;
  /** @type {(done: 'downloaded') => void} */
  let instead = () => {};
  /** @type {Promise<'downloaded'>} */
  const downloaded = new Promise((done) => {
    instead = done;
  });
  const close = () => {
    if (saveWindow.peek()?.download === offer) saveWindow.value = null;
  };
  const offer = () => {
    close();
    instead('downloaded');
    void download(name, content);
  };
  const show = (/** @type {Waiting['state']} */ state) => {
    saveWindow.value = { name, state, download: offer, close };
  };
  show('asked');
  const late = setTimeout(() => saveWindow.peek()?.download === offer && show('late'), LATE);
  try {
    const asked = /** @type {any} */ (window).showSaveFilePicker({ suggestedName: name, id: 'duoyuan', types });
    const handle = await Promise.race([asked, downloaded]);
    close();
    if (handle === 'downloaded') {
      await content;
      return;
    }
    const writable = await handle.createWritable();
    await writable.write(await content);
    await writable.close();
  } catch (error) {
    if (!(error instanceof DOMException) || !/^(Abort|Security|NotAllowed)Error$/.test(error.name)) {
      close();
      throw error;
    }
    show('none');
    throw Object.assign(new DOMException(error.message, 'AbortError'), { downloaded });
  } finally {
    clearTimeout(late);
  }
}
