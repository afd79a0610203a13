// Makes picture, cards and window fit each other: tells the engine the view, reserves heights, gives tall pictures
// the scrolling they need.

import { scaleOf } from '../ui/layout.js';
import { NARROWEST } from '../ui/shared.js';
import { Scrolling } from './scrolling.js';
import { systemColours } from './preferences.js';
import { langTag, wordsOf } from '../ui/words.js';

/**
 * @import {Beside, Scene, Story, SystemColours, View} from '../types.js'
 * @import {Cards} from '../ui/cards.js'
 * @import {Colours} from '../ui/colours.js'
 * @import {Layout, Space} from '../ui/layout.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {PlayerHost} from './player-host.js'
 * @import {Stage} from './stage.js'
 */

const BARS = 12.75; // rem: both bars of a phone's window (style.js), and a chapter's title where it is only repeated
const MIDDLE = 50; // percent of the window's height: what stands beside the picture is read there
// Of the room below a picture: as far up the next chapter's words have come when it takes the place.
const ENTERED = 0.25;

export class Viewport {
  #host;
  #playerHost;
  #layout;
  #stage;
  #cards;
  #colours;
  /** @type {Story | null} */
  #story = null;
  /** As last given to the engine. @type {View | null} */
  #view = null;
  /** With the contrast theme. @type {SystemColours} */
  #system = [];
  /** @type {Scene[] | null} */
  #scenes = null;
  #tallest = { width: 0, height: 0 };
  #sizes = '';
  #reading = 0;
  scrolling;
  /**
   * CSS px that a chapter's picture has of the window where something stands below it; else 0.
   * @type {(index: number) => number}
   */
  share = () => 0;

  /**
   * @param {DuoyuanStory} host
   * @param {PlayerHost} playerHost
   * @param {{ layout: Layout, stage: Stage, cards: Cards, colours: Colours }} pieces
   */
  constructor(host, playerHost, { layout, stage, cards, colours }) {
    this.#host = host;
    this.#playerHost = playerHost;
    this.#layout = layout;
    this.#stage = stage;
    this.#cards = cards;
    this.#colours = colours;
    const pieces = { layout, stage, cards };
    this.scrolling = new Scrolling(
      playerHost,
      pieces,
      () => this.#columns,
      (index) => this.share(index),
    );
  }

  /** CSS px of the picture. */
  get width() {
    return this.#view?.[0] ?? NARROWEST;
  }
  get paged() {
    return this.#columns !== null;
  }
  /** How cards and picture share the window; null without cards. */
  get #columns() {
    const { kind } = this.#layout;
    return kind === 'wide' || kind === 'narrow' ? kind : null;
  }

  /** Another story or another engine: what was measured is void. @param {Story} story */
  renew(story) {
    this.#story = story;
    this.#view = null;
    this.#tallest = { width: 0, height: 0 };
  }

  /**
   * Arranges the pieces and tells the engine the view; true when anything is new. `index`, `beat`: what is being read.
   * `bare`: without the cards, for which not all scenes need be there. `space`: as spaceOf has it, where the pieces are
   * new.
   * @param {number} index
   * @param {number} beat
   * @param {{ bare?: boolean, space?: Space }} [how]
   */
  measure(index, beat, { bare = false, space } = {}) {
    const { lang } = this.#host;
    const { frame } = this.#layout;
    const palette = this.#host.preferences.palette(this.#host.theme);
    frame.dataset.theme = palette;
    const spoken = langTag(lang);
    if (frame.lang !== spoken) frame.lang = spoken; // said again it costs all styles within
    const before = this.#layout.kind;
    const moved = this.#layout.arrange(this.#host.mode, this.#host.single, space);
    const textScale = space ? scaleOf(space.rem) : this.#layout.textScale;
    /** @type {Beside} */
    const beside = this.#story?.scenes.some(({ bleeds }) => bleeds) ? this.#layout.beside : [0, 0, 0, 0];
    this.#stage.extend(beside[0], beside[1]);
    frame.toggleAttribute('data-bleed', beside[2] > 0);
    // An element that is not displayed has no width, yet gets a scene.
    const { clientWidth } = this.#stage.root;
    // what stands below the picture of one chapter is no other window for all the others
    const high =
      this.#columns === 'wide' ? this.#stage.root.clientHeight : this.#stage.view.clientHeight - this.scrolling.grown;
    const width = Math.max(NARROWEST, Math.floor(clientWidth));
    if (this.#columns === 'narrow') {
      const room = document.documentElement.clientHeight - high - BARS * this.#layout.rem.offsetWidth;
      beside[3] = Math.max(0, Math.floor(room));
    }
    /** @type {View} */
    const view = [width, this.paged ? high : 0, textScale, lang, palette, beside];
    /** @type {SystemColours} */
    const system = palette === 'contrast' ? [...systemColours(frame), this.#host.preferences.forced] : [];
    const recoloured = this.#colours.read(frame, palette);
    if (!moved && !recoloured && view.join() === this.#view?.join() && system.join() === this.#system.join())
      return false;
    // Text of another size has moved every card before anybody could hold one.
    const resized = this.#view !== null && this.#view[2] !== textScale;
    this.#view = view;
    this.#system = system;
    this.#scenes = null;
    this.#playerHost.view(view, system, this.#colours.values);
    if (!this.paged) this.#cards.untrack();
    else if (!bare) this.#deal(index, beat, moved, resized || (moved && before !== ''));
    return true;
  }

  /** Whether anything has another size, but for what `pan` gives the picture. */
  get resized() {
    const { frame, rem, dock, kind } = this.#layout;
    const { clientHeight } = document.documentElement;
    const { root } = this.#stage;
    const high = root.clientHeight - this.scrolling.grown;
    const sizes = [frame.clientWidth, rem.offsetWidth, dock.offsetHeight, clientHeight, root.clientWidth, high, kind];
    const before = this.#sizes;
    this.#sizes = sizes.join();
    return this.#sizes !== before;
  }

  /** All scenes of the story in this view; laid out only when cards or an address need them. */
  scenes() {
    if (!this.#view || !this.#story) return [];
    this.#scenes ??= this.#playerHost.outline(this.#view, [...this.#story.scenes.keys()]);
    return this.#scenes;
  }

  /** CSS px of the window that the picture of a chapter has. @param {number} index */
  #high = (index) => this.share(index) || this.#view?.[1] || 0;
  /** Whether a chapter's picture may take what its text leaves: on a phone. @param {number} index */
  #grows = (index) => this.#columns === 'narrow' && this.share(index) === 0;

  /** The picture of a chapter is another one. @param {number} index */
  relay(index) {
    if (!this.#view || !this.#scenes) return;
    const [scene] = this.#playerHost.outline(this.#view, [index]);
    if (scene) this.#scenes[index] = scene;
  }

  /**
   * The card of the first picture, and the rail.
   * @param {Story} story
   * @param {Scene} scene
   */
  prepare(story, scene) {
    const { lang } = this.#host;
    this.#cards.prepare(story.scenes.length);
    this.#cards.put(scene, wordsOf(lang), story, lang);
    this.#cards.rail.fill(story, lang, wordsOf(lang).chapters, scene.index);
    this.#cards.fit([scene], this.#high, this.#grows);
    this.scrolling.pan(scene.index, 0);
  }

  /** The cards of a story of which `measure` has been `bare`. @param {number} index @param {number} beat */
  complete(index, beat) {
    if (this.paged) this.#deal(index, beat, true, false);
  }

  /**
   * The card of one chapter anew: what it says has changed.
   * @param {number} at
   * @param {number} index of the chapter that is being read
   * @param {number} beat
   */
  again(at, index, beat) {
    const scene = this.paged ? this.scenes()[at] : undefined;
    if (!scene || !this.#story) return;
    const hold = this.#cards.hold(index, beat);
    const { lang } = this.#host;
    this.#cards.put(scene, wordsOf(lang), this.#story, lang);
    this.#cards.fit([scene], this.#high, this.#grows);
    hold();
    this.scrolling.pan(index, beat);
    this.#cards.watch(at);
  }

  /** Pictures taller than the stage get the scrolling to see all of them. @param {number} index @param {number} beat */
  fit(index, beat) {
    if (!this.paged) return;
    const hold = this.#cards.hold(index, beat);
    this.#cards.fit(this.scenes(), this.#high, this.#grows);
    hold();
  }

  /** Where below a phone's picture the next one takes its place, percent of the window's height. */
  get #entrance() {
    const { clientHeight } = document.documentElement;
    const { bar, dock } = this.#layout;
    const foot = clientHeight - dock.offsetHeight;
    const room = foot - bar.offsetHeight - (this.#view?.[1] ?? 0);
    return Math.round((100 * (foot - room * ENTERED)) / clientHeight);
  }

  /**
   * Without cards the stage keeps the height of its tallest picture so far: the controls below it stay where they are.
   * `anew`: from here on.
   * @param {number} height
   * @param {boolean} [anew]
   */
  reserve(height, anew = false) {
    if (this.paged) return;
    const known = !anew && this.#tallest.width === this.width ? this.#tallest.height : 0;
    this.#tallest = { width: this.width, height: Math.max(known, height) };
    this.#layout.reserve(this.#tallest.height);
  }

  /**
   * The cards in this view. Whatever heights change, the chapter being read stays where it is.
   * @param {number} index
   * @param {number} beat
   * @param {boolean} moved
   * @param {boolean} turned
   */
  #deal(index, beat, moved, turned) {
    const scenes = this.scenes();
    const columns = this.#columns;
    if (scenes.length === 0 || !this.#story || !columns) return; // trapped: the next engine comes here again
    const hold = this.#cards.hold(index, beat);
    const { lang } = this.#host;
    const anew = this.#cards.fill(scenes, wordsOf(lang), this.#story, lang, index);
    this.fit(index, beat);
    const line = columns === 'wide' ? MIDDLE : this.#entrance;
    if (moved || anew || !this.#cards.tracked || line !== this.#reading) this.#cards.track(line);
    this.#reading = line;
    // Cards that stand elsewhere now have no place to keep: the chapter is read from its beginning.
    if (turned) this.#cards.scrollTo(index, beat, false);
    else hold();
  }
}
