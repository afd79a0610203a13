// Every scene in every language and theme, at widths from 280 px on, at rest: what was drawn must hold all checks of
// picture.mjs. The contrast theme, forced colours and large text: engines/canvas.spec.mjs.

import { expect, test } from './fixtures.mjs';
import { faultsIn } from './picture.mjs';
import { RECORDER } from './support/recorder.mjs';
import { sample, sampled } from './support/sample.mjs';

const VIEWS = [
  { width: 1280, height: 800, path: '/' },
  { width: 720, height: 900, path: '/' },
  { width: 375, height: 812, path: '/', dpr: 2 },
  { width: 280, height: 653, path: '/embed.html' },
];
const GUIDE = ['exact', 'more-than', 'at-least', 'up-to', 'about', 'class', 'open-list', 'target', 'missing'];
const GUIDE_VIEWS = [
  [280, 'dark'],
  [375, 'light'],
  [820, 'light'],
];

/** What is wrong with each scene in both languages, in the short run in one of them, under the scene's name. */
async function look(story, scenes) {
  const wrong = [];
  for (const [turn, lang] of ['zh', 'en'].entries()) {
    await story.set({ lang });
    for (const scene of sample(scenes, 2, turn)) {
      await story.goTo(scene);
      await story.shows(scene);
      await story.frames(2);
      await expect(story.stage).toHaveAttribute('data-scene', scene);
      const faults = faultsIn(await story.page.evaluate(() => window.inspectPicture()));
      wrong.push(...[...faults, ...story.page.faults.splice(0)].map((text) => `${scene} ${lang}: ${text}`));
    }
  }
  return wrong;
}

// Each width in one theme; in the long run, in the other too.
for (const [i, { path, ...view }] of VIEWS.entries()) {
  for (const [run, theme] of [
    [sampled(''), ['light', 'dark'][i % 2]],
    ['long: ', ['dark', 'light'][i % 2]],
  ]) {
    test(`${run}pictures: every scene holds at ${view.width} px, ${theme}, in both languages`, async ({
      visit,
      scenes,
    }) => {
      const story = await visit(path, { ...view, theme, recorder: RECORDER });
      expect(await look(story, scenes)).toEqual([]);
    });
  }
}

for (const [width, theme] of GUIDE_VIEWS) {
  test(sampled(`pictures: every kind of statement of the guide holds at ${width} px, ${theme}`), async ({ visit }) => {
    const story = await visit('/embed.html?story=grammar/story.json', { width, theme, recorder: RECORDER });
    expect(await look(story, GUIDE)).toEqual([]);
  });
}
