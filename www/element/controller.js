// What the reader does around a chapter: buttons, keys, records, table, address, paper. The chapter on show is in
// reading.js, what is done with it in interactions.js; it loads nothing and decides nothing about failures.

import { Address } from './address.js';
import { Buttons } from './buttons.js';
import { deepLink } from './deep-link.js';
import { HitTesting } from './hit-testing.js';
import { Print } from './print.js';
import { problemPanel } from '../ui/error-panel.js';
import { Records } from '../ui/records.js';
import { svgOf, toPng } from './export.js';
import { Interactions } from './interactions.js';
import { LiveRegion } from '../a11y/live-region.js';
import { Panels } from './panels.js';
import { observeWindow, onSwipe } from './observers.js';
import { isTaken, wayOf } from './page-keys.js';
import { Reading } from './reading.js';
import { wordsOf } from '../ui/words.js';

/**
 * @import {Explorer} from './explorer.js'
 * @import {Ask, OpenRecord, Problem, Story} from '../types.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {FirstPaint} from './first-paint.js'
 * @import {PlayerHost} from './player-host.js'
 */

export class Controller {
  #host;
  #playerHost;
  #firstPaint;
  #viewport;
  #playback;
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
  #address;
  #buttons;
  reading;
  interactions;
  /** Of the element's present life. @type {AbortSignal | null} */
  #signal = null;
  #settled = false;

  /**
   * @param {DuoyuanStory} host
   * @param {PlayerHost} playerHost
   * @param {FirstPaint} firstPaint
   */
  constructor(host, playerHost, firstPaint) {
    this.#host = host;
    this.#playerHost = playerHost;
    this.#firstPaint = firstPaint;
    const { viewport, playback, stage, cards, controls, layout, guesses, explorer } = firstPaint;
    this.#guesses = guesses;
    this.#explorer = explorer;
    this.#viewport = viewport;
    this.#playback = playback;
    this.#stage = stage;
    this.#cards = cards;
    this.#controls = controls;
    this.#layout = layout;
    this.#hitTesting = new HitTesting(stage, {
      pick: (x, y) => playerHost.use((engine) => engine.pick(x, y, playback.seconds)) ?? -1,
      open: (mark, button) => {
        if (mark.opens) this.#explorer.open(this.reading.index, [mark.opens]);
        else if (mark.goes) this.#visit(mark.goes);
        else this.#openRecord(mark.figure, button);
      },
      key: (event) => this.#markKey(event),
      focused: (box) => {
        if (this.story) viewport.scrolling.reveal(this.reading.index, this.reading.beat, box);
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
      opened: (figure) => this.#address.write('figure', figure, this.reading.index),
      closed: () => {
        if (this.scene) this.#address.write('scene', this.scene.id, this.reading.index);
      },
    });
    this.#panels = new Panels(firstPaint, this.#hitTesting, {
      open: (figure, button) => this.#openRecord(figure, button),
      say: (text) => this.#liveRegion.say(text),
      changed: () => this.reading.update(),
    });
    this.#address = new Address(host, firstPaint);
    const around = {
      hitTesting: this.#hitTesting,
      liveRegion: this.#liveRegion,
      records: this.#records,
      panels: this.#panels,
      address: this.#address,
    };
    this.reading = new Reading(host, playerHost, firstPaint, around, {
      skip: (index) => this.interactions.pressed(index, 'skip'),
    });
    this.interactions = new Interactions(this.reading, playerHost, firstPaint, around);
    this.#buttons = new Buttons(host, playerHost, firstPaint, this, around);
    layout.complete({ table: this.#panels.table, panel: this.#records.panel, print: this.#print });
    layout.frame.addEventListener('keydown', (event) => this.#escape(event));
    firstPaint.controller = this;
  }

  get story() {
    return this.reading.story;
  }
  /** On show. */
  get scene() {
    return this.reading.scene;
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
          if (this.story) this.#viewport.scrolling.pan(this.reading.index, this.reading.beat);
          if (this.reading.index === (this.story?.scenes.length ?? 0) - 1) this.reading.update();
          if (this.#records.panel.open && this.#layout.column) this.#records.move(this.#layout.sheet);
        },
        key: (event) => this.#pageKey(event),
        hash: () => this.#follow(),
        print: () => this.#toPaper(),
        printed: () => this.#print.empty(),
      },
    });
    const turn = (/** @type {1 | -1} */ by) => {
      if (this.#layout.kind === 'stepper') this.reading.step(by);
    };
    onSwipe(this.#stage.view, turn, signal);
  }

  close() {
    this.#records.close({ focus: false });
    this.#liveRegion.stop();
    this.#panels.stop();
    this.reading.story = null;
    this.reading.scene = null;
  }

  /**
   * A story that was just opened, for the first time or anew: the chapter stays where the reader was.
   * @param {Story} story
   * @param {string} id
   */
  open(story, id) {
    const again = this.scene !== null;
    if (!again) this.reading.beat = 0;
    // Another engine, after a trap or for other files of the story, has not been told the view.
    const { begun: first, seen, index } = this.#firstPaint;
    const begun = first !== null && first === this.#playerHost.use((engine) => engine);
    this.#firstPaint.begun = null;
    this.reading.story = story;
    this.reading.index = index;
    this.#records.close({ focus: false });
    if (!begun) {
      this.#viewport.renew(story);
      this.reading.index = Math.max(
        0,
        story.scenes.findIndex((scene) => scene.id === id),
      );
      this.#viewport.measure(this.reading.index, this.reading.beat);
    }
    if (!begun) this.#firstPaint.arm(story);
    const from = again ? null : this.#address.wanted(story, this.reading.index);
    // who comes for a number has its answer before the eyes
    if (from?.figure) this.#guesses.become(from.index, 'over');
    if (from) this.reading.index = from.index;
    if (from && !from.figure) this.#explorer.begin(from.index, from.opened);
    if (begun) this.#viewport.complete(this.reading.index, this.reading.beat);
    this.#playerHost.use((engine) => engine.go(this.reading.index, this.reading.beat));
    this.lay({ fresh: true });
    if (again || seen) this.#playback.rest();
    else this.#playback.begin();
    if (this.#viewport.paged && (from || again)) this.#cards.scrollTo(this.reading.index, this.reading.beat, false);
    if (from?.figure) this.#openRecord(from.figure, null);
    const { waiting } = this.#firstPaint;
    this.#firstPaint.waiting = null;
    if (waiting) this.asked(...waiting);
  }

  /** Lays the scene out again if the view has changed: size, text size, language, theme, pixels. The moment stays. */
  lay({ fresh = false } = {}) {
    if (!this.story) return;
    const stilled = this.#host.mode === 'still' && this.#guesses.waiting.length > 0;
    const changed = this.#viewport.measure(this.reading.index, this.reading.beat) || fresh;
    for (const index of changed ? this.#explorer.rearrange() : []) this.interactions.again(index);
    if (changed) this.reading.present();
    const cleared = this.#stage.size(this.#viewport.width, this.#stage.height, this.#host.preferences.dpr);
    if (cleared || changed || (this.#firstPaint.still && this.#playback.state !== 'rest'))
      this.#playback.redraw(this.#firstPaint.still);
    if (!changed) this.#viewport.fit(this.reading.index, this.reading.beat);
    this.#viewport.scrolling.pan(this.reading.index, this.reading.beat);
    this.#records.move(this.#layout.sheet);
    if (stilled) this.interactions.endGuesses();
    if (this.#host.mode === 'still') this.interactions.endExploring();
  }

  /** The player host has a new engine, after a trap: it knows no view yet. */
  revive() {
    if (!this.story) return; // `open` finds it
    this.#viewport.renew(this.story);
    this.#firstPaint.arm(this.story);
    this.#playerHost.use((engine) => engine.go(this.reading.index, this.reading.beat));
    this.lay();
    this.#playback.rest();
  }

  play() {
    this.#playback.play();
  }
  pause() {
    this.#playback.pause();
  }

  /** A link in the picture: the focus goes along, to the picture of the other chapter. @param {string} id */
  #visit(id) {
    if (this.#host.single) return;
    this.reading.go(this.story?.scenes.findIndex((scene) => scene.id === id) ?? -1);
    this.#hitTesting.focusFirst();
  }

  svg() {
    return svgOf(this.#playerHost, this.reading.index, this.#host.lang);
  }
  png() {
    return toPng(this.#playerHost, this.reading.index);
  }

  /** The story plays by itself, and this chapter has stayed long enough. */
  due() {
    this.reading.step(1);
    this.#playback.tour(this.reading.stay);
  }

  /** Playback is in another state. */
  played() {
    if (this.#playback.state === 'rest' && this.scene) {
      if (!this.#settled) performance.mark('duoyuan:settled');
      this.#settled = true;
    }
    if (this.story && this.scene) this.reading.update();
  }

  #follow() {
    const wanted = this.story && this.#address.wanted(this.story, this.reading.index);
    if (!wanted) return;
    // the address of what is on show already, after a way back that has moved nothing else
    const here = wanted.index === this.reading.index && !wanted.figure && this.story?.scenes[wanted.index]?.explores;
    if (!here) this.reading.go(wanted.index);
    this.#address.following = true;
    if (!wanted.figure) this.#explorer.open(wanted.index, wanted.opened);
    this.#address.following = false;
    if (wanted.figure) this.#openRecord(wanted.figure, null);
  }

  /** @param {number} index @param {Parameters<OpenRecord>} from */
  openFrom(index, ...from) {
    this.reading.arrive(index);
    this.#openRecord(...from);
  }

  /** @param {Parameters<OpenRecord>} from */
  #openRecord(...[figure, opener]) {
    if (!this.scene) return;
    this.#records.open(this.scene, figure, this.reading.words, opener, this.#layout.sheet);
    this.#host.send('duoyuan-record', { figure });
  }

  #toPaper() {
    if (!this.story) return;
    const { lang } = this.#host;
    this.#playback.rest();
    const scenes = this.#viewport.paged ? this.story.scenes.map((_, index) => index) : [this.reading.index];
    this.#print.fill(scenes, this.#playerHost.pages, {
      lang,
      textScale: this.#layout.textScale,
      words: this.reading.words,
    });
  }

  /** Keys in the accessibility overlay that do not walk; true when used. @param {KeyboardEvent} event */
  #markKey(event) {
    const by = wayOf(event);
    if (!by) return false;
    const [index, beat] = [this.reading.index, this.reading.beat];
    this.reading.turn(by);
    // further down in the same picture the focus stays where it is
    if (index !== this.reading.index || beat !== this.reading.beat) this.#hitTesting.focusFirst();
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
    if (!this.#viewport.paged || !this.#layout.fills || isTaken(event)) return;
    if (this.reading.turn(by)) event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== 'Escape') return;
    if (this.#records.panel.open) this.#records.close();
    else if (!this.#panels.close() && !this.#hitTesting.out()) this.#leave();
  }

  /** Back to all tiles, or else the motion halts. */
  #leave() {
    if (this.#explorer.opened(this.reading.index).length > 0) this.#explorer.open(this.reading.index, []);
    else this.pause();
  }

  /** Does what a button asks for. @param {Ask} ask */
  asked(...ask) {
    return this.#buttons.press(ask, this.#signal);
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
