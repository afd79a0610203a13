// The guide "How to read this": its live examples, its two languages, and that its words are those of the engine and
// its numbers the story's.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { Guide, LANGS, readThrough, ruleCodes } from './pages/guide.mjs';
import { withoutScripts } from './pages/plain.mjs';
import { expectClean } from './pages/story.mjs';
import { at } from './support/program.mjs';
import { sample, sampled } from './support/sample.mjs';

const KINDS = ['exact', 'more-than', 'at-least', 'up-to', 'about', 'class', 'open-list', 'target', 'missing'];
const PAGE = 'how-to-read';
const json = async (path) => JSON.parse(await readFile(at(path), 'utf8'));

test(
  sampled(
    'guide: every example is drawn, says what the engine calls its mark, and has every rule, in both languages alone',
  ),
  async ({ open, server }) => {
    const codes = await ruleCodes();
    for (const theme of sample(['light', 'dark'], 2)) {
      const page = await open({ theme });
      const guide = await Guide.open(page, server, PAGE, '?lang=zh');
      for (const lang of LANGS) {
        await guide.speak(lang);
        const examples = await page.locator('.plate').evaluateAll((plates) =>
          plates.map((plate) => {
            const story = plate.querySelector('duoyuan-story');
            const canvas = story.shadowRoot.querySelector('[part=canvas]');
            // Read from a copy: reading the canvas itself makes the browser warn.
            const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
              willReadFrequently: true,
            });
            copy.drawImage(canvas, 0, 0);
            const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
            let other = 0;
            for (let i = 4; i < data.length; i += 4) if ([0, 1, 2].some((k) => data[i + k] !== data[k])) other += 1;
            const aloud = [...plate.querySelectorAll('.aloud')].find((node) => node.checkVisibility()).textContent;
            const names = [...story.shadowRoot.querySelectorAll('.mark')].map((mark) =>
              mark.getAttribute('aria-label'),
            );
            return {
              scene: story.scene,
              lang: story.lang,
              heading: plate.querySelector('h3').innerText.trim().length > 0,
              drawn: (other * 4) / data.length > 0.01,
              words: story.querySelector('.stand-in').checkVisibility(),
              said: names.includes(aloud) ? '' : `“${aloud}”, but the marks are ${names.join(' | ')}`,
            };
          }),
        );
        const wanted = KINDS.map((scene) => ({ scene, lang, heading: true, drawn: true, words: false, said: '' }));
        expect(examples, `${theme} ${lang}`).toEqual(wanted);
        const rules = (await page.locator('#rules').innerText()).split(/\s+/);
        expect(rules, lang).toEqual(expect.arrayContaining(codes));
        expect(await guide.foreign(lang), `${lang} also shows`).toEqual([]);
        expect(page.url()).toContain(`lang=${lang}`);
      }
      await test.step('the printed record is the record that the picture opens', async () => {
        for (const lang of LANGS) {
          await guide.speak(lang);
          const { shown, opened } = await page.locator('#specimen').evaluate((specimen) => {
            const visible = (selector, root) =>
              [...root.querySelectorAll(selector)]
                .filter((node) => node.checkVisibility())
                .map((node) => node.innerText.trim());
            const mark = `.mark[data-figure="${specimen.dataset.figure}"]`;
            const { shadowRoot } = [...document.querySelectorAll('duoyuan-story')].find((each) =>
              each.shadowRoot.querySelector(mark),
            );
            shadowRoot.querySelector(mark).click();
            const record = shadowRoot.querySelector('[part=record]');
            const cite = record.querySelector('.record-cite').innerText.trim();
            return {
              shown: [...visible('dt', specimen), ...visible('.value', specimen), visible('.cite', document)[0]],
              opened: [...new Set(visible('dt', record)), ...visible('dd', record), cite],
            };
          });
          expect(
            opened.map((text) => text.replace(/\s*(（新窗口）|\(new window\))/, '')),
            lang,
          ).toEqual(shown);
        }
      });
      expectClean(page, theme);
    }
  },
);

for (const name of sample([PAGE, 'editor-guide'], 2)) {
  test(
    sampled(`guides: ${name} has no sideways scroll from 320 px on, in both languages`),
    async ({ open, server }) => {
      const page = await open({ width: 320, height: 700 });
      await page.goto(`${server.origin}/${name}.html`);
      const guide = new Guide(page);
      if (name === PAGE) await readThrough(page);
      for (const width of [320, 375, 768, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        for (const lang of LANGS) {
          await guide.speak(lang);
          await expect.poll(() => guide.sideways(), `${lang} at ${width} px`).toEqual({ over: 0, out: [] });
        }
      }
    },
  );
}

test('guide: without JavaScript both languages, every rule and every example stand as words', async ({
  browser,
  server,
}) => {
  await withoutScripts(browser, `${server.origin}/how-to-read.html`, async (page) => {
    const text = await page.locator('body').innerText();
    for (const part of ['怎样读这些图', 'How to read this', ...(await ruleCodes())]) expect(text).toContain(part);
    await expect(page.locator('.stand-in:visible')).toHaveCount(2 * KINDS.length);
    await expect(page.locator('.languages button:visible')).toHaveCount(0);
  });
});

test('guide: the story page links here, in the language it is read in', async ({ visit }) => {
  const { page } = await visit();
  await page.locator('.about a[href^=how-to-read]:visible').click();
  await page.waitForURL(/how-to-read\.html\?lang=zh$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('guide: its figures are those of the Karamay story', async () => {
  const [ours, theirs] = [await json('data/grammar/story.json'), await json('data/karamay/story.json')];
  const [{ sources }, { sources: known }] = [
    await json('data/grammar/sources.json'),
    await json('data/karamay/sources.json'),
  ];
  const facts = [
    'value',
    'unit',
    'measure',
    'status',
    'form',
    'bound',
    'printed',
    'format',
    'base',
    'part_of',
    'counted',
    'source',
  ];
  const pick = (object, names) => Object.fromEntries(names.map((name) => [name, object?.[name]]));
  const items = (list) => list?.items.map((item) => item.zh);
  for (const [id, figure] of Object.entries(ours.figures)) {
    if (theirs.figures[id]) expect.soft(pick(figure, facts), id).toEqual(pick(theirs.figures[id], facts));
  }
  for (const [id, list] of Object.entries(ours.lists)) expect.soft(items(list), id).toEqual(items(theirs.lists[id]));
  for (const [id, unit] of Object.entries(ours.units)) expect.soft(unit, id).toEqual(theirs.units[id]);
  const told = ['publisher', 'date', 'url', 'interest'];
  for (const [id, source] of Object.entries(sources))
    expect.soft(pick(source, told), id).toEqual(pick(known[id], told));
  for (const { file } of Object.values(ours.series)) {
    const [mine, other] = await Promise.all(
      ['grammar', 'karamay'].map((story) => readFile(at(`data/${story}/${file}`), 'utf8')),
    );
    expect.soft(mine, file).toBe(other);
  }
});
