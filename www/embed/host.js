// In the article, beside the iframes: gives each the height it asks for. Before one has spoken, its published heights
// keep the space. It hears only frames of ours, takes nothing but a height from them, and tells them what their tags
// let through.

import { clampHeight, heightAt } from './heights.js';

const FRAMES = 'iframe[data-duoyuan-heights]';
const BURST = 12; // changes of height within a second; a frame and a page that chase each other would go on for ever
const BURST_MS = 1000;

/** @type {WeakMap<HTMLIFrameElement, number[]>} */
const heard = new WeakMap(); // frame → times of its latest changes
/** @type {WeakSet<HTMLIFrameElement>} */
const restless = new WeakSet(); // frames that only grow from now on

/** @param {Element} frame */
function reserve(frame) {
  if (!(frame instanceof HTMLIFrameElement) || heard.has(frame)) return;
  const height = heightAt(frame.dataset.duoyuanHeights ?? '', frame.clientWidth);
  if (height !== null && frame.clientWidth > 0) frame.style.height = `${height}px`;
}

// A moment later, or the frame's own new height would be a loop to the observer.
const sizes = new ResizeObserver((entries) =>
  setTimeout(() => {
    for (const { target } of entries) reserve(target);
  }),
);

/** The frames of this page. */
const frames = () => [...document.querySelectorAll('iframe')];

function adopt() {
  for (const frame of frames()) {
    if (!frame.matches(FRAMES)) continue;
    frame.style.maxWidth = '100%';
    frame.style.border = '0';
    reserve(frame);
    sizes.observe(frame);
  }
}

/** A height from one of our frames, or null. @param {unknown} data */
function heightOf(data) {
  if (typeof data !== 'object' || data === null) return null;
  const { type, v, height } = /** @type {Record<string, unknown>} */ (data);
  if (type !== 'duoyuan' || v !== 1) return null;
  return typeof height === 'number' && Number.isFinite(height) ? clampHeight(height) : null;
}

/**
 * Whether a frame of this page is one of ours: its tag says so, or its address is below the address `site`. What speaks
 * there has come from that address; a sandboxed frame has the origin "null".
 * @param {HTMLIFrameElement} frame
 * @param {string} origin
 * @param {string} site
 */
function isOurs(frame, origin, site) {
  try {
    const { href, origin: own } = new URL(frame.src, document.baseURI);
    if (origin !== 'null' && origin !== own) return false;
    return frame.matches(FRAMES) || (frame.src !== '' && href.startsWith(site));
  } catch {
    return false; // no address
  }
}

/**
 * The frame cannot ask what its sandbox lets through; what offers nothing is hidden there.
 * @param {HTMLIFrameElement} frame
 */
function tellBounds({ sandbox, contentWindow }) {
  if (self.origin === 'null') return; // this page may be in a sandbox too
  const may = (/** @type {string} */ flag) => sandbox.length === 0 || sandbox.contains(flag);
  const said = { type: 'duoyuan', v: 1, links: may('allow-popups'), downloads: may('allow-downloads') };
  contentWindow?.postMessage(said, '*');
}

/** @param {MessageEvent} message @param {string} site */
function hear({ source, origin, data }, site) {
  const height = heightOf(data);
  if (height === null || !source) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !isOurs(frame, origin, site)) return;
  tellBounds(frame);
  const now = performance.now();
  const times = (heard.get(frame) ?? []).filter((time) => now - time < BURST_MS);
  heard.set(frame, times);
  const before = Math.round(parseFloat(frame.style.height)) || 0;
  if (height === before || (restless.has(frame) && height < before)) return;
  times.push(now);
  if (times.length > BURST) restless.add(frame);
  frame.style.height = `${height}px`;
}

/**
 * From now on, sets the heights of this page's frames; `site`: the address of the folder that the frames come from.
 * @param {string} site
 */
export function adoptFrames(site) {
  addEventListener('message', (event) => hear(event, site));
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', adopt);
  adopt();
}
