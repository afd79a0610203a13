// Compiled stories and the reader's engine: what a reader fetches says what the story says, in all its languages.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, waitStatus } from './browser.mjs';
import { clean, state } from './moves.mjs';
import { DIST } from './static.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const ENGINES = join(ROOT, 'target/site');
const loaded = (t, pattern) => t.site.requests.map(({ path }) => path).filter((path) => pattern.test(path));
const manifest = async () => JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8'));
const find = (files, pattern) => Object.keys(files).find((path) => pattern.test(path));

/** In the page: the author's engine with the story's plain files, the reader's engine with the compiled story. */
const prepare = async ({ compiled, plain }) => {
  const classes = async (name) => {
    const { default: instance } = await import(`/${name}.js`);
    const { init, ...all } = instance();
    await init(await WebAssembly.compileStreaming(fetch(`/${name}.wasm`)));
    return all;
  };
  const [author, player] = [await classes('author'), await classes('player')];
  const draft = new author.Draft();
  const files = await (await fetch(plain)).json();
  for (const [name, text] of Object.entries(files)) draft.add(name, new TextEncoder().encode(text));
  window.author = new author.Engine();
  window.player = new player.Engine();
  if (!JSON.parse(draft.open(window.author)).ok) throw new Error('the author\'s engine refuses the story');
  window.bytes = new Uint8Array(await (await fetch(compiled)).arrayBuffer());
  if (!window.player.read(window.bytes)) throw new Error('the reader\'s engine refuses the story');
};

async function open(t) {
  const { files } = await manifest();
  for (const [name, folder] of [['author', 'pkg'], ['player', 'player']]) {
    const read = (file) => readFile(join(ENGINES, folder, file));
    t.site.replaced.set(`/${name}.js`, { body: await read('engine.js'), type: 'text/javascript' });
    t.site.replaced.set(`/${name}.wasm`, { body: await read('duoyuan_bg.wasm'), type: 'application/wasm' });
  }
  const page = await t.open();
  await page.goto(`${t.site.origin}/accessibility.html`);
  const paths = [find(files, /^v[^/]+\/karamay-\w+\.compiled$/), find(files, /^v[^/]+\/karamay-\w+\.json$/)];
  await page.evaluate(prepare, { compiled: `/${paths[0]}`, plain: `/${paths[1]}` });
  return page;
}

export const compiled = {
  // Seen to fail: with the author's engine named as the reader's.
  'compiled: a visit fetches one compiled story and the reader\'s engine, once each, and another language nothing': async (t) => {
    for (const address of ['/', '/en.html', '/karamay/lead/', '/karamay/en.html', '/embed.html?scene=greening']) {
      const page = await t.open({ width: 1000 });
      t.site.requests.length = 0;
      await page.goto(`${t.site.origin}${address}`);
      await waitStatus(page);
      const all = () => String(loaded(t, /compiled|wasm|story\.json|\.csv/).map((path) => path.replace(/.*\/|-\w+(?=\.)/g, '')).sort());
      check(all() === 'karamay.compiled,player.wasm', `${address}: ${all()}`);
      const titles = new Set();
      for (const lang of ['zh', 'en']) {
        await page.evaluate((tag) => { document.querySelector('duoyuan-story').lang = tag; }, lang);
        titles.add((await state(page)).label);
      }
      check(titles.size === 2 && all() === 'karamay.compiled,player.wasm', `${address}: ${[...titles]} ${all()}`);
      clean(page, address);
    }
  },
  // Seen to fail: with the dates of a list's items left out of the compiled story.
  'compiled: the reader\'s engine draws and says what the author\'s does, in every scene, language, theme and width': async (t) => {
    const page = await open(t);
    const wrong = await page.evaluate(() => {
      const { author, player } = window;
      const found = [];
      const drawn = (engine, seconds) => {
        const count = engine.draw_data(seconds);
        return `${[...new Float32Array(engine.memory().buffer, engine.values(), count)].slice(2).join()}|${engine.texts(0)}`;
      };
      const views = [[300, 1, 'light'], [375, 1.25, 'dark'], [696, 1, 'contrast'], [1100, 1, 'light']];
      if (author.whole() !== player.whole()) found.push('another story');
      const count = JSON.parse(player.whole()).scenes.length;
      for (const lang of ['zh', 'en']) for (const [width, scale, theme] of views) for (let index = 0; index < count; index += 1) {
        for (const engine of [author, player]) {
          engine.view(width, scale, lang, theme);
          if (index > 0) engine.depart(engine.duration());
          engine.lay(index);
        }
        const at = `${index} ${lang} ${width} ${theme}`;
        for (const part of [0.3, 1]) {
          const seconds = author.duration() * part;
          if (drawn(author, seconds) !== drawn(player, seconds)) found.push(`${at} at ${part}: drawn otherwise`);
        }
        if (String(author.boxes()) !== String(player.boxes()) || author.height() !== player.height()) found.push(`${at}: boxes elsewhere`);
        if (author.told() !== player.told()) found.push(`${at}: words differ`);
      }
      return found;
    });
    check(wrong.length === 0, `${wrong.length}: ${wrong.slice(0, 8).join('\n')}`);
  },
  // Seen to fail: without the checksum.
  'compiled: bytes that are not all of a story are refused, and the story before stays': async (t) => {
    const page = await open(t);
    const wrong = await page.evaluate(() => {
      const { player, bytes } = window;
      const found = [];
      const other = Uint8Array.from(bytes);
      other[bytes.length >> 1] += 1;
      const cut = Array.from({ length: 100 }, (_, i) => bytes.subarray(0, Math.floor((bytes.length * i) / 100)));
      for (const part of [other, ...cut]) if (player.read(part)) found.push(`took ${part.length} of ${bytes.length} bytes`);
      player.view(480, 1, 'zh', 'light');
      player.lay(3);
      if (player.draw(9) < 100) found.push('the story before is gone');
      return found;
    });
    check(wrong.length === 0, wrong.join('\n'));
  },
  // Seen to fail: with an error told instead.
  'compiled: where it does not come, or is of another version, the plain files say the same': async (t) => {
    const { files } = await manifest();
    const address = `/${find(files, /^v[^/]+\/karamay-\w+\.compiled$/)}`;
    t.site.replaced.set(address, { status: 404 });
    const page = await t.open({ width: 1000 });
    await page.goto(`${t.site.origin}/embed.html?lang=en`);
    await waitStatus(page);
    check(loaded(t, /duoyuan-\w+\.wasm$/).length === 1 && /well/.test((await state(page)).label), (await state(page)).label);
  },
  "compiled: toSVG is the picture on show: as many texts, and the same figures, as the page's own still": async (t) => {
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
