// How the browser tests run: Chromium by Playwright, Firefox and WebKit through their own drivers
// (support/webdriver.mjs), all by this one runner, in parallel. Variables: CHROMIUM, FIREFOX, GECKODRIVER, WEBKIT and
// WEBKITDRIVER name the programs; WORKERS is how many tests run at once; SAMPLE is which part a short run looks at
// (support/sample.mjs); LONG=1 runs the long tests of `make test-long` instead.

import { defineConfig } from '@playwright/test';
import { CHROMIUM, FLAGS } from './browser.mjs';

const LONG = Boolean(process.env.LONG);
const ENGINES = 'engines/*.spec.mjs'; // what can differ between engines

// Workers inherit it: all of one run look at the same part.
process.env.SAMPLE ??= `${Math.floor(Math.random() * 60)}`;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.mjs',
  outputDir: '../../target/test/browser',
  build: { external: ['**/www/**'] }, // plain modules, as browsers load them
  globalSetup: './support/built.mjs',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: LONG ? 0 : 1, // the reporter names every test that needed the second try
  workers: Number(process.env.WORKERS ?? 3),
  timeout: LONG ? 3_600_000 : 180_000, // hang guards, for busy machines
  expect: { timeout: LONG ? 60_000 : 20_000 },
  ...(LONG ? { grep: /long:/ } : { grepInvert: /long:/ }),
  reporter: process.env.REPORTER ?? './support/reporter.mjs',
  use: { launchOptions: { executablePath: CHROMIUM, args: FLAGS } },
  projects: [
    // First: they need longest to start.
    { name: 'firefox', testMatch: ENGINES, use: { engineName: 'firefox' } },
    { name: 'webkit', testMatch: ENGINES, use: { engineName: 'webkit' } },
    { name: 'chromium', use: { engineName: 'chromium' } },
  ],
});
