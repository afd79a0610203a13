// Texts of a story by language: which are there, which are lacking.

/** @typedef {Readonly<Record<string, unknown>>} Said */

/**
 * The languages of a story, its first choice first.
 * @param {{ languages?: readonly string[] } | null | undefined} story
 */
export const languagesOf = (story) => (story?.languages?.length ? story.languages : ['zh', 'en']);

/** @param {unknown} text @returns {Said} */
const asText = (text) => (text && typeof text === 'object' ? /** @type {Said} */ (text) : {});

/** A text in a language; zh-Hans is written zh. @param {unknown} text @param {string} language */
export function inLanguage(text, language) {
  const said = asText(text)[memberOf(language)] ?? (memberOf(language) === 'zh' ? asText(text)['zh-Hans'] : undefined);
  return typeof said === 'string' ? said : Array.isArray(said) ? String(said.at(-1) ?? '') : '';
}

/** The member of a text that a language has. @param {string} language */
export const memberOf = (language) => (language.startsWith('zh') ? 'zh' : language);

/** A text in the language, or else in the first that it has. @param {unknown} text @param {string} language */
export const anyLanguage = (text, language) =>
  inLanguage(text, language) || (['zh', 'en', 'ru'].map((other) => inLanguage(text, other)).find(Boolean) ?? '');

/** The languages of the story that a text lacks. @param {unknown} text @param {readonly string[]} languages */
export const lacking = (text, languages) => languages.filter((language) => !inLanguage(text, language).trim());

/** The languages of the texts, as their members. @param {readonly string[]} languages */
export const membersOf = (languages) => [...new Set(languages.map(memberOf))];

/** What stands for a base that the article does not say. */
export const NO_BASE = { zh: '原文未写基期', en: 'base not stated', ru: 'база не указана' };

/** @param {Readonly<Record<string, string>>} words @param {readonly string[]} languages */
export const spoken = (words, languages) => Object.fromEntries(membersOf(languages).map((of) => [of, words[of]]));
