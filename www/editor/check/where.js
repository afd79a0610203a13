// Where a problem is, in words: the chapter and the sentence, the statement, the table and its line, the source.
//
// **Invariant**: what has no name of its own is told by its file and line.

/**
 * @import {Problem} from '../types.js'
 * @typedef {object} Names
 * @property {(scene: number) => string} scene
 * @property {(scene: number, row: number, column: number) => number} chart from 1
 * @property {(id: string) => string} figure
 * @property {(id: string) => string} series
 * @property {(file: string) => string} seriesOfFile
 * @property {(id: string) => string} source
 * @typedef {{ sentence: (n: number) => string, title: string, subtitle: string, note: string, name: string,
 *   chart: (n: number) => string, statement: string, table: string, source: string,
 *   line: (n: number) => string }} Words
 */

const MEMBERS = new Set(['title', 'subtitle', 'note', 'name']);

/**
 * @param {Pick<Problem, 'file' | 'line' | 'path'>} problem
 * @param {Names} names
 * @param {Words} words
 */
export function whereOf({ file, line, path }, names, words) {
  if (file === 'sources.json') {
    const [, id = ''] = /^sources\.([^.[]+)/.exec(path) ?? [];
    return id ? `${words.source} · ${names.source(id)}` : plain(file, line, words);
  }
  if (file.endsWith('.csv')) return `${words.table} · ${names.seriesOfFile(file)} · ${words.line(line)}`;
  const scene = /^scenes\[(\d+)\](?:\.(.*))?$/.exec(path);
  if (scene)
    return [names.scene(Number(scene[1])), inScene(Number(scene[1]), scene[2] ?? '', names, words)]
      .filter(Boolean)
      .join(' · ');
  const [, top = '', id = ''] = /^(figures|series|lists)\.([^.[]+)/.exec(path) ?? [];
  if (top === 'series') return `${words.table} · ${names.series(id)}`;
  return top ? `${words.statement} · ${names.figure(id)}` : plain(file, line, words);
}

/** @param {number} scene @param {string} path @param {Names} names @param {Words} words */
function inScene(scene, path, names, words) {
  const sentence = /^narration\[(\d+)\]/.exec(path);
  if (sentence) return words.sentence(Number(sentence[1]) + 1);
  const chart = /^rows\[(\d+)\]\[(\d+)\]/.exec(path);
  if (chart) return words.chart(names.chart(scene, Number(chart[1]), Number(chart[2])));
  const [member] = path.split(/[.[]/);
  return MEMBERS.has(member) ? words[/** @type {'title'} */ (member)] : '';
}

/** @param {string} file @param {number} line @param {Words} words */
const plain = (file, line, words) => `${file} · ${words.line(line)}`;

/** Those that stop publishing first. @template {{ severity: string }} P @param {readonly P[]} problems */
export const inOrder = (problems) => [
  ...problems.filter(({ severity }) => severity === 'error'),
  ...problems.filter(({ severity }) => severity !== 'error'),
];
