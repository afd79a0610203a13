// What the reader does with a chapter itself: guesses, chooses another of its lists, looks for something among its
// tiles. Gives the picture, the card and the words what follows from it, and the focus its place.

/**
 * @import {LiveRegion} from '../a11y/live-region.js'
 * @import {Scene} from '../types.js'
 * @import {Press} from '../ui/guess.js'
 * @import {Records} from '../ui/records.js'
 * @import {Address} from './address.js'
 * @import {Change} from './explorer.js'
 * @import {FirstPaint} from './first-paint.js'
 * @import {HitTesting} from './hit-testing.js'
 * @import {PlayerHost} from './player-host.js'
 * @import {Reading} from './reading.js'
 */

export class Interactions {
  #reading;
  #playerHost;
  #pieces;
  #around;

  /**
   * @param {Reading} reading
   * @param {PlayerHost} playerHost
   * @param {FirstPaint} pieces
   * @param {{ hitTesting: HitTesting, liveRegion: LiveRegion, records: Records, address: Address }} around
   */
  constructor(reading, playerHost, pieces, around) {
    this.#reading = reading;
    this.#playerHost = playerHost;
    this.#pieces = pieces;
    this.#around = around;
  }

  /** The guess on show has another value. */
  moved() {
    this.#pieces.playback.rest();
    this.#playerHost.use((engine) => engine.lay(this.#reading.index, this.#reading.beat));
    this.#pieces.playback.redraw();
  }

  /** @param {number} index @param {Press} what */
  pressed(index, what) {
    const here = index === this.#reading.index;
    const still = this.#pieces.still;
    const { frame } = this.#pieces.layout;
    const card = this.#pieces.viewport.paged ? `[data-index="${index}"] ` : '.sentences ';
    const root = /** @type {ShadowRoot} */ (frame.getRootNode());
    const held = root.activeElement?.matches(`${card}*, .grip-keys *`) ?? false;
    // What the answer is drawn with grows out of what is on show.
    if (here && !still) this.#playerHost.use((engine) => engine.depart(engine.shown()));
    this.#pieces.guesses.become(index, what === 'show' ? 'told' : what === 'skip' ? 'over' : 'waiting');
    this.#pieces.viewport.again(index, this.#reading.index, this.#reading.beat);
    if (!here) return;
    this.#reading.present();
    // Both from their beginning: the answer is what the picture begins with, and its words what the card begins with.
    if (this.#pieces.viewport.paged) {
      this.#pieces.cards.scrollTo(this.#reading.index, this.#reading.beat, false);
      this.#pieces.viewport.scrolling.pan(this.#reading.index, this.#reading.beat);
    }
    this.#pieces.playback.redraw();
    if (!still && what !== 'again') this.#pieces.playback.play();
    // Skipped, the words of the answer; not where the focus was elsewhere, as on the button that goes on.
    const words = this.#pieces.viewport.paged ? `[data-beat="${this.#reading.beat}"] :is(h2, .kicker ~ p)` : 'p';
    const find = (/** @type {string} */ selector) =>
      [...frame.querySelectorAll(card + selector)].find((node) => node.checkVisibility());
    const verdict = what === 'show' ? find('.guess.told') : undefined;
    // A verdict that stands below the window is said; the focus is where the eyes are.
    const there = verdict && (!this.#pieces.viewport.paged || this.#pieces.viewport.scrolling.sees(verdict));
    const next = there ? verdict : what === 'again' ? find('input.scale') : held || verdict ? find(words) : null;
    if (next instanceof HTMLElement) {
      if (next !== verdict && what !== 'again') next.tabIndex = -1;
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
    const said = frame.querySelector(`${card}.verdict`)?.textContent;
    if (what === 'show' && said) this.#around.liveRegion.say(said);
  }

  /** Another of the lists that a chapter compares. @param {Scene} scene @param {number} list */
  chosen({ index, compare }, list) {
    const here = index === this.#reading.index;
    const { still } = this.#pieces;
    if (here && !still) this.#playerHost.use((engine) => engine.depart(engine.shown()));
    this.#pieces.comparisons.choose(index, list);
    const { name, count, open } = compare?.[list] ?? { name: '', count: 0, open: '' };
    const { colon, items } = this.#reading.words;
    this.#around.liveRegion.say(`${name}${colon}${items(count, open)}`);
    if (!here) return;
    this.#reading.present();
    this.#pieces.playback.redraw();
    if (!still) this.#pieces.playback.play();
  }

  /** The card of a chapter whose picture is another one. @param {number} index */
  again(index) {
    this.#pieces.viewport.relay(index);
    this.#pieces.viewport.again(index, this.#reading.index, this.#reading.beat);
  }

  /**
   * The reader looks for something else among the tiles of a chapter; `work` tells the engine.
   * @param {number} index
   * @param {Change} how
   * @param {() => void} work
   */
  explored(index, how, work) {
    this.#reading.arrive(index);
    this.#around.records.close({ focus: false });
    const before = this.#pieces.explorer.opened(index);
    const { still } = this.#pieces;
    if (!still) this.#playerHost.use((engine) => engine.depart(engine.shown()));
    work();
    if (how === 'filter') {
      // the field that the reader types into stays where it is
      this.#pieces.viewport.relay(index);
      this.#pieces.viewport.fit(index, this.#reading.beat);
      this.#reading.present({ around: false, anew: true });
      this.#around.liveRegion.settle(this.#reading.words.explore.found(this.#pieces.explorer.left(index)));
    } else {
      this.#reading.beat = 0;
      this.again(index);
      this.#reading.present({ anew: true });
      this.#opened(index, before);
    }
    this.#pieces.playback.redraw();
    if (!still) this.#pieces.playback.play();
  }

  /**
   * Other series fill the picture, or all tiles are there again: the address, what has the focus, and what is said.
   * @param {number} index
   * @param {string[]} before
   */
  #opened(index, before) {
    if (!this.#reading.scene) return;
    const { root } = this.#pieces.stage;
    if (this.#pieces.viewport.paged) this.#pieces.cards.scrollTo(index, 0, false);
    else if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.#around.address.opened(this.#reading.scene.id, index, before.length === 0);
    const card = this.#pieces.viewport.paged ? `[data-index="${index}"] ` : '.sentences ';
    const panel = this.#pieces.layout.frame.querySelector(`${card}.opened`);
    if (panel instanceof HTMLElement) panel.focus({ preventScroll: true });
    else this.#around.hitTesting.focusTile(before[0]);
    this.#around.liveRegion.say(this.#reading.scene.announcement);
  }

  /** All tiles are there: the story plays by itself, or is still. */
  endExploring() {
    const changed = this.#pieces.explorer.end();
    for (const at of changed) this.again(at);
    if (changed.includes(this.#reading.index)) {
      this.#reading.present();
      this.#pieces.playback.redraw();
    }
  }

  /** No guess is asked any more: the story plays by itself, or is still. */
  endGuesses() {
    for (const index of this.#pieces.guesses.waiting) {
      this.#pieces.guesses.become(index, 'over');
      this.#pieces.viewport.again(index, this.#reading.index, this.#reading.beat);
    }
    this.#reading.present();
    this.#pieces.viewport.scrolling.pan(this.#reading.index, this.#reading.beat);
    this.#pieces.playback.redraw();
  }
}
