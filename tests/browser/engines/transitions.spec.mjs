// The same as transitions.spec.mjs tests in Chromium, at one width and only forwards.

import { expect, test } from '../fixtures.mjs';
import { sampled, stretch } from '../support/sample.mjs';
import { walkThrough } from '../support/transitions.mjs';

test.skip(({ engineName }) => engineName === 'chromium', 'transitions.spec.mjs has more');

test(sampled('transitions: a scene at rest is as if opened directly'), async ({ engine, engineName, scenes: all }) => {
  const page = await engine.open('/embed.html', { width: 720, height: 1600, reduced: false });
  // no scroll bar comes and goes with the pictures' heights
  await page.run("void (document.documentElement.style.overflowY = 'scroll')");
  const scenes = stretch(all, 2);
  // WebKit smooths the slanted edges of small diamonds differently each time it paints
  const slack = engineName === 'webkit' ? 112 : 48;
  expect(await page.run(walkThrough, { scenes, lang: 'zh', mode: 'stepper', slack, onlyForwards: true })).toEqual({
    wrong: [],
    missed: 0,
  });
});
