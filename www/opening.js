// The pieces of the element, and the first picture of a story in them. What a reader then does with them is in
// reading.js.

import { Cards, narration } from './cards.js';
import { Colours } from './colours.js';
import { Controls } from './controls.js';
import { el } from './dom.js';
import { Fitting } from './fitting.js';
import { findWanted, readHash } from './hash.js';
import { Layout } from './layout.js';
import { Player } from './player.js';
import { Stage } from './stage.js';
import { WORDS } from './words.js';

export class Opening {
  #host;
  #drawing;
  player = new Player((work) => this.#drawing.use(work), {
    draw: (moving) => this.draw(moving),
    changed: () => {
      this.layout.frame.dataset.playback = this.player.state;
      this.reading?.played();
    },
    due: () => this.reading.due(),
  });
  colours = new Colours();
  stage = new Stage(() => this.player.redraw());
  cards = new Cards(
    {
      read: (index) => this.reading?.arrive(index),
      open: (...from) => this.reading?.openFrom(...from),
      go: (index) => this.reading?.go(index),
    },
    this.colours,
  );
  controls = new Controls((what, value) => {
    if (this.reading?.story) this.reading.asked(what, value);
    else this.waiting = [what, value];
  });
  layout = new Layout({ stage: this.stage, cards: this.cards, controls: this.controls });
  fitting;
  /** Who reads on from here (reading.js). */
  reading = null;
  /** What the reader asked for last before that: what, and a value. */
  waiting = null;
  /** Of the first picture: its chapter, whether it stood in the page before, at rest, and the engine that drew it
      before everything else was there. */
  index = 0;
  seen = false;
  begun = null;

  /** `host`: the element with its lang, theme, mode, single, setting and send(). */
  constructor(host, drawing) {
    this.#host = host;
    this.#drawing = drawing;
    this.fitting = new Fitting(host, drawing, {
      layout: this.layout,
      stage: this.stage,
      cards: this.cards,
      colours: this.colours,
    });
  }

  close() {
    this.player.stop();
    this.cards.untrack();
    this.begun = null;
    this.waiting = null;
  }

  get still() {
    return this.#host.mode === 'still' || this.#host.setting.reducedMotion;
  }

  /** The first picture of a story, at rest, and what gives it its place; Reading's `open` follows. `space`: as
      Fitting's `measure` takes it. */
  begin(story, space) {
    this.fitting.renew(story);
    this.fitting.measure(0, { bare: true, space });
    this.index = this.#firstOf(story, () => this.fitting.scenes());
    this.#drawing.use((engine) => engine.go(this.index));
    const scene = this.#drawing.scene(this.index);
    if (!scene) return;
    this.begun = this.#drawing.use((engine) => engine);
    // Drawn before anything around it is touched: setting a canvas' font brings all styles up to date that are not.
    this.stage.size(this.fitting.width, scene.height, this.#host.setting.dpr);
    // What the reader has before the eyes already, whole, is not taken away to enter once more.
    this.seen = this.#host.pictured && this.index === this.#firstOf(story, null);
    this.player.redraw(this.still);
    if (!this.seen && !this.still) this.player.seek(0);
    this.layout.frame.style.setProperty('--_accent', this.colours.css(scene.accent));
    this.#around(story, scene);
    if (this.fitting.paged) {
      this.cards.stain(scene); // the page's own colours are known only now
      this.fitting.stand();
    } else this.fitting.reserve(scene.height);
    this.update(story, this.index);
  }

  /** Without cards: the chapter's sentences below its picture, and the dots. */
  beneath(scene, story) {
    const { lang, single } = this.#host;
    const notice =
      scene.index === story.scenes.length - 1 || single ? el('p', { class: 'notice' }, story.notice[lang]) : '';
    this.layout.sentences.replaceChildren(...narration(scene, (...from) => this.reading?.openFrom(...from)), notice);
    this.cards.dots(
      story.scenes.map((one) => ({ ...one, name: one.name[lang] })),
      WORDS[lang],
      scene.index,
    );
  }

  /** What the buttons say. `table`, `aloud`: whether these are open. */
  update(story, index, { table = false, aloud = false } = {}) {
    const { lang, theme, single } = this.#host;
    const { state, touring } = this.player;
    this.controls.update({
      words: WORDS[lang],
      lang,
      theme,
      single,
      story,
      index,
      state,
      touring,
      still: this.still,
      table,
      aloud,
      large: this.layout.large,
    });
  }

  // With each frame: no object is made for it, so what is to be drawn stands here.
  #moving = false;
  #fiftieths = 0;
  #paint = (engine) => {
    this.stage.draw(engine, this.#moving);
    this.#fiftieths = engine.fiftieths();
  };

  draw(moving) {
    this.#moving = moving;
    this.#fiftieths = 50;
    this.#drawing.use(this.#paint);
    this.controls.progress(this.#fiftieths);
  }

  /** Index of the chapter that the address or else the element asks for. `scenes()` is asked where the address names
      a figure; with null the address is not asked. */
  #firstOf(story, scenes = () => []) {
    const own = story.scenes.findIndex((scene) => scene.id === this.#host.getAttribute('scene'));
    const wanted = this.#host.single || !scenes ? null : findWanted(readHash(), story.scenes, scenes);
    return wanted?.index ?? Math.max(0, own);
  }

  #around(story, scene) {
    if (this.fitting.paged) this.fitting.prepare(story, scene);
    else this.beneath(scene, story);
  }
}
