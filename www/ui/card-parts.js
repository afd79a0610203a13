// What a card has besides its sentences: what stands above its heading, the button of a cover, the end of the story;
// and where Tab goes.

import { el, icon } from './dom.js';
import { actOf } from './rail.js';

/** @import {Lang, Story, Words} from '../types.js' */

/** What Tab stops at. */
const STOPS = 'button, a, input, select, summary';

/**
 * What a cover has in place of sentences, which its picture says: what the story is, and a button to its first
 * chapter.
 * @param {string} subtitle
 * @param {Words} words
 * @param {(index: number) => void} go
 */
export function beginning(subtitle, words, go) {
  const button = el('button', { type: 'button', class: 'button main' }, words.begin, icon('down'));
  button.addEventListener('click', () => go(1));
  return el('div', { class: 'begin' }, el('p', {}, subtitle), button);
}

/**
 * What the last chapter ends with: the story's last sentence, the way back to its beginning, and what holds for all
 * of it.
 * @param {Story} story
 * @param {Words} words
 * @param {Lang} lang
 * @param {(index: number) => void} go
 */
export function ending({ closing, notice }, words, lang, go) {
  const said = el('p', { class: 'notice' }, notice[lang]);
  if (!closing) return [said];
  const again = el('button', { type: 'button', class: 'button', 'data-do': 'again' }, icon('replay'), words.again);
  again.addEventListener('click', () => go(0));
  return [el('div', { class: 'end' }, el('p', {}, closing[lang]), again), said];
}

/**
 * Tab goes from the bar to the chapter being read and on to its picture, not through all chapters. What the others say
 * is there for screen readers, their buttons too.
 * @param {HTMLElement} section
 */
export function reach(section) {
  const active = section.classList.contains('active');
  for (const node of section.querySelectorAll(STOPS)) {
    if (active) node.removeAttribute('tabindex');
    else node.setAttribute('tabindex', '-1');
  }
}

/**
 * What stands above a chapter's heading: the act, and the chapter's short name.
 * @param {Story} story
 * @param {{ index: number, name: string }} scene
 * @param {Lang} lang
 * @param {string} [heading] the name is not said twice
 */
export function kickerOf(story, { index, name }, lang, heading) {
  const act = actOf(story, index);
  const own = act?.name[lang];
  if (heading === name) return own ?? name;
  return own && own !== name ? `${own} · ${name}` : name;
}
