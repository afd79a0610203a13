// Compiled stories and the reader's engine: a compiled story says the same as the plain one, in all its languages.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { ASSETS, COMPILED, placePlain } from './pages/article.mjs';
import { withoutScripts } from './pages/plain.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { DIST } from './static.mjs';
import { at } from './support/program.mjs';
import { sample, sampled } from './support/sample.mjs';

const asked = (site, pattern) => site.requests.map(({ path }) => path).filter((path) => pattern.test(path));

/** In the page: the author's engine with the story's plain files, the reader's engine with the compiled story. */
async function prepare({ compiled, plain }) {
  const classes = async (name) => {
    const { default: instance } = await import(`/${name}.js`);
    const { init, ...all } = instance();
    await init(await WebAssembly.compileStreaming(fetch(`/${name}.wasm`)));
    return all;
  };
  const [author, player] = [await classes('author'), await classes('player')];
  const draft = new author.Draft();
  const add = async (name) =>
    draft.add(name, new Uint8Array(await (await fetch(`${plain}/${encodeURI(name)}`)).arrayBuffer()));
  await add('story.json');
  for (let names = draft.missing(); names; names = draft.missing()) await Promise.all(names.split('\n').map(add));
  window.author = new author.Engine();
  window.player = new player.Engine();
  if (!JSON.parse(draft.open(window.author)).ok) throw new Error("the author's engine refuses the story");
  window.bytes = new Uint8Array(await (await fetch(compiled)).arrayBuffer());
  if (!window.player.read(window.bytes)) throw new Error("the reader's engine refuses the story");
}

async function openEngines({ open, site }) {
  for (const [name, folder] of [
    ['author', 'pkg'],
    ['player', 'player'],
  ]) {
    const read = (file) => readFile(at(`target/site/${folder}/${file}`));
    site.replaced.set(`/${name}.js`, { body: await read('engine.js'), type: 'text/javascript' });
    site.replaced.set(`/${name}.wasm`, { body: await read('duoyuan_bg.wasm'), type: 'application/wasm' });
  }
  await placePlain(site, 'karamay', 'plain');
  const page = await open();
  await page.goto(`${site.origin}${ASSETS}/accessibility.html`);
  await page.evaluate(prepare, { compiled: COMPILED, plain: '/plain' });
  return page;
}

// Seen to fail: with the author's engine named as the reader's.
const VISITED = ['/', '/en.html', '/karamay/lead/', '/karamay/en.html', '/embed.html?scene=greening'];
test(
  sampled(
    "compiled: a visit fetches one compiled story and the reader's engine, once each; another language fetches nothing",
  ),
  async ({ open, site }) => {
    for (const address of sample(VISITED, 2)) {
      const page = await open({ width: 1000 });
      const story = new Story(page);
      site.requests.length = 0;
      await page.goto(site.origin + address);
      await story.ready();
      const files = () =>
        asked(site, /compiled|wasm|story\.json|\.csv/)
          .map((path) => path.replace(/.*\/|-\w+(?=\.)/g, ''))
          .sort();
      expect(files(), address).toEqual(['player.wasm', 'story.compiled']);
      const titles = new Set();
      for (const lang of ['zh', 'en']) {
        await story.set({ lang });
        titles.add((await story.state()).label);
      }
      expect(titles.size, address).toBe(2);
      expect(files(), address).toEqual(['player.wasm', 'story.compiled']);
      expectClean(page, address);
    }
  },
);

test('compiled: a story that the site does not know is read from the compiled file beside it, else from its plain files', async ({
  open,
  site,
}) => {
  const compiled = await readFile(DIST + COMPILED);
  await placePlain(site, 'karamay', 'other');
  const host =
    '<!doctype html><script type="module" src="/duoyuan.js"></script><duoyuan-story src="/other/story.json">';
  site.replaced.set('/host.html', { body: host, type: 'text/html; charset=utf-8' });
  for (const beside of [true, false]) {
    if (beside) site.replaced.set('/other/story.compiled', { body: compiled, type: 'application/octet-stream' });
    else site.replaced.delete('/other/story.compiled');
    const page = await open({ width: 1000 });
    site.requests.length = 0;
    await page.goto(`${site.origin}/host.html`);
    await new Story(page).ready();
    const engines = asked(site, /wasm$/).map((path) => path.replace(/.*\//, ''));
    expect(engines, String(beside)).toEqual([beside ? 'player.wasm' : 'author.wasm']);
    expect(asked(site, /other\/story\.json/).length, String(beside)).toBe(beside ? 0 : 1);
  }
});

// Seen to fail: with the dates of a list's items left out of the compiled story.
const VIEWS = [
  [300, 1, 'light'],
  [375, 1.25, 'dark'],
  [696, 1, 'contrast'],
  [1100, 1, 'light'],
].flatMap((view) => ['zh', 'en'].map((lang) => [lang, view]));
test(
  sampled(
    "compiled: the reader's engine draws and says what the author's does, in every scene, language, theme and width, and refuses what is not all of a story",
  ),
  async ({ open, site }) => {
    const page = await openEngines({ open, site });
    const wrong = await page.evaluate(
      (views) => {
        const { author, player } = window;
        const found = [];
        const drawn = (engine, seconds) => {
          const count = engine.draw_data(seconds);
          return `${[...new Float32Array(engine.memory().buffer, engine.values(), count)].slice(2).join()}|${engine.texts(0)}`;
        };
        if (author.whole() !== player.whole()) found.push('another story');
        const count = JSON.parse(player.whole()).scenes.length;
        const compare = (index, lang, [width, scale, theme]) => {
          for (const engine of [author, player]) {
            engine.view(width, 0, scale, lang, theme);
            if (index > 0) engine.depart(engine.duration());
            engine.lay(index, 0);
          }
          const at = `${index} ${lang} ${width} ${theme}`;
          for (const part of [0.3, 1]) {
            const seconds = author.duration() * part;
            if (drawn(author, seconds) !== drawn(player, seconds)) found.push(`${at} at ${part}: drawn otherwise`);
          }
          if (String(author.boxes()) !== String(player.boxes()) || author.height() !== player.height())
            found.push(`${at}: boxes elsewhere`);
          if (author.told() !== player.told()) found.push(`${at}: words differ`);
        };
        for (const [lang, view] of views) for (let i = 0; i < count; i += 1) compare(i, lang, view);
        return found;
      },
      sample(VIEWS, 3),
    );
    expect(wrong.slice(0, 8)).toEqual([]);

    // Bytes that are not all of a story are refused, and the story before stays. Seen to fail: without the checksum.
    const seen = await page.evaluate(() => {
      const { player, bytes } = window;
      const other = Uint8Array.from(bytes);
      other[bytes.length >> 1] += 1;
      const cut = Array.from({ length: 100 }, (_, i) => bytes.subarray(0, Math.floor((bytes.length * i) / 100)));
      const taken = [other, ...cut].filter((part) => player.read(part)).map(({ length }) => length);
      player.view(480, 0, 1, 'zh', 'light');
      player.lay(3, 0);
      return { taken, drawn: player.draw(9) };
    });
    expect(seen.taken, 'lengths that were taken').toEqual([]);
    expect(seen.drawn, 'the story before').toBeGreaterThan(100);
  },
);

test("compiled: toSVG is the picture on show: as many texts, and the same figures, as the page's own still", async ({
  browser,
  open,
  site,
}) => {
  const page = await open({ width: 720 });
  await page.goto(`${site.origin}/embed.html?scene=livelihood&lang=en&theme=light`);
  const story = new Story(page);
  await story.ready();
  const drawn = await story.element.evaluate((element) => element.toSVG());
  // The page's own policy lets nobody parse markup.
  const seen = await withoutScripts(browser, 'about:blank', (blank) =>
    blank.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      const sizes = [...svg.querySelectorAll('text')].map((node) => Number(node.getAttribute('font-size')));
      return {
        wrong: svg.querySelector('parsererror')?.textContent ?? '',
        figures: [
          ...new Set([...svg.querySelectorAll('[data-figure]')].map((node) => node.getAttribute('data-figure'))),
        ].sort(),
        least: Math.min(...sizes),
        most: Math.max(...sizes),
        words: svg.documentElement.textContent.replace(/\s+/g, ' '),
        marks: svg.querySelectorAll('rect, circle, path').length,
      };
    }, drawn),
  );
  const still = await readFile(at('tests/golden/livelihood-720-en.svg'), 'utf8');
  const figures = [...new Set([...still.matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id))].sort();
  expect(seen).toMatchObject({ wrong: '', figures });
  expect(seen.least).toBeGreaterThanOrEqual(12);
  expect(seen.most).toBeLessThanOrEqual(60);
  expect(seen.marks).toBeGreaterThan(100);
  expect(seen.words).toContain('more than');
});

// Seen to fail: with an error told instead; with the engine of the plain files left as it is made, for 720 px and
// Chinese; with scenes only followed where their cards are new.
const ABSENT = { 'is not there': { status: 404 }, 'never comes': { hang: true } };
for (const [what, answer] of sample(Object.entries(ABSENT), 2)) {
  test(
    sampled(`compiled: where it ${what} the plain files beside it say the same, and the reader can go on`),
    async ({ open, site }) => {
      await placePlain(site, 'karamay', 'other');
      site.replaced.set('/other/story.compiled', answer);
      const host =
        '<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0}</style>' +
        '<script type="module" src="/duoyuan.js"></script><duoyuan-story src="/other/story.json" mode="page" lang="en">';
      site.replaced.set('/host.html', {
        body: host,
        type: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': '' },
      });
      const page = await open({ width: 375, height: 800, reduced: false });
      const story = new Story(page);
      await page.goto(`${site.origin}/host.html`);
      await story.ready();
      const told = await story.element.evaluate(({ shadowRoot }) => {
        const marks = [...shadowRoot.querySelectorAll('.mark')].map((mark) => mark.offsetLeft + mark.offsetWidth);
        return {
          wide: shadowRoot.querySelector('[part=canvas]').clientWidth,
          over: Math.max(...marks) > 375,
          caption: shadowRoot.querySelector('caption').textContent,
        };
      });
      expect(told).toMatchObject({ wide: 375, over: false, caption: expect.stringMatching(/[a-z]{3}/i) });
      expect(told.caption).not.toMatch(/[\u4e00-\u9fff]/);
      await story.goTo('greening');
      await story.shows('greening');
      // Until the jump is over the page scrolls by itself, so a reader scrolls again.
      await expect(async () => {
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        expect((await story.state()).scene).toBe('cover');
      }).toPass({ timeout: 10_000, intervals: [200] });
    },
  );

  // Seen to fail: with the author's engine fetched to read plain files, which a site does not have.
  test(
    sampled(`compiled: where it ${what} a page of the site keeps its words and offers to try again`),
    async ({ open, site }) => {
      site.replaced.set(COMPILED, answer);
      const page = await open();
      const story = new Story(page);
      await page.goto(`${site.origin}/en.html`);
      await story.ready('error', { timeout: 15_000 });
      await expect(page.locator('.fallback')).toContainText('29 October 1955', { useInnerText: true });
      expect(asked(site, /author|story\.json/)).toEqual([]);
      await expect(story.button('retry')).toBeVisible();
      // The browser keeps waiting for a response whose headers have come.
      if (answer.hang) return;
      site.replaced.clear();
      await story.button('retry').click();
      await story.ready();
    },
  );
}
