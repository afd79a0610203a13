// Pages by other authors: their styles and prototypes, many embeds, two versions of duoyuan on one page, embeds out of
// sight, and the browser's back button.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { ASSETS, article, BESIDE, FALLBACK, tag, WASM } from './pages/article.mjs';
import { allPixels, allStories, expectClean, Story } from './pages/story.mjs';
import { DIST } from './static.mjs';
import { expectBecomes, expectSame } from './support/pixels.mjs';
import { sample, sampled } from './support/sample.mjs';

const TALENT = tag('scene="talent" lang="en"');
const HOSTILE_STYLE = `
  * { all: unset !important; display: block !important; font: 40px/3 fantasy !important; letter-spacing: 9px !important;
      direction: rtl; transform: rotate(1deg) }
  duoyuan-story { display: block !important; font-size: 40px !important; line-height: 5 !important;
      text-transform: uppercase !important }
  canvas, table, button { display: none !important; width: 3px !important }`;
const HOSTILE_SCRIPT = `Array.prototype.evil = () => 1; Object.prototype.evil2 = 'x'; String.prototype.evil3 = 1;
  Array.prototype.toJSON = undefined;`;

/** A page with the article, and its first story at rest. */
async function read({ open, site }, body, options = {}, settings = {}) {
  const page = await open({ width: 800, height: 900, ...settings });
  await page.goto(article(site, body, options));
  await allStories(page, 'ready');
  const story = new Story(page);
  await story.atRest();
  return story;
}

// Seen to fail: with "for … in" in place of Object.entries in dom.js.
test("host: hostile prototypes change no pixel and no word, and nothing of ours gets into the host's page", async ({
  open,
  site,
}) => {
  site.replaced.set('/hostile.js', { body: HOSTILE_SCRIPT, type: 'text/javascript' });
  const given = { open, site };
  const calm = await read(given, `<div>${TALENT}</div>`, { address: '/calm.html' });
  const story = await read(given, `<div>${TALENT}</div>`, { head: '<script src="hostile.js"></script>' });
  await expectSame(await story.pixels(), await calm.pixels());
  const inside = (one) => one.element.evaluate(({ shadowRoot }) => shadowRoot.querySelector('.frame').outerHTML);
  expect(await inside(story)).toBe(await inside(calm));
  const leaked = await story.page.evaluate(() => {
    const nodes = document.querySelectorAll('*').length;
    const clean = document.createElement('iframe');
    document.body.append(clean);
    const own = new Set(Object.getOwnPropertyNames(clean.contentWindow));
    const globals = Object.getOwnPropertyNames(window).filter(
      (name) => !own.has(name) && !/^(__playwright|\d+$)/.test(name),
    );
    clean.remove();
    return { globals, nodes, sheets: document.styleSheets.length };
  });
  expect(leaked).toEqual({ globals: [], nodes: 11, sheets: 0 });
});

// Seen to fail: with "all: initial" taken out of the frame's style.
test("host: hostile styles do not reach into the picture; the reader's type size does", async ({ open, site }) => {
  site.replaced.set('/hostile.css', { body: HOSTILE_STYLE, type: 'text/css' });
  const story = await read({ open, site }, TALENT, { head: '<link rel="stylesheet" href="hostile.css">' });
  // 1.0625 of the root's size, as for a reader who enlarges it.
  await expect(story.frame).toHaveCSS('font-size', '42.5px');
  await expect(story.frame).toHaveCSS('letter-spacing', 'normal');
  await expect(story.frame).toHaveCSS('direction', 'ltr');
  await expect(story.frame).toHaveCSS('text-transform', 'none');
  await expect(story.canvas).toHaveCSS('display', 'block');
});

// Seen to fail: with the compiled module not kept in loading.js, and with the story not kept.
const MANY = 20;
test('host: 20 embeds have the right data each, by one engine and one compiled story', async ({ open, site }) => {
  // The browser's cache would hide a second fetch.
  const headers = { 'cache-control': 'no-store' };
  site.replaced.set(WASM, { body: await readFile(DIST + WASM), type: 'application/wasm', headers });
  site.replaced.set(BESIDE, { body: await readFile(DIST + BESIDE), headers });
  const scenes = ['growth', 'talent', 'greening', 'future', 'honours'];
  const wanted = Array.from({ length: MANY }, (_, i) => scenes[i % 5]);
  const page = await open({ width: 700, height: 900 });
  site.requests.length = 0;
  await page.goto(
    article(site, wanted.map((scene, i) => tag(`scene="${scene}" lang="${i % 2 ? 'en' : 'zh'}"`)).join('')),
  );
  for (let nth = 0; nth < MANY; nth += 1) {
    const story = new Story(page, { nth });
    await story.element.evaluate((element) => element.scrollIntoView());
    await story.ready();
  }
  const shown = await page.locator('.stage').evaluateAll((stages) => stages.map(({ dataset }) => dataset.scene));
  expect(shown).toEqual(wanted);
  const asked = site.requests.map(({ path }) => path).filter((path) => /\.(wasm|compiled|json|csv)$/.test(path));
  expect(asked.sort()).toEqual([BESIDE, WASM].sort());
});

// Seen to fail: without asking whether there is such an element already in duoyuan.js.
test(
  sampled('host: of two versions of the script on one page the first stays, with its own engine alone'),
  async ({ open, site }) => {
    // Another version has other addresses for all it loads.
    const types = { js: 'text/javascript', wasm: 'application/wasm' };
    for (const [name, file] of [
      ['/old/duoyuan.js', '/duoyuan.js'],
      [`/old${ASSETS}/duoyuan.js`, `${ASSETS}/duoyuan.js`],
      [`/old${WASM}`, WASM],
    ]) {
      site.replaced.set(name, { body: await readFile(DIST + file), type: types[name.split('.').at(-1)] });
    }
    const orders = [
      ['duoyuan.js', 'old/duoyuan.js', WASM],
      ['old/duoyuan.js', 'duoyuan.js', `/old${WASM}`],
    ];
    for (const [first, second, engine] of sample(orders, 2)) {
      const page = await open({ width: 700, height: 2400 });
      site.requests.length = 0;
      const head = `<script type="module" src="${second}"></script>`;
      await page.goto(
        article(site, tag('scene="growth" lang="en"') + tag('scene="talent" lang="zh"'), { script: first, head }),
      );
      await allStories(page, 'ready');
      const told = await page
        .locator('duoyuan-story')
        .evaluateAll((all) => all.map((one) => [one.scene, one.toSVG().length > 1000]));
      expect(told).toEqual([
        ['growth', true],
        ['talent', true],
      ]);
      expect(site.requests.map(({ path }) => path).filter((path) => path.endsWith('.wasm'))).toEqual([engine]);
      expectClean(page, first);
    }
  },
);

// Seen to fail: with the load at once in connectedCallback.
test('host: far below the window nothing is fetched; near it, all', async ({ open, site }) => {
  const page = await open({ width: 800, height: 600 });
  site.requests.length = 0;
  await page.goto(article(site, `<div id="high"></div>${tag('scene="growth" lang="en"', FALLBACK)}`, { script: '' }));
  await page.locator('#high').evaluate((node) => {
    node.style.height = '5000px';
  });
  await page.evaluate(() => import('/duoyuan.js'));
  const story = new Story(page);
  await story.frames(20);
  const fetched = () => site.requests.map(({ path }) => path).filter((path) => [WASM, BESIDE].includes(path));
  expect(fetched(), 'while it is far').toEqual([]);
  await page.evaluate(() => scrollTo(0, 4500));
  await story.ready();
  expect(fetched().sort()).toEqual([BESIDE, WASM].sort());
});

test('host: an element that is not displayed at first, and one whose page is come back to, look as always', async ({
  open,
  site,
}) => {
  const given = { open, site };
  const body = tag('scene="growth" lang="en"');
  const usual = await (await read(given, body, { address: '/usual.html' })).pixels();
  const page = await open({ width: 800, height: 900 });
  await page.goto(article(site, `<div id="box" hidden>${body}</div>`));
  const story = new Story(page);
  await story.frames(10);
  await page.locator('#box').evaluate((box) => {
    box.hidden = false;
  });
  await story.ready();
  await expectBecomes(() => story.pixels(), usual, { name: 'shown later' });
  await page.goto(article(site, '<p>Other</p>', { address: '/other.html', script: '' }));
  await page.goBack();
  await page.locator('#box').evaluate((box) => {
    box.hidden = false;
  });
  await story.ready();
  await expectBecomes(() => story.pixels(), usual, { name: 'come back to' });
});

// Seen to fail: without the contextrestored listener in stage.js.
test('host: a canvas whose pixels the browser has dropped is drawn again', async ({ open, site }) => {
  const story = await read({ open, site }, tag('scene="growth" lang="en"'));
  const before = await story.pixels();
  await story.canvas.evaluate((canvas) => {
    canvas.getContext('2d').reset();
    canvas.dispatchEvent(new Event('contextlost'));
    canvas.dispatchEvent(new Event('contextrestored'));
  });
  await story.frames(2);
  await expectSame(await story.pixels(), before);
});

// Seen to fail: with no time between two traps counted as a minute.
test('host: a trap leaves the other embeds of the page alone', async ({ open, site }) => {
  const page = await open({ width: 800, height: 2400 });
  const body =
    tag('scene="growth" lang="en"', FALLBACK) + tag('scene="talent" lang="en"') + tag('scene="greening" lang="zh"');
  await page.goto(`${article(site, body)}?duoyuan-test=trap`);
  await allStories(page, 'ready');
  const story = new Story(page);
  const before = await allPixels(page);
  const trap = () =>
    story.element.evaluate((element) => {
      element.testTrap();
      element.pause(); // asks the engine
    });
  await trap();
  await story.ready();
  for (const [i, seen] of before.entries()) {
    const one = new Story(page, { nth: i });
    await expectBecomes(() => one.pixels(), seen, { name: `story ${i} after the trap` });
  }
  await trap();
  await story.ready('fallback');
  await expect(page.locator('h2', { hasText: 'Summary' })).toBeVisible();
  const others = await page.locator('duoyuan-story').evaluateAll((all) =>
    Promise.all(
      all.slice(1).map(async (other) => {
        other.theme = 'dark';
        return [other.status, other.toSVG().length > 500, (await other.toPNG()).size > 500];
      }),
    ),
  );
  expect(others).toEqual([
    ['ready', true, true],
    ['ready', true, true],
  ]);
});
