// The reading column: one card a chapter, and a rail of dots. Which chapter is being read is told by a line across
// the window.

import { el } from './dom.js';

/** @import {OpenRecord, Scene, Words} from '../types.js' */
/** @import {Colours} from './colours.js' */
/** @typedef {(index: number, ...from: Parameters<OpenRecord>) => void} OpenFrom */
/** @typedef {'wide' | 'narrow'} Columns */

// Where the top of a card stands when its picture begins to move, as a share of the window's height. A jump lands
// just before (style.js).
const PAN_FROM = { wide: 0.2, narrow: -0.04 };

const CLOSING = /^[，。；：、！？）」』”’,.;:!?)\]'"]+/;

/**
 * A scene's sentences; each figure's number is a button that opens its record. What closes behind a number stays on its
 * line.
 * @param {Scene} scene
 * @param {OpenFrom} open
 */
export function narration(scene, open) {
  return scene.narration.map((sentence) => {
    /** @type {import('./dom.js').Child[]} */
    const nodes = [];
    /** @type {HTMLButtonElement | null} */
    let button = null;
    for (const { text, figure } of sentence) {
      const closing = button ? (CLOSING.exec(text)?.[0] ?? '') : '';
      if (closing) nodes.push(el('span', { class: 'keep' }, nodes.pop(), closing));
      button = figure
        ? el('button', { type: 'button', class: 'number', 'data-figure': figure, 'aria-haspopup': 'dialog' }, text)
        : null;
      const opener = button;
      if (figure) opener?.addEventListener('click', () => open(scene.index, figure, opener));
      nodes.push(button ?? text.slice(closing.length));
    }
    return el('p', {}, ...nodes);
  });
}

export class Cards {
  root = el('div', { class: 'cards' });
  #list = el('ol', {});
  rail = el('nav', { class: 'rail' }, this.#list);
  /** @type {HTMLElement[]} */
  #sections = [];
  #on;
  /** @type {IntersectionObserver | null} */
  #watch = null;
  #target = -1;
  #timer = 0;
  #colours;

  /**
   * `on`: read(index) when another chapter is read, open(index, figure, button), go(index) from the rail.
   * @param {{ read: (index: number) => void, open: OpenFrom, go: (index: number) => void }} on
   * @param {Colours} colours
   */
  constructor(on, colours) {
    this.#on = on;
    this.#colours = colours;
  }

  /**
   * A section for each chapter, empty where there was none; true when their number has changed.
   * @param {number} count
   */
  prepare(count) {
    if (this.#sections.length === count) return false;
    this.#sections = Array.from({ length: count }, (_, index) =>
      el('section', { class: 'card', 'data-index': String(index) }),
    );
    this.root.replaceChildren(...this.#sections);
    return true;
  }

  /**
   * The same sections are filled again in another language; true when their number has changed. `notice`: what holds
   * for the whole story, said once, at the end.
   * @param {Scene[]} scenes
   * @param {Words} words
   * @param {string} notice
   * @param {number} active
   */
  fill(scenes, words, notice, active) {
    const anew = this.prepare(scenes.length);
    for (const scene of scenes) this.put(scene, words, scene.index === scenes.length - 1 ? notice : null);
    this.dots(scenes, words, active);
    return anew;
  }

  /**
   * One chapter into its section.
   * @param {Scene} scene
   * @param {Words} words
   * @param {string | null} [notice]
   */
  put(scene, words, notice = null) {
    this.stain(scene);
    this.#sections[scene.index].replaceChildren(
      el(
        'div',
        { class: 'card-body' },
        scene.number > 0 ? el('p', { class: 'card-number' }, String(scene.number)) : null,
        el('h2', {}, scene.name),
        ...narration(scene, this.#on.open),
        scene.index === 0 ? el('p', { class: 'hint' }, words.hint) : null,
        notice === null ? null : el('p', { class: 'notice' }, notice),
      ),
    );
  }

  /** The colour of a chapter. @param {Scene} scene */
  stain(scene) {
    this.#sections[scene.index].style.setProperty('--_accent', this.#colours.css(scene.accent));
  }

  /**
   * The rail: one dot a chapter, with its name in the language of the view.
   * @param {{ id: string, number: number, name: string }[]} scenes
   * @param {Words} words
   * @param {number} active
   */
  dots(scenes, words, active) {
    this.rail.setAttribute('aria-label', words.chapters);
    this.#list.replaceChildren(
      ...scenes.map((scene, index) => {
        const name = scene.number > 0 ? `${scene.number} ${scene.name}` : scene.name;
        const link = el(
          'a',
          { href: `#scene=${scene.id}`, 'aria-label': name, title: name },
          el('span', { class: 'dot' }, scene.number > 0 ? String(scene.number) : ''),
        );
        link.addEventListener('click', (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.#on.go(index);
        });
        return el('li', {}, link);
      }),
    );
    this.activate(active);
  }

  /**
   * Call before a change of heights; what it returns, after: the chapter being read is then where it was in the window.
   * @param {number} active
   */
  hold(active) {
    const section = this.#sections[active];
    const before = section?.getBoundingClientRect().top ?? 0;
    return () => {
      const moved = section?.isConnected ? section.getBoundingClientRect().top - before : 0;
      // At the very top the page stays at the top.
      if (moved !== 0 && window.scrollY > 0) window.scrollBy({ top: moved, behavior: 'instant' });
    };
  }

  /** @param {number} index */
  activate(index) {
    this.#sections.forEach((section, at) => {
      section.classList.toggle('active', at === index);
    });
    [...this.#list.children].forEach((item, at) => {
      item.classList.toggle('past', at < index);
      if (at === index) item.firstElementChild?.setAttribute('aria-current', 'step');
      else item.firstElementChild?.removeAttribute('aria-current');
    });
  }

  /** @param {number} line height of the reading line in percent of the window */
  track(line) {
    this.untrack();
    const options = { root: document, rootMargin: `-${line}% 0px -${100 - line}% 0px` };
    this.#watch = new IntersectionObserver((entries) => {
      // A fast scroll brings several entries for one card, and those of different cards in no order: the last of each
      // card counts.
      const latest = new Map(entries.map((entry) => [entry.target, entry]));
      const read = [...latest.values()].find((entry) => entry.isIntersecting);
      if (!read) return;
      const index = this.#sections.indexOf(/** @type {HTMLElement} */ (read.target));
      // On the way to a chapter that was asked for, those scrolled past are not read.
      if (this.#target >= 0 && index !== this.#target) return;
      this.#arrive();
      this.#on.read(index);
    }, options);
    for (const section of this.#sections) this.#watch.observe(section);
  }

  get tracked() {
    return this.#watch !== null;
  }

  untrack() {
    this.#watch?.disconnect();
    this.#watch = null;
    this.#arrive();
  }

  /** @param {number} index @param {boolean} smooth */
  scrollTo(index, smooth) {
    this.#target = index;
    clearTimeout(this.#timer);
    // The reader may stop the scrolling half way; then the line decides again.
    this.#timer = setTimeout(() => this.#arrive(), 1500);
    // The first chapter begins with the page, heading and all.
    const target = index === 0 ? this.root.closest('.frame') : this.#sections[index];
    target?.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'instant' });
  }

  /** Gives each chapter as much scrolling more as its picture is taller than the stage, px. @param {number[]} over */
  fit(over) {
    this.#sections.forEach((section, index) => {
      section.style.setProperty('--_over', `${over[index]}px`);
    });
  }

  /**
   * How far a picture taller than its stage has to be moved up, px: pixel by pixel with the page, as if it were
   * scrolled itself.
   * @param {number} index
   * @param {Columns} layout
   */
  pan(index, layout) {
    const top = this.#sections[index]?.getBoundingClientRect().top ?? 0;
    return Math.max(0, window.innerHeight * PAN_FROM[layout] - top);
  }

  /**
   * Scrolls to where `pan` answers `moved` px.
   * @param {number} index
   * @param {Columns} layout
   * @param {number} moved
   */
  moveTo(index, layout, moved) {
    const top = this.#sections[index]?.getBoundingClientRect().top ?? 0;
    window.scrollBy({ top: top - window.innerHeight * PAN_FROM[layout] + moved, behavior: 'instant' });
  }

  /**
   * Where the card of a chapter begins to cover the picture, px of the window; beside the picture it never does.
   * @param {number} index
   */
  covers(index) {
    const card = this.#sections[index]?.firstElementChild;
    return card && getComputedStyle(this.root).pointerEvents === 'none' ? card.getBoundingClientRect().top : Infinity;
  }

  #arrive() {
    clearTimeout(this.#timer);
    this.#target = -1;
  }
}
