// What must hold for every picture, checked on the draw calls of its last frame. Each check returns the failures as
// sentences.

const MIN_PX = 12;
const LARGE_PX = 24;
const OVERLAP = 1.5; // CSS px that boxes may share: measured boxes are rounded by the engine's 1/16 px grid
const MIN_DRAWN = 0.01;

function channels(colour) {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour);
  if (hex) return { rgb: parseInt(hex[1], 16), alpha: 1 };
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(colour)?.[1]
    .split(/[\s,/]+/)
    .map(Number);
  return parts ? { rgb: (parts[0] << 16) | (parts[1] << 8) | parts[2], alpha: parts[3] ?? 1 } : null;
}

function luminance(rgb) {
  const [r, g, b] = [rgb >> 16, (rgb >> 8) & 255, rgb & 255].map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function blend(over, under, alpha) {
  const part = (shift) => Math.round(((over >> shift) & 255) * alpha + ((under >> shift) & 255) * (1 - alpha)) << shift;
  return part(16) | part(8) | part(0);
}

export function contrast(colour, alpha, ground) {
  const text = channels(colour);
  if (!text) return NaN;
  const seen = blend(text.rgb, ground, alpha * text.alpha);
  const [light, dark] = [luminance(seen), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const quote = (item) => `“${item.text}” (${item.px.toFixed(1)} px at ${item.left.toFixed(0)},${item.top.toFixed(0)})`;

export function smallText({ texts }) {
  return texts.filter((item) => !(item.px >= MIN_PX - 0.05)).map((item) => `${quote(item)} is under ${MIN_PX} px`);
}

export function clippedText({ texts, width, height }) {
  return texts
    .filter((item) => !(item.left >= -1 && item.top >= -1 && item.right <= width + 1 && item.bottom <= height + 1))
    .map(
      (item) =>
        `${quote(item)} leaves the picture: right ${item.right.toFixed(0)} of ${width}, bottom ${item.bottom.toFixed(0)} of ${height}`,
    );
}

export function overlappingText({ texts }) {
  const failures = [];
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > OVERLAP && high > OVERLAP)
        failures.push(`${quote(a)} and ${quote(b)} overlap by ${wide.toFixed(1)} × ${high.toFixed(1)} px`);
    }
  }
  return failures;
}

export function faintText({ texts }) {
  return texts
    .filter((item) => item.alpha > 0)
    .flatMap((item) => {
      const ratio = contrast(item.colour, item.alpha, item.ground);
      const needed = item.px >= LARGE_PX ? 3 : 4.5;
      return ratio >= needed - 0.02
        ? []
        : [
            `${quote(item)} has contrast ${ratio.toFixed(2)} of ${needed}: ${item.colour} × ${item.alpha} on #${item.ground.toString(16).padStart(6, '0')}`,
          ];
    });
}

export function notFinite({ faults }) {
  return faults.map((call) => `not finite: ${call}`);
}

export function blank({ texts, drawn }) {
  if (texts.length === 0) return ['no text was drawn'];
  return drawn >= MIN_DRAWN ? [] : [`only ${(drawn * 100).toFixed(2)} % of the pixels differ from the ground`];
}

export const PICTURE_CHECKS = {
  'text at least 12 px': smallText,
  'text inside the picture': clippedText,
  'no overlapping text': overlappingText,
  'text contrast': faintText,
  'finite geometry': notFinite,
  'not blank': blank,
};

/** All that is wrong with a picture, as sentences. */
export const faultsIn = (picture) =>
  Object.entries(PICTURE_CHECKS).flatMap(([what, check]) => check(picture).map((text) => `${what}: ${text}`));
