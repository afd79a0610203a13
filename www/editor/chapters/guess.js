// The question that a chapter may ask before it tells, as it begins: about a statement that the chapter draws, on a
// scale that holds it.
//
// **Invariant**: its words say no number; its scale has whole steps from end to end.

/**
 * @typedef {object} Guess
 * @property {Record<string, string>} question
 * @property {string} figure
 * @property {number} from
 * @property {number} to
 * @property {number} step
 * @property {Record<string, string>} [unit]
 * @property {Record<string, string>} [note]
 */

const STEPS = 100;
/** What a question asks of a label. @type {Record<string, (label: string) => string>} */
const ASKED = {
  zh: (label) => (/占.+的$/.test(label) ? `${label}多少？` : `${label || '这个数'}是多少？`),
  en: (label) => (label ? `${label}: how much?` : 'How much is it?'),
  ru: (label) => (label ? `${label}: сколько?` : 'Сколько это?'),
};

/** The first of 1, 2, 5, 10, 20 … that is not below a number. @param {number} least */
function roundUp(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return Number((([1, 2, 5].find((n) => n * power >= least) ?? 10) * power).toPrecision(12));
}

/**
 * @param {unknown} value of the figure
 * @param {boolean} percent
 * @returns {{ from: number, to: number, step: number }}
 */
export function scaleFor(value, percent) {
  const number = Number(Array.isArray(value) ? value.at(-1) : (value ?? 0));
  const size = Math.abs(number);
  if (!Number.isFinite(number) || size === 0 || (percent && number > 0 && number <= STEPS))
    return { from: 0, to: STEPS, step: 1 };
  // the answer is not at the end of its scale
  const to = roundUp(size * 1.5);
  const fine = Number((to / STEPS).toPrecision(12));
  return { from: number < 0 ? -to : 0, to, step: Number.isInteger(number) ? Math.max(1, fine) : fine };
}

/**
 * @param {{ figure: string, label: (language: string) => string, languages: readonly string[], value: unknown,
 *   percent: boolean }} about
 * @returns {Guess}
 */
export function newGuess({ figure, label, languages, value, percent }) {
  const words = (/** @type {string} */ language) => {
    const plain = label(language);
    return (ASKED[language] ?? ASKED.en)(/[\d０-９{}]/.test(plain) ? '' : plain);
  };
  const question = Object.fromEntries(languages.map((language) => [language, words(language)]));
  return { question, figure, ...scaleFor(value, percent) };
}
