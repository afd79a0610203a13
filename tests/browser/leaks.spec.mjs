// Hours of use in seconds: mounts, changes of scene and language, sizes. `make test-long` does the same more often: 500
// mounts, 2,000 changes, 200 sizes.

import { expect, test } from './fixtures.mjs';
import { article, tag } from './pages/article.mjs';
import { allStories, expectClean, Story } from './pages/story.mjs';
import { expectBecomes } from './support/pixels.mjs';
import { holdings } from './support/holdings.mjs';

const MOST_GROWTH = 1_000_000; // bytes of heap

/** Mounts and removes ten elements, waiting until the timers of the last one are over: those of animation frames. */
const mountTen = (page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 10; i += 1) {
      const element = document.createElement('duoyuan-story');
      for (const [name, value] of Object.entries({ src: 'karamay/story.json', scene: 'growth', lang: 'en' })) {
        element.setAttribute(name, value);
      }
      const ready = new Promise((done) => {
        element.addEventListener('duoyuan-ready', done);
      });
      document.body.append(element);
      await ready;
      element.goTo('talent');
      element.lang = 'zh';
      element.remove();
    }
  });

/** Waits until the page holds no more than it may; what it holds is seen only after timers and a collection. */
const expectNoMore = (page, most, what) =>
  expect(async () => {
    const now = await holdings(page);
    for (const [name, limit] of Object.entries(most)) expect(now[name], `${name} ${what}`).toBeLessThanOrEqual(limit);
  }).toPass({ timeout: 10_000 });

async function mounts({ open, site }, rounds) {
  const page = await open();
  await page.goto(article(site, '<p>Words.</p>'));
  await mountTen(page);
  await mountTen(page);
  const { heap, nodes, listeners } = await holdings(page);
  for (let i = 0; i < rounds; i += 1) await mountTen(page);
  await expectNoMore(
    page,
    { heap: heap + MOST_GROWTH, nodes: nodes + 20, listeners: listeners + 10 },
    `after ${rounds * 10} mounts`,
  );
}

async function changes({ open, site }, count) {
  const page = await open({ width: 800 });
  await page.goto(article(site, tag('mode="stepper" lang="zh"')));
  const story = new Story(page);
  await story.ready();
  const walk = (n) =>
    story.element.evaluate(async (element, steps) => {
      const scenes = ['opening', 'lead', 'many', 'growth', 'talent', 'greening', 'future'];
      for (let i = 0; i < steps; i += 1) {
        element.goTo(scenes[i % scenes.length]);
        if (i % 5 === 0) element.lang = element.lang === 'zh' ? 'en' : 'zh';
        if (i % 20 === 0) await new Promise((done) => requestAnimationFrame(done));
      }
      element.goTo('opening');
    }, n);
  await walk(140);
  const { heap, nodes, listeners } = await holdings(page);
  await walk(count);
  // Since chapters have guesses and compared lists, 140 changes leave some 790 nodes. What holds them is not known.
  const most = { heap: heap + MOST_GROWTH, nodes: nodes * 1.75 + 50, listeners: listeners * 1.5 + 50 };
  await expectNoMore(page, most, `after ${count} changes`);
}

/** Sizes in quick succession; then the pixels must be those of a page opened at the last one. */
async function sizes({ open, site }, count) {
  const body = tag('scene="talent" lang="zh"');
  const cold = await open({ width: 656, height: 800 }); // 640 px within the margins of the body
  await cold.goto(article(site, body, { address: '/cold.html' }));
  await allStories(cold, 'ready');
  const page = await open({ width: 900, height: 800 });
  await page.goto(article(site, `<div id="column">${body}</div>`));
  await allStories(page, 'ready');
  await page.locator('#column').evaluate(async (column, n) => {
    for (let i = 0; i < n; i += 1) {
      column.style.width = `${240 + ((i * 97) % 640)}px`;
      column.style.display = i % 17 === 3 ? 'none' : '';
      column.style.height = i % 23 === 5 ? '0' : '';
      if (i % 23 === 5) column.style.width = '0';
      if (i % 31 === 7) document.body.append(column);
      await new Promise((done) => requestAnimationFrame(done));
    }
    Object.assign(column.style, { width: '640px', display: '', height: '' });
  }, count);
  const [story, expected] = [new Story(page), await new Story(cold).settledPixels()];
  await expectBecomes(() => story.pixels(), expected, { name: 'after many sizes' });
  expectClean(page);
}

test('leaks: mounting and removing leaves nothing behind', ({ open, site }) => mounts({ open, site }, 4));
test('leaks: many changes of scene and language leave nothing behind', ({ open, site }) =>
  changes({ open, site }, 140));
test('sizes: after 60 sizes the pixels are those of a fresh page', ({ open, site }) => sizes({ open, site }, 60));

/** In the page, before its scripts: `window.held` has every listener that is added and neither removed nor used up. */
function noteListeners() {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const held = new Set();
  window.held = held;
  EventTarget.prototype.addEventListener = function note(type, listener, options) {
    const target = this ?? window;
    const { once = false, signal = null } = typeof options === 'object' && options ? options : {};
    add.call(target, type, listener, options);
    if (!listener || signal?.aborted) return;
    const one = { target, type, listener };
    held.add(one);
    const forget = () => held.delete(one);
    if (signal) add.call(signal, 'abort', forget, { once: true });
    if (once) add.call(target, type, forget, { once: true });
  };
  EventTarget.prototype.removeEventListener = function forget(type, listener, options) {
    const target = this ?? window;
    remove.call(target, type, listener, options);
    for (const one of held) {
      if (one.target === target && one.type === type && one.listener === listener) held.delete(one);
    }
  };
}

// Seen to fail: with the `once` taken from the abort listeners of www/: "AbortSignal abort" seven times.
test('leaks: mounting and removing an element leaves no listener behind', async ({ open, site }) => {
  const page = await open({ width: 1200 });
  await page.addInitScript(noteListeners);
  await page.goto(article(site, '<p>Words.</p>'));
  const left = await page.evaluate(async () => {
    const element = document.createElement('duoyuan-story');
    for (const [name, value] of Object.entries({ src: 'karamay/story.json', lang: 'en' }))
      element.setAttribute(name, value);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const until = async (what) => {
      while (!what()) await frame();
    };
    const before = new Set(window.held);
    for (let i = 0; i < 3; i += 1) {
      document.body.append(element);
      await until(() => element.status === 'ready');
      element.goTo('talent');
      element.shadowRoot.querySelector('[data-do=sonification]').click();
      await until(() => element.shadowRoot.querySelector('[part=sonification]'));
      element.remove();
      element.removeAttribute('status');
      await frame();
    }
    // What its own nodes listen to goes with them.
    const outside = ({ target }) => !(target instanceof Node) || target === document;
    const added = [...window.held].filter((one) => !before.has(one) && outside(one));
    return added.map(({ target, type }) => `${target.constructor.name} ${type}`);
  });
  expect(left).toEqual([]);
});

test('long: 500 mounts leave nothing behind', ({ open, site }) => mounts({ open, site }, 50));
test('long: 2,000 changes of scene and language leave nothing behind', ({ open, site }) =>
  changes({ open, site }, 2000));
test('long: after 200 sizes the pixels are those of a fresh page', ({ open, site }) => sizes({ open, site }, 200));
