// What stays in the editor: the place of a chart that is taken away and made again, the focus of whoever works by
// keys, and the word for what is no result wherever a statement is listed.

import { expect } from './fixtures.mjs';
import { test } from './pages/editor-places.mjs';
import { expectClean } from './pages/story.mjs';

const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('editor, kept: places and focus, of charts and chapters', async ({ enter }) => {
  const editor = await enter('chapters');

  await test.step('charts and chapters move by keys, and the focus goes along', async () => {
    const { page } = editor;
    const rows = page.locator('.chart-row');
    await page.getByRole('button', { name: '2 大字' }).click();
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect(rows).toHaveText(['1 大字2 百格图']);
    await expect.poll(() => focused(page)).toBe('1 大字');
    await page.keyboard.press('Control+Shift+ArrowDown');
    await expect(rows).toHaveText(['1 百格图', '2 大字']);
    await expect.poll(() => focused(page)).toBe('2 大字');
    await page.getByRole('button', { name: '移到上一行' }).focus();
    await page.keyboard.press('Enter');
    await expect(rows).toHaveText(['1 百格图2 大字']);
    await expect(page.getByRole('button', { name: '移到上一行' })).toBeFocused();
    const chapters = page.locator('.rail-line:has(.rail-hue) .rail-name');
    await expect(chapters).toHaveText(['读者', '藏书', '打算']);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect(chapters).toHaveText(['藏书', '读者', '打算']);
    await editor.undo();
    await expect(chapters).toHaveText(['读者', '藏书', '打算']);
  });

  await test.step('a chart that is taken away and added again stands where it stood', async () => {
    const { page } = editor;
    const rows = page.locator('.chart-row');
    const press = async (name) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await expect(rows).toHaveText(['1 百格图2 大字']);
    await page.getByRole('button', { name: '1 百格图' }).click();
    await press('删这图');
    await expect(rows).toHaveText(['1 大字']);
    await expect.poll(() => focused(page)).toBe('1 大字');
    await press('添一图');
    await expect(rows).toHaveText([/^1 (?!大字).+2 大字$/]);
    await expect(page.locator('.chart-row [aria-pressed="true"]')).toHaveText(/^1 /);
    await editor.undo();
    await editor.undo();
    await expect(rows).toHaveText(['1 百格图2 大字']);
    await page.getByRole('button', { name: '1 百格图' }).click();
    await editor.box(/40%/).focus();
    await page.keyboard.press('Space');
    await expect(rows).toHaveText(['1 空2 大字']);
    // the row stands in another group now, and still has the focus
    await expect(editor.box(/40%/)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(rows).toHaveText([/^1 .+2 大字$/]);
    await expect(editor.box(/40%/)).toBeChecked();
    expectClean(page, 'the editor');
  });
});

test('editor, kept: goals are told, and the policy kept', async ({ enter }) => {
  const editor = await enter('chapters', { lang: 'en' });

  await test.step('the page itself forbids what its policy names', async () => {
    const { page } = editor;
    const rules = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const names = rules.split(';').map((rule) => rule.trim().split(/\s+/)[0]);
    expect(names).toEqual(expect.arrayContaining(['default-src', 'script-src', 'connect-src', 'trusted-types']));
    expect(new Set(names).size).toBe(names.length);
  });

  await test.step('a goal says so in every list of statements', async () => {
    const { page } = editor;
    await editor.chapter('Plans');
    await expect(page.locator('.statement').filter({ hasText: '3 or more' })).toContainText('goal');
    await editor.typeInto(editor.narration, ' {three');
    await expect(page.getByRole('option').first()).toContainText('goal');
    await page.keyboard.press('Escape');
    await editor.go('check');
    await expect(page.locator('.fact').filter({ hasText: '3 or more' }).getByRole('rowheader')).toContainText('goal');
  });
});

/** What is pressed, typed into or followed. */
const ACTIVE = 'button|link|textbox|searchbox|combobox|checkbox|slider|spinbutton';

test('editor, kept: each place is heard in order, and whatever can be pressed or typed into has a name', async ({
  enter,
}) => {
  for (const lang of ['zh', 'en']) {
    const { page, frame } = await enter('chapters', { lang });
    for (const [digit, place] of (lang === 'zh' ? '句子 数表 章节 核对' : 'Sentences Tables Chapters Check')
      .split(' ')
      .entries()) {
      await frame.go(digit + 1);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(place);
      const tree = await page.locator('body').ariaSnapshot();
      const order = [...tree.matchAll(/^- (\w+)/gm)].map(([, role]) => role);
      expect(order.join(' '), place).toMatch(/^banner navigation main contentinfo/);
      expect(tree.match(new RegExp(`^ *- (?:${ACTIVE})(?=:| \\[|$).*`, 'gm')), place).toBe(null);
    }
    await frame.go(5);
    const dialog = await page.getByRole('dialog').ariaSnapshot();
    expect(dialog.match(new RegExp(`^ *- (?:${ACTIVE})(?=:| \\[|$).*`, 'gm')), 'publish').toBe(null);
  }
});
