// A story of 200 figures and 30 chapters in the editor: the picture follows each letter.

import { expect } from './fixtures.mjs';
import { test } from './pages/editor-sentences.mjs';
import { expectClean } from './pages/story.mjs';
import { zipped } from './support/editor.mjs';
import { largeStory } from './support/large-story.mjs';

/** ms on a machine that runs other tests too; by itself it is below 100. */
const MOST = 250;
const LETTERS = 'abcdefg';

/** In the page: how long after a key the picture was drawn anew and shown. */
function watchPicture() {
  const { set, ...rest } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
  window.drawn = [];
  let pressed = 0;
  addEventListener('keydown', () => (pressed = performance.now()), true);
  Object.defineProperty(HTMLCanvasElement.prototype, 'width', {
    ...rest,
    set(width) {
      set.call(this, width);
      if (!this.closest('.picture-pane')) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.drawn.push(performance.now() - pressed);
        port2.postMessage(0);
      });
    },
  });
}

test('editor, large: a letter is in the picture of a large story at once', async ({ begin }, info) => {
  const editor = await begin();
  const { page } = editor;
  await editor.choose(page.getByRole('button', { name: '选 zip' }), zipped('large.zip', largeStory()));
  await expect(page.locator('.rail-title')).toContainText('30章 · 200条说法');
  await editor.go(3);
  await expect(page.locator('.picture-pane .picture[data-drawn]')).toBeVisible();
  await page.evaluate(watchPicture);
  const title = page.getByRole('textbox', { name: '标题', exact: true });
  await title.click();
  await page.keyboard.press('Control+End');
  const times = [];
  for (const letter of LETTERS) {
    await page.evaluate(() => {
      window.drawn = [];
    });
    await page.keyboard.press(letter);
    await expect.poll(() => page.evaluate(() => window.drawn.length)).toBeGreaterThan(0);
    times.push(await page.evaluate(() => window.drawn[0]));
  }
  info.annotations.push({ type: 'ms', description: times.map(Math.round).join(' ') });
  await expect(title).toContainText(LETTERS);
  expect(Math.min(...times), times.map(Math.round).join(' ')).toBeLessThan(MOST);
  expectClean(page, 'the editor');
});
