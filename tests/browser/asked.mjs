// What is asked for is what is shown: stories under any name that `duoyuan check` takes, links to their records, and no story in place of another.

import { readFile } from 'node:fs/promises';
import { isId, pathBelow } from '../../www/element/names.js';
import { check, waitStatus } from './browser.mjs';
import { clean, state } from './moves.mjs';
import { DIST, serveFolder } from './static.mjs';

const ROOT = new URL('../../', import.meta.url);
const NAMES = new URL('tests/fixtures/names/阅览室/', ROOT);
const FILES = ['春天.json', 'sources.json', 'series/借书 100%.csv'];
const AUTUMN = 'autumn-and-a-name-that-is-longer-than-sixty-four-characters-as-no-rule-forbids';
const KARAMAY = /克拉玛依|Karamay|一口井|One well/i;
const path = (name) => name.split('/').map(encodeURIComponent).join('/');
const fixture = (name) => readFile(new URL(path(name), NAMES));

/** The story of the fixture in a folder of the server, with another story beside it under the usual name. */
async function place(server, folder = '阅览室') {
  for (const name of FILES) server.replaced.set(`/${path(`${folder}/${name}`)}`, { body: await fixture(name), type: name.endsWith('csv') ? 'text/csv' : 'application/json' });
  server.replaced.set(`/${path(`${folder}/story.json`)}`, { body: await readFile(new URL('tests/fixtures/base/story.json', ROOT)), type: 'application/json' });
}

async function open(t, address, options) {
  const page = await t.open(options);
  await page.goto(`${t.server.origin}/${address}`);
  await waitStatus(page);
  return page;
}

const host = (t, attributes) => t.server.replaced.set('/host.html', { type: 'text/html',
  body: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"><script type="module" src="duoyuan.js"></script><duoyuan-story ${attributes}></duoyuan-story>` });
const troubles = (page) => page.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.errors').innerText);
const record = async (page) => {
  await page.waitForFunction(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('[part=record]')?.hidden === false);
  return (await state(page)).recordLabel;
};

/** All that a page without scripts says, to eyes and to programs. */
async function withoutScripts(t, address) {
  const page = await t.open();
  const context = await page.context().browser().newContext({ javaScriptEnabled: false });
  try {
    const plain = await context.newPage();
    await plain.goto(address);
    return await plain.evaluate(() => ({ text: `${document.title} ${document.body.textContent}`, shown: document.body.innerText, pictures: document.querySelectorAll('svg, img').length,
      told: [...document.querySelectorAll('link[title]')].map((link) => link.title).join(), lang: document.documentElement.lang }));
  } finally {
    await context.close();
  }
}

export const asked = {
  // Seen to fail: with the first scene's words in embed.html, as it was.
  'asked: embed.html has the words of no story, at any of its addresses': async (t) => {
    const { folder } = JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8'));
    for (const below of ['', 'latest/', `${folder}/`]) {
      const { text, shown, pictures, told } = await withoutScripts(t, `${t.site.origin}/${below}embed.html?story=mine/story.json`);
      check(!KARAMAY.test(text + told) && pictures === 0, `${below}: ${text}`);
      check(/JavaScript/.test(shown) && /[\u4e00-\u9fff]{4}/.test(shown), `${below} does not say what is needed: ${shown}`);
    }
  },
  // Seen to fail: the same, and with the page of the story itself not there.
  'asked: the pages of a story, whole and by scene, have its words in their language': async (t) => {
    const { folder } = JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8'));
    for (const below of ['', `${folder}/`]) for (const [page, lang, words] of [['karamay/', 'zh', /1955年10月29日/], ['karamay/en.html', 'en', /29 October 1955/], ['karamay/greening/en.html', 'en', /Green/]]) {
      const { shown, lang: said, pictures } = await withoutScripts(t, `${t.site.origin}/${below}${page}`);
      check(words.test(shown) && said.startsWith(lang) && pictures > 0, `${below}${page} in ${said}: ${shown.slice(0, 200)}`);
      const live = await t.open();
      await live.goto(`${t.site.origin}/${below}${page}`);
      await waitStatus(live);
      const seen = await live.evaluate(() => { const { lang: shown, single, scene } = document.querySelector('duoyuan-story'); return { lang: shown, single, scene }; });
      check(seen.lang === lang && seen.single === page.includes('greening') && seen.scene === (seen.single ? 'greening' : 'opening'), `${below}${page}: ${JSON.stringify(seen)}`);
      clean(live, page);
    }
  },
  // Seen to fail: with Karamay's words below the message.
  'asked: where the story cannot be read, or no script may run, a frame shows no other story': async (t) => {
    const page = await t.open();
    await page.goto(`${t.site.origin}/embed.html?story=mine/story.json`);
    await waitStatus(page, 'error');
    const seen = await page.evaluate(() => `${document.title} ${document.body.innerText} ${document.querySelector('duoyuan-story').shadowRoot.querySelector('.errors').innerText}`);
    check(!KARAMAY.test(seen) && /mine\/story\.json/.test(seen) && /没有这个文件/.test(seen), seen);
    const closed = await serveFolder(DIST, { cors: false });
    try {
      t.site.replaced.set('/closed.html', { type: 'text/html', headers: { 'content-security-policy': '' },
        body: `<!doctype html><title>x</title><iframe src="${closed.origin}/embed.html?story=mine/story.json" sandbox="allow-scripts" title="x"></iframe>` });
      const article = await t.open();
      await article.goto(`${t.site.elsewhere}/closed.html`);
      const inner = article.frames().find((frame) => frame.url().includes('embed.html'));
      await inner.waitForLoadState();
      check(!KARAMAY.test(await inner.evaluate(() => document.documentElement.textContent)), 'another story stands in the frame');
    } finally {
      closed.close();
    }
  },
  // Seen to fail: with a story that is refused left out, so that the first one was shown; with `%2e%2e` taken as it stands.
  'asked: a frame opens nothing outside its folder, and then no other story': async (t) => {
    for (const story of ['../karamay/story.json', '/karamay/story.json', '//example.org/story.json', 'https://example.org/story.json', 'data:application/json,{}', '%2e%2e/karamay/story.json',
      '.%2E/story.json', 'a/%2e./%2e%2e/b/story.json', '%252e%252e/story.json', '..%2fstory.json', 'karamay\\story.json', 'karamay%5cstory.json', 'a%5c..%5c..%5cstory.json', '%2fkaramay/story.json', '']) {
      const page = await t.open();
      const wanted = [];
      page.on('request', (request) => { if (/json/.test(request.url()) && !request.isNavigationRequest()) wanted.push(request.url()); });
      await page.goto(`${t.server.origin}/embed.html?story=${encodeURIComponent(story)}`);
      await page.locator('[role=alert]').waitFor();
      const seen = await page.evaluate(() => ({ elements: document.querySelectorAll('duoyuan-story').length, text: document.body.innerText }));
      check(seen.elements === 0 && wanted.length === 0, `${story}: ${seen.elements} elements, asked for ${wanted}`);
      check(/不能打开/.test(seen.text) && /cannot open/.test(seen.text) && seen.text.includes(story), `${story}: ${seen.text}`);
      await page.close();
    }
    const page = await t.open();
    await page.goto(`${t.site.origin}/karamay/greening/?story=mine/story.json`);
    await page.locator('[role=alert]').waitFor();
    check(await page.locator('duoyuan-story').count() === 0 && !KARAMAY.test(await page.evaluate(() => document.body.innerText)), 'a page of one story shows it for another');
    await page.goto(`${t.site.origin}/karamay/greening/?story=karamay/story.json`);
    await waitStatus(page);
  },
  // Seen to fail: with the story beside it drawn instead, as it was; with the frame's list of letters as it was.
  'asked: a story file of any name, in a folder of any name, is the story, in an element and in a frame': async (t) => {
    for (const folder of ['阅览室', '2024 年·阅览室（100%）', '第1期#a?b']) {
      await place(t.server, folder);
      host(t, `src="${path(`${folder}/春天.json`)}" lang="zh"`);
      const story = `${folder}/春天.json`;
      for (const address of ['host.html', `embed.html?lang=zh&story=${encodeURIComponent(story)}`, `embed.html?lang=zh&story=${encodeURIComponent(path(story))}`]) {
        const page = await open(t, address);
        const { label, marks } = await state(page);
        check(label === '春天的阅览室' && marks.length > 2, `${address} shows ${label}`);
        clean(page, address);
        await page.close();
      }
    }
  },
  // Seen to fail: with its problems told of story.json.
  'asked: problems of a story are told under the name of its file': async (t) => {
    await place(t.server);
    t.server.replaced.get(`/${path('阅览室/春天.json')}`).body = (await fixture('春天.json')).toString().replace('"kind": "flow"', '"kind": "flaw"');
    const page = await t.open();
    await page.goto(`${t.server.origin}/embed.html?story=${encodeURIComponent('阅览室/春天.json')}`);
    await waitStatus(page, 'error');
    const words = await troubles(page);
    check(/春天\.json:\d+:\d+ /.test(words) && !/story\.json/.test(words), words);
  },
  // Seen to fail: with ids of ASCII only (no record opened), and of 64 characters at most.
  'asked: every id that the check takes works in links, in copied links, in frames and in messages': async (t) => {
    await place(t.server);
    const story = `embed.html?lang=zh&story=${encodeURIComponent('阅览室/春天.json')}`;
    for (const [id, words] of [['借出', /春天借出的书/], ['借书@2023年上半年', /148/], ['2024_还书-９月', /归还的书/]]) {
      const page = await open(t, `${story}#figure=${encodeURIComponent(id)}`);
      check(words.test(await record(page)), `${id}: ${await record(page)}`);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: t.server.origin });
      await page.getByRole('button', { name: '复制链接' }).click();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const other = await t.open();
      await other.goto(link);
      await waitStatus(other);
      check(words.test(await record(other)), `${link} opens ${await record(other)}`);
      clean(other, link);
    }
    // As some hand a link on: not encoded, or with something behind it.
    for (const hash of ['#figure=借出', '#figure=借出&from=mail', '#figure%3D借出']) {
      const page = await open(t, `${story}${hash}`);
      check(/春天借出的书/.test(await record(page)), hash);
    }
    check((await state(await open(t, `${story}&scene=${AUTUMN}`))).scene === AUTUMN, 'not by scene=');
    check((await state(await open(t, `${story}#scene=${AUTUMN}`))).scene === AUTUMN, 'not by #scene=');
    t.server.replaced.set('/parent.html', { type: 'text/html', body: `<!doctype html><title>x</title><link rel="icon" href="data:,"><iframe src="${story}&id=${encodeURIComponent('图一')}" title="x" width="700" height="900"></iframe>` });
    t.site.replaced.clear();
    const page = await t.open();
    await page.addInitScript(() => {
      window.heard = [];
      addEventListener('message', ({ data }) => window.heard.push(data));
    });
    // A page without a policy of its own: the tests' server forbids frames.
    t.server.replaced.get('/parent.html').policy = '';
    await page.goto(`${t.server.origin}/parent.html`);
    const inner = page.frames().find((frame) => frame.url().includes('embed.html'));
    await inner.waitForFunction(() => document.querySelector('duoyuan-story')?.status === 'ready');
    await page.evaluate((scene) => document.querySelector('iframe').contentWindow.postMessage({ type: 'duoyuan', v: 1, scene }, '*'), AUTUMN);
    await inner.waitForFunction((scene) => document.querySelector('duoyuan-story').scene === scene, AUTUMN);
    check((await page.evaluate(() => window.heard)).every(({ id }) => id === '图一'), 'the name of the frame is not given back');
  },
  'asked: the rule takes all that the check takes, and no way out of a folder': async () => {
    for (const id of ['a', '9_x-', '借出', '一', '鿿', '０９', 'x'.repeat(100), 'Ab-9_图', 'a'.repeat(2000), '-']) check(isId(id), `${id} is refused`);
    for (const id of ['', 'a b', 'a.b', '../x', '<b>', 'é', 'a\n', 'a'.repeat(2001), null, ['a'], { toString: () => 'a' }]) check(!isId(id), `${id} is taken`);
    const below = (name) => pathBelow('https://x.example/deep/embed.html', name);
    for (const [name, address] of [['a/story.json', 'a/story.json'], ['图/春 天.json', '图/春 天.json'], ['100%/s.json', '100%25/s.json'], ['a?b#c.json', 'a%3Fb%23c.json'], ['./a.json', './a.json'], ['a..b/..c.json', 'a..b/..c.json'], ['%E5%9B%BE.json', '%E5%9B%BE.json']]) {
      check(below(name) === address, `${name} became ${below(name)}`);
    }
    for (const name of ['', '/a', '//a', 'a//b', '..', '../a', 'a/..', 'a\\b', 'c:a', 'http:a', 'a\0b', 'a\tb', '%2e%2e/a', '%252E%252e/a', 'a/%2e.', '%5ca', '%2fa', '%3a', '%00', '%ff', 'a'.repeat(2001), null, 3]) check(below(name) === null, `${name} became ${below(name)}`);
  },
};
