// Where the lines of text of a picture at rest stand, so that a window that shows a part of it ends between two of
// them. Reads what the engine writes for a frame (src/render/display_list.rs), and of that only the texts.

import { GRID } from '../ui/shared.js';

/** @import {Engine} from '../pkg/engine.js' */
/**
 * A line of text, CSS px of the picture.
 * @typedef {[top: number, bottom: number, left: number, right: number, base: number]} Line
 */
/** What is to be covered, CSS px of the window of the picture. @typedef {import('../types.js').Box} Box */

const RISE = 0.9; // of the font's size: how far letters reach above their line, and below it
const FALL = 0.25;
const MOST = 24; // CSS px: a line; more would hide marks beside it

/** How many values follow the three that each operation begins with, by its code, where that number is fixed. */
const FIXED = new Map([
  [3, 4],
  [6, 6],
]);
/** How many values each of its items has, where the number of items varies. */
const EACH = new Map([
  [1, 4],
  [2, 3],
  [9, 5],
]);

/**
 * The lines of the picture that the engine has laid out, at rest.
 * @param {Engine} engine
 * @returns {Line[]}
 */
export function textLines(engine) {
  const count = engine.draw(engine.duration());
  if (count === 0) return [];
  const sizes = engine.texts(0).split('\0').slice(1);
  const start = engine.values() >> 2;
  const w = new Float32Array(engine.memory().buffer).subarray(start, start + count);
  /** @type {Line[]} */
  const lines = [];
  for (let i = 2; i < count; ) {
    const op = w[i];
    const visible = w[i + 2] > 0;
    i += 3;
    if (op === 6 && visible) {
      const size = Number(/([\d.]+)px/.exec(sizes[w[i]])?.[1] ?? 0);
      const left = w[i + 3] - (w[i + 5] * w[i + 2]) / 2;
      const box = [w[i + 4] - size * RISE, w[i + 4] + size * FALL, left, left + w[i + 5], w[i + 4]];
      lines.push(/** @type {Line} */ (box.map((at) => at / GRID)));
    }
    const each = EACH.get(op);
    const fixed = FIXED.get(op);
    if (each) i += 1 + w[i] * each;
    else if (fixed) i += fixed;
    else if (op === 5) i += 2 + w[i + 1] * 2;
    else if (op === 4) {
      const many = w[i];
      i += 1;
      for (let n = 0; n < many; n += 1) i += 1 + w[i] * 2;
    } else return lines;
  }
  return lines;
}

/**
 * What is covered of a part of the picture, from `top` to `bottom`, for no line to be cut.
 * @param {Line[]} lines
 * @param {number} top
 * @param {number} bottom
 * @param {number} width
 * @returns {Box[]}
 */
export function covers(lines, top, bottom, width) {
  /** @type {Box[]} */
  const boxes = [];
  for (const edge of [top, bottom]) {
    const inner = edge === top ? 1 : 0; // where a line ends that is seen at this edge
    const crossed = lines.filter(([above, below]) => above < edge && below > edge);
    // with what stands on one base: no unit without its number
    const cut = lines.filter((line) => crossed.some((other) => other[4] === line[4]));
    let end = edge;
    for (let next = crossed; next.length > 0 && Math.abs(end - edge) <= MOST; ) {
      end = inner ? Math.max(...next.map((line) => line[1])) : Math.min(...next.map((line) => line[0]));
      next = lines.filter(([above, below]) => above < end && below > end);
    }
    const whole = Math.abs(end - edge) <= MOST;
    const parts = whole && cut.length > 0 ? [[0, 0, 0, width]] : cut;
    for (const [above, below, left, right] of parts) {
      const until = whole ? end : inner ? below : above;
      const [y, to] = inner ? [0, Math.ceil(until - top)] : [Math.floor(until - top), bottom - top];
      boxes.push({ x: Math.floor(left) - 1, y, w: Math.ceil(right - left) + 2, h: to - y });
    }
  }
  return boxes;
}
