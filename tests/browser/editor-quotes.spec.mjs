// Numbers in the editor's texts, without a page: quotations, typed digits and the statements that they are of, names
// with digits.

import { expect, test } from './fixtures.mjs';
import {
  declaredNames,
  matching,
  nameAround,
  openQuote,
  pieces,
  printed,
  quoted,
  statementsFor,
  typedNumbers,
  worth,
} from './www.mjs';

test('editor, quotes: a sentence is split at its quotations and put together again', () => {
  const text = '有{members}读者，{children-share.size}是儿童，{year:2022}起。';
  expect(
    pieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(pieces(text).map(({ quote }) => quote)).toEqual([
    '',
    'members',
    '',
    'children-share.size',
    '',
    'year:2022',
    '',
  ]);
  expect(quoted(`${text}{members}`)).toEqual(['members', 'children-share']);
  expect(printed(text, (quote) => ({ members: '300余人' })[quote] ?? '')).toBe(
    '有300余人读者，{children-share.size}是儿童，{year:2022}起。',
  );
  expect(pieces('a{b').map(({ quote }) => quote)).toEqual(['']);
});

test('editor, quotes: an opened brace is found with what was typed of it', () => {
  expect(openQuote('有{mem', 5)).toEqual({ from: 1, typed: 'mem' });
  expect(openQuote('有{members}人', 11)).toBeNull();
  expect(openQuote('有人', 2)).toBeNull();
});

test('editor, quotes: typed numbers are those of the engine: no years, dates, names and designations', () => {
  const found = (text, names) => typedNumbers(text, names).map((typed) => typed.text);
  expect(found('有300人，2万册，约８成，增长3.5%')).toEqual(['300', '2万', '８', '3.5%']);
  expect(found('3 rooms, 1.2 million books, 20,000 people')).toEqual(['3', '1.2 million', '20,000']);
  const none =
    '2022年起，自1955年，到2035年；5G和PM2.5，8月1日，1号井，“1+4+N”，{x1}，In 2010–2015, a 15-minute circle';
  expect(found(none)).toEqual([]);
  expect(found('985方案和8000里', ['8000里'])).toEqual(['985']);
  expect(found('‘985’计划')).toEqual([]);
});

test('editor, quotes: what numbers are worth', () => {
  for (const [text, value] of [
    ['2万', '20000'],
    ['20,000', '20000'],
    ['1.2 million', '1200000'],
    ['3.5%', '3.5%'],
    ['2', '2'],
    ['4.3个百分点', '4.3pp'],
    ['15.1万', '151000'],
    ['没有', ''],
  ])
    expect(worth(text), text).toBe(value);
});

const PHRASES = [
  { id: 'jobs', phrase: '超2万人' },
  { id: 'technicians', phrase: '33000余人' },
  { id: 'share', phrase: '80%以上' },
  { id: 'books', phrase: '2万册' },
];
const match = (text, phrases = PHRASES, at = 0) => statementsFor(text, typedNumbers(text)[at], phrases);

test('editor, quotes: digits find their statement by number and unit, and what was lost is said', () => {
  const [jobs, books] = match('新增就业2万人，是累计数');
  expect(jobs).toEqual({ id: 'jobs', from: 4, to: 7, phrase: '超2万人', lost: '超' });
  expect(books).toMatchObject({ id: 'books', from: 4, to: 6 });
  expect(match('超2万人')[0]).toMatchObject({ id: 'jobs', from: 0, to: 4, lost: '' });
  expect(match('有33000人')[0]).toMatchObject({ id: 'technicians', to: 7, lost: '余' });
  expect(match('有80%')[0]).toMatchObject({ id: 'share', lost: '以上' });
  expect(match('有80%以上')[0]).toMatchObject({ id: 'share', to: 6, lost: '' });
  expect(match('有81%')).toEqual([]);
  const english = [{ id: 'members', phrase: 'more than 300 people' }];
  expect(match('It has 300 people.', english)[0]).toEqual({
    id: 'members',
    from: 7,
    to: 17,
    phrase: 'more than 300 people',
    lost: 'more than',
  });
  // a status behind the unit, and the sign of a currency in front of the digits, belong to what is replaced
  const status = [{ id: 'visitors', phrase: 'more than 2.4 million visitors (preliminary)' }];
  expect(match('It had more than 2.4 million visitors.', status)[0]).toMatchObject({
    from: 7,
    to: 37,
    lost: '(preliminary)',
  });
  const money = [
    { id: 'people', phrase: '20.1 million people' },
    { id: 'spent', phrase: 'nearly 20.1 million pounds' },
  ];
  expect(match('It spent nearly £20.1 million.', money)[0]).toMatchObject({ id: 'spent', from: 9, to: 29, lost: '' });
  expect(match('It spent £20.1 million.', [{ id: 'a', phrase: '£20.1 million' }])[0]).toMatchObject({ from: 9 });
});

test('editor, quotes: names keep their digits, and statements are found by number, label and id', () => {
  expect(nameAround('才聚油城“985方案”启动', { from: 5, to: 8, text: '985' })).toBe('985方案');
  expect(nameAround('第3批', { from: 1, to: 2, text: '3' })).toBe('3批');
  expect(declaredNames({ names: { a: { text: { zh: '“985”方案', en: 'no digits' } } } })).toEqual(['985”方案']);
  const all = [
    { id: 'p@2001', kind: 'point', label: '藏书', phrase: '2万册' },
    { id: 'books', kind: 'figure', label: '藏书', phrase: '1.2万册' },
    { id: 'members', kind: 'figure', label: '读者', phrase: '300余人' },
  ];
  const ids = (typed) => matching(all, typed).map(({ id }) => id);
  expect(ids('藏书')).toEqual(['books', 'p@2001']);
  expect(ids('2万')).toEqual(['books', 'p@2001']);
  expect(ids('３００')).toEqual(['members']);
  expect(ids('books 1.2')).toEqual(['books']);
  expect(ids('none')).toEqual([]);
});
