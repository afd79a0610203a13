// What the reader looks for among the tiles of a chapter: a theme, words, a series that is opened, or two side by side.
// The engine makes the picture of it. Nothing of it is stored or sent.

import { Filter, openedPanel, Points } from '../ui/explore.js';
import { saveTable } from './export.js';

/**
 * @import {Engine} from '../pkg/engine.js'
 * @import {Explored, OpenedSeries, OpenRecord, Scene, Words} from '../types.js'
 * @import {Layout} from '../ui/layout.js'
 * @import {Stage} from './stage.js'
 * @import {PlayerHost} from './player-host.js'
 */
/** @typedef {{ theme: number | null, search: string, opened: string[], height: number }} Wish */
/** Another selection of tiles, or another series that fills the picture. @typedef {'filter' | 'open'} Change */

const COMPACT = 520; // CSS px: in a narrower picture two series stand one above the other, as high as they need to be
const TALL = 4000;
const MISSING = 'tiles-missing'; // as the engine calls what was found in no source

export class Explorer {
  #playerHost;
  #pieces;
  #on;
  /** By index of the chapter. @type {Map<number, Wish>} */
  #wishes = new Map();
  /** The fields that a reader may be typing into. @type {Map<number, { words: Words, filter: Filter }>} */
  #filters = new Map();
  /** @type {Map<number, Points>} */
  #points = new Map();

  /**
   * `on`: may() whether readers do anything here, words() of the view, changed(index, how, work) where `work` tells the
   * engine, record(index, figure, button), named(id) the name of a file without its ending.
   * @param {PlayerHost} playerHost
   * @param {{ layout: Layout, stage: Stage }} pieces
   * @param {{ may: () => boolean, words: () => Words, changed: (index: number, how: Change, work: () => void) => void,
   *   record: (index: number, ...from: Parameters<OpenRecord>) => void, named: (id: string) => string }} on
   */
  constructor(playerHost, pieces, on) {
    this.#playerHost = playerHost;
    this.#pieces = pieces;
    this.#on = on;
    playerHost.wishes = (engine) => {
      for (const index of this.#wishes.keys()) this.#tell(engine, index);
    };
  }

  /** Tells an engine that does not know yet. */
  apply() {
    this.#playerHost.use(this.#playerHost.wishes);
  }

  /** @param {number} index */
  opened(index) {
    return this.#wishes.get(index)?.opened ?? [];
  }

  /**
   * CSS px of the picture of a chapter, where its table takes the rest of the window; 0: as of every chapter.
   * @param {number} index
   */
  height(index) {
    const height = this.#wishes.get(index)?.height ?? 0;
    return height === TALL ? 0 : height;
  }

  /**
   * Series fill the picture: one, two side by side; none: all tiles are there again.
   * @param {number} index
   * @param {string[]} opened
   */
  open(index, opened) {
    const known = this.#known(index, opened);
    if (known.join() !== this.opened(index).join()) this.#become(index, { opened: known }, 'open');
  }

  /** What an address asks for, before there is a picture. @param {number} index @param {string[]} opened */
  begin(index, opened) {
    const known = this.#known(index, opened);
    if (known.length === 0) return;
    this.#set(index, { opened: known });
    this.arrange(index);
  }

  /** Those that the chapter has; none where readers do nothing. @param {number} index @param {string[]} opened */
  #known(index, opened) {
    const told = this.#on.may() ? this.#told(index) : null;
    return opened.filter((id) => id === MISSING || told?.tiles.some((tile) => tile.id === id)).slice(0, told ? 2 : 0);
  }

  /** Nobody looks for anything any more: the story plays by itself, or is still. Those that were changed. */
  end() {
    const changed = [...this.#wishes.keys()];
    for (const index of changed) {
      this.#set(index, { theme: null, search: '', opened: [], height: 0 });
      this.arrange(index);
    }
    this.#wishes.clear();
    return changed;
  }

  /**
   * What a chapter with tiles has beside its sentences.
   * @param {Scene} scene
   * @param {Words} words
   */
  inside({ index }, words) {
    const told = this.#on.may() ? this.#told(index) : null;
    if (!told) return undefined;
    if (told.opened.length === 0 && !told.missing) return this.#filter(index, told, words);
    const panel = openedPanel(told, words, {
      close: () => this.open(index, []),
      only: (id) => this.open(index, [id]),
      beside: (id) => this.open(index, [...this.opened(index).slice(0, 1), id]),
      save: (series) => saveTable(series.file, this.#on.named(series.id)),
    });
    if (!this.#wide) panel.append(this.#pointsOf(index).root);
    return panel;
  }

  /** A chapter is on show. @param {Scene} scene */
  show({ index }) {
    this.#place(index);
  }

  /** Another size of the window, or another language: the chapters whose picture has another height now. */
  rearrange() {
    return [...this.#wishes.keys()].filter((index) => {
      const before = this.height(index);
      this.arrange(index);
      return this.height(index) !== before;
    });
  }

  /**
   * The table below the picture takes what it needs and the window gives; the picture has the rest.
   * @param {number} index
   */
  arrange(index) {
    const wish = this.#wishes.get(index);
    if (!wish) return;
    const { view } = this.#pieces.stage;
    const told = this.#told(index);
    if (told) this.#pointsOf(index).fill(told, this.#on.words(), (...from) => this.#on.record(index, ...from));
    if (wish.opened.length === 0) wish.height = 0;
    else if (!this.#wide) wish.height = view.clientWidth < COMPACT ? TALL : 0;
    else {
      this.#place(index);
      wish.height = view.clientHeight;
    }
    this.#playerHost.use((engine) => this.#tell(engine, index));
  }

  get #wide() {
    return this.#pieces.layout.kind === 'wide';
  }

  /** Shows the table of a chapter, and no other one, below the picture. @param {number} index */
  #place(index) {
    const { layout, stage } = this.#pieces;
    const wide = this.#wide;
    for (const [at, { root }] of this.#points) {
      root.hidden = root.childElementCount === 0 || (wide && at !== index);
      if (wide && at === index && root.parentNode !== stage.root) stage.root.append(root);
    }
    const own = this.#points.get(index)?.root;
    layout.frame.toggleAttribute('data-opened', wide && own !== undefined && !own.hidden);
  }

  /** @param {number} index */
  #pointsOf(index) {
    const points = this.#points.get(index) ?? new Points();
    this.#points.set(index, points);
    return points;
  }

  /** @param {number} index @param {Explored} told @param {Words} words */
  #filter(index, told, words) {
    const known = this.#filters.get(index);
    if (known?.words === words) {
      known.filter.update(told);
      known.filter.keepFocus();
      return known.filter.root;
    }
    const filter = new Filter(told, words, {
      theme: (theme) => this.#become(index, { theme }, 'filter'),
      search: (search) => this.#become(index, { search }, 'filter'),
    });
    this.#filters.set(index, { words, filter });
    return filter.root;
  }

  /** @param {number} index @param {Partial<Wish>} part @param {Change} how */
  #become(index, part, how) {
    this.#on.changed(index, how, () => {
      this.#set(index, part);
      this.arrange(index);
      const told = this.#told(index);
      if (told) this.#filters.get(index)?.filter.update(told);
    });
  }

  /** @param {number} index @param {Partial<Wish>} part */
  #set(index, part) {
    const before = this.#wishes.get(index) ?? { theme: null, search: '', opened: [], height: 0 };
    this.#wishes.set(index, { ...before, ...part });
    this.#playerHost.use((engine) => this.#tell(engine, index));
  }

  /** @param {Engine} engine @param {number} index */
  #tell(engine, index) {
    const wish = this.#wishes.get(index);
    if (wish) engine.explore(index, wish.theme ?? -1, wish.search, wish.opened.join('\0'), wish.height);
  }

  /** @param {number} index @returns {Explored | null} */
  #told(index) {
    return JSON.parse(this.#playerHost.use((engine) => engine.explored(index)) ?? 'null');
  }

  /** How many tiles are left. @param {number} index */
  left(index) {
    return this.#told(index)?.tiles.filter((tile) => tile.shown).length ?? 0;
  }
}
