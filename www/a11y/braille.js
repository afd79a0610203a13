// A series as braille: one column of dots a year, higher for more, nothing at all for a year without a figure. Two
// years make a character of the block U+2800. Pure; for reading by touch, and for pasting where there are no
// pictures.

const COLUMNS = [
  [0x40, 0x04, 0x02, 0x01],
  [0x80, 0x20, 0x10, 0x08],
]; // dots 7 3 2 1 and 8 6 5 4, from the bottom
const ROWS = 4;
const WIDEST = 80; // characters: the longest line of a braille display

/**
 * Gaps have no value. Empty where the points are no series: fewer than two years, or a year twice.
 * @param {{ value?: number | null, years?: [number, number] }[]} points
 */
export function sparkline(points) {
  const dated = points.flatMap(({ value, years }) =>
    typeof value === 'number' && years ? [{ value, year: years[0] }] : [],
  );
  if (dated.length < 2 || new Set(dated.map(({ year }) => year)).size < dated.length) return '';
  const first = Math.min(...dated.map(({ year }) => year));
  const last = Math.max(...dated.map(({ year }) => year));
  if (last - first + 1 > 2 * WIDEST) return '';
  const top = Math.max(...dated.map((point) => point.value));
  const heights = Array.from({ length: last - first + 1 }, () => 0);
  // What is above nothing has at least one dot.
  for (const { value, year } of dated)
    heights[year - first] = value > 0 && top > 0 ? Math.max(1, Math.round((value / top) * ROWS)) : 0;
  let text = '';
  for (let i = 0; i < heights.length; i += 2) {
    const dots = [0, 1].map((side) =>
      COLUMNS[side].slice(0, heights[i + side] ?? 0).reduce((sum, dot) => sum + dot, 0),
    );
    text += String.fromCodePoint(0x2800 + dots[0] + dots[1]);
  }
  return text;
}
