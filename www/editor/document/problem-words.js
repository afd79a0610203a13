// What a problem says in the editor: the engine's words without ids, and of a field that is empty its name on the page
// instead of its name in a file.
//
// **Invariant**: what is not an empty field of the editor is told as the engine tells it.

import { language, saidPlainly } from '../words.js';
import { languages } from './session.js';

/** @import {Problem} from '../types.js' */

/** Fields by their member, as the pages call them. */
const FIELDS = {
  zh: {
    figures: { label: '说的是' },
    scenes: { name: '章名' },
    '': {
      label: '名称',
      name: '名称',
      value: '值',
      unit: '单位',
      period: '期间',
      base: '基期',
      denominator: '整体',
      deadline: '期限',
      scope: '范围',
      definition: '定义',
      measure: '性质',
      title: '标题',
      subtitle: '副题',
      note: '小注',
      notice: '说明',
      publisher: '发布者',
      interest: '利益关系',
    },
  },
  en: {
    figures: { label: 'About' },
    scenes: { name: 'Name' },
    '': {
      label: 'Name',
      name: 'Name',
      value: 'Value',
      unit: 'Unit',
      period: 'Period',
      base: 'Base',
      denominator: 'Whole',
      deadline: 'Deadline',
      scope: 'Scope',
      definition: 'Definition',
      measure: 'Measure',
      title: 'Title',
      subtitle: 'Subtitle',
      note: 'Note',
      notice: 'Notes',
      publisher: 'Publisher',
      interest: 'Interest',
    },
  },
};

const LANGUAGES = {
  zh: { zh: '中文', en: '英文', ru: '俄文' },
  en: { zh: 'Chinese', en: 'English', ru: 'Russian' },
};

const WORDS = {
  zh: {
    empty: (/** @type {string} */ field) => `“${field}”还没有填`,
    emptyIn: (/** @type {string} */ field, /** @type {string} */ lang) => `“${field}”还没有填${lang}`,
    fill: (/** @type {string} */ field) => `在“${field}”一格里写上`,
    fillIn: (/** @type {string} */ field, /** @type {string} */ lang) => `在“${field}”一格里写上${lang}`,
  },
  en: {
    empty: (/** @type {string} */ field) => `“${field}” is empty`,
    emptyIn: (/** @type {string} */ field, /** @type {string} */ lang) => `“${field}” has no ${lang} words`,
    fill: (/** @type {string} */ field) => `Fill in the field “${field}”.`,
    fillIn: (/** @type {string} */ field, /** @type {string} */ lang) => `Fill in the field “${field}” in ${lang}.`,
  },
};

/** The field that a problem says is empty, and the language that it lacks; null where it says something else.
 * @param {Problem} problem */
function emptyField({ code, file, path }) {
  if (!['missing-field', 'missing-unit'].includes(code) || !/^(?:story|sources)\.json$/.test(file)) return null;
  const parts = path.replace(/\[\d+\]/g, '').split('.');
  const [, lang = ''] = /^(zh|en|ru)(?:-|$)/.exec(parts.at(-1) ?? '') ?? [];
  const member = (lang ? parts.at(-2) : parts.at(-1)) ?? '';
  const all = FIELDS[language.value];
  const own = /** @type {Record<string, Record<string, string>>} */ (all)[parts[0]]?.[member];
  const field = own ?? /** @type {Record<string, string>} */ (all[''])[member];
  if (!field || parts.length > (lang ? 4 : 3)) return null;
  // of a story in one language nothing is lacking but the words
  return {
    field,
    lang: lang && languages.value.length > 1 ? LANGUAGES[language.value][/** @type {'zh'} */ (lang)] : '',
  };
}

/** What is wrong. @param {Problem} problem */
export function messageOf(problem) {
  const empty = emptyField(problem);
  const words = WORDS[language.value];
  if (!empty) return saidPlainly(problem.message);
  return empty.lang ? words.emptyIn(empty.field, empty.lang) : words.empty(empty.field);
}

/** What to do about it. @param {Problem} problem */
export function helpOf(problem) {
  const empty = emptyField(problem);
  const words = WORDS[language.value];
  if (!empty) return saidPlainly(problem.help);
  return empty.lang ? words.fillIn(empty.field, empty.lang) : words.fill(empty.field);
}
