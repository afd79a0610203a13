// What a cell says: a number with its bound and footnote sign, that nothing is published, or words.
//
// **Invariant**: digits stay as they are printed; a cell that may mean two things is words.

/** @import { Cell } from './types.js' */

const NONE = /^(?:[-–—―－]+|\.{2,}|…+|\/|n\/?a|na|none|null|无|缺|暂无|未公布|未发布|不详|x)$/i;
/** Words among which a cell says that there is no number; without digits they mean nothing else. */
const MISSING = new RegExp(
  '未公布|未发布|未公开|未提供|未统计|未披露|暂无|不详|缺|没有|无数据|' +
    '\\b(?:not?\\s+(?:yet\\s+)?' +
    '(?:published|available|given|reported|released|disclosed|known|applicable|stated|data)|' +
    'unpublished|unknown|unavailable|missing|pending|withheld|confidential|suppressed|' +
    'n\\.?\\s?[ap]\\.?(?![a-z])|tba|tbd)',
  'i',
);
const SIGN = /(?:[①-⑳]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*＊†‡§]+|\s?[[(（](?:注?\s?\d{1,2}|[a-d])[\])）])$/;

/** Words in front of a number, longer ones first, each with the bound that it prints. @type {[string, string][]} */
const BEFORE = [
  ['超过', 'more_than'],
  ['超', 'more_than'],
  ['逾', 'more_than'],
  ['至少', 'at_least'],
  ['不低于', 'at_least'],
  ['不足', 'less_than'],
  ['不到', 'less_than'],
  ['不满', 'less_than'],
  ['至多', 'up_to'],
  ['不超过', 'up_to'],
  ['大约', 'about'],
  ['约', 'about'],
  ['近', 'nearly'],
  ['more than ', 'more_than'],
  ['over ', 'more_than'],
  ['above ', 'more_than'],
  ['at least ', 'at_least'],
  ['less than ', 'less_than'],
  ['under ', 'less_than'],
  ['below ', 'less_than'],
  ['at most ', 'up_to'],
  ['up to ', 'up_to'],
  ['about ', 'about'],
  ['around ', 'about'],
  ['approximately ', 'about'],
  ['nearly ', 'nearly'],
  ['almost ', 'nearly'],
];
/** Words behind it. @type {[string, string][]} */
const BEHIND = [
  ['余', 'more_than'],
  ['多', 'more_than'],
  ['以上', 'at_least'],
  ['以下', 'up_to'],
  ['左右', 'about'],
  [' or more', 'at_least'],
  [' or less', 'up_to'],
];
/** Signs, which are said in a word. @type {Record<string, [bound: string, zh: string, en: string]>} */
const SIGNS = {
  '≥': ['at_least', '至少', 'at least'],
  '≤': ['up_to', '至多', 'up to'],
  '>': ['more_than', '超过', 'more than'],
  '＞': ['more_than', '超过', 'more than'],
  '<': ['less_than', '不足', 'less than'],
  '＜': ['less_than', '不足', 'less than'],
  '~': ['about', '约', 'about'],
  '≈': ['about', '约', 'about'],
  '～': ['about', '约', 'about'],
};
const NUMBER =
  /^([-−－+]?)(\d{1,3}(?:[,，\s]\d{3})+|\d+)?(\.\d+)?\s*(万|亿|thousand|million|billion|mn|bn)?\s*([%％])?$/i;
/** @type {Record<string, string>} */
export const POWERS = {
  万: 'wan',
  亿: 'yi',
  thousand: 'thousand',
  million: 'million',
  mn: 'million',
  billion: 'billion',
  bn: 'billion',
};

/** Words of a cell that say what its number is, as the editor's own menus have them. @type {[string, RegExp][]} */
const STATUSES = [
  ['final', /^(?:final|as printed|照原文|最终数?|终值)$/i],
  ['preliminary', /^(?:preliminary|provisional|初步|初步核算)(?:数|数据| figures?| data)?$/i],
  ['revised', /^(?:revised|修订|修正)(?:数|值|数据| figures?)?$/i],
  ['estimated', /^(?:estimated?|an estimate|估计|估算)(?:数|值| figures?)?$/i],
  ['forecast', /^(?:forecast|预测|预计)(?:数|值)?(?:[,，] ?(?:no result|not a result|不是结果))?$/i],
  ['target', /^(?:target|goal|目标)(?:数|值)?(?:[,，] ?(?:no result|not a result|不是结果))?$/i],
];

/** The status that the words of a cell name; '' where they name none. @param {string} text */
export const statusIn = (text) => STATUSES.find(([, words]) => words.test(text.trim()))?.[0] ?? '';

/** Whether words say that a number is missing. @param {string} text */
export const saysMissing = (text) => !/\d/.test(narrow(text)) && MISSING.test(text);

/** Full-width digits as plain ones. @param {string} text */
export const narrow = (text) => text.replaceAll(/[０-９．％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/**
 * @param {string} text @param {string} [language] In which signs are said.
 * @returns {Cell}
 */
export function readCell(text, language = 'zh') {
  const sign = text.match(SIGN)?.[0].trim() ?? '';
  /** @type {Cell} */
  const cell = { kind: 'none', digits: '', power: '', percent: false, bound: '', printed: '', sign };
  let body = narrow(text.replace(SIGN, '')).trim();
  // (12) by itself may be a loss of twelve or a footnote
  if (body === '' && sign) return { ...cell, kind: 'words' };
  if (body === '' || NONE.test(body)) return cell;
  const signed = SIGNS[body[0]];
  if (signed) {
    [cell.bound, cell.printed] = [signed[0], language.startsWith('zh') ? signed[1] : signed[2]];
    body = body.slice(1).trim();
  }
  const lower = body.toLowerCase();
  const before = [...BEFORE].sort(([a], [b]) => b.length - a.length).find(([word]) => lower.startsWith(word));
  const behind = BEHIND.find(([word]) => lower.endsWith(word));
  if (before && !signed) {
    [cell.bound, cell.printed] = [before[1], before[0].trim()];
    body = body.slice(before[0].length);
  } else if (behind && !signed) {
    [cell.bound, cell.printed] = [behind[1], behind[0].trim()];
    body = body.slice(0, -behind[0].length);
  }
  const found = body.trim().match(NUMBER);
  if (!found || (found[2] === undefined && found[3] === undefined) || (before && behind))
    return { ...cell, kind: 'words' };
  const digits = (found[2] ?? '0').replaceAll(/[,，\s]/g, '') + (found[3] ?? '');
  return {
    ...cell,
    kind: 'number',
    digits: (/[-−－]/.test(found[1]) ? '-' : '') + digits,
    power: POWERS[(found[4] ?? '').toLowerCase()] ?? '',
    percent: found[5] !== undefined,
  };
}
