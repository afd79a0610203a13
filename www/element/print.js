// The story on paper: for each chapter its heading, picture, summary, table and source. Made when printing begins and
// thrown away after it, because paper has no width that the window has.

import { contextOf, el, place } from '../ui/dom.js';
import { cappedDpr } from './stage.js';
import { fillTable } from '../ui/table.js';

/** @import {Lang, Pages} from '../types.js' */

const WIDTH = 660; // CSS px: A4 between its margins
const DPR = 2;
// text scale: beyond it the picture's words are in the summary and table at the reader's size anyway
const LARGEST = 1.4;

export class Print {
  root = el('div', { class: 'print' });

  /**
   * Black on white: paper has its own colour.
   * @param {number[]} scenes
   * @param {Pages} pages
   * @param {{ lang: Lang, textScale: number }} how
   */
  fill(scenes, pages, { lang, textScale }) {
    this.root.replaceChildren();
    const width = WIDTH;
    pages([width, 0, Math.min(textScale, LARGEST), lang, 'contrast'], scenes, (scene, engine) => {
      const { height } = scene;
      const dpr = cappedDpr(width, height, DPR);
      const canvas = el('canvas', {
        role: 'img',
        'aria-label': scene.title,
        width: String(Math.floor(width * dpr)),
        height: String(Math.floor(height * dpr)),
      });
      place(canvas, { width, height });
      engine.render(contextOf(canvas), dpr, engine.duration());
      const table = el('table', {});
      fillTable(table, scene);
      this.root.append(
        el(
          'section',
          {},
          el('h2', {}, scene.number > 0 ? `${scene.number} ${scene.name}` : scene.name),
          canvas,
          ...scene.told.normal.map((line) => el('p', {}, line)),
          table,
        ),
      );
    });
  }

  empty() {
    this.root.replaceChildren();
  }
}
