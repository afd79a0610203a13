// The sentences of a chapter and its heading as nodes: numbers are buttons that open records, amounts and what closes
// behind them stay on one line.

import { el } from './dom.js';
import { whole, WHOLE } from './whole-words.js';

/** @import {OpenRecord, Scene} from '../types.js' */
/** @typedef {(index: number, ...from: Parameters<OpenRecord>) => void} OpenFrom */

const CLOSING = /^[，。；：、！？）」』”’,.;:!?)\]'"]+/;

/**
 * A scene's sentences; each figure's number is a button that opens its record. What closes behind a number stays on its
 * line.
 * @param {Scene} scene
 * @param {OpenFrom} open
 * @param {string} [without] no sentence that quotes this figure
 */
export function narration(scene, open, without) {
  return scene.narration.map((sentence) => {
    if (without && sentence.some(({ figure }) => figure === without)) return null;
    /** @type {import('./dom.js').Child[]} */
    const nodes = [];
    /** @type {HTMLButtonElement | null} */
    let button = null;
    for (const { text, figure } of sentence) {
      const closing = button ? (CLOSING.exec(text)?.[0] ?? '') : '';
      if (closing) nodes.push(el('span', { class: 'keep' }, nodes.pop(), closing));
      button = figure
        ? el('button', { type: 'button', class: 'number', 'data-figure': figure, 'aria-haspopup': 'dialog' }, text)
        : null;
      const opener = button;
      if (figure) opener?.addEventListener('click', () => open(scene.index, figure, opener));
      nodes.push(...(button ? [button] : whole(text.slice(closing.length))));
    }
    return el('p', { class: WHOLE }, ...nodes);
  });
}

/** The same where nothing can be pressed. @param {Scene} scene */
export const plainNarration = (scene) =>
  scene.narration.map((sentence) => el('p', { class: WHOLE }, ...whole(sentence.map(({ text }) => text).join(''))));

/**
 * The sentence that a picture without one of its own goes on with, for the eyes: it has been read, and its numbers are
 * buttons where it was. They are whole here too.
 * @param {(HTMLElement | null)[]} before
 */
export function goesOn(before) {
  const last = before.findLast((sentence) => sentence !== null);
  if (!last) return null;
  const words = [...last.childNodes].map((node) =>
    node instanceof HTMLButtonElement || (node instanceof HTMLElement && node.matches('.keep'))
      ? el('span', { class: 'keep' }, node.textContent)
      : node.cloneNode(true),
  );
  return el('p', { class: `on ${WHOLE ?? ''}`, 'aria-hidden': 'true' }, ...words);
}

/** A heading, its amounts not broken between lines, and its clauses only where they must be. @param {string} text */
export const clauses = (text) =>
  text.split(/(?<=[，；：])/).map((clause) => el('span', { class: 'keep' }, ...amounts(clause)));
/** What an amount in a heading is said of, in so few Chinese characters, is not broken either. */
const SUBJECT = /^\p{Script=Han}{3,7}$/u;
/** @param {string} text */
const amounts = (text) =>
  text
    .split(/(\d[\d.,]*(?:%|[万亿]?\p{Script=Han})?[，；：、。:;!?)]*)/u)
    .flatMap((part, i) => (i % 2 || SUBJECT.test(part) ? el('span', { class: 'keep' }, part) : whole(part)));
