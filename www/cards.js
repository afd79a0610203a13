// The reading column: one card a chapter, and a rail of dots. Which chapter is being read is told by a line across the window.

import { el } from './dom.js';

const UNCOVERED = 0.24; // of the window's height: how long a narrow page leaves a picture uncovered (as in style.js)

/** A scene's sentences; each figure's number is a button that opens its record. */
export function narration(scene, open) {
  return scene.narration.map((sentence) => el('p', {}, ...sentence.map(({ text, figure }) => {
    if (!figure || !scene.records[figure]) return text;
    const button = el('button', { type: 'button', class: 'number', 'data-figure': figure, 'aria-haspopup': 'dialog' }, text);
    button.addEventListener('click', () => open(scene.index, figure, button));
    return button;
  })));
}

export class Cards {
  root = el('div', { class: 'cards' });
  #list = el('ol', {});
  rail = el('nav', { class: 'rail' }, this.#list);
  #sections = [];
  #on;
  #watch = null;
  #target = -1;
  #timer = 0;

  /** `on`: read(index) when another chapter is read, open(index, figure, button), go(index) from the rail. */
  constructor(on) {
    this.#on = on;
  }

  /** Fills the same sections again in another language: the reader stays where they are. */
  fill(scenes, words, active) {
    this.rail.setAttribute('aria-label', words.chapters);
    if (this.#sections.length !== scenes.length) {
      this.#sections = scenes.map((_, index) => el('section', { class: 'card', 'data-index': String(index) }));
      this.root.replaceChildren(...this.#sections);
    }
    const before = this.#sections[active].getBoundingClientRect().top;
    scenes.forEach((scene, index) => {
      const section = this.#sections[index];
      section.style.setProperty('--_accent', scene.accent);
      section.replaceChildren(el('div', { class: 'card-body' },
        scene.number > 0 ? el('p', { class: 'card-number' }, String(scene.number)) : null,
        el('h2', {}, scene.name),
        ...narration(scene, this.#on.open),
        index === 0 ? el('p', { class: 'hint' }, words.hint) : null));
    });
    const after = this.#sections[active].getBoundingClientRect().top;
    if (after !== before && this.#watch && window.scrollY > 0) window.scrollBy({ top: after - before, behavior: 'instant' });
    this.#list.replaceChildren(...scenes.map((scene, index) => {
      const name = scene.number > 0 ? `${scene.number} ${scene.name}` : scene.name;
      const link = el('a', { href: `#scene=${scene.id}`, 'aria-label': name, title: name }, el('span', { class: 'dot' }, String(scene.number)));
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.#on.go(index);
      });
      return el('li', {}, link);
    }));
    this.activate(active);
  }

  activate(index) {
    this.#sections.forEach((section, at) => section.classList.toggle('active', at === index));
    [...this.#list.children].forEach((item, at) => {
      item.classList.toggle('past', at < index);
      if (at === index) item.firstChild.setAttribute('aria-current', 'step');
      else item.firstChild.removeAttribute('aria-current');
    });
  }

  /** `line`: height of the reading line in percent of the window. */
  track(line) {
    this.untrack();
    const options = { root: document, rootMargin: `-${line}% 0px -${100 - line}% 0px` };
    this.#watch = new IntersectionObserver((entries) => {
      const read = entries.filter((entry) => entry.isIntersecting).pop();
      if (!read) return;
      const index = Number(read.target.dataset.index);
      // On the way to a chapter that was asked for, those scrolled past are not read.
      if (this.#target >= 0 && index !== this.#target) return;
      this.#arrive();
      this.#on.read(index);
    }, options);
    for (const section of this.#sections) this.#watch.observe(section);
  }

  untrack() {
    this.#watch?.disconnect();
    this.#watch = null;
    this.#arrive();
  }

  scrollTo(index, { block, smooth }) {
    this.#target = index;
    clearTimeout(this.#timer);
    // The reader may stop the scrolling half way; then the line decides again.
    this.#timer = setTimeout(() => this.#arrive(), 1500);
    this.#sections[index].scrollIntoView({ block, behavior: smooth ? 'smooth' : 'instant' });
  }

  /** How far a chapter has been read, 0 to 1. Wide: over the middle of its card; narrow: while nothing covers the picture. */
  progress(index, layout) {
    const box = this.#sections[index]?.getBoundingClientRect();
    if (!box) return 0;
    const done = layout === 'wide'
      ? ((window.innerHeight / 2 - box.top) / box.height - 0.3) / 0.4
      : -box.top / (window.innerHeight * UNCOVERED);
    return Math.max(0, Math.min(1, done));
  }

  #arrive() {
    clearTimeout(this.#timer);
    this.#target = -1;
  }
}
