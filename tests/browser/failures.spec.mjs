// What readers and editors see when something is broken: a clear message in both languages, and the last good picture
// stays. That the words of an article stay when the engine cannot come: unavailable.spec.mjs.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { Story } from './pages/story.mjs';
import { pathOf } from './server.mjs';
import { expectBecomes, expectSame } from './support/pixels.mjs';
import { sample, sampled } from './support/sample.mjs';

const BROKEN = '{\n  "format": 2,\n  "id": "karamay" "title": {}\n}\n';
const STORY = '/karamay/story.json';
const WASM = '/player/duoyuan_bg.wasm';
const SPACES = Buffer.alloc(2.5 * 1024 * 1024, 32);
const CUT = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 99]);

/** A text that says something in Chinese and in English. */
const BILINGUAL = /[\u4e00-\u9fff]{4}[\s\S]*[a-z]{4,} [a-z]{2,}|[a-z]{4,} [a-z]{2,}[\s\S]*[\u4e00-\u9fff]{4}/i;
const uncaught = (page) => page.faults.filter((fault) => fault.startsWith('uncaught'));

/** A page whose story cannot be shown, with the events that it has sent. */
async function openBroken({ open, server }, path = '/') {
  const page = await open();
  await page.addInitScript(() => {
    window.heard = [];
    document.addEventListener('duoyuan-error', (event) => window.heard.push(event.detail));
  });
  await page.goto(server.origin + path);
  const story = new Story(page);
  await story.ready('error');
  return story;
}

const MISSING = {
  'the engine is absent': [WASM, { status: 404 }],
  'the server fails at the engine': [WASM, { status: 500 }],
  'the engine is cut short': [WASM, { body: CUT }],
  'the story is no JSON': [STORY, { body: BROKEN }, 'story.json:3:'],
  'the story is absent': [STORY, { status: 404 }],
  'a file of the story is absent': ['/karamay/sources.json', { status: 404 }],
  'the story is larger than 2 MB': [STORY, { body: SPACES }],
  'the story is larger than 2 MB, of unsaid length': [STORY, { body: SPACES, stream: true }],
};
for (const [what, [address, answer, place = address.split('/').at(-1)]] of sample(Object.entries(MISSING), 2)) {
  test(
    sampled(`failure: ${what}: the file is named in both languages, the words stay, Retry helps`),
    async ({ open, server }) => {
      server.replaced.set(address, answer);
      const story = await openBroken({ open, server });
      const { page } = story;
      await expect(story.errors).toContainText(BILINGUAL);
      await expect(story.errors).toContainText(place);
      await expect(page.locator('.fallback')).toBeVisible();
      await expect(page.locator('h1')).toBeVisible();
      expect(await page.evaluate(() => window.heard[0])).toMatchObject({
        code: expect.any(String),
        message: expect.any(String),
      });
      expect(uncaught(page)).toEqual([]);
      server.replaced.clear();
      await story.button('retry').click();
      await story.ready();
    },
  );
}

test('failure: a story that breaks while it is shown leaves the picture and lists the problem', async ({
  visit,
  server,
  scenes,
}) => {
  server.state.plain = true;
  const story = await visit(`/#scene=${scenes[5]}`);
  const before = await story.settledPixels();
  await expect.poll(() => server.listening(), 'the page listens for changes').toBe(true);
  server.replaced.set(STORY, { body: BROKEN });
  server.push(`changed ${STORY}`);
  await expect(story.find('.problem-panel')).toBeVisible();
  await expect(story.errors).toContainText(/story\.json:3:\d+/);
  await story.ready();
  await expectSame(await story.pixels(), before, { name: 'while it is broken' });
  server.replaced.clear();
  await expect.poll(() => server.listening()).toBe(true);
  server.push(`changed ${STORY}`);
  await expect(story.find('.problem-panel')).toHaveCount(0);
  expect((await story.state()).scene).toBe(scenes[5]);
  await expectBecomes(() => story.pixels(), before, { name: 'after the correction' });
});

test('failure: a chart that would say more than its sources leaves words in its place and a list of why', async ({
  visit,
  server,
}) => {
  const good = await readFile(pathOf(STORY), 'utf8');
  const from = '"figure": "online-services-share"';
  expect(good).toContain(from);
  server.replaced.set(STORY, { body: good.replace(from, '"figure": "talent-total"') });
  const story = await visit('/#scene=governance');
  await expect(story.errors).toContainText(/story\.json:\d+:\d+/);
  await expect(story.errors).toContainText('unstated-whole');
  expect(await story.find('[data-figure="talent-total"]').count(), 'the figure as words').toBeGreaterThan(0);
});

// Seen to fail: with the address made a whole one outside what is caught (no message, an error nobody caught).
test('failure: an address that can be none says so, and a right one helps', async ({ open, server }) => {
  server.replaced.set('/odd.html', {
    type: 'text/html; charset=utf-8',
    body:
      '<!doctype html><title>.</title><script type="module" src="duoyuan.js"></script>' +
      '<duoyuan-story lang="zh" src="http://["><p>static words</p></duoyuan-story>',
  });
  const story = await openBroken({ open, server }, '/odd.html');
  await expect(story.errors).toContainText(BILINGUAL);
  await expect(story.errors).toContainText('http://[');
  expect(uncaught(story.page)).toEqual([]);
  await story.set({ src: 'karamay/story.json' });
  await story.ready();
});

test('failure: an unknown fixed scene says so', async ({ open, server }) => {
  const story = await openBroken({ open, server }, '/embed.html?scene=nowhere');
  await expect(story.errors).toContainText(BILINGUAL);
  await expect(story.errors).toContainText('nowhere');
});

test('failure: after a trap the same scene is shown again; after the second the static words', async ({
  visit,
  scenes,
}) => {
  const story = await visit(`/?duoyuan-test=trap#scene=${scenes[6]}`);
  const trap = () =>
    story.element.evaluate((element) => {
      element.testTrap();
      element.pause(); // asks the engine
    });
  const before = await story.settledPixels();
  await trap();
  await story.ready();
  await expectBecomes(() => story.pixels(), before, { name: 'after the restart' });
  await story.set({ theme: 'dark' });
  await expect.poll(() => story.pixels(), 'the new engine draws').not.toBe(before);
  await trap();
  await story.ready('fallback');
  await expect(story.page.locator('.fallback')).toBeVisible();
  await expect(story.errors).toContainText(BILINGUAL);
  const usual = await visit('/');
  expect(await usual.element.evaluate(({ testTrap }) => typeof testTrap), 'without the address').toBe('undefined');
});
