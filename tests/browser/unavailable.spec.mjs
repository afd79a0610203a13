// An article whose picture cannot come: its static words stay, the console has one line, and Retry helps.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { article, BESIDE, FALLBACK, ownLines, tag, WASM } from './pages/article.mjs';
import { allStories, expectClean, Story } from './pages/story.mjs';
import { DIST } from './static.mjs';
import { sample, sampled } from './support/sample.mjs';

const PROMPT_MS = 5000; // a hang guard; the promise is two seconds
const PATIENT_MS = 15_000; // the same for a server that never answers: eight
const GROWTH = tag('scene="growth" lang="en"', FALLBACK);
const wasm = () => readFile(DIST + WASM);
const summary = (page) => page.locator('h2', { hasText: 'Summary' });

async function expectWords(page, address, within) {
  const started = Date.now();
  await page.goto(address);
  await expect(summary(page)).toBeVisible();
  const story = new Story(page);
  await story.ready('error', { timeout: within });
  expect(Date.now() - started).toBeLessThan(within);
  for (const part of ['h2', 'img', 'table']) await expect(page.locator(`duoyuan-story > ${part}`)).toBeVisible();
  expect(ownLines(page), 'console lines').toHaveLength(1);
  expect(page.faults.filter((fault) => fault.startsWith('uncaught'))).toEqual([]);
  await expect(story.button('retry')).toBeVisible();
  return story;
}

const ANSWERS = {
  'is absent': async () => ({ status: 404 }),
  'is cut short': async () => ({ body: (await wasm()).subarray(0, 5000), type: 'application/wasm' }),
  'is all zeros': async () => ({ body: Buffer.alloc(4000), type: 'application/wasm' }),
  'never comes': async () => ({ hang: true }),
};
for (const [what, answer] of sample(Object.entries(ANSWERS), 2)) {
  test(sampled(`unavailable: the engine ${what}: static words, one console line, Retry`), async ({ open, site }) => {
    site.replaced.set(WASM, await answer());
    const page = await open();
    const story = await expectWords(page, article(site, GROWTH), what === 'never comes' ? PATIENT_MS : PROMPT_MS);
    site.replaced.delete(WASM);
    await story.button('retry').click();
    await story.ready();
    await expect(summary(page)).toBeHidden();
  });
}

test('unavailable: a browser without WebAssembly, which is not asked to fetch any', async ({ open, site }) => {
  const page = await open();
  await page.addInitScript(() => {
    delete window.WebAssembly;
  });
  site.requests.length = 0;
  await expectWords(page, article(site, GROWTH), PROMPT_MS);
  expect(site.requests.map(({ path }) => path)).not.toContain(WASM);
});

const POLICIES = {
  WebAssembly: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
  fetching:
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'none'",
};
for (const [what, policy] of sample(Object.entries(POLICIES), 2)) {
  test(
    sampled(`unavailable: a host's policy forbids ${what}: static words, one console line`),
    async ({ open, site }) => {
      await expectWords(await open(), article(site, GROWTH, { policy }), PROMPT_MS);
    },
  );
}

// Seen to fail: with ten tries in fetch-file.js.
test('unavailable: offline there are at most three tries, then Retry', async ({ open, site }) => {
  const page = await open();
  let tries = 0;
  await page.route('**/*.wasm', (route) => {
    tries += 1;
    route.abort('internetdisconnected');
  });
  await page.goto(article(site, GROWTH));
  const story = new Story(page);
  await story.ready('error');
  expect(tries).toBe(3);
  await page.unroute('**/*.wasm');
  await story.button('retry').click();
  await story.ready();
});

test('unavailable: data that comes slowly is waited for, the static words stand meanwhile', async ({ open, site }) => {
  const page = await open();
  let release;
  const asked = new Promise((done) => {
    page.route(`**${BESIDE}`, async (route) => {
      done();
      await new Promise((go) => {
        release = go;
      });
      await route.continue();
    });
  });
  await page.goto(article(site, GROWTH));
  await asked;
  await new Story(page, {}).ready('loading');
  for (const part of ['h2', 'table']) await expect(page.locator(`duoyuan-story > ${part}`)).toBeVisible();
  release();
  await allStories(page, 'ready');
  expectClean(page);
});

test('unavailable: an engine that is sent as another type is no failure', async ({ open, site }) => {
  const page = await open();
  for (const type of ['text/plain', 'application/octet-stream']) {
    site.replaced.set(WASM, { body: await wasm(), type });
    await page.goto(article(site, GROWTH));
    await allStories(page, 'ready');
  }
});
