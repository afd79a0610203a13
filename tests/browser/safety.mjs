// A story is another's text: whatever stands in it stays text. What is shipped has no way to make markup or code of a string.

import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { check } from './browser.mjs';
import { allAre, article, pixels, story } from './hosts.mjs';
import { settled } from './moves.mjs';
import { CSP } from './server.mjs';
import { DIST } from './static.mjs';

const INJECTIONS = ['<img src=x onerror="window.pwned=1">', '"><script>window.pwned=1</script>', '<svg onload=window.pwned=1>', "javascript:window.pwned=1", '\u202E\u2066反转\u200B\u2069', '&lt;b&gt;', '${window.pwned=1}', '<style>*{display:none}</style>'];
const AWAY = /<img|<script|<svg onload|javascript:|onerror=/;

/** Every text of a story ({zh, en}) with something hostile before it; what it quotes by {…} stays. */
function hostile(node, count = { n: 0 }) {
  if (Array.isArray(node)) return node.map((part) => hostile(part, count));
  if (typeof node !== 'object' || node === null) return node;
  if (typeof node.zh === 'string' && typeof node.en === 'string') {
    count.n += 1;
    const add = INJECTIONS[count.n % INJECTIONS.length].replaceAll('{', '').replaceAll('}', '').replaceAll('=1', '=true');
    return { ...node, zh: `${add}${node.zh}`, en: `${add}${node.en}` };
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, hostile(value, count)]));
}

async function serveStory(t, change, sources = (text) => text) {
  const data = new URL('../../data/karamay/', import.meta.url);
  for (const name of await readdir(new URL('series/', data))) t.site.replaced.set(`/evil/series/${name}`, { body: await readFile(new URL(`series/${name}`, data)), type: 'text/csv' });
  t.site.replaced.set('/evil/story.json', { body: change(await readFile(new URL('story.json', data), 'utf8')), type: 'application/json' });
  t.site.replaced.set('/evil/sources.json', { body: sources(await readFile(new URL('sources.json', data), 'utf8')), type: 'application/json' });
}
const evil = '<duoyuan-story src="evil/story.json" lang="en" mode="stepper"></duoyuan-story>';

const PROMPT_MS = 2500; // a hang guard; the promise is one second on a machine that does nothing else
const BIG = 200 * 2 ** 20;
const MOST_SENT = BIG * 0.8; // a loopback pours a hundred MB and more into the buffers before a busy browser's end of it is heard
const HEADERS = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };

/** Writes `part` again and again, as fast as it is taken, until `limit` bytes. */
function flow(response, part, limit, count) {
  let left = limit;
  const pour = () => {
    while (left > 0) {
      left -= part.length;
      count(part.length);
      if (!response.write(part)) return;
    }
    response.end();
  };
  response.on('drain', pour);
  pour();
}
const SPACES = Buffer.alloc(65536, 32);
// The first seen to fail: with no abort() in readOnce() of fetching.js; the others: with the size not counted in its follow().
const TOO_LARGE = {
  '200 MB whose length is told': (response, count) => { response.writeHead(200, { ...HEADERS, 'content-length': BIG }); flow(response, SPACES, BIG, count); },
  '200 MB whose length is not told': (response, count) => { response.writeHead(200, HEADERS); flow(response, SPACES, BIG, count); },
  'bytes without end': (response, count) => { response.writeHead(200, HEADERS); flow(response, SPACES, Infinity, count); },
  '200 MB in 200 kB of gzip': (response, count) => {
    response.writeHead(200, { ...HEADERS, 'content-encoding': 'gzip' });
    const small = gzipSync(Buffer.alloc(BIG, 32));
    count(small.length);
    response.end(small);
  },
};

export const safety = {
  // Seen to fail: with innerHTML in place of textContent in dom.js' el().
  'safety: hostile strings in every text field stay text': async (t) => {
    await serveStory(t, (text) => JSON.stringify(hostile(JSON.parse(text))));
    // Without a policy: nothing but our own care stands between the text and the page.
    const page = await t.open({ width: 800, height: 900 });
    await page.goto(article(t, evil, { policy: null }));
    await page.waitForFunction(() => ['ready', 'error'].includes(document.querySelector('duoyuan-story').getAttribute('status')));
    const seen = await page.evaluate(async (ids) => {
      const element = document.querySelector('duoyuan-story');
      const found = new Set();
      let texts = '';
      for (const lang of ['zh', 'en']) for (const id of ids) {
        element.lang = lang;
        element.goTo(id);
        element.shadowRoot.querySelectorAll('.mark').forEach((mark) => mark.click());
        await new Promise((done) => { setTimeout(done); });
        for (const node of element.shadowRoot.querySelectorAll('img, script, iframe, object, embed, style, [onerror], [onload], [style*=expression]')) found.add(node.outerHTML.slice(0, 80));
        texts += element.shadowRoot.textContent;
        const svg = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
        for (const node of svg.querySelectorAll('img, script, foreignObject, parsererror, [onload], [onerror]')) found.add(`in the SVG: ${node.outerHTML.slice(0, 80)}`);
      }
      return { status: element.status, found: [...found], texts, pwned: window.pwned ?? null, nodes: document.body.querySelectorAll('*').length };
    }, t.scenes);
    check(seen.status === 'ready', `status ${seen.status}: ${await page.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.errors').innerText.slice(0, 500))}`);
    check(seen.found.length === 0 && seen.pwned === null, `${seen.found} ${seen.pwned}`);
    check(AWAY.test(seen.texts), 'the hostile text is not shown as text');
    check(seen.nodes === 1, `${seen.nodes} elements in the body`);
  },
  // Twice guarded: the engine refuses such an address when it reads the story, and the panel would show it as text.
  'safety: only plain http addresses become links, with rel and target': async (t) => {
    const bad = ['javascript:window.pwned=1', 'data:text/html,<script>1</script>', 'http://user:secret@example.org/', 'vbscript:x', '//example.org/x'];
    for (const address of [null, ...bad]) {
      let n = 0;
      await serveStory(t, (text) => text, (text) => text.replace(/"(url|address|href)":\s*"[^"]*"/g, (whole, name) => { n += 1; return address ? `"${name}": "${address}"` : whole; }));
      check(n > 5, `only ${n} addresses in sources.json`);
      const page = await t.open({ width: 800, height: 900 });
      await page.goto(article(t, evil, { policy: null }));
      await page.waitForFunction(() => ['ready', 'error'].includes(document.querySelector('duoyuan-story').getAttribute('status')));
      const { status, links } = await page.evaluate(async (ids) => {
        const element = document.querySelector('duoyuan-story');
        const seen = new Set();
        for (const id of element.status === 'ready' ? ids : []) {
          element.goTo(id);
          for (const mark of element.shadowRoot.querySelectorAll('.mark')) {
            mark.click();
            for (const link of element.shadowRoot.querySelectorAll('a[href]')) if (!link.getAttribute('href').startsWith('#')) seen.add(`${link.getAttribute('href')} | ${link.rel} | ${link.target}`);
          }
        }
        return { status: element.status, links: [...seen] };
      }, t.scenes);
      if (address === null) check(status === 'ready' && links.length > 3, `${status}, ${links.length} links of the story as it is`);
      for (const link of links) check(/^https?:\/\/[^/@]+(\/\S*)? \| .*noopener.* \| _blank$/.test(link), `link: ${link}`);
      if (address !== null) check(status === 'error' || links.length === 0, `${address}: ${status}, ${links}`);
      await page.context().close();
    }
  },
  // Seen to fail: with the story's JSON merged key by key into an object in loader.js.
  'safety: names of prototypes in a story change no prototype': async (t) => {
    const bad = '"__proto__": {"zh": "x", "en": "x", "polluted": true}, "constructor": {"prototype": {"polluted": true}},';
    for (const change of [(text) => text.replace('{', `{${bad}`), (text) => text.replace(/"figures":\s*\{/, (start) => `${start}${bad}`)]) {
      await serveStory(t, change);
      const page = await t.open();
      await page.goto(article(t, evil));
      await page.waitForFunction(() => ['ready', 'error'].includes(document.querySelector('duoyuan-story').getAttribute('status')));
      check(await page.evaluate(() => ({}).polluted === undefined && [].polluted === undefined), 'a prototype was changed');
    }
  },
  // Seen to fail: with an eval put into www/element/export.js.
  'safety: what is shipped has no sink for markup or code, no storage, no beacon, no other site': async () => {
    const sinks = [/\.innerHTML\s*=(?!=)/, /\.outerHTML\s*=(?!=)/, /insertAdjacentHTML/, /document\.write/, /\beval\s*\(/, /\bnew Function\b/, /\bFunction\s*\(/, /set(?:Timeout|Interval)\(\s*["'`]/, /createContextualFragment/,
      /parseFromString/, /localStorage/, /sessionStorage/, /indexedDB/, /document\.cookie/, /sendBeacon/, /XMLHttpRequest/, /new WebSocket/, /importScripts/, /srcdoc/, /setHTMLUnsafe/];
    const names = (await readdir(DIST, { recursive: true })).filter((name) => name.endsWith('.js') || name === 'single.html');
    check(names.length >= 9, `only ${names.length} scripts in dist/`);
    for (const name of names) {
      const text = await readFile(`${DIST}/${name}`, 'utf8');
      for (const sink of sinks) check(!sink.test(text), `${name} has ${sink.exec(text)?.[0]} at ${sink.exec(text)?.index}`);
      const others = [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address).filter((address) => !/w3\.org|example\.org/.test(address));
      check(name === 'single.html' || others.length === 0, `${name} names ${others}`);
    }
  },
  // Seen to fail: with a script or a style put into the page; with a style attribute on the element; with 'self' taken out of connect-src.
  'safety: the pages have no script or style inside, and the strict policy to the letter changes no pixel': async (t) => {
    const addresses = { '/': 'index.html', '/en.html': 'en.html', '/embed.html': 'embed.html', '/karamay/': 'karamay/index.html', '/karamay/lead/': 'karamay/lead/index.html' };
    for (const [address, file] of Object.entries(addresses)) {
      const body = await readFile(`${DIST}/${file}`, 'utf8');
      const inside = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>|<style[^>]*>|<[^>]*\s(?:style|on\w+)\s*=[^>]*>/gi)].map(([tag]) => tag.slice(0, 80));
      check(inside.length === 0, `${file} has inside: ${inside}`);
      const seen = [];
      for (const policy of [CSP, '']) {
        t.site.replaced.set(address, { body, type: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy } });
        const page = await t.open({ width: 1000, height: 900 });
        const response = await page.goto(t.site.origin + address);
        check((response.headers()['content-security-policy'] ?? '') === policy, `${address} came under ${response.headers()['content-security-policy']}`);
        await allAre(page, 'ready');
        await settled(page);
        // Whoever reads on: another chapter, language, theme, the table and a figure's record.
        await page.evaluate(() => {
          const element = document.querySelector('duoyuan-story');
          const { shadowRoot } = element;
          Object.assign(element, { lang: 'en', theme: 'dark' });
          element.next();
          shadowRoot.querySelector('[data-do=table]').click();
          shadowRoot.querySelector('.mark').click();
        });
        await settled(page);
        await page.waitForTimeout(300);
        seen.push(String(await pixels(page)));
        check(page.faults.length === 0, `${address} under ${policy || 'no policy'}: ${page.faults.join(' | ')}`);
        await page.context().close();
      }
      check(seen[0] === seen[1] && seen[0].length > 5000, `${address}: the policy changes pixels (${seen.map(({ length }) => length)})`);
    }
    const headers = await readFile(`${DIST}/_headers`, 'utf8');
    check(headers.includes(`Content-Security-Policy: ${CSP.replaceAll("'self'", "'self' https://example.org")}\n`), headers);
  },
  ...Object.fromEntries(Object.entries(TOO_LARGE).map(([what, pour]) => [`safety: a story of ${what} is refused within a second, long before all of it has come, in both languages`, async (t) => {
    const page = await t.open();
    let sent = 0;
    let closed = 0;
    const server = createServer((request, response) => {
      response.on('close', () => { closed += 1; });
      pour(response, (bytes) => { sent += bytes; });
    });
    await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
    try {
      await page.goto(article(t, story('scene="growth"').replace('karamay', `http://127.0.0.1:${server.address().port}`), { policy: null, script: '' }));
      const started = await page.evaluate(async () => {
        await import('/duoyuan.js');
        return performance.now();
      });
      await allAre(page, 'error', 10_000);
      const took = await page.evaluate((from) => performance.now() - from, started);
      const text = await page.evaluate(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.errors').innerText);
      check(/2 MB/.test(text) && /[\u4e00-\u9fff]{4}/.test(text) && /[a-z]{4,} [a-z]{2,}/i.test(text), text);
      check(took < PROMPT_MS, `took ${took} ms`);
      await page.waitForTimeout(300);
      const before = sent;
      await page.waitForTimeout(300);
      check(sent === before && sent < MOST_SENT && closed === 1, `${sent} bytes sent, ${before} of them 300 ms before; ${closed} requests closed`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }])),
  'safety: no cookie, storage, permission or foreign request in an article with embeds': async (t) => {
    const page = await t.open({ width: 700, height: 900 });
    const foreign = [];
    page.on('request', (request) => { if (!request.url().startsWith(t.site.origin)) foreign.push(request.url().slice(0, 80)); });
    await page.goto(article(t, story('scene="growth"') + story('scene="talent"')));
    await allAre(page, 'ready');
    const kept = await page.evaluate(async () => [document.cookie.length, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length].join());
    check(kept === '0,0,0,0,0,0' && foreign.filter((address) => !address.startsWith('data:')).length === 0, `${kept} ${foreign}`);
  },
};
