// The editor's sentences: an article's numbers become statements by keyboard, none is lost, and what is written passes
// `duoyuan check`.

import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { amountsOf, paragraphStates } from '../../www/editor/sentences/amounts.js';
import { periodWords, readPeriod } from '../../www/editor/sentences/dates.js';
import { suggestLabels } from '../../www/editor/sentences/label.js';
import { taking } from '../../www/editor/sentences/take.js';
import { append, moved, paragraphs, tidy } from '../../www/editor/sentences/text.js';
import { unitId } from '../../www/editor/sentences/units.js';
import { readValue, shifted, typedValue } from '../../www/editor/sentences/value.js';
import { expect } from './fixtures.mjs';
import { Sentences, test } from './pages/editor-sentences.mjs';
import { expectClean } from './pages/story.mjs';
import { duoyuan } from './support/program.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const ZH = `示例市的一年

2024年，示例市实现地区生产总值1286.4亿元，比上年增长5.2%。其中，第二产业增加值占地区生产总值的41.3%。全年一般公共预算收入86.5亿元，近八成用于民生。

年末全市常住人口约73万人，其中60岁以上人口占两成左右。新增城镇就业超2万人，城镇登记失业率不足3%，进口额下降3.20%。

“十四五”时期，全市新建公园12个，绿化覆盖率由38.5%提高到43.9%，提高5.4个百分点。到2030年，全市将建成4个以上千亿级产业集群，每年培训技能人才300至400人。

才聚985工程实施以来，引进博士114人，专业技术人才33000余人。`;

const EN = [
  'A year in Exampleton',
  "In 2024 the city's output reached 128.6 billion yuan, up 5.2 percent on the year before. Public revenue came " +
    'to 8.65 billion yuan, nearly 80 percent of which was spent on public services.',
  'At the end of the year the city had about 730,000 residents, of whom around 20 percent were over 60. More than ' +
    '20,000 urban jobs were added, and registered unemployment stayed below 3 percent.',
  'During the 14th Five-Year Plan period 12 parks were built. Green cover rose from 38.5 percent in 2020 to 43.9 ' +
    'percent in 2024, or by 5.4 percentage points. By 2030 the city plans at least four industrial clusters, and ' +
    '300 to 400 skilled workers are to be trained each year.',
  'Since the "985" scheme began 114 doctors have been hired, and there are more than 33,000 technical staff.',
].join('\n\n');

/** An amount as the engine recognises it. */
function amount(
  text,
  printed,
  { value = '', unit = '', measure = 'count', bound = 'exact', figure = {}, ...more } = {},
) {
  const start = text.indexOf(printed);
  const sentence = more.sentence ?? [text.lastIndexOf('。', start) + 1, text.indexOf('。', start) + 1 || text.length];
  return {
    start,
    end: start + printed.length,
    printed,
    value,
    bound,
    boundWords: '',
    unit,
    measure,
    sentence,
    paragraph: 1,
    figure,
    ...more,
  };
}

/** The list of an article with these amounts. */
const listOf = (text, candidates, kept = { taken: {} }, languages = ['zh', 'en']) =>
  amountsOf({
    text,
    reading: { candidates, dates: [], rest: [] },
    story: { languages },
    kept,
    languages,
    language: 'zh',
  });

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

// Seen to fail: with the words around a name left at it (粮食产量是同期, 居全省, 缩短) and with 东山区 as what its people are.
test('editor, sentences: a name has no words of its sentence around it', async () => {
  const labels = (text, amounts) => {
    const sentence = [0, text.length];
    const all = amounts.map(([printed, measure, more]) => amount(text, printed, { measure, sentence, ...more }));
    return suggestLabels(text, all, 'zh').map(({ label }) => label);
  };
  const grain = [
    ['2.4倍', 'multiple'],
    ['第7位', 'rank'],
    ['两位', 'change', { unit: '位', direction: 'rise' }],
  ];
  expect(labels('小麦产量是2020年同期的2.4倍，居全省第7位，比去年前进两位。', grain)).toEqual([
    '小麦产量',
    '小麦产量排名',
    '小麦产量排名前进',
  ]);
  const time = [
    ['38小时', 'level'],
    ['31小时', 'level'],
  ];
  expect(labels('平均候诊时间由38小时缩短至31小时。', time)).toEqual(['平均候诊时间', '平均候诊时间']);
  const than = [
    ['41万吨', 'flow'],
    ['33万吨', 'flow'],
  ];
  expect(labels('糖产量为41万吨，比2024年同期的33万吨多。', than)).toEqual(['糖产量', '糖产量']);
  expect(labels('东山市完成糖产量5万吨。', [['5万吨', 'flow']])).toEqual(['东山市糖产量']);
  expect(labels('全市糖产量将达到5万吨。', [['5万吨', 'flow']])).toEqual(['糖产量']);
  const text = '全市常住人口500万人，其中东山区200万人，其余300万人分布在五个乡镇。';
  const whole = [text.indexOf('500'), text.indexOf('500') + 5];
  const people = [
    ['500万人', 'count'],
    ['200万人', 'count', { whole }],
    ['300万人', 'count', { whole }],
    ['五个', 'count'],
  ];
  expect(labels(text, people)).toEqual(['常住人口', '东山区常住人口', '其余常住人口', '乡镇']);
});

// Seen to fail: with the last name for all of a list, and with “比增加” as a label.
test('editor, sentences: each amount of a list has its own name, and words that name nothing are none', async () => {
  const labels = (text, amounts, language = 'zh') => {
    const sentence = [0, text.length];
    const all = amounts.map(([printed, measure]) => amount(text, printed, { measure, sentence }));
    return suggestLabels(text, all, language).map(({ label }) => label);
  };
  expect(
    labels('2023年，产量、利润分别为5万吨、3亿元。', [
      ['5万吨', 'flow'],
      ['3亿元', 'flow'],
    ]),
  ).toEqual(['产量', '利润']);
  const sectors = '第一产业、第二产业增加值分别为12亿元和45亿元，分别增长3%、5%。';
  const four = [
    ['12亿元', 'flow'],
    ['45亿元', 'flow'],
    ['3%', 'growth'],
    ['5%', 'growth'],
  ];
  expect(labels(sectors, four)).toEqual([
    '第一产业增加值',
    '第二产业增加值',
    '第一产业增加值增速',
    '第二产业增加值增速',
  ]);
  // two names for one amount: whose it is is not said
  expect(labels('进口、出口分别增长3%。', [['3%', 'growth']])).toEqual(['']);
  for (const text of ['比增加3万吨。', '比上年增加3万吨。', '同比增加3万吨。', '较上年多3万吨。'])
    expect(labels(text, [['3万吨', 'change']]), text).toEqual(['']);
  const two = 'Imports and exports rose by 5% and 3% respectively.';
  expect(
    labels(
      two,
      [
        ['5%', 'growth'],
        ['3%', 'growth'],
      ],
      'en',
    ),
  ).toEqual(['Imports, growth', 'Exports, growth']);
  for (const [text, printed] of [
    ['More than in 2022, it made 5 tonnes.', '5 tonnes'],
    ['Compared with 2022 it was 5 tonnes.', '5 tonnes'],
    ['It cost 5 tonnes.', '5 tonnes'],
  ])
    expect(labels(text, [[printed, 'level']], 'en'), text).toEqual(['']);
  const fewer = 'Nearly 5 million fewer people travelled in 2023.';
  expect(labels(fewer, [['Nearly 5 million fewer people', 'change']], 'en')).toEqual(['People, change']);
});

// Seen to fail: with the period of the sentence before for what holds now, and with the status left out.
test('editor, sentences: what the engine says of status, whole and date is proposed', async () => {
  const text = '2022年产量5万吨，目前有学校312所，其中87所新建。到2030年力争500所。';
  const year = { start: '2022', zh: '2022年' };
  const goal = { status: 'target', period: { start: '2030', zh: '2030年' } };
  const sentence = [text.indexOf('到'), text.length];
  const [made, schools, part, aim] = listOf(text, [
    amount(text, '5万吨', { measure: 'flow', unit: '吨', figure: { value: 50000, period: year } }),
    amount(text, '312所', { unit: '所', undated: true, figure: { value: 312 } }),
    amount(text, '87所', {
      unit: '所',
      undated: true,
      whole: [text.indexOf('312所'), text.indexOf('312所') + 4],
      figure: { value: 87 },
    }),
    amount(text, '500所', { unit: '所', sentence, status: 'target', figure: { value: 500, ...goal } }),
  ]);
  expect(made.figure.period).toMatchObject(year);
  expect(schools.figure.period).toMatchObject({ window: 'undated' });
  expect(part.figure).toMatchObject({ denominator: { zh: schools.figure.label.zh, stated: true }, part_of: '' });
  expect(part.questions).toEqual([]);
  expect(aim.figure).toMatchObject({ status: 'target', deadline: { zh: '2030年' } });
  expect(aim.questions.find(({ id }) => id === 'goal').answers.map(({ id }) => id)).toEqual([
    'target',
    'forecast',
    'result',
  ]);
  expect(unitId('dollars', 'en', {})).toBe('');
  const [five] = amountsOf({
    text: 'It cost 5 dollars.',
    reading: {
      candidates: [amount('It cost 5 dollars.', '5 dollars', { unit: 'dollars', figure: { value: 5 } })],
      dates: [],
      rest: [],
    },
    story: { languages: ['zh', 'en'] },
    kept: { taken: {} },
    languages: ['zh', 'en'],
    language: 'en',
  });
  expect(five.unit).toEqual({ en: 'dollars' });
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

/** Writes the story's files into a folder, with a chapter that needs none of them. */
async function folderOf(files) {
  const folder = await mkdtemp(join(tmpdir(), 'duoyuan-story-'));
  const story = JSON.parse(files['story.json']);
  const each = (zh, en) =>
    Object.fromEntries(Object.entries({ zh, en }).filter(([of]) => story.languages.includes(of)));
  const [figure] = Object.keys(story.figures);
  story.scenes = [
    {
      id: 'one',
      number: 1,
      name: each('一', 'One'),
      accent: 'hue-1',
      title: each('数字', 'Figures'),
      subtitle: each('数字', 'Figures'),
      narration: [],
      rows: [[{ type: 'callouts', items: [{ figure }] }]],
    },
  ];
  // numbers keep the zeros that are printed
  const text = files['story.json'].replace(/"scenes": \[\]/, `"scenes": ${JSON.stringify(story.scenes)}`);
  for (const [name, content] of Object.entries({ ...files, 'story.json': text })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

for (const [lang, article, publisher] of [
  ['zh', ZH, '示例市统计局'],
  ['en', EN, 'Exampleton Statistics Office'],
]) {
  test(`editor, sentences: an article is taken by keyboard, ${lang}`, async ({ begin }) => {
    const editor = await Sentences.open(begin, article, { lang });
    const found = await editor.marks.count();
    expect(found).toBeGreaterThan(17);
    await editor.press('Enter');
    await editor.source(publisher);
    expect(await editor.states('taken')).toBe(1);
    await editor.press('Control+Enter');
    await expect.poll(() => editor.states('taken')).toBeGreaterThan(3);
    await editor.finish();
    expect(await editor.marks.count(), 'nothing leaves the article').toBe(found);
    expect((await editor.states('taken')) + (await editor.states('name'))).toBe(found);
    const files = await editor.files();
    const result = await duoyuan('check', await folderOf(files), '--lang', lang);
    expect(result.code, result.stdout + result.stderr).toBe(0);
    const { figures, names } = JSON.parse(files['story.json']);
    expect(Object.keys(figures).length + Object.keys(names).length).toBe(found);
    if (lang === 'zh') expect(files['story.json']).toContain('"value": -3.20');
    expectClean(editor.page, 'the editor');
  });
}

test('editor, sentences: each act is one step, and comes back', async ({ begin }) => {
  const editor = await Sentences.open(begin, ZH);
  const states = () => editor.summary();
  const first = await states();
  await editor.press('Enter');
  await editor.source('示例市统计局');
  const taken = await states();
  await editor.press('Control+Enter');
  await expect.poll(() => editor.states('taken')).toBeGreaterThan(3);
  await editor.press('l');
  expect(await editor.states('left')).toBe(1);
  await editor.press('Control+z');
  expect(await editor.states('left')).toBe(0);
  await editor.press('Control+z');
  expect(await states()).toBe(taken);
  await editor.press('Control+z');
  expect(await states()).toBe(first);
});

test('editor, sentences: words that are selected become a statement, and a typed field corrects it', async ({
  begin,
}) => {
  const editor = await Sentences.open(begin, ZH);
  const found = await editor.marks.count();
  await editor.select('千亿级');
  await editor.press('Enter');
  await expect(editor.marks).toHaveCount(found + 1);
  await expect(editor.card).toContainText('千亿级');
  await editor.press('x');
  await editor.source('示例市统计局');
  expect(await editor.states('name')).toBe(1);
  await editor.mark('33000余人').click();
  await editor.press('Enter');
  await expect(editor.mark('33000余人')).toHaveClass(/taken/);
  await editor.mark('33000余人').click();
  await editor.fill('value', '3.3万');
  await editor.press('Enter');
  await expect
    .poll(async () => JSON.parse((await editor.files())['story.json']).figures['figure-1'])
    .toMatchObject({ value: 33000, format: 'wan', bound: 'more_than' });
  await editor.press('Control+z');
  await expect(editor.field('value')).toHaveValue('33000');
});

test('editor, sentences: an answer about the period takes the place of one that was typed', async ({ begin }) => {
  const editor = await Sentences.open(begin, ZH);
  await editor.mark('约73万人').click();
  await expect(editor.card.locator('.question')).toContainText('2024年');
  await editor.fill('period', '2023年末');
  await editor.press('2');
  await expect(editor.field('period')).toHaveValue('2024年');
  await editor.press('Control+z');
  await expect(editor.field('period')).toHaveValue('2023年末');
});

test('editor, sentences: the open number stays in sight in its column, and the page does not move', async ({
  begin,
}) => {
  const [, , paragraph] = ZH.split('\n\n');
  const editor = await Sentences.open(begin, Array(9).fill(paragraph).join('\n\n'));
  await editor.press('Enter');
  await editor.source('示例市统计局');
  const places = () =>
    editor.page.evaluate(() => {
      const [mark, column] = ['.mark.current', '.article'].map((part) => document.querySelector(part));
      const [own, room] = [mark.getBoundingClientRect(), column.getBoundingClientRect()];
      const moved = document.scrollingElement.scrollTop + document.querySelector('#place').scrollTop;
      return { within: own.top >= room.top && own.bottom <= room.bottom, moved, scrolled: column.scrollTop > 0 };
    });
  await editor.page.locator('.amount-row').last().click();
  await expect.poll(places).toEqual({ within: true, moved: 0, scrolled: true });
  await editor.page.locator('.list-pane .pane-head .push').click();
  await expect.poll(async () => (await places()).scrolled).toBe(false);
  for (let n = 0; n < 30; n += 1) {
    await editor.card.getByRole('button', { name: /^先留着/ }).click();
    expect(await places()).toMatchObject({ within: true, moved: 0 });
  }
  expect((await places()).scrolled).toBe(true);
});

test('editor, sentences: a unit is on show while it is typed, in one step, and leaves no half of it', async ({
  begin,
}) => {
  const editor = await Sentences.open(begin, ZH);
  await editor.mark('114人').click();
  await editor.press('Enter');
  await editor.source('示例市统计局');
  await editor.mark('114人').click();
  await editor.field('unit').fill('');
  await editor.page.keyboard.type('学位');
  await expect(editor.field('unit')).toBeFocused();
  await expect(editor.card.locator('.phrase')).toHaveText('114学位');
  const { units, figures } = JSON.parse((await editor.files())['story.json']);
  expect(units).toEqual({ unit: { zh: '学位' } });
  expect(figures['figure-1'].unit).toBe('unit');
  await editor.press('Control+z');
  await expect(editor.field('unit')).toHaveValue('人');
});

test('editor, sentences: a goal is told in words where its row is closed', async ({ begin }) => {
  for (const [lang, article, word] of [
    ['zh', ZH, '目标'],
    ['en', EN, 'goal'],
  ]) {
    const editor = await Sentences.open(begin, article, { lang });
    await editor.mark(lang === 'zh' ? '4个以上' : 'at least four').click();
    await editor.press('1');
    await editor.page.keyboard.press('ArrowDown');
    const row = editor.page.locator('.amount-row').filter({ hasText: lang === 'zh' ? '4个以上' : 'at least four' });
    await expect(row.locator('.status')).toHaveText(word);
  }
});

test('editor, sentences: every statement has a status, which answers whether it is a goal', async ({ begin }) => {
  const editor = await Sentences.open(begin, EN, { lang: 'en' });
  const status = editor.card.getByLabel('Status');
  await editor.mark('128.6 billion').click();
  await status.selectOption('preliminary');
  await editor.press('Enter');
  await editor.source('Exampleton Statistics Office');
  await editor.mark('at least four').click();
  await expect(editor.card.locator('.question')).toBeVisible();
  await status.selectOption('target');
  await expect(editor.card.locator('.question')).toHaveCount(0);
  await editor.mark('114 doctors').click();
  await editor.press('Enter');
  await editor.mark('114 doctors').click();
  await expect(status).toHaveValue('final');
  await expect(status).toHaveAttribute('data-path', /^figures\..*\.status$/);
  await status.selectOption('estimated');
  await expect
    .poll(async () => {
      const { figures } = JSON.parse((await editor.files())['story.json']);
      return Object.values(figures).map((figure) => figure.status);
    })
    .toEqual(['preliminary', 'estimated']);
});

test('editor, sentences: what chapters use is not untaken without a word, and comes back at once', async ({
  enter,
}) => {
  const editor = await enter('chapters', { lang: 'en' });
  const { page } = editor;
  await editor.frame.go(1);
  await page.locator('.amount-row').filter({ hasText: '300' }).click();
  const card = page.locator('.amount.opened');
  await card.getByRole('button', { name: 'Remove it' }).click();
  await expect(card.locator('.question')).toContainText('1 chapter uses it: Readers');
  await card.getByRole('button', { name: 'Keep it' }).click();
  await expect(card.locator('.question')).toHaveCount(0);
  await card.getByRole('button', { name: 'Remove it' }).click();
  await card.getByRole('button', { name: 'Let it go' }).click();
  await expect(page.locator('.rail-title')).toContainText('9 statements');
  await expect(page.locator('.amounts > li')).toHaveCount(3);
  await editor.go('chapters');
  await expect(editor.box(/40%/)).toBeChecked();
  await page.locator('.foot').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.rail-title')).toContainText('10 statements');
  await expect(page.locator('.foot').getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('editor, sentences: Enter makes a statement of what the mouse has selected, wherever it was let go', async ({
  begin,
}) => {
  const text = 'Output was 12 tonnes in 2024, and code PX-9 units sold reached 7 tonnes.\n\nThere are 3 parks.';
  const editor = await Sentences.open(begin, text, { lang: 'en' });
  /** Selects from a word of the article to what stands elsewhere, as a mouse does that is let go there. */
  const drag = (selector) =>
    editor.page.evaluate((end) => {
      const pieces = [...document.querySelectorAll('.article [data-at]')];
      const { firstChild } = pieces.find((one) => one.textContent.includes('code'));
      getSelection().setBaseAndExtent(firstChild, firstChild.data.indexOf('code'), document.querySelector(end), 0);
    }, selector);
  await drag('[data-paragraph="2"]');
  await expect(editor.page.locator('.picked')).toContainText('code PX-9 units sold reached 7 tonnes');
  await editor.press('Enter');
  await expect(editor.card).toHaveAttribute('data-key', /^34-/);
  await drag('.list-pane');
  await expect(editor.page.locator('.picked')).toHaveCount(0);
  await editor.press('Enter');
  await expect(editor.page.locator('.foot-said')).toContainText('one number only');
  await expect(editor.page.locator('.source-ask'), 'no card is taken').toHaveCount(0);
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

test('editor, sentences: more text keeps what was taken', async ({ begin }) => {
  const editor = await Sentences.open(begin, ZH);
  await editor.press('Enter');
  await editor.source('示例市统计局');
  await editor.press('p');
  await editor.page.locator('.more-text textarea').fill('全市图书馆7座。');
  await editor.page.keyboard.press('Control+Enter');
  await expect(editor.mark('7座')).toHaveClass(/current/);
  expect(await editor.states('taken')).toBe(1);
});

test('editor, sentences: no fault that a checker finds, wide and narrow', async ({ begin }) => {
  for (const [lang, article, width] of [
    ['zh', ZH, 1280],
    ['en', EN, 768],
  ]) {
    const editor = await Sentences.open(begin, article, { lang, width });
    await editor.page.evaluate(await readFile(AXE, 'utf8'));
    const violations = await editor.page.evaluate(async () =>
      (await axe.run('.sentences')).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`),
    );
    expect(violations).toEqual([]);
    expect(
      await editor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      'sideways',
    ).toBeLessThanOrEqual(0);
  }
});
