// The guesses of a story: which still wait, at which value, and which were answered or passed. The engine keeps the
// answer out of the picture while one waits. Nothing of it is stored or sent.

import { Grip } from '../ui/grip.js';
import { answer, Question, setSlider, slider } from '../ui/guess.js';

/**
 * @import {Guess, Scene, Story, Words} from '../types.js'
 * @import {Asked, Press} from '../ui/guess.js'
 * @import {PlayerHost} from './player-host.js'
 */
/** @typedef {'waiting' | 'told' | 'over'} Phase */
/**
 * What a card shows of its chapter's guess.
 * @typedef {{ heading?: string, panel?: Node, told?: Node, without?: string }} Inside
 */

const NUMBERS = { over: 0, waiting: 1, told: 2 }; // as the engine has them

export class Guesses {
  #playerHost;
  #grip;
  #on;
  /**
   * By index of the chapter; without a number: where the reader begins.
   * @type {Map<number, { phase: Phase, value: number }>}
   */
  #states = new Map();
  /** In the cards. @type {Map<number, Question>} */
  #questions = new Map();
  /** The chapter on show, while it has a guess. @type {{ index: number, guess: Guess } | null} */
  #shown = null;

  /**
   * `on`: moved() when the value of the chapter on show has changed, pressed(index, what).
   * @param {PlayerHost} playerHost
   * @param {HTMLElement} sheet
   * @param {{ moved: () => void, pressed: (index: number, what: Press) => void }} on
   */
  constructor(playerHost, sheet, on) {
    this.#playerHost = playerHost;
    this.#on = on;
    this.#grip = new Grip(sheet, (x, y) => {
      const value = playerHost.use((engine) => engine.guess_at(x, y)) ?? Number.NaN;
      if (this.#shown && !Number.isNaN(value)) this.#move(this.#shown.index, this.#shown.guess, value);
    });
  }

  /**
   * Every chapter of a story that asks waits from now on, but for those that were answered or passed; none where
   * nothing is asked.
   * @param {Story} story
   * @param {boolean} asks
   */
  arm(story, asks) {
    story.scenes.forEach((scene, index) => {
      const known = this.#states.get(index);
      if (!scene.asks) this.#states.delete(index);
      else if (!known) this.#states.set(index, { phase: asks ? 'waiting' : 'over', value: Number.NaN });
      else if (!asks && known.phase === 'waiting') known.phase = 'over';
    });
    for (const index of this.#states.keys()) this.#tell(index);
  }

  /** @param {number} index */
  waits(index) {
    return this.#states.get(index)?.phase === 'waiting';
  }

  /** Those that wait. */
  get waiting() {
    return [...this.#states.keys()].filter((index) => this.waits(index));
  }

  /** @param {number} index @param {Phase} phase */
  become(index, phase) {
    const state = this.#states.get(index);
    if (!state) return;
    state.phase = phase;
    this.#questions.delete(index);
    this.#tell(index);
  }

  /** @param {number} index */
  #tell(index) {
    const state = this.#states.get(index);
    if (state) this.#playerHost.use((engine) => engine.guess(index, NUMBERS[state.phase], state.value));
  }

  /**
   * What a step of a chapter's card has to show: the question with its panel in place of heading and sentences; at
   * another picture of the chapter its name in place of a heading that gives the answer away, and no sentence that
   * does: the question stands where its picture and its slider are. The guess with its verdict between heading and
   * sentences.
   * @param {Scene} scene
   * @param {number} beat
   * @param {Words} words
   * @returns {Inside}
   */
  inside({ index, name, guess, asked }, beat, words) {
    const state = this.#states.get(index);
    if (!guess || !state || state.phase === 'over') return {};
    const here = beat === asked;
    const value = Number.isNaN(state.value) ? guess.start : state.value;
    if (state.phase === 'told') return here ? { told: answer(value, words, this.#asked(index, guess)) } : {};
    if (!here) return { heading: guess.titled ? name : undefined, without: guess.figure };
    const question = new Question(guess, value, words, this.#asked(index, guess));
    this.#questions.set(index, question);
    return { heading: guess.question, panel: question.root };
  }

  /** Over the picture of a chapter. @param {Scene} scene */
  show({ index, guess }) {
    const state = this.#states.get(index);
    this.#shown = guess ? { index, guess } : null;
    const waits = guess && state?.phase === 'waiting';
    const value = waits && Number.isNaN(state.value) ? guess.start : (state?.value ?? 0);
    this.#grip.hold(waits ? slider(guess, value, this.#asked(index, guess)) : null);
    this.#place();
  }

  #place() {
    this.#grip.place(this.#playerHost.use((engine) => engine.guess_place()));
  }

  /** @param {number} index @param {Guess} guess @returns {Asked} */
  #asked(index, guess) {
    return {
      move: (value) => this.#move(index, guess, value),
      press: (what) => {
        const state = this.#states.get(index);
        if (state && Number.isNaN(state.value)) state.value = guess.start;
        this.#on.pressed(index, what);
      },
      tell: (value) => JSON.parse(this.#playerHost.use((engine) => engine.guess_told(index, value)) ?? '{}'),
    };
  }

  /** @param {number} index @param {Guess} guess @param {number} wanted */
  #move(index, guess, wanted) {
    const state = this.#states.get(index);
    if (state?.phase !== 'waiting') return;
    state.value = Math.max(guess.from, Math.min(wanted, guess.to));
    this.#tell(index);
    const text = this.#asked(index, guess).tell(state.value).value;
    this.#questions.get(index)?.set(state.value, text);
    if (this.#shown?.index !== index) return;
    const { slider: keys } = this.#grip;
    if (keys) setSlider(keys, state.value, text);
    this.#on.moved();
    this.#place();
  }
}
