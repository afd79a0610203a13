// What an amount of the article states, as a figure to be confirmed: the engine's reading, with a label, a period from
// the text before it, the whole of a share, and the unit's words in the story's languages.
//
// **Invariant**: what the sentence does not say is left out, taken from the text before it with a note that says so,
// or asked; digits are those of the article.

import { periodWords, readPeriod } from './dates.js';
import { suggestLabels } from './label.js';
import { questionsOf } from './questions.js';
import { paragraphAt, paragraphs } from './text.js';
import { newUnit, unitId } from './units.js';
import { inLanguage, memberOf, membersOf, spoken } from './words-of.js';

/** @import { Suggested } from './label.js' */
/** @import { StoryJson, Texts, TextSpan } from '../types.js' */
/** @import { Figure, From, Guess, Period, Question, Recognised } from './types.js' */
/**
 * `settled`: the period of an amount that an editor has settled, which those behind it in the paragraph follow.
 * @typedef {{ text: string, language: string, languages: readonly string[], story: StoryJson | null,
 *   settled?: (amount: Recognised, questions: readonly Question[]) => Period | null }} Told
 * @typedef {{ period: Period, paragraph: number, answered?: boolean }} Dated `answered`: an editor was asked for it
 */

/** What stands for a period that the article does not say. */
export const UNDATED = { zh: '原文未写日期', en: 'not dated in the article', ru: 'дата в тексте не указана' };

/**
 * A period that the engine gives in the article's language, in all languages of the story.
 * @param {Period | undefined} period @param {Told} told @returns {Period}
 */
function everywhere(period, { languages, language }) {
  if (!period) return {};
  const dates = period.start ? { start: period.start, end: period.end } : readPeriod(inLanguage(period, language));
  if (!dates) return period;
  const words = membersOf(languages).map((of) => [of, inLanguage(period, of) || periodWords(dates, of)]);
  return { ...Object.fromEntries(words), start: dates.start, ...(dates.end ? { end: dates.end } : {}) };
}

/** A third, as the hundredths that the format has. @param {string} value */
function percentOf(value) {
  const [part, whole] = value.split('/').map(Number);
  return whole > 0 && part <= whole ? Number(((part * 100) / whole).toFixed(1)) : null;
}

/** The literal of a number whose last zeros are printed. @param {Recognised} amount */
function literal({ figure: { value, format }, printed }) {
  const places = printed.match(/\d\.(\d+)/)?.[1].length ?? 0;
  if (typeof value !== 'number' || format || places === 0) return '';
  const digits = value.toFixed(places);
  return Number(digits) === value && digits !== String(value) ? digits : '';
}

/** The text that stands in names for digits that are no amount. @param {string} text @param {Recognised} amount */
function nameOf(text, { start, end, sentence: [from, to] }) {
  const open = text.slice(from, start).search(/[“「『"《][^”」』"》]*$/);
  const close = text.slice(end, to).search(/[”」』"》]/);
  if (open >= 0 && close >= 0 && end + close - from - open < 24) return text.slice(from + open + 1, end + close);
  const before = text.slice(from, start).match(/[\w+·-]*$/)?.[0] ?? '';
  const after = text.slice(end, to).match(/^(?:[\w+·]|-(?=\w))*/)?.[0] ?? '';
  return before + text.slice(start, end) + after;
}

/** @param {Told} told */
const noPeriod = ({ languages }) => ({ period: { ...spoken(UNDATED, languages), window: 'undated' }, from: 'none' });

/**
 * When the amount holds: what the sentence says, or what was last said before it.
 * @param {Recognised} amount
 * @param {Dated | null} last
 * @param {Told} told
 * @returns {{ period: Period, from: string, asked: Period | null }}
 */
function periodOf(amount, last, told) {
  const none = noPeriod(told).period;
  if (amount.figure.period) return { period: everywhere(amount.figure.period, told), from: 'sentence', asked: null };
  // the half or the years that the engine supposes are asked about, never taken unasked
  if (amount.supposed) return { period: none, from: 'none', asked: everywhere(amount.supposed, told) };
  if (!last) return { period: none, from: 'none', asked: null };
  // now, last year, the year before: what was said before does not date it
  if (last.paragraph === amount.paragraph)
    return amount.undated
      ? // asked again, where the answer to the one before is all that the paragraph has
        { period: none, from: 'none', asked: last.answered && last.period.window !== 'undated' ? last.period : null }
      : { period: last.period, from: 'before', asked: null };
  return { period: none, from: 'none', asked: last.period.window === 'undated' ? null : last.period };
}

/**
 * @param {Recognised} amount @param {Told} told @param {From} from
 * @returns {{ figure: Figure, unit?: Guess['unit'], exact: string }}
 */
function read(amount, { language, languages, story }, from) {
  const own = amount.figure;
  const of = memberOf(language);
  /** @type {Figure} */
  const figure = { measure: amount.measure ?? own.measure };
  for (const member of ['value', 'bound', 'printed', 'format', 'unit']) {
    if (own[member] !== undefined) figure[member] = own[member];
  }
  if (typeof figure.printed === 'string') figure.printed = figure.printed.toLowerCase();
  if (figure.value === undefined && /^\d+\/\d+$/.test(amount.value)) {
    const percent = amount.measure === 'share' ? percentOf(amount.value) : null;
    if (percent !== null) Object.assign(figure, { value: percent, unit: 'percent', printed: amount.printed });
    if (percent !== null) from.value = 'fraction';
  }
  if (amount.measure === 'multiple' && !/\d/.test(amount.printed)) figure.printed = amount.printed;
  const printed = amount.measure === 'rank' ? '' : amount.unit;
  const word = printed || (amount.measure === 'multiple' ? { zh: '倍', en: 'times', ru: 'раз' }[of] : '') || '';
  // 位 counts people, but places by which a rank changes too
  const isPlace = word === '位' && amount.measure !== 'count';
  const id = figure.unit ?? (word && !isPlace ? unitId(word, language, story?.units) : '');
  if (id) figure.unit = id;
  const exact = literal(amount);
  return { figure, exact, unit: id || !word ? undefined : newUnit(word, language, languages) };
}

/**
 * The amount that one is a part of.
 * @param {Recognised} amount @param {readonly Recognised[]} amounts
 */
function wholeOf({ whole }, amounts) {
  const at = whole ? amounts.findIndex(({ start, kind }) => start === whole[0] && kind === 'amount') : -1;
  return at < 0 ? null : { at };
}

/** 87 of the 312 schools are schools. @param {Recognised} part @param {Recognised} whole */
const unitOf = (part, whole) => (part.measure === 'share' || part.unit ? part.unit : whole.unit);

/** Several periods without naming them, each of which has an amount of its own. */
const LISTS = [
  /[两二三四五六七八九十\d]+(?:个)?(?:年|季度|月)(?:来|里|间)?[^。；]*?分别(?:为|是|达)?/,
  new RegExp(
    '\\b(?:last|past|previous|those|three|next) (?:two|three|four|five|six|\\d+)? ?(?:years|quarters|months)\\b' +
      '.*\\brespectively\\b',
    'i',
  ),
];

/** The words of a sentence that list amounts of several periods; '' where it has none. @param {string} sentence */
function listWords(sentence) {
  const all = LISTS.map((words) => sentence.match(words)?.[0] ?? '').find(Boolean) ?? '';
  return all.match(/分别(?:为|是|达)?|respectively/i)?.[0] ?? '';
}

/** What is said about the future dates nothing behind its sentence. */
const AHEAD = /(?:到|至|截至|by|until)\s*$/i;

/** In front of a date that something is only compared with, or counted since, and behind it: it dates nothing else. */
const COMPARED_DATE = [
  [/(?:比|较|与|同|为|于)\s*$/, /^的/],
  [
    /\b(?:since|(?:began|started|opened) in|(?:than|(?:down|up) from|compared (?:with|to))(?: [^,.;]{1,30}?)? in)\s*$/i,
    /^/,
  ],
  [/(?:比|较)\s*$/, /^/],
];
/** In front of an amount that another is compared with: the date of such a one is its own. */
const COMPARED_AMOUNT = /\b(?:than|(?:down|up) from|compared (?:with|to))\s*$/i;

/** @param {string} text @param {TextSpan} date */
function isCompared(text, { start, end }) {
  const [before, after] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 4)];
  return COMPARED_DATE.some(([front, behind]) => front.test(before) && behind.test(after));
}

/** Five-year plans, which are periods. @param {string} text @returns {TextSpan[]} */
const plans = (text) =>
  [...text.matchAll(/\b\d{1,2}(?:st|nd|rd|th) Five-Year Plan(?: period)?/gi)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    text: words,
  }));

/** Those of the last article: they change only with it. @type {{ of: string, all: Suggested[] }} */
let lastLabels = { of: '', all: [] };

/**
 * Labels of amounts; digits that are none do not part a clause.
 * @param {readonly Recognised[]} amounts @param {Told} told
 */
function labelsOf(amounts, { text, language }) {
  const of = `${language} ${amounts.map(({ start, end, kind }) => `${start}-${end}${kind}`).join()} ${text}`;
  if (lastLabels.of === of) return lastLabels.all;
  const real = amounts.filter(({ kind }) => kind !== 'digits');
  const labels = suggestLabels(text, real, language);
  const byAmount = new Map(real.map((amount, i) => [amount, labels[i]]));
  lastLabels = { of, all: amounts.map((amount) => byAmount.get(amount) ?? { label: '', from: '' }) };
  return lastLabels.all;
}

/**
 * The guesses of all amounts, in the order of the text.
 * @param {readonly Recognised[]} amounts @param {readonly TextSpan[]} dates @param {Told} told
 * @returns {Guess[]}
 */
export function guesses(amounts, dates, told) {
  const { text, languages } = told;
  const of = memberOf(told.language);
  const labels = labelsOf(amounts, told);
  const places = paragraphs(text);
  const said = [...dates, ...plans(text)]
    .sort((a, b) => a.start - b.start)
    .map((date) => ({
      end: date.end,
      text: date.text,
      dates: readPeriod(date.text),
      ahead: AHEAD.test(text.slice(0, date.start)) || isCompared(text, date),
    }))
    .filter((date) => date.dates && !date.ahead);
  /** @type {Dated | null} */
  let last = null;
  /**
   * What an editor has settled in a sentence that lists several.
   * @type {{ period: Period, sentence: number } | null}
   */
  let before = null;
  /** @type {Guess[]} */
  const all = [];
  let seen = 0;
  for (const [i, amount] of amounts.entries()) {
    for (; said[seen] && said[seen].end <= amount.start; seen++) {
      const { start, end } = said[seen].dates ?? { start: '' };
      last = { period: everywhere({ start, end }, told), paragraph: paragraphAt(places, said[seen].end - 1).number };
    }
    /** @type {From} */
    const from = {};
    const label = labels[i];
    const whole = wholeOf(amount, amounts);
    const { figure, unit, exact } = read(
      whole ? { ...amount, unit: unitOf(amount, amounts[whole.at]) } : amount,
      told,
      from,
    );
    const list = amount.figure.period ? '' : listWords(text.slice(...amount.sentence));
    const listed = list && before?.sentence === amount.sentence[0] ? list : '';
    /** @type {ReturnType<typeof periodOf>} */
    const when =
      listed && before && !amount.supposed ? { ...noPeriod(told), asked: before.period } : periodOf(amount, last, told);
    Object.assign(figure, { label: label.label ? { [of]: label.label } : {}, period: when.period });
    Object.assign(from, { label: label.from, period: when.from });
    if (amount.figure.base) figure.base = withoutDates(everywhere(amount.figure.base, told));
    if (amount.figure.base) from.base = 'sentence';
    const wholeLabel = label.whole || (whole && labels[whole.at].label);
    if (wholeLabel) {
      Object.assign(figure, { denominator: { [of]: wholeLabel, stated: true }, part_of: '' });
      from.denominator = 'sentence';
    }
    if (amount.status) {
      figure.status = amount.status;
      from.status = 'sentence';
      const { start: _, end: __, ...deadline } = when.period;
      if (amount.status === 'target' && when.from === 'sentence') figure.deadline = deadline;
    }
    const name = nameOf(text, amount);
    const everyName = Object.fromEntries(membersOf(languages).map((other) => [other, name]));
    const around = { amounts, labels, figure, period: when.period, asked: when.asked, listed, told };
    const questions = questionsOf(i, around);
    const settled = told.settled?.(amount, questions);
    const ahead = questions.some(({ id }) => id === 'goal') || figure.status === 'target';
    const compared = amount.figure.period && COMPARED_AMOUNT.test(text.slice(amount.sentence[0], amount.start));
    if (settled && list)
      before = settled.window === 'undated' ? before : { period: settled, sentence: amount.sentence[0] };
    else if ((settled || (amount.figure.period && !ahead)) && !compared) {
      const answered = questions.some(({ id }) => id === 'period');
      /** @type {boolean} */
      const goesOn = when.from === 'before' && last?.answered === true;
      last = {
        period: settled ?? when.period,
        paragraph: amount.paragraph,
        answered: settled !== null && settled !== undefined && (answered || goesOn),
      };
    }
    all.push({ figure, from, exact, unit, name: /\p{L}/u.test(name) ? { [of]: name } : everyName, questions });
  }
  return all;
}

/** @param {Period} period @returns {Texts} */
function withoutDates({ start: _, end: __, window: ___, inferred: ____, ...words }) {
  return words;
}
