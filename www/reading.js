// What is on show and what the reader does with it: chapters, records, table, address. It asks the drawing for scenes and gives the pieces
// their contents; it loads nothing and decides nothing about failures.

import { aloud } from './assets.js';
import { Cards, narration } from './cards.js';
import { Colours } from './colours.js';
import { Controls } from './controls.js';
import { el } from './dom.js';
import { Fitting } from './fitting.js';
import { Layout } from './layout.js';
import { Player } from './player.js';
import { Print } from './print.js';
import { Records } from './records.js';
import { copy, deepLink, findWanted, readHash, saveScene, toPng, writeHash } from './share.js';
import { Stage } from './stage.js';
import { Status } from './status.js';
import { Table } from './table.js';
import { onSwipe } from './swipe.js';
import { watchWindow } from './watch.js';
import { Way } from './way.js';
import { WORDS } from './words.js';

const READ_ZH = 7; // characters a second of who reads along, Chinese and English
const READ_EN = 16;
const LOOK = 2; // seconds to look at the picture besides

export class Reading {
  #host;
  #drawing;
  #fitting;
  #player = new Player((work) => this.#drawing.use(work), {
    draw: (moving) => this.#draw(moving),
    changed: () => this.#played(),
    due: () => {
      this.go(this.#index + 1);
      this.#player.tour(this.#stay);
    },
  });
  #colours = new Colours();
  #stage = new Stage({
    pick: (x, y) => this.#drawing.use((engine) => engine.pick(x, y, this.#player.seconds)) ?? -1,
    open: (mark, button) => this.#openRecord(mark.figure, button),
    key: (event) => this.#markKey(event),
    focused: (box) => this.story && this.#fitting.reveal(this.#index, box),
    pointed: () => this.#player.state !== 'rest' && this.#draw(true),
    lost: () => this.#player.redraw(),
  }, this.#colours);
  #records = null; // these three are made when the first picture is there
  #table = null;
  #print = null;
  #cards = new Cards({ read: (index) => this.#arrive(index), open: (...from) => this.#openFrom(...from), go: (index) => this.go(index) }, this.#colours);
  #controls = new Controls((what, value) => this.#asked(what, value));
  layout = new Layout({ stage: this.#stage, cards: this.#cards, controls: this.#controls });
  #status = new Status(this.layout.status);
  #way = null; // stills of a change, made when nothing may move
  #said = null; // the words of the language last shown
  #aloud = null; // words and sound, made when first asked for
  #signal = null;
  story = null;
  scene = null;
  #seen = false; // the first picture stood in the page, at rest, before it was drawn
  #prepared = {}; // what the pieces around the first picture were made for
  #begun = null; // the engine that drew the first picture before everything else was there
  #index = 0;
  #settled = false;

  /** `host`: the element with its lang, theme, mode, single, setting and send(). */
  constructor(host, drawing) {
    this.#host = host;
    this.#drawing = drawing;
    this.#fitting = new Fitting(host, drawing, { layout: this.layout, stage: this.#stage, cards: this.#cards, colours: this.#colours });
    this.layout.frame.addEventListener('keydown', (event) => this.#escape(event));
  }

  /** What happens around the element counts from here on, until the signal. */
  watch(signal) {
    if (signal === this.#signal) return;
    this.#signal = signal;
    const { frame, rem, dock } = this.layout;
    watchWindow({
      nodes: [frame, this.#stage.view, rem, dock],
      view: this.#stage.view,
      signal,
      on: {
        size: () => this.lay(),
        sight: (visible) => { this.#player.inSight = visible; },
        scroll: () => this.story && this.#fitting.pan(this.#index),
        hash: () => this.story && this.#follow(this.#wanted()),
        print: () => this.story && this.#toPaper(),
        printed: () => this.#print?.empty(),
      },
    });
    onSwipe(this.#stage.view, (by) => this.layout.kind === 'stepper' && this.step(by), signal);
  }

  close() {
    this.#player.stop();
    this.#cards.untrack();
    this.#records?.close({ focus: false });
    this.#status.stop();
    this.#aloud?.stop();
    this.#begun = null;
    this.story = null;
    this.scene = null;
  }

  /** Whether the chapter that a story shall begin with is its first. */
  begins(story) {
    return this.#firstOf(story) === 0 && readHash()?.kind !== 'figure';
  }

  /** What stands around the first picture, by its words alone, and its canvas; `width` and `height` as they will be, CSS px. */
  prepare(story, scene, width, height) {
    this.#index = scene.index;
    this.#around(story, { ...scene, accent: scene.accents[this.#host.setting.theme(this.#host.theme)] });
    this.#update(story);
    this.#stage.ready(width, height, this.#host.setting.dpr);
  }

  /** The first picture of a story, at rest, and what gives it its place; `open` follows. `space`: as Fitting's `measure` takes it. */
  begin(story, space) {
    this.#fitting.renew(story);
    this.#fitting.measure(0, { bare: true, space });
    this.#index = this.#firstOf(story, () => this.#fitting.scenes());
    this.#drawing.use((engine) => engine.go(this.#index));
    const scene = this.#drawing.scene(this.#index);
    if (!scene) return;
    this.#begun = this.#drawing.use((engine) => engine);
    // Drawn before anything around it is touched: setting a canvas' font brings all styles up to date that are not.
    this.#stage.size(this.#fitting.width, scene.height, this.#host.setting.dpr);
    // What the reader has before the eyes already, whole, is not taken away to enter once more.
    this.#seen = this.#host.pictured && this.#index === this.#firstOf(story, null);
    this.#player.redraw(this.#still);
    if (!this.#seen && !this.#still) this.#player.seek(0);
    this.layout.frame.style.setProperty('--_accent', this.#colours.css(scene.accent));
    const { story: ready, about } = this.#prepared;
    if (ready !== story || about !== this.#about) this.#around(story, scene);
    if (this.#fitting.paged) {
      this.#cards.stain(scene); // the page's own colours are known only now
      this.#fitting.stand();
    } else this.#fitting.reserve(scene.height);
    this.#update(story);
  }

  /** What decides how the pieces around a picture are, besides the story. */
  get #about() { return [this.#index, this.#host.shownLang, this.layout.kind].join(); }

  #around(story, scene) {
    this.#prepared = { story, about: this.#about };
    if (this.#fitting.paged) this.#fitting.prepare(story, scene);
    else this.#beneath(scene, story);
  }

  /** A story that was just opened, for the first time or anew: the chapter stays where the reader was. */
  open(story, id) {
    this.#complete();
    const again = this.scene !== null;
    // Another engine, after a trap or for plain files in place of a pack, has not been told the view.
    const begun = this.#begun !== null && this.#begun === this.#drawing.use((engine) => engine);
    this.#begun = null;
    this.story = story;
    this.#records.close({ focus: false });
    if (!begun) {
      this.#fitting.renew(story);
      this.#index = Math.max(0, story.scenes.findIndex((scene) => scene.id === id));
      this.#fitting.measure(this.#index);
    }
    const from = again ? null : this.#wanted();
    if (from) this.#index = from.index;
    if (begun) this.#fitting.complete(this.#index);
    this.#drawing.use((engine) => engine.go(this.#index));
    this.lay({ fresh: true });
    if (again || this.#seen) this.#player.rest();
    else this.#player.begin();
    if (this.#fitting.paged && (from || again)) this.#cards.scrollTo(this.#index, false);
    if (from?.figure) this.#openRecord(from.figure, null);
  }

  #complete() {
    if (this.#records) return;
    this.#records = new Records(this.#stage, {
      say: (text) => this.#status.say(text),
      opened: (figure) => this.#write('figure', figure),
      closed: () => this.scene && this.#write('scene', this.scene.id),
    });
    this.#table = new Table({ open: (figure, button) => this.#openRecord(figure, button), close: () => this.#closeTable() });
    this.#print = new Print();
    this.layout.complete({ table: this.#table, panel: this.#records.panel, print: this.#print });
  }

  get #tabled() { return this.#table !== null && !this.#table.root.hidden; }

  /** Index of the chapter that the address or else the element asks for. `scenes()` is asked where the address names a figure;
      with null the address is not asked. */
  #firstOf(story, scenes = () => []) {
    const own = story.scenes.findIndex((scene) => scene.id === this.#host.getAttribute('scene'));
    const wanted = this.#host.single || !scenes ? null : findWanted(readHash(), story.scenes, scenes);
    return wanted?.index ?? Math.max(0, own);
  }

  /** Lays the scene out again if the view has changed: size, text size, language, theme, pixels. The moment stays. */
  lay({ fresh = false } = {}) {
    if (!this.story) return;
    const changed = this.#fitting.measure(this.#index) || fresh;
    this.#host.turnTo(this.#host.lang, this.room);
    if (changed) this.#present();
    const cleared = this.#stage.size(this.#fitting.width, this.#stage.height, this.#host.setting.dpr);
    if (cleared || changed || this.#still && this.#player.state !== 'rest') this.#player.redraw(this.#still);
    if (!changed) this.#fitting.fit(this.#index);
    this.#fitting.pan(this.#index);
    this.#records.move(this.layout.sheet);
  }

  /** The drawing has the same story for another width: the moment stays. */
  relay() {
    this.#fitting.renew(this.story);
    this.lay();
  }

  /** The drawing has a new engine, after a trap: it knows no view yet. */
  revive() {
    if (!this.story) return; // `open` finds it
    this.#fitting.renew(this.story);
    this.#drawing.use((engine) => engine.go(this.#index));
    this.lay();
    this.#player.rest();
  }

  /** CSS px that pictures have here at the usual text size. */
  get room() { return this.#fitting.room; }

  play() { this.#player.play(); }
  pause() { this.#player.pause(); }
  step(by) { if (!this.#host.single) this.go(this.#index + by); }

  go(index) {
    if (!this.story?.scenes[index]) return;
    const near = Math.abs(index - this.#index) <= 1;
    if (this.#fitting.paged) this.#cards.scrollTo(index, near && !this.#host.setting.reducedMotion);
    this.#arrive(index);
  }

  svg() { return this.scene ? this.#drawing.svg(this.scene) : ''; }
  png() { return toPng(this.#drawing, this.#stage); }

  get #words() { return WORDS[this.#host.shownLang]; }
  get #still() { return this.#host.mode === 'still' || this.#host.setting.reducedMotion; }

  // With each frame: no object is made for it, so what is to be drawn stands here.
  #moving = false;
  #fiftieths = 0;
  #paint = (engine) => {
    this.#stage.draw(engine, this.#moving);
    this.#fiftieths = engine.fiftieths();
  };

  #draw(moving) {
    this.#moving = moving;
    this.#fiftieths = 50;
    this.#drawing.use(this.#paint);
    this.#controls.progress(this.#fiftieths);
  }

  /** Stills of the way into this chapter, for who wants no motion. */
  #showWay() {
    if (!this.#still || this.#host.single) {
      if (this.#way) this.#way.root.hidden = true;
      return;
    }
    this.#way ??= new Way(this.#colours);
    if (this.#fitting.paged) this.#cards.hang(this.#index, this.#way.root);
    else this.layout.sentences.append(this.#way.root);
    const { scenes } = this.story;
    const names = this.#index > 0 ? [scenes[this.#index - 1], scenes[this.#index]].map((scene) => scene.name[this.#host.shownLang]) : null;
    this.#drawing.use((engine) => this.#way.show(engine, this.#fitting.width, this.#host.setting.dpr, this.#words, names));
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
    this.layout.frame.style.setProperty('--_accent', this.#colours.css(scene.accent));
    this.#stage.size(this.#fitting.width, height, this.#host.setting.dpr);
    this.#stage.show(scene, words);
    this.#table.show(scene, words);
    this.#aloud?.show(scene, this.#host.shownLang);
    if (this.#fitting.paged) this.#cards.activate(this.#index);
    else {
      this.#beneath(scene, this.story);
      this.#fitting.reserve(height);
    }
    this.#showWay();
    this.#records.refresh(scene, words);
    this.#update();
  }

  /** Without cards: the chapter's sentences below its picture, and the dots. */
  #beneath(scene, story) {
    const { shownLang: lang, single } = this.#host;
    const notice = scene.index === story.scenes.length - 1 || single ? el('p', { class: 'notice' }, story.notice[lang]) : '';
    this.layout.sentences.replaceChildren(...narration(scene, (...from) => this.#openFrom(...from)), notice);
    this.#cards.dots(story.scenes.map((one) => ({ ...one, name: one.name[lang] })), this.#words, scene.index);
  }

  #update(story = this.story) {
    if (!story) return;
    const { shownLang: lang, theme, single } = this.#host;
    this.#controls.update({ words: this.#words, lang, theme, single, story, index: this.#index, state: this.#player.state, touring: this.#player.touring, still: this.#still, table: this.#tabled, aloud: this.#aloud?.open ?? false, large: this.layout.large });
  }

  /** The reader has come to a chapter, by scrolling or by a jump. */
  #arrive(index) {
    if (index === this.#index || !this.story) return;
    this.#records.close({ focus: false });
    this.#player.still = this.#still;
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

  /** Seconds that a finished chapter stays while the story plays by itself: as long as its sentences take to read. */
  get #stay() {
    const length = this.scene.narration.flat().reduce((sum, { text }) => sum + text.length, 0);
    return LOOK + length / (this.#host.shownLang === 'zh' ? READ_ZH : READ_EN);
  }

  #played() {
    const { state } = this.#player;
    this.layout.frame.dataset.playback = state;
    if (state === 'rest' && this.scene) {
      if (!this.#settled) performance.mark('duoyuan:settled');
      this.#settled = true;
    }
    if (this.story && this.scene) this.#update();
  }

  #write(kind, id) {
    if (!this.#host.single) writeHash(kind, id);
  }

  /** What the address asks for; nothing when it names what the story, or an element fixed to one scene, does not have. */
  #wanted() {
    const wanted = findWanted(readHash(), this.story.scenes, () => this.#fitting.scenes());
    return wanted && this.#host.single && wanted.index !== this.#index ? null : wanted;
  }

  #follow(wanted) {
    if (!wanted) return;
    this.go(wanted.index);
    if (wanted.figure) this.#openRecord(wanted.figure, null);
  }

  #openFrom(index, figure, button) {
    this.#arrive(index);
    this.#openRecord(figure, button);
  }

  #openRecord(figure, opener) {
    if (!this.scene) return; // the first picture is there, and nothing else yet
    this.#records.open(this.scene, figure, this.#words, opener, this.layout.sheet);
  }

  #toggleTable(open) {
    if (open && this.#aloud?.open) this.#toggleAloud(false);
    this.#table.root.hidden = !open;
    this.layout.frame.toggleAttribute('data-table', open);
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
      this.#aloud = new Aloud({
        tell: (detail) => this.scene?.told[detail] ?? [],
        note: (key) => this.#stage.point(key),
        close: () => this.#closeAloud(),
        say: (text) => this.#status.say(text),
      }, this.#signal);
      this.#stage.root.append(this.#aloud.root);
      this.#aloud.show(this.scene, this.#host.shownLang);
    }
    if (!this.#aloud) return;
    if (open && this.#tabled) this.#toggleTable(false);
    if (!open) this.#aloud.stop();
    this.#aloud.root.hidden = !open;
    this.layout.frame.toggleAttribute('data-table', open);
    this.#controls.openTools(false);
    this.#update();
    if (open) this.#aloud.root.focus({ preventScroll: true });
  }

  #closeAloud() {
    this.#toggleAloud(false);
    this.#controls.focus('aloud');
  }

  #toPaper() {
    const { shownLang: lang } = this.#host;
    this.#player.rest();
    const scenes = this.#fitting.paged ? this.story.scenes.map((_, index) => index) : [this.#index];
    this.#print.fill(scenes, (...asked) => this.#drawing.pages(...asked), { lang, textScale: this.layout.textScale, reference: this.#drawing.reference });
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
    this.#stage.focusFirst();
    return true;
  }

  #escape(event) {
    if (event.key !== 'Escape') return;
    if (this.#records?.panel.open) this.#records.close();
    else if (this.#tabled) this.#closeTable();
    else if (this.#aloud?.open) this.#closeAloud();
    else if (!this.#stage.out()) this.pause();
  }

  async #asked(what, value) {
    const host = this.#host;
    if (what === 'previous' || what === 'next') this.step(what === 'next' ? 1 : -1);
    else if (what === 'play') (this.#player.state === 'playing' || this.#player.touring ? this.pause() : this.play());
    else if (what === 'seek') this.#player.seek(value * this.#player.duration);
    else if (what === 'tour') this.scene && this.#player.tour(this.#player.touring ? -1 : this.#stay);
    else if (what === 'lang') host.lang = value;
    else if (what === 'theme') host.theme = this.#controls.nextTheme(host.theme);
    else if (what === 'large') {
      this.layout.large = !this.layout.large;
      this.#update();
    } else if (!this.scene) return; // as above
    else if (what === 'aloud') this.#toggleAloud(!this.#aloud?.open);
    else if (what === 'table') this.#toggleTable(!this.#tabled);
    else if (what === 'share') {
      const done = await copy(deepLink('scene', this.scene.id)) ? this.#words.copied : this.#words.copyFailed;
      this.#controls.flashShare(done, this.#words.share);
      this.#status.say(done);
    } else await saveScene(value, this.#drawing, this.scene, this.#stage, `${this.story.id}-${this.scene.id}-${host.shownLang}`);
  }
}
