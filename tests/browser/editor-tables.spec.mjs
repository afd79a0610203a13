// The editor's tables: what is pasted or opened becomes series with the digits, bounds and gaps that it has, and passes
// `duoyuan check`.

import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from '../../scripts/site/node_modules/fflate/esm/index.mjs';
import { readCell } from '../../www/editor/tables/cells.js';
import { doubtsOf } from '../../www/editor/tables/doubts.js';
import { expect } from './fixtures.mjs';
import { expectSound } from './pages/editor-places.mjs';
import { Tables, test } from './pages/editor-tables.mjs';
import { expectClean } from './pages/story.mjs';
import { folderOf } from './support/editor.mjs';
import { duoyuan } from './support/program.mjs';
import { GREEN, OUTPUT, tableOf } from './support/tables.mjs';
import { sample, sampled } from './support/sample.mjs';

test('editor, tables: a pasted table becomes series, is settled by keys and used in a chapter', async ({ begin }) => {
  const tables = await Tables.open(begin);
  await tables.paste(GREEN);
  await expect(tables.cell(1, 1)).toHaveText('1%');
  await expect(tables.question).toContainText('0.4453');
  await tables.page.keyboard.press('Control+.');
  await expect(tables.cell(5, 1)).toHaveText('44.53%');
  await expect(tables.question).toHaveCount(0);
  await tables.page.getByRole('button', { name: '登记' }).click();
  for (const [column, scope] of [
    [1, '建成区'],
    [2, '建成区'],
  ]) {
    await tables.cell(0, column).click();
    await tables.fill('scope-zh', scope);
  }
  await tables.cell(1, 1).click();
  await tables.page.keyboard.press('Control+Enter');
  await expect(tables.page.locator('.picture-pane')).toBeVisible();
  const files = await tables.files();
  expect(files['series/table-1.csv']).toContain('2021,44.53,');
  expect(files['series/table-1.csv']).toContain('2023,44.10,');
  const result = await duoyuan('check', await folderOf(files), '--lang', 'zh');
  expect(result.code, result.stdout + result.stderr).toBe(0);
  expectClean(tables.page, 'the editor');
});

test('editor, tables: cells and columns are corrected by keyboard, each one step', async ({ begin }) => {
  const tables = await Tables.open(begin, { lang: 'en' });
  await tables.paste(OUTPUT);
  await tables.cell(1, 1).click();
  await tables.page.keyboard.press('ArrowDown');
  await tables.page.keyboard.press('Delete');
  await expect(tables.cell(2, 1)).toContainText('not published');
  await tables.page.keyboard.press('F2');
  await tables.page.keyboard.type('1,105');
  await tables.page.keyboard.press('Enter');
  await expect(tables.cell(2, 1)).toHaveText('1,105');
  await tables.page.keyboard.press('Control+z');
  await expect(tables.cell(2, 1)).toContainText('not published');
  await tables.page.keyboard.press('Control+z');
  await expect(tables.cell(2, 1)).toHaveText('more than 1,100');
  await tables.page.keyboard.press('Alt+ArrowDown');
  await expect(tables.role(1)).toBeFocused();
  await tables.role(2).selectOption('skip');
  await expect
    .poll(async () => Object.keys(JSON.parse((await tables.files())['story.json']).series))
    .toEqual(['output']);
  expect(Object.keys(await tables.files()).filter((name) => name.endsWith('.csv'))).toEqual(['series/output.csv']);
});

test('editor, tables: words that say a number is missing are marked so first', async ({ begin }) => {
  for (const word of ['n/a', '–', '…', '未公布', '不详', '缺']) expect(readCell(word).kind, word).toBe('none');
  const kind = (text) => doubtsOf(tableOf(`Year\tOutput\n2019\t5\n2020\t6\n2021\t${text}`), () => false)[0]?.kind;
  for (const word of ['not published', 'Not yet published', 'no data', '尚未公布', '数据缺']) {
    expect(kind(word), word).toBe('missing');
  }
  expect(kind('six or so')).toBe('words');
  const tables = await Tables.open(begin, { lang: 'en' });
  await tables.paste('Year\tOutput\n2019\t5\n2020\t6\n2021\tnot published');
  await expect(tables.question).toContainText('says there is no number');
  await expect(tables.question.getByRole('button').first()).toHaveText(/^Mark as not published/);
  await tables.page.keyboard.press('Control+.');
  await expect(tables.question).toHaveCount(0);
  await expect.poll(async () => (await tables.files())['series/output.csv']).toContain('\n2021,,');
});

test('editor, tables: a table pasted again, and its footnotes', async ({ begin }) => {
  const tables = await Tables.open(begin);

  await test.step('a table pasted again shows what differs before it takes the place', async () => {
    await tables.paste(GREEN);
    await expect(tables.cell(1, 1)).toHaveText('1%');
    await tables.paste(GREEN.replace('44.10', '44.2'));
    await expect(tables.question.first()).toContainText('44.10% → 44.2%');
    await expect(tables.cell(6, 1)).toHaveText('44.10%');
    await tables.page.keyboard.press('Enter');
    await expect(tables.cell(6, 1)).toHaveText('44.2%');
    await tables.page.keyboard.press('Control+z');
    await expect(tables.cell(6, 1)).toHaveText('44.10%');
  });

  await test.step('a footnote parts a point from the others, under both names', async () => {
    await tables.page.getByRole('button', { name: '口径不同' }).click();
    await expect(tables.page.getByRole('button', { name: '口径相同' })).toBeVisible();
    const files = await tables.files();
    expect(files['series/table-1.csv']).toMatch(/^2020,43.5,other,/m);
    expect(files['series/table-2.csv']).toMatch(/^2020,39.8,main,/m);
    const { series } = JSON.parse(files['story.json']);
    expect(series['table-1'].definitions).toEqual({ main: { zh: '绿化覆盖率' }, other: { zh: '原文作43.72%' } });
    await tables.page.getByRole('button', { name: '口径相同' }).click();
    await expect
      .poll(async () => JSON.parse((await tables.files())['story.json']).series['table-1'].definitions)
      .toBeUndefined();
  });
});

test('editor, tables: a workbook opens', async ({ begin }) => {
  const tables = await Tables.open(begin, { lang: 'en' });
  await tables.choose('books.xlsx', await readFile(new URL('../fixtures/books.xlsx', import.meta.url)));
  await expect(tables.cell(0, 1)).toHaveText('数值');
  await expect(tables.cell(2, 1)).toHaveText('8600.5');
  await expect.poll(async () => (await tables.files())['series/books.csv']).toContain('2002,8600.5,');
});

test('editor, tables: what of a workbook is not taken is told beside its table', async ({ begin }) => {
  const parts = unzipSync(new Uint8Array(await readFile(new URL('../fixtures/books.xlsx', import.meta.url))));
  const note = '<row r="20"><c r="A20" t="inlineStr"><is><t>注：数字是编的</t></is></c></row></sheetData>';
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']).replace('</sheetData>', note);
  const book = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
  const tables = await Tables.open(begin);
  await tables.choose('books.xlsx', Buffer.from(book));
  await expect(tables.page.locator('.left-out')).toContainText('没有写进去：“注：数字是编的”');
});

test('editor, tables: a CSV file in GBK opens', async ({ begin }) => {
  const tables = await Tables.open(begin);
  const gbk = Buffer.from('c4eab7dd2cb2fac1bfa3a8cdf2b6d6a3a90a323031392c3136340a323032302cd4bc3137300a', 'hex');
  await tables.choose('产量.csv', gbk);
  await expect(tables.cell(0, 1)).toHaveText('产量（万吨）');
  await expect(tables.cell(2, 1)).toHaveText('约170');
  const files = await tables.files();
  expect(files['series/table-1.csv']).toBe(
    'period,value,bound,printed,definition,source\n2019,164万,,,main,\n2020,170万,about,约,main,\n',
  );
  expect(JSON.parse(files['story.json']).series['table-1']).toMatchObject({
    unit: 'tonnes',
    format: 'wan',
    label: { zh: '产量' },
  });
});

test('editor, sources: each is entered once, and tells what points to it', async ({ enter }) => {
  const editor = await enter('chapters');
  await editor.page.locator('.rail-line').filter({ hasText: '示例来源' }).click();
  const fields = editor.page.locator('.sources');
  await fields.locator('[data-member="url"] input').fill('https://example.org/');
  await fields.locator('[data-member="url"] input').blur();
  await expect(fields.locator('.source-statement').first()).toBeVisible();
  await expect(fields.getByText('有说法指向它，不能移走')).toBeVisible();
  await fields.locator('.source-statement').first().click();
  await expect(editor.page.locator('.amount.opened')).toBeVisible();
});

test(sampled('editor, tables: no fault that a checker finds, wide and narrow'), async ({ begin }) => {
  for (const width of sample([1280, 768], 2)) {
    const tables = await Tables.open(begin, { width });
    await tables.paste(GREEN);
    await expect(tables.question).toBeVisible();
    await expectSound(tables.page, '.tables');
  }
});
