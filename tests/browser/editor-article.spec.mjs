// The editor's sentences as they are worked on: an article's numbers become statements by keyboard, none is lost, and
// what is written passes `duoyuan check`.

import { expect } from './fixtures.mjs';
import { expectSound } from './pages/editor-places.mjs';
import { Sentences, test } from './pages/editor-sentences.mjs';
import { expectClean } from './pages/story.mjs';
import { folderOf } from './support/editor.mjs';
import { duoyuan } from './support/program.mjs';
import { sample, sampled } from './support/sample.mjs';

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

/** The story's files in a folder, with a chapter that needs none of them. */
async function withChapter(files) {
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
  return folderOf({ ...files, 'story.json': text });
}

const ARTICLES = [
  ['zh', ZH, '示例市统计局'],
  ['en', EN, 'Exampleton Statistics Office'],
];
for (const [lang, article, publisher] of sample(ARTICLES, 2)) {
  test(sampled(`editor, sentences: an article is taken by keyboard, ${lang}`), async ({ begin }) => {
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
    const result = await duoyuan('check', await withChapter(files), '--lang', lang);
    expect(result.code, result.stdout + result.stderr).toBe(0);
    const { figures, names } = JSON.parse(files['story.json']);
    expect(Object.keys(figures).length + Object.keys(names).length).toBe(found);
    if (lang === 'zh') expect(files['story.json']).toContain('"value": -3.20');
    expectClean(editor.page, 'the editor');
  });
}

test('editor, sentences: what is taken, typed and selected comes back by steps', async ({ begin }) => {
  const editor = await Sentences.open(begin, ZH);

  await test.step('each act is one step, and comes back', async () => {
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

  await test.step('a period that is typed answers what is asked about it', async () => {
    await editor.mark('约73万人').click();
    await expect(editor.card.locator('.question')).toContainText('2024年');
    await editor.fill('period', '2023年末');
    await expect(editor.field('period')).toHaveValue('2023年末');
    await expect(editor.card.locator('.question')).toHaveCount(0);
    await editor.press('Control+z');
    await expect(editor.card.locator('.question')).toContainText('2024年');
  });

  await test.step('words that are selected become a statement, and a typed field corrects it', async () => {
    const found = await editor.marks.count();
    await editor.select('千亿级');
    await editor.press('Enter');
    await expect(editor.marks).toHaveCount(found + 1);
    await expect(editor.card).toContainText('千亿级');
    await editor.press('x');
    await editor.source('示例市统计局');
    expect(await editor.states('name')).toBe(1);
    await editor.mark('33000余人').click();
    await editor.take();
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

test('editor, sentences: a unit and more text, in one article', async ({ begin }) => {
  const editor = await Sentences.open(begin, ZH);

  await test.step('a unit is on show while it is typed, in one step, and leaves no half of it', async () => {
    await editor.mark('114人').click();
    await editor.take();
    await editor.source('示例市统计局');
    await editor.mark('114人').click();
    await editor.field('unit').selectText();
    await editor.page.keyboard.type('学位');
    await expect(editor.field('unit')).toBeFocused();
    await expect(editor.card.locator('.phrase')).toHaveText('114学位');
    const { units, figures } = JSON.parse((await editor.files())['story.json']);
    expect(units).toEqual({ unit: { zh: '学位' } });
    expect(figures['figure-1'].unit).toBe('unit');
    await editor.press('Control+z');
    await expect(editor.field('unit')).toHaveValue('人');
  });

  await test.step('more text keeps what was taken', async () => {
    expect(await editor.states('taken')).toBe(1);
    await editor.press('p');
    await editor.page.locator('.more-text textarea').fill('全市图书馆7座。');
    await editor.page.keyboard.press('Control+Enter');
    await expect(editor.mark('7座')).toHaveClass(/current/);
    expect(await editor.states('taken')).toBe(1);
  });
});

const GOALS = [
  ['zh', ZH, '目标'],
  ['en', EN, 'goal'],
];
test(sampled('editor, sentences: a goal is told in words where its row is closed'), async ({ begin }) => {
  for (const [lang, article, word] of sample(GOALS, 2)) {
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
  await editor.take();
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
  // the words stand for what was found in them; words of a number that is decided lead to it, and two are too much
  await expect(editor.marks).toHaveCount(3);
  await editor.page.evaluate(() => {
    const [number, after] = [...document.querySelectorAll('.article [data-at]')].slice(1, 3);
    getSelection().setBaseAndExtent(number.firstChild, 0, after.firstChild, ' in'.length);
  });
  await expect(editor.page.locator('.picked')).toContainText('12 tonnes in');
  await editor.press('Enter');
  await expect(editor.card).toHaveAttribute('data-key', /^11-23$/);
  await expect(editor.marks).toHaveCount(3);
  await drag('.list-pane');
  await expect(editor.page.locator('.picked')).toHaveCount(0);
  await editor.press('Enter');
  await expect(editor.page.locator('.foot-said')).toContainText('one number only');
  await expect(editor.page.locator('.source-ask'), 'no card is taken').toHaveCount(0);
});

const VIEWS = [
  ['zh', ZH, 1280],
  ['en', EN, 768],
];
test(sampled('editor, sentences: no fault that a checker finds, wide and narrow'), async ({ begin }) => {
  for (const [lang, article, width] of sample(VIEWS, 2, 1)) {
    const editor = await Sentences.open(begin, article, { lang, width });
    await expectSound(editor.page, '.sentences');
  }
});
