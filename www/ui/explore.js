// What stands beside the tiles of a chapter: themes and words to look for; of an opened series its facts, what may
// stand beside it, its points as a table and as a file. Makes nodes and says what was chosen; what is found is the
// engine's.

import { el, icon } from './dom.js';
import { fillTable } from './table.js';

/** @import {Explored, OpenedSeries, OpenRecord, Words} from '../types.js' */
/**
 * @typedef {object} FilterOn
 * @property {(theme: number | null) => void} theme
 * @property {(search: string) => void} search
 */
/**
 * @typedef {object} OpenedOn
 * @property {() => void} close back to all tiles
 * @property {(id: string) => void} only this one, of two
 * @property {(id: string) => void} beside
 * @property {(series: OpenedSeries) => void} save
 */

const NEAR = 2; // series of the same theme that are offered as buttons; all others are in a list

/** What the parts of a table are, however they are shown. */
const ROLES = {
  'thead, tbody': 'rowgroup',
  tr: 'row',
  'thead th': 'columnheader',
  'tbody th': 'rowheader',
  td: 'cell',
};

let groups = 0; // radio buttons of one name are one group, in the whole element

/** The themes as a native radio group, and a field for words. It stays while the reader types. */
export class Filter {
  #chosen = el('p', { class: 'found', 'aria-live': 'off' });
  #input;
  /** @type {HTMLInputElement[]} */
  #themes = [];
  #words;
  root;

  /** @param {Explored} told @param {Words} words @param {FilterOn} on */
  constructor(told, words, on) {
    this.#words = words;
    groups += 1;
    const name = `themes-${groups}`;
    const { explore } = words;
    const choice = (/** @type {number | null} */ theme, /** @type {string} */ text, /** @type {number} */ count) => {
      const value = String(theme ?? '');
      const input = el('input', { type: 'radio', name, value, onchange: () => on.theme(theme) });
      this.#themes.push(input);
      const node = el(
        'label',
        { class: 'theme' },
        input,
        theme === null ? null : el('i', { class: 'swatch', 'aria-hidden': 'true' }),
        el('span', { class: 'theme-name' }, text),
        el('span', { class: 'theme-count' }, explore.series(count)),
      );
      // a page may have its own colours, which are known to its properties only
      if (theme !== null) node.style.setProperty('--_theme', `var(--_${told.themes[theme].hue})`);
      return node;
    };
    this.#input = el('input', {
      type: 'search',
      class: 'search',
      'aria-label': explore.search,
      placeholder: explore.search,
      autocomplete: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      oninput: (event) => {
        // what is being composed, such as pinyin, is not looked for yet
        if (!(event instanceof InputEvent && event.isComposing)) on.search(this.#input.value);
      },
      oncompositionend: () => on.search(this.#input.value),
    });
    this.root = el(
      'div',
      { class: 'explore', role: 'search' },
      this.#input,
      el(
        'fieldset',
        { class: 'themes' },
        el('legend', {}, explore.themes),
        ...told.themes.map((theme, at) => choice(at, theme.name, theme.count)),
        choice(null, explore.all, told.tiles.length),
      ),
      this.#chosen,
    );
    this.update(told);
  }

  /** The nodes are about to be moved, which takes the focus away. */
  keepFocus() {
    const { activeElement } = /** @type {ShadowRoot | Document} */ (this.root.getRootNode());
    const focused = this.root.contains(activeElement) && activeElement;
    if (focused instanceof HTMLElement) queueMicrotask(() => focused.focus({ preventScroll: true }));
  }

  /** @param {Explored} told */
  update({ theme, search, tiles }) {
    for (const input of this.#themes) input.checked = input.value === String(theme ?? '');
    if (this.#input.value !== search) this.#input.value = search;
    const { explore } = this.#words;
    const shown = tiles.filter((tile) => tile.shown).length;
    const some = theme !== null || search.trim() !== '';
    this.#chosen.textContent = some ? explore.found(shown) : explore.how;
  }
}

/**
 * What stands beside the picture of an opened series, or of two: the way back, facts, what may stand beside it, its
 * file.
 * @param {Explored} told
 * @param {Words} words
 * @param {OpenedOn} on
 */
export function openedPanel(told, words, on) {
  const { opened } = told;
  const several = opened.length > 1;
  const { explore } = words;
  const facts = opened.flatMap((series) => [
    several ? el('h3', {}, series.label) : null,
    el('dl', {}, ...series.facts.flatMap(({ label, text }) => [el('dt', {}, label), el('dd', {}, text)])),
    several ? button('small', 'only', () => on.only(series.id), explore.only(series.label)) : null,
  ]);
  const near = opened.length === 1 ? beside(opened[0].id, told, explore.beside, explore.choose, on.beside) : null;
  const files = opened.map((series) =>
    el(
      'p',
      { class: 'save' },
      button('quiet', 'series-csv', () => on.save(series), icon('save'), several ? series.label : explore.csv),
      el('span', {}, explore.rows(series.points.rows.length)),
    ),
  );
  const text = explore.back(told.tiles.length);
  const back = el('p', { class: 'back' }, button('quiet', 'tiles', on.close, icon('previous'), text));
  return el(
    'div',
    {
      class: 'opened',
      role: 'group',
      tabindex: '-1',
      'aria-label': opened.map(({ label }) => label).join(words.semicolon),
    },
    back,
    ...facts,
    near,
    ...files,
  );
}

/**
 * @param {string} kind
 * @param {string} what
 * @param {() => void} press
 * @param {(Node | string)[]} inside
 */
function button(kind, what, press, ...inside) {
  return el('button', { type: 'button', class: `button ${kind}`, 'data-do': what, onclick: press }, ...inside);
}

/**
 * The series that may stand beside one: the nearest of its theme as buttons, all others in a list by theme.
 * @param {string} id
 * @param {Explored} told
 * @param {string} legend
 * @param {string} choose
 * @param {(id: string) => void} chosen
 */
function beside(id, { tiles, themes }, legend, choose, chosen) {
  const own = tiles.find((tile) => tile.id === id)?.theme;
  const others = tiles.filter((tile) => tile.id !== id);
  const near = others.filter((tile) => tile.theme === own).slice(0, NEAR);
  const list = el('select', { class: 'button', 'aria-label': legend });
  list.append(el('option', { value: '' }, choose));
  themes.forEach(({ name }, at) => {
    const of = others.filter((tile) => tile.theme === at && !near.includes(tile));
    if (of.length === 0) return;
    list.append(el('optgroup', { label: name }, ...of.map((tile) => el('option', { value: tile.id }, tile.label))));
  });
  list.addEventListener('change', () => list.value && chosen(list.value));
  const buttons = near.map((tile) => button('small', 'beside', () => chosen(tile.id), tile.label));
  return el('div', { class: 'beside' }, el('p', {}, legend), el('div', {}, ...buttons, list));
}

/** The points of what is opened, a row each; a row opens its record. */
export class Points {
  root = el('div', { class: 'points', role: 'region', tabindex: '0', hidden: true });

  /** @param {Explored} told @param {Words} words @param {OpenRecord} record */
  fill({ opened }, words, record) {
    this.root.setAttribute('aria-label', words.explore.points);
    const tables = opened.map(({ label: caption, points }) => {
      const node = el('table', {});
      fillTable(node, { table: { caption, ...points } }, record);
      // what is shown in lines of its own is a table all the same
      for (const [part, role] of Object.entries(ROLES)) {
        for (const found of node.querySelectorAll(part)) found.setAttribute('role', role);
      }
      node.setAttribute('role', 'table');
      return node;
    });
    this.root.classList.toggle('two', opened.length > 1);
    this.root.replaceChildren(...tables);
  }
}
