// The editor: amounts that are told in words in a chapter, what waits in the sentences, and the cell of a problem.

import { statementsFor, typedNumbers } from '../../www/editor/chapters/digits.js';
import { amountsInWords, statementsInWords, withoutQuotations } from '../../www/editor/chapters/in-words.js';
import { cellOf } from '../../www/editor/tables/cell-of.js';
import { expect, test as plain } from './fixtures.mjs';
import { test } from './pages/editor-places.mjs';
import { Sentences, test as sentences } from './pages/editor-sentences.mjs';
import { Editor } from './pages/editor.mjs';
import { newStory, zipped } from './support/editor.mjs';

/** As the engine reads it. */
const read = (text, printed, value, unit = '') => {
  const start = text.indexOf(printed);
  return { start, end: start + printed.length, printed, value, unit };
};

plain('editor, words: a part that is told in words is the statement of that part', () => {
  const text = '在港时间下降一成，四分之一经铁路，三分之一是外轮，8%是油轮。';
  const found = amountsInWords([
    read(text, '一成', '10', '%'),
    read(text, '四分之一', '1/4'),
    read(text, '三分之一', '1/3'),
    read(text, '8%', '8', '%'),
  ]);
  expect(found.map(({ text: said }) => said)).toEqual(['一成', '四分之一', '三分之一']);
  const phrases = [
    { id: 'fall', phrase: '下降逾一成', worth: '10%' },
    { id: 'rail', phrase: '25%' },
    { id: 'rest', phrase: '三分之二' },
    { id: 'third', phrase: '33.3%', worth: '33.3%' },
  ];
  const [fall, rail, third] = found.map((each) => statementsInWords(text, each, phrases)[0]);
  // what the phrase says again goes with the words, and what they lack is told
  expect(text.slice(fall.from, fall.to)).toBe('下降一成');
  expect([fall.id, fall.lost]).toEqual(['fall', '逾']);
  expect([rail.id, rail.lost]).toEqual(['rail', '']);
  expect(third.id).toBe('third');
  const english = { from: 0, to: 7, text: 'A third', worth: '33.3333333333%' };
  expect(statementsInWords('A third', english, [{ id: 'x', phrase: 'a third' }])).toHaveLength(1);
  expect(statementsInWords('A third', english, [{ id: 'x', phrase: '33%' }])).toEqual([]);
  expect(withoutQuotations('{a}和{b.size}')).toHaveLength('{a}和{b.size}'.length);
});

plain('editor, words: digits take in what the phrase begins with', () => {
  const fall = [{ id: 'fall', phrase: '下降4.3%' }];
  const text = '进口下降4.3%。';
  const [match] = statementsFor(text, typedNumbers(text)[0], fall);
  expect([text.slice(match.from, match.to), match.lost]).toEqual(['下降4.3%', '']);
  const english = 'Loans went down 4.3 percent.';
  const [down] = statementsFor(english, typedNumbers(english)[0], [{ id: 'fall', phrase: 'down 4.3 percent' }]);
  expect(english.slice(down.from, down.to)).toBe('down 4.3 percent');
  const [other] = statementsFor('Ground 4 percent.', typedNumbers('Ground 4 percent.')[0], [
    { id: 'a', phrase: 'd 4 percent' },
  ]);
  expect(other.from).toBe('Ground '.length);
});

plain('editor, words: a problem in the file of a series is in the cell that the file was made of', () => {
  const table = {
    name: 'a',
    head: 1,
    rows: [
      ['年份', '产量', '来源'],
      ['2020', '7', '统计局'],
      ['不详', '8', '统计局'],
      ['2022', '9', '统计局'],
    ],
    columns: [{ role: 'period' }, { role: 'value', series: 'a' }, { role: 'source' }],
  };
  const doubts = [{ kind: 'period', row: 2, column: 0, text: '不详', meant: '' }];
  expect(cellOf('row 3, source', table, 1, doubts)).toEqual({ row: 3, column: 2 });
  expect(cellOf('row 3, value', table, 1, null)).toEqual({ row: 2, column: 1 });
  expect(cellOf('row 2, note_zh', table, 1, null)).toEqual({ row: 1, column: 1 });
  expect(cellOf('series.a.label', table, 1, null)).toBeNull();
});

test('editor, words: an amount in words is replaced by its statement, or left for good', async ({ open, editing }) => {
  const page = await open();
  const editor = await Editor.open(page, editing);
  const { 'story.json': story, ...others } = await newStory();
  const now = JSON.parse(story);
  const [id] = Object.keys(now.figures);
  const { label, source, period, definition } = now.figures[id];
  now.figures.quarter = { label, source, period, definition, value: 25, unit: 'percent', measure: 'rate' };
  const files = { ...others, 'story.json': JSON.stringify(now) };
  await editor.choose(page.getByRole('button', { name: /zip/ }).first(), zipped('a.zip', files));
  await editor.answered();
  await editor.go(3);
  const narration = page.locator('.narration .cm-content');
  await narration.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('四分之一和三分之一。');
  const bar = page.locator('.typed-bar');
  await expect(bar).toContainText('四分之一');
  await bar.getByRole('button', { name: '换成' }).click();
  await expect(narration).toContainText('25%和三分之一');
  await expect(bar).toContainText('三分之一');
  await bar.getByRole('button', { name: '就这样写' }).click();
  await expect(bar).toHaveCount(0);
  await expect(page.locator('.narration .typed')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(bar).toContainText('三分之一');
});

sentences('editor, words: what waits in the sentences is what their list says', async ({ begin }) => {
  const { page, editor, ...place } = await Sentences.open(begin, '2024年全市港口吞吐量4.57亿吨。占全国的一成。');
  const waiting = page.locator('.bar-place').first().locator('.badge');
  await expect(waiting).toHaveText('2');
  await place.marks.first().click();
  await page.keyboard.press('Enter');
  await page.locator('.source-ask input').first().fill('统计局');
  await page.keyboard.press('Enter');
  await expect(waiting).toHaveText('1');
  // a mistake in what was taken makes it wait again, and no chart is told of it
  await place.marks.first().click();
  await expect(place.card.locator('.charts')).toContainText('能画成');
  const field = place.card.locator('[data-member="period"] input');
  await field.fill('');
  await field.blur();
  const count = async (name) =>
    Number((await page.locator('.list-pane .segments button', { hasText: name }).innerText()).split(' ').at(-1));
  await expect.poll(async () => (await count('待改')) + (await count('未取用'))).toBe(2);
  await expect(waiting).toHaveText('2');
  await expect(place.card.locator('fieldset.question')).toBeVisible();
  await expect(place.card.locator('.charts')).toHaveCount(0);
  await expect(place.card.locator('.charts-blocked')).toContainText('先改这一处');
});

test('editor, words: the key for the next problem opens the cell that it is in', async ({ open, editing }) => {
  const page = await open();
  const editor = await Editor.open(page, editing);
  const files = await newStory();
  const csv = files['series/books.csv'].toString().replace('"8,600"', '初步');
  await editor.choose(
    page.getByRole('button', { name: /zip/ }).first(),
    zipped('a.zip', { ...files, 'series/books.csv': csv }),
  );
  await expect(page.locator('.rail')).toBeVisible();
  await page.keyboard.press('F8');
  const cell = page.locator('.grid td input');
  await expect(cell).toBeFocused();
  await expect(cell).toHaveValue('初步');
  await page.keyboard.type('8600');
  await page.keyboard.press('Enter');
  await expect(page.locator('.grid td[data-row="2"][data-column="1"]')).toHaveText('8600');
});

test('editor, words: an empty field is told by its name on the page', async ({ open, editing }) => {
  const page = await open();
  const editor = await Editor.open(page, editing);
  const { 'story.json': story, ...others } = await newStory();
  const now = JSON.parse(story);
  const at = now.scenes.findIndex(({ subtitle }) => subtitle?.en);
  delete now.scenes[at].subtitle.en;
  const files = { ...others, 'story.json': JSON.stringify(now) };
  await editor.choose(page.getByRole('button', { name: /zip/ }).first(), zipped('a.zip', files));
  await expect(page.locator('.rail')).toBeVisible();
  await editor.go(4);
  const problems = page.locator('.check-problems');
  await expect(problems).toContainText('“副题”还没有填英文');
  await expect(problems).not.toContainText('"en"');
  // a chapter's own words hold no chart up
  await editor.go(3);
  await expect(page.locator('.tiles')).toBeVisible();
  await expect(page.locator('.charts-blocked')).toHaveCount(0);
});
