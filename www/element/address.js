// What the address says of the chapter on show, written while the reader goes on and read when it has changed. An
// element fixed to one scene has none.

import { findWanted, leaveOpened, pushDeepLink, readDeepLink, writeDeepLink } from './deep-link.js';

/**
 * @import {Story} from '../types.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {Explorer} from './explorer.js'
 * @import {Viewport} from './viewport.js'
 */

export class Address {
  #host;
  #viewport;
  #explorer;
  /** The address has changed by itself, as by the back button. */
  following = false;

  /** @param {DuoyuanStory} host @param {{ viewport: Viewport, explorer: Explorer }} pieces */
  constructor(host, { viewport, explorer }) {
    this.#host = host;
    this.#viewport = viewport;
    this.#explorer = explorer;
  }

  /** @param {'scene' | 'figure'} kind @param {string} id @param {number} index of the chapter on show */
  write(kind, id, index) {
    const opened = kind === 'scene' ? this.#explorer.opened(index) : [];
    if (!this.#host.single) writeDeepLink(kind, id, opened);
  }

  /**
   * Other series fill the picture of a chapter, or all tiles are there again.
   * @param {string} id
   * @param {number} index
   * @param {boolean} tiles were on show before
   */
  opened(id, index, tiles) {
    const opened = this.#explorer.opened(index);
    if (this.#host.single || this.following) {
      // there is nothing to write, or it is written
    } else if (opened.length > 0) pushDeepLink(id, opened, tiles);
    else if (!leaveOpened()) this.write('scene', id, index);
  }

  /**
   * What the address asks for; nothing when it names what the story, or an element fixed to one scene, does not have.
   * @param {Story} story
   * @param {number} index of the chapter on show
   */
  wanted(story, index) {
    const wanted = findWanted(readDeepLink(), story.scenes, () => this.#viewport.scenes());
    return wanted && this.#host.single && wanted.index !== index ? null : wanted;
  }
}
