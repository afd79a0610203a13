// Finding statements by what somebody types: a number in digits or in words, a word of their label, their id.
//
// **Invariant**: every word that is typed is found in what is offered, as it stands or as the number that it means.

/**
 * `also`: how it is written elsewhere, such as its value and the article's words for it, and what it is called that is
 * no result.
 * @typedef {{ id: string, label: string, phrase: string, period?: string, kind?: string, also?: string }} Findable
 */

/** What is quoted less often comes later. @type {Record<string, number>} */
const RANK = { point: 2, list: 4, series: 4 };
/** Found as a number, not as it was typed. */
const AS_NUMBER = 1;

const COUNTED =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty';
const ORDERED =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';
const HAN = '零一二三四五六七八九十';
/** @type {Map<string, number>} */
const NAMED = new Map([
  ...[COUNTED, ORDERED].flatMap((names) => names.split(' ').map((name, n) => /** @type {const} */ ([name, n]))),
  ...[...HAN].flatMap((name, n) => [/** @type {const} */ ([name, n]), /** @type {const} */ ([`第${name}`, n])]),
  ['两', 2],
  ['once', 1],
  ['twice', 2],
  ['dozen', 12],
]);

/** @param {string} text */
const plain = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[,，\s]+/g, ' ')
    .trim();

/** What a word means as a number; NaN where it is none. @param {string} word */
function numberOf(word) {
  const digits = /^第?([-+−]?\d+(?:\.\d*)?)(?:st|nd|rd|th|%)?$/.exec(word)?.[1];
  return digits === undefined ? (NAMED.get(word) ?? Number.NaN) : Number(digits.replace('−', '-'));
}

/** The numbers of a text, in digits and in words. @param {string} text */
function numbersIn(text) {
  const digits = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([found]) => Number(found));
  const words = [...text.matchAll(/[a-z]+|第?[零一二三四五六七八九十两]/g)].map(([found]) => NAMED.get(found));
  return new Set([...digits, ...words]);
}

/**
 * Those that have all the words, the likeliest first: points of series come last.
 * @template {Findable} Kind
 * @param {readonly Kind[]} statements
 * @param {string} typed
 * @returns {Kind[]}
 */
export function matching(statements, typed) {
  const words = plain(typed).split(' ').filter(Boolean);
  const asked = words.map((word) => ({ word, number: numberOf(word) }));
  const ranked = statements.flatMap((statement) => {
    const { id, label, phrase, period = '', kind = '', also = '' } = statement;
    const printed = plain(`${phrase} ${also}`);
    const text = `${printed} ${plain(`${label} ${id} ${period}`)}`;
    const asTyped = words.every((word) => text.includes(word));
    if (!asTyped) {
      const numbers = numbersIn(printed);
      if (!asked.every(({ word, number }) => text.includes(word) || numbers.has(number))) return [];
    }
    const [first = ''] = words;
    const starts = [phrase, label, id].some((part) => plain(part).startsWith(first)) ? 0 : 1;
    const rank = (RANK[kind] ?? 0) + (words.length > 0 ? starts : 0) + (asTyped ? 0 : AS_NUMBER);
    return [{ statement, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ statement }) => statement);
}
