// The question of a chapter that asks before it tells, in place of its heading and sentences; and, once the answer has
// been told, the reader's guess with what the source makes of it. Makes nodes and says what was pressed; what a value
// means is the engine's.

import { el } from './dom.js';

/** @import {Guess, Words} from '../types.js' */
/** What a value of the scale is in words. @typedef {{ value: string, verdict: string }} Told */
/** @typedef {'show' | 'skip' | 'again'} Press */
/**
 * @typedef {object} Asked
 * @property {(value: number) => void} move
 * @property {(what: Press) => void} press
 * @property {(value: number) => Told} tell
 */

/**
 * The scale as a native slider.
 * @param {Guess} guess
 * @param {number} value
 * @param {Asked} on
 */
export function slider(guess, value, on) {
  const { question, from, to, step } = guess;
  const [min, max, by] = [from, to, step].map(String);
  const node = el('input', { type: 'range', class: 'scale', 'aria-label': question, min, max, step: by });
  const leap = Math.max(1, Math.round((to - from) / step / 10)) * step;
  node.addEventListener('input', () => on.move(node.valueAsNumber));
  node.addEventListener('keydown', (event) => {
    const way = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0;
    if (!way) return;
    event.preventDefault(); // else they would scroll the page in some browsers
    on.move(node.valueAsNumber + way * leap);
  });
  setSlider(node, value, on.tell(value).value);
  return node;
}

/**
 * @param {HTMLInputElement} node
 * @param {number} value
 * @param {string} text
 */
export function setSlider(node, value, text) {
  node.value = String(value);
  node.setAttribute('aria-valuetext', text);
}

/**
 * @param {Press} what
 * @param {string} kind
 * @param {Words} words
 * @param {Asked} on
 */
const button = (what, kind, words, on) =>
  el(
    'button',
    { type: 'button', class: `button ${kind}`, 'data-do': `guess-${what}`, onclick: () => on.press(what) },
    words.guess[what],
  );

/** A question with its slider; the value stands in the picture. */
export class Question {
  #slider;
  root;

  /**
   * @param {Guess} guess
   * @param {number} value
   * @param {Words} words
   * @param {Asked} on
   */
  constructor(guess, value, words, on) {
    this.#slider = slider(guess, value, on);
    this.root = el(
      'div',
      { class: 'guess' },
      el('p', { class: 'guess-how' }, words.guess.how),
      this.#slider,
      el('p', { class: 'guess-tools' }, button('show', 'main', words, on), button('skip', 'quiet', words, on)),
      el('p', { class: 'guess-how' }, words.guess.kept),
    );
    this.set(value, on.tell(value).value);
  }

  /** @param {number} value @param {string} text */
  set(value, text) {
    setSlider(this.#slider, value, text);
  }
}

/**
 * The guess and the sentence that judges it.
 * @param {number} value
 * @param {Words} words
 * @param {Asked} on
 */
export function answer(value, words, on) {
  const told = on.tell(value);
  const yours = el('p', { class: 'guess-value' }, words.guess.yours, el('b', {}, told.value));
  yours.append(button('again', 'quiet small', words, on));
  return el('div', { class: 'guess told', tabindex: '-1' }, yours, el('p', { class: 'verdict' }, told.verdict));
}
