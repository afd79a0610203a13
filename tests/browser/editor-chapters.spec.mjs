// The editor's chapters: statements to tick, charts to press, and texts that quote statements. Seen to fail: with what
// is typed while the story is read written over by it; with the space key playing instead of ticking.

import { expect } from './fixtures.mjs';
import { test } from './pages/editor-places.mjs';
import { expectClean } from './pages/story.mjs';
import { sample, sampled } from './support/sample.mjs';

test('editor, chapters: charts are pressed, statements ticked, marks clicked', async ({ enter }) => {
  const editor = await enter('chapters');

  await test.step('a chart that is pressed draws the statements', async () => {
    await expect(editor.tiles.first()).toHaveAttribute('aria-pressed', 'true');
    await expect(editor.tiles.first()).toContainText('百格图');
    const before = await editor.pixels();
    await editor.tiles.filter({ hasText: '比率环' }).click();
    await expect(editor.tiles.first()).toContainText('比率环');
    await expect(editor.page.getByRole('button', { name: '1 比率环' })).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => (await editor.pixels()) !== before).toBe(true);
    await expect(editor.step).toHaveAttribute('title', /换图/);
    await editor.undo();
    await expect(editor.tiles.first()).toContainText('百格图');
  });

  await test.step('a tick by keyboard redraws the chart, and is one step', async () => {
    await editor.page.getByRole('button', { name: '2 大字' }).click();
    const before = await editor.pixels();
    await expect(editor.box(/1.2万册/)).toBeChecked();
    await editor.box(/1.2万册/).focus();
    await editor.page.keyboard.press('Space');
    await expect(editor.box(/1.2万册/)).not.toBeChecked();
    await expect.poll(async () => (await editor.pixels()) !== before).toBe(true);
    await expect(editor.marks.and(editor.page.getByLabel(/1.2万册/))).toHaveCount(0);
    await editor.undo();
    await expect(editor.box(/1.2万册/)).toBeChecked();
    await expect.poll(async () => (await editor.pixels()) === before).toBe(true);
    expectClean(editor.page, 'the editor');
  });

  await test.step('a click on a mark chooses its statement', async () => {
    await editor.page.getByRole('button', { name: '2 大字' }).click();
    await editor.pixels();
    const mark = editor.marks.and(editor.page.getByLabel(/1.2万册/));
    await mark.scrollIntoViewIfNeeded();
    const box = await mark.boundingBox();
    await editor.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(editor.page.locator('.statement.current')).toContainText('1.2万册');
    await expect(mark).toHaveAttribute('aria-current', 'true');
  });
});

test('editor, chapters: what is refused and what stands around the picture says why', async ({ enter }) => {
  const editor = await enter('chapters');

  await test.step('a chart that refuses says why, and what would do', async () => {
    const refusal = editor.page.locator('.refusal').filter({ hasText: '点阵' });
    await refusal.getByRole('button').focus();
    await editor.page.keyboard.press('Enter');
    await expect(refusal.getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
    await expect(refusal.locator('.refusal-way')).toHaveText(/\S/);
    const all = await editor.page.locator('.refusal').count();
    await editor.page.getByRole('button', { name: '全部列出' }).click();
    expect(await editor.page.locator('.refusal').count()).toBeGreaterThan(all);
  });

  await test.step('a guess, a full window and the note are ticked, with what is wrong beside them', async () => {
    const around = editor.page.getByRole('region', { name: '图的前后' });
    await around.getByRole('checkbox', { name: /^先猜/ }).check();
    await expect(around.getByLabel('问', { exact: true })).toHaveValue('儿童读者占比（示例）是多少？');
    await around.getByLabel('刻度最大').fill('30');
    await around.getByLabel('刻度最大').blur();
    await expect(around.locator('.problem')).toContainText('答案不在这把尺上');
    await editor.undo();
    await expect(around.locator('.problem')).toHaveCount(0);
    await around.getByRole('checkbox', { name: /^宽屏/ }).check();
    await expect(around.locator('.problem')).toContainText('铺满窗口的章');
    await around.getByRole('checkbox', { name: /^图下/ }).check();
    await editor.frame.saved();
    const [scene] = JSON.parse((await editor.frame.kept()).at(-1).files['story.json']).scenes;
    expect(scene).toMatchObject({
      full_bleed: true,
      notice: true,
      guess: { figure: 'children-share', to: 100, step: 1 },
    });
    await around.getByRole('checkbox', { name: /^宽屏/ }).uncheck();
    await expect(around.locator('.problem')).toHaveCount(0);
  });
});

test('editor, chapters: charts are made of charts, moved and removed, and a new chapter is called by its statements', async ({
  enter,
}) => {
  const editor = await enter('chapters');

  await test.step('what a chart takes of the statements becomes a second chart', async () => {
    const charts = editor.page.locator('.chart-row .button');
    await editor.page.getByRole('button', { name: '2 大字' }).click();
    await editor.box(/40%/).check();
    const refusal = editor.page.locator('.refusal').filter({ hasText: '点阵' });
    await refusal.getByRole('button').click();
    await expect(refusal).toContainText('只画300余人、1.2万册就行');
    await refusal.getByRole('button', { name: '另成一图' }).click();
    await expect(charts).toHaveText(['1 百格图', '2 大字', '3 点阵']);
    await expect(editor.box(/300余人/)).toBeChecked();
    await expect(editor.box(/40%/)).not.toBeChecked();
    await editor.undo();
    await expect(charts).toHaveText(['1 百格图', '2 大字']);
  });

  await test.step('charts are added, moved among the rows and removed', async () => {
    await editor.chapter('藏书');
    await editor.page.getByRole('button', { name: '添一图' }).click();
    await expect(editor.page.locator('.chart-row .button')).toHaveCount(2);
    await editor.page.getByRole('button', { name: '移到上一行' }).click();
    await expect(editor.page.locator('.chart-row')).toHaveCount(1);
    await editor.page.getByRole('button', { name: '删这图' }).click();
    await expect(editor.page.locator('.chart-row .button')).toHaveCount(1);
  });

  await test.step('the title of a new chapter follows its statements until it is typed', async () => {
    const { page } = editor;
    const title = editor.field('标题');
    await page.locator('#rail').getByRole('button', { name: '添一章' }).click();
    await editor.box(/300余人/).check();
    await expect(title).toHaveText('读者（示例）300余人');
    await editor.box(/40%/).check();
    await editor.box(/300余人/).uncheck();
    await expect(title).toHaveText('儿童读者占比（示例）40%');
    await editor.undo();
    await expect(title).toHaveText('读者（示例）300余人');
    await editor.typeInto(title, '读书');
    await editor.box(/300余人/).uncheck();
    await expect(title).toHaveText('读者（示例）300余人读书');
  });
});

test('editor, chapters: numbers are typed, and quoted by a brace', async ({ enter }) => {
  const editor = await enter('chapters');

  await test.step('digits that are typed are found, and become the statement that they are', async () => {
    await editor.typeInto(editor.narration, '读者有300人。');
    await expect(editor.typedBar).toContainText('第1句的“300”是手打的，丢了“余”。');
    await expect(editor.page.locator('.narration .typed')).toHaveText('300');
    await editor.page.keyboard.press('Control+.');
    await expect(editor.typedBar).toHaveCount(0);
    await expect(editor.narration).toHaveText('这间阅览室有300余人读者，40%是儿童。读者有300余人。');
    await expect(editor.page.locator('.narration .chip')).toHaveCount(3);
    await editor.undo();
    await expect(editor.typedBar).toContainText('300');
    await editor.page.getByRole('button', { name: '记作名称' }).click();
    await expect(editor.typedBar).toHaveCount(0);
  });

  await test.step('a brace opens the statements; a chip is one character, and leads to its statement', async () => {
    const title = editor.field('标题');
    await editor.typeInto(title, '，{藏书');
    await expect(editor.page.getByRole('option').first()).toContainText('1.2万册');
    await editor.page.keyboard.press('Enter');
    await expect(title).toHaveText('300余人读者里，40%是儿童，1.2万册');
    await editor.page.keyboard.press('Backspace');
    await expect(title).toHaveText('300余人读者里，40%是儿童，');
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.press('Shift+ArrowRight');
    await editor.page.keyboard.press('Enter');
    await expect(editor.page.locator('.bar-place[aria-current=page]')).toContainText('句子');
  });
});

test('editor, chapters: an input method writes a text, and chapters are added and moved', async ({ enter }) => {
  const editor = await enter('chapters');

  await test.step('an input method composes in peace, and what it writes is one text', async () => {
    const { page } = editor;
    await editor.narration.click();
    await page.keyboard.press('Control+End');
    const client = await page.context().newCDPSession(page);
    for (const text of ['d', 'du', 'dus', 'dushu'])
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(editor.narration).toHaveText('这间阅览室有300余人读者，40%是儿童。dushu');
    await expect(editor.step, 'nothing is told before it is written').not.toHaveAttribute('title', /改正文/);
    await client.send('Input.insertText', { text: '读书' });
    await expect(editor.narration).toHaveText('这间阅览室有300余人读者，40%是儿童。读书');
    await expect(editor.step).toHaveAttribute('title', /改正文/);
    await page.keyboard.type('{读者');
    await expect(page.getByRole('option').first()).toContainText('300余人');
    await page.keyboard.press('Enter');
    await expect(editor.narration).toHaveText('这间阅览室有300余人读者，40%是儿童。读书300余人');
  });

  await test.step('a chapter is added empty, moved, renamed and removed', async () => {
    const { page } = editor;
    const menu = (name) => page.locator('.chapter-menu').getByRole('button', { name });
    const chapters = page.locator('#rail section').filter({ hasText: '章节' }).locator('.rail-name');
    await page.getByLabel('这一章', { exact: true }).click();
    await menu('添一章').click();
    await expect(chapters).toHaveText(['读者', '新的一章', '藏书', '打算', '添一章']);
    await expect(page.locator('.statements-pane input:checked')).toHaveCount(0);
    await expect(editor.field('标题')).toHaveText('新的一章');
    await editor.typeInto(page.getByRole('textbox', { name: '章名' }), '多');
    await expect(chapters.nth(1)).toHaveText('新的一章多');
    await page.getByLabel('这一章', { exact: true }).click();
    await menu('往后移').click();
    await expect(chapters).toHaveText(['读者', '藏书', '新的一章多', '打算', '添一章']);
    await page.getByLabel('这一章', { exact: true }).click();
    await menu('删这一章').click();
    await expect(chapters).toHaveText(['读者', '藏书', '打算', '添一章']);
    await editor.undo();
    await expect(chapters).toHaveText(['读者', '藏书', '新的一章多', '打算', '添一章']);
  });
});

test('editor, chapters: nothing that is typed fast is lost, and a new sentence is one in every language', async ({
  enter,
}) => {
  const editor = await enter('chapters', { example: 'karamay' });
  await editor.chapter('人才就业');
  await expect(editor.narration).toContainText('有高校');
  const words = '这一句打得很快一个字也不能少而且后面还有更多的字要打进去直到引擎读了好几遍为止';
  await editor.narration.click();
  await editor.page.keyboard.press('Control+Home');
  await editor.page.keyboard.press('Enter');
  await editor.page.keyboard.press('ArrowUp');
  for (const word of words) await editor.page.keyboard.type(word);
  await expect(editor.narration).toContainText(words);
  await editor.page.getByRole('button', { name: '英 缺1句' }).click();
  const lines = editor.page.locator('.narration .cm-line');
  await expect(lines).toHaveCount(6);
  await expect(lines.nth(0)).toHaveText('');
  await expect(lines.nth(1)).toHaveText(/^Professional/);
});

test('editor, chapters: sentences change places by keys, and joined ones are joined in every language', async ({
  enter,
}) => {
  const editor = await enter('chapters', { example: 'karamay' });
  const { page } = editor;
  await editor.chapter('人才就业');
  const lines = page.locator('.narration .cm-line');
  await expect(lines.nth(0)).toHaveText(/^专业技术人才/);
  await lines.nth(0).click();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect(lines.nth(0)).toHaveText(/有高校/);
  await lines.nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await expect(lines).toHaveCount(4);
  await page.getByRole('button', { name: '英', exact: true }).click();
  await expect(lines.nth(0)).toHaveText(/^In October 2025, 3 institutions.* students\. Professional/);
});

test('editor, chapters: in English, a new chart and a brace', async ({ enter }) => {
  const editor = await enter('chapters', { lang: 'en' });

  await test.step('a new chart begins with what is ticked, and ticks are what it draws', async () => {
    const { page } = editor;
    const ticked = page.locator('.statements-pane input:checked');
    const charts = page.locator('.chart-row .button');
    await page.getByRole('button', { name: 'Add a chart' }).click();
    await expect(charts).toHaveCount(3);
    await expect(ticked).toHaveCount(1);
    await expect(editor.box(/40%/)).toBeChecked();
    await editor.box(/40%/).uncheck();
    await expect(charts).toHaveText(['1 waffle', '2 big numbers', '3 empty']);
    await expect(ticked).toHaveCount(0);
    await editor.box(/12,000 books/).check();
    await expect(charts).toHaveCount(3);
    await expect(ticked).toHaveCount(1);
    await editor.frame.saved();
    const [scene] = JSON.parse((await editor.frame.kept()).at(-1).files['story.json']).scenes;
    expect(JSON.stringify(scene.rows.flat().at(-1))).toContain('books-now');
    expect(scene.rows.flat()).toHaveLength(3);
  });

  await test.step('a brace finds numbers in every form, and says where there is none', async () => {
    const { page } = editor;
    const options = page.getByRole('option');
    await editor.typeInto(editor.narration, ' {12000.0');
    await expect(options.first()).toContainText('12,000 books');
    await page.keyboard.press('Escape');
    for (let n = 0; n < 8; n += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('{three');
    await expect(options.first()).toContainText('3 or more');
    for (let n = 0; n < 5; n += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('zebra');
    await expect(options).toHaveText(['No statement has “zebra”']);
    await page.keyboard.press('Enter');
    await expect(page.locator('.narration .cm-line')).toHaveCount(1);
    await expect(editor.narration).toContainText('{zebra');
  });
});

test(sampled('editor, chapters: the widths are whole at 1280, whichever is chosen'), async ({ enter }) => {
  for (const lang of sample(['zh', 'en'], 2)) {
    const editor = await enter('chapters', { lang, width: 1280 });
    const widths = editor.page.locator('.picture-tools .segments');
    for (const n of [0, 1, 2]) {
      await widths.getByRole('button').nth(n).click();
      const cut = await widths.evaluate((node) => {
        const pane = node.closest('.pane').getBoundingClientRect().right;
        const tools = [node.lastElementChild, node.parentElement.lastElementChild];
        const [own, right] = [node.getBoundingClientRect().right, tools[0].getBoundingClientRect().right];
        return [right - own, tools[1].getBoundingClientRect().right - pane];
      });
      expect(Math.max(...cut), `${lang} ${n}`).toBeLessThanOrEqual(1);
    }
  }
});
