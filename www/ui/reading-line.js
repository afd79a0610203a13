// Tells which step is being read: the one that a line across the window stands in.

export class ReadingLine {
  /** @type {IntersectionObserver | null} */
  #watch = null;
  /** The step that was asked for and is being scrolled to. @type {Element | null} */
  #target = null;
  #timer = 0;
  #root;
  #outro;
  #steps;
  #read;

  /**
   * `root`: the cards; `outro`: what the story ends with, elsewhere; `steps()`: all steps; `read(step)` when
   * another one is read.
   * @param {{ root: Element, outro: Element, steps: () => Element[], read: (step: HTMLElement) => void }} what
   */
  constructor({ root, outro, steps, read }) {
    this.#root = root;
    this.#outro = outro;
    this.#steps = steps;
    this.#read = read;
  }

  /** @param {number} line height of the reading line in percent of the window */
  track(line) {
    this.untrack();
    const options = { root: document, rootMargin: `-${line}% 0px -${100 - line}% 0px` };
    this.#watch = new IntersectionObserver((entries) => {
      // A fast scroll brings several entries for one step, and those of different steps in no order: the last of each
      // step counts.
      const latest = new Map(entries.map((entry) => [entry.target, entry]));
      const read = [...latest.values()].find((entry) => entry.isIntersecting)?.target ?? this.#passed(line);
      if (!read) return;
      // beside the words that the story ends with none of its sentences is read any more
      const ended = read === this.#outro;
      this.#root.classList.toggle('ended', ended);
      const step = /** @type {HTMLElement} */ (ended ? this.#steps().at(-1) : read);
      // On the way to a step that was asked for, those scrolled past are not read.
      if (this.#target && step !== this.#target) return;
      this.#arrive();
      this.#read(step);
    }, options);
    for (const step of [...this.#steps(), this.#outro]) this.#watch.observe(step);
  }

  /**
   * The last step, where all of them stand above the reading line: a jump to the end of the page goes past it.
   * @param {number} line height of the reading line in percent of the window
   */
  #passed(line) {
    const last = this.#steps().at(-1);
    const height = (document.documentElement.clientHeight * line) / 100;
    if (!last || last.getBoundingClientRect().bottom > height) return undefined;
    return this.#outro.checkVisibility() ? this.#outro : last;
  }

  /** Steps that were put in anew are looked at too. @param {Iterable<Element>} steps */
  watch(steps) {
    for (const step of steps) this.#watch?.observe(step);
  }

  get tracked() {
    return this.#watch !== null;
  }

  untrack() {
    this.#watch?.disconnect();
    this.#watch = null;
    this.#arrive();
  }

  /**
   * On the way to a step that was asked for, those scrolled past are not read. The reader may stop the scrolling half
   * way; then the line decides again.
   * @param {Element | null} step
   */
  expect(step) {
    this.#target = step;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#arrive(), 1500);
  }

  #arrive() {
    clearTimeout(this.#timer);
    this.#target = null;
  }
}
