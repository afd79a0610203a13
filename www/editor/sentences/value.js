// The number of a figure as it is typed, and what is typed as the number of a figure.
//
// In a field 151000 with the format wan is 15.1万, a range is 300–400. Digits stay as they are printed: 43.70.

import { memberOf } from './words-of.js';

/** @import { FigureValue } from './types.js' */

/** @type {Record<string, { places: number, words: Record<string, string> }>} */
const POWERS = {
  wan: { places: 4, words: { zh: '万' } },
  yi: { places: 8, words: { zh: '亿' } },
  thousand: { places: 3, words: { en: ' thousand', ru: ' тыс.' } },
  million: { places: 6, words: { en: ' million', ru: ' млн' } },
  billion: { places: 9, words: { en: ' billion', ru: ' млрд' } },
};
const DIGITS = '[-−+]?\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|[-−+]?\\d*\\.?\\d+';
const NUMBER = new RegExp(`^(${DIGITS})\\s*(万|亿|thousand|million|billion|thsd|mn|bn|m|тыс\\.?|млн|млрд)?$`, 'i');
/** @type {Record<string, string>} */
const FORMATS = {
  万: 'wan',
  亿: 'yi',
  thousand: 'thousand',
  thsd: 'thousand',
  million: 'million',
  mn: 'million',
  m: 'million',
  billion: 'billion',
  bn: 'billion',
  тыс: 'thousand',
  млн: 'million',
  млрд: 'billion',
};

/** Digits with their point moved. @param {string} digits @param {number} places */
export function shifted(digits, places) {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole, part = ''] = digits.replace(/^-/, '').split('.');
  const all = whole + part;
  const at = whole.length + places;
  const padded = at > 0 ? all.padEnd(at, '0') : all.padStart(all.length - at + 1, '0');
  const cut = Math.max(at, 1);
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const right = padded.slice(cut);
  return sign + (right ? `${left}.${right}` : left);
}

/** A number's digits, never 1e21. @param {number} value */
const plain = (value) => (Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString());

/**
 * @param {FigureValue | undefined} value @param {string | undefined} format @param {string} language
 * @param {string} [exact] the literal of a single number
 * @returns {string}
 */
export function typedValue(value, format, language, exact = '') {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((end) => typedValue(end, format, language)).join('–');
  const power = POWERS[format ?? ''];
  const word = power?.words[memberOf(language)];
  const digits = exact && Number(exact) === value ? exact : plain(value);
  if (!power || !word) return digits;
  const moved = shifted(digits, -power.places);
  return (moved.includes('.') ? moved.replace(/\.?0+$/, '') : moved) + word;
}

/**
 * What was typed, as members of a figure; `null` where it is no number. `exact`: its literal.
 * @param {string} typed @returns {{ value: FigureValue, format: string, exact: string } | null}
 */
export function readValue(typed) {
  const text = typed.replace(/[０-９．％－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim();
  if (/^\d{4}(?:Q[1-4]|-\d{2}(?:-\d{2})?)$/.test(text)) return { value: text, format: '', exact: '' };
  const one = text
    .replace(/[%％]$/, '')
    .trim()
    .match(NUMBER);
  if (one) {
    const format = FORMATS[(one[2] ?? '').toLowerCase().replace('.', '')] ?? '';
    const digits = one[1]
      .replace(/[,，]/g, '')
      .replace('−', '-')
      .replace('+', '')
      .replace(/^(-?)\./, '$10.');
    const literal = format ? shifted(digits, POWERS[format].places) : digits;
    const value = Number(literal);
    return Number.isFinite(value) ? { value, format, exact: String(value) === literal ? '' : literal } : null;
  }
  const ends = text.split(/\s*(?:至|到|～|~|—+|–| to )\s*|(?<=[\d%万亿])-(?=\d)/);
  if (ends.length !== 2) return null;
  const high = readValue(ends[1]);
  // 3 to 4 million: both
  const low = readValue(/[万亿a-z]$/i.test(ends[0]) || !high?.format ? ends[0] : ends[0] + wordOf(high.format));
  if (typeof low?.value !== 'number' || typeof high?.value !== 'number' || low.value > high.value) return null;
  return { value: [low.value, high.value], format: high.format, exact: '' };
}

/** @param {string} format */
const wordOf = (format) => Object.values(POWERS[format].words)[0];

const POWER = '[万亿千百]+|thousand|million|billion|trillion';
const SECOND = '(?:[:：]|[-–—~～至到]|to)\\s*\\d[\\d,.]*[%％]?';
const PRINTED = new RegExp(`第?[-−+]?\\d[\\d,.]*(?:\\s*${SECOND})?\\s*(?:${POWER})?[%％]?`, 'i');

/**
 * A printed amount as what stands before the number, the number with its power, and what stands behind it.
 * @param {string} printed @param {string} boundWords
 */
export function parts(printed, boundWords) {
  const found = printed.match(PRINTED);
  if (!found || found.index === undefined) {
    const bare = boundWords && printed.includes(boundWords) ? printed.split(boundWords) : ['', printed];
    return bare[0]
      ? { before: '', core: bare[0], after: boundWords + bare[1] }
      : { before: printed === bare[1] ? '' : boundWords, core: bare[1], after: '' };
  }
  const [at, length] = [found.index, found[0].length];
  return { before: printed.slice(0, at).trim(), core: found[0].trim(), after: printed.slice(at + length) };
}
