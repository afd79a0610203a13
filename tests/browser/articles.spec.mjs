// Ten articles by other authors (hosts/*.html), on another site, with the code that an editor pastes. SHOTS=FOLDER
// keeps a picture of each, for looking.

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.mjs';
import { manifest } from './pages/article.mjs';
import { EmbedFrame } from './pages/frame.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { faultsIn } from './picture.mjs';
import { RECORDER } from './support/recorder.mjs';
import { serveFolder } from './static.mjs';
import { sample, sampled } from './support/sample.mjs';

const HOSTS = fileURLToPath(new URL('hosts', import.meta.url));
const NAMES = readdirSync(HOSTS)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5));
const WIDTHS = { narrow: 360, 'right-to-left': 800, form: 1000 };
const strict = (site) =>
  `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; style-src 'self'; img-src ${site} data:; connect-src ${site}; ` +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A host page with the built site's address, version and heights put in. */
async function filled(name, site) {
  const { folder, heights } = manifest;
  const text = await readFile(`${HOSTS}/${name}.html`, 'utf8');
  const published = (scene, lang) =>
    Object.entries(heights.karamay[scene][lang])
      .map((pair) => pair.join(':'))
      .join(' ');
  return text
    .replaceAll('{{site}}', site)
    .replaceAll('{{version}}', folder)
    .replace(/\{\{height (\S+) (\S+) (\d+)\}\}/g, (_, scene, lang, width) => heights.karamay[scene][lang][width])
    .replace(/\{\{heights (\S+) (\S+)\}\}/g, (_, scene, lang) => published(scene, lang));
}

async function checkElements(page, count) {
  for (let nth = 0; nth < count; nth += 1) {
    const story = new Story(page, { nth });
    await story.element.evaluate((element) => element.scrollIntoView());
    await story.ready();
    await story.atRest();
    const faults = await story.element.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const canvas = element.shadowRoot.querySelector('[part=canvas]').getBoundingClientRect();
      const column = element.parentElement.getBoundingClientRect();
      const words = [...element.children].some(
        (child) => child.slot === '' && child.getBoundingClientRect().height > 0,
      );
      return Object.entries({
        [`canvas of ${canvas.width} × ${canvas.height}`]: canvas.width < 200 || canvas.height < 150,
        'leaves its column': box.left < column.left - 4 || box.right > column.right + 4,
        'the canvas is wider than the element': canvas.right > box.right + 1,
        'the page scrolls sideways': document.documentElement.scrollWidth > innerWidth + 1,
        'static words beside the picture': words,
      })
        .filter(([, wrong]) => wrong)
        .map(([what]) => what);
    });
    expect(faults, `element ${nth}`).toEqual([]);
  }
  // The recorder keeps the calls of one canvas.
  if (count === 1) expect(faultsIn(await page.evaluate(() => window.inspectPicture()))).toEqual([]);
}

async function checkFrames(page, count) {
  for (let nth = 0; nth < count; nth += 1) {
    const frame = new EmbedFrame(page, { nth });
    await frame.tag.evaluate((node) => node.scrollIntoView());
    await frame.ready();
    await expect
      .poll(
        () =>
          frame.place.evaluate(() => ({
            missing: Math.ceil(document.querySelector('duoyuan-story').getBoundingClientRect().height) - innerHeight,
            sideways: document.documentElement.scrollWidth > innerWidth + 1,
          })),
        `frame ${nth}`,
      )
      .toEqual({ missing: 0, sideways: false });
  }
}

/** After the first picture the network is cut: scenes, languages and themes must still work. */
async function checkOffline(page) {
  await page.context().setOffline(true);
  const story = new Story(page);
  for (const [scene, lang] of [
    ['lead', 'zh'],
    ['talent', 'zh'],
    ['future', 'zh'],
    ['future', 'en'],
  ]) {
    await story.set({ lang, theme: 'dark' });
    await story.goTo(scene);
    await story.atRest();
    const { label, ...seen } = await story.state();
    expect(seen).toMatchObject({ scene, lang, theme: 'dark' });
    expect(label).toMatch(lang === 'en' ? /[a-z]{4}/i : /[\u4e00-\u9fff]{2}/);
    expect(await story.element.evaluate((element) => element.toSVG().length)).toBeGreaterThan(2000);
    await expect(story.errors).toBeEmpty();
  }
}

for (const name of sample(NAMES, 2)) {
  test(sampled(`article: ${name}: the embed is whole, in its column, and disturbs nothing`), async ({ open, site }) => {
    const news = await serveFolder(HOSTS, { policy: () => '' });
    try {
      const headers = name === 'strict' ? { 'content-security-policy': strict(site.origin) } : {};
      news.replaced.set(`/${name}.html`, {
        body: await filled(name, site.origin),
        type: 'text/html; charset=utf-8',
        headers,
      });
      const page = await open({ width: WIDTHS[name] ?? 1000, height: 900, recorder: RECORDER });
      await page.goto(`${news.elsewhere}/${name}.html`);
      const [elements, frames] = [await page.locator('duoyuan-story').count(), await page.locator('iframe').count()];
      expect(elements + frames, 'embeds').toBeGreaterThan(0);
      await checkElements(page, elements);
      await checkFrames(page, frames);
      if (name === 'offline') await checkOffline(page);
      expectClean(page, name);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: name !== 'below-the-fold' });
    } finally {
      news.close();
    }
  });
}
