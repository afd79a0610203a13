// Guesses where a chapter is scrolled: on a phone the question, its picture and the words of its answer follow each other;
// passed by scrolling, the answer comes first.

import { expect } from './fixtures.mjs';
import { asked, markOf, OIL, test } from './pages/guess.mjs';
import { sample, sampled } from './support/sample.mjs';

const JUDGED = ['zh', 'en'].flatMap((lang) =>
  ['lead', 'people', 'livelihood', 'greening'].map((scene) => [lang, scene]),
);

// Seen to fail: with the title of a picture that is not asked about left as it is; with the question in its place.
test('guess: on a phone the question stands with its picture and its slider, and nothing before it tells the answer', async ({
  visit,
}) => {
  const story = await visit('/#scene=people', { width: 375, height: 812, touch: true });
  await story.set({ lang: 'zh' });
  await story.shows('people');
  await expect(asked(story).heading).toHaveText('人口');
  await expect(story.find('.card.active')).not.toContainText('99');
  await expect(story.find('.card.active h2').filter({ hasText: '每百名居民，几人住城镇？' })).toHaveCount(1);
  await story.press('next');
  await story.atRest();
  await expect(asked(story).area).toBeVisible();
  const places = await story.element.evaluate(({ shadowRoot }) => {
    const of = (node) => node.getBoundingClientRect();
    const [bar, view, dock] = ['.bar', '.view', '.dock'].map((name) => of(shadowRoot.querySelector(name)));
    const slider = shadowRoot.querySelector('.card.active input.scale');
    const question = of(slider.closest('.card-body').querySelector('h2'));
    const area = of(shadowRoot.querySelector('.grip:not(.handle)'));
    return { bar: bar.bottom, view: view.bottom, dock: dock.top, area, question, slider: of(slider) };
  });
  expect(places.area.top, 'the people begin below the bar').toBeGreaterThanOrEqual(places.bar);
  expect(places.area.bottom, 'and end in the picture').toBeLessThanOrEqual(places.view);
  expect(places.question.top, 'the question below them').toBeGreaterThanOrEqual(places.view);
  expect(places.slider.bottom, 'and the slider on the same screen').toBeLessThanOrEqual(places.dock);
});

// Seen to fail: with the verdict behind the sentences.
test(sampled('guess: on a phone the verdict is in sight when the answer is shown'), async ({ visit }) => {
  for (const [lang, scene] of sample(JUDGED, 2)) {
    const story = await visit(`/?lang=${lang}#scene=${scene}`, { width: 375, height: 812, touch: true });
    await story.set({ lang });
    await story.shows(scene);
    const { area, slider, show, verdict } = asked(story);
    for (let i = 0; i < 3 && !(await area.isVisible()); i += 1) {
      await story.press('next');
      await story.atRest();
    }
    await expect(area).toBeVisible();
    await show.evaluate((button) => button.click());
    await expect(slider).toHaveCount(0);
    await story.atRest();
    const room = await verdict.evaluate((verdict) => {
      const root = verdict.getRootNode();
      const [view, dock] = ['.view', '.dock'].map((part) => root.querySelector(part).getBoundingClientRect());
      const { top, bottom } = verdict.getBoundingClientRect();
      return { above: top - view.bottom, below: dock.top - bottom };
    });
    expect(Math.min(room.above, room.below), `${lang} ${scene}: ${JSON.stringify(room)}`).toBeGreaterThanOrEqual(0);
    await story.page.close();
  }
});

// Seen to fail: with the picture's window as high as it was beside the question.
test('guess: on a phone the words of the answer follow its picture, and Next goes on from them', async ({ visit }) => {
  const story = await visit('/?lang=en#scene=greening', { width: 375, height: 812, touch: true });
  await story.set({ lang: 'en' });
  await story.shows('greening');
  await story.press('next');
  await expect(asked(story).area).toBeVisible();
  await story.press('next');
  await expect(asked(story).slider).toHaveCount(0);
  await story.frames(2);
  const gap = () =>
    story.element.evaluate(({ shadowRoot }) => {
      const { bottom } = shadowRoot.querySelector('.view').getBoundingClientRect();
      const bodies = [...shadowRoot.querySelectorAll('.card-body')].map((body) => body.getBoundingClientRect().top);
      return Math.min(...bodies.filter((top) => top >= bottom - 1)) - bottom;
    });
  expect(await gap()).toBeLessThan(24);
  const before = await story.page.evaluate(() => scrollY);
  await story.press('next');
  await expect.poll(() => story.page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
});

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 375, height: 812 },
];
for (const window of sample(WINDOWS, 2)) {
  test(
    sampled(
      `guess: scrolled past, its answer is drawn where it was asked, and more scrolling goes on, ${window.width} px`,
    ),
    async ({ visit }) => {
      const story = await visit('/?lang=zh#scene=lead', window);
      await story.shows('lead');
      const beat = () =>
        story.element.evaluate(({ shadowRoot }) => shadowRoot.querySelector('.step:not(.aside)').dataset.beat);
      const { page } = story;
      const start = await page.evaluate(() => scrollY);
      await page.mouse.move(window.width / 2, window.height * 0.9);
      for (let i = 0; i < 20 && (await asked(story).slider.count()) > 0; i += 1) {
        await page.mouse.wheel(0, 60);
        await story.frames(4);
      }
      await expect(asked(story).slider).toHaveCount(0);
      await expect(markOf(story, OIL)).toHaveCount(1);
      expect(await beat(), 'the same panel').toBe('0');
      expect(Math.abs((await page.evaluate(() => scrollY)) - start), 'from its beginning').toBeLessThan(100);
      for (let i = 0; i < 20 && (await beat()) === '0'; i += 1) {
        await page.mouse.wheel(0, 60);
        await story.frames(4);
      }
      expect(await beat(), 'the next panel').toBe('1');
    },
  );
}

const SHOWN = [
  ['zh', 'lead', 'next'],
  ['en', 'livelihood', 'next'],
  ['zh', 'livelihood', 'guess-show'],
];
test(
  sampled('guess: on a phone Next and Show bring the answer at once, picture and heading from their beginning'),
  async ({ visit }) => {
    for (const [lang, scene, what] of sample(SHOWN, 3)) {
      const story = await visit(`/?lang=${lang}#scene=${scene}`, { width: 375, height: 667, touch: true });
      await story.set({ lang });
      await story.shows(scene);
      await expect(asked(story).slider).toBeVisible();
      await story.page.evaluate(() => scrollBy(0, 40));
      await story.find(`:is(.card.active, .dock) [data-do=${what}]`).evaluate((button) => button.click());
      await expect(asked(story).slider).toHaveCount(0);
      const seen = await story.element.evaluate(({ shadowRoot }) => {
        const [view, dock, heading] = ['.view', '.dock', '.card.active h2'].map((part) =>
          shadowRoot.querySelector(part),
        );
        const { top, bottom } = heading.getBoundingClientRect();
        const isWhole = top >= view.getBoundingClientRect().bottom && bottom <= dock.getBoundingClientRect().top;
        return { moved: view.scrollTop, isWhole };
      });
      expect(seen, `${lang} ${scene} ${what}`).toEqual({ moved: 0, isWhole: true });
      await story.page.close();
    }
  },
);
