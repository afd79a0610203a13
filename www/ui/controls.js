// The buttons: native, named in the language of the view. They say what was asked for; the element does it.

import { el, icon, label, setIcon } from './dom.js';
import { OWN_NAMES, PALETTES } from './shared.js';
import { LANGS, langTag } from './words.js';

/** @import {Ask, Format, Lang, PlainAsk, Story, Theme, Words} from '../types.js' */
/** @import {Icon} from './dom.js' */
/**
 * What the buttons say. `story` has one scene when the element shows a single chapter: then there is nowhere to step
 * to.
 * @typedef {object} ControlsView
 * @property {Words} words
 * @property {Lang} lang
 * @property {Theme} theme
 * @property {Story} story
 * @property {number} index
 * @property {boolean} single
 * @property {'playing' | 'paused' | 'rest'} state
 * @property {boolean} touring
 * @property {boolean} still
 * @property {boolean} table
 * @property {boolean} sonification
 * @property {boolean} large
 * @property {boolean} narrow
 * @property {boolean} first nothing comes before what is on show
 * @property {boolean} last nothing comes after it
 */

/** @type {Theme[]} */
export const THEMES = ['auto', ...PALETTES];
/** @type {Format[]} */
const FORMATS = ['svg', 'png', 'csv'];

export class Controls {
  #buttons = /** @type {Record<PlainAsk | Lang, HTMLButtonElement>} */ ({});
  #menu;
  #extra = el('div', { class: 'extra' });
  #tableWords = el('span', {});
  #sonificationWords = el('span', {});
  #largeWords = el('span', {});
  #themeWords = el('span', {});
  #downloadWords = el('summary', { class: 'button' });
  #shareWords = el('span', {});
  #tourWords = el('span', {});
  #seekWords = el('span', { class: 'seek-words', 'aria-hidden': 'true' });
  #seek = el('input', { type: 'range', class: 'seek', min: '0', max: '1000', step: '10', value: '1000' });
  #fiftieths = 50; // as the thumb stands, where the reader has not moved it
  #place = el('p', { class: 'place' });
  #next = el('p', { class: 'place-next' });
  #begin = el('span', { class: 'word' });
  /** @type {ControlsView | null} */
  #shown = null;
  /** Those that are offered. @type {Lang[] | null} */
  #languages = null;

  /** @param {(...asked: Ask) => void} ask */
  constructor(ask) {
    const button = (/** @type {PlainAsk} */ what, /** @type {Node[]} */ ...inside) => {
      this.#buttons[what] = el(
        'button',
        { type: 'button', class: 'button', 'data-do': what, onclick: () => this.#press(what, ask) },
        ...inside,
      );
      return this.#buttons[what];
    };
    const language = (/** @type {Lang} */ lang) => {
      const [name, short] = OWN_NAMES[lang];
      const node = el(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-lang': lang,
          lang: langTag(lang),
          title: name,
          // What is seen is part of what is heard, for readers who speak to their machine.
          'aria-label': name.includes(short) ? name : `${short}, ${name}`,
          onclick: () => ask('lang', lang),
        },
        short,
      );
      this.#buttons[lang] = node;
      return node;
    };
    this.languages = el('div', { class: 'pair', role: 'group' }, ...LANGS.map(language));
    this.#menu = el(
      'details',
      { class: 'menu' },
      this.#downloadWords,
      el(
        'div',
        { class: 'menu-list' },
        ...FORMATS.map((format) =>
          el(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-format': format,
              onclick: () => {
                ask('download', format);
                this.#menu.open = false;
              },
            },
            format.toUpperCase(),
          ),
        ),
      ),
    );
    this.more = el(
      'button',
      {
        type: 'button',
        class: 'button round quiet more',
        'aria-expanded': 'false',
        onclick: () => this.openTools(this.more.getAttribute('aria-expanded') === 'false'),
      },
      icon('more'),
    );
    this.#extra.append(
      button('tour', this.#tourWords),
      button('table', this.#tableWords),
      button('theme', this.#themeWords),
      button('large', this.#largeWords),
      this.#menu,
    );
    const spoken = button('sonification', icon('listen'), this.#sonificationWords);
    const shared = button('share', icon('share'), this.#shareWords);
    this.tools = el(
      'div',
      { part: 'controls', class: 'tools', role: 'group' },
      this.languages,
      spoken,
      shared,
      this.#extra,
    );
    const round = (/** @type {PlainAsk & Icon} */ what) => {
      const node = button(what, icon(what));
      node.classList.add('round');
      return node;
    };
    this.steps = el('div', { class: 'steps' }, round('previous'), round('play'), round('next'));
    this.#buttons.play.classList.add('main');
    this.#buttons.next.prepend(this.#begin);
    this.#seek.addEventListener('input', () => {
      this.#fiftieths = -1;
      ask('seek', this.#seek.valueAsNumber / 1000);
    });
    this.transport = el(
      'div',
      { part: 'controls', class: 'transport' },
      this.#seek,
      this.steps,
      el('div', { class: 'where' }, this.#place, this.#next),
    );
    // On the three buttons the arrows do what the pictures on them say.
    this.steps.addEventListener('keydown', (event) => {
      const what = event.key === 'ArrowLeft' ? 'previous' : event.key === 'ArrowRight' ? 'next' : null;
      if (!what || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      ask(what);
    });
    this.tools.addEventListener('keydown', (event) => this.#escape(event));
    this.more.addEventListener('keydown', (event) => this.#escape(event));
    this.tools.addEventListener('focusout', (event) => {
      const to = /** @type {Node | null} */ (event.relatedTarget);
      if (!this.#menu.contains(to)) this.#menu.open = false;
      // who goes on to something else is done with the menu; a press on its own ground goes nowhere
      if (to && !this.tools.contains(to) && !this.more.contains(to)) this.openTools(false);
    });
  }

  /**
   * A story that plays by itself is looked at without the menu over it.
   * @param {PlainAsk} what
   * @param {(...asked: Ask) => void} ask
   */
  #press(what, ask) {
    ask(what);
    if (what !== 'tour' || this.more.getAttribute('aria-expanded') === 'false') return;
    this.openTools(false);
    this.more.focus();
  }

  /** The slider of time stands with the buttons below the picture, or behind one of them. @param {boolean} behind */
  tuck(behind) {
    if (behind) this.#extra.prepend(this.#seekWords, this.#seek);
    else this.transport.prepend(this.#seek);
    if (!behind) this.#seekWords.remove();
  }

  /** A press anywhere: who presses something else is done with the menu. @param {Event} event */
  away(event) {
    const path = event.composedPath();
    if (!path.includes(this.tools) && !path.includes(this.more)) this.openTools(false);
  }

  /** What few readers ask for is behind one button, on narrow screens all tools are. @param {boolean} open */
  openTools(open) {
    this.more.setAttribute('aria-expanded', String(open));
    this.tools.classList.toggle('open', open);
  }

  /**
   * How far the chapter's motion has come, in fiftieths, which is as far as its thumb can be seen to move: each new
   * value costs a layout.
   * @param {number} fiftieths
   */
  progress(fiftieths) {
    if (fiftieths === this.#fiftieths) return;
    this.#fiftieths = fiftieths;
    this.#seek.valueAsNumber = fiftieths * 20;
  }

  /**
   * Says "copied" in the button itself, or below it where it has no words: the reader is looking there.
   * @param {string} text
   * @param {string} back
   */
  flashShare(text, back) {
    const { classList } = this.#buttons.share;
    this.#shareWords.textContent = text;
    classList.add('told');
    setTimeout(() => {
      this.#shareWords.textContent = back;
      classList.remove('told');
    }, 2000);
  }

  /** @param {ControlsView} view */
  update(view) {
    const before = Object.entries(this.#shown ?? {});
    const now = new Map(Object.entries(view));
    if (before.length > 0 && before.every(([name, value]) => now.get(name) === value)) return;
    this.#shown = view;
    const { words, lang, theme, story, index, single, state, touring, still, table, sonification, large } = view;
    const { narrow, first, last } = view;
    const at = story.scenes[index];
    // While the story plays by itself it can be stopped, also between two motions.
    /** @type {Record<typeof state, 'pause' | 'play' | 'replay'>} */
    const next = { playing: 'pause', paused: 'play', rest: 'replay' };
    const play = touring ? 'pause' : next[state];
    const b = this.#buttons;
    label(b.previous, words.previous);
    // from the cover of a phone the story begins
    const begins = narrow && index === 0 && at.bleeds;
    label(b.next, begins ? words.begin : words.next);
    b.next.classList.toggle('begins', begins);
    this.#begin.textContent = begins ? words.begin : '';
    label(b.play, words[play]);
    setIcon(b.play, play);
    b.play.hidden = still;
    this.#seek.hidden = still;
    label(this.#seek, words.seek);
    this.#seekWords.textContent = words.seek;
    this.#seekWords.hidden = still;
    b.tour.hidden = still || single;
    b.tour.setAttribute('aria-pressed', String(touring));
    this.#tourWords.textContent = words.tour;
    b.previous.hidden = single;
    b.next.hidden = single;
    // aria-disabled, not disabled: a disabled button would drop the focus of who steps to the last chapter.
    b.previous.setAttribute('aria-disabled', String(first));
    b.next.setAttribute('aria-disabled', String(last));
    b.table.setAttribute('aria-expanded', String(table));
    b.sonification.setAttribute('aria-expanded', String(sonification));
    b.large.setAttribute('aria-pressed', String(large));
    // where there is one language there is nothing to choose
    this.languages.hidden = story.languages.length < 2;
    // anew only for another story: a button that is put in again has lost the focus
    if (this.#languages !== story.languages) {
      this.languages.replaceChildren(...story.languages.map((each) => b[each]));
      this.#languages = story.languages;
    }
    for (const each of story.languages) b[each].setAttribute('aria-pressed', String(each === lang));
    b.theme.dataset.theme = theme;
    this.#themeWords.textContent = `${words.theme}${words.colon}${words.themes[theme]}`;
    this.#tableWords.textContent = table ? words.tableClose : words.table;
    this.#sonificationWords.textContent = words.sonification;
    this.#largeWords.textContent = words.large;
    if (!b.share.classList.contains('told')) this.#shareWords.textContent = words.share;
    this.#downloadWords.textContent = words.download;
    this.languages.setAttribute('aria-label', words.language);
    this.tools.setAttribute('aria-label', words.tools);
    label(this.more, words.tools);
    // The opening has number 0 and is not counted.
    const counted = story.scenes.at(-1)?.number;
    this.#place.replaceChildren(
      ...(at.number > 0 && !single ? [el('span', { class: 'count' }, `${at.number} / ${counted}`), ' '] : []),
      el('span', { class: 'name' }, at.name[lang]),
    );
    const following = single ? null : story.scenes[index + 1];
    this.#next.textContent = following ? words.nextIs + following.name[lang] : '';
    label(b.share, words.share);
    label(b.sonification, words.sonification);
  }

  /** @param {PlainAsk} what */
  focus(what) {
    this.#buttons[what].focus();
  }

  /** @param {Theme} theme */
  nextTheme(theme) {
    return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== 'Escape') return;
    if (this.#menu.open) {
      this.#menu.open = false;
      this.#downloadWords.focus();
    } else if (this.more.getAttribute('aria-expanded') === 'true') {
      this.openTools(false);
      this.more.focus();
    } else return;
    event.stopPropagation();
  }
}
