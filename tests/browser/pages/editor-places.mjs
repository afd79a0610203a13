// The places of the editor where pictures are: chapters and checks, of an example that is opened as a copy.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test as base } from '../fixtures.mjs';
import { serveEditor } from '../support/editor.mjs';
import { Editor } from './editor.mjs';

export const test = base.extend({
  editing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
    async ({}, use) => {
      const site = await serveEditor();
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],

  // An example at a place: `enter('chapters', { example, lang, …page })`.
  enter: async ({ open, editing }, use) => {
    await use(async (place, { example = 'room', lang = 'zh', ...options } = {}) => {
      const page = await open(options);
      const editor = await Editor.open(page, editing, { lang });
      await editor.example(EXAMPLES[example][lang]);
      const places = new EditorPlaces(page, editor);
      await places.go(place);
      return places;
    });
  },
});

const require = createRequire(import.meta.url);
const CHECKERS = ['axe-core/axe.min.js', 'accessibility-checker-engine/ace.js'];
const EXAMPLES = {
  room: { zh: '阅览室', en: 'reading room' },
  karamay: { zh: '从一口井到一座城', en: 'From one well to a city' },
};
/** The digit after G. */
const PLACES = { chapters: 3, check: 4 };
/** A key that the foot names in each. */
const KEYS = { chapters: '{', check: '[ ]' };

export class EditorPlaces {
  constructor(page, editor) {
    this.page = page;
    this.frame = editor;
  }

  /** Goes to a place, until it has its keys. */
  async go(place) {
    await this.frame.go(PLACES[place]);
    await expect(this.page.locator('.foot-keys')).toContainText(KEYS[place]);
  }

  chapter(name) {
    return this.page.locator('.rail-line:has(.rail-hue)').filter({ hasText: name }).click();
  }

  async undo() {
    await this.page.keyboard.press('Control+z');
  }

  /** What the next undo takes back. */
  get step() {
    return this.page.locator('.bar-undo').first();
  }

  /** What two rule checkers find in the page. */
  async failures() {
    for (const name of CHECKERS) await this.page.evaluate(await readFile(require.resolve(name), 'utf8'));
    return this.page.evaluate(async () => {
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      const { results } = await new ace.Checker().check(document, ['IBM_Accessibility']);
      const failed = results.filter(({ value }) => value.join() === 'VIOLATION,FAIL');
      return [
        ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe ${id}: ${target.flat().join(' > ')}`)),
        ...failed.map(({ ruleId, message, path }) => `IBM ${ruleId}: ${message} ${path.dom}`),
      ];
    });
  }

  // Chapters

  /** The box of a statement, by what is read beside it. */
  box(words) {
    return this.page.getByRole('checkbox', { name: words });
  }
  get picture() {
    return this.page.locator('.picture-pane .picture canvas');
  }
  get marks() {
    return this.page.locator('.picture-pane .marks button');
  }
  get tiles() {
    return this.page.locator('.tile button');
  }
  get narration() {
    return this.page.locator('.narration .cm-content');
  }
  /** A field of the chapter's texts: title, subtitle, note. */
  field(name) {
    return this.page.getByRole('textbox', { name, exact: true });
  }
  get typedBar() {
    return this.page.locator('.typed-bar');
  }

  /** Types at the end of a text. */
  async typeInto(field, words) {
    await field.click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words);
  }

  /** The picture once it stays as it is, as a digest of its pixels. */
  async pixels(canvas = this.picture) {
    let before = '';
    await expect
      .poll(async () => {
        const now = await canvas.evaluate((node) => node.toDataURL());
        const same = now === before && now.length > 5000;
        before = now;
        return same;
      })
      .toBe(true);
    return before;
  }
}

/** A place without a fault that axe finds, and without sideways scroll. */
export async function expectSound(page, place) {
  await page.evaluate(await readFile(require.resolve(CHECKERS[0]), 'utf8'));
  const violations = await page.evaluate(async (within) => {
    const found = await axe.run(within);
    return found.violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`);
  }, place);
  expect(violations).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, 'sideways').toBeLessThanOrEqual(0);
}
