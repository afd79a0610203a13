// What the reader and the editor see when something is broken: a clear message in both languages, and the last good picture stays.

import { readFile } from 'node:fs/promises';
import { check, waitStatus } from './browser.mjs';
import { pathOf } from './server.mjs';

const BROKEN = '{\n  "format": 1,\n  "id": "karamay" "title": {}\n}\n';
const STORY = '/karamay/story.json';
const WASM = '/pkg/duoyuan_bg.wasm';

const troubleText = (page) => page.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.errors').innerText);
const picture = (page) => page.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('[part=canvas]').toDataURL());
const bilingual = (text) => /[\u4e00-\u9fff]{4}/.test(text) && /[a-z]{4,} [a-z]{2,}/i.test(text);

async function openBroken(t, address, other, path = '/') {
  t.server.replaced.set(address, other);
  const page = await t.open();
  await page.addInitScript(() => {
    window.heard = [];
    document.addEventListener('duoyuan-error', (event) => window.heard.push(event.detail));
  });
  await page.goto(t.server.origin + path);
  await waitStatus(page, 'error');
  return page;
}

/** The message is there, the event was sent, the static words are on show, and Retry brings the picture once the cause is gone. */
async function checkTrouble(t, page, file) {
  const text = await troubleText(page);
  check(bilingual(text), `not in both languages: ${text}`);
  check(text.includes(file), `does not name ${file}: ${text}`);
  const [event] = await page.evaluate(() => window.heard);
  check(event?.code && event?.message, `event ${JSON.stringify(event)}`);
  check(page.faults.every((fault) => !fault.startsWith('uncaught')), page.faults.join(' | '));
  t.server.replaced.clear();
  await page.locator('[data-do=retry]').click();
  await waitStatus(page);
}

export const failures = {
  'failure: a story that is no JSON names file, line and column in both languages': async (t) => {
    const page = await openBroken(t, STORY, { body: BROKEN });
    const text = await troubleText(page);
    check(/story\.json:3:\d+/.test(text), `no file:line:column in: ${text}`);
    check(await page.locator('.fallback').isVisible(), 'the static words are not shown');
    check(await page.locator('h1').isVisible(), 'the heading is gone');
    await checkTrouble(t, page, 'story.json');
  },
  'failure: a story that breaks while it is shown leaves the picture and lists the problem': async (t) => {
    const page = await t.open();
    await page.goto(`${t.server.origin}/#scene=${t.scenes[5]}`);
    await waitStatus(page);
    await page.waitForTimeout(300);
    const before = await picture(page);
    check(t.server.listening(), 'the page does not listen for changes');
    t.server.replaced.set(STORY, { body: BROKEN });
    t.server.push(`changed ${STORY}`);
    await page.waitForFunction(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.problem-panel'));
    const text = await troubleText(page);
    check(/story\.json:3:\d+/.test(text), `no file:line:column in: ${text}`);
    check((await page.evaluate(() => document.querySelector('duoyuan-story').status)) === 'ready', 'status is no longer ready');
    check((await picture(page)) === before, 'the picture changed');
    t.server.replaced.clear();
    t.server.push(`changed ${STORY}`);
    await page.waitForFunction(() => !document.querySelector('duoyuan-story').shadowRoot.querySelector('.problem-panel'));
    const scene = await page.evaluate(() => document.querySelector('duoyuan-story').scene);
    check(scene === t.scenes[5], `after the correction at ${scene}`);
    check((await picture(page)) === before, 'the corrected story shows another picture');
  },
  'failure: a chart that would say more than its sources leaves words in its place and a list of why': async (t) => {
    const good = await readFile(pathOf(STORY), 'utf8');
    const from = '"figure": "online-services-share"';
    check(good.includes(from), 'the story has no such chart any more');
    t.server.replaced.set(STORY, { body: good.replace(from, '"figure": "talent-total"') });
    const page = await t.open();
    await page.goto(`${t.server.origin}/#scene=governance`);
    await waitStatus(page);
    const text = await troubleText(page);
    check(/story\.json:\d+:\d+/.test(text) && text.includes('unstated-whole'), `does not say where and why: ${text}`);
    const marks = await page.evaluate(() => [...document.querySelector('duoyuan-story').shadowRoot.querySelectorAll('[data-figure="talent-total"]')].length);
    check(marks > 0, 'the figure is not there as words');
    t.server.replaced.clear();
  },
  'motion: the next chapter begins with the marks of this one, unless they are a crowd of another number': async (t) => {
    const page = await t.open();
    await page.goto(`${t.server.origin}/`);
    await waitStatus(page);
    const kinds = await page.evaluate(async (ids) => {
      const { default: init, Draft, Engine } = await import('/pkg/duoyuan.js');
      await init();
      const [engine, draft] = [new Engine(), new Draft()];
      const get = async (name) => new Uint8Array(await (await fetch(`/karamay/${name}`)).arrayBuffer());
      draft.add('story.json', await get('story.json'));
      for (const name of draft.missing().split('\n').filter(Boolean)) draft.add(name, await get(name));
      draft.open(engine);
      engine.view(640, 1, 'zh', 'light');
      const at = (seconds) => JSON.parse(engine.shape(seconds)).filter((p) => p.key.includes('~')).length;
      const change = (from) => {
        engine.lay(from);
        const alone = at(0.4);
        engine.depart(engine.duration());
        engine.lay(from + 1);
        const between = at(0.4);
        const after = at(engine.duration());
        engine.lay(from + 1);
        return { alone, between, after, again: at(0.4) };
      };
      return { few: change(ids.indexOf('opening')), crowd: change(ids.indexOf('livelihood')) };
    }, t.scenes);
    check(kinds.few.alone === 0 && kinds.few.between >= 13, `no marks travel: ${JSON.stringify(kinds)}`);
    check(kinds.few.after === 0 && kinds.few.again === 0, `marks still travel: ${JSON.stringify(kinds)}`);
    // Squares of a share are not people: where many become another number, none of them is said to be the same.
    check(Object.values(kinds.crowd).every((count) => count === 0), `a crowd travels: ${JSON.stringify(kinds)}`);
  },
  'failure: WASM absent (404)': async (t) => checkTrouble(t, await openBroken(t, WASM, { status: 404 }), 'duoyuan_bg.wasm'),
  'failure: WASM server error (500)': async (t) => checkTrouble(t, await openBroken(t, WASM, { status: 500 }), 'duoyuan_bg.wasm'),
  'failure: WASM cut short': async (t) => checkTrouble(t, await openBroken(t, WASM, { body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 99]) }), 'duoyuan_bg.wasm'),
  'failure: the story is absent': async (t) => checkTrouble(t, await openBroken(t, STORY, { status: 404 }), 'story.json'),
  'failure: a file of the story is absent': async (t) => checkTrouble(t, await openBroken(t, '/karamay/sources.json', { status: 404 }), 'sources.json'),
  'failure: a story larger than 2 MB is not read': async (t) => checkTrouble(t, await openBroken(t, STORY, { body: Buffer.alloc(2.5 * 1024 * 1024, 32) }), 'story.json'),
  'failure: a story larger than 2 MB of unsaid length is not read': async (t) => checkTrouble(t, await openBroken(t, STORY, { body: Buffer.alloc(2.5 * 1024 * 1024, 32), stream: true }), 'story.json'),
  // Seen to fail: with the address made a whole one outside what is caught (no message, an error nobody caught).
  'failure: an address that can be none says so, and a right one helps': async (t) => {
    const page = await openBroken(t, '/odd.html', {
      body: '<!doctype html><title>.</title><script type="module" src="duoyuan.js"></script><duoyuan-story lang="zh" src="http://["><p>static words</p></duoyuan-story>', type: 'text/html; charset=utf-8',
    }, '/odd.html');
    const text = await troubleText(page);
    check(bilingual(text) && text.includes('http://['), text);
    check(page.faults.every((fault) => !fault.startsWith('uncaught')), page.faults.join(' | '));
    await page.evaluate(() => { document.querySelector('duoyuan-story').src = 'karamay/story.json'; });
    await waitStatus(page);
  },
  'failure: an unknown fixed scene says so': async (t) => {
    const page = await t.open();
    await page.goto(`${t.server.origin}/embed.html?scene=nowhere`);
    await waitStatus(page, 'error');
    const text = await troubleText(page);
    check(bilingual(text) && text.includes('nowhere'), text);
  },
  'failure: WASM sent as another type still works': async (t) => {
    t.server.replaced.set(WASM, { body: await readFile(pathOf(WASM)), type: 'application/octet-stream' });
    const page = await t.open();
    await page.goto(t.server.origin);
    await waitStatus(page);
  },
  'failure: after a trap the same scene is shown again; after the second the static words': async (t) => {
    const page = await t.open();
    await page.goto(`${t.server.origin}/?duoyuan-test=trap#scene=${t.scenes[6]}`);
    await waitStatus(page);
    await page.waitForTimeout(300);
    const before = await picture(page);
    await page.evaluate(() => { const story = document.querySelector('duoyuan-story'); story.testTrap(); story.toSVG(); });
    await page.waitForTimeout(500);
    check((await picture(page)) === before, 'another picture after the restart');
    await page.evaluate(() => { document.querySelector('duoyuan-story').theme = 'dark'; });
    check((await picture(page)) !== before, 'the new engine does not draw');
    await page.evaluate(() => { const story = document.querySelector('duoyuan-story'); story.testTrap(); story.toSVG(); });
    await waitStatus(page, 'fallback');
    check(await page.locator('.fallback').isVisible(), 'no static words');
    check(bilingual(await troubleText(page)), await troubleText(page));
  },
  'failure: testTrap exists only when the address asks for it': async (t) => {
    const page = await t.open();
    await page.goto(t.server.origin);
    await waitStatus(page);
    check(await page.evaluate(() => document.querySelector('duoyuan-story').testTrap === undefined), 'testTrap is there');
  },
};
