// What an author sees: `duoyuan serve` with a story of theirs, and changes that they save.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { expect, test as base } from './fixtures.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { readThrough } from './pages/guide.mjs';
import { at, PROGRAM } from './support/program.mjs';
import { sample, sampled } from './support/sample.mjs';

const READING_ROOM = 'tests/fixtures/names/阅览室/春天.json';
const KARAMAY = /克拉玛依|Karamay|一口井|One well/i;

const test = base.extend({
  /** Serves a story as `make serve` does it, and returns where. */
  serve: async ({ fresh: _ }, use) => {
    const running = [];
    await use(async (story) => {
      const args = ['serve', at(story), '--site', at('target/site'), '--www', at('www'), '--port', '0'];
      const server = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      running.push(server);
      const { value } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
      return value;
    });
    for (const server of running) server.kill();
  },
});

test('serve: another story is what `/` and embed.html show, under its own title', async ({ open, serve }) => {
  const address = await serve(READING_ROOM);
  const page = await open();
  const story = new Story(page);
  await page.goto(address);
  await story.ready();
  expect((await story.state()).label).toBe('春天的阅览室');
  await expect(page).toHaveTitle('阅览室的春天 · Spring in the reading room');
  const words = await page.evaluate(() => document.body.innerText);
  expect(words).toContain('阅览室的春天');
  expect(words).not.toMatch(KARAMAY);
  expectClean(page, '/');
  await page.goto(`${address}embed.html?lang=en`);
  await story.ready();
  expect((await story.state()).label).toBe('The reading room in spring');
  expectClean(page, 'embed.html');
});

test(sampled('serve: the live charts of the guides work beside another story'), async ({ open, serve }) => {
  const address = await serve(READING_ROOM);
  for (const guide of sample(['how-to-read.html', 'editor-guide.html'], 2)) {
    const page = await open();
    await page.goto(address + guide);
    expect(await readThrough(page), `examples of ${guide}`).toBeGreaterThan(5);
    expectClean(page, guide);
  }
});

test('serve: Karamay has its page with its words', async ({ open, serve }) => {
  const page = await open();
  await page.goto(await serve('data/karamay'));
  const story = new Story(page);
  await story.ready();
  await expect(page.locator('.masthead h1')).toContainText('从一口井到一座城');
  expect((await story.state()).layout).toBe('wide');
  expectClean(page, '/');
});

const FOREIGN = /[\u2e80-\u9fff]|\b(Previous|Next|Source|Theme|Data|Download|Share|Play|Listen|Key|more than|exact)\b/;

// Seen to fail: with the page's own language kept as that of the document (it was so).
test(sampled('serve: a story in Russian only is Russian throughout, for every reader'), async ({ open, serve }) => {
  const address = await serve('data/examples/baikal');
  for (const query of sample(['', '?lang=ru', '?lang=zh'], 3)) {
    const page = await open();
    await page.goto(`${address}embed.html${query}`);
    await new Story(page).ready();
    const seen = await page.evaluate(() => {
      const { shadowRoot: root } = document.querySelector('duoyuan-story');
      const named = [...root.querySelectorAll('[aria-label], [title]')].flatMap((node) => [
        node.getAttribute('aria-label'),
        node.getAttribute('title'),
      ]);
      root.querySelector('[data-do=table]').click();
      const switches = [...root.querySelectorAll('.pair')].filter((node) => node.checkVisibility());
      const words = `${root.querySelector('.frame').innerText}\n${named.filter(Boolean).join('\n')}`;
      return { words, lang: document.documentElement.lang, switches: switches.length };
    });
    expect(seen.words, query).not.toMatch(FOREIGN);
    for (const wanted of ['Таблица данных', 'Оформление', 'Следующая глава', '3,15', 'Источник'])
      expect(seen.words, query).toContain(wanted);
    expect([seen.lang, seen.switches], query).toEqual(['ru', 0]);
    expectClean(page, query);
  }
});

// Seen to fail: with the words of the engine before a reload kept (it was so); without live-reload.js on the page (it
// was so).
test('serve: a saved story is drawn anew on the page, with its new words', async ({ open, server }) => {
  const page = await open();
  await page.addInitScript(() => {
    window.written = new Set();
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function record(text, ...rest) {
      window.written.add(text);
      return fillText.call(this, text, ...rest);
    };
  });
  const base = (name) => readFile(at(`tests/fixtures/base/${name}`), 'utf8');
  const before = await base('story.json');
  const save = (subtitle) => {
    const story = JSON.parse(before);
    story.scenes[0].subtitle.zh = subtitle;
    server.replaced.set('/base/story.json', { body: JSON.stringify(story) });
  };
  for (const file of ['sources.json', 'series/loans.csv'])
    server.replaced.set(`/base/${file}`, { body: await base(file) });
  save('存盘以前');
  await page.goto(`${server.origin}/embed.html?story=base/story.json`);
  await new Story(page).ready();
  // Twice, and of one length: the tables of words are as long as before.
  for (const subtitle of ['存盘一次', '存盘两次']) {
    await expect.poll(() => server.listening(), 'the page listens').toBe(true);
    save(subtitle);
    server.push('changed /base/story.json');
    await expect
      .poll(() => page.evaluate((wanted) => window.written.has(wanted), subtitle), `${subtitle} is drawn`)
      .toBe(true);
  }
});
