// What a host page's `--duoyuan-…` changes: each colour of the picture and of what stands around it, in both themes;
// none in the contrast theme.

import { expect, test } from './fixtures.mjs';
import { article, tag } from './pages/article.mjs';
import { Story } from './pages/story.mjs';
import { sample, sampled } from './support/sample.mjs';

// Far from every colour of ours, and from each other. The last three by their first names, which pages may go on using.
const OTHER = {
  surface: '#e0ffff',
  ink: '#000080',
  muted: '#006400',
  rule: '#ff00ff',
  'hue-1': '#ff0000',
  'hue-2': '#00ff00',
  'hue-3': '#0000ff',
  'hue-4': '#ffff00',
  brick: '#00ffff',
  slate: '#ff8000',
  olive: '#8000ff',
};
const STORIES = ['karamay'];

async function openColoured({ open, site }, theme, id) {
  const own = Object.entries(OTHER)
    .map(([name, hex]) => `--duoyuan-${name}: ${hex};`)
    .join(' ');
  site.replaced.set('/own.css', { body: `.own { ${own} }`, type: 'text/css' });
  const page = await open({ width: 760, height: 900 });
  const element = tag(`mode="stepper" lang="en" theme="${theme}"`, '', `${id}/story.json`);
  await page.goto(article(site, `<div>${element}</div>`, { head: '<link rel="stylesheet" href="own.css">' }));
  const story = new Story(page);
  await story.ready();
  return story;
}

/** Gives the story the host's colours, or takes them away. */
async function turn(story, on) {
  await story.element.evaluate(({ parentElement }, own) => {
    parentElement.classList.toggle('own', own);
    parentElement.style.width = own ? '700px' : '';
  }, on);
  await expect.poll(() => story.canvas.evaluate((canvas) => canvas.getBoundingClientRect().width < 710)).toBe(on);
  await story.atRest();
}

/** Names of the colours that are seen in the canvas of any scene. */
async function seenIn(story) {
  const seen = new Set();
  for (let last = '', stays = 0; ; ) {
    await story.atRest();
    const pixels = await story.canvas.evaluate((canvas, wanted) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const counts = new Map();
      for (let i = 0; i < data.length; i += 4) {
        const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return wanted.map((hex) => counts.get(parseInt(hex.slice(1), 16)) ?? 0);
    }, Object.values(OTHER));
    for (const [i, name] of Object.keys(OTHER).entries()) if (pixels[i] > 3) seen.add(name);
    const now = await story.element.evaluate((element) => {
      element.next();
      return element.scene;
    });
    // a guess is answered before its chapter is left
    stays = now === last ? stays + 1 : 0;
    if (stays > 1) return [...seen].sort();
    last = now;
  }
}

// Seen to fail: with no colours read in viewport.js; with the olive of colours.js another than the engine's.
for (const theme of sample(['light', 'dark'], 2)) {
  test(sampled(`colours: each --duoyuan-… of the host is seen in the picture, ${theme}`), async ({ open, site }) => {
    const seen = new Set();
    for (const id of STORIES) {
      const story = await openColoured({ open, site }, theme, id);
      await turn(story, true);
      for (const name of await seenIn(story)) seen.add(name);
      await expect(story.frame).toHaveCSS('background-color', 'rgb(224, 255, 255)');
      await expect(story.frame).toHaveCSS('color', 'rgb(0, 0, 128)');
      const accent = await story.frame.evaluate((frame) =>
        getComputedStyle(frame).getPropertyValue('--_accent').trim(),
      );
      expect(Object.values(OTHER)).toContain(accent);
      await turn(story, false);
      await expect(story.frame, 'they go when the host takes them away').not.toHaveCSS('color', 'rgb(0, 0, 128)');
    }
    expect([...seen].sort()).toEqual(Object.keys(OTHER).sort());
  });
}

test("colours: the contrast theme is the reader's own: no colour of the host reaches it", async ({ open, site }) => {
  const story = await openColoured({ open, site }, 'contrast', 'karamay');
  await turn(story, true);
  expect(await seenIn(story)).toEqual([]);
});
