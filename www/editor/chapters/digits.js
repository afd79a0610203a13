// Digits that somebody has typed into a sentence: where they stand, which statement they are, and what was lost by
// typing them. The rules of what counts as typed are those of the engine (src/model/template.rs).
//
// **Invariant**: a statement is offered for digits only where its number is the same; what the digits lose by standing
// alone is said, never guessed.

/** @typedef {{ id: string, phrase: string }} Phrase */
/** Digits and what they count. @typedef {{ from: number, to: number, text: string }} Typed */
/**
 * A statement for them. `lost`: words of its phrase that were not typed.
 * @typedef {{ id: string, from: number, to: number, phrase: string, lost: string }} Match
 */

/** Names with digits in them that state no amount: those of the engine. */
const KNOWN = '[23]D|[3-6]G|[48]K|G7|G20|A4|B2B|B2C|O2O|K12|F1|CO2|PM2\\.5|PM10|COVID-19|Q[1-4]|H[12]';
const NAMES = new RegExp(`^(?:(?:${KNOWN})(?![A-Za-z0-9])|(?:985|211)(?![\\p{L}\\p{N} %％]))`, 'u');
const YEAR = /^(?:[12]\d{3}(?=年)|(?:19|20)\d\d(?=$|[，。；、）—–.,;:!?)/\n]))/;
const CALLED = /^(?:(?:1[0-2]|[1-9])(?=月)|(?:[12]\d|3[01]|[1-9])(?=日)|\d+(?=号)|No\. \d+|\d+(?=-(?!per)[A-Za-z]))/;
const SLOGAN = /^[0-9A-Z]{1,2}(?:\+[0-9A-Z]{1,2})+/i;
const NUMBER = /^[\d０-９](?:[\d０-９.,，]*[\d０-９])?/;
const SCALE =
  /^\s?(?:万亿|亿|万|千|百万|trillion|billion|million|bn|m(?=\s)|percentage points?|percent|per cent|个百分点|%|％)/i;
const TIMES = new Map(
  Object.entries({
    千: 1e3,
    万: 1e4,
    百万: 1e6,
    亿: 1e8,
    万亿: 1e12,
    m: 1e6,
    million: 1e6,
    bn: 1e9,
    billion: 1e9,
    trillion: 1e12,
  }),
);
/** Words that bound a number, before, within and after it. */
const BOUNDS_ZH = '超过|超|逾|突破|不足|不满|近|约|大约|至少|不少于|最多|不超过';
const BOUNDS_EN = 'more than|over|above|at least|nearly|almost|about|around|some|less than|under|below|up to';
const BEFORE = new RegExp(`(?:${BOUNDS_ZH}|${BOUNDS_EN})\\s?$`, 'i');
const AFTER = /^(?:余|多|来|以上|以下|左右|上下)/;
/** What a status adds behind a phrase: (preliminary). */
const REMARK = /\s*[（(][^()（）]*[)）]$/;
/** Signs of currencies, and the units that they stand for. */
const SIGN = /[$€£¥￥]\s?$/;
const MONEY = /^(?:pound|dollar|euro|yuan|yen|元|英镑|美元|欧元|日元|RMB|GBP|USD|EUR|CNY|JPY)/i;

/** @param {string} text */
const half = (text) => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/**
 * The end of a name, a year, a date or a slogan that begins here; 0 where there is none.
 * @param {string} rest
 */
function called(rest) {
  const lengths = [NAMES, YEAR, CALLED, SLOGAN].map((rule) => rule.exec(rest)?.[0].length ?? 0);
  return Math.max(...lengths);
}

/**
 * The numbers that are typed into a text, outside braces. `names` are those that the story declares.
 * @param {string} text
 * @param {string[]} [names]
 * @returns {Typed[]}
 */
export function typedNumbers(text, names = []) {
  /** @type {Typed[]} */
  const all = [];
  const known = [...names].sort((a, b) => b.length - a.length);
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const declared = known.find((name) => rest.startsWith(name))?.length ?? 0;
    const alone = !/[A-Za-z0-9.,$€£¥￥]$/.test(text.slice(0, at));
    const length = Math.max(declared, alone ? called(rest) : 0);
    const quote = rest.startsWith('{') ? rest.indexOf('}') + 1 || rest.length : 0;
    const number = NUMBER.exec(rest)?.[0] ?? '';
    if (quote || length) at += quote || length;
    else if (number) {
      const to = at + number.length + (SCALE.exec(rest.slice(number.length))?.[0].length ?? 0);
      all.push({ from: at, to, text: text.slice(at, to) });
      at = to;
    } else at += 1;
  }
  return all;
}

/**
 * What a number and its scale are worth, as text that can be compared: "2万" and "20,000" are the same, "2%" is not 2.
 * @param {string} text
 */
export function worth(text) {
  const plain = half(text).replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1');
  const found = /[\d.]+/.exec(plain);
  if (!found) return '';
  const scale = plain
    .slice(found.index + found[0].length)
    .trim()
    .toLowerCase();
  const [word] = /^(?:万亿|百万|亿|万|千|trillion|billion|million|bn|m(?![a-z²³]))/.exec(scale) ?? [''];
  const kind = /^(?:%|％|percent(?!age)|per cent)/.test(scale)
    ? '%'
    : /^(?:个百分点|percentage point)/.test(scale)
      ? 'pp'
      : '';
  const value = Number(found[0]) * (TIMES.get(word) ?? 1);
  return Number.isFinite(value) ? `${Number(value.toPrecision(12))}${kind}` : '';
}

/**
 * The parts of a printed phrase: words before its number, number with scale, and what follows.
 * @param {string} phrase
 */
export function parts(phrase) {
  const at = phrase.search(/[\d０-９]/);
  if (at < 0) return null;
  const rest = phrase.slice(at);
  const number = NUMBER.exec(rest)?.[0] ?? '';
  let end = number.length;
  const within = AFTER.exec(rest.slice(end))?.[0] ?? '';
  end += within.length;
  const scale = SCALE.exec(rest.slice(end))?.[0] ?? '';
  end += scale.length;
  const after = AFTER.exec(rest.slice(end))?.[0] ?? '';
  const tail = rest.slice(end + after.length);
  const remark = REMARK.exec(tail)?.[0] ?? '';
  const plain = tail.slice(0, tail.length - remark.length);
  const last = /(?:以上|以下|左右|上下| or more| or less)$/.exec(plain)?.[0] ?? '';
  const unit = plain.slice(0, plain.length - last.length);
  const lost = [phrase.slice(0, at), within, after, last, remark].map((word) => word.trim()).filter(Boolean);
  return { number: number + scale, unit, lost };
}

/**
 * How many characters at the end of a text are the first words of a phrase: 下降 in front of 下降逾一成.
 * @param {string} before
 * @param {string} words of the phrase in front of its number
 */
export function beginning(before, words) {
  for (let n = words.length; n > 0; n -= 1) {
    const part = words.slice(0, n);
    const whole = !/[a-z]$/i.test(part) || !/^[a-z]/i.test(words.slice(n));
    if (whole && before.endsWith(part) && !(/^[a-z]/i.test(part) && /[a-z]$/i.test(before.slice(0, -n)))) return n;
  }
  return 0;
}

/**
 * The statements that a typed number may be, the likeliest first: those whose unit was typed too, then the others in
 * the order given. Their place takes in a bound and a unit that were typed beside the digits.
 * @param {string} text
 * @param {Typed} typed
 * @param {readonly Phrase[]} phrases
 * @returns {Match[]}
 */
export function statementsFor(text, typed, phrases) {
  const value = worth(typed.text);
  const before = text.slice(0, typed.from);
  const after = text.slice(typed.to);
  const found = phrases.flatMap(({ id, phrase }) => {
    const known = parts(phrase);
    if (!known || worth(known.number) !== value) return [];
    const infix = AFTER.exec(after)?.[0] ?? '';
    const rest = after.slice(infix.length);
    const unit = known.unit.trim();
    const space = rest.length - rest.trimStart().length;
    const withUnit = unit !== '' && rest.trimStart().startsWith(unit);
    const tail = withUnit ? rest.slice(space + unit.length) : rest;
    const suffix = withUnit ? (AFTER.exec(tail)?.[0] ?? '') : '';
    const own = phrase.slice(0, phrase.search(/[\d０-９]/));
    // £20 in front of 20 pounds says the unit already
    const sign = MONEY.test(unit) && !SIGN.test(own) ? (SIGN.exec(before)?.[0] ?? '') : '';
    const front = before.slice(0, before.length - sign.length);
    const prefix = BEFORE.exec(front)?.[0] ?? '';
    const said = beginning(front, own);
    const there = [prefix.trim(), infix, suffix];
    const from = typed.from - sign.length - Math.max(prefix.length, said);
    const to = typed.to + infix.length + (withUnit ? space + unit.length : 0) + suffix.length;
    // what was typed in front of the digits as the phrase has it is not lost
    const words = known.lost.map((word) => (said > 0 && word === own.trim() ? own.slice(said).trim() : word));
    const lost = words.filter((word) => word && !there.includes(word)).join('…');
    return [{ id, from, to, phrase, lost, fits: withUnit || sign !== '' || unit === '' ? 0 : 1 }];
  });
  return found.sort((a, b) => a.fits - b.fits).map(({ fits: _, ...match }) => match);
}
