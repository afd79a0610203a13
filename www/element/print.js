// The story on paper: each chapter's heading, its pictures with the sentences that are read beside them, and all data
// at the end. Made when printing begins and thrown away after it, because paper has no width that the window has.

import { contextOf, el, place } from '../ui/dom.js';
import { clauses, plainNarration } from '../ui/narration.js';
import { fillTable } from '../ui/table.js';
import { cappedDpr } from './stage.js';

/** @import {Engine} from '../pkg/engine.js' */
/** @import {Lang, Pages, Scene, Words} from '../types.js' */

// CSS px. A4 has 688 by 1016 between its margins, US letter 710 by 950: heading, sentences and picture are one page.
const WIDTH = 660;
const HEIGHT = 700;
const DPR = 2;
// text scale: beyond it the picture's words are in the sentences and tables at the reader's size anyway
const LARGEST = 1.4;

export class Print {
  root = el('div', { class: 'print' });

  /**
   * Black on white: paper has its own colour.
   * @param {number[]} scenes
   * @param {Pages} pages
   * @param {{ lang: Lang, textScale: number, words: Words }} how
   */
  fill(scenes, pages, { lang, textScale, words }) {
    this.root.replaceChildren();
    const tables = el('div', { class: 'data' }, el('h2', {}, words.table));
    pages([WIDTH, HEIGHT, Math.min(textScale, LARGEST), lang, 'contrast'], scenes, (scene, engine) => {
      this.root.append(chapter(scene, engine));
      const table = el('table', {});
      // each row names its source
      fillTable(table, { table: scene.table });
      tables.append(table);
    });
    this.root.append(tables);
  }

  empty() {
    this.root.replaceChildren();
  }
}

/** @param {Scene} scene @param {Engine} engine */
function chapter(scene, engine) {
  const name = el('p', { class: 'name' }, scene.number > 0 ? `${scene.number} ${scene.name}` : scene.name);
  const said = plainNarration(scene);
  const section = el('section', {});
  for (let beat = 0; beat < engine.beats(); beat += 1) {
    engine.lay(scene.index, beat);
    const heading = beat === 0 ? [name, el('h2', {}, ...clauses(scene.title))] : [];
    const [first, end] = engine.sentences();
    section.append(el('div', { class: 'leaf' }, ...heading, ...said.slice(first, end), picture(scene, engine)));
  }
  return section;
}

/**
 * The current picture at rest; one that is higher than a page is made smaller.
 * @param {Scene} scene
 * @param {Engine} engine
 */
function picture(scene, engine) {
  const height = engine.height();
  const dpr = cappedDpr(WIDTH, height, DPR);
  const canvas = el('canvas', {
    role: 'img',
    'aria-label': scene.title,
    width: String(Math.floor(WIDTH * dpr)),
    height: String(Math.floor(height * dpr)),
  });
  const smaller = Math.min(1, HEIGHT / height);
  place(canvas, { width: WIDTH * smaller, height: height * smaller });
  engine.render(contextOf(canvas), dpr, engine.duration());
  return canvas;
}
