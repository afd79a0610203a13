// A new story as `duoyuan build` publishes it, below a path of a newsroom's server: the reading page with and without
// scripts, frames and elements in articles, heights, colours. Everything under the strict policy.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './fixtures.mjs';
import { EmbedFrame, frameArticle, frameTag } from './pages/frame.mjs';
import { withoutScripts } from './pages/plain.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { serveFolder } from './static.mjs';
import { publish } from './support/published.mjs';
import { sample, sampled } from './support/sample.mjs';

const SITE = '/news/graphics';
/** CSS px: what a browser's own fonts may add to or take from the lines that were counted. */
const LINE = 28;

const test = base.extend({
  newsroom: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
    async ({}, use) => {
      const { folder, remove } = publish();
      const server = await serveFolder(folder);
      const read = (name) => readFileSync(join(folder, SITE.slice(1), name), 'utf8');
      await use({ ...server, folder, read, manifest: JSON.parse(read('manifest.json')) });
      server.close();
      remove();
    },
    { scope: 'worker' },
  ],
});

/** Opens a page of the site and waits for its story. */
async function visit(open, { origin }, address, options) {
  const page = await open(options);
  await page.goto(`${origin}${SITE}${address}`);
  const story = new Story(page);
  await story.ready();
  return { page, story };
}

const FRONT = [
  ['zh', '/', '示例：一间阅览室'],
  ['en', '/en.html', 'Example: A Reading Room'],
  ['en', '/example/en.html', 'Example: A Reading Room'],
  ['zh', '/example/', '示例：一间阅览室'],
];
for (const [lang, address, title] of sample(FRONT, 2)) {
  // Seen to fail: with the icon as a file, and with the pictures of later chapters fetched before the element took over.
  test(sampled(`published: ${address} is the newsroom's page in ${lang}, of few files`), async ({ open, newsroom }) => {
    newsroom.requests.length = 0;
    const { page, story } = await visit(open, newsroom, address);
    await story.frames(20);
    expect(await page.title()).toContain(title);
    await expect(page.locator('h1').getByText(title)).toBeVisible();
    const name = lang === 'zh' ? '山谷日报' : 'The Valley Post';
    await expect(page.locator('.brand').getByText(name, { exact: true })).toBeVisible();
    await expect(page.locator('footer').getByText(lang === 'zh' ? '记者 李明' : 'By Li Ming')).toBeVisible();
    await expect(page.locator('.masthead')).not.toContainText(/Karamay|克拉玛依/);
    const asked = newsroom.requests.map(({ path, status }) => `${status} ${path}`);
    expect(asked.length, asked.join(', ')).toBeLessThanOrEqual(6);
    expect(asked.filter((line) => /author\.wasm|story\.json|^404 /.test(line))).toEqual([]);
    expectClean(page, address);
  });
}

test('published: links at the foot lead to the other language, which keeps its address', async ({ open, newsroom }) => {
  const { page } = await visit(open, newsroom, '/example/');
  await page.locator('footer a[hreflang=en]').click();
  await new Story(page).ready();
  expect(new URL(page.url()).pathname).toBe(`${SITE}/example/en.html`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expectClean(page);
});

test("published: the newsroom's colours are those of page and picture, and the reader's contrast theme has none", async ({
  open,
  newsroom,
}) => {
  const colours = (story) =>
    story.element.evaluate((element) => ({
      page: getComputedStyle(document.documentElement).backgroundColor,
      hue: getComputedStyle(element).getPropertyValue('--duoyuan-hue-1'),
    }));
  const light = await visit(open, newsroom, '/example/');
  expect((await colours(light.story)).page).toBe('rgb(255, 255, 255)');
  expect((await colours(light.story)).hue).toBe('#7a0019');
  const ground = await light.story.frame.evaluate((frame) => getComputedStyle(frame).backgroundColor);
  expect(ground).toBe('rgb(255, 255, 255)');
  const dark = await visit(open, newsroom, '/example/', { theme: 'dark' });
  expect((await colours(dark.story)).hue).toBe('#ff9fae');
  // a surface that site.json sets for the light theme does not apply to the dark one
  expect((await colours(dark.story)).page).toBe('rgb(20, 23, 26)');
});

test('published: without scripts every chapter has its words, picture, table and source', async ({
  browser,
  newsroom,
}) => {
  const { scenes } = newsroom.manifest.stories.example;
  await withoutScripts(browser, `${newsroom.origin}${SITE}/en.html`, async (page) => {
    await expect(page.locator('.fallback :is(section, article)')).toHaveCount(scenes.length);
    await expect(page.locator('.fallback details table')).toHaveCount(scenes.length);
    await expect(page.locator('.fallback .source')).toHaveCount(scenes.length);
    await expect(page.locator('svg.wide')).toBeVisible();
    for (const image of await page.locator('.chapter img').all()) {
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate(({ complete, naturalWidth }) => complete && naturalWidth > 0)).toBe(true);
      expect((await image.getAttribute('alt')).length).toBeGreaterThan(20);
    }
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Example: A Reading Room');
    await expect(page.locator('.no-script')).toContainText('JavaScript');
  });
});

const WINDOWS = { phone: { width: 375, height: 740 }, desktop: { width: 1280, height: 800 } };
for (const [what, { width, height }] of sample(Object.entries(WINDOWS), 2)) {
  test(sampled(`published: on a ${what} nothing is wider than the window`), async ({ open, newsroom }) => {
    const { page } = await visit(open, newsroom, '/example/en.html', { width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expectClean(page);
  });
}

// Seen to fail: with the story's notice left out.
test(
  sampled('published: heights from layout are those that a browser needs, to a line'),
  async ({ open, newsroom }) => {
    const { heights, stories } = newsroom.manifest;
    const scenes = stories.example.scenes.map(({ id }) => id);
    const published = ['zh', 'en'].flatMap((lang) =>
      ['*', ...scenes].flatMap((id) => Object.entries(heights.example[id][lang]).map((pair) => [lang, id, ...pair])),
    );
    const wrong = [];
    for (const [lang, id, width, told] of sample(published, 5)) {
      const file = lang === 'zh' ? '' : 'en.html';
      const address = id === '*' ? `/example/embed${lang === 'zh' ? '' : '-en'}.html` : `/example/${id}/${file}`;
      // Opened at its width: a page that has just been made wider may not have laid out its buttons yet. Who wants no
      // motion has no slider, and may have one row of buttons less.
      const view = { width: Number(width), height: 700, reduced: false };
      const { page, story } = await visit(open, newsroom, address, view);
      const height = () => story.element.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
      let needed = 0;
      for (const scene of id === '*' ? scenes : [id]) {
        await story.element.evaluate((element, to) => element.goTo(to), scene);
        await story.frames(3);
        needed = Math.max(needed, await height());
      }
      if (Math.abs(needed - told) > LINE) wrong.push(`${address} at ${width}: ${told} for ${needed}`);
      await page.close();
    }
    expect(wrong).toEqual([]);
  },
);

test('published: a frame in an article shows its chapter, its height and nothing of the page around', async ({
  open,
  newsroom,
}) => {
  const { id } = newsroom.manifest.stories.example.scenes[0];
  const site = { ...newsroom, origin: `${newsroom.origin}${SITE}` };
  const page = await open({ width: 800, height: 900 });
  const address = frameArticle(site, frameTag(`${site.origin}/example/${id}/en.html`));
  const frame = await EmbedFrame.open(page, address);
  await expect.poll(async () => (await frame.height()) - (await frame.needed())).toBe(0);
  await expect(frame.place.locator('.back')).toBeHidden();
  expectClean(page);
  // opened by itself it leads to the whole story
  const alone = await visit(open, newsroom, `/example/${id}/en.html`);
  await alone.page.locator('.back a').click();
  expect(new URL(alone.page.url()).pathname).toBe(`${SITE}/example/en.html`);
});

test('published: embed.html shows a story of the site by name, and any element finds the compiled one', async ({
  open,
  newsroom,
}) => {
  const { page } = await visit(open, newsroom, '/embed.html?story=example/story.json&lang=en');
  expectClean(page);
  const site = `${newsroom.origin}${SITE}`;
  const body =
    `<script type="module" src="${site}/duoyuan.js"></script>` +
    `<duoyuan-story src="${site}/example/story.json" lang="en"></duoyuan-story>`;
  const article = await open();
  newsroom.requests.length = 0;
  await article.goto(frameArticle({ ...newsroom, origin: site }, body, { script: false }));
  await new Story(article).ready();
  expect(newsroom.requests.filter(({ path }) => /author|story\.json/.test(path))).toEqual([]);
  expectClean(article);
});

test('published: what networks are told is true: the card is there, in its size', async ({ newsroom }) => {
  const page = newsroom.read('example/en.html');
  const card = /property="og:image" content="https:\/\/valley\.example\/graphics\/([^"]+)"/.exec(page)[1];
  const answer = await fetch(`${newsroom.origin}${SITE}/${card}`);
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('published: what readers do is told by the element and by the frame, for the analytics of a newsroom', async ({
  open,
  newsroom,
}) => {
  const site = { ...newsroom, origin: `${newsroom.origin}${SITE}` };
  const page = await open({ width: 900, height: 1000 });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    window.told = [];
    addEventListener('message', ({ data }) => {
      if (data?.event) window.told.push(data);
    });
  });
  const frame = await EmbedFrame.open(
    page,
    frameArticle(site, frameTag(`${site.origin}/example/embed-en.html?id=one`, { sandbox: null })),
  );
  const scenes = newsroom.manifest.stories.example.scenes.map(({ id }) => id);
  await frame.story.element.evaluate((element, ids) => {
    for (const id of ids.slice(1)) element.goTo(id);
  }, scenes);
  await frame.story.marks.first().dispatchEvent('click');
  await frame.story.button('table').dispatchEvent('click');
  const names = () => page.evaluate(() => window.told.map(({ event }) => event.replace('duoyuan-', '')));
  await expect.poll(names).toEqual(expect.arrayContaining(['ready', 'scene', 'end', 'table']));
  const told = await page.evaluate(() => window.told);
  expect(
    told.every(({ type, v, id, height }) => type === 'duoyuan' && v === 1 && id === 'one' && height === undefined),
  ).toBe(true);
  expect(told.filter(({ event }) => event === 'duoyuan-end').length).toBe(1);
  expect(told.find(({ event }) => event === 'duoyuan-scene').detail).toEqual({ scene: scenes[1] });
});

test('published: the single file opens from disk, under its own policy, and asks for nothing', async ({
  open,
  newsroom,
}) => {
  const page = await open();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${join(newsroom.folder, SITE.slice(1), 'example/single-en.html')}`);
  const story = new Story(page);
  await story.ready();
  expect(asked.filter((address) => !address.startsWith('data:') && !address.startsWith('file:'))).toEqual([]);
  expect(asked.filter((address) => address.startsWith('file:')).length).toBe(1);
  await story.element.evaluate((element) => element.setAttribute('lang', 'zh'));
  await expect(page.locator('h1')).toContainText('示例');
  expectClean(page);
});

test('published: the fact sheet names every number with its source, also on a phone', async ({ open, newsroom }) => {
  const page = await open({ width: 375, height: 740 });
  await page.goto(`${newsroom.origin}${SITE}/example/facts-en.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fact sheet');
  const row = page.locator('#members');
  await expect(row).toContainText('how much more is not said');
  await expect(row).toContainText('not checked yet');
  await expect(row).toContainText('Example source');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  expectClean(page);
});

test('published: the builder offers every story in its languages, and its code shows what it says', async ({
  open,
  newsroom,
}) => {
  const page = await open();
  await page.goto(`${newsroom.origin}${SITE}/builder.html?lang=en`);
  await expect(page.locator('[name=story] option')).toHaveCount(1);
  await expect(page.locator('[name=lang] option')).toHaveText(['简体中文', 'English']);
  await page.locator('[name=platform]').selectOption('iframe');
  await page.locator('[name=lang]').selectOption('en');
  const code = page.locator('textarea');
  const address = async () => /src="([^"]+)"/.exec(await code.inputValue())?.[1];
  await expect.poll(address).toBe(`${newsroom.origin}${SITE}/example/embed-en.html`);
  await page.locator('[name=frozen]').check();
  await expect.poll(address).toBe(`${newsroom.origin}${SITE}/${newsroom.manifest.folder}/example/embed-en.html`);
  await page.locator('[name=scene]').selectOption({ index: 1 });
  const { id } = newsroom.manifest.stories.example.scenes[0];
  await expect.poll(address).toBe(`${newsroom.origin}${SITE}/${newsroom.manifest.folder}/example/${id}/en.html`);
  expectClean(page);
  const frozen = await open();
  await frozen.goto(await address());
  await new Story(frozen).ready();
  await frozen.locator('.back a').click();
  expect(new URL(frozen.url()).pathname).toBe(`${SITE}/example/en.html`);
  expectClean(frozen);
});

test('published: the guide for readers is part of every site, with its examples drawn', async ({ open, newsroom }) => {
  const { page } = await visit(open, newsroom, '/example/en.html');
  await page.locator('footer').getByText('How to read this').click();
  await page.waitForURL(/how-to-read\.html\?lang=en$/);
  expect(new URL(page.url()).pathname).toContain(`${SITE}/assets-`);
  const example = new Story(page);
  await example.element.scrollIntoViewIfNeeded();
  await example.ready();
  expectClean(page);
});
