// Guesses by keys, mouse and finger: made, skipped or scrolled past, and never asked where nobody can answer (print,
// stills). What the verdicts are: src/model/verdict.rs; that nothing drawn says the answer: tests/guess.rs.

import { expect } from './fixtures.mjs';
import { asked, markOf, OIL, SHARE, test } from './pages/guess.mjs';
import { sample, sampled } from './support/sample.mjs';

// Seen to fail: with the engine told of no guess; without the live region; with the row of the table kept.
test('guess: by keys, until the answer is shown and judged as a bound', async ({ visit }) => {
  const story = await visit('/#scene=livelihood', { width: 1280 });
  await story.set({ lang: 'zh' });
  await story.shows('livelihood');
  const { heading, slider, show, verdict, inPicture } = asked(story);
  await expect(heading).toHaveText('每百元公共预算支出，多少用于民生？');
  await expect(story.find('.card.active')).not.toContainText('80');
  await expect(markOf(story, SHARE)).toHaveCount(0);
  await story.press('table');
  await expect(story.table.locator('tbody tr').first()).toBeVisible();
  await expect(story.table).not.toContainText('80');
  await story.press('table');
  await expect(slider).toHaveAttribute('aria-label', /每百元/);
  await slider.focus();
  for (const [key, text] of [
    ['ArrowRight', '51元'],
    ['ArrowDown', '50元'],
    ['PageUp', '60元'],
    ['Home', '0元'],
    ['PageDown', '0元'],
    ['End', '100元'],
  ]) {
    await story.page.keyboard.press(key);
    await expect(slider, key).toHaveAttribute('aria-valuetext', text);
    await expect(inPicture, `${key}, in the picture`).toHaveAttribute('aria-valuetext', text);
  }

  // Seen to fail: with the ring 2 px outside of a slider without a margin.
  await test.step('the ring of the slider crosses no words', async () => {
    const [gap, ring] = await slider.evaluate((slider) => {
      const { outlineWidth, outlineOffset } = getComputedStyle(slider);
      const above = slider.previousElementSibling.getBoundingClientRect().bottom;
      return [slider.getBoundingClientRect().top - above, parseFloat(outlineWidth) + parseFloat(outlineOffset)];
    });
    expect(ring).toBeGreaterThanOrEqual(2);
    expect(gap).toBeGreaterThanOrEqual(ring);
  });
  await inPicture.focus();
  for (let i = 0; i < 15; i += 1) await story.page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '85元');
  await show.focus();
  await story.page.keyboard.press('Enter');
  await expect(verdict).toHaveText('可能，来源只说超过80%。');
  await expect(story.part('status')).toHaveText('可能，来源只说超过80%。');
  await expect(story.find('.card.active .guess.told')).toBeFocused();
  await expect(heading).toContainText('超过80%');
  await expect(markOf(story, SHARE)).toHaveCount(1);
  await expect(inPicture).toHaveCount(0);
});

// Seen to fail: with the handle's listeners left out; with `touch-action: auto` on it, by finger.
test('guess: dragged in the picture by mouse and by finger', async ({ visit }) => {
  const story = await visit('/#scene=lead', { width: 1280 });
  await story.shows('lead');
  const { slider, handle } = asked(story);
  const value = () => slider.evaluate((input) => input.valueAsNumber);
  const before = await value();
  const { x, y } = await handle.boundingBox();
  const { mouse } = story.page;
  await mouse.move(x + 22, y + 22);
  await mouse.down();
  await mouse.move(x + 22, y - 60, { steps: 4 });
  await mouse.up();
  expect(await value(), 'dragged upwards').toBeGreaterThan(before + 100);
  const moved = await handle.boundingBox();
  expect(Math.abs(moved.y + 22 - (y - 60)), 'the handle is where it was dragged').toBeLessThan(4);
  await expect(handle).toHaveCSS('touch-action', 'none');

  const phone = await visit('/#scene=livelihood', { width: 375, height: 812, touch: true });
  await phone.shows('livelihood');
  const there = asked(phone);
  const box = await there.area.boundingBox();
  const pitch = box.width / 10;
  await phone.page.touchscreen.tap(box.x + 2.5 * pitch, box.y + 3.5 * pitch);
  await expect(there.slider).toHaveAttribute('aria-valuetext', /^24\D/);
  await expect(there.area).toHaveCSS('touch-action', /pan-y/);
});

// Seen to fail: without `become(left, 'over')` in arrive(); with `#asks` always false.
test('guess: skipped, or passed by going on, it is not asked again; nothing is stored or sent', async ({ visit }) => {
  const story = await visit('/#scene=livelihood', { width: 1280 });
  await story.shows('livelihood');
  const sent = [];
  // the browser asks for the page's own icon whenever the address changes
  story.page.on('request', (request) => request.url().endsWith('/icon.svg') || sent.push(request.url()));
  await asked(story).skip.click();
  await expect(asked(story).heading).toContainText('80%');
  await expect(asked(story).verdict).toHaveCount(0);
  await expect(markOf(story, SHARE)).toHaveCount(1);
  await story.goTo('lead');
  await story.shows('lead');
  await expect(asked(story).slider).toBeVisible();
  // first to the answer, then as far as the next chapter, however many pictures this one has
  await story.press('next');
  await story.shows('lead');
  await expect(asked(story).slider).toHaveCount(0);
  await expect(asked(story).heading).toContainText('2024');
  for (let i = 0; i < 3 && (await story.state()).scene === 'lead'; i += 1) await story.press('next');
  await story.shows('many');
  await story.goTo('lead');
  await story.shows('lead');
  await expect(asked(story).slider).toHaveCount(0);
  await expect(asked(story).heading).toContainText('2024');
  const kept = await story.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect({ kept, sent }).toEqual({ kept: [0, 0, ''], sent: [] });
});

// Seen to fail: with `pages` given the guesses of the playing engine; without #endGuesses().
test('guess: print, files, stills, a story that plays by itself and links to the number have the answer', async ({
  visit,
}) => {
  const story = await visit('/#scene=livelihood', { width: 1280 });
  await story.set({ lang: 'zh' });
  await story.shows('livelihood');
  await expect(asked(story).slider).toBeVisible();
  expect(await story.element.evaluate((element) => element.toSVG())).toContain('超过80%');
  await story.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(story.find('.print section').filter({ hasText: '超过80%用于民生' })).toHaveCount(1);
  await story.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await story.set({ mode: 'still' });
  await expect(story.find('input.scale:visible')).toHaveCount(0);
  await expect(markOf(story, SHARE)).toHaveCount(1);

  const played = await visit('/#scene=lead', { width: 1280, reduced: false });
  await played.shows('lead');
  await expect(asked(played).slider).toBeVisible();
  await played.press('tour');
  await expect(played.find('input.scale')).toHaveCount(0);
  await expect(markOf(played, OIL)).toHaveCount(1);

  const linked = await visit(`/#figure=${OIL}`, { width: 1280 });
  await expect(linked.record).toBeVisible();
  await expect(linked.find('.card.active input.scale')).toHaveCount(0);
});

/** Where the focus is in the chapter that is read; nothing where it is out of sight. */
const focusSeen = ({ shadowRoot }) => {
  const { activeElement } = shadowRoot;
  const [view, dock] = ['.view', '.dock'].map((name) => shadowRoot.querySelector(name).getBoundingClientRect());
  const narrow = shadowRoot.querySelector('.frame').dataset.layout === 'narrow';
  const box = activeElement?.closest('.card.active') && activeElement.getBoundingClientRect();
  return box && box.height > 0 && box.top >= (narrow ? view.bottom : view.top) && box.bottom <= dock.top
    ? activeElement.textContent
    : null;
};

// Seen to fail: without the words of the answer to give the focus to.
const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 375, height: 667 },
];
for (const window of sample(WINDOWS, 2)) {
  test(
    sampled(`guess: answered or skipped by keys, the focus stays in the chapter and in sight, ${window.width} px`),
    async ({ visit }) => {
      const story = await visit('/?lang=zh', window);
      const ways = ['lead', 'people', 'greening'].flatMap((scene) => ['show', 'skip'].map((what) => [scene, what]));
      for (const [scene, what] of sample(ways, 3)) {
        await story.again({ hash: `#scene=${scene}` });
        await story.ready();
        await story.shows(scene);
        await asked(story)[what].focus();
        await expect(asked(story).area).toBeVisible();
        await story.page.keyboard.press('Enter');
        await expect(asked(story).slider).toHaveCount(0);
        await expect.poll(() => story.element.evaluate(focusSeen), { message: `${scene}: ${what}` }).toBeTruthy();
      }
    },
  );
}

// What is below it in the article would move.
test('guess: a single chapter in an article shows its answer at once', async ({ visit }) => {
  const story = await visit('/embed.html?scene=livelihood&lang=en', { width: 600 });
  await expect(story.stage).toHaveAttribute('aria-label', /more than 80%/);
  await expect(story.find('input.scale')).toHaveCount(0);
});
