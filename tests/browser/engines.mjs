// One kind of page in two browsers: Chromium by Playwright, Firefox by Puppeteer (WebDriver BiDi). Checks written on it run in both.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { launch, newPage } from './browser.mjs';

const RECORDER = fileURLToPath(new URL('recorder.js', import.meta.url));
const READY_MS = 20_000;

/** What every page can do: goto(path), evaluate(fn, arg), inject(source), press(key), size(width, height), shot(clip) → base64, close(); `faults` is what went wrong. */
class Page {
  faults = [];

  async inject(source) {
    await this.evaluate(source);
  }

  /** Opens an address and waits until the story (if there is one) is ready and its type sizes have settled. */
  async open(address) {
    await this.goto(address);
    const seen = await this.evaluate(async (limit) => {
      const story = document.querySelector('duoyuan-story');
      const end = performance.now() + limit;
      while (story && story.getAttribute('status') !== 'ready' && performance.now() < end) await new Promise((done) => { setTimeout(done, 20); });
      return story ? story.getAttribute('status') : 'ready';
    }, READY_MS);
    if (seen !== 'ready') throw new Error(`${address}: status ${seen}; ${this.faults.join(' | ')}`);
    // A page in the background of its window gets no focus ring.
    await this.evaluate(() => window.focus());
  }
}

class ChromiumPage extends Page {
  constructor(page) {
    super();
    this.page = page;
    this.faults = page.faults;
  }
  goto(address) { return this.page.goto(address); }
  evaluate(fn, arg) { return this.page.evaluate(fn, arg); }
  press(key) { return this.page.keyboard.press(key); }
  size(width, height) { return this.page.setViewportSize({ width, height }); }
  async shot(clip) { return (await this.page.screenshot({ clip })).toString('base64'); }
  close() { return this.page.context().close(); }
}

class FirefoxPage extends Page {
  constructor(page) {
    super();
    this.page = page;
    page.on('console', (message) => {
      if (['error', 'warn', 'warning'].includes(message.type())) this.faults.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`uncaught: ${error.message}`));
  }
  goto(address) { return this.page.goto(address); }
  evaluate(fn, arg) { return arg === undefined ? this.page.evaluate(fn) : this.page.evaluate(fn, arg); }
  press(key) { return this.page.keyboard.press(key); }
  size(width, height) { return this.page.setViewport({ width, height }); }
  /** Puppeteer counts from the document's corner, Playwright from the window's; here it is the window's. */
  async shot(clip) {
    const [left, top] = await this.page.evaluate(() => [scrollX, scrollY]);
    return this.page.screenshot({ clip: { ...clip, x: clip.x + left, y: clip.y + top }, encoding: 'base64', captureBeyondViewport: false });
  }
  close() { return this.page.close(); }
}

export async function chromium() {
  const browser = await launch();
  return {
    name: 'chromium',
    async page({ recorder = false, forced = false, theme = 'light', ...options } = {}) {
      const page = await newPage(browser, { ...options, theme, recorder: recorder ? RECORDER : null });
      if (forced) await page.emulateMedia({ forcedColors: 'active' });
      return new ChromiumPage(page);
    },
    close: () => browser.close(),
  };
}

/** Firefox takes the reader's system from preferences, so each system is a browser of its own, started when first asked for. */
export function firefox() {
  const browsers = new Map();
  const start = (preferences) => puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: true,
    extraPrefsFirefox: { 'app.update.enabled': false, 'browser.shell.checkDefaultBrowser': false, 'datareporting.policy.dataSubmissionEnabled': false, ...preferences },
  });
  return {
    name: 'firefox',
    async page({ width = 1280, height = 800, theme = 'light', reduced = true, forced = false, recorder = false } = {}) {
      const preferences = {
        'ui.prefersReducedMotion': reduced ? 1 : 0,
        'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
        // 2: the reader's colours always; this is what Windows' high contrast switches on.
        'browser.display.document_color_use': forced ? 2 : 1,
        ...(forced ? { 'browser.display.foreground_color': '#ffffff', 'browser.display.background_color': '#000000', 'browser.display.foreground_color.dark': '#ffffff', 'browser.display.background_color.dark': '#000000' } : {}),
      };
      const key = JSON.stringify(preferences);
      if (!browsers.has(key)) browsers.set(key, start(preferences));
      const page = await (await browsers.get(key)).newPage();
      await page.setViewport({ width, height });
      if (recorder) await page.evaluateOnNewDocument(await readFile(RECORDER, 'utf8'));
      return new FirefoxPage(page);
    },
    close: async () => { for (const browser of browsers.values()) await (await browser).close(); },
  };
}
