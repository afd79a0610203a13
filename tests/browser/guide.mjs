// The guide "How to read this": its live examples, its two languages, and that its words are those of the engine and its numbers the story's.

import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { check } from './browser.mjs';
import { clean } from './moves.mjs';
import { PICTURE_CHECKS } from './picture.mjs';

const ROOT = new URL('../../', import.meta.url);
const RECORDER = fileURLToPath(new URL('recorder.js', import.meta.url));
const KINDS = ['exact', 'more-than', 'at-least', 'up-to', 'about', 'class', 'open-list', 'target', 'missing'];
const LANGS = ['zh', 'en'];

export async function openGuide(t, options, query = '', name = 'how-to-read') {
  const page = await t.open(options);
  await page.goto(`${t.server.origin}/${name}.html${query}`);
  try {
    // An example is fetched and drawn when the reader comes near it, which the browser tells with a frame: busy with the one before it makes few.
    await page.evaluate(async () => {
      const frame = () => new Promise((done) => { requestAnimationFrame(done); });
      for (const story of document.querySelectorAll('duoyuan-story')) {
        story.scrollIntoView();
        await frame();
        await frame();
      }
      scrollTo(0, 0);
    });
    await page.waitForFunction(() => {
      const stories = [...document.querySelectorAll('duoyuan-story')];
      return stories.length > 0 && stories.every((story) => story.getAttribute('status') === 'ready');
    });
  } catch {
    const seen = await page.evaluate(() => [...document.querySelectorAll('duoyuan-story')]
      .map((story) => `${story.getAttribute('scene')} ${story.getAttribute('status')} ${story.shadowRoot?.querySelector('.errors')?.innerText ?? ''}`));
    throw new Error(`not all examples are ready: ${seen.join('; ')}; ${page.faults.join(' | ')}`);
  }
  return page;
}

const press = (page, lang) => page.locator(`.languages [data-lang=${lang}]`).click();

/** The codes a story can be refused for: one file a rule, and the one that has no file of its own. */
export async function ruleCodes() {
  const files = await readdir(new URL('src/rules/', ROOT));
  const codes = files.filter((file) => file.endsWith('.rs') && file !== 'mod.rs').map((file) => file.slice(0, -3).replaceAll('_', '-'));
  return [...codes, 'mixed-unit'];
}

const json = async (path) => JSON.parse(await readFile(new URL(path, ROOT), 'utf8'));

export const guide = {
  'guide: every example is ready and drawn, in both themes and languages, without console messages': async (t) => {
    for (const theme of ['light', 'dark']) {
      const page = await openGuide(t, { theme });
      for (const lang of LANGS) {
        await press(page, lang);
        const drawn = await page.evaluate(() => [...document.querySelectorAll('duoyuan-story')].map((story) => {
          const canvas = story.shadowRoot.querySelector('[part=canvas]');
          // Read from a copy: reading the canvas itself makes the browser warn.
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
          let other = 0;
          for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0] || data[i + 1] !== data[1] || data[i + 2] !== data[2]) other += 1;
          return { scene: story.scene, lang: story.lang, share: (other * 4) / data.length, fallback: story.querySelector('.stand-in').checkVisibility() };
        }));
        check(drawn.map((each) => each.scene).join() === KINDS.join(), `examples: ${drawn.map((each) => each.scene)}`);
        for (const { scene, lang: spoken, share, fallback } of drawn) {
          check(share > 0.01, `${scene} ${theme} ${lang}: only ${(share * 100).toFixed(2)} % of the canvas is drawn`);
          check(spoken === lang && !fallback, `${scene} speaks ${spoken} on a page in ${lang}; stand-in visible: ${fallback}`);
        }
      }
      clean(page, theme);
    }
  },
  'guide: each language alone has every rule code, every kind and no word of the other': async (t) => {
    const codes = await ruleCodes();
    const page = await openGuide(t, {}, '?lang=zh');
    for (const lang of LANGS) {
      await press(page, lang);
      const { text, kinds, foreign } = await page.evaluate((other) => ({
        text: document.querySelector('#rules').innerText,
        kinds: [...document.querySelectorAll('.plate h3')].map((heading) => heading.innerText.trim()),
        foreign: [...document.querySelectorAll(`main [lang|=${other}]`)].filter((node) => node.checkVisibility() && node.localName !== 'duoyuan-story').map((node) => node.textContent.slice(0, 30)),
      }), lang === 'zh' ? 'en' : 'zh');
      const missing = codes.filter((code) => !text.split(/\s+/).includes(code));
      check(missing.length === 0, `${lang} lacks the rules ${missing}`);
      check(kinds.length === KINDS.length && kinds.every(Boolean), `${lang} kinds: ${kinds}`);
      check(foreign.length === 0, `${lang} also shows ${foreign}`);
      check(page.url().includes(`lang=${lang}`), `the address says ${page.url()}`);
    }
  },
  'guide: what it says is read aloud is what the engine calls the mark': async (t) => {
    const page = await openGuide(t, {});
    for (const lang of LANGS) {
      await press(page, lang);
      const unlike = await page.evaluate(() => [...document.querySelectorAll('.plate')].flatMap((plate) => {
        const said = [...plate.querySelectorAll('.aloud')].find((node) => node.checkVisibility()).textContent;
        const names = [...plate.querySelector('duoyuan-story').shadowRoot.querySelectorAll('.mark')].map((mark) => mark.getAttribute('aria-label'));
        return names.includes(said) ? [] : [`${plate.id} says “${said}”, the marks are ${names.join(' | ')}`];
      }));
      check(unlike.length === 0, unlike.join('\n'));
    }
  },
  'guide: the printed record is the record that the picture opens': async (t) => {
    const page = await openGuide(t, {});
    for (const lang of LANGS) {
      await press(page, lang);
      const { shown, opened } = await page.evaluate(() => {
        const specimen = document.querySelector('#specimen');
        const visible = (selector, root) => [...root.querySelectorAll(selector)].filter((node) => node.checkVisibility()).map((node) => node.innerText.trim());
        const { figure } = specimen.dataset;
        const story = [...document.querySelectorAll('duoyuan-story')].find((each) => each.shadowRoot.querySelector(`.mark[data-figure="${figure}"]`));
        story.shadowRoot.querySelector(`.mark[data-figure="${figure}"]`).click();
        const record = story.shadowRoot.querySelector('[part=record]');
        return {
          shown: [...visible('dt', specimen), ...visible('.value', specimen), visible('.cite', document)[0]],
          opened: [...new Set(visible('dt', record)), ...visible('dd', record), record.querySelector('.record-cite').innerText.trim()],
        };
      });
      const strip = (text) => text.replace(/\s*(（新窗口）|\(new window\))/, '');
      const unlike = opened.map(strip).filter((text, i) => text !== shown[i]);
      check(unlike.length === 0 && opened.length === shown.length, `${lang}: the record says ${unlike.join(' | ')}`);
    }
  },
  'guide: no sideways scroll from 320 px on, in both languages': async (t) => {
    for (const width of [320, 375, 768, 1000, 1280]) {
      const page = await openGuide(t, { width, height: 700 });
      for (const lang of LANGS) {
        await press(page, lang);
        const wide = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: innerWidth,
          out: [...document.querySelectorAll('main *')].filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1).map((node) => `${node.localName}.${node.className}`).slice(0, 5) }));
        check(wide.page <= wide.window && wide.out.length === 0, `${width} ${lang}: ${wide.page} of ${wide.window} px; ${wide.out}`);
      }
    }
  },
  'guide: without JavaScript both languages, every rule and every example stand as words': async (t) => {
    const page = await t.open();
    const context = await page.context().browser().newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${t.server.origin}/how-to-read.html`);
    const text = await plain.locator('body').innerText();
    const standIns = await plain.locator('.stand-in:visible').count();
    const buttons = await plain.locator('.languages button:visible').count();
    await context.close();
    for (const part of ['怎样读这些图', 'How to read this', ...await ruleCodes()]) check(text.includes(part), `“${part}” is missing`);
    check(standIns === 2 * KINDS.length && buttons === 0, `${standIns} stand-ins, ${buttons} buttons`);
  },
  'guide: the story page links here, in the language it is read in': async (t) => {
    const page = await t.open();
    await page.goto(t.server.origin);
    const link = page.locator('.masthead a[href^=how-to-read]:visible');
    check(await link.count() === 1, `${await link.count()} links are visible`);
    await link.click();
    await page.waitForURL(/how-to-read\.html\?lang=zh$/);
    check(await page.evaluate(() => document.documentElement.lang) === 'zh-Hans', 'opened in another language');
  },
  'guide: its figures are those of the Karamay story': async () => {
    const [ours, theirs] = [await json('data/grammar/story.json'), await json('data/karamay/story.json')];
    const [sources, known] = [(await json('data/grammar/sources.json')).sources, (await json('data/karamay/sources.json')).sources];
    const facts = ['value', 'unit', 'kind', 'qualifier', 'printed', 'format', 'base', 'part_of', 'counted', 'source'];
    const unlike = [];
    const same = (what, a, b) => { if (JSON.stringify(a) !== JSON.stringify(b)) unlike.push(`${what}: ${JSON.stringify(a)}, Karamay has ${JSON.stringify(b)}`); };
    for (const [id, figure] of Object.entries(ours.figures)) {
      if (theirs.figures[id]) for (const fact of facts) same(`${id}.${fact}`, figure[fact], theirs.figures[id][fact]);
    }
    for (const [id, list] of Object.entries(ours.lists)) same(id, list.items.map((item) => item.zh), theirs.lists[id]?.items.map((item) => item.zh));
    for (const [id, unit] of Object.entries(ours.units)) same(id, unit, theirs.units[id]);
    for (const [id, source] of Object.entries(sources)) for (const fact of ['publisher', 'date', 'url', 'interest']) same(`${id}.${fact}`, source[fact], known[id]?.[fact]);
    for (const { file } of Object.values(ours.series)) {
      const [mine, other] = await Promise.all(['grammar', 'karamay'].map((story) => readFile(new URL(`data/${story}/${file}`, ROOT), 'utf8')));
      if (mine !== other) unlike.push(`${file} differs`);
    }
    check(unlike.length === 0, unlike.join('\n'));
  },
  'guide: every example holds the checks of a picture': async (t) => {
    for (const [width, theme] of [[280, 'dark'], [375, 'light'], [820, 'light']]) {
      const page = await t.open({ width, theme, recorder: RECORDER });
      await page.goto(`${t.server.origin}/embed.html?story=grammar/story.json`);
      await page.waitForFunction(() => document.querySelector('duoyuan-story')?.getAttribute('status') === 'ready');
      for (const lang of LANGS) {
        for (const kind of KINDS) {
          const picture = await page.evaluate(async ([id, code]) => {
            const story = document.querySelector('duoyuan-story');
            story.lang = code;
            story.goTo(id);
            await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
            return { id: story.scene, ...window.inspectPicture() };
          }, [kind, lang]);
          const found = Object.entries(PICTURE_CHECKS).flatMap(([what, test]) => test(picture).map((text) => `${what}: ${text}`));
          check(picture.id === kind && found.length === 0, `${kind} ${width} ${lang}: ${found.join('\n')}`);
        }
      }
      clean(page, String(width));
    }
  },
};
