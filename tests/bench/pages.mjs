// The built site and the peers' pages behind one server each, as a reader's browser gets them: compressed, typed, with the exact clock that browsers give
// to isolated pages only (5 µs instead of 100).

import { launch, sought } from '../browser/browser.mjs';
import { DIST, serveFolder } from '../browser/static.mjs';
import { FOLDER } from './build.mjs';

const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

export const servePeers = () => serveFolder(FOLDER, { policy: () => '' });
export const serveSite = () => serveFolder(DIST, { policy: () => '' });
export { launch };

/** Puts a page of our own beside the files of a server; its address. */
export function host(site, path, { head = '', body = '' } = {}) {
  const text = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bench</title><link rel="icon" href="data:,">`
    + `<style>body{margin:16px}</style>${head}</head><body>${body}</body></html>`;
  site.replaced.set(path, { body: text, type: 'text/html; charset=utf-8', headers: ISOLATED });
  return site.origin + path;
}

/** A page with the element. */
export const withElement = (site, path, attributes, more = '') => host(site, path, {
  head: '<script type="module" src="duoyuan.js"></script>', body: `<duoyuan-story ${attributes}></duoyuan-story>${more}`,
});

/** A peer's page, isolated. */
export const isolatedPeer = (peers, name) => host(peers, `/isolated-${name}.html`, {
  head: `<style>#root{display:grid;grid-template-columns:360px 360px;gap:12px}.box,.box canvas{width:360px;height:260px}.box{position:relative}</style><script type="module" src="${name}.js"></script>`,
  body: '<div id="root"></div>',
});

/** A page in a context of its own. Chromium's flags are those of the tests. */
export async function open(browser, address, { width = 800, height = 1200, dpr = 2, init = null, arg, lang = 'zh-CN' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: dpr, locale: lang, colorScheme: 'light', reducedMotion: 'no-preference' });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error' && !sought(message.location().url)) page.faults.push(message.text()); });
  if (init) await context.addInitScript(init, arg);
  page.session = await context.newCDPSession(page);
  if (address) await page.goto(address);
  return page;
}

export const close = (page) => page.context().close();

/** Waits for the element; says what it shows when it never gets ready. */
export async function elementReady(page, timeout = 60_000) {
  await page.waitForFunction(() => ['ready', 'error', 'fallback'].includes(document.querySelector('duoyuan-story')?.getAttribute('status')), null, { timeout });
  const seen = await page.evaluate(() => {
    const story = document.querySelector('duoyuan-story');
    return [story.getAttribute('status'), story.shadowRoot.querySelector('.errors')?.innerText ?? ''];
  });
  if (seen[0] !== 'ready') throw new Error(`the story did not open: ${seen.join(': ').slice(0, 400)} ${page.faults.join(' | ')}`);
}

/** Milliseconds of the page's main thread so far, all of its tasks. */
export async function taskMs(page) {
  const { metrics } = await page.session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Milliseconds of CPU so far, all processes of the browser. */
export async function cpuMs(root) {
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? NaN : sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
/** Half the distance between the quartiles, as a share of the median: how far one run is from the next. */
export const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
  return sorted.length < 2 ? 0 : (at(0.75) - at(0.25)) / 2 / median(values);
};
export const RUNS = Math.max(1, Number(process.env.BENCH_RUNS ?? 5));
export const progress = (text) => { if (process.stderr.isTTY || process.env.BENCH_VERBOSE) console.error(`  … ${text}`); };
