// What readers may save of a scene: SVG, PNG, CSV.

import { contextOf, el } from '../ui/dom.js';
import { GRID } from '../ui/shared.js';
import { langTag } from '../ui/words.js';
import { cappedDpr } from './stage.js';

/**
 * @import {Engine} from '../pkg/engine.js'
 * @import {Format, Lang, Scene, TableData} from '../types.js'
 * @import {PlayerHost} from './player-host.js'
 */

const ANCHOR = ['', ' text-anchor="middle"', ' text-anchor="end"'];

/** @param {string} text */
const escapeXml = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
/** @param {number} units */
const px = (units) => String(Math.round((units / GRID) * 100) / 100);

/**
 * The picture at rest as an SVG document, from the same numbers that are drawn on the canvas
 * (src/render/display_list.rs says which). `scene` as player-host.js gives it, laid out in `engine`.
 * @param {Engine} engine
 * @param {Scene} scene
 * @param {Lang} lang
 */
function toSvg(engine, scene, lang) {
  const count = engine.draw_data(engine.duration());
  const w = new Float32Array(/** @type {WebAssembly.Memory} */ (engine.memory()).buffer, engine.values(), count);
  const texts = engine.texts(0).split('\0').slice(1);
  const marks = new Map(scene.groups.flatMap((group) => group.marks).map((mark) => [mark.datum, mark]));
  /** @type {string[]} */
  const out = [];
  let i = 2;
  let open = false;
  const rounded = (/** @type {number} */ value) => Math.round(value * 100) / 100;
  const paint = (/** @type {'fill' | 'stroke'} */ name) => {
    const opacity = w[i + 1] < 1 ? ` ${name}-opacity="${rounded(w[i + 1])}"` : '';
    return ` ${name}="#${w[i].toString(16).padStart(6, '0')}"${opacity}`;
  };
  /** Attributes that have the next numbers as lengths. @param {string[]} names */
  const lengths = (...names) => names.map((name) => ` ${name}="${px(w[i++])}"`).join('');
  const path = () => {
    const end = i + 1 + w[i] * 2;
    const points = [];
    for (i += 1; i < end; i += 2) points.push(`${px(w[i])} ${px(w[i + 1])}`);
    return `M${points.join('L')}`;
  };
  /** Shapes of one colour, as many as a number says. @param {() => string} draw their tag and place */
  const many = (draw) => {
    const color = paint('fill');
    let left = w[i + 2];
    for (i += 3; left > 0; left -= 1) out.push(`<${draw()}${color}/>`);
  };
  /** @type {Record<number, () => void>} */
  const operations = {
    1: () => many(() => `rect${lengths('x', 'y', 'width', 'height')}`),
    2: () => many(() => `circle${lengths('cx', 'cy', 'r')}`),
    9: () => many(() => `rect${lengths('x', 'y', 'width', 'height', 'rx')}`),
    3: () => {
      const pen = ` fill="none"${paint('stroke')} stroke-width="${px(w[i + 2])}"`;
      i += 3;
      out.push(`<circle${lengths('cx', 'cy', 'r')}${pen}/>`);
    },
    4: () => many(() => `path d="${path()}Z"`),
    5: () => {
      const pen = `fill="none"${paint('stroke')} stroke-width="${px(w[i + 2])}"`;
      i += 3;
      out.push(`<path d="${path()}" ${pen}/>`);
    },
    6: () => {
      const [, bold, size, family] = /^(bold )?([\d.]+)px (.*)$/.exec(texts[w[i + 2]]) ?? ['', '', '', ''];
      const weight = bold ? ' font-weight="700"' : '';
      const font = `font-family="${escapeXml(family)}" font-size="${px(Number(size))}"${weight}${ANCHOR[w[i + 4]]}`;
      const [words, fill] = [escapeXml(texts[w[i + 3]]), paint('fill')];
      i += 5;
      const [x, y] = [px(w[i]), px(w[i + 1])];
      out.push(`<text x="${x}" y="${y}" ${font}${fill}>${words}</text>`);
      i += 3;
    },
    8: () => {
      if (open) out.push('</g>');
      const mark = marks.get(w[i]);
      open = Boolean(mark);
      if (mark) {
        const figure = mark.figure ? ` data-figure="${escapeXml(mark.figure)}"` : '';
        out.push(`<g data-mark="${escapeXml(mark.key)}"${figure}><title>${escapeXml(mark.name)}</title>`);
      }
      i += 1;
    },
  };
  while (i < count) operations[w[i++]]();
  if (open) out.push('</g>');
  const [width, height] = [scene.width, scene.height].map(rounded);
  const tag = langTag(lang);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const about = `xml:lang="${tag}" lang="${tag}" role="img" aria-labelledby="${scene.id}-t ${scene.id}-d"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${about} stroke-linejoin="round">
<title id="${scene.id}-t">${escapeXml(scene.title)}</title>
<desc id="${scene.id}-d">${escapeXml(scene.description)}</desc>
<style>text{font-variant-numeric:tabular-nums lining-nums}</style>
${out.join('\n')}
</svg>
`;
}

/**
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} type
 */
function save(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  // Not at once: the browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A cell that a spreadsheet would take for a formula gets an apostrophe before it; a negative number the sign that
// it reads.
/** @param {string} text */
const cell = (text) => {
  const read = text.replace(/^−(?=\d[\d,.%]*$)/, '-');
  const guarded = read === text && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : read;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/**
 * A table as CSV, with a byte order mark: without one spreadsheet programs read Chinese in another encoding.
 * @param {Pick<TableData, 'columns' | 'rows'>} table
 */
function csvOf({ columns, rows }) {
  const lines = [columns, ...rows.map(({ cells }) => cells)].map((cells) => `${cells.map(cell).join(',')}\r\n`);
  return `\uFEFF${lines.join('')}`;
}

/**
 * A table as a file.
 * @param {Pick<TableData, 'columns' | 'rows'>} table
 * @param {string} name without an ending
 */
export const saveTable = (table, name) => save(csvOf(table), `${name}.csv`, 'text/csv;charset=utf-8');

/**
 * A scene, in a language, as a file: with its answer, whatever is still guessed on the page.
 * @param {Format} format
 * @param {PlayerHost} playerHost
 * @param {number} index
 * @param {Lang} lang
 * @param {string} name without an ending
 */
export async function saveScene(format, playerHost, index, lang, name) {
  if (format === 'png') save(await toPng(playerHost, index), `${name}.png`, 'image/png');
  if (format === 'svg') save(svgOf(playerHost, index, lang), `${name}.svg`, 'image/svg+xml');
  const table = format === 'csv' && playerHost.alone(index, (scene) => scene.table);
  if (table) saveTable(table, name);
}

/**
 * A scene, in the language of the view, at rest as an SVG document.
 * @param {PlayerHost} playerHost
 * @param {number} index
 * @param {Lang} lang
 */
export function svgOf(playerHost, index, lang) {
  return playerHost.alone(index, (scene, engine) => toSvg(engine, scene, lang)) ?? '';
}

const PNG_DPR = 2; // pixels per CSS px for print and slides, whatever the screen has

/**
 * A scene at rest as a PNG blob.
 * @param {PlayerHost} playerHost
 * @param {number} index
 * @returns {Promise<Blob>}
 */
export async function toPng(playerHost, index) {
  const canvas = el('canvas');
  playerHost.alone(index, ({ width, height }, engine) => {
    const dpr = cappedDpr(width, height, PNG_DPR);
    canvas.width = Math.floor(width * dpr);
    canvas.height = Math.floor(height * dpr);
    engine.render(contextOf(canvas), dpr, engine.duration());
  });
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png');
  });
}
