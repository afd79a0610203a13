// The way through the story: a segment for each chapter, together by acts.

import { el } from './dom.js';

/** @import {Act, Lang, SceneTitle, Story} from '../types.js' */

/**
 * The act that a chapter belongs to; undefined before the first one.
 * @param {Story} story
 * @param {number} index
 */
export const actOf = (story, index) => story.acts.filter((act) => act.first <= index).at(-1);

/**
 * The chapters of a story by acts; those before the first act, or all where it has none, belong to none.
 * @param {Story} story
 */
function byActs(story) {
  /** @type {{ act: Act | undefined, scenes: { scene: SceneTitle, index: number }[] }[]} */
  const groups = [];
  story.scenes.forEach((scene, index) => {
    const act = actOf(story, index);
    if (groups.length === 0 || groups[groups.length - 1].act !== act) groups.push({ act, scenes: [] });
    groups[groups.length - 1].scenes.push({ scene, index });
  });
  return groups;
}

export class Rail {
  #list = el('ol', {});
  root = el('nav', { class: 'rail' }, this.#list);
  #go;

  /** @param {(index: number) => void} go */
  constructor(go) {
    this.#go = go;
  }

  /**
   * In the language of the view.
   * @param {Story} story
   * @param {Lang} lang
   * @param {string} label
   * @param {number} active
   */
  fill(story, lang, label, active) {
    this.root.setAttribute('aria-label', label);
    this.#list.replaceChildren(
      ...byActs(story).map(({ act, scenes }) => {
        const segments = scenes.map(({ scene, index }) => this.#segment(scene, index, lang));
        const group = el('li', { class: 'act' }, el('ol', {}, ...segments), el('p', {}, act?.name[lang]));
        // below the segments, which are small on a phone; keys and screen readers have their links
        group.addEventListener('click', ({ target }) => {
          if (target instanceof Element && !target.closest('a')) this.#go(scenes[0].index);
        });
        group.style.setProperty('--_chapters', String(scenes.length));
        return group;
      }),
    );
    this.activate(active);
  }

  /** @param {number} index */
  activate(index) {
    [...this.#list.querySelectorAll('li:not(.act)')].forEach((item, at) => {
      item.classList.toggle('past', at < index);
      if (at === index) item.firstElementChild?.setAttribute('aria-current', 'step');
      else item.firstElementChild?.removeAttribute('aria-current');
    });
  }

  /**
   * @param {SceneTitle} scene
   * @param {number} index
   * @param {Lang} lang
   */
  #segment(scene, index, lang) {
    const name = scene.number > 0 ? `${scene.number} ${scene.name[lang]}` : scene.name[lang];
    const link = el('a', { href: `#scene=${scene.id}`, 'aria-label': name, title: name }, el('span', { class: 'dot' }));
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#go(index);
    });
    return el('li', {}, link);
  }
}
