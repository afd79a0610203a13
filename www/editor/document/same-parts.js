// Two readings of one text: what is the same in both is the same object, so that nothing is worked out anew for a part
// that nobody has touched.
//
// **Invariant**: the answer says what the fresh value says; no object is changed.

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isPlain = (value) => typeof value === 'object' && value !== null;

/**
 * The fresh value, made of the parts of the old one where those are the same.
 * @template T
 * @param {unknown} old
 * @param {T} fresh as JSON has it
 * @returns {T}
 */
export function withSameParts(old, fresh) {
  if (Object.is(old, fresh)) return fresh;
  if (!isPlain(old) || !isPlain(fresh) || Array.isArray(old) !== Array.isArray(fresh)) return fresh;
  const names = Object.keys(fresh);
  const before = Object.keys(old);
  // an object whose members have another order is another text
  let same = before.length === names.length && names.every((name, i) => name === before[i]);
  /** @type {Record<string, unknown>} */
  const all = Array.isArray(fresh) ? /** @type {any} */ ([]) : {};
  const byId = Array.isArray(old) ? new Map(old.map((item) => [item?.id, item])) : null;
  for (const name of names) {
    const value = fresh[name];
    const id = byId && isPlain(value) ? value.id : undefined;
    all[name] = withSameParts(id === undefined ? old[name] : (byId?.get(id) ?? old[name]), value);
    if (!Object.is(all[name], old[name])) same = false;
  }
  return /** @type {T} */ (same ? old : all);
}
