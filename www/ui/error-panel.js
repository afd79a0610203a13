// What the reader sees when there is no picture, and what an editor sees when new files are broken or a chart is not
// drawn because it would say too much.

import { el } from './dom.js';
import { editorLang, ERRORS, langTag, RETRY } from './words.js';

/**
 * @import {EditorLang, Lang, Problem, Words} from '../types.js'
 * @import {ErrorCode} from './words.js'
 */

/**
 * What could not be shown, and why.
 * @typedef {{ code: ErrorCode, file: string, detail: string, problems: Problem[] }} Failure
 */

/** @param {Problem} problem */
function place(problem) {
  return [problem.file, problem.line, problem.column]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(':');
}

/** @param {Problem} problem @param {EditorLang[]} languages */
function problemItem(problem, languages) {
  return el(
    'li',
    {},
    el('code', {}, `${place(problem)} ${problem.code}`),
    ...languages.flatMap((lang) => [
      el('p', { lang: langTag(lang) }, problem.message[lang], ' ', el('span', { class: 'help' }, problem.help[lang])),
    ]),
  );
}

const MOST = 20; // problems listed; the first ones usually cause the others

/** @param {Problem[]} problems @param {EditorLang[]} languages */
function problemList(problems, languages) {
  const rest = problems.length - MOST;
  return el(
    'ol',
    { class: 'problems' },
    ...problems.slice(0, MOST).map((problem) => problemItem(problem, languages)),
    rest > 0 ? el('li', {}, `+ ${rest}`) : null,
  );
}

/**
 * What is wrong, one by one: of a failure that names nothing, the failure itself.
 * @param {Failure} error
 * @returns {Problem[]}
 */
export function problemsOf({ code, file, problems }) {
  if (problems.length > 0) return problems;
  const { zh, en } = ERRORS[code];
  return [{ file, code, message: { zh: zh[0], en: en[0] }, help: { zh: zh[1], en: en[1] } }];
}

/**
 * In place of the picture, in both languages, the reader's first: what happened, which file, what to do.
 * @param {Failure} error
 * @param {Lang} lang
 * @param {() => void} retry
 */
export function errorPanel(error, lang, retry) {
  const texts = ERRORS[error.code];
  const languages = /** @type {EditorLang[]} */ (editorLang(lang) === 'zh' ? ['zh', 'en'] : ['en', 'zh']);
  const say = (/** @type {EditorLang} */ lang) =>
    el('div', { lang: langTag(lang) }, el('p', { class: 'what' }, texts[lang][0]), el('p', {}, texts[lang][1]));
  return el(
    'div',
    { class: 'error-panel', role: 'alert' },
    ...languages.map(say),
    el('p', {}, el('code', {}, [error.file, error.detail].filter(Boolean).join(' · '))),
    error.problems.length > 0 ? problemList(error.problems, languages) : null,
    el('button', { type: 'button', class: 'button', 'data-do': 'retry', onclick: retry }, RETRY),
  );
}

/**
 * Beside a picture that stays: the new files have problems (`stale`), or some charts are not drawn (`refused`).
 * @param {Problem[]} problems
 * @param {Words} words
 * @param {Lang} lang
 * @param {() => void} close
 * @param {'stale' | 'refused'} what
 */
export function problemPanel(problems, words, lang, close, what = 'stale') {
  return el(
    'section',
    { class: 'problem-panel', role: 'status', 'aria-label': words.problems(problems.length) },
    el('p', { class: 'what' }, `${words.problems(problems.length)} · ${words[what]}`),
    problemList(problems, [editorLang(lang)]),
    el('button', { type: 'button', class: 'button', onclick: close }, words.close),
  );
}
