// Which part of a list (of chapters, say) a short run looks at; the long run looks at all of it.
//
// **Invariant**: SAMPLE, which the reporter prints, says which part it is.

const LONG = Boolean(process.env.LONG);
const first = () => Number(process.env.SAMPLE ?? 0);

/** The name of a test that is a sample in the short run and whole in the long one, which takes `long:` only. */
export const sampled = (name) => (LONG ? `long: ${name}` : name);

/** Every `n`th of a list; `turn` 0 to n - 1 are the n parts of it. */
export const sample = (list, n, turn = 0) => (LONG ? list : list.filter((_, i) => (i + first() + turn) % n === 0));

/** Neighbours from a list: the `n`th part of it, and the one that follows. */
export function stretch(list, n) {
  if (LONG) return list;
  const length = Math.ceil(list.length / n);
  const from = (first() % n) * length;
  return list.slice(from, from + length + 1);
}
