// Makes picture, cards and window fit each other: tells the engine the view, reserves heights, gives tall pictures
// the scrolling they need.

import { scaleOf } from './layout.js';
import { WORDS } from './words.js';

const READING_LINE = { wide: 50, narrow: 40 }; // percent of the window's height
const NARROWEST = 280; // px (src/layout/mod.rs); an element that is not displayed has no width, yet gets a scene

export class Fitting {
  #host;
  #drawing;
  #layout;
  #stage;
  #cards;
  #colours;
  #story = null;
  #view = []; // width, text scale, language, theme: as last given to the engine
  // the reader's own colours, with the contrast theme: surface and ink as 0xRRGGBB, and whether there are no others
  #system = [];
  #scenes = null;
  #tallest = { width: 0, height: 0 };

  constructor(host, drawing, { layout, stage, cards, colours }) {
    this.#host = host;
    this.#drawing = drawing;
    this.#layout = layout;
    this.#stage = stage;
    this.#cards = cards;
    this.#colours = colours;
  }

  /** CSS px of the picture. */
  get width() {
    return this.#view[0];
  }
  get paged() {
    return this.#layout.kind !== 'stepper';
  }

  /** Another story or another engine: what was measured is void. */
  renew(story) {
    this.#story = story;
    this.#view = [];
    this.#tallest = { width: 0, height: 0 };
  }

  /** Arranges the pieces and tells the engine the view; true when anything is new. `index`: the chapter being read.
      `bare`: without the cards, for which not all scenes need be there. `space`: as spaceOf has it, where the pieces
      are new and the browser need not lay them out before there is a picture. */
  measure(index, { bare = false, space } = {}) {
    const { lang } = this.#host;
    const { frame } = this.#layout;
    frame.dataset.theme = this.#host.setting.theme(this.#host.theme);
    const spoken = lang === 'zh' ? 'zh-Hans' : 'en';
    if (frame.lang !== spoken) frame.lang = spoken; // said again it costs all styles within
    const before = this.#layout.kind;
    const moved = this.#layout.arrange(this.#host.mode, this.#host.single, space);
    const textScale = space ? scaleOf(space.rem) : this.#layout.textScale;
    const width = Math.max(
      NARROWEST,
      Math.floor((space && this.#layout.viewWidth(space)) ?? this.#stage.view.clientWidth),
    );
    const view = [width, textScale, lang, frame.dataset.theme];
    const system = frame.dataset.theme === 'contrast' ? [...systemColours(frame), this.#host.setting.forced] : [];
    const recoloured = this.#colours.read(frame, frame.dataset.theme);
    if (!moved && !recoloured && view.join() === this.#view.join() && system.join() === this.#system.join())
      return false;
    // Text of another size has moved every card before anybody could hold one.
    const resized = this.#view.length > 0 && this.#view[1] !== textScale;
    this.#view = view;
    this.#system = system;
    this.#scenes = null;
    this.#drawing.view(view, system, this.#colours.own);
    if (!this.paged) this.#cards.untrack();
    else if (!bare) this.#deal(index, moved, resized || (moved && before !== ''));
    return true;
  }

  /** All scenes of the story in this view; laid out only when cards or an address need them. */
  scenes() {
    this.#scenes ??= this.#drawing.outline(this.#view, this.#story.scenes.length);
    return this.#scenes;
  }

  /** What stands beside the first picture has its place before the other cards have their words. */
  stand() {
    this.#layout.reserve(Math.max(...this.scenes().map((scene) => scene.height)), { dock: false });
  }

  /** The card of the first picture, and the rail. */
  prepare({ scenes }, scene) {
    const { lang } = this.#host;
    this.#cards.prepare(scenes.length);
    this.#cards.put(scene, WORDS[lang]);
    this.#cards.dots(
      scenes.map((one) => ({ ...one, name: one.name[lang] })),
      WORDS[lang],
      scene.index,
    );
  }

  /** The cards of a story of which `measure` has been `bare`. */
  complete(index) {
    if (this.paged) this.#deal(index, true, false);
  }

  /** Chapters with a picture taller than the stage get the scrolling to see all of it. */
  fit(index) {
    if (!this.paged) return;
    const high = this.#stage.view.clientHeight;
    const hold = this.#cards.hold(index);
    this.#cards.fit(this.scenes().map((scene) => Math.max(0, Math.ceil(scene.height - high))));
    hold();
  }

  /** A picture taller than its stage moves with the page while its chapter is read; it is never scaled, or its text
      would get too small. */
  pan(index) {
    const { view } = this.#stage;
    if (this.paged && view.scrollHeight > view.clientHeight) view.scrollTop = this.#cards.pan(index, this.#layout.kind);
  }

  /** Brings what has the focus into sight: `box` in CSS px of the picture. Cards that lie over the picture move off
      it. */
  reveal(index, { x, y, w, h }) {
    const { view } = this.#stage;
    const seen = view.getBoundingClientRect();
    if (x < view.scrollLeft || x + w > view.scrollLeft + view.clientWidth)
      view.scrollLeft = x + w / 2 - view.clientWidth / 2;
    const top = seen.top + this.#stage.sheet.offsetTop - view.scrollTop + y;
    const floor = this.paged ? Math.min(seen.bottom, this.#cards.covers(index)) : window.innerHeight;
    if (top >= Math.max(0, seen.top) && top + Math.min(h, floor - seen.top) <= floor) return;
    // As far as the picture has to be moved up for the box to be in its window.
    if (this.paged)
      this.#cards.moveTo(index, this.#layout.kind, Math.max(0, Math.min(y, y + h + 16 - view.clientHeight)));
    else window.scrollBy({ top: top - Math.max(0, (window.innerHeight - h) / 2), behavior: 'instant' });
  }

  /** Without cards the stage keeps the height of its tallest picture so far: the controls below it stay where they
      are. */
  reserve(height) {
    if (this.paged) return;
    const known = this.#tallest.width === this.width ? this.#tallest.height : 0;
    this.#tallest = { width: this.width, height: Math.max(known, height) };
    this.#layout.reserve(this.#tallest.height);
  }

  /** The cards in this view. Whatever heights change, the chapter being read stays where it is. */
  #deal(index, moved, turned) {
    const scenes = this.scenes();
    if (scenes.length === 0) return; // trapped: the next engine comes here again
    const hold = this.#cards.hold(index);
    const { lang } = this.#host;
    this.#layout.reserve(Math.max(...scenes.map((scene) => scene.height)));
    const anew = this.#cards.fill(scenes, WORDS[lang], this.#story.notice[lang], index);
    this.fit(index);
    if (moved || anew || !this.#cards.tracked) this.#cards.track(READING_LINE[this.#layout.kind]);
    // Cards that stand elsewhere now have no place to keep: the chapter is read from its beginning.
    if (turned) this.#cards.scrollTo(index, false);
    else hold();
  }
}

/** Ground and ink of a node as 0xRRGGBB: what Canvas and CanvasText are on this machine. */
function systemColours(node) {
  const { backgroundColor, color } = getComputedStyle(node);
  return [backgroundColor, color].map((text) => {
    const [r, g, b] = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
    return (r << 16) | (g << 8) | b;
  });
}
