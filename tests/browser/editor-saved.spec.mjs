// The editor keeps what is written: a killed page loses nothing, two tabs do not write over each other, and files come
// out as they went in. Seen to fail: with what is written saved a minute later.

import { strFromU8, unzipSync } from '../../scripts/site/node_modules/fflate/esm/index.mjs';
import { expect } from './fixtures.mjs';
import { Editor } from './pages/editor.mjs';
import { test } from './pages/editor-places.mjs';
import { expectClean } from './pages/story.mjs';
import { newStory, zipped } from './support/editor.mjs';

const ARTICLE = '示例年末，阅览室藏书1.2万册，读者300余人，其中儿童占40%。\n\n到2025年，计划新开分室3间以上。';

test('editor: what was written is there after the page was killed', async ({ open, editing }) => {
  const page = await open();
  const editor = await Editor.open(page, editing);
  await editor.paste(ARTICLE);
  await editor.page.locator('.rail-title button').click();
  const title = page.locator('[data-path="title.zh"]');
  await title.fill('');
  await editor.saved();
  const began = Date.now();
  // Typed without a pause: what is two seconds old has to be in the store.
  await expect
    .poll(async () => {
      await title.press('End');
      await page.keyboard.type('字');
      const [kept] = await editor.kept();
      return kept.files['story.json'].includes('字字字');
    })
    .toBe(true);
  // in the middle of typing: what is older than two seconds is there
  const session = await page.context().newCDPSession(page);
  const times = [];
  for (const start = Date.now(); Date.now() - start < 3500; times.push(Date.now())) await page.keyboard.type('字');
  const all = (await title.inputValue()).length;
  const typed = all - times.filter((time) => time > Date.now() - 2000).length;
  expect(typed).toBeGreaterThan(3);
  session.send('Page.crash').catch(() => {});
  await page.waitForEvent('crash');
  const again = await page.context().newPage();
  const later = await Editor.open(again, editing);
  const strip = again.locator('.recovery');
  await expect(strip).toContainText('没存完');
  await strip.getByRole('button', { name: '接着做' }).click();
  await expect(again.locator('.rail-title')).toContainText('字'.repeat(typed));
  await later.saved();
  const [kept] = await later.kept();
  expect(kept.files['article.txt']).toContain('读者300余人');
  expect(kept.at).toBeGreaterThan(began);
});

test('editor: the second tab of a story says so, saves nothing, and can take over', async ({ open, editing }) => {
  const page = await open();
  const first = await Editor.open(page, editing);
  await first.paste(ARTICLE);
  await first.page.locator('.rail-title button').click();
  await page.locator('[data-path="title.zh"]').fill('第一页写的');
  await first.saved();
  const other = await page.context().newPage();
  const second = await Editor.open(other, editing);
  await other.locator('.recovery').getByRole('button', { name: '接着做' }).click();
  await expect(second.foot).toHaveAttribute('data-state', 'elsewhere');
  await other.locator('.rail-title button').click();
  await other.locator('[data-path="title.zh"]').fill('第二页写的');
  await page.locator('[data-path="subtitle.zh"]').fill('第一页又写');
  await first.saved();
  expect((await first.kept()).map(({ title }) => title.zh)).toEqual(['第一页写的']);
  await second.foot.getByRole('button').click();
  await expect(first.foot).toHaveAttribute('data-state', 'elsewhere');
  await second.saved();
  const titles = (await second.kept()).map(({ title }) => title.zh).sort();
  expect(titles, 'what the first tab had saved is kept as a story of its own').toEqual(['第一页写的', '第二页写的']);
  expectClean(page, 'the first tab');
});

/** Files that an editor would not write like that: Windows lines, a picture, Chinese in GBK. */
const ODD = {
  'series/old.csv': Buffer.from('\ufeffperiod,value\r\n2001,5\r\n'),
  'notes/说明.txt': Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x0a]),
  'logo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]),
};

test('editor: files that were not changed come out of a zip as they went in', async ({ open, editing }) => {
  const files = { ...ODD, ...(await newStory()) };
  files['story.json'] = Buffer.from(files['story.json'].toString().replaceAll('\n', '\r\n'));
  const inside = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`阅览室/${name}`, bytes]));
  const page = await open();
  const editor = await Editor.open(page, editing);
  await editor.choose(page.getByRole('button', { name: '选 zip' }), zipped('阅览室.zip', inside));
  await editor.answered();
  const { name, bytes } = await editor.download(() => page.keyboard.press('Control+s'));
  expect(name).toBe('阅览室.zip');
  const out = unzipSync(new Uint8Array(bytes));
  expect(Object.keys(out).sort()).toEqual(Object.keys(files).sort());
  for (const each of Object.keys(files)) expect(Buffer.from(out[each]).equals(files[each]), each).toBe(true);
  // One text is changed: its file alone is another, and in one line alone.
  await page.locator('.rail-title button').click();
  await page.locator('[data-path="title.zh"]').fill('春天的阅览室');
  const later = unzipSync(new Uint8Array((await editor.download(() => page.keyboard.press('Control+s'))).bytes));
  const lines = strFromU8(later['story.json']).split('\r\n');
  const before = files['story.json'].toString().split('\r\n');
  expect(lines.filter((line, i) => line !== before[i])).toEqual([expect.stringContaining('春天的阅览室')]);
  expect(lines).toHaveLength(before.length);
  for (const each of Object.keys(ODD)) expect(Buffer.from(later[each]).equals(files[each]), each).toBe(true);
  expectClean(page, 'the editor');
});
