// Finding statements by what somebody types: a number, a word of their label, their id.
//
// **Invariant**: every word that is typed is found in what is offered.

/** @typedef {{ id: string, label: string, phrase: string, period?: string, kind?: string }} Findable */

/** What is quoted less often comes later. @type {Record<string, number>} */
const RANK = { point: 2, list: 4, series: 4 };

/** @param {string} text */
const plain = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,，\s]+/g, ' ')
    .trim();

/**
 * Those that have all the words, the likeliest first: points of series come last.
 * @template {Findable} Kind
 * @param {readonly Kind[]} statements
 * @param {string} typed
 * @returns {Kind[]}
 */
export function matching(statements, typed) {
  const words = plain(typed).split(' ').filter(Boolean);
  const ranked = statements.flatMap((statement) => {
    const { id, label, phrase, period = '', kind = '' } = statement;
    const text = plain(`${phrase} ${label} ${id} ${period}`);
    if (!words.every((word) => text.includes(word))) return [];
    const [first = ''] = words;
    const starts = [phrase, label, id].some((part) => plain(part).startsWith(first)) ? 0 : 1;
    return [{ statement, rank: (RANK[kind] ?? 0) + (words.length > 0 ? starts : 0) }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ statement }) => statement);
}
