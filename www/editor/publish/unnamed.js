// What still has the words that the editor began with: a story without a title, chapters that nobody has named.
//
// **Invariant**: a place is told once in each language; words that somebody has typed are none of them.

import { UNTITLED } from '../document/blank.js';
import { NEW } from '../chapters/scenes.js';

/** @import {StoryJson} from '../types.js' */
/** @typedef {{ path: string, text: string }} Unnamed `path`: of the field in story.json */

/**
 * @param {Readonly<Record<string, unknown>>} texts
 * @param {Readonly<Record<string, string>>} first the words that the editor began with
 * @param {string} path
 */
const among = (texts, first, path) =>
  Object.entries(texts ?? {}).flatMap(([tag, text]) =>
    text === first[tag.split('-')[0]] ? [{ path: `${path}.${tag}`, text }] : [],
  );

/** @param {StoryJson | null} story @returns {Unnamed[]} */
export const unnamedIn = (story) => [
  ...among(story?.title ?? {}, UNTITLED, 'title'),
  ...(story?.scenes ?? []).flatMap((scene, i) =>
    /** @type {const} */ (['title', 'subtitle', 'name']).flatMap((member) =>
      among(/** @type {Record<string, unknown>} */ (scene[member] ?? {}), NEW, `scenes[${i}].${member}`),
    ),
  ),
];
