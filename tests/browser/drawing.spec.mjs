// The two ways to paint a canvas agree: plotters-canvas, call by call, and the canvas renderer, which draws the
// numbers of the display list; and both agree with the files of the command line. Seen to fail: with discs of the
// renderer half a pixel too large; with a soft edge drawn as one path.

import { marksStory } from '../bench/stories.mjs';
import { expect, test } from './fixtures.mjs';
import { prepareDrawing } from './support/drawing.mjs';
import { sample, sampled } from './support/sample.mjs';

/** A page with an engine that has the Karamay story, or that of `files`. */
async function openEngine({ open, server }, settings = {}) {
  const page = await open({ width: 800 });
  await page.goto(`${server.origin}/embed.html`);
  await prepareDrawing(page, settings);
  return page;
}

test(
  sampled('drawing: both ways draw the same, at rest and on the way, at three pixel ratios'),
  async ({ open, server, scenes }) => {
    const page = await openEngine({ open, server });
    const wrong = await page.evaluate(
      (looked) => {
        const { engine, bare, compare } = window;
        const found = [];
        const look = (scene, width, dpr) => {
          engine.view(width, 0, 1, 'zh', scene % 2 ? 'dark' : 'light');
          if (scene > 0) {
            engine.lay(scene - 1, 0);
            engine.depart(engine.duration());
          }
          engine.lay(scene, 0);
          for (const seconds of [0, 0.45, engine.duration()]) {
            const marks = bare(() => compare(seconds, dpr, 24));
            const all = compare(seconds, dpr, 24);
            // Round corners are arcs to one and polygons to the other; words may stand a thirtieth of a px elsewhere, and
            // a line of them on the next row of px.
            const { differ, most } = marks.differ > 0.001 ? marks : all;
            if (marks.differ > 0.001 || all.differ > 0.01) {
              const share = `${(differ * 100).toFixed(3)} % differ, by up to ${most}`;
              found.push(`scene ${scene} at ${seconds.toFixed(2)} s, ${width} px × ${dpr}: ${share}`);
            }
          }
        };
        const sizes = [
          [480, 1],
          [480, 1.5],
          [720, 2],
        ];
        for (const scene of looked) {
          const [width, dpr] = sizes[scene % sizes.length];
          engine.width = width;
          look(scene, width, dpr);
        }
        return found;
      },
      sample([...scenes.keys()], 2),
    );
    expect(wrong).toEqual([]);
  },
);

test('drawing: both ways draw the same field of 6,040 dots', async ({ open, server, scenes }) => {
  const page = await openEngine({ open, server }, { per: 25 });
  const shares = await page.evaluate((scene) => {
    const { engine, compare } = window;
    engine.width = 720;
    engine.view(720, 0, 1, 'zh', 'light');
    engine.lay(scene - 1, 0);
    engine.depart(engine.duration());
    engine.lay(scene, 0);
    return [0.45, engine.duration()].map((seconds) => compare(seconds, 2, 40).differ);
  }, scenes.indexOf('talent'));
  for (const share of shares) expect(share).toBeLessThanOrEqual(0.01);
});

// Squares of four px: single pixels at the edge of a disc differ by a quarter, as the canvas takes a circle for
// curves; no whole disc may. Seen to fail: with the renderer's discs of the second field half a px to the right; with
// the picture of a tenth of a second later.
test('drawing: two fields of 10,000 dots are drawn alike, on the way too, which begins with what it departs from', async ({
  open,
  server,
}) => {
  const page = await openEngine({ open, server }, { files: marksStory(10_000, 3000) });
  const seen = await page.evaluate(() => {
    const { engine, compare, drawn } = window;
    engine.width = 720;
    engine.view(720, 0, 1, 'zh', 'light');
    engine.lay(0, 0);
    const rest = drawn(engine.duration(), 1);
    engine.depart(engine.duration());
    engine.lay(1, 0);
    const ink = ({ data }) =>
      Array.from({ length: data.length / 4 }, (_, i) => (data[i * 4] < 200 ? data[i * 4 + 3] : 0));
    const [before, after] = [ink(rest), ink(drawn(0, 1))];
    return {
      field: before.filter((alpha) => alpha > 0).length / before.length,
      apart: before.filter((alpha, i) => Math.abs(alpha - after[i]) > 48).length / before.length,
      differ: [0.1, 0.28, 0.5, 0.8, engine.duration()].map((seconds) => compare(seconds, 1, 16, 4).differ),
    };
  });
  expect(seen.field, 'the share of the picture that is a field').toBeGreaterThan(0.2);
  expect(seen.apart, 'what the change begins with').toBeLessThan(0.01);
  for (const share of seen.differ) expect(share).toBeLessThanOrEqual(0.0015);
});

test('motion: a mark travels where it stands for the same thing in both scenes, and nowhere else', async ({
  open,
  server,
  scenes,
}) => {
  const page = await openEngine({ open, server });
  const kinds = await page.evaluate((ids) => {
    const { engine } = window;
    const travelling = (seconds) => JSON.parse(engine.shape(seconds)).filter(({ key }) => key.includes('~')).length;
    const change = (width, from, to) => {
      engine.view(width, 0, 1, 'zh', 'light');
      engine.lay(ids.indexOf(from), 0);
      const alone = travelling(0.4);
      engine.depart(engine.duration());
      engine.view(640, 0, 1, 'zh', 'light');
      engine.lay(ids.indexOf(to), 0);
      return { alone, between: travelling(0.4), after: travelling(engine.duration()) };
    };
    return { same: change(560, 'opening', 'opening'), others: change(640, 'livelihood', 'services') };
  }, scenes);
  expect(kinds.same).toMatchObject({ alone: 0, after: 0 });
  expect(kinds.same.between).toBeGreaterThan(2);
  // The squares of a share do not count schools.
  expect(kinds.others).toEqual({ alone: 0, between: 0, after: 0 });
});
