// Digits that are part of a name (985方案, G20): what of a sentence is the name, and the names that a story declares.
//
// **Invariant**: a name has a digit and at least two characters, as the engine asks.

/** @typedef {{ from: number, to: number, text: string }} Typed */

const QUOTES = /[“「『‘"']([^“”「」『』‘’"']{2,16})[”」』’"']/g;

/**
 * The name that typed digits belong to: what stands between quotation marks around them, else the digits with the
 * characters that follow them up to the next mark, four at most.
 * @param {string} text
 * @param {Typed} typed
 */
export function nameAround(text, typed) {
  for (const found of text.matchAll(QUOTES)) {
    const from = found.index + 1;
    if (from <= typed.from && from + found[1].length >= typed.to) return found[1];
  }
  const after = /^(?:[A-Za-z]+|[\p{L}]{0,2})/u.exec(text.slice(typed.to))?.[0] ?? '';
  return typed.text + (typed.text.length < 2 ? after || text.slice(typed.to, typed.to + 1) : '');
}

/**
 * The names with digits that a story declares, in every language.
 * @param {{ [member: string]: unknown } | null} story
 * @returns {string[]}
 */
export function declaredNames(story) {
  const names = Object.values(/** @type {Record<string, { text?: object }>} */ (story?.names ?? {}));
  const texts = names.flatMap(({ text }) => Object.values(text ?? {}));
  const plain = texts.map((text) =>
    typeof text === 'string' ? text.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}+]+$/gu, '') : '',
  );
  return plain.filter((text) => /\d/.test(text) && text.length > 1);
}

/**
 * A name as a story declares it.
 * @param {string} text
 * @param {string[]} languages
 * @param {string} source
 */
export const nameOf = (text, languages, source) => ({
  text: Object.fromEntries(languages.map((code) => [code, text])),
  source: { id: source },
});

/**
 * The source of names that nobody has said the source of: the article.
 * @param {{ source?: string }} editor
 * @param {Record<string, { kind?: string }>} sources
 */
export function sourceOfNames(editor, sources) {
  const ids = Object.keys(sources);
  return editor.source && ids.includes(editor.source)
    ? editor.source
    : (ids.find((id) => sources[id].kind === 'article') ?? ids[0] ?? 'article');
}
