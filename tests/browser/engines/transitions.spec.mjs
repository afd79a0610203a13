// As transitions.spec.mjs has it for Chromium, at one width.

import { expect, test } from '../fixtures.mjs';
import { walkThrough } from '../support/transitions.mjs';

test.skip(({ engineName }) => engineName === 'chromium', 'transitions.spec.mjs has more');

test('transitions: a scene at rest is as if opened directly', async ({ engine }) => {
  const page = await engine.open('/embed.html', { width: 720, height: 1600, reduced: false });
  // no scroll bar comes and goes with the pictures' heights
  await page.run("void (document.documentElement.style.overflowY = 'scroll')");
  expect(await page.run(walkThrough, { lang: 'zh', mode: 'stepper', slack: 48 })).toEqual({ wrong: [], missed: 0 });
});
