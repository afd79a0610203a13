// What an open page holds, and what a second embed on the same page asks for.

import { NAMES, PEERS } from './build.mjs';
import { countEngines } from './frame.mjs';
import { close, elementReady, isolatedPeer, launch, median, open, progress, RUNS, servePeers, serveSite, withElement } from './pages.mjs';

const SECONDS = 1500; // ms until what was only needed for the start is gone

async function held(page) {
  await page.waitForTimeout(SECONDS);
  for (let i = 0; i < 3; i += 1) await page.session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.session.send('Runtime.getHeapUsage');
  const { nodes } = await page.session.send('Memory.getDOMCounters');
  const wasm = await page.evaluate(() => window.counts?.memory?.buffer.byteLength ?? 0);
  return { heap: usedSize, wasm, nodes };
}

/** One embed, then another of the same story: requests, fetches, compilations, and how long its instance takes. */
async function second(browser, site) {
  const page = await open(browser, null, { init: countEngines, height: 2400 });
  try {
    await page.goto(withElement(site, '/two.html', 'src="karamay/story.json" scene="growth" lang="zh"'));
    await elementReady(page);
    await page.waitForTimeout(500);
    site.requests.length = 0;
    const before = await page.evaluate(() => ({ ...window.counts, instantiateMs: [...window.counts.instantiateMs] }));
    const ms = await page.evaluate(async () => {
      const element = document.createElement('duoyuan-story');
      for (const [name, value] of [['src', 'karamay/story.json'], ['scene', 'talent'], ['lang', 'zh']]) element.setAttribute(name, value);
      const started = performance.now();
      const ready = new Promise((done) => { element.addEventListener('duoyuan-ready', done); });
      document.body.append(element);
      await ready;
      return performance.now() - started;
    });
    const after = await page.evaluate(() => window.counts);
    const { usedSize } = await page.session.send('Runtime.getHeapUsage');
    return { ready: ms, requests: site.requests.length, fetched: after.fetched - before.fetched, compiled: after.compiled - before.compiled,
      instantiate: after.instantiateMs.slice(before.instantiateMs.length).reduce((a, b) => a + b, 0), made: after.instantiated - before.instantiated, heap: usedSize };
  } finally {
    await close(page);
  }
}

export async function measureMemory() {
  const [peers, site] = [await servePeers(), await serveSite()];
  const browser = await launch();
  const rows = [];
  const seconds = [];
  try {
    for (const name of PEERS) {
      const page = await open(browser, isolatedPeer(peers, name === 'raw' ? 'inline' : name));
      await page.waitForFunction(() => window.peer);
      rows.push({ name, label: NAMES[name], ...await held(page) });
      await close(page);
    }
    const page = await open(browser, null, { init: countEngines });
    await page.goto(withElement(site, '/one.html', 'src="karamay/story.json" mode="stepper" lang="zh"'));
    await elementReady(page);
    rows.push({ name: 'duoyuan', label: 'duoyuan, 13 chapters', ...await held(page) });
    await close(page);
    for (let run = 0; run < RUNS; run += 1) seconds.push(await second(browser, site));
    progress('memory and second embed');
  } finally {
    await browser.close();
    peers.close();
    site.close();
  }
  const of = (what) => median(seconds.map((run) => run[what]));
  return { rows, second: Object.fromEntries(['ready', 'requests', 'fetched', 'compiled', 'instantiate', 'made'].map((what) => [what, of(what)])) };
}
