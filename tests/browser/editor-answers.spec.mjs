// The editor's questions and cells, without a page: what an editor has typed is the answer, one answer goes no farther
// than it may, and a table that is pasted again is the same table.

import { amountsOf } from '../../www/editor/sentences/amounts.js';
import { periodWords, readPeriod } from '../../www/editor/sentences/dates.js';
import { keptColumns } from '../../www/editor/tables/kept-columns.js';
import { seriesCsv } from '../../www/editor/tables/series-csv.js';
import { expect, test } from './fixtures.mjs';

/** An amount as the engine recognises it, in the sentence that ends behind it. */
function amount(text, printed, { measure = 'flow', paragraph = 1, figure = {}, ...more } = {}) {
  const start = text.indexOf(printed);
  const sentence = [text.lastIndexOf('。', start) + 1, text.indexOf('。', start) + 1];
  const said = { start, end: start + printed.length, printed, value: '', bound: 'exact', boundWords: '', unit: '' };
  return { ...said, measure, sentence, paragraph, figure: { value: 1, unit: 'percent', ...figure }, ...more };
}

/** The amounts of an article in Chinese, with what has been decided of them. */
const listOf = (text, candidates, kept = {}, figures = {}) =>
  amountsOf({
    text,
    reading: { candidates, dates: [], rest: [] },
    story: { languages: ['zh', 'en'], figures },
    kept: { taken: {}, ...kept },
    languages: ['zh', 'en'],
    language: 'zh',
  });

const HALF = { zh: '2025年上半年', start: '2025-01', end: '2025-06' };

test('editor, answers: the half year before is offered as a base, and a base that is typed is the answer', async () => {
  const text = '铁矿石进口6120万吨，同比下降4.3%。';
  const fall = amount(text, '4.3%', { measure: 'growth', figure: { period: HALF } });
  const [asked] = listOf(text, [fall]);
  expect(asked.questions.map(({ id }) => id)).toEqual(['base']);
  expect(asked.questions[0].answers.map(({ set }) => set.base)).toEqual([
    { zh: '原文未写基期', en: 'base not stated' },
    { zh: '2024年上半年', en: 'first half of 2024' },
  ]);
  const drafts = { [asked.key]: { figure: { base: { zh: '2023年上半年' } } } };
  const [typed] = listOf(text, [fall], { drafts });
  expect(typed.questions).toEqual([]);
  expect(typed.figure.base).toEqual({ zh: '2023年上半年' });
  const emptied = listOf(text, [fall], { drafts: { [asked.key]: { figure: { base: null } } } });
  expect(emptied[0].questions.map(({ id }) => id)).toEqual(['base']);
});

test('editor, answers: that a statement has no date dates none of the others', async () => {
  const text = '园区12个。企业30家。';
  const all = [amount(text, '12个', { figure: {} }), amount(text, '30家')];
  const [first] = listOf(text, all);
  const taken = { [first.key]: { state: 'taken', figure: 'a' } };
  const undated = { a: { value: 12, period: { zh: '原文未写日期', window: 'undated' } } };
  expect(listOf(text, all, { taken }, undated)[1].from.period).toBe('none');
  const dated = { a: { value: 12, period: { zh: '2024年', start: '2024' } } };
  expect(listOf(text, all, { taken }, dated)[1].from.period).toBe('before');
  expect(listOf(text, all, { taken }, dated)[1].figure.period.zh).toBe('2024年');
});

test('editor, answers: who has dated one statement is asked about the next that says now', async () => {
  const text = '2024年货物3亿吨。\n\n港口现有泊位126个。其中万吨级现有83个。';
  const now = { paragraph: 2, undated: true, figure: {} };
  const all = [
    amount(text, '3亿吨', { figure: { period: { zh: '2024年', start: '2024' } } }),
    amount(text, '126个', now),
    amount(text, '83个', now),
  ];
  const [, first] = listOf(text, all);
  expect(first.questions.map(({ id }) => id)).toEqual(['period']);
  const [, , second] = listOf(text, all, { drafts: { [first.key]: { answers: { period: 1 } } } });
  expect(second.questions[0].answers.map(({ set }) => set.period?.start)).toEqual([undefined, '2024']);
  expect(second.figure.period.window).toBe('undated');
});

// Seen to fail: the amounts after it were taken without a date and without a question.
test('editor, answers: a date that was answered once is asked about wherever the sentence may mean another', async () => {
  const text = '2024年货物3亿吨。\n\n年末有泊位126个。有码头83座。全年出生2万人。';
  const all = [
    amount(text, '3亿吨', { figure: { period: { zh: '2024年', start: '2024' } } }),
    amount(text, '126个', { paragraph: 2 }),
    amount(text, '83座', { paragraph: 2 }),
    amount(text, '2万人', { paragraph: 2, undated: true }),
  ];
  const [, berths, quays] = listOf(text, all);
  const dated = { value: 126, period: { zh: '2024年', start: '2024' } };
  const taken = {
    [berths.key]: { state: 'taken', figure: 'berths' },
    [quays.key]: { state: 'taken', figure: 'quays' },
  };
  const [, , , births] = listOf(text, all, { taken }, { berths: dated, quays: dated });
  expect(births.questions.map(({ id }) => id)).toEqual(['period']);
});

test('editor, answers: a date with which something is compared dates nothing else', async () => {
  const text = '2024年底有泊位12个，旅客为2019年的四成。\n\n全市有4万人。';
  const dates = ['2024年', '2019年'].map((said) => ({
    start: text.indexOf(said),
    end: text.indexOf(said) + said.length,
    text: said,
  }));
  const candidates = [amount(text, '4万人', { paragraph: 2 })];
  const [people] = amountsOf({
    text,
    reading: { candidates, dates, rest: [] },
    story: { languages: ['zh'], figures: {} },
    kept: { taken: {} },
    languages: ['zh'],
    language: 'zh',
  });
  expect(people.questions[0].answers.map(({ set }) => set.period?.start)).toEqual([undefined, '2024']);
});

test('editor, answers: one period of a list of several is offered to the others, not taken', async () => {
  const text = '过去三年，吞吐量分别为4.12亿吨、4.35亿吨和4.57亿吨。';
  const all = ['4.12亿吨', '4.35亿吨', '4.57亿吨'].map((printed) => amount(text, printed));
  const [first, second] = listOf(text, all);
  const typed = (key, period) => ({ [key]: { figure: { period } } });
  const drafts = typed(first.key, { zh: '2022年', en: '2022', start: '2022' });
  const [, asked] = listOf(text, all, { drafts });
  expect(asked.figure.period.window).toBe('undated');
  expect(asked.questions).toHaveLength(1);
  expect(asked.questions[0].answers.map(({ id, set }) => [id, set.period?.start])).toEqual([
    ['unstated', undefined],
    ['follows', '2023'],
    ['same', '2022'],
  ]);
  drafts[second.key] = { answers: { period: 1 } };
  const [, settled, third] = listOf(text, all, { drafts });
  expect(settled.figure.period).toEqual({ zh: '2023年', en: '2023', start: '2023' });
  expect(third.questions[0].answers[1].set.period.start).toBe('2024');
});

test('editor, answers: half years are read and written as such', async () => {
  for (const [lang, words] of [
    ['zh', '2024年下半年'],
    ['en', 'second half of 2024'],
  ]) {
    expect(readPeriod(words)).toEqual({ start: '2024-07', end: '2024-12' });
    expect(periodWords({ start: '2024-07', end: '2024-12' }, lang)).toBe(words);
  }
});

test('editor, answers: cells name a status in the words of the menu, also among the notes', async () => {
  const given = { power: '', languages: ['zh', 'en'], doubts: [], sourceOf: () => 'bureau', language: 'zh' };
  const rows = (header, ...cells) => [['年份', '产量', header], ...cells.map((cell, i) => [`${2020 + i}`, '7', cell])];
  const csv = (role, all) => {
    const columns = [{ role: 'period' }, { role: 'value', series: 'a' }, { role }];
    const [head, ...lines] = seriesCsv({ name: 'a', rows: all, head: 1, columns }, 1, given).trim().split('\n');
    const at = head.split(',').indexOf('status');
    return lines.map((line) => (at < 0 ? null : line.split(',')[at]));
  };
  const words = ['初步数', '修订数', '目标，不是结果', 'preliminary', ''];
  const ids = ['preliminary', 'revised', 'target', 'preliminary', ''];
  expect(csv('status', rows('状态', ...words))).toEqual(ids);
  expect(csv('note', rows('说明', ...words))).toEqual(ids);
  expect(csv('note', rows('说明', '口径有变'))).toEqual([null]);
});

test('editor, answers: a table that is pasted again with a column more keeps the series of the others', async () => {
  const old = {
    rows: [['年份', '吞吐量', '说明']],
    columns: [{ role: 'period' }, { role: 'value', series: 'table-1', power: 'yi' }, { role: 'skip' }],
  };
  const guessed = ['period', 'value', 'status', 'note'].map((role) => ({ role }));
  expect(keptColumns(old, [['年份', '吞吐量', '状态', '说明']], guessed)).toEqual([
    { role: 'period' },
    { role: 'value', series: 'table-1', power: 'yi' },
    { role: 'status' },
    { role: 'skip' },
  ]);
});
