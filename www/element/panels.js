// What stands in place of the picture at the reader's wish: the table, or the scene in words and sound. One at a time.

import { Table } from '../ui/table.js';
import { sonificationPanel } from './assets.js';

/**
 * @import {SonificationPanel} from '../a11y/sonification-panel.js'
 * @import {Lang, OpenRecord, Scene, Words} from '../types.js'
 * @import {FirstPaint} from './first-paint.js'
 * @import {HitTesting} from './hit-testing.js'
 */

export class Panels {
  table;
  /** Made when first asked for. @type {SonificationPanel | null} */
  #sonification = null;
  /** @type {{ scene: Scene, words: Words, lang: Lang } | null} */
  #shown = null;
  #pieces;
  #hitTesting;
  #on;

  /**
   * `changed`: another panel is open, or none.
   * @param {Pick<FirstPaint, 'stage' | 'layout' | 'controls'>} pieces
   * @param {HitTesting} hitTesting
   * @param {{ open: OpenRecord, say: (text: string) => void, changed: () => void }} on
   */
  constructor(pieces, hitTesting, on) {
    this.#pieces = pieces;
    this.#hitTesting = hitTesting;
    this.#on = on;
    this.table = new Table({ open: on.open, close: () => this.#leave('table') });
  }

  /** Which panels are open: at most one. */
  get open() {
    return { table: !this.table.root.hidden, sonification: this.#sonification?.open ?? false };
  }

  /**
   * @param {Scene} scene
   * @param {Words} words
   * @param {Lang} lang
   */
  show(scene, words, lang) {
    this.#shown = { scene, words, lang };
    this.table.show(scene, words);
    this.#sonification?.show(scene, lang);
  }

  /** The story is closed, or goes on elsewhere: nothing sounds. */
  stop() {
    this.#sonification?.stop();
    this.#shown = null;
  }

  /**
   * Opens a panel, or closes it.
   * @param {'table' | 'sonification'} what
   * @param {AbortSignal} signal ends what sounds
   */
  async toggle(what, signal) {
    const wanted = !this.open[what];
    if (what === 'sonification' && wanted && !(await this.#fetch(signal))) return;
    if (wanted) this.#set(what === 'table' ? 'sonification' : 'table', false);
    this.#set(what, wanted);
    this.#settle(wanted ? what : null);
  }

  /** Closes what is open; false when nothing is. */
  close() {
    const { table, sonification } = this.open;
    if (table || sonification) this.#leave(table ? 'table' : 'sonification');
    return table || sonification;
  }

  /** Closes a panel; its button gets the focus. @param {'table' | 'sonification'} what */
  #leave(what) {
    this.#set(what, false);
    this.#settle(null);
    this.#pieces.controls.focus(what);
  }

  /** @param {'table' | 'sonification'} what @param {boolean} open */
  #set(what, open) {
    const panel = what === 'table' ? this.table : this.#sonification;
    if (!open && what === 'sonification') this.#sonification?.stop();
    if (panel) panel.root.hidden = !open;
  }

  /** @param {'table' | 'sonification' | null} opened */
  #settle(opened) {
    const { layout, controls } = this.#pieces;
    layout.frame.toggleAttribute('data-table', opened !== null);
    controls.openTools(false);
    this.#on.changed();
    const panel = opened === 'table' ? this.table : opened && this.#sonification;
    panel?.root.focus({ preventScroll: true });
  }

  /** Fetches words and sound when first asked for; false where that fails. @param {AbortSignal} signal */
  async #fetch(signal) {
    if (this.#sonification) return true;
    let module = null;
    try {
      module = await sonificationPanel();
    } catch {
      if (this.#shown) this.#on.say(this.#shown.words.notFetched);
      return false;
    }
    if (!this.#shown || this.#sonification) return this.#shown !== null;
    this.#sonification = new module.SonificationPanel(
      {
        tell: (detail) => this.#shown?.scene.told[detail] ?? [],
        note: (key) => this.#hitTesting.point(key),
        close: () => this.#leave('sonification'),
        say: this.#on.say,
      },
      signal,
    );
    this.#pieces.stage.root.append(this.#sonification.root);
    this.#sonification.show(this.#shown.scene, this.#shown.lang);
    return true;
  }
}
