// What cannot be done where the page stands: written on the element as data-without="links downloads share", so that it
// offers none of it (style.js). A sandbox cannot be asked what it lets through. In one that takes its origin from the
// page, nothing is offered until the page around has said what works (embed.js reads it from the frame's tag).

const isSandboxed = self.origin === 'null' && location.protocol !== 'file:';

/**
 * Marks an element by what is known without the page around, unless it is marked already.
 * @param {HTMLElement} element
 */
export function markRestrictions(element) {
  if ('without' in element.dataset) return;
  // An address such as about:srcdoc or blob: leads other readers nowhere.
  const share = /^(?:https?|file):$/.test(location.protocol) ? '' : 'share';
  const without = [isSandboxed && 'links downloads', share].filter(Boolean).join(' ');
  if (without) element.dataset.without = without;
}

/**
 * Marks an element by what the page around has said: `links`, `downloads`, true or false.
 * @param {HTMLElement} element
 * @param {Record<string, unknown>} said
 */
export function updateRestrictions(element, said) {
  const before = (element.dataset.without ?? '').split(' ');
  const barred = (/** @type {string} */ what) =>
    typeof said[what] === 'boolean' ? !said[what] : before.includes(what);
  element.dataset.without = ['links', 'downloads', 'share'].filter(barred).join(' ');
}
