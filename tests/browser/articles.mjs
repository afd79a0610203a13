// Ten articles of other makers (hosts/*.html), on another site, with the code that an editor pastes. SHOTS=FOLDER keeps a picture of each, for looking.

import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { check } from './browser.mjs';
import { allAre } from './hosts.mjs';
import { PICTURE_CHECKS } from './picture.mjs';
import { DIST, serveFolder } from './static.mjs';

const HOSTS = fileURLToPath(new URL('hosts', import.meta.url));
const RECORDER = fileURLToPath(new URL('recorder.js', import.meta.url));
const WIDTHS = { narrow: 360, 'right-to-left': 800, form: 1000 };
const strict = (site) => `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; style-src 'self'; img-src ${site} data:; connect-src ${site}; base-uri 'none'; form-action 'none'; `
  + "require-trusted-types-for 'script'; trusted-types 'none'";

/** A host page with the built site's address, version and heights put in. */
async function filled(name, site) {
  const { folder, heights } = JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8'));
  const text = await readFile(`${HOSTS}/${name}.html`, 'utf8');
  return text.replaceAll('{{site}}', site).replaceAll('{{version}}', folder)
    .replace(/\{\{height (\S+) (\S+) (\d+)\}\}/g, (_, scene, lang, width) => heights.karamay[scene][lang][width])
    .replace(/\{\{heights (\S+) (\S+)\}\}/g, (_, scene, lang) => Object.entries(heights.karamay[scene][lang]).map((pair) => pair.join(':')).join(' '));
}

async function openHost(t, name, body) {
  const news = await serveFolder(HOSTS, { policy: () => '' });
  try {
    const policy = name === 'strict' ? strict(t.site.origin) : '';
    news.replaced.set(`/${name}.html`, { body: await filled(name, t.site.origin), type: 'text/html; charset=utf-8', headers: policy ? { 'content-security-policy': policy } : {} });
    const page = await t.open({ width: WIDTHS[name] ?? 1000, height: 900, recorder: RECORDER });
    await page.goto(`${news.elsewhere}/${name}.html`);
    await body(page);
    check(page.faults.length === 0, page.faults.join(' | '));
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: name !== 'below-the-fold' });
  } finally {
    news.close();
  }
}

/** Scrolls down to each embed, as a reader does. */
const readThrough = (page) => page.evaluate(async () => {
  for (const embed of document.querySelectorAll('duoyuan-story, iframe')) {
    embed.scrollIntoView();
    await new Promise((done) => { setTimeout(done, 200); });
  }
});

async function checkElements(page) {
  await readThrough(page);
  await allAre(page, 'ready');
  await page.waitForTimeout(300);
  const faults = await page.evaluate(() => [...document.querySelectorAll('duoyuan-story')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const canvas = element.shadowRoot.querySelector('[part=canvas]').getBoundingClientRect();
    const column = element.parentElement.getBoundingClientRect();
    const wrong = [];
    if (canvas.width < 200 || canvas.height < 150) wrong.push(`canvas ${canvas.width} × ${canvas.height}`);
    if (box.left < column.left - 4 || box.right > column.right + 4) wrong.push(`leaves its column: ${box.left}–${box.right} in ${column.left}–${column.right}`);
    if (canvas.right > box.right + 1) wrong.push('the canvas is wider than the element');
    if (document.documentElement.scrollWidth > innerWidth + 1) wrong.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${innerWidth}`);
    if ([...element.children].some((child) => child.slot === '' && child.getBoundingClientRect().height > 0)) wrong.push('static words beside the picture');
    return wrong;
  }));
  check(faults.length === 0, faults.join('; '));
  // The recorder keeps the calls of one canvas.
  if (await page.locator('duoyuan-story').count() > 1) return;
  const picture = await page.evaluate(() => window.inspectPicture());
  const found = Object.entries(PICTURE_CHECKS).flatMap(([what, test]) => test(picture).map((text) => `${what}: ${text}`));
  check(found.length === 0, found.join('\n'));
}

async function checkFrames(page) {
  await page.waitForTimeout(800);
  await readThrough(page);
  await page.waitForTimeout(800);
  const embeds = page.frames().filter((frame) => frame !== page.mainFrame());
  check(embeds.length > 0, 'no frame');
  for (const frame of embeds) {
    const told = await frame.evaluate(() => ({
      status: document.querySelector('duoyuan-story')?.getAttribute('status'), needed: Math.ceil(document.querySelector('duoyuan-story').getBoundingClientRect().height),
      given: innerHeight, sideways: document.documentElement.scrollWidth > innerWidth + 1,
    }));
    check(told.status === 'ready' && told.needed === told.given && !told.sideways, JSON.stringify(told));
  }
}

const names = (await readdir(HOSTS)).filter((name) => name.endsWith('.html')).map((name) => name.slice(0, -5)).sort();

/** After the first look the network goes: chapters, languages and themes must all work on. */
async function checkOffline(page) {
  await checkElements(page);
  await page.context().setOffline(true);
  const seen = await page.evaluate(async () => {
    const element = document.querySelector('duoyuan-story');
    const titles = [];
    for (const scene of ['lead', 'talent', 'future']) {
      element.goTo(scene);
      element.theme = 'dark';
      await new Promise((done) => { setTimeout(done, 100); });
      titles.push(`${element.scene} ${element.shadowRoot.querySelector('.stage').getAttribute('aria-label').length > 5} ${element.toSVG().length > 2000}`);
    }
    return titles;
  });
  check(seen.join() === 'lead true true,talent true true,future true true', seen.join());
  check(page.faults.length === 0, page.faults.join(' | '));
  const turned = await page.evaluate(() => {
    const element = document.querySelector('duoyuan-story');
    element.lang = 'en';
    return [element.scene, element.lang, /[a-z]{4}/i.test(element.shadowRoot.querySelector('.stage').getAttribute('aria-label')), element.shadowRoot.querySelector('.errors').innerText].join();
  });
  check(turned === 'future,en,true,', `in the other language: ${turned}`);
  check(page.faults.length === 0, page.faults.join(' | '));
}

const visit = (name) => (page) => {
  if (name === 'offline') return checkOffline(page);
  return page.evaluate(() => document.querySelector('duoyuan-story') !== null).then(async (element) => {
    if (element) await checkElements(page);
    if (await page.evaluate(() => document.querySelector('iframe') !== null)) await checkFrames(page);
  });
};

export const articles = Object.fromEntries(names.map((name) => [`article: ${name}: the embed is whole, in its column, and disturbs nothing`, (t) => openHost(t, name, visit(name))]));
