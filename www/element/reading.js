// Which chapter and which of its pictures are on show: goes from one to the next, and gives every piece what it
// shows of them. It asks the player host for scenes, and knows no buttons, keys or failures.

import { wordsOf } from '../ui/words.js';

/**
 * @import {LiveRegion} from '../a11y/live-region.js'
 * @import {Scene, Story, Words} from '../types.js'
 * @import {Records} from '../ui/records.js'
 * @import {Address} from './address.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {FirstPaint} from './first-paint.js'
 * @import {HitTesting} from './hit-testing.js'
 * @import {Panels} from './panels.js'
 * @import {PlayerHost} from './player-host.js'
 */

const READ_ZH = 7; // characters a second of who reads along, Chinese and English
const READ_EN = 16;
const LOOK = 2; // seconds to look at the picture besides

export class Reading {
  #host;
  #playerHost;
  #pieces;
  #around;
  #on;
  /** The words of the language last shown. @type {Words | null} */
  #said = null;
  /** @type {Story | null} */
  story = null;
  /** @type {Scene | null} */
  scene = null;
  index = 0;
  /** Which of the chapter's pictures, where this view has several. */
  beat = 0;
  /** The reader has been at the last chapter. */
  #ended = false;

  /**
   * `skip(index)`: the reader goes on past a guess that waits.
   * @param {DuoyuanStory} host
   * @param {PlayerHost} playerHost
   * @param {FirstPaint} pieces
   * @param {{
   *   hitTesting: HitTesting, liveRegion: LiveRegion, records: Records, panels: Panels, address: Address,
   * }} around
   * @param {{ skip: (index: number) => void }} on
   */
  constructor(host, playerHost, pieces, around, on) {
    this.#host = host;
    this.#playerHost = playerHost;
    this.#pieces = pieces;
    this.#around = around;
    this.#on = on;
  }

  /**
   * On by a beat where the chapter has one more, else by a chapter; back in the same way. From a guess that waits on
   * to its answer. False at the ends.
   * @param {1 | -1} by
   */
  step(by) {
    if (this.#host.single) return false;
    // nobody goes on past a question without having seen the answer
    if (by > 0 && this.waits) {
      this.#on.skip(this.index);
      return true;
    }
    const beat = this.beat + by;
    const within = beat >= 0 && beat < this.beats(this.index);
    const index = within ? this.index : this.index + by;
    this.go(index, within ? beat : by < 0 ? this.beats(index) - 1 : 0);
    return this.story?.scenes[index] !== undefined;
  }

  /**
   * What the buttons do: first on in a picture of which much is out of sight; after the last one to what the story ends
   * with. False at the ends.
   * @param {1 | -1} by
   */
  turn(by) {
    const on = by > 0 && !this.waits;
    const { marks } = this.#around.hitTesting;
    if (on && this.#pieces.viewport.scrolling.showRest(this.index, this.beat, marks)) return true;
    return this.step(by) || (on && !this.#host.single && this.#pieces.viewport.scrolling.showEnd());
  }

  /** @param {number} index */
  beats(index) {
    return this.#pieces.viewport.paged ? (this.#pieces.viewport.scenes()[index]?.heights.length ?? 1) : 1;
  }

  /** @param {number} index @param {number} [beat] */
  go(index, beat = 0) {
    if (!this.story?.scenes[index]) return;
    const near = Math.abs(index - this.index) <= 1;
    if (this.#pieces.viewport.paged)
      this.#pieces.cards.scrollTo(index, beat, near && !this.#host.preferences.reducedMotion);
    this.arrive(index, beat);
  }

  /**
   * The current scene, into every piece. `around`: what stands below a picture without cards too; `anew`: there the
   * height of pictures before it counts no more.
   */
  present({ around = true, anew = false } = {}) {
    // in another view the chapter may have fewer
    this.beat = Math.min(this.beat, this.beats(this.index) - 1);
    const scene = this.#playerHost.scene(this.index, this.beat);
    if (!scene) return;
    const { height } = scene;
    const words = this.words;
    if (words !== this.#said) this.#around.liveRegion.clear();
    this.#said = words;
    this.scene = scene;
    this.#pieces.viewport.scrolling.changed();
    this.#pieces.layout.frame.style.setProperty('--_accent', this.#pieces.colours.css(scene));
    this.#pieces.stage.size(this.#pieces.viewport.width, height, this.#host.preferences.dpr);
    this.#around.hitTesting.show(scene, words);
    this.#pieces.guesses.show(scene);
    this.#pieces.explorer.show(scene);
    this.#around.panels.show(scene, words, this.#host.lang);
    if (this.#pieces.viewport.paged) this.#pieces.cards.activate(this.index, this.beat);
    else if (this.story) {
      if (around) this.#pieces.beneath(scene, this.story);
      this.#pieces.viewport.reserve(height, anew);
    }
    this.#around.records.refresh(scene, words);
    this.update();
  }

  update() {
    if (!this.story) return;
    const last = this.index === this.story.scenes.length - 1 && this.beat === this.beats(this.index) - 1;
    const ends = { first: this.index + this.beat === 0, last: last && this.#pieces.viewport.scrolling.left === 0 };
    this.#pieces.update(this.story, this.index, this.#around.panels.open, ends);
  }

  /**
   * The reader has scrolled to a beat of a chapter. Who scrolls past a guess is shown its answer first, where the
   * question was; not who is far beyond it already, as by a jump of the page.
   * @param {number} index
   * @param {number} beat
   */
  read(index, beat) {
    const next = this.beat + 1 < this.beats(this.index) ? [this.index, this.beat + 1] : [this.index + 1, 0];
    if (this.waits && index === next[0] && beat === next[1]) this.#on.skip(this.index);
    else this.arrive(index, beat);
  }

  /**
   * The reader has come to a beat of a chapter, by scrolling or by a jump.
   * @param {number} index
   * @param {number} [beat]
   */
  arrive(index, beat = 0) {
    const another = index !== this.index;
    if ((!another && beat === this.beat) || !this.story) return;
    this.#around.records.close({ focus: false });
    this.#pieces.playback.still = this.#pieces.still;
    // The marks on show become the marks of the next chapter, from wherever they are now.
    this.#playerHost.use((engine) => engine.go(index, beat));
    // A guess that was on show and is left is not asked again.
    const left = this.index;
    const passed = this.waits;
    this.index = index;
    this.beat = beat;
    if (passed) this.#pieces.guesses.become(left, 'over');
    this.present();
    this.#pieces.playback.begin();
    if (passed) this.#pieces.viewport.again(left, this.index, this.beat);
    this.#pieces.viewport.scrolling.pan(this.index, this.beat);
    if (!this.scene || !another) return;
    const { id, announcement } = this.scene;
    this.#around.address.write('scene', id, index);
    // A story that plays by itself does not talk over who listens.
    if (!this.#pieces.playback.touring) this.#around.liveRegion.settle(announcement);
    this.#host.send('duoyuan-scene', { scene: id });
    if (index < this.story.scenes.length - 1 || this.#ended) return;
    this.#ended = true;
    this.#host.send('duoyuan-end', {});
  }

  /** Whether the picture on show is the one that a guess of its chapter is about. */
  get #asks() {
    return this.scene?.guess !== undefined && (this.#playerHost.use((engine) => engine.shows_guess()) ?? false);
  }

  /** Whether a guess is on show, and waits. */
  get waits() {
    return this.#pieces.guesses.waits(this.index) && this.#asks;
  }

  get words() {
    return wordsOf(this.#host.lang);
  }

  /** Seconds that a finished chapter stays while the story plays by itself: as long as its sentences take to read. */
  get stay() {
    const length = (this.scene?.narration ?? []).flat().reduce((sum, { text }) => sum + text.length, 0);
    return LOOK + length / (this.#host.lang === 'zh' ? READ_ZH : READ_EN);
  }
}
