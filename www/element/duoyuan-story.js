// <duoyuan-story>: an interactive infographic. Rust (WASM) makes the picture of any moment; JavaScript owns the
// clock, the document and the reader's wishes. This file is the public contract: attributes, properties, methods,
// events, status. What happens inside is in first-paint.js and controller.js.

import { markRestrictions } from './restrictions.js';
import { styleSheet } from '../ui/style-sheet.js';
import { PlayerHost } from './player-host.js';
import { LoadError } from './fetch-file.js';
import { THEMES } from '../ui/controls.js';
import { spaceOf } from '../ui/layout.js';
import { addressOf, ahead, moreWords } from './loading.js';
import { FirstPaint } from './first-paint.js';
import { Controller } from './controller.js';
import { Preferences } from './preferences.js';
import { errorPanel, problemsOf } from '../ui/error-panel.js';
import { isNear, whenNear } from './observers.js';
import { langOf, shownLang } from '../ui/words.js';

/**
 * @import {DuoyuanEventMap, Lang, Mode, Status, Story, Theme} from '../types.js'
 * @import {Failure} from '../ui/error-panel.js'
 */

/** @type {Mode[]} */
const MODES = ['auto', 'page', 'stepper', 'still'];

/** Time for the browser to paint what is there; not by an animation frame, which does not come below the fold. */
const moment = () =>
  new Promise((done) => {
    setTimeout(done);
  });

/**
 * An interactive infographic that draws each number as the statement it is.
 *
 * @slot - Static words and picture: shown until, or in place of, the live picture.
 * @slot masthead - What stands above the story, beside its tools.
 * @csspart canvas - The picture.
 * @csspart controls - The buttons.
 * @csspart sentences - The chapter in words, where there are no cards.
 * @csspart table - The numbers of the chapter as a table.
 * @csspart record - Where a number comes from.
 * @csspart status - What is said to screen readers.
 */
export class DuoyuanStory extends HTMLElement {
  static observedAttributes = ['src', 'scene', 'lang', 'theme', 'mode'];

  #ahead = this.#fetchAhead(); // before anything else of it is made
  #playerHost = new PlayerHost({
    revived: () => this.#controller?.revive(),
    lost: (error) => this.#fail(new LoadError('trap', 'duoyuan_bg.wasm', { detail: String(error) })),
  });
  #firstPaint = new FirstPaint(this, this.#playerHost);
  #layout = this.#firstPaint.layout;
  /** Made when the first picture is drawn. @type {Controller | null} */
  #controller = null;
  /** Ends with the element: aborts fetches, drops listeners and observers. @type {AbortController | null} */
  #life = null;
  /** Those of the story. @type {Lang[] | null} */
  #languages = null;
  #turn = 0; // a newer load makes the older one void
  #wanted = false; // it has come near the window: nothing is fetched before
  /** @type {Preferences | null} */
  #preferences = null;
  /** A static picture was on show when the drawn one took its place. @internal */
  pictured = false;

  connectedCallback() {
    if (this.#life) return; // only moved within the document
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (!this.shadowRoot) delete this.dataset.inside; // a copy has the attribute, not the inside
    markRestrictions(this);
    // As all our languages are written; else it would follow the page around it.
    this.dir ||= 'ltr';
    const filled = this.childElementCount > 0;
    if (filled) performance.mark('duoyuan:fallback-visible');
    // What the page shows meanwhile and has laid out already stays as it is until the picture comes: as a part of
    // this it would be laid out anew.
    if (!filled || getComputedStyle(this).display !== 'block') this.#furnish();
    this.#preferences = new Preferences(() => this.#controller?.lay(), signal);
    signal.addEventListener('abort', () => this.#close(), { once: true });
    whenNear(this, signal, () => {
      if (!this.#wanted) this.reload();
    });
    // While there is time: the masthead then has its place before the picture comes.
    if (!this.#controller?.story && this.shadowRoot) this.#layout.arrange(this.mode, this.single);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#life) return;
      this.#life.abort();
      this.#life = null;
      this.#wanted = false;
      this.#playerHost.free();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (!this.#life || before === value) return;
    if (name === 'src' && this.#wanted) this.#load();
    else if (name === 'scene' && value !== null) this.goTo(value);
    this.#controller?.lay();
  }

  /** What the reader's system asks for, from the time on when the element has been in a document. @internal */
  get preferences() {
    if (!this.#preferences) throw new Error('duoyuan: the element is in no document');
    return this.#preferences;
  }

  /** Address of story.json; same origin, or sent with CORS. @returns {string} */
  get src() {
    return this.getAttribute('src') ?? '';
  }
  set src(value) {
    this.setAttribute('src', value);
  }
  /** The scene on show; setting it fixes the element to that scene. @returns {string} */
  get scene() {
    return this.#controller?.scene?.id ?? this.getAttribute('scene') ?? '';
  }
  set scene(value) {
    this.setAttribute('scene', value);
  }
  /** Without it: the nearest lang, then the browser's; always one that the story has. @returns {Lang} */
  get lang() {
    const around = this.parentElement?.closest('[lang]')?.getAttribute('lang');
    const said = this.getAttribute('lang') || around || navigator.language;
    return this.#languages ? shownLang(langOf(said), this.#languages) : langOf(said);
  }
  /** @param {string} value a language tag */
  set lang(value) {
    this.setAttribute('lang', value);
  }
  /** auto follows the reader's system. @returns {Theme} */
  get theme() {
    return this.#choice('theme', THEMES);
  }
  set theme(value) {
    this.setAttribute('theme', value);
  }
  /** Scrolling cards, step by step, or stills. @returns {Mode} */
  get mode() {
    return this.#choice('mode', MODES);
  }
  set mode(value) {
    this.setAttribute('mode', value);
  }
  /** Reflected in the attribute; read only. @returns {Status} */
  get status() {
    return /** @type {Status} */ (this.getAttribute('status') ?? 'loading');
  }
  /** Fixed to one scene: it then neither steps nor follows or writes the address. @internal */
  get single() {
    return this.hasAttribute('scene');
  }

  /** Plays the motion of the scene on show, on or again. */
  play() {
    this.#controller?.play();
  }
  /** Halts the motion, and a story that plays by itself. */
  pause() {
    this.#controller?.pause();
  }
  /** Goes on: from a guess that waits to its answer, else to the next picture. */
  next() {
    this.#controller?.reading.step(1);
  }
  /** Goes to the scene before. */
  previous() {
    this.#controller?.reading.step(-1);
  }
  /** Goes to a scene. @param {string} id */
  goTo(id) {
    this.#controller?.reading.go(this.#controller.story?.scenes.findIndex((scene) => scene.id === id) ?? -1);
  }
  /** The scene on show at rest as SVG; '' before there is one. */
  toSVG() {
    return this.#controller?.svg() ?? '';
  }
  /** The scene on show at rest as PNG. @returns {Promise<Blob>} */
  async toPNG() {
    if (!this.#controller?.scene) throw new Error('no picture');
    return this.#controller.png();
  }
  /** Reads the files now, wherever the element is, or again (live reload). The chapter stays, and the last good
      picture if the new files are broken. */
  reload() {
    this.#wanted = true;
    return this.#load();
  }

  /**
   * @internal
   * @template {keyof DuoyuanEventMap} Type
   * @param {Type} type
   * @param {DuoyuanEventMap[Type]['detail']} detail
   */
  send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /**
   * The value of an attribute, where it is one of those that there are.
   * @template {string} Choice
   * @param {string} name
   * @param {Choice[]} choices
   * @returns {Choice | 'auto'}
   */
  #choice(name, choices) {
    return choices.find((choice) => choice === this.getAttribute(name)) ?? 'auto';
  }

  async #load() {
    if (!this.#life) return; // in no document
    this.#turn += 1;
    const turn = this.#turn;
    const { signal } = this.#life;
    if (!this.#controller?.story) this.#become('loading');
    const isVoid = () => turn !== this.#turn || signal.aborted;
    try {
      const address = addressOf(this.src);
      if (!address) throw new LoadError('absent', this.src);
      const result = await this.#playerHost.open(address, signal);
      if (isVoid()) return;
      if (!result.ok) throw new LoadError('story', this.src, { problems: result.problems });
      this.#languages = result.story.languages;
      const words = moreWords(result.story.languages);
      if (words) {
        await words;
        if (isVoid()) return;
      }
      if (!this.#controller?.story) {
        this.#begin(result.story);
        await moment();
        if (isVoid()) return;
      }
      this.#controller ??= new Controller(this, this.#playerHost, this.#firstPaint);
      this.#ready(this.#controller, result.story, signal);
      // The story is there, but a chart that would say more than its sources is not: whoever edits it is told where
      // and why.
      const errors = result.problems.filter((problem) => problem.severity === 'error');
      if (errors.length > 0) this.#controller.list(errors, 'refused');
    } catch (error) {
      if (turn !== this.#turn || signal.aborted) return;
      this.#fail(error instanceof LoadError ? error : new LoadError('engine', this.src, { detail: String(error) }));
    }
  }

  /** What the picture needs comes, and is compiled, while the pieces around it are made. */
  #fetchAhead() {
    if (this.isConnected && this.src && this.clientWidth > 0 && isNear(this)) ahead(this.src);
  }

  /** Gives the element its inside. */
  #furnish() {
    if (this.#layout.frame.getRootNode() === this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.append(this.#layout.frame);
    root.adoptedStyleSheets = [styleSheet()];
    this.dataset.inside = ''; // for a page that styles what it shows until then
  }

  /**
   * The picture first: what surrounds it takes longer than the picture itself, and the reader need not wait for it.
   * @param {Story} story
   */
  #begin(story) {
    const wanted = this.getAttribute('scene');
    if (wanted !== null && !story.scenes.some((scene) => scene.id === wanted)) throw new LoadError('scene', wanted);
    this.#layout.errors.replaceChildren();
    const { top, bottom } = this.getBoundingClientRect();
    this.pictured = Boolean(this.querySelector('svg, img')) && !document.hidden && top < innerHeight && bottom > 0;
    // Before the pieces are shown: the browser then lays them out once, not first as they are and then as they shall
    // be.
    this.#layout.fallback.hidden = true;
    const space = this.shadowRoot ? undefined : spaceOf(this);
    this.#furnish();
    this.#layout.arrange(this.mode, this.single, space);
    this.#reveal(true);
    this.#firstPaint.begin(story, space?.whole ? space : undefined);
    performance.mark('duoyuan:first-frame');
  }

  /**
   * @param {Controller} controller
   * @param {Story} story
   * @param {AbortSignal} signal
   */
  #ready(controller, story, signal) {
    const wanted = this.getAttribute('scene');
    if (wanted !== null && !story.scenes.some((scene) => scene.id === wanted)) throw new LoadError('scene', wanted);
    this.#layout.errors.replaceChildren();
    this.#become('ready');
    controller.observe(signal);
    controller.open(story, wanted ?? this.scene);
    this.send('duoyuan-ready', {});
  }

  /** @param {Failure & { message: string }} error */
  #fail(error) {
    console.warn(`duoyuan: ${error.message}`);
    if (this.#controller?.story && error.code !== 'trap') {
      this.#controller.list(problemsOf(error), 'stale');
    } else {
      this.#furnish();
      this.#close();
      this.#layout.errors.replaceChildren(errorPanel(error, this.lang, () => this.#load()));
      this.#become(error.code === 'trap' ? 'fallback' : 'error');
    }
    this.send('duoyuan-error', { code: error.code, message: error.message });
  }

  #close() {
    this.#firstPaint.close();
    this.#controller?.close();
  }

  /** @param {Status} status */
  #become(status) {
    this.setAttribute('status', status);
    this.#reveal(status === 'ready');
  }

  /** While there is no picture, the page's own words (the light DOM) are shown. @param {boolean} picture */
  #reveal(picture) {
    this.#layout.body.hidden = !picture;
    this.#layout.dock.hidden = !picture;
    this.#layout.fallback.hidden = picture;
  }

  static {
    if (new URLSearchParams(location.search).get('duoyuan-test') === 'trap') {
      Object.assign(this.prototype, {
        /** @this {DuoyuanStory} */
        testTrap() {
          this.#playerHost.trapNext();
        },
      });
    }
  }
}

if (!customElements.get('duoyuan-story')) customElements.define('duoyuan-story', DuoyuanStory);
