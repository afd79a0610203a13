// The story as a site: the same files as `duoyuan build` writes, but for pictures in pixels, which this browser paints.
//
// **Invariant**: the scripts and engines of the site are those that this editor was published with.

/** @import {Classes, Draft} from '../pkg/engine.js' */
/** @typedef {{ files: string[], folder: string }} Assets */

/** Where the page says that the list of assets is. */
const list = () => document.documentElement.dataset.assets ?? 'assets.json';

/** The scripts, styles and engines of every site, by name. @returns {Promise<Map<string, Uint8Array>>} */
async function assets() {
  const read = async (/** @type {string | URL} */ address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response;
  };
  const address = new URL(list(), document.baseURI);
  const { folder, files } = /** @type {Assets} */ (await (await read(address)).json());
  if (files.length === 0)
    throw new Error('没有网页资源：先运行 make assets\nthere are no page assets: run make assets first');
  const one = async (/** @type {string} */ name) => {
    const response = await read(new URL(folder + name, address));
    return /** @type {const} */ ([name, new Uint8Array(await response.arrayBuffer())]);
  };
  return new Map(await Promise.all(files.map(one)));
}

/**
 * A drawing as PNG, painted by this browser with its own fonts.
 * @param {{ svg: string, width: number, height: number, ground: string }} drawing
 */
async function png({ svg, width, height, ground }) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done));
    if (!blob) throw new Error('no picture');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Stops with what the engine says, in Chinese and English. @param {string} why */
function refuse(why) {
  if (why) throw new Error(why);
}

/** Lets the browser show what has been done. */
const breath = () => new Promise((done) => setTimeout(done));

/**
 * All files of the site by their paths. `progress` is told how many pictures of how many are painted.
 * @param {{ draft: Draft, classes: Pick<Classes, 'SiteBuilder'> }} engine
 * @param {{ base: string, inline: boolean, progress?: (done: number, all: number) => void }} given
 */
export async function buildSite({ draft, classes }, { base, inline, progress = () => {} }) {
  const shared = await assets();
  const builder = new classes.SiteBuilder(base, inline);
  try {
    for (const [name, bytes] of shared) builder.add_asset(name, bytes);
    refuse(builder.begin(draft));
    const drawings = JSON.parse(builder.pictures());
    for (const [done, drawing] of drawings.entries()) {
      builder.add_picture(drawing.path, await png(drawing));
      progress(done + 1, drawings.length);
    }
    await breath();
    refuse(builder.finish());
    /** @type {Map<string, Uint8Array>} */
    const files = new Map();
    for (const path of builder.paths().split('\n')) files.set(path, builder.file(path));
    return files;
  } finally {
    builder.free();
  }
}
