// Full-bleed chapters: the picture goes from edge to edge; its text lies on no mark and stands still while one scrolls.

import { expect, test } from './fixtures.mjs';
import { sample, sampled } from './support/sample.mjs';

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

/** Boxes of the chapter's text that is seen, and of the marks, in px of the window. */
const boxes = (element) => {
  const of = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, right: x + width, bottom: y + height, text: node.textContent.slice(0, 30) };
  };
  const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)].filter((node) => node.offsetWidth > 0);
  const body = [...element.shadowRoot.querySelectorAll('.card.active .card-body > *')];
  return { text: body.filter((node) => node.offsetHeight > 0).map(of), marks: all('.mark').map(of) };
};

const meet = (a, b) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;

// Seen to fail: with the height of the text at half of what it is.
for (const lang of ['zh', 'en']) {
  test(sampled(`full bleed: the text of cover and opening lies on no mark (${lang})`), async ({ visit }) => {
    const places = WINDOWS.flatMap((window) => ['cover', 'opening'].map((scene) => [window, scene]));
    for (const [window, scene] of sample(places, 4, Number(lang === 'en'))) {
      const story = await visit(`/?lang=${lang}#scene=${scene}`, window);
      await story.shows(scene);
      await story.atRest();
      const { text, marks } = await story.element.evaluate(boxes);
      expect(text.length).toBeGreaterThan(1);
      expect(marks.length).toBeGreaterThan(2);
      const under = text.flatMap((box) => marks.filter((mark) => meet(box, mark)).map((mark) => [box, mark]));
      expect(under, `${scene} at ${window.width} px`).toEqual([]);
      await story.page.close();
    }
  });
}

// Seen to fail: without `extend` in viewport.js.
test(sampled('full bleed: the canvas goes from edge to edge, and nothing scrolls sideways'), async ({ visit }) => {
  for (const window of sample(WINDOWS, 3)) {
    const story = await visit('/?lang=zh', window);
    await story.atRest();
    const seen = await story.canvas.evaluate((canvas) => {
      const { left, right } = canvas.getBoundingClientRect();
      return {
        left,
        right: right - document.documentElement.clientWidth,
        over: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect(Math.abs(seen.left), `${window.width} px`).toBeLessThanOrEqual(1);
    expect(Math.abs(seen.right), `${window.width} px`).toBeLessThanOrEqual(1);
    expect(seen.over).toBeLessThanOrEqual(0);
  }
});

// Seen to fail: without the margin above the body of a full-bleed card.
test('full bleed: the text stands still where it is while its chapter is scrolled', async ({ visit }) => {
  const story = await visit('/?lang=zh', { width: 1280, height: 800 });
  const title = () =>
    story.element.evaluate(({ shadowRoot }) => {
      const card = shadowRoot.querySelector('.card.active');
      const seen = getComputedStyle(card.querySelector('.card-body')).opacity === '1';
      return {
        index: Number(card.dataset.index),
        seen,
        y: Math.round(card.querySelector('h2').getBoundingClientRect().y),
      };
    });
  await story.atRest();
  const cover = await title();
  await story.page.mouse.move(640, 400);
  const places = new Set();
  for (let turn = 0; turn < 24; turn += 1) {
    await story.page.mouse.wheel(0, 40);
    const now = await title();
    if (now.index === 0) places.add(now.y);
  }
  await expect.poll(async () => (await title()).index).toBe(1);
  expect(Math.max(...places) - cover.y).toBeLessThanOrEqual(1);
  await expect.poll(async () => (await title()).seen).toBe(true);
});

// Seen to fail: with a cover like other chapters, its title below the picture.
for (const lang of sample(['zh', 'en'], 2)) {
  test(
    sampled(`full bleed: the cover of a phone is one screen, title, picture and the way on (${lang})`),
    async ({ visit }) => {
      const story = await visit(`/?lang=${lang}`, { width: 375, height: 812, touch: true });
      await story.set({ lang });
      await story.atRest();
      const seen = await story.element.evaluate(({ shadowRoot }) => {
        const of = (name) => shadowRoot.querySelector(name).getBoundingClientRect();
        const shown = [...shadowRoot.querySelectorAll('.card[data-index="0"] *')].filter((node) =>
          node.checkVisibility(),
        );
        return {
          title: [of('.bar').bottom, of('.front h2').top, of('.front h2').bottom],
          size: Number.parseFloat(getComputedStyle(shadowRoot.querySelector('.front h2')).fontSize),
          picture: [of('canvas').top, of('canvas').bottom, of('.view').bottom],
          dock: of('.dock').top,
          again: shown.filter((node) => node.textContent && node.children.length === 0).map((node) => node.textContent),
          over: shadowRoot.querySelector('.front h2').scrollWidth - of('.front h2').width,
        };
      });
      expect(seen.title[1], 'below the bar').toBeGreaterThanOrEqual(seen.title[0]);
      expect(seen.size).toBeGreaterThanOrEqual(28);
      expect(seen.over).toBeLessThanOrEqual(1);
      expect(seen.picture[0], 'the picture below the title').toBeGreaterThanOrEqual(seen.title[2]);
      expect(seen.picture[1], 'the picture whole').toBeLessThanOrEqual(seen.picture[2] + 1);
      expect(seen.picture[2], 'on the screen').toBeLessThanOrEqual(seen.dock);
      expect(seen.again, 'told once').toEqual([]);
      await expect(story.find('.front h2:visible, .card.active h2:visible')).toHaveCount(1);
      await expect(story.button('next')).toHaveText(lang === 'zh' ? '开始' : 'Begin');
      await story.button('next').click();
      await story.shows('opening');
      await expect(story.button('next')).toHaveText('');
    },
  );
}
