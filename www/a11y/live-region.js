// What is said aloud without being asked for: one polite message for what has settled, never more than two a second,
// never longer than a breath.

const GAP_MS = 500; // between two messages
const SETTLE_MS = 500; // scrolling past chapters must not read each one out
const LONGEST = 120; // characters

export class LiveRegion {
  #node;
  #timer = 0;
  #said = -Infinity;

  /** @param {HTMLElement} node has the role status */
  constructor(node) {
    this.#node = node;
  }

  /** Says it as soon as may be; a later message takes the place of one that waits. @param {string} text */
  say(text) {
    this.#after(text, 0);
  }

  /** Says it once nothing new has come for a while. @param {string} text */
  settle(text) {
    this.#after(text, SETTLE_MS);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** In another language: what was said, or is about to be, is no longer of this page. */
  clear() {
    this.stop();
    this.#node.replaceChildren();
  }

  /** @param {string} text @param {number} wait milliseconds */
  #after(text, wait) {
    this.stop();
    const due = Math.max(wait, this.#said + GAP_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#said = performance.now();
      const whole = [...text];
      // A new node each time: the same words twice are two messages.
      this.#node.replaceChildren(whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1).join('')}…` : text);
    }, due);
  }
}
