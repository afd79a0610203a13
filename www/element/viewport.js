// Makes picture, cards and window fit each other: tells the engine the view, reserves heights, gives tall pictures
// the scrolling they need.

import { scaleOf } from '../ui/layout.js';
import { NARROWEST } from '../ui/shared.js';
import { langTag, wordsOf } from '../ui/words.js';

/**
 * @import {Box, Scene, Story, SystemColours, View} from '../types.js'
 * @import {Cards} from '../ui/cards.js'
 * @import {Colours} from '../ui/colours.js'
 * @import {Layout, Space} from '../ui/layout.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {PlayerHost} from './player-host.js'
 * @import {Stage} from './stage.js'
 */

const READING_LINE = { wide: 50, narrow: 40 }; // percent of the window's height

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
   * Arranges the pieces and tells the engine the view; true when anything is new. `index`: the chapter being read.
   * `bare`: without the cards, for which not all scenes need be there. `space`: as spaceOf has it, where the pieces are
   * new and the browser need not lay them out before there is a picture.
   * @param {number} index
   * @param {{ bare?: boolean, space?: Space }} [how]
   */
  measure(index, { bare = false, space } = {}) {
    const { lang } = this.#host;
    const { frame } = this.#layout;
    const palette = this.#host.preferences.palette(this.#host.theme);
    frame.dataset.theme = palette;
    const spoken = langTag(lang);
    if (frame.lang !== spoken) frame.lang = spoken; // said again it costs all styles within
    const before = this.#layout.kind;
    const moved = this.#layout.arrange(this.#host.mode, this.#host.single, space);
    const textScale = space ? scaleOf(space.rem) : this.#layout.textScale;
    // An element that is not displayed has no width, yet gets a scene.
    const width = Math.max(
      NARROWEST,
      Math.floor((space && this.#layout.viewWidth(space)) ?? this.#stage.view.clientWidth),
    );
    /** @type {View} */
    const view = [width, textScale, lang, palette];
    /** @type {SystemColours} */
    const system = palette === 'contrast' ? [...systemColours(frame), this.#host.preferences.forced] : [];
    const recoloured = this.#colours.read(frame, palette);
    if (!moved && !recoloured && view.join() === this.#view?.join() && system.join() === this.#system.join())
      return false;
    // Text of another size has moved every card before anybody could hold one.
    const resized = this.#view !== null && this.#view[1] !== textScale;
    this.#view = view;
    this.#system = system;
    this.#scenes = null;
    this.#playerHost.view(view, system);
    if (!this.paged) this.#cards.untrack();
    else if (!bare) this.#deal(index, moved, resized || (moved && before !== ''));
    return true;
  }

  /** All scenes of the story in this view; laid out only when cards or an address need them. */
  scenes() {
    if (!this.#view || !this.#story) return [];
    this.#scenes ??= this.#playerHost.outline(this.#view, this.#story.scenes.length);
    return this.#scenes;
  }

  /** What stands beside the first picture has its place before the other cards have their words. */
  stand() {
    this.#layout.reserve(Math.max(...this.scenes().map((scene) => scene.height)), { dock: false });
  }

  /**
   * The card of the first picture, and the rail.
   * @param {Story} story
   * @param {Scene} scene
   */
  prepare({ scenes }, scene) {
    const { lang } = this.#host;
    this.#cards.prepare(scenes.length);
    this.#cards.put(scene, wordsOf(lang));
    this.#cards.dots(
      scenes.map((one) => ({ ...one, name: one.name[lang] })),
      wordsOf(lang),
      scene.index,
    );
  }

  /** The cards of a story of which `measure` has been `bare`. @param {number} index */
  complete(index) {
    if (this.paged) this.#deal(index, true, false);
  }

  /** Chapters with a picture taller than the stage get the scrolling to see all of it. @param {number} index */
  fit(index) {
    if (!this.paged) return;
    const high = this.#stage.view.clientHeight;
    const hold = this.#cards.hold(index);
    this.#cards.fit(this.scenes().map((scene) => Math.max(0, Math.ceil(scene.height - high))));
    hold();
  }

  /**
   * A picture taller than its stage moves with the page while its chapter is read; it is never scaled, or its text
   * would get too small.
   * @param {number} index
   */
  pan(index) {
    const { view } = this.#stage;
    const columns = this.#columns;
    if (columns && view.scrollHeight > view.clientHeight) view.scrollTop = this.#cards.pan(index, columns);
  }

  /**
   * Brings what has the focus into sight: `box` in CSS px of the picture. Cards that lie over the picture move off it.
   * @param {number} index
   * @param {Box} box
   */
  reveal(index, { x, y, w, h }) {
    const { view } = this.#stage;
    const seen = view.getBoundingClientRect();
    if (x < view.scrollLeft || x + w > view.scrollLeft + view.clientWidth)
      view.scrollLeft = x + w / 2 - view.clientWidth / 2;
    const top = seen.top + this.#stage.sheet.offsetTop - view.scrollTop + y;
    const floor = this.paged ? Math.min(seen.bottom, this.#cards.covers(index)) : window.innerHeight;
    if (top >= Math.max(0, seen.top) && top + Math.min(h, floor - seen.top) <= floor) return;
    // As far as the picture has to be moved up for the box to be in its window.
    const columns = this.#columns;
    if (columns) this.#cards.moveTo(index, columns, Math.max(0, Math.min(y, y + h + 16 - view.clientHeight)));
    else window.scrollBy({ top: top - Math.max(0, (window.innerHeight - h) / 2), behavior: 'instant' });
  }

  /**
   * Without cards the stage keeps the height of its tallest picture so far: the controls below it stay where they are.
   * @param {number} height
   */
  reserve(height) {
    if (this.paged) return;
    const known = this.#tallest.width === this.width ? this.#tallest.height : 0;
    this.#tallest = { width: this.width, height: Math.max(known, height) };
    this.#layout.reserve(this.#tallest.height);
  }

  /**
   * The cards in this view. Whatever heights change, the chapter being read stays where it is.
   * @param {number} index
   * @param {boolean} moved
   * @param {boolean} turned
   */
  #deal(index, moved, turned) {
    const scenes = this.scenes();
    const columns = this.#columns;
    if (scenes.length === 0 || !this.#story || !columns) return; // trapped: the next engine comes here again
    const hold = this.#cards.hold(index);
    const { lang } = this.#host;
    this.#layout.reserve(Math.max(...scenes.map((scene) => scene.height)));
    const anew = this.#cards.fill(scenes, wordsOf(lang), this.#story.notice[lang], index);
    this.fit(index);
    if (moved || anew || !this.#cards.tracked) this.#cards.track(READING_LINE[columns]);
    // Cards that stand elsewhere now have no place to keep: the chapter is read from its beginning.
    if (turned) this.#cards.scrollTo(index, false);
    else hold();
  }
}

/**
 * Ground and ink of a node as 0xRRGGBB: what Canvas and CanvasText are on this machine.
 * @param {Element} node
 * @returns {[number, number]}
 */
function systemColours(node) {
  const { backgroundColor, color } = getComputedStyle(node);
  const packed = (/** @type {string} */ text) => {
    const [r, g, b] = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
    return (r << 16) | (g << 8) | b;
  };
  return [packed(backgroundColor), packed(color)];
}
