// The tiles of a chapter: looked through, opened, two side by side; by keys, mouse and finger. What a derived picture
// shows: tests/explore.rs.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { expectClean } from './pages/story.mjs';

const TILES = '#scene=explore';
const tile = (story, id) => story.find(`.mark[data-mark="tile-${id}"]`);
const tiles = (story) => story.find('.mark[data-mark^=tile]');
const inside = (story) => ({
  search: story.find('.card.active input[type=search]'),
  themes: story.find('.card.active .theme input'),
  found: story.find('.card.active .found'),
  opened: story.find('.card.active .opened'),
  heading: story.find('.card.active h2'),
  beside: story.find('.card.active [data-do=beside]'),
  others: story.find('.card.active .beside select'),
  points: story.find('.points tbody tr'),
});

/** Opens the chapter with its tiles. */
async function explore(visit, options = {}, hash = TILES) {
  const story = await visit(`/${hash}`, { width: 1280, height: 800, ...options });
  await story.set({ lang: 'zh' });
  await story.shows('explore');
  await expect(inside(story).heading).not.toHaveText('');
  return story;
}

// Seen to fail: without pushDeepLink(); without focusTile(); with the record of a tile opened in place of its series.
test('explore: a tile opens by key to its chart, facts and points, and every way back returns to it', async ({
  visit,
}) => {
  const story = await explore(visit);
  const { keyboard } = story.page;
  const { heading, opened, points, search } = inside(story);
  const before = await story.settledPixels();
  const ways = [
    () => keyboard.press('Escape'),
    () => story.find('.card.active [data-do=tiles]').click(),
    () => story.page.goBack(),
  ];
  for (const [way, back] of ways.entries()) {
    await tile(story, 'green-coverage').focus();
    await keyboard.press('Enter');
    await expect(heading).toHaveText('绿化覆盖率');
    await expect(opened).toBeFocused();
    await expect(opened).toContainText('46年里，有数的7年');
    await expect(story.part('status')).toHaveText(/绿化覆盖率/);
    await expect.poll(() => story.state().then(({ hash }) => hash)).toBe('#explore/green-coverage');
    await expect(points).toHaveCount(7);
    await expect(points.nth(3)).toContainText('2020年');
    await expect(points.nth(3)).toContainText('43.5%');
    await expect(points.nth(3)).toContainText('原文作43.72%');
    expect(await story.settledPixels()).not.toBe(before);
    await back();
    await expect(search, `way ${way}`).toBeVisible();
    await expect(tile(story, 'green-coverage'), `way ${way}`).toBeFocused();
    await expect.poll(() => story.state().then(({ hash }) => hash)).toBe(TILES);
    expect(await story.settledPixels(), `way ${way}`).toBe(before);
  }
  await story.page.goForward();
  await expect(heading).toHaveText('绿化覆盖率');
  expectClean(story.page);
});

// Seen to fail: with rows that open nothing; with the series of the address left out of `begin`.
test('explore: a row opens its record, a link opens the series, a click the tile', async ({ visit }) => {
  const story = await explore(visit, {}, '#explore/green-coverage');
  const { heading, points } = inside(story);
  await expect(heading).toHaveText('绿化覆盖率');
  await points.nth(1).locator('button').click();
  await expect(story.record).toContainText('42.84%');
  await story.page.keyboard.press('Escape');
  await expect(points.nth(1).locator('button')).toBeFocused();
  expect((await story.state()).hash, 'after the record').toBe('#explore/green-coverage');
  // who came by the link has no tiles behind: the way back leads to them all the same
  await story.find('.card.active [data-do=tiles]').click();
  await expect(tile(story, 'green-coverage')).toBeFocused();
  expect((await story.state()).hash).toBe(TILES);
  const { x, y, width, height } = await tile(story, 'gdp').boundingBox();
  await story.page.mouse.click(x + width / 2, y + height / 2);
  await expect(heading).toHaveText('地区生产总值');
  await story.set({ lang: 'en' });
  await expect(heading, 'in another language').toHaveText('City GDP');
  await expect(points.first()).toContainText('yuan');
  await story.goTo('greening');
  await story.shows('greening');
  await expect(story.find('.points:visible'), 'in another chapter').toHaveCount(0);
  await story.goTo('explore');
  await story.shows('explore');
  await expect(heading, 'it stays open').toHaveText('City GDP');
});

// Seen to fail: with the words not told to the engine; with the card put in anew at each key and no keepFocus().
test('explore: themes and words leave the tiles that match, and typing keeps the field', async ({ visit }) => {
  const story = await explore(visit);
  const { search, themes, found } = inside(story);
  await expect(tiles(story)).toHaveCount(30);
  await themes.nth(4).check({ force: true });
  await expect(tiles(story)).toHaveCount(7);
  await expect(found).toHaveText('相符的有7组');
  await expect(story.part('status')).toHaveText('相符的有7组');
  await search.click();
  await story.page.keyboard.type('覆盖率');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('覆盖率');
  await expect(tile(story, 'forest-coverage')).toHaveCount(1);
  await expect(tile(story, 'air-good-days')).toHaveCount(0);
  await themes.last().check({ force: true });
  await search.fill('新华社 万吨');
  await expect(tile(story, 'crude-output')).toHaveCount(1);
  await expect(tile(story, 'population')).toHaveCount(0);
  await search.fill('没有这样的数据');
  await expect(tiles(story)).toHaveCount(0);
  await expect(found).toHaveText('相符的有0组');
  await search.fill('');
  await expect(tiles(story)).toHaveCount(30);
  // in the reader's own language
  await story.set({ lang: 'en' });
  await search.fill('xinhua');
  await expect(tile(story, 'crude-output')).toHaveCount(1);
  await expect(tile(story, 'population')).toHaveCount(0);
  const kept = await story.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept, 'nothing is stored').toEqual([0, 0, '']);
});

// Seen to fail: with the second in place of the first; with every entry of the history counted as one behind tiles.
test('explore: two side by side, each with its points, and the message that they do not compare', async ({ visit }) => {
  const story = await explore(visit, {}, '#explore/green-coverage');
  const { heading, beside, others, points, opened } = inside(story);
  await expect(beside.first()).toHaveText('建成区绿地率');
  await others.selectOption('gdp');
  await expect(heading).toHaveText('绿化覆盖率和地区生产总值');
  await expect(opened).toBeFocused();
  expect((await story.state()).hash).toBe('#explore/green-coverage/gdp');
  await expect(points).toHaveCount(11);
  await expect(story.find('#description')).toContainText('两组各有各的尺');
  const box = (figure) => story.find(`.mark[data-figure="${figure}"]`).boundingBox();
  expect((await box('green-coverage@2024')).x).toBeLessThan((await box('gdp@2007')).x);
  await story.page.goBack();
  await expect(heading).toHaveText('绿化覆盖率');
  await beside.first().click();
  await story.find('.card.active [data-do=only]').last().click();
  await expect(heading).toHaveText('建成区绿地率');
  await story.find('.card.active [data-do=tiles]').click();
  await expect(tiles(story)).toHaveCount(30);
  await expect.poll(() => story.state().then(({ hash }) => hash)).toBe(TILES);
});

// Seen to fail: with the rows of the page's table.
test('explore: the CSV of a series has a row a point', async ({ visit }) => {
  const story = await explore(visit, {}, '#explore/park-green-per-head');
  const coming = story.page.waitForEvent('download');
  await story.find('.card.active [data-do=series-csv]').click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('karamay-park-green-per-head-zh.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const lines = text.slice(1).trimEnd().split('\r\n');
  expect(lines[0]).toBe('项目,期间,数值,单位,取值,口径,来源,说明与不同的说法');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/^人均公园绿地,1999年,不足2,平方米,/);
  expect(lines[1]).toContain(',公共绿地,');
  expect(lines[4]).toContain('15.04');
});

// Seen to fail: with Escape left to what it does elsewhere.
test('explore: few keys lead to every tile, and nothing moves for who wants no motion', async ({ visit }) => {
  const story = await explore(visit, { reduced: true });
  const { keyboard } = story.page;
  await story.find('.overlay .area').first().focus();
  await keyboard.press('Enter');
  await keyboard.press('End');
  await keyboard.press('Enter');
  expect((await story.state()).focusMark, 'what is missing').toBe('tiles-missing');
  await keyboard.press('Enter');
  await expect(inside(story).heading).toHaveText('还缺什么');
  await expect(story.find('.mark')).toHaveCount(11);
  expect((await story.state()).playback).toBe('rest');
  await keyboard.press('Escape');
  await expect(story.find('[data-mark=tiles-missing]')).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(inside(story).heading).toHaveText('空气优良天数比例');
  expect((await story.state()).playback).toBe('rest');
});

// Seen to fail: with TALL at 1, which made the second another step.
test('explore: on a phone chips are 36 px high, a tile opens by finger, two stand one above the other', async ({
  visit,
}) => {
  const story = await explore(visit, { width: 375, height: 812, touch: true });
  const { heading, others } = inside(story);
  const chips = await story.find('.card.active .theme').evaluateAll((all) => all.map((chip) => chip.offsetHeight));
  expect(chips).toHaveLength(6);
  expect(Math.min(...chips)).toBeGreaterThanOrEqual(36);
  const { x, y } = await tile(story, 'gas-output').boundingBox();
  await story.page.touchscreen.tap(x + 40, y + 40);
  await expect(heading).toHaveText('天然气年产量');
  await others.selectOption('green-coverage');
  await expect(heading).toHaveText('天然气年产量和绿化覆盖率');
  const box = (figure) => story.find(`.mark[data-figure="${figure}"]`).boundingBox();
  expect((await box('gas-output@2006')).y).toBeLessThan((await box('green-coverage@1979')).y);
  expect(await story.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await story.find('.card.active [data-do=tiles]').click();
  await expect(tile(story, 'gas-output')).toBeFocused();
});

// Seen to fail: with what is looked for told to the engine of the print; without #endExploring() in asked().
test('explore: print, stills and the story that plays by itself have all tiles', async ({ visit }) => {
  const story = await explore(visit, {}, '#explore/gdp');
  await story.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(story.find('.print section').last()).toContainText('全部数据，自己看');
  await story.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await story.element.evaluate((element) => element.toSVG()), 'what is on show is saved').toContain(
    '地区生产总值',
  );
  await story.set({ mode: 'still' });
  await expect(tiles(story)).toHaveCount(30);
  await expect(story.find('.explore:visible, .opened:visible')).toHaveCount(0);
  await tile(story, 'gdp').evaluate((button) => button.click());
  await expect(tiles(story)).toHaveCount(30);
  const played = await explore(visit, { reduced: false }, '#explore/gdp');
  await expect(inside(played).opened).toBeVisible();
  await played.press('tour');
  await expect(inside(played).opened).toHaveCount(0);
});

// Seen to fail: with an address written for it.
test('explore: a single chapter in an article has it too, and writes no address', async ({ visit }) => {
  const story = await visit('/embed.html?scene=explore&lang=en', { width: 600 });
  await expect(tiles(story)).toHaveCount(30);
  await story.find('.sentences input[type=search]').fill('population');
  await expect(story.find('.sentences input[type=search]')).toBeFocused();
  await expect.poll(() => tiles(story).count()).toBeLessThan(5);
  await tile(story, 'population').evaluate((button) => button.click());
  await expect(story.find('.sentences .opened')).toContainText('Years');
  await expect(story.find('.sentences .points tbody tr')).toHaveCount(6);
  expect((await story.state()).hash).toBe('');
  await story.find('.sentences [data-do=tiles]').click();
  await expect(story.find('.sentences input[type=search]')).toHaveValue('population');
  await expect(tile(story, 'population')).toBeFocused();
});
