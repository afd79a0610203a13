// What the buttons of the element do: turn pages, play, seek, go on by itself, other words or colours, share, save,
// panels.

import { copy } from '../ui/clipboard.js';
import { deepLink } from './deep-link.js';
import { saveScene } from './export.js';

/**
 * @import {LiveRegion} from '../a11y/live-region.js'
 * @import {Ask} from '../types.js'
 * @import {DuoyuanStory} from './duoyuan-story.js'
 * @import {FirstPaint} from './first-paint.js'
 * @import {Interactions} from './interactions.js'
 * @import {Panels} from './panels.js'
 * @import {PlayerHost} from './player-host.js'
 * @import {Reading} from './reading.js'
 */

export class Buttons {
  #host;
  #playerHost;
  #pieces;
  #reading;
  #interactions;
  #around;

  /**
   * @param {DuoyuanStory} host
   * @param {PlayerHost} playerHost
   * @param {FirstPaint} pieces
   * @param {{ reading: Reading, interactions: Interactions }} chapter
   * @param {{ panels: Panels, liveRegion: LiveRegion }} around
   */
  constructor(host, playerHost, pieces, { reading, interactions }, around) {
    this.#host = host;
    this.#playerHost = playerHost;
    this.#pieces = pieces;
    this.#reading = reading;
    this.#interactions = interactions;
    this.#around = around;
  }

  /**
   * Does what a button asks for. `signal`: ends with the element's present life; null before.
   * @param {Ask} ask
   * @param {AbortSignal | null} signal
   */
  async press(ask, signal) {
    const [what, value] = ask;
    const { scene, story } = this.#reading;
    const host = this.#host;
    const { playback, guesses, explorer, controls, layout } = this.#pieces;
    if (what === 'previous' || what === 'next') this.#reading.turn(what === 'next' ? 1 : -1);
    else if (what === 'play') playback.state === 'playing' || playback.touring ? playback.pause() : playback.play();
    else if (what === 'seek') playback.seek(value * playback.duration);
    else if (what === 'tour') {
      if (!playback.touring && guesses.waiting.length > 0) this.#interactions.endGuesses();
      if (!playback.touring) this.#interactions.endExploring();
      scene && playback.tour(playback.touring ? -1 : this.#reading.stay);
    } else if (what === 'lang') host.lang = value;
    else if (what === 'theme') host.theme = controls.nextTheme(host.theme);
    else if (what === 'large') {
      layout.large = !layout.large;
      this.#reading.update();
    } else if (!scene || !story || !signal) return;
    else if (what === 'share') await this.#share(scene.id);
    else if (what === 'download') {
      const shown = [scene.id, ...explorer.opened(this.#reading.index)];
      const name = [story.id, ...shown, host.lang].join('-');
      await saveScene(value, this.#playerHost, scene.index, host.lang, name);
      host.send('duoyuan-download', { format: value });
    } else {
      await this.#around.panels.toggle(what, signal);
      if (what === 'table' && this.#around.panels.open.table) host.send('duoyuan-table', {});
    }
  }

  /** @param {string} id of the scene on show */
  async #share(id) {
    const { copied, copyFailed, share } = this.#reading.words;
    const opened = this.#pieces.explorer.opened(this.#reading.index);
    const isCopied = await copy(deepLink('scene', id, this.#host, opened));
    const done = isCopied ? copied : copyFailed;
    if (isCopied) this.#host.send('duoyuan-share', {});
    this.#pieces.controls.flashShare(done, share);
    this.#around.liveRegion.say(done);
  }
}
