// What the reader does: chapters, records, table, address. It asks the player host for scenes and gives the pieces of
// first-paint.js their contents; it loads nothing and decides nothing about failures.

import { copy } from '../ui/clipboard.js';
import { deepLink, findWanted, leaveOpened, pushDeepLink, readDeepLink, writeDeepLink } from './deep-link.js';
import { HitTesting } from './hit-testing.js';
import { Print } from './print.js';
import { problemPanel } from '../ui/error-panel.js';
import { Records } from '../ui/records.js';
import { saveScene, svgOf, toPng } from './export.js';
import { LiveRegion } from '../a11y/live-region.js';
import { Panels } from './panels.js';
import { observeWindow, onSwipe } from './observers.js';
import { wordsOf } from '../ui/words.js';

/**
 * @import {Press} from '../ui/guess.js'
 * @import {Change, Explorer} from './explorer.js'
 * @import {Ask, OpenRecord, Problem, Scene, Story, Words} from '../types.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {FirstPaint} from './first-paint.js'
 * @import {PlayerHost} from './player-host.js'
 */

const READ_ZH = 7; // characters a second of who reads along, Chinese and English
const READ_EN = 16;
const LOOK = 2; // seconds to look at the picture besides
/** What has a use of its own for the Page keys. */
const OWN_PAGES = 'input, select, textarea, [contenteditable], .tablebox, .sonification, .record';

export class Controller {
  #host;
  #playerHost;
  #firstPaint;
  #viewport;
  #playback;
  #colours;
  #stage;
  #cards;
  #controls;
  #layout;
  #hitTesting;
  #guesses;
  /** @type {Explorer} */
  #explorer;
  #liveRegion;
  #records;
  #print = new Print();
  #panels;
  /** The words of the language last shown. @type {Words | null} */
  #said = null;
  /** Of the element's present life. @type {AbortSignal | null} */
  #signal = null;
  /** @type {Story | null} */
  story = null;
  /** @type {Scene | null} */
  scene = null;
  #index = 0;
  /** Which of the chapter's pictures, where this view has several. */
  #beat = 0;
  #settled = false;
  /** The address has changed by itself, as by the back button. */
  #following = false;
  /** The reader has been at the last chapter. */
  #ended = false;

  /**
   * @param {DuoyuanStory} host
   * @param {PlayerHost} playerHost
   * @param {FirstPaint} firstPaint
   */
  constructor(host, playerHost, firstPaint) {
    this.#host = host;
    this.#playerHost = playerHost;
    this.#firstPaint = firstPaint;
    const { viewport, playback, colours, stage, cards, controls, layout, guesses, explorer } = firstPaint;
    this.#guesses = guesses;
    this.#explorer = explorer;
    this.#viewport = viewport;
    this.#playback = playback;
    this.#colours = colours;
    this.#stage = stage;
    this.#cards = cards;
    this.#controls = controls;
    this.#layout = layout;
    this.#hitTesting = new HitTesting(stage, {
      pick: (x, y) => playerHost.use((engine) => engine.pick(x, y, playback.seconds)) ?? -1,
      open: (mark, button) => {
        if (mark.opens) this.#explorer.open(this.#index, [mark.opens]);
        else if (mark.goes) this.#visit(mark.goes);
        else this.#openRecord(mark.figure, button);
      },
      key: (event) => this.#markKey(event),
      focused: (box) => {
        if (this.story) viewport.reveal(this.#index, this.#beat, box);
      },
      pointed: () => {
        if (playback.state !== 'rest') firstPaint.draw(true);
      },
    });
    this.#liveRegion = new LiveRegion(layout.liveRegion);
    this.#records = new Records(stage, this.#hitTesting, {
      say: (text) => this.#liveRegion.say(text),
      linkTo: (figure) => deepLink('figure', figure, host),
      column: () => layout.column,
      opening: (opener) => layout.receive(opener),
      opened: (figure) => this.#write('figure', figure),
      closed: () => {
        if (this.scene) this.#write('scene', this.scene.id);
      },
    });
    this.#panels = new Panels(firstPaint, this.#hitTesting, {
      open: (figure, button) => this.#openRecord(figure, button),
      say: (text) => this.#liveRegion.say(text),
      changed: () => this.#update(),
    });
    layout.complete({ table: this.#panels.table, panel: this.#records.panel, print: this.#print });
    layout.frame.addEventListener('keydown', (event) => this.#escape(event));
    firstPaint.controller = this;
  }

  /** What happens around the element counts from here on, until the signal. @param {AbortSignal} signal */
  observe(signal) {
    if (signal === this.#signal) return;
    this.#signal = signal;
    document.addEventListener('pointerdown', (event) => this.#controls.away(event), { signal });
    const { frame, rem, dock } = this.#layout;
    observeWindow({
      nodes: [frame, this.#stage.view, rem, dock],
      view: this.#stage.view,
      signal,
      on: {
        size: () => {
          if (this.#viewport.resized) this.lay();
        },
        sight: (visible) => {
          this.#playback.inSight = visible;
        },
        scroll: () => {
          if (this.story) this.#viewport.pan(this.#index, this.#beat);
          if (this.#index === (this.story?.scenes.length ?? 0) - 1) this.#update();
          if (this.#records.panel.open && this.#layout.column) this.#records.move(this.#layout.sheet);
        },
        key: (event) => this.#pageKey(event),
        hash: () => this.#follow(),
        print: () => this.#toPaper(),
        printed: () => this.#print.empty(),
      },
    });
    const turn = (/** @type {1 | -1} */ by) => {
      if (this.#layout.kind === 'stepper') this.step(by);
    };
    onSwipe(this.#stage.view, turn, signal);
  }

  close() {
    this.#records.close({ focus: false });
    this.#liveRegion.stop();
    this.#panels.stop();
    this.story = null;
    this.scene = null;
  }

  /**
   * A story that was just opened, for the first time or anew: the chapter stays where the reader was.
   * @param {Story} story
   * @param {string} id
   */
  open(story, id) {
    const again = this.scene !== null;
    if (!again) this.#beat = 0;
    // Another engine, after a trap or for other files of the story, has not been told the view.
    const { begun: first, seen, index } = this.#firstPaint;
    const begun = first !== null && first === this.#playerHost.use((engine) => engine);
    this.#firstPaint.begun = null;
    this.story = story;
    this.#index = index;
    this.#records.close({ focus: false });
    if (!begun) {
      this.#viewport.renew(story);
      this.#index = Math.max(
        0,
        story.scenes.findIndex((scene) => scene.id === id),
      );
      this.#viewport.measure(this.#index, this.#beat);
    }
    if (!begun) this.#firstPaint.arm(story);
    const from = again ? null : this.#wanted(story);
    // who comes for a number has its answer before the eyes
    if (from?.figure) this.#guesses.become(from.index, 'over');
    if (from) this.#index = from.index;
    if (from && !from.figure) this.#explorer.begin(from.index, from.opened);
    if (begun) this.#viewport.complete(this.#index, this.#beat);
    this.#playerHost.use((engine) => engine.go(this.#index, this.#beat));
    this.lay({ fresh: true });
    if (again || seen) this.#playback.rest();
    else this.#playback.begin();
    if (this.#viewport.paged && (from || again)) this.#cards.scrollTo(this.#index, this.#beat, false);
    if (from?.figure) this.#openRecord(from.figure, null);
    const { waiting } = this.#firstPaint;
    this.#firstPaint.waiting = null;
    if (waiting) this.asked(...waiting);
  }

  /** Lays the scene out again if the view has changed: size, text size, language, theme, pixels. The moment stays. */
  lay({ fresh = false } = {}) {
    if (!this.story) return;
    const stilled = this.#host.mode === 'still' && this.#guesses.waiting.length > 0;
    const changed = this.#viewport.measure(this.#index, this.#beat) || fresh;
    for (const index of changed ? this.#explorer.rearrange() : []) this.#again(index);
    if (changed) this.#present();
    const cleared = this.#stage.size(this.#viewport.width, this.#stage.height, this.#host.preferences.dpr);
    if (cleared || changed || (this.#firstPaint.still && this.#playback.state !== 'rest'))
      this.#playback.redraw(this.#firstPaint.still);
    if (!changed) this.#viewport.fit(this.#index, this.#beat);
    this.#viewport.pan(this.#index, this.#beat);
    this.#records.move(this.#layout.sheet);
    if (stilled) this.#endGuesses();
    if (this.#host.mode === 'still') this.#endExploring();
  }

  /** The player host has a new engine, after a trap: it knows no view yet. */
  revive() {
    if (!this.story) return; // `open` finds it
    this.#viewport.renew(this.story);
    this.#firstPaint.arm(this.story);
    this.#playerHost.use((engine) => engine.go(this.#index, this.#beat));
    this.lay();
    this.#playback.rest();
  }

  play() {
    this.#playback.play();
  }
  pause() {
    this.#playback.pause();
  }
  /**
   * On by a beat where the chapter has one more, else by a chapter; back in the same way. From a guess that waits on
   * to its answer. False at the ends.
   * @param {1 | -1} by
   */
  step(by) {
    if (this.#host.single) return false;
    // nobody goes on past a question without having seen the answer
    if (by > 0 && this.#waits) {
      this.guessPressed(this.#index, 'skip');
      return true;
    }
    const beat = this.#beat + by;
    const within = beat >= 0 && beat < this.#beats(this.#index);
    const index = within ? this.#index : this.#index + by;
    this.go(index, within ? beat : by < 0 ? this.#beats(index) - 1 : 0);
    return this.story?.scenes[index] !== undefined;
  }

  /**
   * What the buttons do: first on in a picture of which much is out of sight; after the last one to what the story ends
   * with. False at the ends.
   * @param {1 | -1} by
   */
  #turn(by) {
    const on = by > 0 && !this.#waits;
    const { marks } = this.#hitTesting;
    if (on && this.#viewport.showRest(this.#index, this.#beat, marks)) return true;
    return this.step(by) || (on && !this.#host.single && this.#viewport.showEnd());
  }

  /** @param {number} index */
  #beats(index) {
    return this.#viewport.paged ? (this.#viewport.scenes()[index]?.heights.length ?? 1) : 1;
  }

  /** @param {number} index @param {number} [beat] */
  go(index, beat = 0) {
    if (!this.story?.scenes[index]) return;
    const near = Math.abs(index - this.#index) <= 1;
    if (this.#viewport.paged) this.#cards.scrollTo(index, beat, near && !this.#host.preferences.reducedMotion);
    this.arrive(index, beat);
  }

  /** A link in the picture: the focus goes along, to the picture of the other chapter. @param {string} id */
  #visit(id) {
    if (this.#host.single) return;
    this.go(this.story?.scenes.findIndex((scene) => scene.id === id) ?? -1);
    this.#hitTesting.focusFirst();
  }

  svg() {
    return svgOf(this.#playerHost, this.#index, this.#host.lang);
  }
  png() {
    return toPng(this.#playerHost, this.#index);
  }

  get #words() {
    return wordsOf(this.#host.lang);
  }

  /**
   * The current scene, into every piece. `around`: what stands below a picture without cards too; `anew`: there the
   * height of pictures before it counts no more.
   */
  #present({ around = true, anew = false } = {}) {
    // in another view the chapter may have fewer
    this.#beat = Math.min(this.#beat, this.#beats(this.#index) - 1);
    const scene = this.#playerHost.scene(this.#index, this.#beat);
    if (!scene) return;
    const { height } = scene;
    const words = this.#words;
    if (words !== this.#said) this.#liveRegion.clear();
    this.#said = words;
    this.scene = scene;
    this.#viewport.changed();
    this.#layout.frame.style.setProperty('--_accent', this.#colours.css(scene));
    this.#stage.size(this.#viewport.width, height, this.#host.preferences.dpr);
    this.#hitTesting.show(scene, words);
    this.#guesses.show(scene);
    this.#explorer.show(scene);
    this.#panels.show(scene, words, this.#host.lang);
    if (this.#viewport.paged) this.#cards.activate(this.#index, this.#beat);
    else if (this.story) {
      if (around) this.#firstPaint.beneath(scene, this.story);
      this.#viewport.reserve(height, anew);
    }
    this.#records.refresh(scene, words);
    this.#update();
  }

  #update() {
    if (!this.story) return;
    const last = this.#index === this.story.scenes.length - 1 && this.#beat === this.#beats(this.#index) - 1;
    const ends = { first: this.#index + this.#beat === 0, last: last && this.#viewport.left === 0 };
    this.#firstPaint.update(this.story, this.#index, this.#panels.open, ends);
  }

  /**
   * The reader has scrolled to a beat of a chapter. Who scrolls past a guess is shown its answer first, where the
   * question was; not who is far beyond it already, as by a jump of the page.
   * @param {number} index
   * @param {number} beat
   */
  read(index, beat) {
    const next = this.#beat + 1 < this.#beats(this.#index) ? [this.#index, this.#beat + 1] : [this.#index + 1, 0];
    if (this.#waits && index === next[0] && beat === next[1]) this.guessPressed(this.#index, 'skip');
    else this.arrive(index, beat);
  }

  /**
   * The reader has come to a beat of a chapter, by scrolling or by a jump.
   * @param {number} index
   * @param {number} [beat]
   */
  arrive(index, beat = 0) {
    const another = index !== this.#index;
    if ((!another && beat === this.#beat) || !this.story) return;
    this.#records.close({ focus: false });
    this.#playback.still = this.#firstPaint.still;
    // The marks on show become the marks of the next chapter, from wherever they are now.
    this.#playerHost.use((engine) => engine.go(index, beat));
    // A guess that was on show and is left is not asked again.
    const left = this.#index;
    const passed = this.#waits;
    this.#index = index;
    this.#beat = beat;
    if (passed) this.#guesses.become(left, 'over');
    this.#present();
    this.#playback.begin();
    if (passed) this.#viewport.again(left, this.#index, this.#beat);
    this.#viewport.pan(this.#index, this.#beat);
    if (!this.scene || !another) return;
    const { id, announcement } = this.scene;
    this.#write('scene', id);
    // A story that plays by itself does not talk over who listens.
    if (!this.#playback.touring) this.#liveRegion.settle(announcement);
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
  get #waits() {
    return this.#guesses.waits(this.#index) && this.#asks;
  }

  /** The guess on show has another value. */
  guessMoved() {
    this.#playback.rest();
    this.#playerHost.use((engine) => engine.lay(this.#index, this.#beat));
    this.#playback.redraw();
  }

  /** @param {number} index @param {Press} what */
  guessPressed(index, what) {
    const here = index === this.#index;
    const still = this.#firstPaint.still;
    const { frame } = this.#layout;
    const card = this.#viewport.paged ? `[data-index="${index}"] ` : '.sentences ';
    const root = /** @type {ShadowRoot} */ (frame.getRootNode());
    const held = root.activeElement?.matches(`${card}*, .grip-keys *`) ?? false;
    // What the answer is drawn with grows out of what is on show.
    if (here && !still) this.#playerHost.use((engine) => engine.depart(engine.shown()));
    this.#guesses.become(index, what === 'show' ? 'told' : what === 'skip' ? 'over' : 'waiting');
    this.#viewport.again(index, this.#index, this.#beat);
    if (!here) return;
    this.#present();
    // Both from their beginning: the answer is what the picture begins with, and its words what the card begins with.
    if (this.#viewport.paged) {
      this.#cards.scrollTo(this.#index, this.#beat, false);
      this.#viewport.pan(this.#index, this.#beat);
    }
    this.#playback.redraw();
    if (!still && what !== 'again') this.#playback.play();
    // Skipped, the words of the answer; not where the focus was elsewhere, as on the button that goes on.
    const words = this.#viewport.paged ? `[data-beat="${this.#beat}"] :is(h2, .kicker ~ p)` : 'p';
    const find = (/** @type {string} */ selector) =>
      [...frame.querySelectorAll(card + selector)].find((node) => node.checkVisibility());
    const verdict = what === 'show' ? find('.guess.told') : undefined;
    // A verdict that stands below the window is said; the focus is where the eyes are.
    const there = verdict && (!this.#viewport.paged || this.#viewport.sees(verdict));
    const next = there ? verdict : what === 'again' ? find('input.scale') : held || verdict ? find(words) : null;
    if (next instanceof HTMLElement) {
      if (next !== verdict && what !== 'again') next.tabIndex = -1;
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
    const said = frame.querySelector(`${card}.verdict`)?.textContent;
    if (what === 'show' && said) this.#liveRegion.say(said);
  }

  /** Another of the lists that a chapter compares. @param {Scene} scene @param {number} list */
  listChosen({ index, compare }, list) {
    const here = index === this.#index;
    const { still } = this.#firstPaint;
    if (here && !still) this.#playerHost.use((engine) => engine.depart(engine.shown()));
    this.#firstPaint.comparisons.choose(index, list);
    const { name, count, open } = compare?.[list] ?? { name: '', count: 0, open: '' };
    const { colon, items } = this.#words;
    this.#liveRegion.say(`${name}${colon}${items(count, open)}`);
    if (!here) return;
    this.#present();
    this.#playback.redraw();
    if (!still) this.#playback.play();
  }

  /** The card of a chapter whose picture is another one. @param {number} index */
  #again(index) {
    this.#viewport.relay(index);
    this.#viewport.again(index, this.#index, this.#beat);
  }

  /**
   * The reader looks for something else among the tiles of a chapter; `work` tells the engine.
   * @param {number} index
   * @param {Change} how
   * @param {() => void} work
   */
  explored(index, how, work) {
    this.arrive(index);
    this.#records.close({ focus: false });
    const before = this.#explorer.opened(index);
    const { still } = this.#firstPaint;
    if (!still) this.#playerHost.use((engine) => engine.depart(engine.shown()));
    work();
    if (how === 'filter') {
      // the field that the reader types into stays where it is
      this.#viewport.relay(index);
      this.#viewport.fit(index, this.#beat);
      this.#present({ around: false, anew: true });
      this.#liveRegion.settle(this.#words.explore.found(this.#explorer.left(index)));
    } else {
      this.#beat = 0;
      this.#again(index);
      this.#present({ anew: true });
      this.#opened(index, before);
    }
    this.#playback.redraw();
    if (!still) this.#playback.play();
  }

  /**
   * Other series fill the picture, or all tiles are there again: the address, what has the focus, and what is said.
   * @param {number} index
   * @param {string[]} before
   */
  #opened(index, before) {
    if (!this.scene) return;
    const opened = this.#explorer.opened(index);
    const { root } = this.#stage;
    if (this.#viewport.paged) this.#cards.scrollTo(index, 0, false);
    else if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: 'start', behavior: 'instant' });
    if (this.#host.single || this.#following) {
      // there is nothing to write, or it is written
    } else if (opened.length > 0) pushDeepLink(this.scene.id, opened, before.length === 0);
    else if (!leaveOpened()) this.#write('scene', this.scene.id);
    const card = this.#viewport.paged ? `[data-index="${index}"] ` : '.sentences ';
    const panel = this.#layout.frame.querySelector(`${card}.opened`);
    if (panel instanceof HTMLElement) panel.focus({ preventScroll: true });
    else this.#hitTesting.focusTile(before[0]);
    this.#liveRegion.say(this.scene.announcement);
  }

  /** All tiles are there: the story plays by itself, or is still. */
  #endExploring() {
    const changed = this.#explorer.end();
    for (const at of changed) this.#again(at);
    if (changed.includes(this.#index)) {
      this.#present();
      this.#playback.redraw();
    }
  }

  /** No guess is asked any more: the story plays by itself, or is still. */
  #endGuesses() {
    for (const index of this.#guesses.waiting) {
      this.#guesses.become(index, 'over');
      this.#viewport.again(index, this.#index, this.#beat);
    }
    this.#present();
    this.#viewport.pan(this.#index, this.#beat);
    this.#playback.redraw();
  }

  /** The story plays by itself, and this chapter has stayed long enough. */
  due() {
    this.step(1);
    this.#playback.tour(this.#stay);
  }

  /** Seconds that a finished chapter stays while the story plays by itself: as long as its sentences take to read. */
  get #stay() {
    const length = (this.scene?.narration ?? []).flat().reduce((sum, { text }) => sum + text.length, 0);
    return LOOK + length / (this.#host.lang === 'zh' ? READ_ZH : READ_EN);
  }

  /** Playback is in another state. */
  played() {
    if (this.#playback.state === 'rest' && this.scene) {
      if (!this.#settled) performance.mark('duoyuan:settled');
      this.#settled = true;
    }
    if (this.story && this.scene) this.#update();
  }

  /** @param {'scene' | 'figure'} kind @param {string} id */
  #write(kind, id) {
    const opened = kind === 'scene' ? this.#explorer.opened(this.#index) : [];
    if (!this.#host.single) writeDeepLink(kind, id, opened);
  }

  /**
   * What the address asks for; nothing when it names what the story, or an element fixed to one scene, does not have.
   * @param {Story} story
   */
  #wanted(story) {
    const wanted = findWanted(readDeepLink(), story.scenes, () => this.#viewport.scenes());
    return wanted && this.#host.single && wanted.index !== this.#index ? null : wanted;
  }

  #follow() {
    const wanted = this.story && this.#wanted(this.story);
    if (!wanted) return;
    // the address of what is on show already, after a way back that has moved nothing else
    const here = wanted.index === this.#index && !wanted.figure && this.story?.scenes[wanted.index]?.explores;
    if (!here) this.go(wanted.index);
    this.#following = true;
    if (!wanted.figure) this.#explorer.open(wanted.index, wanted.opened);
    this.#following = false;
    if (wanted.figure) this.#openRecord(wanted.figure, null);
  }

  /** @param {number} index @param {Parameters<OpenRecord>} from */
  openFrom(index, ...from) {
    this.arrive(index);
    this.#openRecord(...from);
  }

  /** @param {Parameters<OpenRecord>} from */
  #openRecord(...[figure, opener]) {
    if (!this.scene) return;
    this.#records.open(this.scene, figure, this.#words, opener, this.#layout.sheet);
    this.#host.send('duoyuan-record', { figure });
  }

  #toPaper() {
    if (!this.story) return;
    const { lang } = this.#host;
    this.#playback.rest();
    const scenes = this.#viewport.paged ? this.story.scenes.map((_, index) => index) : [this.#index];
    this.#print.fill(scenes, this.#playerHost.pages, {
      lang,
      textScale: this.#layout.textScale,
    });
  }

  /** Keys in the accessibility overlay that do not walk; true when used. @param {KeyboardEvent} event */
  #markKey(event) {
    const by = wayOf(event);
    if (!by) return false;
    const [index, beat] = [this.#index, this.#beat];
    this.#turn(by);
    // further down in the same picture the focus stays where it is
    if (index !== this.#index || beat !== this.#beat) this.#hitTesting.focusFirst();
    return true;
  }

  /**
   * Where the story is the page, the Page keys turn its chapters: the browser would scroll by as much as the window is
   * high, which is no chapter.
   * @param {KeyboardEvent} event
   */
  #pageKey(event) {
    const by = wayOf(event);
    if (!by || event.defaultPrevented || !this.story || this.#host.mode !== 'page') return;
    if (!this.#viewport.paged || !this.#layout.fills) return;
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest(OWN_PAGES)) return;
    if (this.#turn(by)) event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== 'Escape') return;
    if (this.#records.panel.open) this.#records.close();
    else if (!this.#panels.close() && !this.#hitTesting.out()) this.#leave();
  }

  /** Back to all tiles, or else the motion halts. */
  #leave() {
    if (this.#explorer.opened(this.#index).length > 0) this.#explorer.open(this.#index, []);
    else this.pause();
  }

  /** Does what a button asks for. @param {Ask} ask */
  async asked(...ask) {
    const [what, value] = ask;
    const host = this.#host;
    if (what === 'previous' || what === 'next') this.#turn(what === 'next' ? 1 : -1);
    else if (what === 'play') this.#playback.state === 'playing' || this.#playback.touring ? this.pause() : this.play();
    else if (what === 'seek') this.#playback.seek(value * this.#playback.duration);
    else if (what === 'tour') {
      if (!this.#playback.touring && this.#guesses.waiting.length > 0) this.#endGuesses();
      if (!this.#playback.touring) this.#endExploring();
      this.scene && this.#playback.tour(this.#playback.touring ? -1 : this.#stay);
    } else if (what === 'lang') host.lang = value;
    else if (what === 'theme') host.theme = this.#controls.nextTheme(host.theme);
    else if (what === 'large') {
      this.#layout.large = !this.#layout.large;
      this.#update();
    } else if (!this.scene || !this.story || !this.#signal) return;
    else if (what === 'share') await this.#share(this.scene.id);
    else if (what === 'download') {
      const shown = [this.scene.id, ...this.#explorer.opened(this.#index)];
      const name = [this.story.id, ...shown, host.lang].join('-');
      await saveScene(value, this.#playerHost, this.scene.index, host.lang, name);
      host.send('duoyuan-download', { format: value });
    } else {
      await this.#panels.toggle(what, this.#signal);
      if (what === 'table' && this.#panels.open.table) host.send('duoyuan-table', {});
    }
  }

  /** @param {string} id of the scene on show */
  async #share(id) {
    const { copied, copyFailed, share } = this.#words;
    const opened = this.#explorer.opened(this.#index);
    const isCopied = await copy(deepLink('scene', id, this.#host, opened));
    const done = isCopied ? copied : copyFailed;
    if (isCopied) this.#host.send('duoyuan-share', {});
    this.#controls.flashShare(done, share);
    this.#liveRegion.say(done);
  }

  /**
   * Lists what is wrong with new files, beside a picture that stays.
   * @param {Problem[]} problems
   * @param {'stale' | 'refused'} what
   */
  list(problems, what) {
    const { errors } = this.#layout;
    const lang = this.#host.lang;
    errors.replaceChildren(problemPanel(problems, wordsOf(lang), lang, () => errors.replaceChildren(), what));
  }
}

/** @param {KeyboardEvent} event @returns {1 | -1 | 0} */
const wayOf = ({ key, altKey, ctrlKey, metaKey, shiftKey }) =>
  altKey || ctrlKey || metaKey || shiftKey ? 0 : key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0;
