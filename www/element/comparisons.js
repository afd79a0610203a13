// Which of the lists that a chapter compares the reader has chosen: the first, until another is. Nothing of it is
// stored or sent.

import { listSwitch } from '../ui/switch.js';

/**
 * @import {Scene, Words} from '../types.js'
 * @import {PlayerHost} from './player-host.js'
 */

export class Comparisons {
  #playerHost;
  #chosen;
  /** By index of the chapter. @type {Map<number, number>} */
  #lists = new Map();

  /**
   * `chosen(index, scene, list)`: another list of a chapter.
   * @param {PlayerHost} playerHost
   * @param {(scene: Scene, list: number) => void} chosen
   */
  constructor(playerHost, chosen) {
    this.#playerHost = playerHost;
    this.#chosen = chosen;
  }

  /** Tells an engine that does not know yet. */
  apply() {
    for (const [index, list] of this.#lists) this.#playerHost.use((engine) => engine.choose(index, list));
  }

  /** @param {number} index @param {number} list */
  choose(index, list) {
    this.#lists.set(index, list);
    this.#playerHost.use((engine) => engine.choose(index, list));
  }

  /**
   * The switch of a chapter, where it compares lists.
   * @param {Scene} scene
   * @param {Words} words
   */
  inside(scene, words) {
    const { index, compare } = scene;
    if (!compare) return undefined;
    return listSwitch(compare, this.#lists.get(index) ?? 0, words, (list) => this.#chosen(scene, list));
  }
}
