// Which tab of this browser saves a story: the first that opened it, until another takes over.
//
// **Invariant**: at most one tab holds a story; one that has lost it is told.

/**
 * @typedef {object} Hold
 * @property {() => void} release
 */

const CHANNEL = 'duoyuan-editor';
/** ms in which another tab answers. */
const ANSWER = 300;

/**
 * Holds a story for this tab.
 * @param {string} id
 * @param {object} given
 * @param {boolean} given.steal takes it from the tab that has it
 * @param {() => void} given.onLost another tab has taken it
 * @returns {Promise<Hold | null>} null: another tab has it
 */
export const hold = (id, given) => (navigator.locks ? holdLock(id, given) : holdChannel(id, given));

/** @type {typeof hold} */
function holdLock(id, { steal, onLost }) {
  return new Promise((resolve) => {
    let released = false;
    const name = `duoyuan-story-${id}`;
    const options = steal ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(name, options, (lock) => {
        if (!lock) return resolve(null);
        return new Promise((release) => {
          resolve({
            release: () => {
              released = true;
              release(undefined);
            },
          });
        });
      })
      .catch(() => {
        if (!released) onLost();
      });
  });
}

/** Where pages have no locks, as those without https: tabs ask each other. @type {typeof hold} */
async function holdChannel(id, { steal, onLost }) {
  if (typeof BroadcastChannel === 'undefined') return { release: () => {} };
  const channel = new BroadcastChannel(CHANNEL);
  let mine = steal;
  const answered = new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      if (data.id !== id) return;
      if (data.what === 'mine') resolve(true);
      if (data.what === 'ask' && mine) channel.postMessage({ what: 'mine', id });
      if (data.what === 'steal' && mine) {
        mine = false;
        channel.close();
        onLost();
      }
    };
    setTimeout(() => resolve(false), ANSWER);
  });
  channel.postMessage({ what: steal ? 'steal' : 'ask', id });
  if (!steal && (await answered)) {
    channel.close();
    return null;
  }
  mine = true;
  return { release: () => channel.close() };
}
