// While an editor works: `duoyuan serve` says "changed /karamay/story.json", and the stories of that folder are read
// anew; for any other file the page itself is. Not part of what `make build` writes.

import { decoded } from '../element/names.js';

if (['localhost', '127.0.0.1'].includes(location.hostname)) {
  const stories = [...document.querySelectorAll('duoyuan-story')];
  /** @param {(typeof stories)[number]} story */
  const folderOf = (story) => decoded(new URL('.', new URL(story.src, document.baseURI)).pathname) ?? '';
  const events = new EventSource('/~events');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  events.onmessage = ({ data }) => {
    const address = String(data).replace(/^changed /, '');
    const changed = stories.filter((story) => address.startsWith(folderOf(story)));
    if (changed.length === 0) {
      location.reload();
      return;
    }
    // An editor that saves several files tells of each; one reading is enough.
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const story of changed) story.reload();
    }, 30);
  };
}
