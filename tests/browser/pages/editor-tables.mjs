// The editor's place of tables: cells, columns, what is in doubt, the series at the right.

import { expect } from '@playwright/test';
import { test } from './editor-sentences.mjs';

export { test };

export class Tables {
  constructor(editor) {
    this.editor = editor;
    this.page = editor.page;
    this.question = this.page.locator('.question');
  }

  /** Opens the editor with a short article, at the tables. */
  static async open(begin, { lang = 'zh', ...options } = {}) {
    const editor = await begin({ lang, ...options });
    await editor.page.locator('.paste textarea').fill(lang === 'zh' ? '示例市的一年。' : 'A year in Exampleton.');
    await editor.page.keyboard.press('Control+Enter');
    await expect(editor.page.locator('.sentences')).toBeVisible();
    await editor.go(2);
    await expect(editor.page.locator('.tables-empty')).toBeVisible();
    return new Tables(editor);
  }

  /** Pastes as a spreadsheet does. */
  paste(text) {
    return this.page.evaluate((plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }, text);
  }

  /** A file into the chooser. */
  async choose(name, buffer) {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: /xlsx/ }).first().click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer });
  }

  cell(row, column) {
    return this.page.locator(`.grid td[data-row="${row}"][data-column="${column}"]`);
  }

  /** What a column holds. */
  role(column) {
    return this.page.locator('.grid thead select').nth(column);
  }

  async fill(member, text) {
    const field = this.page.locator(`.series-pane [data-member="${member}"] input`);
    await field.fill(text);
    await field.blur();
  }

  /** The story's files as they are saved in the browser. */
  async files() {
    await this.editor.saved();
    const [kept] = (await this.editor.kept()).slice(-1);
    return kept.files;
  }
}
