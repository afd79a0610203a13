// Where the story uses a statement: what would break if it went.
//
// **Invariant**: a chapter is named once, also where it both draws and quotes the statement.

import { quoted } from '../document/quotes.js';

/** @import { SceneJson, StoryJson } from '../types.js' */

/** Members that name no statement, or one that need not be there, as a whole. */
const NAMES = new Set(['id', 'accent', 'type', 'icon', 'denominator', 'part_of']);

/**
 * Whether something is the id, quotes it, or holds what does.
 * @param {unknown} value
 * @param {string} id
 * @returns {boolean}
 */
function says(value, id) {
  if (typeof value === 'string') return value === id || quoted(value).includes(id);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([member, held]) => !NAMES.has(member) && says(held, id));
}

/**
 * The chapters that draw or quote a statement, and whether anything else does: the title, a list, another statement.
 * @param {StoryJson | null} story @param {string} id
 * @returns {{ scenes: { scene: SceneJson, at: number }[], elsewhere: boolean }}
 */
export function usesOf(story, id) {
  const { scenes = [], figures: _, ...rest } = story ?? {};
  const others = Object.entries(story?.figures ?? {}).filter(([other]) => other !== id);
  return {
    scenes: scenes.map((scene, at) => ({ scene, at })).filter(({ scene }) => says(scene, id)),
    elsewhere: says(rest, id) || others.some(([, figure]) => says(figure, id)),
  };
}
