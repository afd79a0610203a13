// Compares pictures. A failure leaves what was expected, what was seen and the difference as PNG files in the test's
// folder.

import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const decode = (picture) =>
  PNG.sync.read(Buffer.isBuffer(picture) ? picture : Buffer.from(picture.replace(/^data:.*?,/, ''), 'base64'));

/**
 * The share of pixels in which a channel differs by more than `by`; 1 for pictures of different sizes. Pictures are bytes
 * or addresses of PNG files.
 */
export function difference(actual, expected, by = 0) {
  if (actual === expected) return 0;
  const [a, b] = [decode(actual), decode(expected)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let other = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    if ([0, 1, 2, 3].some((k) => Math.abs(a.data[i + k] - b.data[i + k]) > by)) other += 1;
  }
  return (other * 4) / a.data.length;
}

/** Writes NAME-expected.png, NAME-actual.png and NAME-difference.png beside each other; returns where. */
async function keep(name, actual, expected) {
  const [a, b] = [decode(actual), decode(expected)];
  const path = (what) => test.info().outputPath(`${name}-${what}.png`);
  const write = (what, png) => writeFile(path(what), PNG.sync.write(png));
  await write('expected', b);
  await write('actual', a);
  if (a.width === b.width && a.height === b.height) {
    const seen = new PNG({ width: a.width, height: a.height });
    pixelmatch(b.data, a.data, seen.data, a.width, a.height, { threshold: 0.05 });
    await write('difference', seen);
  }
  return path('{expected,actual,difference}');
}

/** Fails, and keeps the pictures, when more than `share` of the pixels differ. */
export async function expectSame(actual, expected, { name = 'picture', share = 0, by = 0 } = {}) {
  const seen = difference(actual, expected, by);
  const kept = seen > share ? await keep(name.replaceAll(/\W+/g, '-'), actual, expected) : '';
  expect(seen, `${name}: the share of pixels that differ; ${kept}`).toBeLessThanOrEqual(share);
}

/** Waits until `read` gives the expected picture; fails with what it gave last. */
export async function expectBecomes(read, expected, options = {}) {
  let actual = await read();
  const same = async () => {
    actual = await read();
    return difference(actual, expected, options.by) <= (options.share ?? 0);
  };
  await expect
    .poll(same, { message: options.name })
    .toBe(true)
    .catch(() => {});
  await expectSame(actual, expected, options);
}
