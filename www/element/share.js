// What leaves the page at the reader's wish: a link, a picture, a table.

import { el } from '../ui/dom.js';
import { CanvasRenderer } from './canvas-renderer.js';
import { cappedDpr } from './stage.js';
import { toSvg } from './svg.js';

/** The address of a chapter or a record, by `kind` scene or figure. `element`: for readers, who get the address that
    its page has for them (data-link), where that is another than its own. */
export function deepLink(kind, id, element = null) {
  return `${(element?.dataset.link ?? location.href).split('#')[0]}#${kind}=${encodeURIComponent(id)}`;
}

/** Replaces, never pushes: the back button leaves the page instead of walking back through chapters. */
export function writeDeepLink(kind, id) {
  try {
    history.replaceState(history.state, '', deepLink(kind, id));
  } catch {
    // A sandboxed frame may not: it then has no deep link, and loses nothing else.
  }
}

/** Frames of other sites may not use the clipboard unless their tag says so; this older way asks for a click only. */
function copyByCommand(text) {
  const give = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', text);
  };
  addEventListener('copy', give, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    removeEventListener('copy', give, { capture: true });
  }
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function save(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  // Not at once: the browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
const cell = (text) => {
  const guarded = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** A table as CSV, with a byte order mark: without one spreadsheet programs read Chinese in another encoding. */
export function csvOf({ columns, rows }) {
  return `\uFEFF${[columns, ...rows.map(({ cells }) => cells)].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

/** The scene on show, in a language, as a file: svg, png or csv. */
export async function saveScene(format, playerHost, scene, lang, size, name) {
  if (format === 'png') save(await toPng(playerHost, size), `${name}.png`, 'image/png');
  if (format === 'svg') save(svgOf(playerHost, scene, lang), `${name}.svg`, 'image/svg+xml');
  if (format === 'csv') save(csvOf(scene.table), `${name}.csv`, 'text/csv;charset=utf-8');
}

/** The scene on show, in a language, at rest as an SVG document. */
export function svgOf(playerHost, scene, lang) {
  return playerHost.use((engine) => toSvg(engine, scene, lang)) ?? '';
}

const PNG_DPR = 2; // pixels per CSS px for print and slides, whatever the screen has

/** The scene on show at rest as a PNG blob; `size` in CSS px. */
export async function toPng(playerHost, { width, height }) {
  const canvas = el('canvas');
  const dpr = cappedDpr(width, height, PNG_DPR);
  canvas.width = Math.floor(width * dpr);
  canvas.height = Math.floor(height * dpr);
  playerHost.use((engine) => new CanvasRenderer(canvas.getContext('2d')).draw(engine, engine.duration(), dpr));
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png');
  });
}
