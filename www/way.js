// For readers who want no motion: where marks of the last chapter become this one's, three small stills show it, before, on the way, after.
// Made only when nothing may move.

import { el } from './dom.js';
import { Replay } from './replay.js';

const LEAST_TRIPS = 12; // fewer marks than this explain nothing by travelling
const PARTS = [0, 0.5, 1];
const WIDTH = 180; // CSS px of a still
const TALLEST = 240;

export class Way {
  root = el('figure', { class: 'way', hidden: true });
  #caption = el('figcaption', {});
  #stills = PARTS.map(() => el('canvas', { 'aria-hidden': 'true' }));
  #replays;

  constructor(colours) {
    this.#replays = this.#stills.map((canvas) => new Replay(canvas.getContext('2d'), colours));
    this.root.append(this.#caption, el('div', { class: 'stills' }, ...this.#stills));
  }

  /** The way into the scene on show; `width` CSS px of its picture, `names` of the chapter before and of this one. */
  show(engine, width, dpr, words, names) {
    const trips = names ? engine.way() : 0;
    this.root.hidden = trips < LEAST_TRIPS;
    if (this.root.hidden) return;
    const small = WIDTH / width;
    const height = Math.min(TALLEST, engine.way_height() * small);
    this.#caption.textContent = words.way(...names);
    this.#stills.forEach((canvas, index) => {
      canvas.width = Math.floor(WIDTH * dpr);
      canvas.height = Math.floor(height * dpr);
      this.#replays[index].draw(engine, PARTS[index], small * dpr, 'draw_still');
    });
  }
}
