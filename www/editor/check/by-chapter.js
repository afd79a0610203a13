// The statements of the fact sheet by the chapters that say them.
//
// **Invariant**: every statement stands in one group: that of the first chapter that says it, or the last group, of
// what no chapter says.

import { saidIn } from '../chapters/said-in.js';

/** @typedef {{ id: string, kind: string, series?: string | null }} Fact */

/**
 * Whether a chapter says a statement, by itself or as a point of a series.
 * @param {import('../chapters/said-in.js').Scene} scene
 * @param {(id: string) => boolean} known
 */
export function saysIn(scene, known) {
  const ids = new Set(saidIn(scene, known));
  return (/** @type {Fact} */ { id, series }) =>
    ids.has(id) || (Boolean(series) && ids.has(/** @type {string} */ (series)));
}

/**
 * @template {Fact} Kind
 * @param {readonly Kind[]} facts
 * @param {readonly import('../chapters/said-in.js').Scene[]} scenes
 * @param {(id: string) => boolean} known
 * @returns {{ scene: number, facts: Kind[] }[]} scene -1: none
 */
export function byChapter(facts, scenes, known) {
  let left = [...facts];
  const groups = scenes.map((scene, at) => {
    const says = saysIn(scene, known);
    const own = left.filter(says);
    left = left.filter((fact) => !says(fact));
    return { scene: at, facts: own };
  });
  return [...groups, { scene: -1, facts: left }].filter((group) => group.facts.length > 0);
}

/**
 * The statement to be ticked after one: the next that has no tick, from the beginning where there is none behind it.
 * @template {{ id: string, state: string }} Kind
 * @param {readonly Kind[]} facts
 * @param {string} after
 */
export function nextOpen(facts, after) {
  const at = facts.findIndex(({ id }) => id === after);
  const open = (/** @type {Kind} */ { state }) => state !== 'ticked';
  return facts.slice(at + 1).find(open) ?? facts.slice(0, Math.max(0, at)).find(open);
}
