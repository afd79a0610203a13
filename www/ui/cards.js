// The reading column: one card a chapter, with a step for each beat of its picture. Which of them is being read is told
// by a line across the window.

import { el, icon } from './dom.js';
import { actOf, Rail } from './rail.js';
import { whole, WHOLE } from './whole-words.js';

/** @import {Lang, OpenRecord, Scene, Story, Words} from '../types.js' */
/** @import {Colours} from './colours.js' */
/** @import {Inside as Asked} from '../element/guesses.js' */
/** What a step has to do, besides its words. @typedef {Asked & { lists?: Node, explorer?: Node }} Inside */
/** @typedef {(index: number, ...from: Parameters<OpenRecord>) => void} OpenFrom */
/**
 * @typedef {object} CardsOn
 * @property {(scene: Scene, beat: number, words: Words) => Inside} inside
 * @property {(index: number, beat: number) => void} read
 * @property {OpenFrom} open
 * @property {(index: number) => void} go
 */

/** What Tab stops at. */
const STOPS = 'button, a, input, select, summary';
const BOXES = '.button, .choice, .theme, .search';
const HIGHEST = 60; // CSS px: what is higher is neither a line of text nor a button
const GONE = 24; // CSS px of a text that are no words any more
const CLOSING = /^[，。；：、！？）」』”’,.;:!?)\]'"]+/;

/**
 * A scene's sentences; each figure's number is a button that opens its record. What closes behind a number stays on its
 * line.
 * @param {Scene} scene
 * @param {OpenFrom} open
 * @param {string} [without] no sentence that quotes this figure
 */
export function narration(scene, open, without) {
  return scene.narration.map((sentence) => {
    if (without && sentence.some(({ figure }) => figure === without)) return null;
    /** @type {import('./dom.js').Child[]} */
    const nodes = [];
    /** @type {HTMLButtonElement | null} */
    let button = null;
    for (const { text, figure } of sentence) {
      const closing = button ? (CLOSING.exec(text)?.[0] ?? '') : '';
      if (closing) nodes.push(el('span', { class: 'keep' }, nodes.pop(), closing), el('wbr'));
      button = figure
        ? el('button', { type: 'button', class: 'number', 'data-figure': figure, 'aria-haspopup': 'dialog' }, text)
        : null;
      const opener = button;
      if (figure) opener?.addEventListener('click', () => open(scene.index, figure, opener));
      nodes.push(...(button ? [button] : whole(text.slice(closing.length))));
    }
    return el('p', { class: WHOLE }, ...nodes);
  });
}

/**
 * The sentence that a picture without one of its own goes on with, for the eyes: it has been read, and its numbers are
 * buttons where it was. They are whole here too.
 * @param {(HTMLElement | null)[]} before
 */
function goesOn(before) {
  const last = before.findLast((sentence) => sentence !== null);
  if (!last) return null;
  const words = [...last.childNodes].map((node) =>
    node instanceof HTMLButtonElement || (node instanceof HTMLElement && node.matches('.keep'))
      ? el('span', { class: 'keep' }, node.textContent)
      : node.cloneNode(true),
  );
  return el('p', { class: `on ${WHOLE ?? ''}`, 'aria-hidden': 'true' }, ...words);
}

/** A heading, its amounts not broken between lines, and its clauses only where they must be. @param {string} text */
const clauses = (text) =>
  text.split(/(?<=[，；：])/).map((clause) => el('span', { class: 'keep' }, ...amounts(clause)));
/** What an amount in a heading is said of, in so few Chinese characters, is not broken either. */
const SUBJECT = /^\p{Script=Han}{3,7}$/u;
/** @param {string} text */
const amounts = (text) =>
  text
    .split(/(\d[\d.,]*(?:%|[万亿]?\p{Script=Han})?[，；：、。:;!?)]*)/u)
    .flatMap((part, i) => (i % 2 || SUBJECT.test(part) ? el('span', { class: 'keep' }, part) : whole(part)));

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
  /** @type {IntersectionObserver | null} */
  #watch = null;
  /** The step whose picture is on show. @type {{ index: number, beat: number } | null} */
  #read = null;
  /** The step that was asked for and is being scrolled to. @type {Element | null} */
  #target = null;
  #timer = 0;
  /**
   * Of a step, in CSS px: by how much the stage is higher beside it, how high its text is, how far it is scrolled when
   * the end of its picture is there, and its part of the window.
   * @type {WeakMap<Element, { grown: number, text: number, over: number, room: number }>}
   */
  #fits = new WeakMap();
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
    const end = last ? this.#end(story, words, lang) : [];
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
        cover && beat === 0 ? this.#begin(story.subtitle[lang], words) : null,
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
          said,
          ...sentences.slice(from, to),
          told,
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

  /**
   * What a cover has in place of sentences, which its picture says: what the story is, and a button to its first
   * chapter.
   * @param {string} subtitle
   * @param {Words} words
   */
  #begin(subtitle, words) {
    const button = el('button', { type: 'button', class: 'button main' }, words.begin, icon('down'));
    button.addEventListener('click', () => this.#on.go(1));
    return el('div', { class: 'begin' }, el('p', {}, subtitle), button);
  }

  /**
   * What the last chapter ends with: the story's last sentence, the way back to its beginning, and what holds for all
   * of it.
   * @param {Story} story
   * @param {Words} words
   * @param {Lang} lang
   */
  #end({ closing, notice }, words, lang) {
    const said = el('p', { class: 'notice' }, notice[lang]);
    if (!closing) return [said];
    const again = el('button', { type: 'button', class: 'button', 'data-do': 'again' }, icon('replay'), words.again);
    again.addEventListener('click', () => this.#on.go(0));
    return [el('div', { class: 'end' }, el('p', {}, closing[lang]), again), said];
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
    this.untrack();
    const options = { root: document, rootMargin: `-${line}% 0px -${100 - line}% 0px` };
    this.#watch = new IntersectionObserver((entries) => {
      // A fast scroll brings several entries for one step, and those of different steps in no order: the last of each
      // step counts.
      const latest = new Map(entries.map((entry) => [entry.target, entry]));
      const read = [...latest.values()].find((entry) => entry.isIntersecting)?.target ?? this.#passed(line);
      if (!read) return;
      // beside the words that the story ends with none of its sentences is read any more
      const ended = read === this.outro;
      this.root.classList.toggle('ended', ended);
      const step = /** @type {HTMLElement} */ (ended ? this.#steps.at(-1) : read);
      // On the way to a step that was asked for, those scrolled past are not read.
      if (this.#target && step !== this.#target) return;
      this.#arrive();
      const section = /** @type {HTMLElement} */ (step.parentElement);
      this.#on.read(this.#sections.indexOf(section), Number(step.dataset.beat));
    }, options);
    for (const step of [...this.#steps, this.outro]) this.#watch.observe(step);
  }

  /**
   * The last step, where all of them stand above the reading line: a jump to the end of the page goes past it.
   * @param {number} line height of the reading line in percent of the window
   */
  #passed(line) {
    const last = this.#steps.at(-1);
    const height = (document.documentElement.clientHeight * line) / 100;
    if (!last || last.getBoundingClientRect().bottom > height) return undefined;
    return this.outro.checkVisibility() ? this.outro : last;
  }

  /** The steps of a chapter that were put in anew are looked at too. @param {number} index */
  watch(index) {
    for (const step of this.#sections[index].children) this.#watch?.observe(step);
  }

  get tracked() {
    return this.#watch !== null;
  }

  untrack() {
    this.#watch?.disconnect();
    this.#watch = null;
    this.#arrive();
  }

  /** @param {number} index @param {number} beat @param {boolean} smooth */
  scrollTo(index, beat, smooth) {
    const step = this.#step(index, beat);
    this.#target = step ?? null;
    clearTimeout(this.#timer);
    // The reader may stop the scrolling half way; then the line decides again.
    this.#timer = setTimeout(() => this.#arrive(), 1500);
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
    const fitted = scenes.flatMap(({ index, heights }) =>
      heights.flatMap((height, beat) => {
        const step = /** @type {HTMLElement | undefined} */ (this.#sections[index]?.children[beat]);
        if (!step) return [];
        const over = Math.max(0, Math.ceil(height - high(index)));
        const { spare, text, room } = this.#room(step, index);
        const fit = { grown: 0, text: over, over, room };
        const grown = over > 0 && grows(index) ? Math.min(over, spare) : 0;
        // words that the window has room for stay below their picture until the next one comes
        // the tiles of many series need the whole window, and so do not keep them
        const stays = text + grown <= room && !step.querySelector('.themes');
        if (over > 0 && grows(index)) {
          const left = over - grown;
          // where the text is gone the picture has the whole window
          const end = stays || left <= text ? left : Math.max(text, left - (room - grown));
          Object.assign(fit, { grown, text: stays ? left : text, over: Math.ceil(end) });
        }
        return [{ step, fit, stays }];
      }),
    );
    // all are read before the first is changed: in turns, each would lay out the page anew
    for (const { step, fit, stays } of fitted) {
      this.#fits.set(step, fit);
      step.classList.toggle('stays', stays);
      step.style.setProperty('--_grown', `${fit.grown}px`);
      step.style.setProperty('--_over', `${fit.over}px`);
    }
  }

  /**
   * By how much the stage is higher than usual beside a step, CSS px: what its text leaves; all when the text is gone,
   * until the next step pushes it up again.
   * @param {number} index
   * @param {number} beat
   * @param {number} line
   */
  grown(index, beat, line) {
    const step = this.#step(index, beat);
    const { grown = 0, text = 0, over = 0, room = 0 } = (step && this.#fits.get(step)) ?? {};
    if (!step || over <= text) return grown;
    const { top, bottom } = step.getBoundingClientRect();
    if (line - top < text - GONE) return grown;
    return grown + Math.floor(Math.max(0, Math.min(bottom - line - grown, room - grown)));
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
   * How far a step is scrolled when the end of its picture is there, CSS px.
   * @param {number} index
   * @param {number} beat
   */
  end(index, beat) {
    const step = this.#step(index, beat);
    return (step && this.#fits.get(step)?.over) ?? 0;
  }

  /**
   * Of the lines of the words, and their buttons, that a height of the window cuts, those at the story's end too:
   * how far they reach below it and above it, CSS px.
   * @param {number} index
   * @param {number} beat
   * @param {number} at
   */
  cut(index, beat, at) {
    /** @type {DOMRect[]} */
    const boxes = [];
    const words = document.createRange();
    for (const body of [this.#step(index, beat)?.firstElementChild, this.outro]) {
      if (!body?.checkVisibility()) continue;
      for (const box of body.querySelectorAll(BOXES)) boxes.push(box.getBoundingClientRect());
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        words.selectNode(walker.currentNode);
        boxes.push(...words.getClientRects());
      }
    }
    const cut = boxes.filter(({ top, bottom, height }) => height < HIGHEST && top < at && bottom > at);
    return {
      below: Math.max(0, ...cut.map(({ bottom }) => Math.ceil(bottom - at))),
      above: Math.max(0, ...cut.map(({ top }) => Math.ceil(at - top))),
    };
  }

  /**
   * Of a step's window, in CSS px: what its text leaves, the text, and all of it.
   * @param {HTMLElement} step
   * @param {number} index
   */
  #room(step, index) {
    const { minHeight, paddingTop } = getComputedStyle(step);
    const { grown = 0, over = 0 } = this.#fits.get(step) ?? {};
    // not where it stands: words that stay do not move with their step
    const { height = 0 } = step.lastElementChild?.getBoundingClientRect() ?? {};
    const space = Number.parseFloat(paddingTop) - grown;
    const text = space + height;
    const room = Number.parseFloat(minHeight) - over;
    const above = index === 0 ? this.front.offsetHeight : 0;
    const spare = Math.max(0, Math.floor(room - above - text - space));
    return { spare, text, room };
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

  #arrive() {
    clearTimeout(this.#timer);
    this.#target = null;
  }
}

/**
 * Tab goes from the bar to the chapter being read and on to its picture, not through all chapters. What the others say
 * is there for screen readers, their buttons too.
 * @param {HTMLElement} section
 */
function reach(section) {
  const active = section.classList.contains('active');
  for (const node of section.querySelectorAll(STOPS)) {
    if (active) node.removeAttribute('tabindex');
    else node.setAttribute('tabindex', '-1');
  }
}

/**
 * What stands above a chapter's heading: the act, and the chapter's short name.
 * @param {Story} story
 * @param {{ index: number, name: string }} scene
 * @param {Lang} lang
 * @param {string} [heading] the name is not said twice
 */
export function kickerOf(story, { index, name }, lang, heading) {
  const act = actOf(story, index);
  const own = act?.name[lang];
  if (heading === name) return own ?? name;
  return own && own !== name ? `${own} · ${name}` : name;
}
