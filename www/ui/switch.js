// One of several lists of a chapter: a native radio group, so that arrow keys, names and states are the browser's.

import { el } from './dom.js';
import { whole, WHOLE } from './whole-words.js';

/** @import {ComparedList, Words} from '../types.js' */

let groups = 0; // radio buttons of one name are one group, in the whole element

/**
 * The lists with a small drawing each, as below the names in the picture: the cell of its own is solid.
 * @param {ComparedList[]} lists
 * @param {number} chosen
 * @param {Words} words
 * @param {(list: number) => void} choose
 */
export function listSwitch(lists, chosen, words, choose) {
  groups += 1;
  const name = `lists-${groups}`;
  const row = (/** @type {ComparedList} */ list, /** @type {number} */ at) => {
    const input = el('input', { type: 'radio', name, value: String(at), onchange: () => choose(at) });
    input.checked = at === chosen;
    const cells = lists.map((_, cell) => el('i', { class: cell === at ? 'cell own' : 'cell' }));
    return el(
      'label',
      { class: 'choice' },
      input,
      el('span', { class: 'cells', 'aria-hidden': 'true' }, ...cells),
      el('span', { class: `choice-name ${WHOLE ?? ''}` }, ...whole(list.name)),
      el('span', { class: 'choice-count' }, words.items(list.count, list.open)),
    );
  };
  return el('fieldset', { class: 'switch' }, el('legend', {}, words.compare), ...lists.map(row));
}
