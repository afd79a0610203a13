// What an English amount is of, from the words around it: “the city's output reached 128.6 billion yuan” is City's
// output.
//
// Words of the article only; where they say nothing, the label before it is asked.

/** @import { Clause, Suggested } from './label.js' */

const VERBS = [
  'reached|reach|was|were|is|are|came to|comes to|stood at|stands at|totalled|totaled|amounted to|rose|fell|grew',
  '(?:rose|fell|grew) (?:to|from|by)|increased|decreased|declined|dropped|stayed|remained|had|has|have|made up',
  'makes up|accounted for|accounts for|exceeded|exceeds|hit|saw|added|opened|built|spent|earned|employs|employed',
  'produced|plans|aims at|aims for|to|by|from|at|of|for|with|and|or|but|a|an|the|its|some|up|down|just|also|now|about',
  'over|nearly|around|below|under|above|than|more|less|fewer|at least|at most|up to|only|been|be|will|there|who|which',
  'whom|that|it|them|they',
].join('|');
const BACK = new RegExp(`(?:^|\\s)(?:${VERBS})$`, 'i');
const OPENINGS = [
  'and|but|or|of (?:whom|which|these|them)|with|the|a|an|its|in|at the end of (?:the )?year|by|since|during|while',
  'so far|in total|there (?:are|were|is|was)|meanwhile|also|of it|that|this|to',
].join('|');
const FRONT = new RegExp(`^(?:${OPENINGS})(?=\\s|$)[\\s,]*`, 'i');
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const YEAR = '(?:1[89]|20)\\d\\d\\b';
const BEFORE_DATES = 'in|by|during|since|at the end of|to the end of|between|from';
const DATE = new RegExp(
  `\\b(?:${BEFORE_DATES})?\\s*(?:the )?(?:(?:${MONTHS})\\s+)?${YEAR}(?:\\s*(?:to|and|–)\\s*${YEAR})?` +
    '|(?:during )?the \\d+\\w\\w Five-Year Plan(?: period)?',
  'gi',
);
/** Who tells of the amount is not what it is of: a survey found that. */
const TELLS = /^.*\b(?:found|finds?|shows?|showed|says?|said|reports?|reported|estimates?|estimated) that\s*$/i;
const PRONOUNS = /^(?:it|them|this|that|which|whom|these|those)\b/i;
const TENS = 'ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ONES = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ');

/** 60 as sixty: names in pictures have no digits. @param {string} digits */
function numeral(digits) {
  const n = Number(digits);
  if (n >= 100 || !Number.isInteger(n)) return '';
  if (n < 20) return ONES[n];
  return TENS[Math.floor(n / 10) - 1] + (n % 10 ? `-${ONES[n % 10]}` : '');
}

/** Words that name nothing by themselves: more than in. */
const NAMELESS = new Set(
  (
    'more less fewer than in on at of by to from for with and or as the a an it its they them this that these those ' +
    'compared higher lower up down over under above below about around nearly almost some share growth change made ' +
    'make makes had has have was were is are be been rose fell grew year years before earlier ago last previous same ' +
    'period only just also now then there here which who whom came come went most least many much another other ' +
    'respectively travelled total'
  ).split(' '),
);

/** Whether words have something in them that an amount can be of. @param {string} label */
export const namesEn = (label) =>
  !/^(?:it|they|he|she|we|there|this|that)(?:\s+\S+)?$/i.test(label) &&
  label
    .toLowerCase()
    .split(/[^a-z\p{L}'-]+/u)
    .some((word) => word.length > 1 && !NAMELESS.has(word));

/** @param {string} words */
export function trimmed(words) {
  let plain = words.replace(TELLS, '').replaceAll(DATE, ' ').replaceAll(/[“”"]/g, '').replaceAll(/\s+/g, ' ').trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain
      .replace(FRONT, '')
      .replace(BACK, '')
      .replace(/[\s,–—-]+$/, '')
      .trim();
  }
  return plain;
}

/** @param {string} words */
export function named(words) {
  const plain = words
    .replaceAll(/\d+(?:[.,]\d+)*%?/g, numeral)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = plain.length > 48 ? plain.slice(-48).replace(/^\S*\s/, '') : plain;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

const BE = 'have been|has been|had been|were|was|are to be|are|is to be|will be';
const PASSIVE = new RegExp(`^\\s*(?:${BE}) (\\w+ed|(?:re)?built|made|sold|lent|held|born|set up)\\b`, 'i');
const POWER_WORDS = 'hundred|thousand|million|billion|trillion';
/** The number before what is counted: in digits, or as a word. */
const COUNT = new RegExp(
  `^.*\\d[\\d.,]*(?:\\s*(?:${POWER_WORDS}))?\\s*|^(?:at least|more than|over|nearly|about|some)?\\s*\\w+\\s+`,
  'i',
);

/** What somebody means to do names no amount. */
const PLANS = /\b(?:plan|aim|want|hope|intend|expect)s? to\b/i;

/** The passive behind a count: “were added” is added. @param {string} after */
function done(after) {
  const verb = after.match(PASSIVE);
  return verb ? ` ${verb[1].toLowerCase()}` : '';
}

/**
 * @param {Clause} clause
 * @returns {Suggested}
 */
export function suggestEn({ before, after, rest, printed, measure, previous, unit }) {
  const own = trimmed(before);
  const of = after.match(
    /^\s*of (?:the |all )?([^,.;:]{2,40}?)(?=\s+(?:was|were|is|are|went|came|goes|had|has|in)\b|[,.;:]|$)/i,
  );
  if (measure === 'share') {
    const whole = of && !PRONOUNS.test(of[1]) && !/['’]s$/.test(of[1].trim()) ? of[1].trim() : '';
    const said = /(?:rate|share|ratio|cover(?:age)?|unemployment|percentage)$/i.test(own);
    if (own && namesEn(own)) return { label: named(said ? own : `${own}, share`), whole, from: 'before' };
    // thirty percent cycle and eleven percent walk: each has its own words
    const words = /[a-z]{3}/i.test(trimmed(after)) ? after : rest;
    const later = trimmed(
      words.replace(/^\s*(?:of (?:it|which|whom|them|these|those|the|all)?\s*)?(?:is|was|were|are|went)?\s*/i, ''),
    );
    // a quarter of all loans, a third of the city's: what it is a share of is not what has the share
    if (previous && (whole || /['’]s$/.test(later)))
      return { label: named(`${previous}, share`), whole, from: 'previous' };
    if (/[a-z]{3}/i.test(later)) return { label: named(`${later}, share`), whole, from: 'after' };
  }
  if (['growth', 'points', 'change', 'multiple'].includes(measure)) {
    const subject = own && !/^(?:up|down)$/i.test(own) ? own : previous;
    if (subject)
      return {
        label: named(`${subject}, ${measure === 'growth' ? 'growth' : 'change'}`),
        from: own ? 'before' : 'previous',
      };
    // 5 million fewer people
    const [, fewer] = printed.match(/\b(?:fewer|more|less)\s+([a-z].*)$/i) ?? [];
    return { label: fewer ? named(`${fewer}, change`) : '', from: fewer ? 'itself' : '' };
  }
  // two of the seven libraries were closed
  if (measure === 'count' && !unit && of && namesEn(of[1]) && !PRONOUNS.test(of[1])) {
    const kind = of[1].replace(/^(?:[\d.,]+|[a-z-]+(?=\s\w+s$))\s+/i, '');
    return { label: named(kind + done(rest.slice(rest.indexOf(of[1]) + of[1].length))), from: 'after' };
  }
  // a count names what it counts: 20,000 urban jobs
  const noun = measure === 'count' ? printed.replace(COUNT, '') : '';
  const counted = /[a-z]{3}/i.test(noun) ? noun : measure === 'count' ? unit : '';
  if (/[a-z]{3}/i.test(counted)) return { label: named(counted + done(after)), from: 'itself' };
  // the city plans to reach 600,000 visits
  if (PLANS.test(own) && /^[a-z]{3}/i.test(unit)) return { label: named(unit), from: 'itself' };
  if (own.length > 2) return { label: named(own), from: 'before' };
  // of the 312 schools, 87 were rebuilt
  if (previous) return { label: named(previous + done(after)), from: 'previous' };
  const later = after.replace(/^\s*(?:of|is|was|were|are|have been|has been)\s+/i, '').trim();
  return { label: named(later), from: later ? 'after' : '' };
}
