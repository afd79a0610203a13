// What the address says behind its #: the chapter or the record that is on show. Reads it, writes it, makes links.

import { decoded } from './names.js';

/** @import {Scene, SceneTitle} from '../types.js' */
/** @typedef {{ kind: string, id: string }} DeepLink */

const HASH = /^#(scene|figure)=([^&#]+)/;

/**
 * `#scene=ID` or `#figure=ID`. Any text may be an id here: it is only looked up among those of the story, where that of
 * a series' figure ("series@period") has whatever stands in the column of periods.
 * @returns {DeepLink | null}
 */
export function readDeepLink() {
  const match = HASH.exec(location.hash) ?? HASH.exec(decoded(location.hash) ?? '');
  const id = match && decoded(match[2]);
  return match && id ? { kind: match[1], id } : null;
}

/**
 * The chapter a hash means: by its id, or as the first one that has the figure's record. `scenes()` is asked only for
 * figures.
 * @param {DeepLink | null} hash
 * @param {SceneTitle[]} list
 * @param {() => Scene[]} scenes
 */
export function findWanted(hash, list, scenes) {
  if (!hash) return null;
  const byFigure = hash.kind === 'figure';
  const index = byFigure
    ? scenes().findIndex((scene) => Object.hasOwn(scene.records, hash.id))
    : list.findIndex((scene) => scene.id === hash.id);
  return index < 0 ? null : { index, figure: byFigure ? hash.id : null };
}

/**
 * The address of a chapter or a record. `element`: for readers, who get the address that its page has for them
 * (data-link), where that is another than its own.
 * @param {'scene' | 'figure'} kind
 * @param {string} id
 * @param {HTMLElement | null} [element]
 */
export function deepLink(kind, id, element = null) {
  return `${(element?.dataset.link ?? location.href).split('#')[0]}#${kind}=${encodeURIComponent(id)}`;
}

/**
 * Replaces, never pushes: the back button leaves the page instead of walking back through chapters.
 * @param {'scene' | 'figure'} kind
 * @param {string} id
 */
export function writeDeepLink(kind, id) {
  try {
    history.replaceState(history.state, '', deepLink(kind, id));
  } catch {
    // A sandboxed frame may not: it then has no deep link, and loses nothing else.
  }
}
