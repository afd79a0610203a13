// The runs of make test-long: the same as in make test, as often as quality.md says.

import { walkElsewhere, walkInChromium } from './other-engines.mjs';
import { changeOften, mountAndRemove, resizeOften } from './robust.mjs';

const STEPS = 10_000;

export const long = {
  'long: 500 mounts leave nothing behind': (t) => mountAndRemove(t, 50),
  'long: 2,000 changes of chapter and language leave nothing behind': (t) => changeOften(t, 2000),
  'long: after 200 sizes the pixels are those of a fresh page': (t) => resizeOften(t, 200),
  'long: a random walk of 10,000 steps in Chromium meets no error': (t) => walkInChromium(t, STEPS),
};
export const longWalks = { 'long: a random walk of 10,000 steps meets no error': (t, browser) => walkElsewhere(t, browser, STEPS) };
