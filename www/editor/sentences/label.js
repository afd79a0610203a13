// What an amount is of, suggested from the article around it, in the article's language.
//
// In: the text, the amounts in its order. Out: a label for each, without digits, and where it comes from. An editor
// corrects it.

import { namesEn, suggestEn } from './label-en.js';
import { listedNames } from './label-lists.js';
import { namesZh, partOf, suggestZh } from './label-zh.js';

/** @import { Recognised } from './types.js' */
/**
 * Around an amount, within its clause.
 * @typedef {{ before: string, after: string, rest: string, printed: string, measure: string, unit: string,
 *   direction: string, previous: string }} Clause `after` ends at the next amount, `rest` with the clause.
 * `from`: before, after, previous (the label before it), itself (the counted noun) or '' where there is nothing.
 * @typedef {{ label: string, from: string, whole?: string }} Suggested
 */

const STOPS = /[，。；：、！？（）,;:()!?\n]|\.(?=\s|$)/g;
/** Words with which a clause goes on about the same subject. */
const JOINS = /^(?:\s|其中|同比|环比|比|较|或|即|提高|增长|下降|上升|or|by|up|down|and)*$/i;

/** What a label adds to what it is of. */
const CHANGED =
  /(?:占比|增速|增长|增加|上升|提高|提升|上涨|扩大|下降|减少|降低|下滑|回落|缩小|, (?:share|growth|change))$/;

/** @param {string} text @param {number} from @param {number} to */
function behindLastStop(text, from, to) {
  const last = [...text.slice(from, to).matchAll(STOPS)].at(-1);
  return last ? from + last.index + last[0].length : from;
}

/** @param {string} text @param {number} from @param {number} to */
function beforeFirstStop(text, from, to) {
  const first = text.slice(from, to).search(STOPS);
  return first < 0 ? to : from + first;
}

/**
 * The labels of all amounts.
 * @param {string} text @param {readonly Recognised[]} amounts In the order of the text. @param {string} language
 * @returns {Suggested[]}
 */
export function suggestLabels(text, amounts, language) {
  const isZh = language.startsWith('zh');
  const [suggest, names] = isZh ? [suggestZh, namesZh] : [suggestEn, namesEn];
  const listed = listedNames(text, amounts, language);
  /** @type {Suggested[]} */
  const all = [];
  /** What the labels before it in the sentence are of, without 增速. */
  let subject = '';
  for (const [i, amount] of amounts.entries()) {
    const [from, to] = amount.sentence;
    const earlier = amounts[i - 1];
    const within = earlier && earlier.end > from;
    if (!within) subject = '';
    const start = Math.max(behindLastStop(text, from, amount.start), within ? earlier.end : from);
    const next = amounts[i + 1];
    const stop = beforeFirstStop(text, amount.end, Math.min(to, next && next.start < to ? next.start : to));
    // what the amount before it is named by, behind it, names no other: thirty percent cycle and eleven percent walk
    const used = within && start === earlier.end && all[i - 1].from === 'after';
    const before = used ? '' : text.slice(start, amount.start);
    // two of the seven libraries were closed: what is told of them is told of the part
    const ahead = !isZh && before.trim() === '' && amount.measure === 'count' && amount.whole?.[0] === next?.start;
    const told = ahead && next ? next : amount;
    const isTold = !isZh && within && earlier.whole?.[0] === amount.start && earlier.measure === 'count';
    const end = isTold ? amount.end : beforeFirstStop(text, told.end, to);
    const suggested = suggest({
      before,
      after: text.slice(told.end, isTold ? told.end : ahead ? end : stop),
      rest: text.slice(told.end, end),
      printed: told.printed,
      measure: amount.measure ?? '',
      unit: told.unit,
      direction: amount.direction ?? '',
      previous: subject,
    });
    const own = listed.get(amount);
    if (own) {
      const suffix = amount.measure === 'growth' ? (isZh ? '增速' : ', growth') : isZh ? '变化' : ', change';
      const label = own.name && own.changes ? own.name + suffix : own.name;
      all.push({ label, from: label ? 'before' : '' });
      subject = own.name;
      continue;
    }
    // more than in, 比增加: no name is better than one that names nothing
    const whole = isZh && amount.whole ? amounts.findIndex(({ start }) => start === amount.whole?.[0]) : -1;
    if (whole >= 0 && whole < i) suggested.label = partOf(suggested.label, all[whole].label);
    if (suggested.label && !names(suggested.label)) Object.assign(suggested, { label: '', from: '' });
    all.push(suggested);
    const changes = ['growth', 'points', 'change', 'multiple', 'share'].includes(amount.measure ?? '');
    if (
      suggested.label &&
      suggested.from !== 'previous' &&
      !(changes && subject && JOINS.test(text.slice(start, amount.start)))
    )
      subject = suggested.label.replace(changes ? CHANGED : /(?:占比|, share)$/, '');
  }
  return all;
}
