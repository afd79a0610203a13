// A scene that a reader comes to (forwards, backwards, by jumps, played again) looks at rest exactly as when it is
// opened directly. Windows are so high that no scroll bar comes and goes. Seen to fail: with what travels painted
// after everything else.

import { expect, test } from './fixtures.mjs';
import { sampled, stretch } from './support/sample.mjs';
import { walkThrough } from './support/transitions.mjs';

// Of 255, for English: Chromium sets the digits of a word in one of two widths, by what was drawn before.
const SLACK = { zh: 0, en: 64 };
const CASES = [
  [sampled(''), 'zh', 375, 'stepper'],
  [sampled(''), 'zh', 1280, 'page'],
  [sampled(''), 'en', 375, 'page'],
  ['long: ', 'zh', 720, 'stepper'],
  ['long: ', 'zh', 1280, 'stepper'],
];

for (const [run, lang, width, mode] of CASES) {
  const path = mode === 'page' ? '/' : '/embed.html';
  test(`${run}transitions: a scene at rest is as if opened directly, ${lang}, ${width} px, ${mode}`, async ({
    visit,
    scenes,
  }) => {
    const story = await visit(path, { width, height: 1600, reduced: false });
    // the tiles of all series are higher than any window: their scroll bar is there from the start
    await story.page.evaluate(() => {
      document.documentElement.style.overflowY = 'scroll';
    });
    expect(
      await story.page.evaluate(walkThrough, { scenes: stretch(scenes, 2), lang, mode, slack: SLACK[lang] }),
    ).toEqual({
      wrong: [],
      missed: 0,
    });
  });
}
