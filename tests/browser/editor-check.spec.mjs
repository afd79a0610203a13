// The editor's checks: a chapter at three widths at one moment, problems with the way to them, and the fact sheet.

import { expect } from './fixtures.mjs';
import { test } from './pages/editor-places.mjs';
import { expectClean } from './pages/story.mjs';
import { sample, sampled } from './support/sample.mjs';

test('editor, check: three widths show one moment of the motion, in every theme and language', async ({ enter }) => {
  const editor = await enter('check');
  const canvases = [0, 1, 2].map((n) => editor.page.locator('.check-sheet canvas').nth(n));
  const all = async () => {
    const pixels = [];
    for (const canvas of canvases) pixels.push(await editor.pixels(canvas));
    return pixels;
  };
  const changed = async (before) => {
    const now = await all();
    expect(now.map((pixels, i) => pixels !== before[i])).toEqual([true, true, true]);
    return now;
  };
  const rest = await all();
  await expect(editor.page.locator('.check-width figcaption')).toContainText(['375', '640', '1200']);
  const slider = editor.page.getByRole('slider', { name: '动画的时刻' });
  await expect(slider).toHaveAttribute('aria-valuetext', '静止');
  await slider.fill('30');
  await expect(slider).toHaveAttribute('aria-valuetext', /^0\.\d秒$/);
  await changed(rest);
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '静止');
  expect(await all()).toEqual(rest);
  await editor.page.getByRole('button', { name: '暗' }).click();
  const dark = await changed(rest);
  await editor.page.getByRole('group', { name: '故事的语言' }).getByRole('button', { name: 'EN' }).click();
  await changed(dark);
  expectClean(editor.page, 'the editor');
});

test('editor, check: chapters by keys, statements by clicks, one width by itself', async ({ enter }) => {
  const editor = await enter('check');

  await test.step('brackets change the chapter, a click on a mark chooses its statement', async () => {
    const { page } = editor;
    await page.keyboard.press(']');
    await expect(page.locator('.check-pictures h2')).toHaveText('藏书');
    await page.keyboard.press('[');
    await expect(page.locator('.check-pictures h2')).toHaveText('读者');
    const mark = page.locator('.check-width.embed .marks button').and(page.getByLabel(/1.2万册/));
    const box = await mark.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page.locator('tr[aria-current=true]')).toContainText('1.2万册');
  });

  await test.step('one width is seen at its full size, and the motion plays to its end', async () => {
    const { page } = editor;
    await page.getByRole('button', { name: '手机: 原大' }).click();
    await expect(page.locator('.check-width')).toHaveCount(1);
    await expect(page.locator('.check-width figcaption')).toContainText('375 · 显示100%');
    const wide = await page.locator('.check-sheet canvas').evaluate((node) => node.getBoundingClientRect().width);
    expect(wide).toBe(375);
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: /停/ })).toBeVisible();
    await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '静止');
    await expect(page.getByRole('button', { name: /^播放/ })).toBeVisible();
  });
});

test('editor, check: problems lead to where they are', async ({ enter }) => {
  const editor = await enter('chapters');

  await test.step('a problem leads to its field, and is gone when it is mended', async () => {
    const { page } = editor;
    await editor.typeInto(editor.narration, '读者有300人。');
    await editor.go('check');
    const problem = page.locator('.check-problems .problem');
    await expect(problem).toHaveCount(1);
    await expect(problem).toContainText('第1章 读者 · 正文第1句');
    await expect(page.locator('.check-stops')).toHaveText('1个要改才能发布');
    await problem.getByRole('button', { name: '去那里' }).focus();
    await page.keyboard.press('Enter');
    await expect(editor.narration).toBeFocused();
    await expect(editor.typedBar.getByRole('button', { name: 'Ctrl .' })).toBeVisible();
    await page.keyboard.press('Control+.');
    await expect(editor.typedBar).toHaveCount(0);
    await editor.go('check');
    await expect(page.locator('.check-problems')).toContainText('没有问题');
  });

  await test.step('F8 goes to a problem in the language and the field in which it is', async () => {
    const { page } = editor;
    const languages = page.getByRole('group', { name: '写哪种语言' }).getByRole('button');
    await editor.go('chapters');
    await editor.chapter('藏书');
    await languages.nth(1).click();
    await editor.typeInto(editor.field('标题'), ', 7 days');
    await expect(editor.typedBar).toContainText('7');
    await languages.nth(0).click();
    await editor.go('check');
    await expect(page.locator('.check-problems .problem')).toContainText('第2章 藏书 · 标题');
    await page.keyboard.press('F8');
    await expect(languages.nth(1)).toHaveAttribute('aria-pressed', 'true');
    await expect(editor.field('标题')).toBeFocused();
  });
});

test('editor, check: ticks ask for a name once, are kept, and are lost when the statement changes', async ({
  enter,
}) => {
  const editor = await enter('check');
  const { page } = editor;
  const boxes = page.locator('.facts tbody input');
  await expect(page.locator('.check-facts .pane-head')).toContainText('已勾 0 / 10');
  await page.keyboard.press('t');
  await expect(page.getByPlaceholder('核对人')).toBeFocused();
  await page.keyboard.type('李明');
  await boxes.first().check();
  await expect(page.locator('.check-facts .pane-head')).toContainText('已勾 1 / 10');
  await boxes.first().focus();
  await page.keyboard.press('t');
  await expect(page.locator('.check-facts .pane-head')).toContainText('已勾 2 / 10');
  await editor.frame.saved();
  const [{ files }] = await editor.frame.kept();
  expect(files['checks.json']).toContain('"by":"李明"');
  await editor.undo();
  await expect(page.locator('.check-facts .pane-head')).toContainText('已勾 1 / 10');
  await editor.frame.go(1);
  const value = page.locator('[data-path="figures.children-share.value"]');
  await value.fill('41');
  await editor.go('check');
  await expect(page.locator('.fact.changed')).toContainText('勾后改过，再看');
  await expect(page.getByRole('button', { name: '改过 1' })).toBeVisible();
  await expect(page.getByPlaceholder('核对人')).toHaveValue('李明');
  await boxes.first().check();
  await expect(page.locator('.fact.changed')).toHaveCount(0);
});

for (const [lang, theme] of sample(
  [
    ['zh', 'light'],
    ['en', 'dark'],
  ],
  2,
)) {
  test(sampled(`editor, check: A01: chapters and checks in ${lang}, ${theme}`), async ({ enter }) => {
    const editor = await enter('chapters', { lang, theme });
    await expect(editor.tiles.first()).toBeVisible();
    await editor.page.locator('.refusal-head').first().click();
    expect(await editor.failures(), 'chapters').toEqual([]);
    await editor.go('check');
    await expect(editor.page.locator('.facts tbody tr').first()).toBeVisible();
    expect(await editor.failures(), 'checks').toEqual([]);
  });
}

test('editor, check: facts are ticked one by one', async ({ enter }) => {
  const editor = await enter('check');

  await test.step('a key that is held down ticks one fact', async () => {
    const { page } = editor;
    await page.getByLabel('核对人').fill('李明');
    await page.locator('.facts tbody input').first().focus();
    await page.keyboard.down('t');
    for (let n = 0; n < 4; n += 1) await page.keyboard.down('t');
    await page.keyboard.up('t');
    await expect(page.locator('.check-facts .pane-head')).toContainText('已勾 1 / 10');
  });

  await test.step('what is counted and ticked is the same everywhere', async () => {
    const { page } = editor;
    await page.evaluate(() => document.activeElement?.blur());
    await editor.undo();
    await expect(page.locator('.check-facts .pane-head')).toContainText('已勾 0 / 10');
    await expect(page.locator('.rail-title')).toContainText('10条说法');
    await expect(page.locator('.check-facts .pane-head')).toContainText('全部 10');
    await page.getByLabel('核对人').fill('李明');
    await page.getByRole('button', { name: /^全部/ }).click();
    for (let n = 1; n <= 10; n += 1) {
      await page.getByRole('button', { name: /^勾下一条/ }).click();
      await expect(page.locator('.check-facts .pane-head')).toContainText(`${n} / 10`);
    }
    await editor.frame.go(5);
    await expect(page.locator('.ready')).toContainText('10条说法都勾过');
  });
});
