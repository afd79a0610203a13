// What leaves the page at the reader's wish: a deep link, a picture, a table. Addresses are read here too.

import { el } from './dom.js';

/** `#scene=ID` or `#figure=ID`; ids hold letters, digits and - _ . @ only. */
export function readHash() {
  const match = /^#(scene|figure)=([\w.@-]{1,128})$/.exec(decodeHash());
  return match ? { kind: match[1], id: match[2] } : null;
}

function decodeHash() {
  try {
    return decodeURIComponent(location.hash);
  } catch {
    return '';
  }
}

export function deepLink(kind, id) {
  return `${location.href.split('#')[0]}#${kind}=${encodeURIComponent(id)}`;
}

/** Replaces, never pushes: the back button leaves the page instead of walking back through chapters. */
export function writeHash(kind, id) {
  try {
    history.replaceState(history.state, '', deepLink(kind, id));
  } catch {
    // A sandboxed frame may not: it then has no deep link, and loses nothing else.
  }
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function save(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  // Not at once: the browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A picture for print and slides: at rest, two pixels per CSS px, whatever the screen has. */
export function toPng(engine, width, height, dpr) {
  const canvas = el('canvas');
  canvas.width = Math.floor(width * dpr);
  canvas.height = Math.floor(height * dpr);
  engine.render(canvas.getContext('2d'), dpr, engine.duration());
  return new Promise((done, fail) => { canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'); });
}
