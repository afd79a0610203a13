// What the address says behind its #: the chapter or the record that is on show. Reads it, writes it, makes links.

import { decoded } from './names.js';

/** @import {Scene, SceneTitle} from '../types.js' */
/** @typedef {{ kind: string, id: string, opened: string[] }} DeepLink */

const HASH = /^#(scene|figure)=([^&#]+)/;
const OPENED = /^#([^=&#/]+)\/([^&#]+)$/;

/**
 * `#scene=ID`, `#figure=ID`, or of a chapter with tiles `#CHAPTER/SERIES` and `#CHAPTER/SERIES/SERIES`. Any text may be
 * an id here: it is only looked up among those of the story, where that of a series' figure ("series@period") has
 * whatever stands in the column of periods.
 * @returns {DeepLink | null}
 */
export function readDeepLink() {
  const match = HASH.exec(location.hash) ?? HASH.exec(decoded(location.hash) ?? '');
  const id = match && decoded(match[2]);
  if (match && id) return { kind: match[1], id, opened: [] };
  const [scene, ...opened] = (OPENED.exec(location.hash)?.slice(1) ?? []).join('/').split('/').map(decoded);
  return scene ? { kind: 'scene', id: scene, opened: opened.filter((one) => one !== null) } : null;
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
  return index < 0 ? null : { index, figure: byFigure ? hash.id : null, opened: hash.opened };
}

/**
 * The address of a chapter or a record. `element`: for readers, who get the address that its page has for them
 * (data-link), where that is another than its own.
 * @param {'scene' | 'figure'} kind
 * @param {string} id
 * @param {HTMLElement | null} [element]
 * @param {string[]} [opened] series that fill the picture of the chapter
 */
export function deepLink(kind, id, element = null, opened = []) {
  const names = [id, ...opened].map(encodeURIComponent).join('/');
  const hash = opened.length > 0 ? names : `${kind}=${names}`;
  return `${(element?.dataset.link ?? location.href).split('#')[0]}#${hash}`;
}

/**
 * Replaces, never pushes: the back button leaves the page instead of walking back through chapters.
 * @param {'scene' | 'figure'} kind
 * @param {string} id
 * @param {string[]} [opened]
 */
export function writeDeepLink(kind, id, opened) {
  try {
    history.replaceState(history.state, '', deepLink(kind, id, null, opened));
  } catch {
    // A sandboxed frame may not: it then has no deep link, and loses nothing else.
  }
}

/** How many entries of the history have been added since tiles were on show. */
const added = () => Number(history.state?.duoyuan) || 0;

/**
 * A series fills the picture: that the back button takes back.
 * @param {string} id of the chapter
 * @param {string[]} opened
 * @param {boolean} tiles were on show before; else nothing may lie behind but a link to a series
 */
export function pushDeepLink(id, opened, tiles) {
  const entries = tiles || added() > 0 ? added() + 1 : 0;
  try {
    history.pushState({ ...history.state, duoyuan: entries }, '', deepLink('scene', id, null, opened));
  } catch {
    // As above.
  }
}

/** Goes back to the entry in which all tiles were on show; false where the reader came by a link to a series. */
export function leaveOpened() {
  const entries = added();
  if (entries > 0) history.go(-entries);
  return entries > 0;
}
