// In the article, beside the iframes: gives each the height it asks for. Before one has spoken, its published heights keep the space. It hears only
// the frames that carry data-duoyuan-heights, and takes nothing but a height from them.

import { clampHeight, heightAt } from './heights.js';

const FRAMES = 'iframe[data-duoyuan-heights]';
const BURST = 12; // changes of height within a second; a frame and a page that chase each other would go on for ever
const BURST_MS = 1000;

const heard = new WeakMap(); // frame → times of its latest changes
const restless = new WeakSet(); // frames that only grow from now on

function reserve(frame) {
  if (heard.has(frame)) return;
  const height = heightAt(frame.dataset.duoyuanHeights, frame.clientWidth);
  if (height !== null && frame.clientWidth > 0) frame.style.height = `${height}px`;
}

// A moment later, or the frame's own new height would be a loop to the observer.
const sizes = new ResizeObserver((entries) => setTimeout(() => { for (const { target } of entries) reserve(target); }));

function adopt() {
  for (const frame of document.querySelectorAll(FRAMES)) {
    frame.style.maxWidth = '100%';
    frame.style.border = '0';
    reserve(frame);
    sizes.observe(frame);
  }
}

/** A height from one of our frames, or null. */
function heightOf(data) {
  if (typeof data !== 'object' || data === null || data.type !== 'duoyuan' || data.v !== 1) return null;
  return typeof data.height === 'number' && Number.isFinite(data.height) ? clampHeight(data.height) : null;
}

addEventListener('message', ({ source, origin, data }) => {
  const height = heightOf(data);
  if (height === null || !source) return;
  const frame = [...document.querySelectorAll(FRAMES)].find(({ contentWindow }) => contentWindow === source);
  // A sandboxed frame has the origin "null".
  if (!frame || (origin !== 'null' && origin !== new URL(frame.src, document.baseURI).origin)) return;
  const now = performance.now();
  const times = (heard.get(frame) ?? []).filter((time) => now - time < BURST_MS);
  heard.set(frame, times);
  const before = Math.round(parseFloat(frame.style.height)) || 0;
  if (height === before || (restless.has(frame) && height < before)) return;
  times.push(now);
  if (times.length > BURST) restless.add(frame);
  frame.style.height = `${height}px`;
});

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', adopt);
adopt();
