// What the reader does: chapters, records, table, address. It asks the drawing for scenes and gives the pieces of
// opening.js their contents; it loads nothing and decides nothing about failures.

import { aloud } from './assets.js';
import { findWanted, readHash } from './hash.js';
import { Pointing } from './pointing.js';
import { Print } from './print.js';
import { problemPanel } from './problems.js';
import { Records } from './records.js';
import { copy, deepLink, saveScene, svgOf, toPng, writeHash } from './share.js';
import { Status } from './status.js';
import { onSwipe } from './swipe.js';
import { Table } from './table.js';
import { watchWindow } from './watch.js';
import { WORDS } from './words.js';

const READ_ZH = 7; // characters a second of who reads along, Chinese and English
const READ_EN = 16;
const LOOK = 2; // seconds to look at the picture besides

export class Reading {
  #host;
  #drawing;
  #opening;
  #fitting;
  #player;
  #colours;
  #stage;
  #cards;
  #controls;
  #layout;
  #pointing;
  #status;
  #records;
  #table = new Table({ open: (figure, button) => this.#openRecord(figure, button), close: () => this.#closeTable() });
  #print = new Print();
  #said = null; // the words of the language last shown
  #aloud = null; // words and sound, made when first asked for
  #signal = null;
  story = null;
  scene = null;
  #index = 0;
  #settled = false;

  /** `host`: the element with its lang, theme, mode, single, setting and send(). */
  constructor(host, drawing, opening) {
    this.#host = host;
    this.#drawing = drawing;
    this.#opening = opening;
    const { fitting, player, colours, stage, cards, controls, layout } = opening;
    this.#fitting = fitting;
    this.#player = player;
    this.#colours = colours;
    this.#stage = stage;
    this.#cards = cards;
    this.#controls = controls;
    this.#layout = layout;
    this.#pointing = new Pointing(stage, {
      pick: (x, y) => drawing.use((engine) => engine.pick(x, y, player.seconds)) ?? -1,
      open: (mark, button) => this.#openRecord(mark.figure, button),
      key: (event) => this.#markKey(event),
      focused: (box) => this.story && fitting.reveal(this.#index, box),
      pointed: () => player.state !== 'rest' && opening.draw(true),
    });
    this.#status = new Status(layout.status);
    this.#records = new Records(stage, this.#pointing, {
      say: (text) => this.#status.say(text),
      opened: (figure) => this.#write('figure', figure),
      closed: () => this.scene && this.#write('scene', this.scene.id),
    });
    layout.complete({ table: this.#table, panel: this.#records.panel, print: this.#print });
    layout.frame.addEventListener('keydown', (event) => this.#escape(event));
    opening.reading = this;
  }

  /** What happens around the element counts from here on, until the signal. */
  watch(signal) {
    if (signal === this.#signal) return;
    this.#signal = signal;
    const { frame, rem, dock } = this.#layout;
    watchWindow({
      nodes: [frame, this.#stage.view, rem, dock],
      view: this.#stage.view,
      signal,
      on: {
        size: () => this.lay(),
        sight: (visible) => {
          this.#player.inSight = visible;
        },
        scroll: () => this.story && this.#fitting.pan(this.#index),
        hash: () => this.story && this.#follow(this.#wanted()),
        print: () => this.story && this.#toPaper(),
        printed: () => this.#print.empty(),
      },
    });
    onSwipe(this.#stage.view, (by) => this.#layout.kind === 'stepper' && this.step(by), signal);
  }

  close() {
    this.#records.close({ focus: false });
    this.#status.stop();
    this.#aloud?.stop();
    this.story = null;
    this.scene = null;
  }

  /** A story that was just opened, for the first time or anew: the chapter stays where the reader was. */
  open(story, id) {
    const again = this.scene !== null;
    // Another engine, after a trap or for other files of the story, has not been told the view.
    const { begun: first, seen, index } = this.#opening;
    const begun = first !== null && first === this.#drawing.use((engine) => engine);
    this.#opening.begun = null;
    this.story = story;
    this.#index = index;
    this.#records.close({ focus: false });
    if (!begun) {
      this.#fitting.renew(story);
      this.#index = Math.max(
        0,
        story.scenes.findIndex((scene) => scene.id === id),
      );
      this.#fitting.measure(this.#index);
    }
    const from = again ? null : this.#wanted();
    if (from) this.#index = from.index;
    if (begun) this.#fitting.complete(this.#index);
    this.#drawing.use((engine) => engine.go(this.#index));
    this.lay({ fresh: true });
    if (again || seen) this.#player.rest();
    else this.#player.begin();
    if (this.#fitting.paged && (from || again)) this.#cards.scrollTo(this.#index, false);
    if (from?.figure) this.#openRecord(from.figure, null);
    const { waiting } = this.#opening;
    this.#opening.waiting = null;
    if (waiting) this.asked(...waiting);
  }

  get #tabled() {
    return !this.#table.root.hidden;
  }

  /** Lays the scene out again if the view has changed: size, text size, language, theme, pixels. The moment stays. */
  lay({ fresh = false } = {}) {
    if (!this.story) return;
    const changed = this.#fitting.measure(this.#index) || fresh;
    if (changed) this.#present();
    const cleared = this.#stage.size(this.#fitting.width, this.#stage.height, this.#host.setting.dpr);
    if (cleared || changed || (this.#opening.still && this.#player.state !== 'rest'))
      this.#player.redraw(this.#opening.still);
    if (!changed) this.#fitting.fit(this.#index);
    this.#fitting.pan(this.#index);
    this.#records.move(this.#layout.sheet);
  }

  /** The drawing has a new engine, after a trap: it knows no view yet. */
  revive() {
    if (!this.story) return; // `open` finds it
    this.#fitting.renew(this.story);
    this.#drawing.use((engine) => engine.go(this.#index));
    this.lay();
    this.#player.rest();
  }

  play() {
    this.#player.play();
  }
  pause() {
    this.#player.pause();
  }
  step(by) {
    if (!this.#host.single) this.go(this.#index + by);
  }

  go(index) {
    if (!this.story?.scenes[index]) return;
    const near = Math.abs(index - this.#index) <= 1;
    if (this.#fitting.paged) this.#cards.scrollTo(index, near && !this.#host.setting.reducedMotion);
    this.arrive(index);
  }

  svg() {
    return this.scene ? svgOf(this.#drawing, this.scene, this.#host.lang) : '';
  }
  png() {
    return toPng(this.#drawing, this.#stage);
  }

  get #words() {
    return WORDS[this.#host.lang];
  }

  /** The current scene, into every piece. */
  #present() {
    const scene = this.#drawing.scene(this.#index);
    if (!scene) return;
    const { height } = scene;
    const words = this.#words;
    if (words !== this.#said) this.#status.clear();
    this.#said = words;
    this.scene = scene;
    this.#layout.frame.style.setProperty('--_accent', this.#colours.css(scene.accent));
    this.#stage.size(this.#fitting.width, height, this.#host.setting.dpr);
    this.#pointing.show(scene, words);
    this.#table.show(scene, words);
    this.#aloud?.show(scene, this.#host.lang);
    if (this.#fitting.paged) this.#cards.activate(this.#index);
    else {
      this.#opening.beneath(scene, this.story);
      this.#fitting.reserve(height);
    }
    this.#records.refresh(scene, words);
    this.#update();
  }

  #update() {
    if (this.story)
      this.#opening.update(this.story, this.#index, { table: this.#tabled, aloud: this.#aloud?.open ?? false });
  }

  /** The reader has come to a chapter, by scrolling or by a jump. */
  arrive(index) {
    if (index === this.#index || !this.story) return;
    this.#records.close({ focus: false });
    this.#player.still = this.#opening.still;
    // The marks on show become the marks of the next chapter, from wherever they are now.
    this.#drawing.use((engine) => engine.go(index));
    this.#index = index;
    this.#present();
    this.#player.begin();
    this.#fitting.pan(this.#index);
    this.#write('scene', this.scene.id);
    const { id, announcement } = this.scene;
    // A story that plays by itself does not talk over who listens.
    if (!this.#player.touring) this.#status.settle(announcement);
    this.#host.send('duoyuan-scene', { scene: id });
  }

  /** The story plays by itself, and this chapter has stayed long enough. */
  due() {
    this.go(this.#index + 1);
    this.#player.tour(this.#stay);
  }

  /** Seconds that a finished chapter stays while the story plays by itself: as long as its sentences take to read. */
  get #stay() {
    const length = this.scene.narration.flat().reduce((sum, { text }) => sum + text.length, 0);
    return LOOK + length / (this.#host.lang === 'zh' ? READ_ZH : READ_EN);
  }

  /** The player is in another state. */
  played() {
    if (this.#player.state === 'rest' && this.scene) {
      if (!this.#settled) performance.mark('duoyuan:settled');
      this.#settled = true;
    }
    if (this.story && this.scene) this.#update();
  }

  #write(kind, id) {
    if (!this.#host.single) writeHash(kind, id);
  }

  /** What the address asks for; nothing when it names what the story, or an element fixed to one scene, does not
      have. */
  #wanted() {
    const wanted = findWanted(readHash(), this.story.scenes, () => this.#fitting.scenes());
    return wanted && this.#host.single && wanted.index !== this.#index ? null : wanted;
  }

  #follow(wanted) {
    if (!wanted) return;
    this.go(wanted.index);
    if (wanted.figure) this.#openRecord(wanted.figure, null);
  }

  openFrom(index, figure, button) {
    this.arrive(index);
    this.#openRecord(figure, button);
  }

  #openRecord(figure, opener) {
    this.#records.open(this.scene, figure, this.#words, opener, this.#layout.sheet);
  }

  #toggleTable(open) {
    if (open && this.#aloud?.open) this.#toggleAloud(false);
    this.#table.root.hidden = !open;
    this.#layout.frame.toggleAttribute('data-table', open);
    this.#controls.openTools(false);
    this.#update();
    if (open) this.#table.root.focus({ preventScroll: true });
  }

  /** Words and sound, in place of the picture. They are fetched when first asked for. */
  async #toggleAloud(open) {
    if (open && !this.#aloud) {
      let Aloud = null;
      try {
        ({ Aloud } = await aloud());
      } catch {
        this.#status.say(this.#words.notFetched);
        return;
      }
      if (!this.scene || this.#aloud) return;
      this.#aloud = new Aloud(
        {
          tell: (detail) => this.scene?.told[detail] ?? [],
          note: (key) => this.#pointing.point(key),
          close: () => this.#closeAloud(),
          say: (text) => this.#status.say(text),
        },
        this.#signal,
      );
      this.#stage.root.append(this.#aloud.root);
      this.#aloud.show(this.scene, this.#host.lang);
    }
    if (!this.#aloud) return;
    if (open && this.#tabled) this.#toggleTable(false);
    if (!open) this.#aloud.stop();
    this.#aloud.root.hidden = !open;
    this.#layout.frame.toggleAttribute('data-table', open);
    this.#controls.openTools(false);
    this.#update();
    if (open) this.#aloud.root.focus({ preventScroll: true });
  }

  #closeAloud() {
    this.#toggleAloud(false);
    this.#controls.focus('aloud');
  }

  #toPaper() {
    const { lang } = this.#host;
    this.#player.rest();
    const scenes = this.#fitting.paged ? this.story.scenes.map((_, index) => index) : [this.#index];
    this.#print.fill(scenes, (...asked) => this.#drawing.pages(...asked), { lang, textScale: this.#layout.textScale });
  }

  #closeTable() {
    this.#toggleTable(false);
    this.#controls.focus('table');
  }

  /** Keys in the twin that do not walk; true when used. */
  #markKey(event) {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!by) return false;
    this.step(by);
    this.#pointing.focusFirst();
    return true;
  }

  #escape(event) {
    if (event.key !== 'Escape') return;
    if (this.#records.panel.open) this.#records.close();
    else if (this.#tabled) this.#closeTable();
    else if (this.#aloud?.open) this.#closeAloud();
    else if (!this.#pointing.out()) this.pause();
  }

  async asked(what, value) {
    const host = this.#host;
    if (what === 'previous' || what === 'next') this.step(what === 'next' ? 1 : -1);
    else if (what === 'play') this.#player.state === 'playing' || this.#player.touring ? this.pause() : this.play();
    else if (what === 'seek') this.#player.seek(value * this.#player.duration);
    else if (what === 'tour') this.scene && this.#player.tour(this.#player.touring ? -1 : this.#stay);
    else if (what === 'lang') host.lang = value;
    else if (what === 'theme') host.theme = this.#controls.nextTheme(host.theme);
    else if (what === 'large') {
      this.#layout.large = !this.#layout.large;
      this.#update();
    } else if (!this.scene) return;
    else if (what === 'aloud') this.#toggleAloud(!this.#aloud?.open);
    else if (what === 'table') this.#toggleTable(!this.#tabled);
    else if (what === 'share') {
      const done = (await copy(deepLink('scene', this.scene.id, host))) ? this.#words.copied : this.#words.copyFailed;
      this.#controls.flashShare(done, this.#words.share);
      this.#status.say(done);
    } else
      await saveScene(
        value,
        this.#drawing,
        this.scene,
        host.lang,
        this.#stage,
        `${this.story.id}-${this.scene.id}-${host.lang}`,
      );
  }

  /** Lists what is wrong with new files, beside a picture that stays; `what` as problemPanel has it. */
  list(problems, what) {
    const { trouble } = this.#layout;
    const lang = this.#host.lang;
    trouble.replaceChildren(problemPanel(problems, WORDS[lang], lang, () => trouble.replaceChildren(), what));
  }
}
