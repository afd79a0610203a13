// What an amount leaves open, as a question with answers. The first answer is the one that claims least: it is
// suggested.
//
// **Invariant**: an answer sets only members that the question is about.

import { periodWords, readPeriod, yearsLater } from './dates.js';
import { inLanguage, memberOf, NO_BASE, spoken } from './words-of.js';

/** @import { Suggested } from './label.js' */
/** @import { Told } from './guess.js' */
/** @import { Figure, Period, Question, Recognised } from './types.js' */
/**
 * @typedef {{ amounts: readonly Recognised[], labels: readonly Suggested[], figure: Figure, period: Period,
 *   asked: Period | null, listed?: string, told: Told }} Around
 * `listed`: the words that list amounts of several periods, of which the one before has that which is asked about
 */

const AIMS = {
  zh: /目标|力争|争取|计划|规划|拟|预计|有望|将(?!近)|到20\d\d年/,
  en: new RegExp(
    '\\b(?:will|would|plans?|planned|planning|aims?|aiming|targets?|goals?|by 20\\d\\d|to be \\w+ed|are to|is to|' +
      'expects?|expected|wants?|hop(?:es?|ing)|intends?|seeks?|pledge[sd]|vow(?:s|ed)|promise[sd]|' +
      'forecasts?|predicts?|projected|predicted)\\b',
    'i',
  ),
  ru: /(?:план|цел|будет|к 20\d\d)/i,
};
const PARTS = {
  zh: /其中|包括/,
  en: /\b(?:of (?:whom|which|these|them|it)|including)\b/i,
  ru: /(?:из них|в том числе)/i,
};
/** Between two amounts that are compared: neither is a part of the other. */
const COMPARED = {
  zh: /[比较至降升减增]|缩短/,
  en: /\b(?:to|than|from|against|compared)\b/i,
  ru: /(?:до|чем|против|по сравнению)/i,
};
/** What is a rate of its own kind, whatever of. */
const RATES = /率$|(?:rate|cover|coverage|unemployment|ratio)$/i;
/** Measures that may be parts of each other. */
const STOCKS = new Set(['count', 'level', 'flow']);

/** @param {string} printed @param {string} label */
const phrase = (printed, label) => (label ? `${label} ${printed}` : printed);

/**
 * Whether it is said as a goal.
 * @param {Recognised} amount @param {Around} around @returns {Question[]}
 */
function goal(amount, { told: { text, language }, period, figure }) {
  const before = text.slice(amount.sentence[0], amount.start).replaceAll(/five-year plan|五”?规划/gi, '');
  const words = before.match(AIMS[/** @type {'zh'} */ (memberOf(language))])?.[0];
  if (!words || figure.measure === 'date') return [];
  const { start: _, end: __, window: ___, inferred: ____, ...deadline } = period;
  const dated = period.window === 'undated' ? {} : { deadline };
  // what the engine has proposed is taken back by another answer
  const { status } = figure;
  const none = figure.deadline ? { deadline: null } : {};
  const answers = [
    { id: 'target', set: { status: 'target', ...dated } },
    { id: 'forecast', set: { status: 'forecast', ...none } },
    { id: 'result', set: status ? { status: null, ...none } : {} },
  ];
  answers.sort((a, b) => Number(b.id === status) - Number(a.id === status));
  return [{ id: 'goal', values: { words }, answers }];
}

/**
 * Of what it is a share, or whether it is a part of the amount before it.
 * @param {number} i @param {Around} around @returns {Question[]}
 */
function whole(i, { amounts, labels, figure, told: { text, language } }) {
  const amount = amounts[i];
  const of = memberOf(language);
  const earlier = amounts
    .map((other, at) => ({ other, label: labels[at].label, at }))
    .slice(0, i)
    .filter(({ other, label }) => other.paragraph === amount.paragraph && STOCKS.has(other.measure ?? '') && label)
    .reverse();
  const inSentence = earlier.filter(({ other }) => other.sentence[0] === amount.sentence[0]);
  const set = (/** @type {string} */ label) => ({ denominator: { [of]: label, stated: true }, part_of: '' });
  if (figure.measure === 'share') {
    const around = text.slice(amount.sentence[0], amount.sentence[1]);
    const near = inSentence.length > 0 || !PARTS[/** @type {'zh'} */ (of)].test(around) ? inSentence : earlier;
    const wholes = [...new Set(near.map(({ label }) => label))].slice(0, 2);
    if (figure.denominator || wholes.length === 0 || RATES.test(labels[i].label)) return [];
    const answers = wholes.map((label) => ({ id: 'of', set: set(label), values: { label } }));
    return [{ id: 'whole', values: { printed: amount.printed }, answers: [{ id: 'unstated', set: {} }, ...answers] }];
  }
  if (!STOCKS.has(figure.measure ?? '') || figure.denominator) return [];
  const before = inSentence[0];
  if (!before || before.at !== i - 1 || before.other.unit !== amount.unit || !amount.unit) return [];
  if (!isPart(before.other, amount)) return [];
  const between = text.slice(before.other.end, amount.start);
  const said = between.match(PARTS[/** @type {'zh'} */ (of)])?.[0];
  if (!said && COMPARED[/** @type {'zh'} */ (of)].test(between)) return [];
  return [
    {
      id: 'part',
      values: { part: amount.printed, whole: phrase(before.other.printed, before.label) },
      answers: [
        { id: 'unstated', set: {} },
        { id: 'stated', set: set(before.label) },
      ],
      note: said ? 'says' : 'silent',
    },
  ];
}

/** @param {Recognised} large @param {Recognised} small */
const isPart = (large, small) => {
  const [a, b] = [large.figure.value, small.figure.value];
  return typeof a === 'number' && typeof b === 'number' && a > b;
};

/** With what a change compares. @param {Recognised} amount @param {Around} around @returns {Question[]} */
function base(amount, { figure, period, asked, told: { languages, language } }) {
  if (figure.measure !== 'growth' || amount.figure.base) return [];
  const { start, end } = period.start ? period : (asked ?? period);
  const before = start ? yearsLater({ start, end }, -1) : null;
  const words = Object.fromEntries(languages.map((of) => [memberOf(of), before ? periodWords(before, of) : '']));
  const values = { period: before ? periodWords(before, language) : '' };
  return [
    {
      id: 'base',
      values: { printed: amount.printed },
      answers: [
        { id: 'unstated', set: { base: spoken(NO_BASE, languages) } },
        ...(before ? [{ id: 'yearBefore', set: { base: words }, values }] : []),
      ],
    },
  ];
}

/**
 * When it holds, where only another paragraph says it, or only the one before it in a list.
 * @param {Around} around @returns {Question[]}
 */
function period({ asked, listed, told: { language, languages } }) {
  if (!asked) return [];
  const said = inLanguage(asked, language);
  if (listed) {
    const { start, end } = asked.start ? asked : (readPeriod(said) ?? {});
    const next = start ? yearsLater({ start, end }, 1) : null;
    const words = next ? Object.fromEntries(languages.map((of) => [memberOf(of), periodWords(next, of)])) : {};
    const follows = { ...words, ...next };
    return [
      {
        id: 'period',
        values: { listed },
        answers: [
          { id: 'unstated', set: {} },
          ...(next
            ? [{ id: 'follows', set: { period: follows }, values: { period: inLanguage(follows, language) } }]
            : []),
          { id: 'same', set: { period: asked }, values: { period: said } },
        ],
        note: 'listed',
      },
    ];
  }
  return [
    {
      id: 'period',
      values: {},
      answers: [
        { id: 'unstated', set: {} },
        { id: 'as', set: { period: asked }, values: { period: said || (readPeriod(said)?.start ?? '') } },
      ],
    },
  ];
}

/** A rank, or a figure of speech. @param {Recognised} amount @returns {Question[]} */
function rank(amount) {
  if (amount.measure !== 'rank') return [];
  return [
    {
      id: 'rank',
      values: { printed: amount.printed },
      answers: [
        { id: 'name', set: {}, name: true },
        { id: 'rank', set: {} },
      ],
    },
  ];
}

/**
 * The questions of the amount at an index.
 * @param {number} i @param {Around} around @returns {Question[]}
 */
export function questionsOf(i, around) {
  const amount = around.amounts[i];
  if (amount.kind === 'digits') return [];
  return [...rank(amount), ...goal(amount, around), ...whole(i, around), ...base(amount, around), ...period(around)];
}
