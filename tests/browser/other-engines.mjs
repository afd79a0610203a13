// The same promises in Firefox and WebKitGTK as in Chromium: strict policy, sandboxed frames, failures, traps, and a walk through the story that no
// one has planned. What is drawn must be the same list of marks and texts in all three.

import { readFile } from 'node:fs/promises';
import { check } from './browser.mjs';
import { allAre, article, FALLBACK, story } from './hosts.mjs';
import { holdings } from './robust.mjs';
import { DIST } from './static.mjs';
import { drive } from './webdriver.mjs';

const WAIT_MS = 20_000;
const WALK = 200; // steps in `make test`; 10,000 in `make test-long`
const LONG_WALK = 1000; // from here on it is also asked what is left behind

/** Keeps everything that goes wrong in a page in window.faults; served as a file, as the strict policy wants. */
const FAULTS = `window.faults = [];
addEventListener('error', (event) => faults.push('uncaught: ' + event.message));
addEventListener('unhandledrejection', (event) => faults.push('unhandled: ' + event.reason));
addEventListener('securitypolicyviolation', (event) => faults.push('CSP ' + event.violatedDirective + ' ' + event.blockedURI));
for (const kind of ['warn', 'error']) { const old = console[kind]; console[kind] = (...words) => { faults.push(kind + ': ' + words.join(' ')); old.apply(console, words); }; }`;
const HEAD = '<script src="faults.js"></script>';

/** Status of all elements once none is loading any more. */
const settle = (limit) => new Promise((done) => {
  const end = Date.now() + limit;
  const look = () => {
    const all = [...document.querySelectorAll('duoyuan-story')].map((element) => element.getAttribute('status'));
    if ((all.length > 0 && all.every((status) => status && status !== 'loading')) || Date.now() > end) setTimeout(() => done(all.join()), 300);
    else setTimeout(look, 50);
  };
  look();
});
const faultsOf = () => window.faults.slice();

/** The picture as data: which marks stand, which texts are drawn. Positions may differ by what the engines' fonts measure. */
const drawn = () => {
  const svg = document.querySelector('duoyuan-story').toSVG(); // as text: the strict policy lets nobody parse markup
  return {
    marks: [...svg.matchAll(/ data-mark="([^"]*)"/g)].map(([, mark]) => mark).join(),
    texts: [...svg.matchAll(/<text[^>]*>([^]*?)<\/text>/g)].map(([, text]) => text.replace(/<[^>]*>/g, '')).join('|'),
    pixels: (() => {
      const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let other = 0;
      for (let i = 0; i < data.length; i += 16) if (Math.abs(data[i] - data[0]) > 40) other += 1;
      return other;
    })(),
  };
};

/** Random moves by a seed; every step must leave a ready element with a picture. Returns what went wrong first, or ''. */
const walk = async ({ seed, steps, scenes }) => {
  let state = seed;
  const random = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 4294967296) * n); };
  const element = document.querySelector('duoyuan-story');
  const moves = [
    () => element.next(), () => element.previous(), () => element.goTo(scenes[random(scenes.length)]), () => element.play(), () => element.pause(),
    () => { element.lang = random(2) ? 'zh' : 'en'; }, () => { element.theme = ['auto', 'light', 'dark', 'contrast'][random(4)]; },
    () => { element.mode = ['auto', 'page', 'stepper', 'still'][random(4)]; }, () => { element.parentElement.style.width = `${260 + random(700)}px`; },
    () => { const marks = element.shadowRoot.querySelectorAll('.mark'); marks[random(marks.length)]?.click(); },
    () => { location.hash = `#scene=${scenes[random(scenes.length)]}`; }, () => { scrollTo(0, random(3000)); },
    () => { const { parentElement } = element; element.remove(); parentElement.append(element); }, () => element.toSVG(), () => element.goTo('nowhere'),
  ];
  for (let step = 0; step < steps; step += 1) {
    const move = random(moves.length);
    moves[move]();
    if (step % 10 === 9) await new Promise((done) => { setTimeout(done); });
    if (element.status !== 'ready' || !element.scene) return `step ${step}, move ${move}: status ${element.status}, scene ${element.scene}`;
  }
  await new Promise((done) => { setTimeout(done, 600); });
  const wrong = window.faults?.[0] ?? '';
  return wrong || (element.toSVG().length > 1000 ? '' : 'no picture at the end');
};

/** A seed that a failure prints, so that it can be walked again: SEED=… */
const seed = () => Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

export async function walkInChromium(t, steps) {
  const page = await t.open({ width: 1000, height: 800, reduced: false });
  const start = seed();
  await page.goto(article(t, `<div>${story('mode="stepper" lang="zh"')}</div>`));
  await allAre(page, 'ready');
  const go = async (from, count) => {
    const wrong = await page.evaluate(walk, { seed: from, steps: count, scenes: t.scenes });
    check(wrong === '' && page.faults.length === 0, `SEED=${start}: ${wrong} ${page.faults.slice(0, 3).join(' | ')}`);
  };
  await go(start, steps);
  if (steps < LONG_WALK) return;
  const before = await holdings(page);
  await go(start + 1, steps);
  const after = await holdings(page);
  console.log(`        after ${steps} steps ${JSON.stringify(before)}, after twice as many ${JSON.stringify(after)}`);
  check(after.heap - before.heap < 1_000_000, `SEED=${start}: the heap grew by ${after.heap - before.heap} bytes in the second ${steps} steps`);
}

const withFaults = (t) => t.site.replaced.set('/faults.js', { body: FAULTS, type: 'text/javascript' });

async function strictElement(t, browser) {
  withFaults(t);
  for (const [scene, lang] of [['greening', 'zh'], ['talent', 'en']]) {
    const address = article(t, `<div>${story(`scene="${scene}" lang="${lang}" theme="light"`, FALLBACK)}</div>`, { head: HEAD });
    await browser.go(address);
    check(await browser.run(settle, WAIT_MS) === 'ready', `status ${await browser.run(settle, 0)}: ${await browser.run(faultsOf)}`);
    check((await browser.run(faultsOf)).length === 0, (await browser.run(faultsOf)).join(' | '));
    const page = await t.open({ width: 1000, height: 800 });
    await page.goto(address);
    await allAre(page, 'ready');
    await page.waitForTimeout(300);
    const [here, there] = [await browser.run(drawn), await page.evaluate(drawn)];
    // Sorted: which of two crowded labels steps aside may hang on a hundredth of a pixel of the engine's font.
    const list = (text, pattern) => [...new Set(text.match(pattern) ?? [])].sort().join(' ');
    check(list(here.marks, /[^,]+/g) === list(there.marks, /[^,]+/g), `${scene} ${lang}: marks ${here.marks}, in Chromium ${there.marks}`);
    check(list(here.texts, /\d[\d,.]*\+?%?/g) === list(there.texts, /\d[\d,.]*\+?%?/g), `${scene} ${lang}: numbers of ${here.texts}, in Chromium ${there.texts}`);
    check(here.pixels > 500, `only ${here.pixels} pixels drawn`);
  }
}

async function sandboxedFrame(t, browser) {
  const frame = `<iframe src="${t.site.origin}/karamay/growth/" title="x" width="100%" height="300" sandbox="allow-scripts" data-duoyuan-heights="360:500"></iframe>`;
  article(t, frame, { policy: null, script: `${t.site.origin}/embed.js` });
  await browser.go(`${t.site.elsewhere}/article.html`);
  const heights = await browser.run(() => new Promise((done) => {
    const seen = [];
    addEventListener('message', ({ data }) => { if (data.type === 'duoyuan') seen.push(data.height); });
    setTimeout(() => done([seen.at(-1) ?? 0, document.querySelector('iframe').clientHeight]), 3000);
  }));
  check(heights[1] > 500 && (heights[0] === 0 || heights[0] === heights[1]), `told and given: ${heights}`);
}

/** The frame page with the recorder of faults in it, which tells the article what it has kept. Status, faults, and whether something is drawn. */
async function strictFrame(t, browser) {
  withFaults(t);
  const page = await readFile(`${DIST}/embed.html`, 'utf8');
  t.site.replaced.set('/frame-tells.js', { type: 'text/javascript', body: `addEventListener('message', ({ data }) => { if (data === 'tell') {
    const element = document.querySelector('duoyuan-story');
    parent.postMessage({ told: [element.getAttribute('status'), element.toSVG().length > 2000, ...faults].join(' | ') }, '*');
  } });` });
  t.site.replaced.set('/embed.html', { body: page.replace('<head>', '<head><script src="faults.js"></script><script src="frame-tells.js"></script>'), type: 'text/html; charset=utf-8' });
  for (const sandbox of ['sandbox="allow-scripts"', '']) {
    article(t, `<iframe src="${t.site.origin}/embed.html?scene=talent&lang=en" title="x" width="100%" height="700" ${sandbox}></iframe>`, { policy: null, script: '' });
    await browser.go(`${t.site.elsewhere}/article.html`);
    const told = await browser.run((limit) => new Promise((done) => {
      const end = Date.now() + limit;
      addEventListener('message', ({ data }) => {
        if (data.told && (!data.told.startsWith('null') && !data.told.startsWith('loading') || Date.now() > end)) done(data.told);
      });
      setInterval(() => {
        document.querySelector('iframe').contentWindow.postMessage('tell', '*');
        if (Date.now() > end + 1000) done('the frame tells nothing');
      }, 200);
    }), WAIT_MS);
    check(told === 'ready | true', `${sandbox || 'without sandbox'}: ${told}`);
  }
  // The page that an editor opens by itself.
  await browser.go(`${t.site.origin}/embed.html?scene=talent&lang=en`);
  check(await browser.run(settle, WAIT_MS) === 'ready' && (await browser.run(faultsOf)).length === 0, `alone: ${await browser.run(faultsOf)}`);
}

async function engineAbsent(t, browser) {
  withFaults(t);
  const wasm = Object.keys(JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8')).files).find((name) => /^v[^/]+\/player-\w+\.wasm$/.test(name));
  for (const answer of [{ status: 404 }, { body: Buffer.alloc(900), type: 'application/wasm' }]) {
    t.site.replaced.set(`/${wasm}`, answer);
    await browser.go(article(t, story('scene="growth" lang="en"', FALLBACK), { head: HEAD, address: `/absent-${answer.status ?? 'zeros'}.html` }));
    check(await browser.run(settle, WAIT_MS) === 'error', 'no error status');
    const seen = await browser.run(() => [...document.querySelectorAll('duoyuan-story > *')].map((part) => part.getBoundingClientRect().height > 0).join());
    check(!seen.includes('false'), `static words: ${seen}`);
    const lines = (await browser.run(faultsOf)).filter((fault) => fault.includes('duoyuan:'));
    check(lines.length === 1, lines.join(' | '));
  }
  t.site.replaced.delete(`/${wasm}`);
}

async function trap(t, browser) {
  withFaults(t);
  await browser.go(`${article(t, story('scene="growth" lang="en"', FALLBACK) + story('scene="talent" lang="en"'), { head: HEAD })}?duoyuan-test=trap`);
  check(await browser.run(settle, WAIT_MS) === 'ready,ready', 'not ready');
  const states = await browser.run(async () => {
    const [first, second] = document.querySelectorAll('duoyuan-story');
    const seen = [];
    for (let i = 0; i < 2; i += 1) {
      first.testTrap();
      first.toSVG();
      await new Promise((done) => { setTimeout(done, 800); });
      seen.push(`${first.status} ${first.scene} ${first.toSVG().length > 1000} ${second.toSVG().length > 1000}`);
    }
    return seen;
  });
  check(states[0] === 'ready growth true true' && /^fallback/.test(states[1]) && states[1].endsWith('true'), states.join(' | '));
}

export async function walkElsewhere(t, browser, steps) {
  withFaults(t);
  const start = seed();
  await browser.go(article(t, `<div>${story('mode="stepper" lang="zh"')}</div>`, { head: HEAD }));
  check(await browser.run(settle, WAIT_MS) === 'ready', 'not ready');
  const wrong = await browser.run(walk, { seed: start, steps, scenes: t.scenes });
  check(wrong === '', `SEED=${start}: ${wrong}`);
}

// Each seen to fail, in both engines: with a second console line; with a style attribute set in duoyuan.js (element and frame); with embed.js setting no
// height; with no time between two traps counted as a minute; with goTo() throwing at a scene that is not there.
const PROMISES = {
  // First: afterwards the engine is in the browser's cache.
  'without the engine the static words stay, with one console line': engineAbsent,
  'an element under the strict policy draws what Chromium draws': strictElement,
  'a frame under the strict policy meets no violation, with a sandbox and without': strictFrame,
  'a sandboxed frame on another site gets its height': sandboxedFrame,
  'after a trap the same scene, after a second the static words; the neighbour stays': trap,
  'a random walk meets no error': (t, browser) => walkElsewhere(t, browser, WALK),
};

/** One browser for all its tests: they take seconds to start. */
export async function otherEngines({ run, words, names = ['firefox', 'webkit'], promises = PROMISES }) {
  for (const name of names) {
    const titled = Object.entries(promises).map(([promise, body]) => [`${name}: ${promise}`, body]);
    if (!titled.some(([title]) => words.every((word) => title.includes(word)))) continue;
    const browser = await drive(name).catch((error) => error);
    for (const [title, body] of titled) {
      await run(title, (t) => {
        if (browser instanceof Error) throw browser;
        return body(t, browser);
      });
    }
    if (!(browser instanceof Error)) await browser.close();
  }
}

export const walks = { 'walk: a random walk in Chromium meets no error': (t) => walkInChromium(t, WALK) };
