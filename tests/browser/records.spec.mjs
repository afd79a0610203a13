// What is behind the picture: records with their sources, the table, files to keep.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { expectClean } from './pages/story.mjs';

test('record: opens from a number in the text, in the column of text or at the foot, links are safe', async ({
  visit,
  scenes,
}) => {
  for (const [width, side] of [
    [1280, 'column'],
    [600, 'sheet'],
  ]) {
    const story = await visit(`/#scene=${scenes[5]}`, { width });
    await story
      .find('.card.active .number')
      .first()
      .evaluate((button) => {
        button.focus();
        button.click();
      });
    await expect(story.record).toBeVisible();
    await expect(story.record.locator('.record-number')).not.toBeEmpty();
    expect(await story.record.locator('dt').count()).toBeGreaterThan(0);
    const seen = await story.record.evaluate((record) => {
      const box = record.getBoundingClientRect();
      const root = record.getRootNode();
      const [cards, stage] = ['.cards', '.stage'].map((part) => root.querySelector(part).getBoundingClientRect());
      const within = (outer) =>
        box.left >= outer.left &&
        box.right <= outer.right + 1 &&
        box.top >= outer.top &&
        box.bottom <= outer.bottom + 1;
      const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      const beside = box.left >= cards.left - 1 && box.right <= stage.left;
      const shade = root.querySelector('.shade').checkVisibility();
      return { side: record.dataset.side, beside, shade, onScreen: within(screen) };
    });
    const isColumn = side === 'column';
    // the number may have no mark in the picture
    expect(seen, `${width} px`).toMatchObject({ beside: isColumn, shade: seen.side === 'column', onScreen: true });
    expect(seen.side, `${width} px`).toMatch(new RegExp(`^${side}`));
    const links = await story.record
      .locator('a')
      .evaluateAll((all) => all.map((a) => [a.protocol, a.target, a.rel].join(' ')));
    for (const link of links) expect(link).toMatch(/^https?: _blank noopener noreferrer$/);
    expect(await story.page.evaluate('location.hash')).toMatch(/^#figure=/);
    await story.page.keyboard.press('Escape');
    await expect(story.find('.card.active .number').first()).toBeFocused();
    expect(await story.page.evaluate('location.hash')).toBe(`#scene=${scenes[5]}`);
  }
});

// Seen to fail: with records that fill the column, or stand at a mark far above the words.
test('record: of a number in the text it stands at that number, and is no higher than it needs to be', async ({
  visit,
}) => {
  const boxes = (story, number) =>
    story.element.evaluate(({ shadowRoot: root }, selector) => {
      const button = root.querySelector(selector);
      button.click();
      const [number, record] = [button, root.querySelector('[part=record]')].map((node) =>
        node.getBoundingClientRect(),
      );
      const body = root.querySelector('.record-body');
      return { number, record, scrolls: body.scrollHeight > body.clientHeight + 1 };
    }, number);
  const wide = await visit('/#scene=measures', { width: 1280, height: 800 });
  await wide.shows('measures');
  const beside = await boxes(wide, '.card.active .number');
  expect(beside.scrolls).toBe(false);
  expect(beside.record.top - beside.number.bottom).toBeGreaterThanOrEqual(0);
  expect(beside.record.top - beside.number.bottom).toBeLessThan(12);
  expect(beside.record.height).toBeLessThan(420);
  const alone = await visit('/embed.html?scene=measures&lang=zh', { width: 1280, height: 1500 });
  const below = await boxes(alone, '.sentences .number');
  expect(below.scrolls).toBe(false);
  expect(below.number.top - below.record.bottom).toBeGreaterThanOrEqual(0);
  expect(below.number.top - below.record.bottom).toBeLessThan(12);
  await alone.page.keyboard.press('Escape');
  // at its mark again where the mark opens it
  await alone.marks.first().evaluate((mark) => mark.click());
  await expect(alone.find('.sheet > .record')).toBeVisible();
});

// Seen to fail: with a layer of its own for the picture while the table is open.
test('table: opens, has a caption, headers with scope, a row a datum and the source; a record opened from it lies over it', async ({
  visit,
  scenes,
}) => {
  for (const width of [1280, 375]) {
    const story = await visit(`/#scene=${scenes[1]}`, { width });
    await expect(story.table).toBeHidden();
    await story.press('table');
    await expect(story.table).toBeVisible();
    const table = await story.table.evaluate((node) => ({
      caption: node.caption?.textContent ?? '',
      scopes: [...new Set([...node.querySelectorAll('th')].map(({ scope }) => scope))].sort(),
      rows: node.tBodies[0].rows.length,
      headed: [...node.tBodies[0].rows].every((row) => row.querySelector('th[scope=row]')),
      foot: node.tFoot?.textContent ?? '',
    }));
    expect(table).toMatchObject({ scopes: ['col', 'row'], headed: true, foot: expect.stringContaining('来源') });
    expect(table.caption && table.rows).toBeTruthy();
    await story.table.locator('button.number').first().click();
    await expect(story.record).toBeVisible();
    const over = await story.record.evaluate((record) => {
      const { left, top, width: wide, height } = record.getBoundingClientRect();
      return record.contains(record.getRootNode().elementFromPoint(left + wide / 2, top + Math.min(height, 40) / 2));
    });
    expect(over, `${width} px: the record lies over the table`).toBe(true);
    await story.page.keyboard.press('Escape');
    await story.page.keyboard.press('Escape');
    await expect(story.table, 'Escape closes the record, then the table').toBeHidden();
  }
});

test('record, downloads: what a mark opens, and what is saved', async ({ visit, scenes }) => {
  const story = await visit(`/#scene=${scenes[5]}`);

  await test.step('SVG, PNG and CSV of the scene, and the same by methods', async () => {
    const starts = { svg: '<svg', png: '\x89PNG', csv: '\xef\xbb\xbf' };
    for (const [format, start] of Object.entries(starts)) {
      const waiting = story.page.waitForEvent('download');
      await story.find(`[data-format=${format}]`).evaluate((button) => button.click());
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(`karamay-${scenes[5]}-zh.${format}`);
      const head = (await readFile(await download.path())).subarray(0, 400).toString('latin1');
      expect(head).toContain(start);
    }
    const made = await story.element.evaluate(async (element) => {
      const { type, size } = await element.toPNG();
      return { svg: element.toSVG().slice(0, 200), type, size };
    });
    expect(made).toMatchObject({ svg: expect.stringContaining('<svg'), type: 'image/png' });
    expect(made.size).toBeGreaterThan(1000);
    expectClean(story.page, 'downloads');
  });

  await test.step('a mark in the canvas has a label under the pointer, and a click opens it', async () => {
    const { x, y } = await story.element.evaluate(({ shadowRoot }) => {
      const view = shadowRoot.querySelector('.view');
      view.scrollTop = 0;
      const { bottom } = view.getBoundingClientRect();
      const marks = [...shadowRoot.querySelectorAll('.mark[data-figure]')].map((mark) => mark.getBoundingClientRect());
      const box = marks.find((each) => each.bottom < bottom);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await story.page.mouse.move(x, y);
    await expect(story.find('.tip')).toBeVisible();
    await story.page.mouse.click(x, y);
    await expect(story.record).toHaveAttribute('data-side', 'column');
    await expect(story.find('.shade')).toBeVisible();
  });
});
