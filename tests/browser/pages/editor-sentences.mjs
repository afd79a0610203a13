// The editor's place of sentences: marks in the article, the list of statements, the card that is open.

import { expect } from '@playwright/test';
import { Editor } from './editor.mjs';
import { test as places } from './editor-places.mjs';

/** `begin({ lang, …page })`: a page of the editor where nothing has begun. */
export const test = places.extend({
  begin: async ({ open, editing }, use) => {
    await use(async ({ lang = 'zh', ...options } = {}) => Editor.open(await open(options), editing, { lang }));
  },
});

export class Sentences {
  constructor(editor) {
    this.editor = editor;
    this.page = editor.page;
    this.marks = this.page.locator('.article .mark');
    this.card = this.page.locator('.amount.opened');
  }

  /** Opens the editor with an article. @param begin the fixture that opens a page of the editor */
  static async open(begin, article, options = {}) {
    const editor = await begin(options);
    await editor.page.locator('.paste textarea').fill(article);
    await editor.page.keyboard.press('Control+Enter');
    const sentences = new Sentences(editor);
    await expect(sentences.marks.first()).toBeVisible();
    await expect(sentences.card).toBeVisible();
    return sentences;
  }

  mark(text) {
    return this.marks.filter({ hasText: text }).first();
  }

  field(member) {
    return this.card.locator(`[data-member="${member}"] input`);
  }

  async fill(member, text) {
    await this.field(member).fill(text);
    await this.field(member).blur();
  }

  /** A key, with the focus in no field. */
  async press(key) {
    await this.page.evaluate(() => {
      const field = document.activeElement;
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.blur();
    });
    await this.page.keyboard.press(key);
  }

  /** Answers the one question about the article's source. */
  async source(publisher) {
    const asked = this.page.locator('.source-ask');
    await expect(asked).toBeVisible();
    await expect(asked.locator('input').first()).toBeFocused();
    await this.page.keyboard.type(publisher);
    await this.page.keyboard.press('Enter');
    await expect(asked).toHaveCount(0);
  }

  /** Takes the open statement; what it asks gets its first answer. */
  async take() {
    for (let n = 0; n < 4 && (await this.card.locator('.question').count()) > 0; n += 1) await this.press('1');
    await this.press('Enter');
  }

  /** How many marks are in a state. */
  states(state) {
    return this.page.locator(`.article .mark.${state}`).count();
  }

  summary() {
    return this.marks.evaluateAll((all) => all.map(({ className }) => className.replace(' current', '')).join('\n'));
  }

  /** Takes what is left: answers what is asked, and names what is no quantity. */
  async finish() {
    const onwards = this.page.locator('.list-pane .pane-head .main.push');
    for (let n = 0; n < 60 && (await onwards.count()) === 0; n += 1) {
      const before = await this.summary();
      const lacking = this.card.locator('.field.bad');
      if ((await lacking.count()) > 0) await this.press('x');
      else if ((await this.card.locator('.question').count()) > 0) await this.press('1');
      else await this.press('Enter');
      await expect
        .poll(async () => (await this.summary()) !== before || (await this.card.locator('.question').count()) === 0)
        .toBe(true);
    }
    await expect(onwards).toContainText('G 3');
  }

  /** Selects words of the article as a mouse does. */
  async select(text) {
    await this.page.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector('.article'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        return;
      }
    }, text);
    await expect(this.page.locator('.picked')).toContainText(text);
  }

  /** The story's files as they are saved in the browser. */
  async files() {
    await this.editor.saved();
    const [kept] = (await this.editor.kept()).slice(-1);
    return kept.files;
  }
}
