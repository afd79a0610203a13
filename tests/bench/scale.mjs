// Many unit marks and long series, all moving in every frame: what a frame costs, by technique and by number.

import { close, cpuMs, elementReady, isolatedPeer, launch, median, open, progress, RUNS, servePeers, serveSite, withElement } from './pages.mjs';
import { turnByHand } from './frame.mjs';
import { marksStory, MOST_YEARS, seriesStory } from './stories.mjs';

const COUNTS = [100, 1000, 10_000]; // the last is as many as a field may have
const STEP = 1000 / 60;
const FRAMES = 36; // at a time: processor time is counted in steps of 10 ms

/** Frames one after another, the browser presenting each: what `oneFrame` takes by the clock, and what all processes take. */
async function timed(page, root, many) {
  const before = await cpuMs(root);
  const times = await page.evaluate(async ([count, step]) => {
    const all = [];
    for (let i = 0; i < count; i += 1) {
      await new Promise((done) => { window.clock.native(done); });
      const started = performance.now();
      const waiting = window.oneFrame(i, step);
      if (waiting) await waiting;
      all.push(performance.now() - started);
    }
    // The last one is to be presented too.
    await new Promise((done) => { window.clock.native(() => window.clock.native(done)); });
    return all;
  }, [many, STEP]);
  return { sync: median(times), cpu: (await cpuMs(root) - before) / many };
}

/** An element with a story of `n`, on its way from the first chapter to the second; null where duoyuan has none such. */
async function elementPage(browser, site, kind, n) {
  const files = kind === 'marks' ? marksStory(n) : seriesStory(n);
  for (const [name, text] of Object.entries(files)) site.replaced.set(`/bench-${kind}-${n}/${name}`, { body: text, type: name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8' });
  const page = await open(browser, null, { width: 752, height: 1400, dpr: 1 });
  await page.addInitScript(turnByHand);
  const started = Date.now();
  await page.goto(withElement(site, `/bench-${kind}-${n}.html`, `src="bench-${kind}-${n}/story.json" mode="stepper" lang="zh" theme="light"`));
  await elementReady(page);
  page.readyMs = Date.now() - started;
  await page.evaluate(async (step) => {
    await new Promise((done) => { setTimeout(done, 300); });
    window.clock.hold();
    window.rest = () => { for (let i = 0; i < 900 && window.clock.step(step); i += 1); };
    // Coming back to a chapter once seen shows it at rest, so each departure begins the story again.
    window.departed = async () => {
      const old = document.querySelector('duoyuan-story');
      if (window.used) {
        history.replaceState(null, '', location.pathname);
        const fresh = old.cloneNode();
        fresh.removeAttribute('status');
        const ready = new Promise((done) => { fresh.addEventListener('duoyuan-ready', done); });
        old.replaceWith(fresh);
        await ready;
        await new Promise((done) => { setTimeout(done, 300); });
      }
      window.used = true;
      window.rest();
      document.querySelector('duoyuan-story').next();
      await new Promise((done) => { setTimeout(done, 200); });
      for (let i = 0; i < 3; i += 1) if (!window.clock.step(step)) throw new Error('the second chapter does not move');
    };
    window.oneFrame = (_, ms) => { window.clock.step(ms); };
  }, STEP);
  return page;
}

async function measureOne(browser, root, { site, peers }, kind, n, techniques) {
  const rows = Object.fromEntries([...techniques, 'duoyuan'].map((name) => [name, []]));
  const drawn = kind === 'series' ? Math.min(n, MOST_YEARS) : n;
  const raw = await open(browser, isolatedPeer(peers, 'scale'), { width: 752, height: 1400, dpr: 1, init: turnByHand });
  // What duoyuan cannot draw is a result too; the others are measured all the same.
  let failed = null;
  const element = await elementPage(browser, site, kind, drawn).catch((error) => { failed = String(error.message).split('\n')[0].slice(0, 200); });
  // As large as the chapter that the marks travel to.
  const paper = await element?.evaluate(async () => {
    await window.departed();
    const { clientWidth, clientHeight } = document.querySelector('duoyuan-story').shadowRoot.querySelector('canvas');
    return [clientWidth, clientHeight];
  });
  try {
    await raw.evaluate(([what, name]) => { window.scale.make(what, name, 100); window.oneFrame = () => window.peer.draw(0.5); }, [kind, techniques[0]]);
    await timed(raw, root, FRAMES);
    for (let run = 0; run < Math.min(RUNS, 5); run += 1) {
      for (const technique of techniques) {
        await raw.evaluate(([what, name, count, all, size]) => {
          window.scale.make(what, name, count, size);
          window.oneFrame = (i) => { window.peer.draw(((i % all) + 1) / all); return Promise.resolve(); };
          for (let i = 0; i < 3; i += 1) window.oneFrame(i);
        }, [kind, technique, n, FRAMES, technique.endsWith('as large') ? paper : undefined]);
        rows[technique].push(await timed(raw, root, FRAMES));
      }
      if (!element) continue;
      await element.evaluate(() => window.departed());
      rows.duoyuan.push(await timed(element, root, FRAMES));
    }
    const faults = [...raw.faults, ...(element?.faults ?? [])];
    if (faults.length > 0) throw new Error(faults.join(' | '));
    const measured = Object.entries(rows).filter(([, runs]) => runs.length > 0);
    return { kind, n, drawn, readyMs: element?.readyMs ?? null, failed,
      techniques: Object.fromEntries(measured.map(([name, runs]) => [name, { sync: median(runs.map(({ sync }) => sync)), cpu: median(runs.map(({ cpu }) => cpu)), runs }])) };
  } finally {
    await close(raw);
    if (element) await close(element);
  }
}

export async function measureScale() {
  const [peers, site] = [await servePeers(), await serveSite()];
  const browser = await launch();
  const root = await browser.newBrowserCDPSession();
  const rows = [];
  try {
    const first = await open(browser, isolatedPeer(peers, 'scale'));
    await first.waitForFunction(() => window.scale);
    const techniques = await first.evaluate(() => window.scale.techniques);
    await close(first);
    for (const kind of ['marks', 'series']) {
      for (const n of COUNTS) {
        try {
          rows.push(await measureOne(browser, root, { site, peers }, kind, n, techniques[kind]));
        } catch (error) {
          rows.push({ kind, n, drawn: n, failed: String(error.message).split('\n')[0].slice(0, 300), techniques: {} });
        }
        progress(`scale: ${n} ${kind}`);
      }
    }
  } finally {
    await browser.close();
    peers.close();
    site.close();
  }
  return { rows, mostYears: MOST_YEARS };
}
