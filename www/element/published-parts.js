// What few readers ask for, in files beside the script of the page. In a page that has everything inside,
// `scripts/site/assets.mjs` puts the modules themselves in the place of this file.

/** The address of a file beside this script; the name alone where a page inside another page has no address. */
export const beside = (/** @type {string} */ name) => {
  try {
    return new URL(name, import.meta.url).href;
  } catch {
    return name;
  }
};

export const MORE_WORDS = { ru: () => import(beside('words-ru.js')) };

export const sonificationPanel = () => import(beside('sonification.js'));
