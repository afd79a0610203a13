// Stories as large as they may be: fields of thousands of marks, and as many points as a story may have.

import { manySeries, marksStory } from '../bench/stories.mjs';
import { expect, test } from './fixtures.mjs';
import { article, tag } from './pages/article.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { sample, sampled } from './support/sample.mjs';

function serve(site, files) {
  for (const [name, body] of Object.entries(files)) {
    const type = name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
    site.replaced.set(`/many/${name}`, { body, type });
  }
}
const many = (attributes) => tag(`mode="stepper" ${attributes}`, '', 'many/story.json');

// Seen to fail: with a field put onto a clear canvas.
test(
  sampled('large: a field of 8,000 dots stands on the ground of its theme, on the page and in a file'),
  async ({ open, site }) => {
    serve(site, marksStory(8000));
    for (const theme of sample(['light', 'dark'], 2)) {
      const page = await open({ width: 800, height: 1600, dpr: 2, theme });
      await page.goto(article(site, many(`lang="zh" theme="${theme}"`)));
      const story = new Story(page);
      await story.ready();
      await story.atRest();
      const seen = await story.element.evaluate(async (element) => {
        const canvas = element.shadowRoot.querySelector('canvas');
        const bitmap = await createImageBitmap(await element.toPNG());
        const file = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        file.drawImage(bitmap, 0, 0);
        const [r, g, b] = getComputedStyle(element.shadowRoot.querySelector('.view'))
          .backgroundColor.match(/\d+/g)
          .map(Number);
        const shares = (context, { width, height }) => {
          const { data } = context.getImageData(0, 0, width, height);
          let [clear, ground] = [0, 0];
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] < 255) clear += 1;
            if (data[i] === r && data[i + 1] === g && data[i + 2] === b) ground += 1;
          }
          return { clear, ground: (ground * 4) / data.length };
        };
        return { page: shares(canvas.getContext('2d'), canvas), file: shares(file, bitmap) };
      });
      expect([seen.page.clear, seen.file.clear], `${theme}: clear pixels`).toEqual([0, 0]);
      expect(seen.page.ground, theme).toBeGreaterThan(0.4);
      expect(seen.page.ground, theme).toBeLessThan(0.97);
      expect(Math.abs(seen.page.ground - seen.file.ground), theme).toBeLessThan(0.01);
    }
  },
);

// Seen to fail: with figures that grow by doubling, each with a copy of its unit: "unreachable" beyond two series of
// 8,192.
test('large: with as many points as a story may have each scene is drawn', async ({ open, site }) => {
  const lengths = [9000, 9000, 9000, 9000, 9000, 5000];
  serve(site, manySeries(lengths));
  const page = await open({ width: 800, height: 900 });
  await page.goto(article(site, many('lang="en"')));
  const story = new Story(page);
  await story.ready();
  const seen = new Set();
  for (const [i, length] of lengths.entries()) {
    if (i > 0) await story.element.evaluate((element) => element.next());
    await expect(story.find('table tbody tr')).toHaveCount(length);
    seen.add(await story.settledPixels());
  }
  expect(seen.size, 'pictures').toBe(lengths.length);
  expectClean(page);
});
