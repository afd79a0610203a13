// Where the engines and the stories are on a published site. The scripts of a site lie in one folder with the engines,
// and are the same for every story: they find what lies beside them by their own address, and the page says which
// stories it shows, in a block of JSON that no browser runs:
//
//   <script type="application/json" id="duoyuan-site">{"stories":{"story.json":{"compiled":"story-….compiled",
//   "integrity":"sha384-…"}},"stills":{"my-story":"stills/"},"first":"story.json"}</script>
//
// Addresses in it are relative to the page, or hold the bytes themselves (data:) in a page that has everything inside,
// its engine as `player` too. A page without the block may show any story: the element then looks for
// story.compiled beside story.json. `scripts/site/assets.mjs` puts this file in the place of assets.js and
// first-story.js.

import instance from '../pkg/engine.js';
import { beside } from './published-parts.js';

/**
 * @import {Program, StoryFiles} from './assets.js'
 * @typedef {{ compiled?: string, plain?: string, integrity?: string }} Parts
 * @typedef {{ stories?: Record<string, Parts>, stills?: Record<string, string>, first?: string, player?: string }} Site
 */

/** @returns {Site} */
function readSite() {
  const block = document.getElementById('duoyuan-site');
  if (!(block instanceof HTMLScriptElement) || block.type !== 'application/json') return {};
  try {
    const site = JSON.parse(block.text);
    return typeof site === 'object' && site !== null ? site : {};
  } catch {
    return {}; // an article may have something of its own under this name
  }
}

const site = readSite();
const inPage = (/** @type {unknown} */ address) => new URL(String(address), document.baseURI).href;

/** The reader's engine; its JavaScript is in this bundle. @type {Program} */
export const PLAYER = {
  address: site.player ?? beside('player.wasm'),
  integrity: ENGINE_SUMS.player,
  glue: async () => instance,
};

/** The author's engine, for plain stories. @type {Program} */
export const AUTHOR = {
  address: beside('author.wasm'),
  integrity: ENGINE_SUMS.author,
  glue: async () => (await import(beside('engine.js'))).default,
};

/** @type {Map<string, StoryFiles>} */
export const STORIES = new Map(
  Object.entries(site.stories ?? {}).map(([story, { compiled, plain, integrity = '' }]) => {
    const file = (/** @type {string} */ address) => ({ address: inPage(address), integrity: String(integrity) });
    return [inPage(story), { ...(compiled && { compiled: file(compiled) }), ...(plain && { plain: file(plain) }) }];
  }),
);

/** @type {Map<string, string>} */
export const STILLS = new Map(Object.entries(site.stills ?? {}).map(([id, folder]) => [id, inPage(folder)]));

export const FIRST = String(site.first ?? '');

export { MORE_WORDS, sonificationPanel } from './published-parts.js';
