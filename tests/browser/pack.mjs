// Packs and the reader's engine: what a reader fetches says what the story says, and one language at a time.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { USUAL } from '../../scripts/site/stories.mjs';
import { WIDTHS } from '../../www/fitting.js';
import { check, waitStatus } from './browser.mjs';
import { clean, state } from './moves.mjs';
import { DIST } from './static.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const ENGINES = join(ROOT, 'target/site');
const loaded = (t, pattern) => t.site.requests.map(({ path }) => path).filter((path) => pattern.test(path));

/** In the page: `full` with the story's files and `readers`, the packs of each language for some widths, each in an engine of its own. */
const prepare = async ({ packs, plain }) => {
  const engine = async (name) => {
    const { default: instance } = await import(`/${name}.js`);
    const { Engine, init } = instance();
    await init(await WebAssembly.compileStreaming(fetch(`/${name}.wasm`)));
    return Engine;
  };
  const [Full, Reader] = [await engine('full'), await engine('reader')];
  window.full = new Full();
  for (const [name, text] of Object.entries(await (await fetch(plain)).json())) window.full.add(name, new TextEncoder().encode(text));
  if (!JSON.parse(window.full.open()).ok) throw new Error('the full engine refuses the story');
  window.readers = {};
  const part = async (address) => {
    const all = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const end = 4 + new DataView(all.buffer).getUint32(0, true);
    return { bytes: all.subarray(4, end), words: JSON.parse(new TextDecoder().decode(all.subarray(end))) };
  };
  for (const [lang, reference, address] of packs) {
    const first = await part(address);
    const rest = await part(new URL(first.words.rest[0], new URL(address, location)).href);
    const reader = new Reader();
    if (!reader.unpack(first.bytes, first.words.story.scenes.length) || !reader.append(rest.bytes)) throw new Error('the reader refuses the pack');
    (window.readers[lang] ??= []).push({ reader, bytes: rest.bytes, reference, words: { ...first.words, scenes: [{ ...first.words.scenes[0], ...rest.words.first }, ...rest.words.scenes] } });
  }
};

async function open(t) {
  const { files } = JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8'));
  const find = (pattern) => `/${Object.keys(files).find((path) => pattern.test(path))}`;
  for (const [name, folder] of [['full', 'pkg'], ['reader', 'reader']]) {
    t.site.replaced.set(`/${name}.js`, { body: await readFile(join(ENGINES, folder, 'engine.js')), type: 'text/javascript' });
    t.site.replaced.set(`/${name}.wasm`, { body: await readFile(join(ENGINES, folder, 'duoyuan_bg.wasm')), type: 'application/wasm' });
  }
  const page = await t.open();
  await page.goto(`${t.site.origin}/accessibility.html`);
  await page.evaluate(prepare, { packs: ['zh', 'en'].flatMap((lang) => [280, 375, 696, 860].map((width) => [lang, width, find(new RegExp(`^v[^/]+/karamay-${lang}-${width}-(?!rest)\\w+\\.pack$`))])), plain: find(/^v[^/]+\/karamay-\w+\.json$/) });
  return page;
}

export const pack = {
  // Seen to fail: with 696 taken out of the page's list; with the columns of the page told as 60 %.
  // With the rest asked for in the page as the first part is.
  // With the reading page's packs named as others' are.
  'pack: a visit fetches one pack, the one for its window, asked for early where that is certain or in the page itself, and its rest after it': async (t) => {
    const { files } = JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8'));
    const made = new Set(Object.keys(files).map((path) => path.match(/karamay-zh-(\d+)-(?!rest)\w+\.pack$/)?.[1]).filter(Boolean));
    check(String([...made].map(Number).sort((a, b) => a - b)) === String(WIDTHS), `packs for ${[...made]}, pictures for ${WIDTHS}`);
    for (const [address, width, scale] of [['/', 320], ['/', 375], ['/', 390], ['/', 412], ['/', 599], ['/', 768], ['/', 899], ['/', 960], ['/', 1100], ['/', 1280], ['/', 1920], ['/', 390, 1.25],
      ['/karamay/lead/', 375], ['/karamay/lead/', 1000], ['/embed.html?scene=greening', 700]]) {
      const page = await t.open({ width, height: 800 });
      if (scale) await page.addInitScript((size) => { addEventListener('DOMContentLoaded', () => { document.documentElement.style.setProperty('font-size', `${size}%`); }); }, scale * 100);
      t.site.requests.length = 0;
      await page.goto(`${t.site.origin}${address}`);
      await waitStatus(page);
      await page.waitForTimeout(150);
      const all = loaded(t, /\.pack$/);
      const [rests, firsts] = [true, false].map((rest) => all.filter((path) => path.includes('-rest-') === rest).map((path) => Number(path.match(/zh-(\d+)/)[1])));
      const files = address === '/' ? rests.filter((each) => !USUAL.includes(each)) : rests;
      check(String(firsts) === String(files) && all.at(-1).includes('-rest-'), `${address} at ${width}: ${all}`);
      const stage = await page.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.view').clientWidth);
      const right = (scale ? (WIDTHS.findLast((w) => w <= stage) ?? WIDTHS[0]) / scale : stage);
      // Text of another size is known only when the page is there: what was asked for early is then one too many.
      check(rests.at(-1) === (WIDTHS.findLast((w) => w <= right) ?? WIDTHS[0]) && rests.length <= (scale ? 2 : 1), `${address} at ${width}: ${rests} for ${stage} px`);
      await page.close();
    }
  },
  // Seen to fail: with the pictures of one width for all, with the words of the Chinese page in the English one.
  'pack: the first packs that stand in the reading page are those of the files': async (t) => {
    const { files } = JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8'));
    for (const [name, lang] of [['index.html', 'zh'], ['en.html', 'en']]) {
      const page = await t.open();
      await page.goto(`${t.site.origin}/${name}`);
      const { first, ...words } = JSON.parse(await page.evaluate(() => document.querySelector('script[data-first]').textContent));
      check(String(Object.keys(first)) === String(USUAL), `${name}: ${Object.keys(first)}`);
      for (const width of USUAL) {
        const all = await readFile(join(DIST, Object.keys(files).find((path) => new RegExp(`/karamay-${lang}-${width}-(?!rest)\\w+\\.pack$`).test(path))));
        const end = 4 + all.readUInt32LE(0);
        const { rest, heights, ...same } = JSON.parse(all.subarray(end));
        check(first[width].bytes === all.subarray(4, end).toString('hex') && String(first[width].heights) === String(heights), `${name}: another picture at ${width}`);
        check(JSON.stringify(words) === JSON.stringify(same), `${name}: other words at ${width}`);
      }
      await page.close();
    }
  },
  'pack: a window of another width gets the layout for it, at the moment it is at': async (t) => {
    const page = await t.open({ width: 375, height: 800 });
    await page.goto(`${t.site.origin}/embed.html?scene=lead`);
    await waitStatus(page);
    await page.evaluate(() => { document.querySelector('duoyuan-story').pause(); });
    t.site.requests.length = 0;
    await page.setViewportSize({ width: 800, height: 800 });
    for (let look = 0; look < 100 && loaded(t, /pack/).length === 0; look += 1) await page.waitForTimeout(50);
    check(String(loaded(t, /pack|wasm/)).includes('-790-') && loaded(t, /pack|wasm/).length <= 2, `asked for ${loaded(t, /pack|wasm/)}`);
    const { files } = JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8'));
    for (const name of Object.keys(files)) if (/\.(json|pack|csv|wasm)$/.test(name)) t.site.replaced.set(`/${name}`, { status: 404 });
    await page.setViewportSize({ width: 520, height: 800 });
    await page.waitForTimeout(300);
    const seen = await page.evaluate(() => { const story = document.querySelector('duoyuan-story'); return { status: story.status, troubles: story.shadowRoot.querySelector('.troubles').innerText, width: story.shadowRoot.querySelector('canvas').clientWidth }; });
    check(seen.status === 'ready' && seen.troubles === '' && seen.width === 520, JSON.stringify(seen));
  },
  // Seen to fail: with the words of the other still, with the pieces made when the picture is drawn.
  'pack: while the program is on its way, fonts, words, canvas and the pieces around the picture are got ready': async (t) => {
    for (const [address, width] of [['/', 375], ['/', 800], ['/en.html', 800], ['/', 1280]]) {
      const page = await t.open({ width, height: 800 });
      await page.addInitScript(() => {
        window.seen = { measured: [], written: [], made: 0, sized: 0 };
        const proto = CanvasRenderingContext2D.prototype;
        const { measureText, fillText } = proto;
        const is = (name) => performance.getEntriesByName(name).length > 0;
        proto.measureText = function measure(text) { if (!is('duoyuan:wasm-ready')) window.seen.measured.push(`${this.font} ${text}`); return measureText.call(this, text); };
        proto.fillText = function fill(text, ...at) { if (!is('duoyuan:first-frame')) window.seen.written.push(`${this.font} ${text}`); return fillText.call(this, text, ...at); };
        const make = document.createElement;
        document.createElement = function create(...name) { if (is('duoyuan:wasm-ready') && !is('duoyuan:first-frame')) window.seen.made += 1; return make.apply(this, name); };
        const { set, get } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
        Object.defineProperty(HTMLCanvasElement.prototype, 'width', { get, set(px) { if (is('duoyuan:wasm-ready') && !is('duoyuan:first-frame')) window.seen.sized += 1; set.call(this, px); } });
      });
      await page.route('**/reader-*.wasm', async (route) => { await new Promise((done) => { setTimeout(done, 900); }); await route.continue(); });
      await page.goto(`${t.site.origin}${address}`);
      await waitStatus(page);
      const { measured, written, made, sized } = await page.evaluate(() => window.seen);
      const [had, fontOf] = [new Set(measured), (entry) => /^.*? ?[\d.]+px (?:(?:"[^"]*"|[\w-]+)(?:, )?)+/.exec(entry)[0]];
      const fonts = new Set(measured.map(fontOf));
      const unknown = [...new Set(written.map(fontOf))].filter((font) => !fonts.has(font));
      const ready = written.filter((entry) => had.has(entry)).length / written.length;
      check(written.length > 20 && unknown.length === 0 && ready > 0.6, `${address} at ${width}: ${ready.toFixed(2)} of ${written.length} words, fonts ${unknown}`);
      check(made === 0 && sized === 0, `${address} at ${width}: ${made} elements made and ${sized} canvases sized between program and picture`);
      await page.close();
    }
  },
  // Seen to fail: with the host's padding counted as room, with a root size of 16.3 px taken as it is, with an inline element's own width.
  'pack: what is asked for ahead is what is shown, each file once': async (t) => {
    for (const css of ['duoyuan-story{display:block;padding:1rem}', 'html{font-size:102%}duoyuan-story{display:block}', 'html{font-size:150%}duoyuan-story{display:block}', 'duoyuan-story{display:inline}']) {
      t.site.replaced.set('/odd.css', { body: css, type: 'text/css' });
      t.site.replaced.set('/odd.html', { body: '<!doctype html><meta name="viewport" content="width=device-width"><title>.</title><link rel="stylesheet" href="odd.css"><duoyuan-story lang="zh" src="karamay/story.json"><p>static words</p></duoyuan-story><script type="module" src="duoyuan.js"></script>', type: 'text/html; charset=utf-8' });
      const page = await t.open({ width: 391, height: 800 });
      t.site.requests.length = 0;
      await page.goto(`${t.site.origin}/odd.html`);
      await waitStatus(page);
      await page.waitForTimeout(400);
      const packs = loaded(t, /pack/);
      check(packs.length === 2 && packs.some((path) => path.includes('-rest-')), `${css}: asked for ${packs}`);
    }
  },
  // Seen to fail: with `is_part` left out of a figure, with the title not expanded, with the words' layout made for English.
  "pack: the reader's engine draws and says what the full one does, in every scene, language, theme and width": async (t) => {
    const page = await open(t);
    const wrong = await page.evaluate(() => {
      const { full, readers } = window;
      const found = [];
      const drawn = (engine, seconds) => {
        const count = engine.draw_data(seconds);
        return `${[...new Float32Array(engine.memory().buffer, engine.words(), count)].slice(2).join()}|${engine.texts(0)}`;
      };
      const views = { 280: [[300, 1, 'light'], [375, 1.25, 'dark']], 375: [[375, 1, 'light'], [400, 1, 'contrast']], 696: [[696, 1, 'dark'], [715, 1, 'light']], 860: [[1100, 1, 'contrast']] };
      for (const [lang, packs] of Object.entries(readers)) for (const { reader, words, reference } of packs) for (const [width, scale, theme] of views[reference]) {
        for (const engine of [full, reader]) engine.view(width, scale, lang, theme);
        words.scenes.forEach((scene, index) => {
          for (const engine of [full, reader]) {
            if (index > 0) engine.depart(engine.duration());
            engine.lay(index);
          }
          const at = `${scene.id} ${lang} ${width} ${theme}`;
          for (const part of [0.3, 1]) {
            const seconds = full.duration() * part;
            if (drawn(full, seconds) !== drawn(reader, seconds)) found.push(`${at} at ${part}: drawn otherwise`);
          }
          if (String(full.boxes()) !== String(reader.boxes()) || full.height() !== reader.height()) found.push(`${at}: boxes elsewhere`);
          const told = full.told();
          if (told !== JSON.stringify(scene)) found.push(`${at}: words differ: ${told.slice([...told].findIndex((letter, i) => letter !== JSON.stringify(scene)[i]), 80)}`);
        });
      }
      return found;
    });
    check(wrong.length === 0, `${wrong.length}: ${wrong.slice(0, 8).join('\n')}`);
  },
  'pack: bytes that are not all of a pack are refused, and the story before stays': async (t) => {
    const page = await open(t);
    const wrong = await page.evaluate(() => {
      const [{ reader, bytes }] = window.readers.zh;
      reader.view(480, 1, 'zh', 'light');
      const found = [];
      const other = Uint8Array.from(bytes);
      other[3] += 1;
      const longer = new Uint8Array(bytes.length + 1);
      longer.set(bytes);
      const cut = Array.from({ length: 200 }, (_, i) => bytes.subarray(0, Math.floor((bytes.length * i) / 200)));
      for (const part of [new Uint8Array(0), other, longer, ...cut]) if (reader.unpack(part)) found.push(`took ${part.length} of ${bytes.length} bytes`);
      reader.lay(3);
      if (reader.draw(9, 1, 480, 600) < 100) found.push('the story before is gone');
      return found;
    });
    check(wrong.length === 0, wrong.join('\n'));
  },
  'pack: another language comes as one pack, and chapter and engine stay': async (t) => {
    const page = await t.open({ width: 1000 });
    t.site.requests.length = 0;
    await page.goto(`${t.site.origin}/#scene=greening`);
    await waitStatus(page);
    check(String(loaded(t, /\.pack$/).map((path) => path.match(/karamay-(..)/)[1])) === 'zh,zh', `packs at first: ${loaded(t, /\.pack$/)}`);
    await page.evaluate(() => { document.querySelector('duoyuan-story').lang = 'en'; });
    await page.waitForFunction(() => document.querySelector('duoyuan-story').shownLang === 'en');
    const seen = await state(page);
    const title = await page.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.stage').getAttribute('aria-label'));
    check(seen.scene === 'greening' && /^[\x20-\x7e’“”–]+$/.test(title), `${seen.scene}: ${title}`);
    check(loaded(t, /\.pack$/).length === 4 && loaded(t, /reader-\w+\.wasm$/).length === 1 && loaded(t, /duoyuan-\w+\.wasm$/).length === 0, `asked for ${loaded(t, /pack|wasm/)}`);
    await page.evaluate(() => { document.querySelector('duoyuan-story').lang = 'zh'; });
    await page.waitForFunction(() => document.querySelector('duoyuan-story').shownLang === 'zh');
    clean(page, 'languages');
  },
  'pack: where another language does not come, the one on show stays, with notice': async (t) => {
    const page = await t.open({ width: 1000 });
    await page.goto(`${t.site.origin}/`);
    await waitStatus(page);
    const { files } = JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8'));
    for (const name of Object.keys(files)) if (/karamay.*\.(json|pack|csv)$|duoyuan-\w+\.wasm$/.test(name)) t.site.replaced.set(`/${name}`, { status: 404 });
    await page.evaluate(() => { document.querySelector('duoyuan-story').lang = 'en'; });
    await page.waitForFunction(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.troubles').innerText.length > 20);
    const seen = await page.evaluate(() => { const { lang, shownLang, status } = document.querySelector('duoyuan-story'); return `${lang} ${shownLang} ${status}`; });
    check(seen === 'zh zh ready', seen);
    t.site.replaced.clear();
    await page.evaluate(() => { document.querySelector('duoyuan-story').lang = 'en'; });
    await page.waitForFunction(() => document.querySelector('duoyuan-story').shownLang === 'en');
  },
  "pack: toSVG is the picture on show: as many texts, and the same figures, as the page's own still": async (t) => {
    const page = await t.open({ width: 720 });
    await page.goto(`${t.site.origin}/embed.html?scene=livelihood&lang=en&theme=light`);
    await waitStatus(page);
    const drawn = await page.evaluate(() => document.querySelector('duoyuan-story').toSVG());
    const blank = await t.open(); // the page's own policy lets nobody parse markup
    const seen = await blank.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      const figures = (root) => [...root.querySelectorAll('[data-figure]')].map((node) => node.dataset.figure ?? node.getAttribute('data-figure')).sort().join();
      const sizes = [...svg.querySelectorAll('text')].map((node) => Number(node.getAttribute('font-size')));
      return { wrong: svg.querySelector('parsererror')?.textContent ?? '', figures: figures(svg), least: Math.min(...sizes), most: Math.max(...sizes),
        words: svg.documentElement.textContent.replace(/\s+/g, ' '), marks: svg.querySelectorAll('rect, circle, path').length };
    }, drawn);
    const still = await readFile(join(ROOT, 'tests/golden/livelihood-720-en.svg'), 'utf8');
    const figures = [...new Set([...still.matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id))].sort().join();
    check(!seen.wrong && [...new Set(seen.figures.split(','))].join() === figures, `${seen.wrong} ${seen.figures} against ${figures}`);
    check(seen.least >= 12 && seen.most <= 60 && seen.marks > 100 && /more than/.test(seen.words), JSON.stringify({ ...seen, words: seen.words.slice(0, 200) }));
  },
};
