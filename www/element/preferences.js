// What the reader's system asks for: dark, contrast, less motion, pixels per CSS px. Tells once when any of it changes.

/** @import {Palette, Theme} from '../types.js' */

const QUERIES = {
  dark: '(prefers-color-scheme: dark)',
  more: '(prefers-contrast: more)',
  forced: '(forced-colors: active)',
  still: '(prefers-reduced-motion: reduce)',
};

export class Preferences {
  #lists;
  #changed;
  #signal;

  /** @param {() => void} changed @param {AbortSignal} signal ends the listening */
  constructor(changed, signal) {
    this.#changed = changed;
    this.#signal = signal;
    const listen = (/** @type {string} */ query) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed, { signal });
      return list;
    };
    const { dark, more, forced, still } = QUERIES;
    this.#lists = { dark: listen(dark), more: listen(more), forced: listen(forced), still: listen(still) };
    this.#watchPixels();
  }

  get reducedMotion() {
    return this.#lists.still.matches;
  }

  get forced() {
    return this.#lists.forced.matches;
  }

  get dpr() {
    return window.devicePixelRatio || 1;
  }

  /**
   * `auto` follows the system; forced colours win over any choice, as the reader cannot see others.
   * @param {Theme} chosen
   * @returns {Palette}
   */
  palette(chosen) {
    if (this.#lists.forced.matches) return 'contrast';
    if (chosen !== 'auto') return chosen;
    if (this.#lists.more.matches) return 'contrast';
    return this.#lists.dark.matches ? 'dark' : 'light';
  }

  /** A resolution query only says "no longer this one", so each change needs a new query. */
  #watchPixels() {
    matchMedia(`(resolution: ${this.dpr}dppx)`).addEventListener(
      'change',
      () => {
        if (this.#signal.aborted) return;
        this.#watchPixels();
        this.#changed();
      },
      { once: true, signal: this.#signal },
    );
  }
}

/**
 * Ground and ink of a node as 0xRRGGBB: what Canvas and CanvasText are on this machine.
 * @param {Element} node
 * @returns {[number, number]}
 */
export function systemColours(node) {
  const { backgroundColor, color } = getComputedStyle(node);
  const packed = (/** @type {string} */ text) => {
    const [r, g, b] = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
    return (r << 16) | (g << 8) | b;
  };
  return [packed(backgroundColor), packed(color)];
}
