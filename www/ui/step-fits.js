// How the text of a step and the picture beside it share the window: how much higher the picture may be, how far the
// step is scrolled for all of it to be seen, and which lines of text an edge cuts.

/** @import {Scene} from '../types.js' */

const BOXES = '.button, .choice, .theme, .search';
const HIGHEST = 60; // CSS px: what is higher is neither a line of text nor a button
const FOOT = 8; // CSS px below words that stay (style-narrow.js)
const GONE = 24; // CSS px of a text that are no words any more

export class StepFits {
  /**
   * Of a step, in CSS px: by how much the stage is higher beside it, how high its text is, how far it is scrolled when
   * the end of its picture is there, and its part of the window.
   * @type {WeakMap<Element, { grown: number, text: number, over: number, room: number }>}
   */
  #fits = new WeakMap();
  #front;

  /** @param {HTMLElement} front what stands above the first step where the card stands below its picture */
  constructor(front) {
    this.#front = front;
  }

  /**
   * Gives each step as much scrolling more as its picture is taller than the stage, px.
   * @param {Scene[]} scenes
   * @param {(index: number, beat: number) => Element | undefined} stepOf
   * @param {(index: number) => number} high height of the stage while a chapter is on show, CSS px
   * @param {(index: number) => boolean} grows whether the stage takes what the text of a step leaves below it, also
   *   when it has been scrolled away
   */
  fit(scenes, stepOf, high, grows) {
    const fitted = scenes.flatMap(({ index, heights }) =>
      heights.flatMap((height, beat) => {
        const step = /** @type {HTMLElement | undefined} */ (stepOf(index, beat));
        if (!step) return [];
        const over = Math.max(0, Math.ceil(height - high(index)));
        const { spare, text, room } = this.#room(step, index);
        const fit = { grown: 0, text: over, over, room };
        const grown = over > 0 && grows(index) ? Math.min(over, spare) : 0;
        // the tiles of many series need the whole window, and so do not keep their words
        const stays = !step.querySelector('.themes');
        // words that are higher than their room move first, and stay with their end in sight
        const excess = stays ? Math.max(0, Math.ceil(text + grown + FOOT - room)) : 0;
        if (over > 0 && grows(index)) {
          const left = over - grown;
          // where the text is gone the picture has the whole window
          const end = stays || left <= text ? left : Math.max(text, left - (room - grown));
          Object.assign(fit, { grown, text: stays ? left : text, over: Math.ceil(end) });
        }
        return [{ step, fit, stays, excess }];
      }),
    );
    // all are read before the first is changed: in turns, each would lay out the page anew
    for (const { step, fit, stays, excess } of fitted) {
      this.#fits.set(step, fit);
      step.classList.toggle('stays', stays);
      step.style.setProperty('--_grown', `${fit.grown}px`);
      step.style.setProperty('--_over', `${fit.over}px`);
      step.style.setProperty('--_excess', `${excess}px`);
    }
  }

  /**
   * By how much the stage is higher than usual beside a step, CSS px: what its text leaves; all when the text is gone,
   * until the next step pushes it up again.
   * @param {Element | undefined} step
   * @param {number} line
   */
  grown(step, line) {
    const { grown = 0, text = 0, over = 0, room = 0 } = (step && this.#fits.get(step)) ?? {};
    if (!step || over <= text) return grown;
    const { top, bottom } = step.getBoundingClientRect();
    if (line - top < text - GONE) return grown;
    return grown + Math.floor(Math.max(0, Math.min(bottom - line - grown, room - grown)));
  }

  /**
   * How far a step is scrolled when the end of its picture is there, CSS px.
   * @param {Element | undefined} step
   */
  end(step) {
    return (step && this.#fits.get(step)?.over) ?? 0;
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
    const above = index === 0 ? this.#front.offsetHeight : 0;
    const spare = Math.max(0, Math.floor(room - above - text - space));
    return { spare, text, room };
  }
}

/**
 * Of the lines of the words, and their buttons, that a height of the window cuts, those at the story's end too:
 * how far they reach below it and above it, CSS px.
 * @param {(Element | null | undefined)[]} bodies
 * @param {number} at
 */
export function cutLines(bodies, at) {
  /** @type {DOMRect[]} */
  const boxes = [];
  const words = document.createRange();
  for (const body of bodies) {
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
