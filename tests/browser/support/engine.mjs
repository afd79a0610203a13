// One kind of page in three engines, for what can differ between them: Chromium by Playwright, Firefox and WebKit by
// WebDriver.
//
//   go(address), run(function or source, argument), press(key…), size(width, height), shot() → PNG of the window

import { readFileSync } from 'node:fs';
import { newPage } from '../browser.mjs';
import { RECORDER_SOURCE } from './recorder.mjs';
import { drive } from './webdriver.mjs';

const TOOLS = readFileSync(new URL('tools.js', import.meta.url), 'utf8');

class ChromiumPage {
  constructor(page) {
    this.playwright = page;
  }
  go(address) {
    return this.playwright.goto(address);
  }
  run(work, argument = null) {
    return this.playwright.evaluate(work, argument);
  }
  async press(...keys) {
    for (const key of keys) await this.playwright.keyboard.press(key);
  }
  size(width, height) {
    return this.playwright.setViewportSize({ width, height });
  }
  shot() {
    return this.playwright.screenshot();
  }
  close() {
    return this.playwright.context().close();
  }
}

/** What the reader's system asks for. */
const SYSTEM = { reduced: true, theme: 'light', forced: false };

async function chromium(launch) {
  const browser = await launch();
  const pages = [];
  return {
    name: 'chromium',
    async page({ width, height, forced, fresh: _, ...options }) {
      while (pages.length > 0) await pages.pop().close();
      const page = await newPage(browser, { width, height, ...options });
      if (forced) await page.emulateMedia({ forcedColors: 'active' });
      pages.push(new ChromiumPage(page));
      return pages[0];
    },
    close: () => browser.close(),
  };
}

/** One browser at a time: another system is another browser, and so is a `fresh` one, with nothing in its cache. */
function driven(name) {
  let current = null;
  return {
    name,
    async page({ width, height, fresh, ...system }) {
      const key = JSON.stringify(name === 'webkit' ? system.reduced : system);
      if (fresh || current?.key !== key) {
        await current?.browser.close();
        current = null;
        current = { key, browser: await drive(name, system) };
      }
      await current.browser.size(width, height);
      return current.browser;
    },
    close: async () => current?.browser.close(),
  };
}

/** `name`: chromium, firefox, webkit. `page(options)`: an empty page of this size, in a reader's system as SYSTEM says it. */
export async function openEngine(name, launch) {
  const engine = name === 'chromium' ? await chromium(launch) : driven(name);
  const page = ({ width = 1280, height = 800, ...system } = {}) => engine.page({ width, height, ...SYSTEM, ...system });
  return { ...engine, page };
}

/** Has the server put these scripts, and tools.js before them, into a page: no driver but Chromium's can do that later. */
export async function prepare(from, path, scripts = []) {
  const page = from.replaced.get(path) ?? { type: 'text/html; charset=utf-8' };
  const body = String(page.body ?? (await (await fetch(from.origin + path)).text()));
  const tags = ['test-tools.js', ...scripts].map((name) => `<script src="/${name}"></script>`).join('');
  const own = body.includes('<head>')
    ? body.replace('<head>', `<head>${tags}`)
    : body.replace(/<meta charset="utf-8">/, `$&${tags}`);
  if (own === body) throw new Error(`${path} has no place for scripts`);
  from.replaced.set(path, { ...page, body: own });
  from.replaced.set('/test-tools.js', { body: TOOLS, type: 'text/javascript' });
  from.replaced.set('/test-recorder.js', { body: RECORDER_SOURCE, type: 'text/javascript' });
}
