// Sentences that quote statements, as a story has them: `完成{afforestation}。`. Splits one into its pieces and finds
// the quotation at a place.
//
// **Invariant**: the pieces of a text, put together, are the text.

/**
 * A piece of a text: plain words, or what stands between braces. `from` and `to` are its place, braces included.
 * @typedef {{ from: number, to: number, text: string, quote: string }} Piece
 */

/** What may be asked of a figure besides its phrase, of a list, and of a series. */
const PARTS = ['size', 'period', 'count', 'points', 'gaps'];

/**
 * Splits at braces; a brace that is not closed is plain text.
 * @param {string} text
 * @returns {Piece[]}
 */
export function pieces(text) {
  /** @type {Piece[]} */
  const all = [];
  let at = 0;
  for (const found of text.matchAll(/\{([^{}\n]+)\}/g)) {
    const from = found.index;
    if (from > at) all.push({ from: at, to: from, text: text.slice(at, from), quote: '' });
    all.push({ from, to: from + found[0].length, text: found[0], quote: found[1] });
    at = from + found[0].length;
  }
  if (at < text.length) all.push({ from: at, to: text.length, text: text.slice(at), quote: '' });
  return all;
}

/**
 * The statement of a quotation: `members` of `members.size`, and none of `year:2022`.
 * @param {string} quote
 */
export function statementOf(quote) {
  if (quote.startsWith('year:')) return '';
  const at = quote.lastIndexOf('.');
  return at > 0 && PARTS.includes(quote.slice(at + 1)) ? quote.slice(0, at) : quote;
}

/**
 * The statements that a text quotes, each once, in its order.
 * @param {string} text
 */
export function quoted(text) {
  const ids = pieces(text).flatMap(({ quote }) => (quote ? [statementOf(quote)] : []));
  return [...new Set(ids)].filter(Boolean);
}

/**
 * How a text reads with its quotations printed out. `print` is empty for what nobody knows, which then stays as it is.
 * @param {string} text
 * @param {(quote: string) => string} print
 */
export const printed = (text, print) =>
  pieces(text)
    .map(({ text: words, quote }) => (quote && print(quote)) || words)
    .join('');

/**
 * Whether a brace before this place waits for the name of a statement, and what has been typed of it.
 * @param {string} text
 * @param {number} at
 * @returns {{ from: number, typed: string } | null}
 */
export function openQuote(text, at) {
  const from = text.lastIndexOf('{', at - 1);
  if (from < 0) return null;
  const typed = text.slice(from + 1, at);
  return /[{}\n]/.test(typed) || typed.length > 40 ? null : { from, typed };
}
