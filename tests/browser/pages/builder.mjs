// The embed builder: its choices, the code that it writes, and the platform's limits beside it.

import { expect } from '@playwright/test';

export class Builder {
  constructor(page) {
    this.page = page;
    this.rows = page.locator('.checks tr');
    this.area = page.locator('textarea');
  }

  static async open(page, site, lang = 'en') {
    await page.goto(`${site.origin}/builder.html?lang=${lang}`);
    const builder = new Builder(page);
    await expect(builder.rows.first()).toBeVisible();
    return builder;
  }

  code() {
    return this.area.inputValue();
  }

  /** Makes choices by their names, all at once, and waits until the code and the limits are those of them. */
  async choose(choices) {
    await this.page.evaluate((all) => {
      for (const [name, value] of Object.entries(all)) {
        const field = document.querySelector(`[name=${name}]`);
        if (field.type === 'checkbox') field.checked = value;
        else field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      document.querySelector('.checks tbody').dataset.old = '';
    }, choices);
    await expect(this.page.locator('.checks tbody:not([data-old])')).toBeVisible({ timeout: 20_000 });
  }

  /** The limits as lines of plain text. */
  async limits() {
    return (await this.rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' '));
  }
}
