// The editor's tables, without a page: what is read from cells, columns and a clipboard, what is in doubt, what is
// written of it, and what another paste changes.

import { readCell } from '../../www/editor/tables/cells.js';
import { guessColumns, headed } from '../../www/editor/tables/columns.js';
import { differences } from '../../www/editor/tables/differences.js';
import { doubtsOf, footnotes, lackingYears, unpublished } from '../../www/editor/tables/doubts.js';
import { fromTabs, isTable, upright } from '../../www/editor/tables/grid.js';
import { fromHtml } from '../../www/editor/tables/html.js';
import { seriesCsv } from '../../www/editor/tables/series-csv.js';
import { expect, test } from './fixtures.mjs';
import { GREEN, OUTPUT, tableOf } from './support/tables.mjs';

test('editor, cells: cells keep digits, bounds and footnote signs; what means two things is words', async () => {
  for (const [text, wanted] of [
    ['1,010.50', { kind: 'number', digits: '1010.50' }],
    ['43.5%②', { kind: 'number', digits: '43.5', percent: true, sign: '②' }],
    ['约1,010', { digits: '1010', bound: 'about', printed: '约' }],
    ['1010余', { digits: '1010', bound: 'more_than', printed: '余' }],
    ['more than 1,100', { digits: '1100', bound: 'more_than', printed: 'more than' }],
    ['≥ 80', { digits: '80', bound: 'at_least', printed: '至少' }],
    ['15.1万', { digits: '15.1', power: 'wan' }],
    ['－3.2％', { digits: '-3.2', percent: true }],
    ['1,250*', { digits: '1250', sign: '*' }],
    ['—', { kind: 'none' }],
    ['', { kind: 'none' }],
    ['3 5', { kind: 'words' }],
    ['1,01', { kind: 'words' }],
    ['(12)', { kind: 'words' }],
    ['about 3 or more', { kind: 'words' }],
  ]) {
    expect(readCell(text), text).toMatchObject(wanted);
  }
});

test('editor, cells: columns are guessed by header and cells, and a table across is put upright', async () => {
  const roles = (text) => guessColumns(fromTabs(text)).columns.map(({ role }) => role);
  expect(roles(GREEN)).toEqual(['period', 'value', 'value', 'source']);
  expect(roles('2019\t5\n2020\t6')).toEqual(['period', 'value']);
  expect(roles('地区\t年份\t产量\t备注\n甲\t2019\t5\t修订\n甲\t2020\t6\t')).toEqual([
    'note',
    'period',
    'value',
    'note',
  ]);
  expect(headed('产量（万吨）')).toEqual({ label: '产量', unit: '吨', power: 'wan' });
  expect(headed('Output (kt)')).toEqual({ label: 'Output', unit: 'kt', power: '' });
  expect(guessColumns(fromTabs(OUTPUT)).columns[2]).toMatchObject({ unit: 'people', power: 'thousand' });
  expect(guessColumns(fromTabs(GREEN)).columns[1]).toMatchObject({ unit: '%', why: 'percent', measure: 'rate' });
  expect(upright(fromTabs('指标\t2019年\t2020年\n产量\t164\t约170'))).toEqual([
    ['指标', '产量'],
    ['2019年', '164'],
    ['2020年', '约170'],
  ]);
  expect(isTable('甲\t乙\n丙\t丁')).toBe(true);
  expect(isTable('一段\n文字')).toBe(false);
});

test('editor, cells: HTML of a clipboard, with spans, raised digits and foreign markup', async () => {
  const html = `<style>td{}</style><table data-a="x>y"><tr><th colspan=2>产量&nbsp;（吨）</th></tr>
    <tr><td rowspan="2">2019<td>1,010<sup>1</sup></tr><tr><td>5 &lt; 6<br>&#x4e00</td><script>no</script></tr></table>`;
  expect(fromHtml(html)).toEqual([
    ['产量 （吨）', ''],
    ['2019', '1,010¹'],
    ['', '5 < 6 &#x4e00'],
  ]);
  expect(fromHtml('<p>no table</p>')).toEqual([]);
});

// Seen to fail: with the number that is a hundredth of its column written as it stands.
test('editor, cells: what is in doubt is in no file; gaps, footnotes and lacking years are told', async () => {
  const table = tableOf(GREEN);
  const doubts = doubtsOf(table, () => true);
  expect(doubts).toEqual([{ kind: 'hundredfold', row: 5, column: 1, text: '0.4453', meant: '44.53%' }]);
  expect(doubtsOf({ ...table, settled: ['5,1'] }, () => true)).toEqual([]);
  expect(lackingYears(table)).toEqual([
    [1980, 2006],
    [2009, 2019],
    [2022, 2022],
  ]);
  expect(unpublished(table)).toBe(3);
  expect(footnotes(table)).toEqual([{ sign: '②', rows: [4], text: '原文作43.72%' }]);
  const given = { power: '', languages: ['zh'], doubts, sourceOf: () => 'article', language: 'zh' };
  expect(seriesCsv(table, 1, given)).toBe(`period,value,definition,source,note_zh
1979,1,main,article,
2007,42.84,main,article,
2008,,main,article,
2020,43.5,main,article,原文作43.72%
2023,44.10,main,article,
`);
  expect(seriesCsv(table, 2, given)).not.toContain('43.72');
  const output = tableOf(OUTPUT);
  expect(
    seriesCsv(output, 1, { ...given, doubts: [], languages: ['en'], language: 'en' }),
  ).toBe(`period,value,bound,printed,definition,source
2019,1010,,,main,article
2020,1100,more_than,more than,main,article
2022,1250,about,about,main,article
`);
  expect(seriesCsv(output, 2, { ...given, power: 'thousand', doubts: [] })).toContain('2019,15100,main,article');
  expect(seriesCsv(tableOf('年\t产量（万吨）\n2019\t164'), 1, { ...given, power: 'wan', doubts: [] })).toContain(
    '2019,164万,',
  );
});

test('editor, cells: words, periods that are none and periods twice are in doubt', async () => {
  const table = tableOf('年份\t产量\n2019\t5\n2020\t五\n2020\t6\n近年\t7');
  expect(doubtsOf(table, () => false).map(({ kind, row }) => `${kind} ${row}`)).toEqual([
    'words 2',
    'twice 3',
    'period 4',
  ]);
});

test('editor, cells: another paste tells what it changes', async () => {
  const [before, after] = [
    tableOf(GREEN),
    tableOf(`${GREEN.replace('44.10', '44.2').replace('1979\t1%\t\t署名评论\n', '')}\n2024\t43.9%\t\t`),
  ];
  expect(differences(before, after, 0)).toEqual([
    { kind: 'cell', row: '2023', column: '绿化覆盖率', before: '44.10%', after: '44.2%' },
    { kind: 'added', row: '2024', column: '', before: '', after: '43.9%' },
    { kind: 'removed', row: '1979', column: '', before: '1% · 署名评论', after: '' },
  ]);
  expect(differences(before, before, 0)).toEqual([]);
});
