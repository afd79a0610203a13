// Keys in the picture, on the buttons and on the dots. That every datum is near, and the focus ring:
// engines/keyboard.spec.mjs.

import { expect, test } from './fixtures.mjs';

test('keyboard: arrows, Home and End walk the marks; Enter opens, Escape closes and gives the focus back', async ({
  visit,
  scenes,
}) => {
  const story = await visit(`/embed.html#scene=${scenes[2]}`);
  const { keyboard } = story.page;
  const { marks } = await story.state();
  expect(marks.length).toBeGreaterThan(1);
  const stop = async () => (await story.state()).focusStop;
  const mark = async () => (await story.state()).focusMark;
  await story.find('.overlay [tabindex="0"]').focus();
  expect(await stop(), 'the tab stop').toBe('overview');
  for (const [key, place] of [
    ['Enter', 'group-0'],
    ['ArrowRight', 'group-1'],
    ['Home', 'group-0'],
  ]) {
    await keyboard.press(key);
    expect(await stop(), key).toBe(place);
  }
  await keyboard.press('Enter');
  expect(await mark(), 'Enter on a group').toBe(marks[0]);
  await keyboard.press('ArrowRight');
  expect(await mark(), 'ArrowRight').toBe(marks[1]);
  await keyboard.press('End');
  const last = await story.element.evaluate(
    ({ shadowRoot: { activeElement } }) =>
      [...activeElement.closest('ul').querySelectorAll('.mark')].at(-1).dataset.mark,
  );
  expect(await mark(), 'End').toBe(last);
  await keyboard.press('Home');
  expect(await mark(), 'Home').toBe(marks[0]);
  await expect(story.find('.overlay [tabindex="0"]')).toHaveCount(1);
  const recorded = await story.find('.mark[data-figure]').first().getAttribute('data-mark');
  await story.find(`.mark[data-mark="${recorded}"]`).focus();
  await keyboard.press('Enter');
  await expect(story.record).toBeFocused();
  await keyboard.press('Escape');
  await expect(story.record).toBeHidden();
  expect(await mark(), 'Escape from the record').toBe(recorded);
  await keyboard.press('Escape');
  expect(await stop(), 'Escape from a mark').toBe('group-0');
  await keyboard.press('Escape');
  expect(await stop(), 'Escape from a group').toBe('overview');
  await keyboard.press('PageDown');
  await story.shows(scenes[3]);
  await expect.poll(stop, 'the focus after PageDown').toBe('overview');
});

test('keyboard: arrows on the buttons and dots turn the scenes of a stepper', async ({ visit, scenes }) => {
  const story = await visit('/embed.html', { width: 600 });
  await story.button('next').focus();
  await story.page.keyboard.press('ArrowRight');
  await story.shows(scenes[1]);
  await story.page.keyboard.press('ArrowLeft');
  await story.shows(scenes[0]);
  const dots = story.find('.rail a');
  await expect(dots).toHaveCount(scenes.length);
  await dots.nth(4).click();
  await story.shows(scenes[4]);
  await expect(dots.nth(4)).toHaveAttribute('aria-current', 'step');
});
