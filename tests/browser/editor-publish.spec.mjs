// From an article to a published page without a terminal: ten statements, three chapters, the site, which readers read
// and an editor opens again. And the other things that are saved.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from '../../scripts/site/node_modules/fflate/esm/index.mjs';
import { expect } from './fixtures.mjs';
import { Editor } from './pages/editor.mjs';
import { Sentences, test as base } from './pages/editor-sentences.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { serveFolder } from './static.mjs';
import { duoyuan } from './support/program.mjs';

const test = base.extend({
  /** A folder that is gone after the test. */
  folder: async ({ fresh: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'duoyuan-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const ARTICLE = `示例市的一年

2024年，示例市实现地区生产总值1286.4亿元，比上年增长5.2%。其中，第二产业增加值占地区生产总值的41.3%。全年一般公共预算收入86.5亿元，近八成用于民生。

年末全市常住人口约73万人，其中60岁以上人口占两成左右。新增城镇就业超2万人，城镇登记失业率不足3%，进口额下降3.20%。`;
/** As the three chapters print their statements. */
const PRINTED = ['1286.4亿元', '约73万人', '超2万人'];
const ADDRESS = 'https://news.example/g/';

/** Writes files into a folder. */
async function put(folder, files) {
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
}

test('editor, publish: an article becomes a site that readers read and an editor opens again', async ({
  begin,
  open,
  folder,
}) => {
  const sentences = await Sentences.open(begin, ARTICLE);
  const { editor, page } = sentences;
  await sentences.press('Enter');
  await sentences.source('示例市统计局');
  await sentences.press('Control+Enter');
  await sentences.finish();
  const taken = await sentences.states('taken');
  expect(taken).toBeGreaterThanOrEqual(10);
  // Three statements, each with a chapter of its own.
  const chapters = page.locator('.rail-hue');
  for (const [n, printed] of PRINTED.entries()) {
    await page.locator('.rail').getByRole('button', { name: '添一章' }).click();
    await expect(chapters).toHaveCount(n + 1);
    await expect(page.locator('.bar-place[aria-current]')).toContainText('章节');
    await page.getByRole('checkbox', { name: printed }).check();
    await expect(page.getByRole('textbox', { name: '标题', exact: true })).toContainText(printed);
  }
  await editor.go(4);
  await expect(page.locator('.rail .amber')).toHaveCount(0);
  await editor.go(5);
  await expect(page.locator('.ready')).toContainText('没有要改的问题');
  await page.locator('.publish-thumbnails').scrollIntoViewIfNeeded();
  await expect(page.locator('.publish-thumbnail canvas[data-drawn]')).toHaveCount(PRINTED.length);
  await page.getByLabel('网址').fill(ADDRESS);
  const { name, bytes } = await editor.download(() => page.getByRole('button', { name: '存 zip' }).click());
  expect(name).toMatch(/-site\.zip$/);
  await expect(page.locator('.output-code')).toHaveValue(
    new RegExp(`<iframe src="${ADDRESS}[^"]*" [^>]*height="\\d+" [^>]*data-duoyuan-heights="360:\\d+ 720:\\d+`),
  );
  expectClean(page, 'the editor');
  const files = unzipSync(new Uint8Array(bytes));
  await put(folder, files);

  // What is in the zip passes the command, and is a site for readers.
  const own = Object.keys(files).find((path) => path.endsWith('/article.txt'));
  const checked = await duoyuan('check', join(folder, dirname(own)), '--lang', 'zh');
  expect(checked.code, checked.stdout + checked.stderr).toBe(0);
  const site = await serveFolder(folder);
  const reader = await open();
  await reader.goto(`${site.origin}/`);
  const story = new Story(reader);
  await story.ready();
  const shown = () =>
    reader.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.frame').innerText);
  for (const [n, printed] of PRINTED.entries()) {
    expect(strFromU8(files['index.html']), 'the page without scripts').toContain(printed);
    await expect.poll(shown).toContain(printed);
    await expect(story.find('.place')).toHaveText(new RegExp(`^${n + 1} / ${PRINTED.length}`));
    await reader.keyboard.press('PageDown');
  }
  expectClean(reader, 'the site');
  site.close();

  const later = await begin();
  const zip = { name, mimeType: 'application/zip', buffer: bytes };
  await later.choose(later.page.getByRole('button', { name: '选 zip' }), zip);
  await later.answered();
  await expect(later.page.locator('.rail-title')).toContainText(`3章 · ${taken}条说法`);
  await expect(later.page.locator('.strip-cell.done')).toHaveCount(2);
  // none of the pages of the site is part of the story that is opened
  await later.saved();
  const kept = Object.keys((await later.kept()).at(-1).files);
  const originals = Object.keys(files).filter((path) => dirname(path).startsWith(dirname(own)) && !path.endsWith('/'));
  expect(kept.sort()).toEqual(originals.map((path) => path.slice(dirname(own).length + 1)).sort());
  expect(kept.filter((path) => /\.html|compiled|\.png$/.test(path))).toEqual([]);
});

test('editor, publish: what is saved by keys, and what a stop holds up', async ({ begin }) => {
  const editor = await begin();
  const { page } = editor;
  await editor.example('阅览室');

  await test.step('pictures, data and the fact sheet are saved by their keys', async () => {
    await editor.go(5);
    await expect(page.locator('.ready')).toContainText('没有要改的问题');
    const pictures = await editor.download(() => page.keyboard.press('i'));
    const names = Object.keys(unzipSync(new Uint8Array(pictures.bytes)));
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(3);
    expect(names.filter((name) => name.endsWith('@2x.png'))).toHaveLength(3);
    expect(names.filter((name) => /^cards\/.*-zh-(1200x630|1080x1080|1080x1920)\.png$/.test(name))).toHaveLength(9);
    const facts = await editor.download(() => page.keyboard.press('f'));
    expect(facts.bytes.toString()).toMatch(/^\ufeff.*300余人/s);
    const data = await editor.download(() => page.getByRole('button', { name: '存数据' }).click());
    const tables = unzipSync(new Uint8Array(data.bytes));
    expect(Object.keys(tables).filter((name) => name.endsWith('-zh.csv'))).toHaveLength(3);
    expect(JSON.parse(strFromU8(tables['story-zh.jsonld']))['@context']).toBeTruthy();
    await page.keyboard.press('Escape');
    await expect(page.locator('.publish')).toHaveCount(0);
    expectClean(page, 'the editor');
  });

  await test.step('words that nobody has written are told, and the line leads there', async () => {
    await page.locator('.rail').getByRole('button', { name: '添一章' }).click();
    await editor.go(5);
    const told = page.locator('.ready');
    await expect(told).toContainText('“新的一章”还没改（6处）');
    await told.getByRole('button', { name: '去看' }).click();
    await expect(page.locator('[data-path="scenes[3].title.zh"]')).toContainText('新的一章');
    await page.keyboard.press('Control+z');
  });

  await test.step('with a stop nothing is saved, and the line leads there', async () => {
    await page.locator('.rail-title button').click();
    await page.locator('[data-path="title.zh"]').fill('');
    await expect(page.locator('.bar-place .badge')).toHaveText('1');
    await editor.go(5);
    await expect(page.locator('.ready')).toContainText('先改1处');
    await expect(page.getByRole('button', { name: '存 zip' })).toBeDisabled();
    await page.locator('.ready').getByRole('button', { name: '去看' }).click();
    await expect(page.locator('[data-path="title.zh"]')).toBeFocused();
  });
});

test('editor, publish: a folder gets only files that have changed', async ({ open, editing }) => {
  const page = await open();
  // The browser's own folder stands in for one of the computer's.
  await page.addInitScript(() => {
    window.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('story', { create: true });
  });
  const editor = await Editor.open(page, editing, { pickers: true });
  await editor.example('阅览室');
  const written = () =>
    page.evaluate(async () => {
      const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('story', { create: true });
      const all = {};
      const walk = async (folder, path) => {
        for await (const [name, handle] of folder) {
          if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
          else {
            const file = await handle.getFile();
            all[path + name] = { at: file.lastModified, text: await file.text() };
          }
        }
      };
      await walk(top, '');
      return all;
    });
  await editor.go(5);
  await page.getByRole('button', { name: '存进文件夹' }).click();
  await expect(page.locator('.output-story')).toContainText('已存到');
  const first = await written();
  expect(Object.keys(first).sort()).toEqual(['series/books.csv', 'sources.json', 'story.json']);
  await page.keyboard.press('Escape');
  await page.locator('.rail-title button').click();
  await page.locator('[data-path="title.zh"]').fill('夏天的阅览室');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.foot-said')).toContainText('已存到文件夹');
  const second = await written();
  expect(second['story.json'].text).toContain('夏天的阅览室');
  for (const name of ['sources.json', 'series/books.csv']) expect(second[name], name).toEqual(first[name]);
});

test('editor, publish: the window of the browser is spoken of, and where none opens the file is downloaded', async ({
  begin,
}) => {
  const editor = await begin({ lang: 'en' });
  const { page } = editor;
  await editor.example('reading room');
  await editor.go(5);
  const notice = page.locator('.publish .save-notice');
  const download = notice.getByRole('button', { name: 'Download it instead' });
  const save = page.getByRole('button', { name: 'Save data' });
  await page.evaluate(() => {
    window.showSaveFilePicker = () => new Promise(() => {});
  });
  await save.click();
  await expect(notice).toHaveText('Choose where to save it in the window of the browser.');
  await expect(download).toBeVisible();
  const { bytes } = await editor.download(() => download.click());
  expect(Object.keys(unzipSync(new Uint8Array(bytes))).length).toBeGreaterThan(3);
  await expect(notice).toHaveText('');
  await page.evaluate(() => {
    window.showSaveFilePicker = async () => {
      throw new DOMException('no window', 'SecurityError');
    };
  });
  await save.click();
  await expect(notice).toContainText('it is not saved yet');
  await editor.download(() => download.click());
});

test('editor, publish: where the question for a place was closed the site can be saved again, or downloaded', async ({
  begin,
}) => {
  const editor = await begin({ lang: 'en' });
  const { page } = editor;
  await editor.example('reading room');
  await editor.go(5);
  await page.evaluate(() => {
    window.showSaveFilePicker = async () => {
      throw new DOMException('closed', 'AbortError');
    };
  });
  const save = page.getByRole('button', { name: 'Save the zip' });
  await save.click();
  const download = page.getByRole('button', { name: 'Download it instead' });
  await expect(download).toBeVisible();
  await expect(save).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 });
  await expect(page.locator('.publish')).not.toContainText('Working');
  const { bytes } = await editor.download(() => download.click());
  expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toContain('index.html');
  await expect(page.locator('.publish')).toContainText('Saved');
});
