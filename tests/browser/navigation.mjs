// Getting in and getting around: the page, chapters, the address, language and theme. A test's name says the promise, its failure what was seen.

import { check, waitStatus } from './browser.mjs';
import { clean, openEmbed, openPage, press, settled, state } from './moves.mjs';

export const navigation = {
  'page: opens without console messages, CSP violations or failed requests': async (t) => {
    for (const reduced of [true, false]) {
      const page = await openPage(t, { reduced });
      await page.waitForTimeout(300);
      clean(page, reduced ? 'reduced motion' : 'moving');
    }
  },
  'page: asks only its own server, and sets no cookie or storage': async (t) => {
    const page = await t.open();
    const foreign = [];
    page.on('request', (request) => { if (!request.url().startsWith(t.server.origin)) foreign.push(request.url()); });
    await page.goto(t.server.origin);
    await waitStatus(page);
    const kept = await page.evaluate(() => document.cookie.length + localStorage.length + sessionStorage.length);
    check(foreign.length === 0 && kept === 0, `foreign: ${foreign}; kept ${kept}`);
  },
  'page: leaves the performance marks of the contract': async (t) => {
    const page = await openPage(t, { reduced: false });
    await settled(page);
    const marks = await page.evaluate(() => performance.getEntriesByType('mark').map((mark) => mark.name));
    for (const name of ['fallback-visible', 'wasm-ready', 'first-frame', 'settled']) check(marks.includes(`duoyuan:${name}`), `no mark duoyuan:${name}, only ${marks}`);
  },
  'page: the static words are hidden once the picture is there': async (t) => {
    const page = await openPage(t);
    check(!(await page.locator('.fallback').isVisible()), 'fallback still visible');
    check(await page.locator('h1').isVisible(), 'the heading is gone');
  },
  'page: without JavaScript heading, summary and source stand in both languages': async (t) => {
    const page = await t.open();
    const context = await page.context().browser().newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(t.server.origin);
    const text = await plain.locator('body').innerText();
    await context.close();
    for (const part of ['一主多元', '来源', 'one lead industry', 'Source']) check(text.includes(part), `“${part}” is missing in: ${text.slice(0, 200)}`);
  },
  'steps: next and previous change chapter, address, place and announcement': async (t) => {
    const page = await openPage(t);
    const before = await state(page);
    await page.evaluate(() => {
      window.heard = [];
      document.addEventListener('duoyuan-scene', (event) => window.heard.push(event.detail.scene));
    });
    await press(page, 'next');
    const after = await state(page);
    check(after.scene === t.scenes[1] && after.hash === `#scene=${t.scenes[1]}`, `next showed ${after.scene} at ${after.hash}`);
    check(after.label !== before.label && after.place.includes('1 / 12'), `label ${after.label}, place ${after.place}`);
    await page.waitForTimeout(800);
    check((await state(page)).status.length > 0, 'nothing was announced');
    check((await state(page)).scene === t.scenes[1], 'scrolling there changed the chapter again');
    await press(page, 'previous');
    await page.waitForTimeout(100);
    check((await state(page)).scene === t.scenes[0], `previous showed ${(await state(page)).scene}`);
    check((await page.evaluate(() => window.heard)).join() === [t.scenes[1], t.scenes[0]].join(), `events ${await page.evaluate(() => window.heard)}`);
  },
  'steps: previous on the first and next on the last chapter do nothing': async (t) => {
    const page = await openEmbed(t);
    await press(page, 'previous');
    check((await state(page)).scene === t.scenes[0], 'left the first chapter backwards');
    await page.evaluate((id) => document.querySelector('duoyuan-story').goTo(id), t.scenes.at(-1));
    await press(page, 'next');
    check((await state(page)).scene === t.scenes.at(-1), 'left the last chapter forwards');
    clean(page, 'at the ends');
  },
  'scroll: chapters become active downwards and upwards, wide and narrow': async (t) => {
    for (const width of [1280, 375]) {
      const page = await openPage(t, { width, height: 800 });
      const seen = [];
      const wheel = async (by) => {
        for (let i = 0; i < 5; i += 1) {
          await page.mouse.wheel(0, by);
          await page.waitForTimeout(120);
          seen.push((await state(page)).scene);
        }
      };
      await page.mouse.move(100, 400);
      await wheel(600);
      const deepest = seen.at(-1);
      check(t.scenes.indexOf(deepest) >= 2, `${width} px: after 3000 px down still at ${deepest}`);
      await wheel(-600);
      check(seen.at(-1) === t.scenes[0], `${width} px: back at the top shows ${seen.at(-1)}`);
    }
  },
  'address: #scene opens a chapter, a changed hash follows': async (t) => {
    for (const open of [openPage, (test, options, hash) => openEmbed(test, options, '', hash)]) {
      const page = await open(t, {}, `#scene=${t.scenes[5]}`);
      check((await state(page)).scene === t.scenes[5], `opened ${(await state(page)).scene}`);
      await page.evaluate((id) => { location.hash = `scene=${id}`; }, t.scenes[9]);
      await page.waitForTimeout(300);
      check((await state(page)).scene === t.scenes[9], `followed to ${(await state(page)).scene}`);
      await page.evaluate(() => { location.hash = 'scene=__proto__'; });
      await page.waitForTimeout(100);
      check((await state(page)).scene === t.scenes[9], 'an unknown chapter changed the picture');
      clean(page, 'hash');
    }
  },
  'address: #figure opens the record in its chapter': async (t) => {
    const first = await openPage(t, {}, `#scene=${t.scenes[5]}`);
    const figure = await first.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.mark[data-figure]').dataset.figure);
    for (const open of [openPage, (test, options, hash) => openEmbed(test, options, '', hash)]) {
      const page = await open(t, {}, `#figure=${figure}`);
      const seen = await state(page);
      check(seen.record, `no record for ${figure} in ${seen.scene}`);
    }
  },
  'language: switching keeps the chapter and changes every text': async (t) => {
    for (const width of [1280, 375]) {
      const page = await openPage(t, { width }, `#scene=${t.scenes[3]}`);
      const zh = await state(page);
      await page.locator('[data-lang=en]').evaluate((button) => button.click());
      await page.waitForTimeout(200);
      const en = await state(page);
      check(en.scene === zh.scene && en.lang === 'en' && en.label !== zh.label, `${JSON.stringify(en)}`);
      // The button 中 and the masthead in the page's own language are no part of the story's text.
      const left = await page.evaluate(() => {
        const root = document.querySelector('duoyuan-story').shadowRoot;
        const text = [...root.querySelectorAll('.cards, .transport, figure, [aria-label]')].map((node) => `${node.textContent} ${node.getAttribute('aria-label') ?? ''}`).join(' ');
        return text.replace(/中(?=\s*EN)/g, '').match(/[\u4e00-\u9fff]+/g) ?? [];
      });
      check(left.length === 0, `${width} px, en: Chinese left: ${[...new Set(left)].slice(0, 10)}`);
      check((await page.evaluate(() => document.documentElement.lang)) === 'en', 'the page did not follow');
    }
  },
  'theme: the button goes round, the canvas and the page follow, the system switches live': async (t) => {
    const page = await openPage(t);
    const ground = () => page.evaluate(() => {
      const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('[part=canvas]');
      const [r, g, b] = canvas.getContext('2d').getImageData(1, 1, 1, 1).data;
      return { canvas: `${r},${g},${b}`, page: getComputedStyle(document.documentElement).backgroundColor.replace(/rgb\(|\)| /g, '') };
    });
    const light = await ground();
    check(light.canvas === '251,248,242' && light.page === light.canvas, `light: ${JSON.stringify(light)}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    let dark = await ground();
    // a busy machine may take longer than a reader would notice
    for (let i = 0; i < 50 && dark.canvas === light.canvas; i += 1) {
      await page.waitForTimeout(100);
      dark = await ground();
    }
    check(dark.canvas === '20,23,26' && dark.page === dark.canvas, `system dark: ${JSON.stringify(dark)}`);
    const seen = [];
    for (let i = 0; i < 4; i += 1) {
      await press(page, 'theme');
      await page.waitForTimeout(50);
      seen.push(`${await page.evaluate(() => document.querySelector('duoyuan-story').theme)}`);
    }
    check(seen.join() === 'light,dark,contrast,auto', `went ${seen}`);
    await page.emulateMedia({ forcedColors: 'active' });
    for (let i = 0; i < 50 && (await state(page)).theme !== 'contrast'; i += 1) await page.waitForTimeout(100);
    check((await state(page)).theme === 'contrast', 'forced colours did not give the contrast theme');
  },
};
