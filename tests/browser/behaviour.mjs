// What the reader can do. Each test opens pages of its own; its name says the promise, its failure what was seen instead.

import { readFile } from 'node:fs/promises';
import { check, waitStatus } from './browser.mjs';

const state = (page) => page.evaluate(() => {
  const story = document.querySelector('duoyuan-story');
  const root = story.shadowRoot;
  const focus = root.activeElement;
  return {
    scene: story.scene, lang: story.lang, hash: location.hash, layout: root.querySelector('.frame').dataset.layout,
    playback: root.querySelector('.frame').dataset.playback, theme: root.querySelector('.frame').dataset.theme,
    label: root.querySelector('figure').getAttribute('aria-label'), place: root.querySelector('.place').textContent,
    record: !root.querySelector('[part=record]').hidden, recordLabel: root.querySelector('[part=record]').getAttribute('aria-label'),
    focusMark: focus?.dataset.mark ?? null, focusPart: focus?.getAttribute('part') ?? null, status: root.querySelector('[part=status]').textContent,
    marks: [...root.querySelectorAll('.mark')].map((mark) => mark.dataset.mark),
  };
});

async function openPage(t, options, hash = '') {
  const page = await t.open(options);
  await page.goto(`${t.server.origin}/${hash}`);
  await waitStatus(page);
  return page;
}

async function openEmbed(t, options, query = '', hash = '') {
  const page = await t.open(options);
  await page.goto(`${t.server.origin}/embed.html${query}${hash}`);
  await waitStatus(page);
  return page;
}

const press = (page, what) => page.locator(`[data-do=${what}]`).evaluate((button) => button.click());
const clean = (page, what) => check(page.faults.length === 0, `${what}: ${page.faults.join(' | ')}`);
const settled = (page) => page.waitForFunction(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.frame').dataset.playback === 'rest');

export const behaviour = {
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
      const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('canvas');
      const [r, g, b] = canvas.getContext('2d').getImageData(1, 1, 1, 1).data;
      return { canvas: `${r},${g},${b}`, page: getComputedStyle(document.documentElement).backgroundColor.replace(/rgb\(|\)| /g, '') };
    });
    const light = await ground();
    check(light.canvas === '251,248,242' && light.page === light.canvas, `light: ${JSON.stringify(light)}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(100);
    const dark = await ground();
    check(dark.canvas === '20,23,26' && dark.page === dark.canvas, `system dark: ${JSON.stringify(dark)}`);
    const seen = [];
    for (let i = 0; i < 4; i += 1) {
      await press(page, 'theme');
      await page.waitForTimeout(50);
      seen.push(`${await page.evaluate(() => document.querySelector('duoyuan-story').theme)}`);
    }
    check(seen.join() === 'light,dark,contrast,auto', `went ${seen}`);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.waitForTimeout(100);
    check((await state(page)).theme === 'contrast', 'forced colours did not give the contrast theme');
  },
  'keyboard: arrows, Home and End walk the marks; Enter opens, Escape closes and gives the focus back': async (t) => {
    const page = await openPage(t, {}, `#scene=${t.scenes[1]}`);
    const { marks } = await state(page);
    check(marks.length > 1, 'fewer than two marks');
    await page.locator('.mark[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    check((await state(page)).focusMark === marks[1], `ArrowRight went to ${(await state(page)).focusMark}`);
    await page.keyboard.press('End');
    check((await state(page)).focusMark === marks.at(-1), 'End');
    await page.keyboard.press('Home');
    check((await state(page)).focusMark === marks[0], 'Home');
    check((await page.locator('.mark[tabindex="0"]').count()) === 1, 'more than one tab stop');
    const withRecord = await page.locator('.mark[data-figure]').first().getAttribute('data-mark');
    await page.locator(`.mark[data-mark="${withRecord}"]`).focus();
    await page.keyboard.press('Enter');
    check((await state(page)).record && (await state(page)).focusPart === 'record', 'Enter opened no record or did not move the focus');
    await page.keyboard.press('Escape');
    check(!(await state(page)).record && (await state(page)).focusMark === withRecord, 'Escape');
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(200);
    const next = await state(page);
    check(next.scene === t.scenes[2] && next.focusMark === next.marks[0], `PageDown: ${next.scene}, focus ${next.focusMark}`);
  },
  'keyboard: at most 4 tab stops in the figure, and no trap': async (t) => {
    const page = await openEmbed(t);
    const stops = [];
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => {
        const focus = document.querySelector('duoyuan-story').shadowRoot.activeElement;
        return focus ? (focus.closest('figure') ? 'figure' : focus.className) : 'outside';
      }));
      if (stops.at(-1) === 'outside') break;
    }
    check(stops.at(-1) === 'outside', `trapped: ${stops}`);
    check(stops.filter((stop) => stop === 'figure').length <= 4, `figure stops: ${stops}`);
  },
  'record: opens from a number in the text, stays in the stage, links are safe': async (t) => {
    for (const [width, side] of [[1280, 'wide'], [600, 'sheet']]) {
      const page = await openPage(t, { width }, `#scene=${t.scenes[5]}`);
      await page.locator('.card.active .number').first().evaluate((button) => { button.focus(); button.click(); });
      const seen = await page.evaluate(() => {
        const root = document.querySelector('duoyuan-story').shadowRoot;
        const record = root.querySelector('[part=record]');
        const box = record.getBoundingClientRect();
        const view = root.querySelector('.view').getBoundingClientRect();
        return {
          open: !record.hidden, side: record.dataset.side, inside: box.left >= view.left && box.right <= view.right + 1 && box.top >= view.top && box.bottom <= view.bottom + 1,
          onScreen: box.top >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1,
          links: [...record.querySelectorAll('a')].map((a) => [a.protocol, a.target, a.rel].join(' ')),
          rows: record.querySelectorAll('dt').length, number: record.querySelector('.record-number').textContent, hash: location.hash,
        };
      });
      check(seen.open && seen.rows > 0 && seen.number, `${width} px: ${JSON.stringify(seen)}`);
      check(side === 'sheet' ? seen.side === 'sheet' && seen.onScreen : seen.inside, `${width} px: off the stage: ${JSON.stringify(seen)}`);
      check(seen.links.every((link) => /^https?: _blank noopener noreferrer$/.test(link)), `links ${seen.links}`);
      check(seen.hash.startsWith('#figure='), `address ${seen.hash}`);
      await page.keyboard.press('Escape');
      const after = await page.evaluate(() => [document.querySelector('duoyuan-story').shadowRoot.activeElement?.className, location.hash]);
      check(after[0] === 'number' && after[1] === `#scene=${t.scenes[5]}`, `after Escape: ${after}`);
    }
  },
  'record: a click on a mark in the canvas opens it': async (t) => {
    const page = await openPage(t, {}, `#scene=${t.scenes[5]}`);
    const point = await page.evaluate(() => {
      const root = document.querySelector('duoyuan-story').shadowRoot;
      root.querySelector('.view').scrollTop = 0;
      const view = root.querySelector('.view').getBoundingClientRect();
      const boxes = [...root.querySelectorAll('.mark[data-figure]')].map((mark) => mark.getBoundingClientRect()).filter((box) => box.bottom < view.bottom);
      return { x: boxes[0].x + boxes[0].width / 2, y: boxes[0].y + boxes[0].height / 2 };
    });
    await page.mouse.move(point.x, point.y);
    check(await page.locator('.tip').isVisible(), 'hovering showed no label');
    await page.mouse.click(point.x, point.y);
    check((await state(page)).record, `no record after a click at ${JSON.stringify(point)}`);
  },
  'table: opens, has a caption, headers with scope, a row a datum and the source': async (t) => {
    for (const width of [1280, 375]) {
      const page = await openPage(t, { width }, `#scene=${t.scenes[1]}`);
      check(!(await page.locator('table[part=table]').isVisible()), 'open at first');
      await press(page, 'table');
      const table = page.locator('table[part=table]');
      check(await table.isVisible(), `${width} px: not visible`);
      const seen = await table.evaluate((node) => ({
        caption: node.caption?.textContent, bad: [...node.querySelectorAll('th')].filter((th) => !['col', 'row'].includes(th.scope)).length,
        rows: node.tBodies[0].rows.length, foot: node.tFoot?.textContent ?? '', headed: [...node.tBodies[0].rows].every((row) => row.querySelector('th[scope=row]')),
      }));
      check(seen.caption && seen.bad === 0 && seen.rows > 0 && seen.headed && seen.foot.includes('来源'), JSON.stringify(seen));
      await page.keyboard.press('Escape');
      check(!(await table.isVisible()), 'Escape did not close the table');
    }
  },
  'motion: a chapter plays once, comes to rest, and is at rest when seen again': async (t) => {
    const page = await openEmbed(t, { reduced: false });
    await settled(page);
    await press(page, 'next');
    check((await state(page)).playback === 'playing', `after next: ${(await state(page)).playback}`);
    await press(page, 'play');
    check((await state(page)).playback === 'paused', 'pause');
    await press(page, 'play');
    await settled(page);
    await press(page, 'previous');
    check((await state(page)).playback === 'rest', 'a seen chapter played again');
    await press(page, 'play');
    check((await state(page)).playback === 'playing', 'replay');
    clean(page, 'motion');
  },
  'motion: reduced motion draws once and asks for no frames': async (t) => {
    const page = await t.open({ reduced: true });
    await page.addInitScript(() => {
      window.frames2 = 0;
      const { requestAnimationFrame: ask } = window;
      window.requestAnimationFrame = (callback) => { window.frames2 += 1; return ask.call(window, callback); };
    });
    await page.goto(t.server.origin);
    await waitStatus(page);
    await page.evaluate(() => { window.frames2 = 0; }); // waiting asked for some
    await press(page, 'next');
    await page.waitForTimeout(200);
    check((await page.evaluate(() => window.frames2)) === 0, `${await page.evaluate(() => window.frames2)} frames asked for`);
    check((await state(page)).playback === 'rest', 'not at rest');
    check(!(await page.locator('[data-do=play]').isVisible()), 'a play button that cannot play');
  },
  'size: the canvas follows width and pixels and stays under the cap': async (t) => {
    for (const [width, dpr] of [[320, 3], [900, 2], [2500, 3]]) {
      const page = await openEmbed(t, { width, dpr });
      for (const [wide, high] of [[width, 900], [Math.round(width * 0.8), 900]]) {
        await page.setViewportSize({ width: wide, height: high });
        await page.waitForTimeout(150);
        const seen = await page.evaluate(() => {
          const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('canvas');
          return { w: canvas.width, h: canvas.height, css: canvas.getBoundingClientRect().width, page: document.documentElement.scrollWidth - innerWidth };
        });
        check(seen.w * seen.h <= 16_777_216 && Math.max(seen.w, seen.h) <= 8192, `${wide} px × ${dpr}: ${JSON.stringify(seen)}`);
        check(Math.abs(seen.css - Math.min(wide, 960)) <= 1, `${wide} px: canvas is ${seen.css} px wide`);
        check(seen.page <= 0, `${wide} px: the page scrolls sideways by ${seen.page} px`);
      }
    }
  },
  'size: nothing scrolls sideways and touch targets are 44 px on a phone': async (t) => {
    for (const width of [280, 320, 375]) {
      const page = await openPage(t, { width, height: 700, touch: true });
      const seen = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - innerWidth,
        small: [...document.querySelector('duoyuan-story').shadowRoot.querySelectorAll('.transport .button')].map((b) => [b.dataset.do ?? b.className, b.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < 43.5 || box.height < 43.5 || box.right > innerWidth)).map(([name, box]) => `${name} ${box.width}×${box.height} to ${box.right}`),
      }));
      check(seen.over <= 0, `${width} px: sideways by ${seen.over}`);
      check(seen.small.length === 0, `${width} px: ${seen.small}`);
    }
  },
  'downloads: SVG, PNG and CSV of the chapter': async (t) => {
    const page = await openPage(t, {}, `#scene=${t.scenes[5]}`);
    const starts = { svg: '<svg', png: '\x89PNG', csv: '\xef\xbb\xbf' };
    for (const [format, start] of Object.entries(starts)) {
      const waiting = page.waitForEvent('download');
      await page.locator(`[data-format=${format}]`).evaluate((button) => button.click());
      const download = await waiting;
      const bytes = await readFile(await download.path());
      check(download.suggestedFilename() === `karamay-${t.scenes[5]}-zh.${format}`, download.suggestedFilename());
      check(bytes.toString('latin1').startsWith(start) || bytes.toString('utf8').includes(start), `${format} starts with ${bytes.subarray(0, 20)}`);
    }
    clean(page, 'downloads');
  },
  'embed: a fixed scene neither steps nor writes the address': async (t) => {
    const page = await openEmbed(t, { width: 600 }, `?scene=${t.scenes[4]}&lang=en&theme=dark`);
    const seen = await state(page);
    check(seen.scene === t.scenes[4] && seen.lang === 'en' && seen.theme === 'dark' && seen.hash === '', JSON.stringify(seen));
    check(!(await page.locator('[data-do=next]').isVisible()), 'a next button');
  },
  'embed: takes no foreign story, language or theme from its address': async (t) => {
    for (const story of ['https://example.org/a.json', '//example.org/a.json', '/etc/story.json', '../secret.json', 'javascript:alert(1)']) {
      const page = await openEmbed(t, {}, `?story=${encodeURIComponent(story)}&lang=%3Cb%3E&theme=pink&scene=%22%3E`);
      check((await page.evaluate(() => document.querySelector('duoyuan-story').src)) === 'karamay/story.json', `took ${story}`);
      clean(page, story);
    }
  },
  'element: leaves nothing running when removed, and starts again when put back': async (t) => {
    const page = await openEmbed(t, { reduced: false });
    await page.evaluate(() => { window.story = document.querySelector('duoyuan-story'); window.story.remove(); });
    await page.waitForTimeout(200);
    await page.setViewportSize({ width: 500, height: 500 });
    await page.evaluate(() => document.body.append(window.story));
    await waitStatus(page);
    clean(page, 'removed and put back');
  },
  'methods: toSVG gives a picture as text, toPNG a blob': async (t) => {
    const page = await openEmbed(t);
    const seen = await page.evaluate(async () => {
      const story = document.querySelector('duoyuan-story');
      const png = await story.toPNG();
      return { svg: story.toSVG().slice(0, 200), type: png.type, size: png.size };
    });
    check(seen.svg.includes('<svg') && seen.type === 'image/png' && seen.size > 1000, JSON.stringify(seen));
  },
};
