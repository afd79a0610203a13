// Getting in and getting around: the page, scenes, the address, language and theme.

import { expect, test } from './fixtures.mjs';
import { expectClean } from './pages/story.mjs';
import { sample, sampled } from './support/sample.mjs';

/** As a page, and as a frame shows it. */
const PAGES = ['/', '/embed.html'];

test('page: opens without console messages, foreign requests or anything kept, and leaves the marks of the contract', async ({
  open,
  server,
  visit,
}) => {
  for (const reduced of [true, false]) {
    const page = await open({ reduced });
    const foreign = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) foreign.push(request.url());
    });
    const story = await visit('/', { page });
    await story.atRest();
    expect(foreign).toEqual([]);
    const kept = await page.evaluate(() => document.cookie.length + localStorage.length + sessionStorage.length);
    expect(kept, 'cookies and storage').toBe(0);
    await expect(page.locator('.fallback')).toBeHidden();
    await expect(page.locator('h1')).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name)))
      .toEqual(
        expect.arrayContaining(
          ['fallback-visible', 'wasm-ready', 'first-frame', 'settled'].map((name) => `duoyuan:${name}`),
        ),
      );
    expectClean(page, reduced ? 'reduced motion' : 'moving');
  }
});

test('phone: a picture takes what its text leaves, and covers no text', async ({ visit }) => {
  const story = await visit('/', { width: 390, height: 844, touch: true });
  const { page } = story;
  const told = await page.evaluate(() => {
    const root = document.querySelector('duoyuan-story').shadowRoot;
    return [...root.querySelectorAll('.step')].map((step) => {
      const grown = Number.parseFloat(step.style.getPropertyValue('--_grown'));
      const first = step.firstElementChild.getBoundingClientRect().top - step.getBoundingClientRect().top;
      return { grown, first };
    });
  });
  expect(told.filter(({ grown }) => grown > 50).length).toBeGreaterThan(5);
  expect(told.filter(({ grown, first }) => first < grown)).toEqual([]);
  // as a reader comes to them: the text of the step begins below the picture's window, until a tall picture is scrolled
  for (let press = 0; press < 12; press += 1) {
    await page.evaluate(() =>
      document.querySelector('duoyuan-story').shadowRoot.querySelector('[data-do=next]').click(),
    );
    await story.atRest();
    const cut = await page.evaluate(() => {
      const root = document.querySelector('duoyuan-story').shadowRoot;
      const view = root.querySelector('.view');
      const floor = view.getBoundingClientRect().bottom;
      const step = [...root.querySelectorAll('.step')].find((one) => one.getBoundingClientRect().bottom > floor + 60);
      return { top: step.firstElementChild.getBoundingClientRect().top, floor, scrolled: view.scrollTop > 0 };
    });
    if (!cut.scrolled) expect(cut.top, `press ${press}`).toBeGreaterThanOrEqual(cut.floor - 1);
  }
});

// Seen to fail: with the chapter's title in place of the sentence.
test('phone: each picture of a chapter has a sentence beside it', async ({ visit }) => {
  const story = await visit('/', { width: 390, height: 844, touch: true });
  const bare = await story.element.evaluate(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('.card:not(.cover) .step')]
      .filter(
        (step) => ![...step.querySelectorAll('.card-body > p:not(.kicker, .again)')].some((p) => p.checkVisibility()),
      )
      .map((step) => step.textContent),
  );
  expect(bare).toEqual([]);
});

test('phone: what goes on in a further picture is repeated for sighted readers alone', async ({ visit }) => {
  const story = await visit('/', { width: 320, height: 400, touch: true });
  // screen readers have had the announcement
  const on = story.find('.card p.on');
  expect(await on.count()).toBeGreaterThan(0);
  await expect(story.find('.card p.on:not([aria-hidden=true])')).toHaveCount(0);
});

test('steps: next and previous change scene, address, place and announcement, and end at the ends', async ({
  visit,
  scenes,
}) => {
  const story = await visit();
  const { page } = story;
  const before = await story.state();
  await page.evaluate(() => {
    window.heard = [];
    document.addEventListener('duoyuan-scene', (event) => window.heard.push(event.detail.scene));
  });
  await story.press('next');
  const after = await story.state();
  expect([after.scene, after.hash]).toEqual([scenes[1], `#scene=${scenes[1]}`]);
  expect(after.label).not.toBe(before.label);
  expect(after.place).toContain(`1 / ${scenes.length - 1}`);
  // The page has scrolled there by itself when it is announced: that must not turn the scene again.
  await expect(story.part('status')).not.toBeEmpty();
  expect((await story.state()).scene).toBe(scenes[1]);
  await story.press('previous');
  await story.press('previous'); // nothing comes before the first
  expect((await story.state()).scene).toBe(scenes[0]);
  expect(await page.evaluate(() => window.heard)).toEqual([scenes[1], scenes[0]]);
  await story.goTo(scenes.at(-1));
  await story.press('next');
  expect((await story.state()).scene).toBe(scenes.at(-1));
  expectClean(page, 'at the ends');
});

// Seen to fail: with the last entry of the observer taken for the latest.
test(
  sampled('scroll: scenes become active downwards, upwards, with a fling and with keys, wide and narrow'),
  async ({ visit, scenes }) => {
    for (const width of sample([1280, 375], 2)) {
      const story = await visit('/', { width, height: 800, reduced: width === 375 });
      const { page } = story;
      const at = async () => scenes.indexOf((await story.state()).scene);
      await page.mouse.move(100, 400);
      await page.mouse.wheel(0, 3000);
      await expect.poll(at, `${width} px: after 3,000 px down`).toBeGreaterThanOrEqual(2);
      await page.mouse.wheel(0, 6000);
      await expect.poll(at, `${width} px: after 9,000 px down`).toBeGreaterThanOrEqual(4);
      const far = await at();
      await page.mouse.wheel(0, -2500);
      await expect.poll(at, `${width} px: upwards from ${far}`).toBeLessThan(far);
      // A browser drops a key that comes while its own scrolling animation ends; a reader presses it again, and so does
      // this.
      const press = (key, bottom) =>
        expect(async () => {
          await page.keyboard.press(key);
          const left = await page.evaluate(
            (down) => (down ? document.documentElement.scrollHeight - innerHeight - scrollY : scrollY),
            bottom,
          );
          expect(Math.abs(left), `${key} scrolls the page`).toBeLessThan(2);
        }).toPass({ intervals: [300], timeout: 20_000 });
      await press('End', true);
      await story.shows(scenes.at(-1));
      await press('Home', false);
      await story.shows(scenes[0]);
      expectClean(page, 'scrolling');
    }
  },
);

test(
  sampled('address: #scene opens a scene and follows; an unknown one changes nothing; #figure opens the record'),
  async ({ visit, scenes }) => {
    for (const address of sample(PAGES, 2)) {
      const story = await visit(`${address}#scene=${scenes[5]}`);
      const { page } = story;
      expect((await story.state()).scene).toBe(scenes[5]);
      const figure = await story.find('.mark[data-figure]').first().getAttribute('data-figure');
      await page.evaluate((id) => {
        location.hash = `scene=${id}`;
      }, scenes[9]);
      await story.shows(scenes[9]);
      await page.evaluate(async () => {
        location.hash = 'scene=__proto__';
        await new Promise((done) => addEventListener('hashchange', done, { once: true }));
      });
      await story.frames(2);
      expect((await story.state()).scene, 'an unknown scene changed the picture').toBe(scenes[9]);
      expectClean(page, address);
      await (await visit(`${address}#figure=${figure}`)).record.waitFor();
    }
  },
);

test(
  sampled('language: switching keeps the scene and changes every text, wide and narrow'),
  async ({ visit, scenes }) => {
    for (const width of sample([1280, 375], 2, 1)) {
      const story = await visit(`/#scene=${scenes[3]}`, { width });
      const zh = await story.state();
      await story.find('[data-lang=en]').evaluate((button) => button.click());
      await expect.poll(async () => (await story.state()).label, 'the name of the picture').not.toBe(zh.label);
      const en = await story.state();
      expect([en.scene, en.lang]).toEqual([zh.scene, 'en']);
      // The button 中, whose name is 简体中文, and the masthead in the page's own language are no part of the story's text.
      const left = await story.element.evaluate(({ shadowRoot }) => {
        const nodes = [...shadowRoot.querySelectorAll('.cards, .transport, figure, [aria-label]')];
        const text = nodes.map((node) => `${node.textContent} ${node.getAttribute('aria-label') ?? ''}`).join(' ');
        const words = text.match(/[\u4e00-\u9fff]+/g) ?? [];
        return words.filter((word) => word !== '中' && word !== '简体中文');
      });
      expect(left, `${width} px: Chinese in English`).toEqual([]);
      await expect(story.page.locator('html'), 'the page follows').toHaveAttribute('lang', 'en');
    }
  },
);

test('theme: the button goes round, canvas and page follow, the system switches live', async ({ visit }) => {
  const story = await visit();
  const { page } = story;
  const grounds = () =>
    story.canvas.evaluate((canvas) => {
      const [r, g, b] = canvas.getContext('2d').getImageData(1, 1, 1, 1).data;
      return [`rgb(${r}, ${g}, ${b})`, getComputedStyle(document.documentElement).backgroundColor];
    });
  await expect.poll(grounds).toEqual(['rgb(251, 248, 242)', 'rgb(251, 248, 242)']);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(grounds, 'the system is dark').toEqual(['rgb(20, 23, 26)', 'rgb(20, 23, 26)']);
  const themes = [];
  for (let i = 0; i < 4; i += 1) {
    await story.press('theme');
    themes.push(await story.element.evaluate(({ theme }) => theme));
  }
  expect(themes).toEqual(['light', 'dark', 'contrast', 'auto']);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(story.frame, 'forced colours').toHaveAttribute('data-theme', 'contrast');
});
