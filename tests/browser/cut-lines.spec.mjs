// The words that a reader sees: no line of a picture is cut through, no word is broken, and each sentence stands beside
// its own picture.

import { covers } from '../../www/element/text-lines.js';
import { expect, test } from './fixtures.mjs';

/** Two lines of text, 10 px high, at the left and below it at the right. */
const LINES = [
  [10, 20, 0, 40, 18],
  [24, 34, 60, 100, 32],
];

test('words: where a picture ends within a line of text, all of that line is covered', () => {
  expect(covers(LINES, 0, 22, 100), 'between two lines').toEqual([]);
  expect(covers(LINES, 0, 15, 100), 'at the foot').toEqual([{ x: -1, y: 10, w: 102, h: 5 }]);
  expect(covers(LINES, 30, 60, 100), 'at the head').toEqual([{ x: -1, y: 0, w: 102, h: 4 }]);
});

test('words: on a phone sentences are whole, each below its own picture', async ({ visit }) => {
  const story = await visit('/?lang=zh#scene=people', { width: 375, height: 812 });

  await test.step('Chinese sentences break between words, amounts keep their units, and what is copied has nothing more', async () => {
    await story.shows('people');
    const seen = await story.element.evaluate(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('.card p.whole')].map((p) => ({
        kept: getComputedStyle(p).wordBreak,
        places: p.querySelectorAll('wbr').length,
        same: p.innerText === p.textContent,
        broken: /\d<wbr>/.test(p.innerHTML),
      })),
    );
    expect(seen.length).toBeGreaterThan(10);
    for (const { kept, same, broken } of seen)
      expect({ kept, same, broken }).toEqual({ kept: 'keep-all', same: true, broken: false });
    expect(seen.filter(({ places }) => places > 0).length).toBeGreaterThan(10);
  });

  await test.step('on a phone only the words of the picture on show are seen, and they stay below it', async () => {
    await story.goTo('governance');
    await story.shows('governance');
    const { page } = story;
    await page.mouse.move(180, 700);
    for (let i = 0; i < 12; i += 1) {
      await page.mouse.wheel(0, 60);
      await story.frames(4);
      const seen = () =>
        story.element.evaluate(({ shadowRoot }) =>
          [...shadowRoot.querySelectorAll('.step')]
            .filter((step) => getComputedStyle(step.firstElementChild).opacity === '1')
            .map((step) => [step.className.includes('aside'), step.parentElement.classList.contains('active')]),
        );
      await expect.poll(seen, { message: `after ${60 * (i + 1)} px` }).toEqual([[false, true]]);
    }
  });

  await test.step('a picture higher than its window ends between two lines', async () => {
    await story.goTo('livelihood');
    await story.set({ lang: 'en' });
    await story.shows('livelihood');
    const covered = () => story.stage.evaluate((stage) => stage.style.getPropertyValue('--_covers'));
    await expect.poll(covered).toContain('linear-gradient');
    await story.goTo('governance');
    await story.shows('governance');
    await story.set({ lang: 'zh' });
    await expect.poll(covered).toMatch(/^(none)?$/);
  });
});
