// What the reader's system asks for: dark, contrast, less motion, pixels per CSS px. Tells once when any of it changes.

const QUERIES = {
  dark: '(prefers-color-scheme: dark)',
  more: '(prefers-contrast: more)',
  forced: '(forced-colors: active)',
  still: '(prefers-reduced-motion: reduce)',
};

export class Preferences {
  #lists = {};
  #changed;
  #signal;

  constructor(changed, signal) {
    this.#changed = changed;
    this.#signal = signal;
    for (const [name, query] of Object.entries(QUERIES)) {
      this.#lists[name] = matchMedia(query);
      this.#lists[name].addEventListener('change', changed, { signal });
    }
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

  /** `auto` follows the system; forced colours win over any choice, as the reader cannot see others. */
  theme(chosen) {
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
