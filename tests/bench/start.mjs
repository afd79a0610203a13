// Cold start: an empty cache, Slow 4G, a processor a quarter as fast. When is there a first picture, when is there the first frame of the engine, and
// does anything move when the engine's frame replaces the picture?

import { NAMES, PEERS } from './build.mjs';
import { close, elementReady, launch, median, open, progress, RUNS, servePeers, serveSite, spread } from './pages.mjs';

const LATENCY_MS = 150;
const BYTES_PER_SECOND = 1.6e6 / 8;
const SLOWER = 4;
const SETTLE_MS = 800; // what moves after the picture has come, moves by then
// A new tab starts a process while that of the tab before ends: on two cores that lengthened every other load by a quarter of a second, whichever page it was.
const QUIET_MS = 1000;

const after = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** In the page before anything else: the first frame in which a whole static picture is there, and every layout shift. */
function watch() {
  window.seen = { still: 0, shift: 0, moved: [] };
  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries()) {
      window.seen.shift += value;
      // What it was, for who looks into the numbers.
      for (const { node, previousRect, currentRect } of sources) window.seen.moved.push(`${Math.round(startTime)} ms: ${node?.nodeName} ${node?.getAttribute?.('class') ?? ''}, ${box(previousRect)} to ${box(currentRect)}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  // A frame is only made when nothing blocks rendering, so the picture that this finds is painted with it. The parser has gone past it when something follows.
  const look = () => {
    const still = document.querySelector('duoyuan-story .still');
    const shown = still && [...still.children].find((picture) => getComputedStyle(picture).display !== 'none');
    if (shown && (shown.nextElementSibling || still.nextElementSibling || document.readyState !== 'loading')) window.seen.still = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Looks now and then whether an expression has become true. Not by Playwright's waiting: that first puts a script of its own into the page, which a
    slow processor reads for a tenth of a second, just while the page starts. */
async function until(page, expression) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { result } = await page.session.send('Runtime.evaluate', { expression, returnByValue: true });
    if (result.value) return result.value;
    await after(200);
  }
  throw new Error(`never true in a minute: ${expression} ${page.faults.join(' | ')}`);
}

const WINDOW = { dpr: 1, width: 800, height: 800 };

async function one(browser, address, isElement) {
  const page = await open(browser, null, { ...WINDOW, init: watch });
  try {
    await page.session.send('Network.enable');
    await page.session.send('Network.emulateNetworkConditions', { offline: false, latency: LATENCY_MS, downloadThroughput: BYTES_PER_SECOND, uploadThroughput: BYTES_PER_SECOND / 2 });
    await page.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await after(QUIET_MS);
    await page.goto(address, { timeout: 60_000, waitUntil: 'commit' });
    const status = isElement && await until(page, "/ready|error|fallback/.exec(document.querySelector('duoyuan-story')?.getAttribute('status'))?.[0]");
    if (isElement && status !== 'ready') throw new Error(`${address}: the story did not open: ${status}`);
    if (!isElement) await until(page, "performance.getEntriesByName('bench:first-frame').length");
    await after(SETTLE_MS);
    const seen = await page.evaluate(() => {
      const mark = (name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
      return { ...window.seen, paint: mark('first-contentful-paint'), peer: mark('bench:first-frame'), fallback: mark('duoyuan:fallback-visible'), wasm: mark('duoyuan:wasm-ready'), frame: mark('duoyuan:first-frame') };
    });
    if (page.faults.length > 0) throw new Error(`${address}: ${page.faults.join(' | ')}`);
    // What is drawn is not yet painted: never before the first contentful paint.
    if (!isElement) return { picture: Math.max(seen.peer, seen.paint), shift: seen.shift };
    const picture = seen.still > 0 ? Math.max(seen.still, seen.paint) : Math.max(seen.fallback, seen.paint);
    return { picture, wasm: seen.wasm, frame: Math.max(seen.frame, seen.paint), shift: seen.shift, ...(seen.moved.length > 0 && { moved: seen.moved }) };
  } finally {
    await close(page);
  }
}

export async function measureStart() {
  const [peers, site] = [await servePeers(), await serveSite()];
  const browser = await launch();
  const runs = Object.fromEntries([...PEERS, 'duoyuan'].map((name) => [name, []]));
  const weights = {};
  try {
    // The first page of a browser starts processes too: it does not count.
    await one(browser, `${peers.origin}/raw.html`, false);
    const addresses = { duoyuan: `${site.origin}/` };
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of Object.keys(runs)) {
        const server = addresses[name] ? site : peers;
        server.requests.length = 0;
        runs[name].push(await one(browser, addresses[name] ?? `${peers.origin}/${name}.html`, name === 'duoyuan'));
        weights[name] = server.requests.reduce((sum, { bytes }) => sum + bytes, 0);
      }
      progress(`cold start ${run + 1}/${RUNS}`);
    }
  } finally {
    await browser.close();
    peers.close();
    site.close();
  }
  const base = median(runs.raw.map(({ picture }) => picture));
  const of = (name, what) => {
    const values = runs[name].map((run) => run[what]);
    return { ms: median(values), ratio: median(values) / base, spread: spread(values) };
  };
  const rows = Object.keys(runs).map((name) => ({
    name, label: NAMES[name], bytes: weights[name], picture: of(name, 'picture'), shift: Math.max(...runs[name].map(({ shift }) => shift)),
    ...(name === 'duoyuan' && { frame: of(name, 'frame'), wasm: of(name, 'wasm') }),
  }));
  return { runs: RUNS, conditions: `${BYTES_PER_SECOND * 8 / 1e6} Mbps, ${LATENCY_MS} ms, ${SLOWER} × slower CPU`, rows, all: runs };
}
