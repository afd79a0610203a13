// Amounts that somebody has written out in words into a sentence (下降逾一成, 四分之一, a quarter): where they stand, and
// which statement each is.
//
// **Invariant**: only parts of a whole are looked for; a statement is offered for words only where it says the same
// part, in figures or in the same words.

import { beginning, parts, worth } from './digits.js';

/**
 * @import {Match, Phrase, Typed} from './digits.js'
 * @typedef {{ start: number, end: number, printed: string, value: string, unit: string }} Read what an engine has read
 */

const DIGIT = /[\d０-９]/;
/** Stands in a text for a quotation, which is no words. */
const QUOTATION = '\u{fffc}';

/** A text in which quotations are no words, every other character at its place. @param {string} text */
export const withoutQuotations = (text) => text.replace(/\{[^}]*\}?/g, (quote) => QUOTATION.repeat(quote.length));

/** What a part of a whole is worth, as `worth` has it: `25%`; '' where it is none. @param {Read} read */
function partOf({ value, unit }) {
  const [part, whole = ''] = value.split('/');
  const percent = whole ? (Number(part) / Number(whole)) * 100 : unit === '%' ? Number(part) : Number.NaN;
  return Number.isFinite(percent) ? `${Number(percent.toPrecision(12))}%` : '';
}

/** Whether a percentage is a part of a whole, rounded as people do: 33.3% is a third. @param {string} value
 * @param {string} part */
const isPart = (value, part) =>
  value.endsWith('%') && Math.abs(Number.parseFloat(value) - Number.parseFloat(part)) < 0.05;

/**
 * The parts of a whole that are told in words, of what an engine has read in a text.
 * @param {readonly Read[]} candidates
 * @returns {(Typed & { worth: string })[]}
 */
export const amountsInWords = (candidates) =>
  candidates.flatMap((read) => {
    const { start, end, printed } = read;
    const of = DIGIT.test(printed) ? '' : partOf(read);
    return of ? [{ from: start, to: end, text: printed, worth: of }] : [];
  });

/**
 * The statements that words may be, those that are printed in the same words first. Their place takes in what the
 * phrase begins with and the text has in front of the words.
 * @param {string} sentence
 * @param {Typed & { worth: string }} typed
 * @param {readonly (Phrase & { worth?: string })[]} phrases `worth`: what a statement in words is worth
 * @returns {Match[]}
 */
export function statementsInWords(sentence, { from, to, text, worth: part }, phrases) {
  const found = phrases.flatMap(({ id, phrase, worth: own }) => {
    const printed = phrase.trim();
    const figures = parts(printed);
    const value = own || (figures ? worth(figures.number) : '');
    const same = printed.toLowerCase() === text.toLowerCase();
    if (!printed || !(same || isPart(value, part))) return [];
    const at = printed.toLowerCase().indexOf(text.toLowerCase());
    const said = at > 0 ? beginning(sentence.slice(0, from), printed.slice(0, at)) : 0;
    const others = at < 0 ? (figures?.lost ?? []) : [printed.slice(said, at), printed.slice(at + text.length)];
    const lost = others.map((word) => word.trim()).filter((word) => word && !text.includes(word));
    return [{ id, from: from - said, to, phrase, lost: lost.join('…'), fits: same ? 0 : at >= 0 ? 1 : 2 }];
  });
  return found.sort((a, b) => a.fits - b.fits).map(({ fits: _, ...match }) => match);
}
