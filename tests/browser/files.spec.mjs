// The files of the command line beside the page: a PNG and the canvas show the same picture, animated SVG moves and
// ends at rest.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from './fixtures.mjs';
import { prepareDrawing } from './support/drawing.mjs';
import { difference, expectSame } from './support/pixels.mjs';
import { duoyuan } from './support/program.mjs';

const test = base.extend({
  /** Files of `duoyuan render` in a folder of their own: a function from name to bytes. */
  render: async ({ fresh: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'duoyuan-'));
    await use(async (...options) => {
      const { code, stderr } = await duoyuan('render', 'data/karamay', '--quiet', '-o', folder, ...options);
      expect(code, stderr).toBe(0);
      return (name) => readFile(join(folder, name));
    });
    await rm(folder, { recursive: true });
  },
});

/** In the page: what the author's engine draws at rest, as the address of a PNG. */
function drawAtRest([scene, theme, dpr]) {
  const { engine } = window;
  engine.width = 720;
  engine.view(720, 0, 1, 'zh', theme);
  engine.lay(scene, 0);
  const [width, height] = [720 * dpr, Math.round(engine.height() * dpr)];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  engine.render(canvas.getContext('2d', { willReadFrequently: true }), dpr, engine.duration());
  return canvas.toDataURL();
}

// Seen to fail: with a line of text broken elsewhere (4.7 % of the pixels).
for (const [run, every] of [
  ['', 3],
  ['long: ', 1],
]) {
  const which = every === 1 ? 'every scene' : 'every third scene';
  test(`${run}files: a PNG and the canvas show the same picture, ${which}`, async ({
    open,
    server,
    scenes,
    render,
  }) => {
    const page = await open({ width: 800 });
    await page.goto(`${server.origin}/embed.html`);
    await prepareDrawing(page);
    const chosen = scenes.filter((_, scene) => scene % every === 0);
    const themes = ['light', 'dark'];
    const read = {};
    for (const [odd, theme] of themes.entries()) {
      const own = chosen.filter((_, i) => i % 2 === odd).join();
      read[theme] = await render('--format', 'png', '--scene', own, '--theme', theme, '--width', '720');
    }
    let compared = 0;
    for (const [i, id] of chosen.entries()) {
      const theme = themes[i % 2];
      const file = await read[theme](`${id}.png`);
      const drawn = await page.evaluate(drawAtRest, [scenes.indexOf(id), theme, 2]);
      // The browser measures text itself, so that a line may break elsewhere: then it is another frame, of another
      // height.
      if (difference(drawn, file) === 1) continue;
      compared += 1;
      // The edges of letters are drawn by two different programs; a mark or a line elsewhere is far more than this.
      await expectSame(drawn, file, { name: `${id}-${theme}`, by: 96, share: 0.02 });
    }
    expect(compared, 'pictures that are the same frame').toBeGreaterThanOrEqual(chosen.length - 2);
  });
}

test('files: an animated SVG begins without its bars, moves, and ends as the still one', async ({ open, render }) => {
  const read = await render('--scene', 'growth,livelihood', '--format', 'smil,svg', '--width', '480');
  const page = await open({ width: 480 });
  const shot = async (file, seconds) => {
    await page.setContent((await read(file)).toString('utf8'));
    await page.locator('svg').evaluate((svg, time) => {
      svg.pauseAnimations();
      svg.setCurrentTime(time);
    }, seconds);
    return page.locator('svg').screenshot();
  };
  for (const id of ['growth', 'livelihood']) {
    const rest = await shot(`${id}.svg`, 0);
    const [start, middle, end] = [
      await shot(`${id}.smil.svg`, 0),
      await shot(`${id}.smil.svg`, 0.5),
      await shot(`${id}.smil.svg`, 5),
    ];
    for (const [a, b] of [
      [start, middle],
      [middle, end],
      [start, end],
    ])
      expect(difference(a, b), `${id} moves`).toBeGreaterThan(0);
    await expectSame(end, rest, { name: id, by: 48, share: 0.001 });
  }
});
