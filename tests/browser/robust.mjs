// Whatever fails, the reader still reads the numbers: the engine or the data missing, slow or broken; traps, sizes, many embeds, hostile hosts.

import { readFile } from 'node:fs/promises';
import { check } from './browser.mjs';
import { allAre, article, FALLBACK, ownLines, pixels, story } from './hosts.mjs';
import { DIST } from './static.mjs';
import { manySeries, marksStory } from '../bench/stories.mjs';

const PROMPT_MS = 5000; // a hang guard; the promise is two seconds
const PATIENT_MS = 15_000; // the same for a server that never answers: eight

const built = JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8').catch(() => '{"files":{}}'));
const find = (pattern) => `/${Object.keys(built.files).find((name) => pattern.test(name))}`;
const WASM = find(/^v[^/]+\/player-\w+\.wasm$/);
const STORY = find(/^v[^/]+\/karamay-\w+\.compiled$/);
// What a story that is not compiled is drawn by.
const FULL = find(/^v[^/]+\/duoyuan-\w+\.wasm$/);
const GLUE = find(/^v[^/]+\/engine-\w+\.js$/);
const wasm = () => readFile(DIST + WASM);

/** Opens an article whose picture cannot come, and checks what its reader is left with. */
async function checkFallback(t, { within = PROMPT_MS, policy, before, replace = {} }) {
  for (const [address, answer] of Object.entries(replace)) t.site.replaced.set(address, answer);
  const page = await t.open();
  if (before) await page.addInitScript(before);
  const started = Date.now();
  await page.goto(article(t, story('scene="growth" lang="en"', FALLBACK), policy === undefined ? {} : { policy }));
  const summary = page.locator('h2', { hasText: 'Summary' });
  check(await summary.isVisible(), 'no summary at first');
  await allAre(page, 'error', within);
  check(Date.now() - started < within, `took ${Date.now() - started} ms`);
  for (const part of ['h2', 'img', 'table']) check(await page.locator(`duoyuan-story > ${part}`).isVisible(), `no ${part}`);
  check(ownLines(page).length === 1, `${ownLines(page).length} console lines: ${ownLines(page).join(' | ')}`);
  check(page.faults.every((fault) => !fault.startsWith('uncaught')), page.faults.join(' | '));
  check(await page.locator('[data-do=retry]').isVisible(), 'no retry');
  return page;
}
async function checkRetry(t, page) {
  t.site.replaced.delete(WASM);
  await page.locator('[data-do=retry]').click();
  await allAre(page, 'ready');
  check(!(await page.locator('h2', { hasText: 'Summary' }).isVisible()), 'the static words stay');
}
const missingEngine = (name, answer, options = {}) => [`robust: WASM ${name}: static words, one console line, retry`, async (t) => {
  await checkRetry(t, await checkFallback(t, { replace: { [WASM]: answer }, ...options }));
}];

/** Pixels of a scene drawn afresh in a new page at this width. */
async function cold(t, { width, attributes }) {
  const page = await t.open({ width, height: 800 });
  await page.goto(article(t, story(attributes), { address: '/cold.html' }));
  await allAre(page, 'ready');
  await page.waitForTimeout(200);
  const [seen] = await pixels(page);
  await page.context().close();
  return seen;
}

/** What a page holds after a collection: heap bytes, and what the debugger counts. */
export async function holdings(page) {
  const session = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: metrics.find(({ name }) => name === 'JSHeapUsedSize').value, nodes, listeners: jsEventListeners, documents };
}

/** In the page, before its scripts: `window.held_` has every listener that is added and neither removed nor used up. */
function noteListeners() {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const held = new Set();
  window.held_ = held;
  EventTarget.prototype.addEventListener = function note(type, listener, options) {
    const target = this ?? window;
    const { once = false, signal = null } = typeof options === 'object' && options ? options : {};
    add.call(target, type, listener, options);
    if (!listener || signal?.aborted) return;
    const one = { target, type, listener };
    held.add(one);
    if (signal) add.call(signal, 'abort', () => held.delete(one), { once: true });
    if (once) add.call(target, type, () => held.delete(one), { once: true });
  };
  EventTarget.prototype.removeEventListener = function forget(type, listener, options) {
    const target = this ?? window;
    remove.call(target, type, listener, options);
    for (const one of held) if (one.target === target && one.type === type && one.listener === listener) held.delete(one);
  };
}

/** Mounts and removes elements, `rounds` times ten; fewer in `make test`, 500 mounts in `make test-long`. */
export async function mountAndRemove(t, rounds) {
  const page = await t.open();
  await page.goto(article(t, '<p>Words.</p>'));
  const mount = () => page.evaluate(async () => {
    for (let i = 0; i < 10; i += 1) {
      const element = document.createElement('duoyuan-story');
      for (const [name, value] of [['src', 'karamay/story.json'], ['scene', 'growth'], ['lang', 'en']]) element.setAttribute(name, value);
      const ready = new Promise((done) => { element.addEventListener('duoyuan-ready', done); });
      document.body.append(element);
      await ready;
      element.goTo('talent');
      element.lang = 'zh';
      element.remove();
    }
    await new Promise((done) => { setTimeout(done, 700); }); // timers of the last one
  });
  await mount();
  await mount();
  const before = await holdings(page);
  for (let i = 0; i < rounds; i += 1) await mount();
  const after = await holdings(page);
  check(after.heap - before.heap < 1_000_000, `heap grew by ${after.heap - before.heap} bytes in ${rounds * 10} mounts`);
  check(after.nodes <= before.nodes + 20 && after.listeners <= before.listeners + 10, `${JSON.stringify(before)} became ${JSON.stringify(after)}`);
}

/** Chapter and language changes in one element. */
export async function changeOften(t, changes) {
  const page = await t.open({ width: 800 });
  await page.goto(article(t, story('mode="stepper" lang="zh"')));
  await allAre(page, 'ready');
  const walk = (count) => page.evaluate(async (n) => {
    const element = document.querySelector('duoyuan-story');
    const scenes = ['opening', 'lead', 'many', 'growth', 'talent', 'greening', 'future'];
    for (let i = 0; i < n; i += 1) {
      element.goTo(scenes[i % scenes.length]);
      if (i % 5 === 0) element.lang = element.lang === 'zh' ? 'en' : 'zh';
      if (i % 20 === 0) await new Promise((done) => { setTimeout(done); });
    }
    element.goTo('opening');
    await new Promise((done) => { setTimeout(done, 700); });
  }, count);
  await walk(140);
  const before = await holdings(page);
  await walk(changes);
  const after = await holdings(page);
  check(after.heap - before.heap < 1_000_000, `heap grew by ${after.heap - before.heap} bytes in ${changes} changes`);
  check(after.nodes <= before.nodes * 1.5 + 50 && after.listeners <= before.listeners * 1.5 + 50, `${JSON.stringify(before)} became ${JSON.stringify(after)}`);
}

/** Sizes in quick succession; then the pixels must be those of a page opened at the last one. */
export async function resizeOften(t, sizes) {
  const page = await t.open({ width: 900, height: 800 });
  await page.goto(article(t, `<div id="column">${story('scene="talent" lang="zh"')}</div>`));
  await allAre(page, 'ready');
  await page.evaluate(async (count) => {
    const column = document.querySelector('#column');
    for (let i = 0; i < count; i += 1) {
      column.style.width = `${240 + ((i * 97) % 640)}px`;
      if (i % 17 === 3) column.style.display = 'none';
      else column.style.display = '';
      if (i % 23 === 5) { column.style.width = '0'; column.style.height = '0'; } else column.style.height = '';
      if (i % 31 === 7) document.body.append(column);
      await new Promise((done) => { setTimeout(done, 10); });
    }
    Object.assign(column.style, { width: '640px', display: '', height: '' });
  }, sizes);
  await page.waitForTimeout(500);
  const [seen] = await pixels(page);
  // 640 px of column within the margins of the body.
  check(seen === await cold(t, { width: 656, attributes: 'scene="talent" lang="zh"' }), 'other pixels than those of a page opened at that width');
  check(page.faults.length === 0, page.faults.join(' | '));
}

export const robust = {
  ...Object.fromEntries([
    missingEngine('absent (404)', { status: 404 }),
    missingEngine('server error (500)', { status: 500 }),
    missingEngine('cut short', { body: (await wasm().catch(() => Buffer.alloc(9))).subarray(0, 5000), type: 'application/wasm' }),
    missingEngine('of zeros', { body: Buffer.alloc(4000), type: 'application/wasm' }),
    missingEngine('that never comes', { hang: true }, { within: PATIENT_MS }),
  ]),
  'robust: a browser without WebAssembly: static words': async (t) => {
    t.site.requests.length = 0;
    await checkFallback(t, { before: () => { delete window.WebAssembly; } });
    check(t.site.requests.every(({ path }) => path !== WASM), 'the WASM was asked for all the same');
  },
  'robust: a host policy that forbids WebAssembly: static words': (t) => checkFallback(t, { policy: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'" }).then(() => {}),
  'robust: a host policy that forbids fetching: static words': (t) => checkFallback(t, { policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'none'" }).then(() => {}),
  'robust: WASM sent as text still works': async (t) => {
    t.site.replaced.set(WASM, { body: await wasm(), type: 'text/plain' });
    const page = await t.open();
    await page.goto(article(t, story('scene="growth"')));
    await allAre(page, 'ready');
  },
  // Seen to fail: with ten tries in fetching.js.
  'robust: offline, at most three tries, then retry': async (t) => {
    const page = await t.open();
    let tries = 0;
    await page.route('**/*.wasm', (route) => { tries += 1; route.abort('internetdisconnected'); });
    await page.goto(article(t, story('scene="growth" lang="en"', FALLBACK)));
    await allAre(page, 'error');
    check(tries === 3, `${tries} tries`);
    await page.unroute('**/*.wasm');
    await page.locator('[data-do=retry]').click();
    await allAre(page, 'ready');
  },
  'robust: data that comes slowly is waited for, the static words stand meanwhile': async (t) => {
    const page = await t.open();
    await page.route(`**${STORY}`, async (route) => { await new Promise((done) => { setTimeout(done, 2500); }); await route.continue(); });
    await page.goto(article(t, story('scene="growth" lang="en"', FALLBACK)));
    check(await page.locator('h2', { hasText: 'Summary' }).isVisible(), 'no summary');
    await page.waitForTimeout(1000);
    check(await page.locator('duoyuan-story > table').isVisible(), 'no table while it loads');
    await allAre(page, 'ready');
  },
  // Seen to fail: with no time between two traps counted as a minute.
  'robust: a trap leaves the other embeds of the page alone': async (t) => {
    const page = await t.open({ width: 800, height: 2400 });
    await page.goto(`${article(t, story('scene="growth" lang="en"', FALLBACK) + story('scene="talent" lang="en"') + story('scene="greening" lang="zh"'))}?duoyuan-test=trap`);
    await allAre(page, 'ready');
    await page.waitForTimeout(300);
    const before = await pixels(page);
    const trap = () => page.evaluate(async () => {
      const [first] = document.querySelectorAll('duoyuan-story');
      first.testTrap();
      first.toSVG();
      await new Promise((done) => { setTimeout(done, 400); });
      return { scene: first.scene, status: first.status };
    });
    const once = await trap();
    check(once.status === 'ready' && once.scene === 'growth', JSON.stringify(once));
    check((await pixels(page)).join() === before.join(), 'pixels changed after the first trap');
    check((await trap()).status === 'fallback', 'no fallback after the second');
    check(await page.locator('h2', { hasText: 'Summary' }).isVisible(), 'no static words');
    const others = await page.evaluate(async () => Promise.all([...document.querySelectorAll('duoyuan-story')].slice(1).map(async (other) => {
      other.theme = 'dark';
      return `${other.status} ${other.toSVG().length > 500} ${(await other.toPNG()).size > 500}`;
    })));
    check(others.every((text) => text === 'ready true true'), others.join());
  },
  // Seen to fail: with a field put onto a clear canvas.
  'robust: a field of 8,000 dots stands on the ground of its theme, on the page and in a file': async (t) => {
    const files = marksStory(8000);
    for (const [name, text] of Object.entries(files)) t.site.replaced.set(`/many/${name}`, { body: text, type: 'application/json' });
    for (const theme of ['light', 'dark']) {
      const page = await t.open({ width: 800, height: 1600, dpr: 2, theme });
      await page.goto(article(t, `<duoyuan-story src="many/story.json" lang="zh" mode="stepper" theme="${theme}"></duoyuan-story>`));
      await allAre(page, 'ready');
      const seen = await page.evaluate(async () => {
        const element = document.querySelector('duoyuan-story');
        const canvas = element.shadowRoot.querySelector('canvas');
        const of = (context, { width, height }) => context.getImageData(0, 0, width, height).data;
        const own = of(canvas.getContext('2d'), canvas);
        const bitmap = await createImageBitmap(await element.toPNG());
        const file = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        file.drawImage(bitmap, 0, 0);
        const saved = of(file, bitmap);
        const count = (data, is) => { let n = 0; for (let i = 0; i < data.length; i += 4) n += is(data, i); return n / (data.length / 4); };
        const ground = getComputedStyle(element.shadowRoot.querySelector('.view')).backgroundColor.match(/\d+/g).map(Number);
        const isGround = (d, i) => (d[i] === ground[0] && d[i + 1] === ground[1] && d[i + 2] === ground[2] ? 1 : 0);
        return { clear: count(own, (d, i) => (d[i + 3] < 255 ? 1 : 0)), clearInFile: count(saved, (d, i) => (d[i + 3] < 255 ? 1 : 0)), ground: count(own, isGround), groundInFile: count(saved, isGround) };
      });
      check(seen.clear === 0 && seen.clearInFile === 0, `${theme}: ${JSON.stringify(seen)}`);
      check(seen.ground > 0.4 && seen.ground < 0.97 && Math.abs(seen.ground - seen.groundInFile) < 0.01, `${theme}: ${JSON.stringify(seen)}`);
      await page.close();
    }
  },
  // Seen to fail: with figures that grow by doubling, each with a copy of its unit: "unreachable" beyond two series of 8,192.
  'robust: as many points as a story may have: each chapter is drawn': async (t) => {
    const lengths = [9000, 9000, 9000, 9000, 9000, 5000];
    for (const [name, text] of Object.entries(manySeries(lengths))) {
      t.site.replaced.set(`/many/${name}`, { body: text, type: name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8' });
    }
    const page = await t.open({ width: 800, height: 900 });
    await page.goto(article(t, '<duoyuan-story src="many/story.json" mode="stepper" lang="en"></duoyuan-story>'));
    await allAre(page, 'ready');
    const seen = new Set();
    for (const [i, length] of lengths.entries()) {
      if (i > 0) await page.evaluate(() => document.querySelector('duoyuan-story').next());
      await page.waitForFunction((wanted) => document.querySelector('duoyuan-story').shadowRoot.querySelectorAll('table tbody tr').length === wanted, length);
      await page.waitForTimeout(400);
      seen.add((await pixels(page))[0]);
    }
    await allAre(page, 'ready');
    check(seen.size === lengths.length, `${seen.size} pictures`);
    check(page.faults.length === 0, page.faults.join(' | '));
  },
  // Seen to fail: with the `once` taken from the abort listeners of www/: "AbortSignal abort" seven times.
  'robust: mounting and removing an element leaves no listener behind': async (t) => {
    const page = await t.open({ width: 1200 });
    await page.addInitScript(noteListeners);
    await page.goto(article(t, '<p>Words.</p>'));
    const left = await page.evaluate(async () => {
      const element = document.createElement('duoyuan-story');
      for (const [name, value] of [['src', 'karamay/story.json'], ['lang', 'en']]) element.setAttribute(name, value);
      const until = async (what) => { while (!what()) await new Promise((done) => { setTimeout(done, 20); }); };
      const before = new Set(window.held_);
      for (let i = 0; i < 3; i += 1) {
        document.body.append(element);
        await until(() => element.status === 'ready');
        element.goTo('talent');
        element.shadowRoot.querySelector('[data-do=sonification]').click();
        await until(() => element.shadowRoot.querySelector('[part=sonification]'));
        element.remove();
        element.removeAttribute('status');
        await new Promise((done) => { setTimeout(done); });
      }
      // What its own nodes listen to goes with them.
      const outside = ({ target }) => !(target instanceof Node) || target === document;
      return [...window.held_].filter((one) => !before.has(one) && outside(one)).map(({ target, type }) => `${target.constructor.name} ${type}`);
    });
    check(left.length === 0, left.join(' | '));
  },
  'robust: mounting and removing leaves nothing behind (short)': (t) => mountAndRemove(t, 4),
  'robust: many changes of chapter and language leave nothing behind (short)': (t) => changeOften(t, 140),
  'robust: after many sizes the pixels are those of a fresh page (short)': (t) => resizeOften(t, 60),
  'robust: an element of no size, or not displayed, draws when it is shown': async (t) => {
    const page = await t.open({ width: 800, height: 800 });
    await page.goto(article(t, `<div id="box" hidden>${story('scene="growth" lang="en"')}</div>`));
    await page.waitForTimeout(300);
    await page.evaluate(() => { document.querySelector('#box').hidden = false; });
    await allAre(page, 'ready');
    await page.waitForTimeout(300);
    const [seen] = await pixels(page);
    check(seen === await cold(t, { width: 800, attributes: 'scene="growth" lang="en"' }), 'other pixels');
  },
  // Seen to fail: with the load at once in connectedCallback.
  'robust: far below the window nothing is fetched; near it, all': async (t) => {
    const page = await t.open({ width: 800, height: 600 });
    t.site.requests.length = 0;
    await page.goto(article(t, `<div id="high"></div>${story('scene="growth" lang="en"', FALLBACK)}`, { script: '', head: '' }));
    await page.evaluate(() => { document.querySelector('#high').style.height = '5000px'; });
    await page.evaluate(() => import('/duoyuan.js'));
    await page.waitForTimeout(600);
    check(!t.site.requests.some(({ path }) => path === WASM || path === STORY), `fetched ${t.site.requests.map(({ path }) => path)}`);
    await page.evaluate(() => scrollTo(0, 4500));
    await allAre(page, 'ready');
  },
  'robust: no frame is drawn while the tab is hidden or the picture out of sight': async (t) => {
    const page = await t.open({ width: 800, height: 600, reduced: false });
    await page.addInitScript(() => {
      const { requestAnimationFrame: ask } = window;
      window.frames_ = 0;
      window.requestAnimationFrame = (done) => ask.call(window, (now) => { window.frames_ += 1; done(now); });
    });
    await page.goto(article(t, `${story('scene="talent" lang="en"')}<div id="high"></div>`));
    await allAre(page, 'ready');
    await page.evaluate(() => { document.querySelector('#high').style.height = '5000px'; scrollTo(0, 4900); });
    await page.waitForTimeout(300);
    const before = await page.evaluate(() => window.frames_);
    await page.waitForTimeout(700);
    check((await page.evaluate(() => window.frames_)) === before, 'frames were asked for out of sight');
  },
  'robust: back from another page by the back button, the picture is as it was': async (t) => {
    const page = await t.open({ width: 800, height: 800 });
    const address = article(t, story('mode="stepper" lang="en"'));
    await page.goto(`${address}#scene=talent`);
    await allAre(page, 'ready');
    await page.waitForTimeout(200);
    const before = await pixels(page);
    await page.goto(article(t, '<p>Other</p>', { address: '/other.html', script: '' }));
    await page.goBack();
    await allAre(page, 'ready');
    await page.waitForTimeout(300);
    check((await pixels(page)).join() === before.join(), 'another picture');
  },
  // Seen to fail: with cappedDpr() giving back what it was given.
  'robust: a tall picture at six pixels a CSS px stays within the limits of a canvas, and is drawn': async (t) => {
    const page = await t.open({ width: 300, height: 900, dpr: 6 });
    await page.goto(article(t, story('scene="governance" lang="en"')));
    await allAre(page, 'ready');
    const seen = await page.evaluate(() => {
      const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('[part=canvas]');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.min(canvas.height, 600));
      let other = 0;
      for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i] - data[0]) > 60) other += 1;
      return { width: canvas.width, height: canvas.height, other };
    });
    check(seen.width * seen.height <= 16_777_216 && Math.max(seen.width, seen.height) <= 8192 && seen.other > 100, JSON.stringify(seen));
  },
  // Seen to fail: with "all: initial" taken out of the frame's style; with "for … in" in place of Object.entries in dom.js.
  'robust: hostile styles and prototypes of the host change no pixel, and nothing leaks out': async (t) => {
    const hostile = '* { all: unset !important; display: block !important; font: 40px/3 fantasy !important; letter-spacing: 9px !important; direction: rtl; transform: rotate(1deg) } '
      + 'duoyuan-story { display: block !important; font-size: 40px !important; line-height: 5 !important; text-transform: uppercase !important } canvas, table, button { display: none !important; width: 3px !important }';
    t.site.replaced.set('/hostile.css', { body: hostile, type: 'text/css' });
    t.site.replaced.set('/hostile.js', { body: "Array.prototype.evil = () => 1; Object.prototype.evil2 = 'x'; String.prototype.evil3 = 1; Array.prototype.toJSON = undefined;", type: 'text/javascript' });
    const page = await t.open({ width: 800, height: 900 });
    await page.goto(article(t, `<div id="column">${story('scene="talent" lang="en"')}</div>`, { head: '<script src="hostile.js"></script>' }));
    await allAre(page, 'ready');
    const before = await page.evaluate(() => ({ keys: Object.keys(window).filter((key) => !['evil2'].includes(key)), sheets: document.styleSheets.length, nodes: document.querySelectorAll('*').length }));
    await page.waitForTimeout(300);
    const [seen] = await pixels(page);
    check(seen === await cold(t, { width: 800, attributes: 'scene="talent" lang="en"' }), 'prototypes changed the pixels');
    const twin = () => document.querySelector('duoyuan-story').shadowRoot.querySelector('.frame').outerHTML;
    const calm = await t.open({ width: 800, height: 900 });
    await calm.goto(article(t, `<div id="column">${story('scene="talent" lang="en"')}</div>`, { address: '/calm.html' }));
    await allAre(calm, 'ready');
    await calm.waitForTimeout(300);
    const [polluted, plain] = [await page.evaluate(twin), await calm.evaluate(twin)];
    const at = [...plain].findIndex((sign, index) => sign !== polluted[index]);
    check(polluted === plain, `prototypes changed the document: …${polluted.slice(Math.max(0, at - 60), at + 60)}…`);
    check(before.sheets === 0 && before.nodes === 8 + 3, `nodes ${before.nodes}, sheets ${before.sheets}`);
    const leaked = await page.evaluate(() => {
      const clean = document.createElement('iframe');
      document.body.append(clean);
      const own = new Set(Object.getOwnPropertyNames(clean.contentWindow));
      const more = Object.getOwnPropertyNames(window).filter((name) => !own.has(name));
      clean.remove();
      return more;
    });
    check(leaked.filter((name) => !/^(__playwright|\d+$)/.test(name)).length === 0, `globals: ${leaked}`);
    const styled = await t.open({ width: 800, height: 900 });
    await styled.goto(article(t, story('scene="talent" lang="en"'), { head: '<link rel="stylesheet" href="hostile.css">', address: '/styled.html' }));
    await allAre(styled, 'ready');
    await styled.waitForTimeout(300);
    const inside = await styled.evaluate(() => {
      const root = document.querySelector('duoyuan-story').shadowRoot;
      const style = (selector) => getComputedStyle(root.querySelector(selector));
      // 1.0625 of the root's size, as for a reader who enlarges it.
      return { font: style('.frame').fontSize, canvas: style('[part=canvas]').display, spacing: style('.frame').letterSpacing, direction: style('.frame').direction, upper: style('.frame').textTransform };
    });
    check(inside.font === '42.5px' && inside.canvas === 'block' && inside.spacing === 'normal' && inside.direction === 'ltr' && inside.upper === 'none', JSON.stringify(inside));
  },
  // Seen to fail: with the compiled module not kept in loader.js, and with the story not kept.
  'robust: five and twenty embeds: right data each, one WASM, one compiled story': async (t) => {
    // The browser's cache would hide a second fetch.
    t.site.replaced.set(WASM, { body: await wasm(), type: 'application/wasm', headers: { 'cache-control': 'no-store' } });
    t.site.replaced.set(STORY, { body: await readFile(DIST + STORY), headers: { 'cache-control': 'no-store' } });
    for (const count of [5, 20]) {
      const scenes = ['growth', 'talent', 'greening', 'future', 'honours'];
      const page = await t.open({ width: 700, height: 900 });
      t.site.requests.length = 0;
      await page.goto(article(t, Array.from({ length: count }, (_, i) => story(`scene="${scenes[i % 5]}" lang="${i % 2 ? 'en' : 'zh'}"`)).join('')));
      await page.evaluate(async () => {
        for (const element of document.querySelectorAll('duoyuan-story')) {
          element.scrollIntoView();
          await new Promise((done) => { setTimeout(done, 40); });
        }
      });
      await allAre(page, 'ready');
      const told = await page.evaluate(() => [...document.querySelectorAll('duoyuan-story')].map((element) => `${element.scene} ${element.shadowRoot.querySelector('.stage').dataset.scene}`));
      check(told.every((text, i) => text === `${scenes[i % 5]} ${scenes[i % 5]}`), told.join());
      const asked = t.site.requests.map(({ path }) => path).filter((path) => /\.(wasm|compiled|json|csv)$/.test(path)).sort();
      check(asked.join() === [STORY, WASM].sort().join(), `${count} embeds ask for ${asked}`);
    }
  },
  // Seen to fail: without asking whether there is such an element already in duoyuan.js.
  'robust: two versions of the script on one page: the first stays, with its own WASM alone, and both embeds are drawn': async (t) => {
    const { folder } = built;
    // Another version has another folder, and so other addresses of all it loads; it has no compiled story for this page's address, so it takes the plain files.
    for (const [name, file] of [['/old/duoyuan.js', '/duoyuan.js'], [`/old${FULL}`, FULL], [`/old${GLUE}`, GLUE]]) t.site.replaced.set(name, { body: await readFile(DIST + file), type: name.endsWith('.js') ? 'text/javascript' : name.endsWith('.wasm') ? 'application/wasm' : 'application/json' });
    for (const [first, second, engine] of [['duoyuan.js', 'old/duoyuan.js', WASM], ['old/duoyuan.js', 'duoyuan.js', `/old${FULL}`]]) {
      const page = await t.open({ width: 700, height: 2400 });
      t.site.requests.length = 0;
      await page.goto(article(t, story('scene="growth" lang="en"') + story('scene="talent" lang="zh"'), { script: first, head: `<script type="module" src="${second}"></script>` }));
      await allAre(page, 'ready');
      await page.waitForTimeout(300);
      const told = await page.evaluate(() => [...document.querySelectorAll('duoyuan-story')].map((element) => `${element.scene} ${element.toSVG().length > 1000}`).join());
      check(told === 'growth true,talent true', told);
      const asked = t.site.requests.map(({ path }) => path).filter((path) => path.endsWith('.wasm'));
      check(asked.join() === engine, `${folder}, first ${first}: ${asked}`);
      check(page.faults.length === 0, page.faults.join(' | '));
    }
  },
  // Seen to fail: without the contextrestored listener in stage.js.
  'robust: a canvas whose pixels the browser has dropped is drawn again': async (t) => {
    const page = await t.open({ width: 700, height: 900 });
    await page.goto(article(t, story('scene="growth" lang="en"')));
    await allAre(page, 'ready');
    await page.waitForTimeout(200);
    const before = await pixels(page);
    await page.evaluate(async () => {
      const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('[part=canvas]');
      canvas.getContext('2d').reset();
      canvas.dispatchEvent(new Event('contextlost'));
      canvas.dispatchEvent(new Event('contextrestored'));
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    });
    check((await pixels(page)).join() === before.join(), 'other pixels');
  },
};
