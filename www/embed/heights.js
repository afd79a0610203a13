// Heights of a frame: the limits, and the published heights by width ("360:812 720:640 1200:700", CSS px) that keep
// its space before it has spoken.

export const MIN_HEIGHT = 50;
export const MAX_HEIGHT = 8000;

/** @param {number} height CSS px */
export const clampHeight = (height) => Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, Math.round(height)));

/**
 * The height at a width: that of the published widths beside it, in proportion; null where nothing is published.
 * @param {string} list
 * @param {number} width
 */
export function heightAt(list, width) {
  const known = list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':').map(Number))
    .filter(([w, h]) => w > 0 && h > 0)
    .sort(([a], [b]) => a - b);
  if (known.length === 0) return null;
  const above = known.findIndex(([w]) => w >= width);
  if (above === 0) return clampHeight(known[0][1]);
  if (above < 0) return clampHeight(known[known.length - 1][1]);
  const [[w0, h0], [w1, h1]] = [known[above - 1], known[above]];
  return clampHeight(h0 + ((h1 - h0) * (width - w0)) / (w1 - w0));
}
