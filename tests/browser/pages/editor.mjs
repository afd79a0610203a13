// The editor's frame, as it is used with keys and a mouse. Its places (tabs): editor-places.mjs.

import { expect } from '@playwright/test';

export class Editor {
  constructor(page) {
    this.page = page;
    this.place = page.locator('#place');
    this.foot = page.locator('.foot-state');
  }

  /** Opens it, with files chosen and saved as in browsers without the File System Access API. */
  static async open(page, site, { lang = 'zh', pickers = false } = {}) {
    if (!pickers) {
      await page.addInitScript(() => {
        for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) delete window[name];
      });
    }
    await page.goto(`${site.origin}/editor/?lang=${lang}`);
    const editor = new Editor(page);
    await expect(page.locator('.bar')).toBeVisible();
    return editor;
  }

  /** Begins with an article. */
  async paste(article) {
    await this.page.locator('.paste textarea').fill(article);
    await this.page.keyboard.press('Control+Enter');
    await expect(this.page.locator('.rail')).toBeVisible();
  }

  /** Opens the example of this name as a copy. */
  async example(name) {
    await this.page.locator('.example', { hasText: name }).click();
    await this.answered();
  }

  /** G and a digit, with the focus in no field. */
  async go(digit) {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.page.keyboard.press('g');
    await this.page.keyboard.press(`${digit}`);
  }

  /** Waits until the engine has answered for the files as they are: the rail shows their statements. */
  async answered() {
    await expect(this.page.locator('.rail-title')).toContainText(/[1-9]\d*( ?条说法| statements)/);
  }

  saved() {
    return expect(this.foot).toHaveAttribute('data-state', 'saved');
  }

  /** The stories that the browser keeps: title, files as text, and whether there are changes. */
  kept() {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const asked = indexedDB.open('duoyuan-editor');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const all = asked.result.transaction('stories').objectStore('stories').getAll();
            all.onsuccess = () => {
              asked.result.close();
              const text = (content) => (typeof content === 'string' ? content : `${content.length} bytes`);
              resolve(
                all.result.map(({ files, ...kept }) => ({
                  ...kept,
                  files: Object.fromEntries(files.map(([name, content]) => [name, text(content)])),
                })),
              );
            };
          };
        }),
    );
  }

  /** Puts files into the chooser that the button opens. */
  async choose(button, files) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles(files);
  }

  /** What is saved when `action` is done: its name and its bytes. */
  async download(action) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), action()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }
}
