// The editor's sentences, without a page: where an article's numbers are, what they are called, when they were, what is
// asked of them, and what is written when they are taken.

import { amountsOf, paragraphStates } from '../../www/editor/sentences/amounts.js';
import { periodWords, readPeriod } from '../../www/editor/sentences/dates.js';
import { suggestLabels } from '../../www/editor/sentences/label.js';
import { taking } from '../../www/editor/sentences/take.js';
import { append, moved, paragraphs, tidy } from '../../www/editor/sentences/text.js';
import { unitId } from '../../www/editor/sentences/units.js';
import { readValue, shifted, typedValue } from '../../www/editor/sentences/value.js';
import { expect, test } from './fixtures.mjs';
import { amount, listOf } from './support/amounts.mjs';

test('editor, sentences: paragraphs are counted as the engine counts them', async () => {
  const text = '甲。\n乙1。\n\n丙\nin wrapped\nlines 2\n\nd';
  expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '甲。',
    '乙1。',
    '丙',
    'in wrapped\nlines 2',
    'd',
  ]);
  expect(tidy('  甲\r\n乙　\n\n\n丙 ')).toBe('甲\n\n乙\n\n丙');
  expect(tidy('a line,\nwrapped\n\nnext')).toBe('a line, wrapped\n\nnext');
  expect(append('甲\n', '乙\n丙')).toBe('甲\n\n乙\n\n丙\n');
});

// Seen to fail: with places behind the change left where they were.
test('editor, sentences: what was decided moves with its words', async () => {
  const before = '甲1元。乙2元。丙3元。';
  const decided = { '1-3': 'a', '5-7': 'b', '9-11': 'c' };
  expect(moved(before, '甲1元。乙又乙2元。丙3元。', decided)).toEqual({ '1-3': 'a', '7-9': 'b', '11-13': 'c' });
  expect(moved(before, '甲1元。丙3元。', decided)).toEqual({ '1-3': 'a', '5-7': 'c' });
  expect(moved(before, append(before, '丁4元。'), decided)).toEqual(decided);
});

test('editor, sentences: labels are words of the sentence, without digits', async () => {
  const label = (text, printed, more) => suggestLabels(text, [amount(text, printed, more)], 'zh')[0];
  expect(label('年末全市常住人口约73万人。', '约73万人').label).toBe('常住人口');
  expect(label('2024年，全市实现地区生产总值1286亿元。', '1286亿元', { measure: 'flow' }).label).toBe('地区生产总值');
  expect(label('其中60岁以上人口占两成左右。', '两成左右', { measure: 'share' }).label).toBe('六十岁以上人口占比');
  const share = label('第二产业增加值占地区生产总值的41.3%。', '41.3%', { measure: 'share' });
  expect(share).toMatchObject({ label: '第二产业增加值占比', whole: '地区生产总值' });
  const two = '地区生产总值1286亿元，比上年增长5.2%。';
  const both = suggestLabels(
    two,
    [amount(two, '1286亿元', { measure: 'flow' }), amount(two, '5.2%', { measure: 'growth' })],
    'zh',
  );
  expect(both.map((one) => one.label)).toEqual(['地区生产总值', '地区生产总值增速']);
  const text = 'More than 20,000 urban jobs were added.';
  const jobs = amount(text, 'More than 20,000 urban jobs', { unit: 'jobs', sentence: [0, text.length] });
  expect(suggestLabels(text, [jobs], 'en')[0].label).toBe('Urban jobs added');
});

test('editor, sentences: periods, values and units are read as they are written', async () => {
  for (const [typed, start, end] of [
    ['2024年', '2024'],
    ['2024年3月5日', '2024-03-05'],
    ['2021年一季度', '2021Q1'],
    ['Q1 2021', '2021Q1'],
    ['March 2024', '2024-03'],
    ['“十四五”时期', '2021', '2025'],
    ['14th Five-Year Plan period', '2021', '2025'],
    ['2016—2020年', '2016', '2020'],
  ]) {
    expect(readPeriod(typed), typed).toEqual(end ? { start, end } : { start });
  }
  expect(readPeriod('近年')).toBeNull();
  expect(periodWords({ start: '2016', end: '2020' }, 'en')).toBe('2016–2020');
  expect(periodWords({ start: '2021Q1' }, 'zh')).toBe('2021年一季度');
  expect(readValue('43.70')).toEqual({ value: 43.7, format: '', exact: '43.70' });
  expect(readValue('15.1万')).toMatchObject({ value: 151000, format: 'wan' });
  expect(readValue('300至400')).toMatchObject({ value: [300, 400] });
  expect(readValue('3 to 4 million')).toMatchObject({ value: [3000000, 4000000], format: 'million' });
  expect(readValue('about 3')).toBeNull();
  expect(typedValue(151000, 'wan', 'zh')).toBe('15.1万');
  expect(shifted('0.4453', 2)).toBe('44.53');
  expect(shifted('128.6', 9)).toBe('128600000000');
  expect(unitId('residents', 'en', {})).toBe('people');
  expect(unitId('册', 'zh', { books: { zh: '册' } })).toBe('books');
});

// Seen to fail: with the answer that makes it a part in front.
test('editor, sentences: what a sentence leaves open is asked, and the first answer claims least', async () => {
  const text = '全市人才达到15.1万人，专业技术人才33000余人。';
  const people = {
    unit: '人',
    figure: { value: 33000, unit: 'people', bound: 'more_than', printed: '余' },
    value: '33000',
  };
  const all = [
    amount(text, '15.1万人', { ...people, figure: { value: 151000, unit: 'people' } }),
    amount(text, '33000余人', people),
  ];
  const [, part] = listOf(text, all);
  expect(part.state).toBe('decide');
  expect(part.questions.map(({ id }) => id)).toEqual(['part']);
  const shorter = '2024年，平均候诊时间由38小时缩短至31小时。';
  const hours = ['38', '31'].map((value) =>
    amount(shorter, `${value}小时`, { unit: '小时', measure: 'level', value, figure: { value: Number(value) } }),
  );
  const asked = listOf(shorter, hours).flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(asked, 'what is compared is no part').not.toContain('part');
  expect(part.questions[0].answers[0].set).toEqual({});
  const answered = listOf(text, all, { taken: {}, drafts: { [part.key]: { answers: { part: 1 } } } })[1];
  expect(answered).toMatchObject({ state: 'open', figure: { denominator: { zh: '人才' } } });
  const goal = '到2030年，将建成4个以上产业集群。';
  const [planned] = listOf(goal, [
    amount(goal, '4个以上', { unit: '个', figure: { value: 4, bound: 'at_least', printed: '以上' } }),
  ]);
  expect(planned.questions[0].answers[0].set).toMatchObject({ status: 'target' });
});

test('editor, sentences: a taken amount keeps its digits, its bound and its paragraph', async () => {
  const text = '进口额下降3.20%。';
  const growth = {
    unit: '%',
    measure: 'growth',
    direction: 'fall',
    figure: { value: -3.2, unit: 'percent', base: { zh: '2023年' } },
  };
  const [one] = listOf(text, [amount(text, '3.20%', growth)]);
  const { id, changes } = taking(one, { story: null, languages: ['zh', 'en'], source: 'article' });
  expect(id).toBe('figure-1');
  expect(changes.find(({ path }) => path[0] === 'figures').value).toMatchObject({
    value: '⟦-3.20⟧',
    unit: 'percent',
    base: { zh: '2023年', en: '2023' },
    source: { id: 'article', paragraph: 1 },
  });
  expect(paragraphStates(text, [one])[0].state).not.toBe('done');
});

test('editor, sentences: words that are selected have the value and measure that they say', async () => {
  const text = '千分之三。';
  const figure = { value: 3, unit: 'percent' };
  const recognise = () => ({ candidates: [amount('百', '百', { measure: 'rate', figure })], dates: [], rest: [] });
  const given = {
    text,
    reading: { candidates: [], dates: [], rest: [] },
    story: {},
    languages: ['zh'],
    language: 'zh',
  };
  const [one] = amountsOf({ ...given, kept: { taken: {}, added: ['0-4'] }, recognise });
  expect(one).toMatchObject({ key: '0-4', printed: '千分之三', figure: { value: 3, measure: 'rate' } });
});
