// The pieces of the element, and the first picture of a story in them. What a reader then does with them is in
// controller.js.

import { Cards } from '../ui/cards.js';
import { Colours } from '../ui/colours.js';
import { Comparisons } from './comparisons.js';
import { Controls } from '../ui/controls.js';
import { el } from '../ui/dom.js';
import { Explorer } from './explorer.js';
import { Viewport } from './viewport.js';
import { findWanted, readDeepLink } from './deep-link.js';
import { Guesses } from './guesses.js';
import { Layout } from '../ui/layout.js';
import { narration } from '../ui/narration.js';
import { Playback } from './playback.js';
import { Stage } from './stage.js';
import { wordsOf } from '../ui/words.js';

/**
 * @import {Engine} from '../pkg/engine.js'
 * @import {Ask, Scene, Story, Words} from '../types.js'
 * @import {Space} from '../ui/layout.js'
 * @import {Controller} from './controller.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {PlayerHost} from './player-host.js'
 */

export class FirstPaint {
  #host;
  #playerHost;
  playback = new Playback((work) => this.#playerHost.use(work), {
    draw: (moving) => this.draw(moving),
    changed: () => {
      this.layout.frame.dataset.playback = this.playback.state;
      this.controller?.played();
    },
    due: () => this.controller?.due(),
  });
  colours = new Colours();
  stage = new Stage(() => this.playback.redraw());
  cards = new Cards(
    {
      inside: (scene, beat, words) => this.inside(scene, beat, words),
      read: (index, beat) => this.controller?.reading.read(index, beat),
      open: (...from) => this.controller?.openFrom(...from),
      go: (index) => this.controller?.reading.go(index),
    },
    this.colours,
  );
  controls = new Controls((...ask) => {
    if (this.controller?.story) this.controller.asked(...ask);
    else this.waiting = ask;
  });
  layout = new Layout({ stage: this.stage, cards: this.cards, controls: this.controls });
  guesses;
  comparisons;
  /** @type {Explorer} */
  explorer;
  viewport;
  /** Goes on from here. @type {Controller | null} */
  controller = null;
  /** What the reader asked for last before that. @type {Ask | null} */
  waiting = null;
  /** Of the first picture: its chapter, whether it stood in the page before, at rest, and the engine that drew it
      before everything else was there. */
  index = 0;
  seen = false;
  /** @type {Engine | null} */
  begun = null;

  /** @param {DuoyuanStory} host @param {PlayerHost} playerHost */
  constructor(host, playerHost) {
    this.#host = host;
    this.#playerHost = playerHost;
    this.guesses = new Guesses(playerHost, this.stage.sheet, {
      moved: () => this.controller?.interactions.moved(),
      pressed: (index, what) => this.controller?.interactions.pressed(index, what),
    });
    this.comparisons = new Comparisons(playerHost, (scene, list) => this.controller?.interactions.chosen(scene, list));
    this.explorer = new Explorer(playerHost, this, {
      may: () => host.mode !== 'still',
      words: () => wordsOf(host.lang),
      changed: (...what) => this.controller?.interactions.explored(...what),
      record: (...from) => this.controller?.openFrom(...from),
      named: (id) => `${this.controller?.story?.id}-${id}-${host.lang}`,
    });
    this.viewport = new Viewport(host, playerHost, {
      layout: this.layout,
      stage: this.stage,
      cards: this.cards,
      colours: this.colours,
    });
    this.viewport.share = (index) => this.explorer.height(index);
  }

  close() {
    this.playback.stop();
    this.cards.untrack();
    this.begun = null;
    this.waiting = null;
  }

  get still() {
    return this.#host.mode === 'still' || this.#host.preferences.reducedMotion;
  }

  /**
   * The first picture of a story, at rest, and what gives it its place; Controller's `open` follows. `space`: as
   * Viewport's `measure` takes it.
   * @param {Story} story
   * @param {Space} [space]
   */
  begin(story, space) {
    this.viewport.renew(story);
    this.viewport.measure(0, 0, { bare: true, space });
    this.index = this.#firstOf(story, () => this.viewport.scenes());
    // What the reader has before the eyes already, whole, is not taken away to enter once more, or to be guessed.
    this.seen = this.#host.pictured && this.index === this.#firstOf(story, null);
    this.arm(story);
    this.#playerHost.use((engine) => engine.go(this.index, 0));
    const scene = this.#playerHost.scene(this.index, 0);
    if (!scene) return;
    this.begun = this.#playerHost.use((engine) => engine) ?? null;
    // Drawn before anything around it is touched: setting a canvas' font brings all styles up to date that are not.
    this.stage.size(this.viewport.width, scene.height, this.#host.preferences.dpr);
    this.playback.redraw(this.still);
    if (!this.seen && !this.still) this.playback.seek(0);
    this.layout.frame.style.setProperty('--_accent', this.colours.css(scene));
    this.#around(story, scene);
    if (this.viewport.paged) {
      this.cards.stain(scene); // the page's own colours are known only now
    } else this.viewport.reserve(scene.height);
    this.update(story, this.index);
  }

  /**
   * From here on chapters ask their guesses first; not where all is still, not where the answer was on show, and not in
   * an article that shows one chapter, where nothing below it may move.
   * @param {Story} story
   */
  arm(story) {
    this.comparisons.apply();
    this.explorer.apply();
    this.guesses.arm(story, this.#host.mode !== 'still' && !this.#host.single);
    if (this.seen) this.guesses.become(this.index, 'over');
  }

  /**
   * What there is to do at a step of a chapter.
   * @param {Scene} scene
   * @param {number} beat
   * @param {Words} words
   */
  inside(scene, beat, words) {
    const lists = beat === 0 ? this.comparisons.inside(scene, words) : undefined;
    const explorer = beat === 0 ? this.explorer.inside(scene, words) : undefined;
    return { ...this.guesses.inside(scene, beat, words), lists, explorer };
  }

  /**
   * Without cards: the chapter's sentences below its picture, and the dots.
   * @param {Scene} scene
   * @param {Story} story
   */
  beneath(scene, story) {
    const { lang, single } = this.#host;
    const notice =
      scene.index === story.scenes.length - 1 || single ? el('p', { class: 'notice' }, story.notice[lang]) : '';
    const sentences = narration(scene, (...from) => this.controller?.openFrom(...from));
    const { panel, told, lists, explorer } = this.inside(scene, scene.beat, wordsOf(lang));
    const below = this.layout.sentences;
    const root = /** @type {ShadowRoot | Document} */ (below.getRootNode());
    const choosing = below.querySelector('.switch')?.contains(root.activeElement);
    const words = panel ? [panel] : sentences.map((sentence) => sentence ?? '');
    below.replaceChildren(told ?? '', ...words, lists ?? '', explorer ?? '', notice);
    /** @type {HTMLElement | null} */
    const chosen = choosing ? below.querySelector('.switch :checked') : null;
    chosen?.focus({ preventScroll: true });
    this.cards.rail.fill(story, lang, wordsOf(lang).chapters, scene.index);
  }

  /**
   * What the buttons say. `open`: which panels are. `ends`: whether nothing comes before what is on show, or after it.
   * @param {Story} story
   * @param {number} index
   * @param {{ table: boolean, sonification: boolean }} [open]
   * @param {{ first: boolean, last: boolean }} [ends]
   */
  update(
    story,
    index,
    { table, sonification } = { table: false, sonification: false },
    { first, last } = { first: index === 0, last: false },
  ) {
    const { lang, theme, single } = this.#host;
    const { state, touring } = this.playback;
    this.controls.update({
      words: wordsOf(lang),
      lang,
      theme,
      single,
      story,
      index,
      state,
      touring,
      still: this.still,
      table,
      sonification,
      large: this.layout.large,
      narrow: this.layout.kind === 'narrow',
      first,
      last,
    });
  }

  // With each frame: no object is made for it, so what is to be drawn stands here.
  #moving = false;
  #fiftieths = 0;
  #paint = (/** @type {Engine} */ engine) => {
    this.stage.draw(engine, this.#moving, this.still);
    this.#fiftieths = engine.fiftieths();
  };

  /** @param {boolean} moving */
  draw(moving) {
    this.#moving = moving;
    this.#fiftieths = 50;
    this.#playerHost.use(this.#paint);
    this.controls.progress(this.#fiftieths);
  }

  /**
   * Index of the chapter that the address or else the element asks for. `scenes()` is asked where the address names a
   * figure; with null the address is not asked.
   * @param {Story} story
   * @param {(() => Scene[]) | null} scenes
   */
  #firstOf(story, scenes) {
    const own = story.scenes.findIndex((scene) => scene.id === this.#host.getAttribute('scene'));
    const wanted = this.#host.single || !scenes ? null : findWanted(readDeepLink(), story.scenes, scenes);
    return wanted?.index ?? Math.max(0, own);
  }

  /** @param {Story} story @param {Scene} scene */
  #around(story, scene) {
    if (this.viewport.paged) this.viewport.prepare(story, scene);
    else this.beneath(scene, story);
  }
}
