// The reading column: one card a chapter, with a step for each beat of its picture. Which of them is being read is told
// by a line across the window.

import { beginning, ending, kickerOf, reach } from './card-parts.js';
import { el } from './dom.js';
import { clauses, goesOn, narration } from './narration.js';
import { Rail } from './rail.js';
import { ReadingLine } from './reading-line.js';
import { cutLines, StepFits } from './step-fits.js';

/** @import {Lang, Scene, Story, Words} from '../types.js' */
/** @import {Colours} from './colours.js' */
/** @import {Inside as Asked} from '../element/guesses.js' */
/** What a step has to do, besides its words. @typedef {Asked & { lists?: Node, explorer?: Node }} Inside */
/** @import {OpenFrom} from './narration.js' */
/**
 * @typedef {object} CardsOn
 * @property {(scene: Scene, beat: number, words: Words) => Inside} inside
 * @property {(index: number, beat: number) => void} read
 * @property {OpenFrom} open
 * @property {(index: number) => void} go
 */

export class Cards {
  root = el('div', { class: 'cards' });
  /** What stands above the picture of a cover where the card stands below it. */
  front = el('div', { class: 'front' });
  /** What the story ends with, where it would else go by under the last picture. */
  outro = el('div', { class: 'outro' });
  /** Whether the cards stand below the picture. */
  below = false;
  rail = new Rail((index) => this.#on.go(index));
  /** One a chapter. @type {HTMLElement[]} */
  #sections = [];
  #on;
  #line = new ReadingLine({
    root: this.root,
    outro: this.outro,
    steps: () => this.#steps,
    read: (step) => {
      const section = /** @type {HTMLElement} */ (step.parentElement);
      this.#on.read(this.#sections.indexOf(section), Number(step.dataset.beat));
    },
  });
  /** The step whose picture is on show. @type {{ index: number, beat: number } | null} */
  #read = null;
  #fits = new StepFits(this.front);
  #colours;

  /**
   * `on`: inside(scene, beat, words) what there is to do, read(index, beat) when another beat is read,
   * open(index, figure, button), go(index) from the rail.
   * @param {CardsOn} on
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
   * The same sections are filled again in another language; true when the number of their steps has changed.
   * @param {Scene[]} scenes
   * @param {Words} words
   * @param {Story} story its notice holds for the whole story and is said once, at the end
   * @param {Lang} lang
   * @param {number} active
   */
  fill(scenes, words, story, lang, active) {
    const before = this.#steps.length;
    this.prepare(scenes.length);
    for (const scene of scenes) this.put(scene, words, story, lang);
    this.rail.fill(story, lang, words.chapters, active);
    return before !== this.#steps.length;
  }

  /**
   * One chapter into its section: a step for each beat of its picture, with the sentences read beside it.
   * @param {Scene} scene
   * @param {Words} words
   * @param {Story} story its notice holds for the whole story and is said once, at the end
   * @param {Lang} lang
   */
  put(scene, words, story, lang) {
    this.stain(scene);
    const { index } = scene;
    const beats = scene.heights.length;
    const last = index === story.scenes.length - 1;
    // a cover has no numbers in its text
    const hinted = story.scenes[0].bleeds ? 1 : 0;
    const { bleeds } = story.scenes[index];
    const cover = bleeds && index === 0;
    const apart = cover && this.below;
    const end = last ? ending(story, words, lang, this.#on.go) : [];
    if (index === 0) this.front.replaceChildren();
    if (last) this.outro.replaceChildren(...(this.below ? end : []));
    this.#sections[index].classList.toggle('bleeds', bleeds);
    this.#sections[index].classList.toggle('cover', cover);
    const steps = Array.from({ length: beats }, (_, beat) => {
      const { heading, panel, told, without, lists, explorer } = this.#on.inside(scene, beat, words);
      const sentences = panel ? [] : narration(scene, this.#on.open, without);
      const [from, to] = [scene.sentences[beat], scene.sentences[beat + 1]];
      const said = from === to && beat > 0 ? goesOn(sentences.slice(0, from)) : null;
      const title = clauses(heading ?? scene.title);
      // where it is about the answer
      const asked = scene.guess?.titled && beat === scene.asked;
      const again = el('p', { class: asked ? 'again answer' : 'again' }, ...title);
      const top = [
        beat === 0 || panel ? el('h2', {}, ...title) : said && !asked ? null : again,
        cover && beat === 0 ? beginning(story.subtitle[lang], words, this.#on.go) : null,
      ];
      if (apart && beat === 0) this.front.append(...top.filter((node) => node !== null));
      return el(
        'div',
        { class: 'step', 'data-beat': String(beat) },
        el(
          'div',
          { class: 'card-body' },
          el('p', { class: 'kicker' }, kickerOf(story, scene, lang, heading)),
          ...(apart && beat === 0 ? [] : top),
          panel,
          told,
          said,
          ...sentences.slice(from, to),
          lists,
          explorer,
          beat === 0 && index === hinted ? el('p', { class: 'hint' }, words.hint) : null,
          ...(beat === beats - 1 && !this.below ? end : []),
        ),
      );
    });
    this.#sections[scene.index].replaceChildren(...steps);
    this.#setAside(steps);
    reach(this.#sections[scene.index]);
    if (last) reach(this.outro);
  }

  /** The colour of a chapter. @param {Scene} scene */
  stain(scene) {
    this.#sections[scene.index].style.setProperty('--_accent', this.#colours.css(scene));
  }

  get #steps() {
    return this.#sections.flatMap((section) => [...section.children]);
  }

  /** @param {number} index @param {number} beat */
  #step(index, beat) {
    const steps = this.#sections[index]?.children;
    return steps?.[Math.min(beat, steps.length - 1)];
  }

  /**
   * Call before a change of heights; what it returns, after: the step being read is then where it was in the window.
   * @param {number} index
   * @param {number} beat
   */
  hold(index, beat) {
    const place = () => (this.#step(index, beat) ?? this.#sections[index])?.getBoundingClientRect().top ?? 0;
    const before = place();
    return () => {
      const moved = place() - before;
      // At the very top the page stays at the top.
      if (moved !== 0 && window.scrollY > 0) window.scrollBy({ top: moved, behavior: 'instant' });
    };
  }

  /** @param {number} index @param {number} beat */
  activate(index, beat) {
    this.#read = { index, beat };
    this.#setAside(this.#steps);
    this.#sections.forEach((section, at) => {
      if (section.classList.contains('active') === (at === index)) return;
      section.classList.toggle('active', at === index);
      reach(section);
    });
    this.outro.classList.toggle('active', index === this.#sections.length - 1);
    reach(this.outro);
    this.rail.activate(index);
  }

  /** What stands beside another picture than that on show is not what is read. @param {Element[]} steps */
  #setAside(steps) {
    if (!this.#read) return;
    const read = this.#step(this.#read.index, this.#read.beat);
    for (const step of steps) step.classList.toggle('aside', step !== read);
  }

  /** @param {number} line height of the reading line in percent of the window */
  track(line) {
    this.#line.track(line);
  }

  /** The steps of a chapter that were put in anew are looked at too. @param {number} index */
  watch(index) {
    this.#line.watch(this.#sections[index].children);
  }

  get tracked() {
    return this.#line.tracked;
  }

  untrack() {
    this.#line.untrack();
  }

  /** @param {number} index @param {number} beat @param {boolean} smooth */
  scrollTo(index, beat, smooth) {
    const step = this.#step(index, beat);
    this.#line.expect(step ?? null);
    // The first chapter begins with the page, heading and all.
    const target = index === 0 && beat === 0 ? this.root.closest('.frame') : step;
    target?.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'instant' });
  }

  /**
   * Gives each step as much scrolling more as its picture is taller than the stage, px.
   * @param {Scene[]} scenes
   * @param {(index: number) => number} high height of the stage while a chapter is on show, CSS px
   * @param {(index: number) => boolean} grows whether the stage takes what the text of a step leaves below it, also
   *   when it has been scrolled away
   */
  fit(scenes, high, grows) {
    this.#fits.fit(scenes, (index, beat) => this.#sections[index]?.children[beat], high, grows);
  }

  /**
   * By how much the stage is higher than usual beside a step, CSS px: what its text leaves; all when the text is gone,
   * until the next step pushes it up again.
   * @param {number} index
   * @param {number} beat
   * @param {number} line
   */
  grown(index, beat, line) {
    return this.#fits.grown(this.#step(index, beat), line);
  }

  /**
   * How much of the story's end is still below a height of the window, CSS px.
   * @param {number} floor
   */
  left(floor) {
    const end = this.below ? this.outro : this.root;
    return Math.max(0, Math.floor(end.getBoundingClientRect().bottom - floor));
  }

  /**
   * How much of the words of a step is still below a height of the window, CSS px.
   * @param {number} index
   * @param {number} beat
   * @param {number} floor
   */
  rest(index, beat, floor) {
    const words = this.#step(index, beat)?.firstElementChild?.lastElementChild;
    const { bottom = floor } = words?.getBoundingClientRect() ?? {};
    return Math.max(0, bottom - floor);
  }

  /**
   * How far a step is scrolled when the end of its picture is there, CSS px.
   * @param {number} index
   * @param {number} beat
   */
  end(index, beat) {
    return this.#fits.end(this.#step(index, beat));
  }

  /**
   * Of the lines of the words, and their buttons, that a height of the window cuts, those at the story's end too:
   * how far they reach below it and above it, CSS px.
   * @param {number} index
   * @param {number} beat
   * @param {number} at
   */
  cut(index, beat, at) {
    return cutLines([this.#step(index, beat)?.firstElementChild, this.outro], at);
  }

  /**
   * How far a picture taller than its stage has to be moved up, px: pixel by pixel with the page, as if it were
   * scrolled itself, once the step has come to the `line`.
   * @param {number} index
   * @param {number} beat
   * @param {number} line px of the window
   */
  pan(index, beat, line) {
    const top = this.#step(index, beat)?.getBoundingClientRect().top ?? 0;
    return Math.max(0, line - top);
  }

  /**
   * Scrolls to where `pan` answers `moved` px.
   * @param {number} index
   * @param {number} beat
   * @param {number} line
   * @param {number} moved
   */
  moveTo(index, beat, line, moved) {
    const top = this.#step(index, beat)?.getBoundingClientRect().top ?? 0;
    window.scrollBy({ top: top - line + moved, behavior: 'instant' });
  }
}
