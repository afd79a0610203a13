// Ids that nothing else has, made from words of a label.

const SMALL = new Set('the a an of in to and or for on at by with its'.split(' '));

/** Words of a label that may stand in an id; '' where it has no latin ones. @param {string} text */
export function slug(text) {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9\s-]/g, '')
    .split(/[\s-]+/);
  const id = words
    .filter((word) => word && !SMALL.has(word))
    .slice(0, 3)
    .join('-')
    .slice(0, 40);
  return /^[a-z]/.test(id) ? id : '';
}

/** An id with a number, for what has no words. @param {string} prefix @param {Iterable<string>} taken */
export function numbered(prefix, taken) {
  const names = new Set(taken);
  let n = 1;
  while (names.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

/** The words themselves, or with the first free number. @param {string} words @param {Iterable<string>} taken */
export function fresh(words, taken) {
  const names = new Set(taken);
  let n = 2;
  if (!names.has(words)) return words;
  while (names.has(`${words}-${n}`)) n += 1;
  return `${words}-${n}`;
}

/** An id of latin words where there are any, else numbered. @param {string} text @param {string} kind
 * @param {Iterable<string>} taken */
export const idOf = (text, kind, taken) => (slug(text) ? fresh(slug(text), taken) : numbered(kind, taken));
