// The languages of a story, and the texts that it has in each of them.
//
// **Invariant**: a text keeps the member by which its author has named a language: `zh` or `zh-Hans`.

/** @typedef {{ [language: string]: string }} Texts */
/** A member of a scene that holds a text. @typedef {'name' | 'title' | 'subtitle' | 'note'} Member */

/** Names of languages in themselves, short. @type {Record<string, string>} */
const SHORT = { zh: '中', en: 'EN', ru: 'РУ' };
/** The same in the interface's languages. @type {Record<string, Record<string, string>>} */
const NAMES = { zh: { zh: '中', en: '英', ru: '俄' }, en: { zh: 'Chinese', en: 'English', ru: 'Russian' } };

/** The short code of a language's tag: `zh` of `zh-Hans`. @param {string} tag */
export const codeOf = (tag) => tag.split('-')[0];

/**
 * The codes of a story's languages, its first choice first; one that declares none has Chinese and English.
 * @param {{ languages?: unknown } | null} story
 * @returns {string[]}
 */
export function languagesOf(story) {
  const declared = Array.isArray(story?.languages) ? story.languages.filter((tag) => typeof tag === 'string') : [];
  return declared.length > 0 ? [...new Set(declared.map(codeOf))] : ['zh', 'en'];
}

/** @param {string} code @param {string} [within] language of the interface; its own where none is named */
export const nameOf = (code, within) => (within ? NAMES[within]?.[code] : SHORT[code]) ?? code;

/** The member that holds a text in a language. @param {unknown} texts @param {string} code */
export function memberOf(texts, code) {
  const members = texts && typeof texts === 'object' ? Object.keys(texts) : [];
  return members.find((member) => codeOf(member) === code) ?? code;
}

/**
 * A text in a language; empty where there is none. A plain string is the text of every language.
 * @param {unknown} texts
 * @param {string} code
 */
export function textIn(texts, code) {
  if (typeof texts === 'string') return texts;
  const text = /** @type {Record<string, unknown> | undefined} */ (texts)?.[memberOf(texts, code)];
  return typeof text === 'string' ? text : '';
}

/** @param {unknown} texts @param {string[]} codes the first that has words is taken */
export const anyText = (texts, codes) => codes.map((code) => textIn(texts, code)).find(Boolean) ?? '';

/**
 * What a scene lacks in a language that it has in another: how many members, and how many of its sentences.
 * @param {Record<string, unknown>} scene
 * @param {string} code
 * @param {string[]} codes
 * @returns {{ sentences: number, members: number }}
 */
export function lacks(scene, code, codes) {
  const lacking = (/** @type {unknown} */ texts) =>
    !textIn(texts, code).trim() && Boolean(anyText(texts, codes).trim());
  const narration = Array.isArray(scene.narration) ? scene.narration : [];
  return {
    sentences: narration.filter(lacking).length,
    members: ['name', 'title', 'subtitle', 'note'].filter((member) => lacking(scene[member])).length,
  };
}
