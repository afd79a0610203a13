// Lists that a chapter compares: the switch by keys, mouse and finger. That seats stay: tests/compare.rs.

import { expect, test } from './fixtures.mjs';

const choices = (story) => story.find('.card.active .switch input');

// Seen to fail: without `choose` told to the engine; with the switch made anew at each choice.
test('compare: another list by the arrow keys of a radio group, announced', async ({ visit }) => {
  const story = await visit('/#scene=many', { width: 1280 });
  await story.set({ lang: 'zh' });
  await story.shows('many');
  await expect(choices(story)).toHaveCount(3);
  await expect(story.find('.card.active .switch legend')).toHaveText('换一份名单，看谁留下');
  await expect(choices(story).nth(0)).toBeChecked();
  await expect(choices(story).nth(0)).toHaveAccessibleName(/强化党建引领的领域.*6项等/);
  const before = await story.settledPixels();
  const { marks } = await story.state();
  expect(marks).toContain('party_led_sectors-open');
  await choices(story).nth(0).focus();
  await story.page.keyboard.press('ArrowDown');
  await expect(choices(story).nth(1)).toBeChecked();
  await expect(choices(story).nth(1)).toBeFocused();
  await expect(story.part('status')).toHaveText('三大新兴产业（2018年）：3项');
  expect((await story.state()).marks, 'the second list does not go on').not.toContain('party_led_sectors-open');
  expect(await story.settledPixels()).not.toBe(before);
  await story.goTo('lead');
  await story.shows('lead');
  await story.goTo('many');
  await story.shows('many');
  await expect(choices(story).nth(1), 'it stays chosen').toBeChecked();
  await story.page.keyboard.press('ArrowUp');
  await choices(story).nth(0).focus();
  await story.page.keyboard.press('Space');
  expect(await story.settledPixels(), 'and back').toBe(before);
});

// Seen to fail: with choices 30 px high.
test('compare: by finger on a phone, and below the picture of a single chapter', async ({ visit }) => {
  const story = await visit('/#scene=many', { width: 375, height: 812, touch: true });
  await story.shows('many');
  const third = story.find('.card.active .choice').nth(2);
  await third.evaluate((label) => label.scrollIntoView({ block: 'nearest' }));
  const { x, y, width, height } = await third.boundingBox();
  expect(height).toBeGreaterThanOrEqual(44);
  await story.page.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(choices(story).nth(2)).toBeChecked();
  const alone = await visit('/embed.html?scene=many&lang=en', { width: 600 });
  const below = alone.find('.sentences .switch input');
  await below.nth(1).check({ force: true });
  await expect(below.nth(1)).toBeChecked();
  await expect(below.nth(1)).toBeFocused();
  await expect(alone.part('status')).toHaveText('Three emerging industries (2018): 3 items');
});
