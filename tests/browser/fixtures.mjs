// What tests are given. Each worker has its own servers, so that no test sees what another one replaces.
//
//   open(options)           a page in a context of its own; `page.faults` has what went wrong in it
//   visit(address, options) a story that is ready, as a Story; addresses begin at the tests' server; `page`: in this page
//   server, site            www/ with the author's engine, and dist/ as it is published; both replace answers
//   scenes                  the ids of the Karamay story's scenes

import { expect, test as base } from '@playwright/test';
import { newPage, sceneIds } from './browser.mjs';
import { Story } from './pages/story.mjs';
import { startServer } from './server.mjs';
import { DIST, serveFolder } from './static.mjs';
import { openEngine, prepare } from './support/engine.mjs';

export { expect };

export const test = base.extend({
  engineName: ['chromium', { option: true, scope: 'worker' }],

  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      server.close();
    },
    { scope: 'worker' },
  ],

  site: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const site = await serveFolder(DIST);
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],

  scenes: [async ({ server }, use) => use(await sceneIds(server.origin)), { scope: 'worker' }],

  fresh: [
    async ({ server, site }, use) => {
      await use();
      for (const { replaced } of [server, site]) replaced.clear();
      site.requests.length = 0;
      Object.assign(server.state, { asks: false, plain: false });
    },
    { auto: true },
  ],

  open: async ({ browser, fresh: _ }, use, info) => {
    const pages = [];
    await use(async (options) => {
      pages.push(await newPage(browser, options));
      return pages.at(-1);
    });
    for (const [i, page] of pages.entries()) {
      if (info.status !== info.expectedStatus && !page.isClosed()) {
        const path = info.outputPath(`page-${i + 1}.png`);
        await page.screenshot({ path, timeout: 5000 }).then(
          () => info.attach('screenshot', { path }),
          () => {},
        );
      }
      await page.context().close();
    }
  },

  visit: async ({ open, server }, use) => {
    await use(async (address = '/', options = {}) => {
      const page = options.page ?? (await open(options));
      await page.goto(new URL(address, server.origin).href);
      const story = new Story(page);
      await story.ready();
      return story;
    });
  },

  // A browser is kept for all tests of a worker that ask for the same reader's system: it takes seconds to start.
  engines: [
    async ({ engineName, playwright, launchOptions }, use) => {
      const engine = await openEngine(engineName, () => playwright.chromium.launch(launchOptions));
      await use(engine);
      await engine.close();
    },
    { scope: 'worker' },
  ],

  // A page in the browser of the project, with tools.js in it: `faults()`, and `run` for all else. `from`: the server;
  // `elsewhere`: by its other name; `ready: false`: there is no story, or none that will be ready.
  engine: async ({ engines, server, fresh: _ }, use) => {
    const open = async (
      address,
      { from = server, elsewhere = false, recorder = false, ready = true, ...options } = {},
    ) => {
      const { pathname } = new URL(address, from.origin);
      await prepare(from, pathname, recorder ? ['test-recorder.js'] : []);
      const page = await engines.page(options);
      await page.go((elsewhere ? from.elsewhere : from.origin) + address);
      page.faults = () => page.run('tools.faults.slice()');
      if (ready) expect(await page.run('tools.settled()'), `${await page.faults()}`).toMatch(/^ready(,ready)*$/);
      // A page in the background of its window gets no focus ring.
      await page.run('window.focus()');
      return page;
    };
    await use({ name: engines.name, open, prepare });
  },
});
