// Starts Chromium, and has the few actions that every test needs.

import { chromium } from '@playwright/test';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
// Each window would start two more processes for the suggestions below an address bar that nobody sees: half of what
// opening a page costs. The list takes the place of Playwright's own, so it has those again that pages can notice.
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'PreconnectToSearch',
  'OptimizationHints',
  'MediaRouter',
  'PaintHolding',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
];
export const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${WITHOUT.join()}`,
];

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Whether an address is that of a compiled story beside a plain one: a page looks for it, and need not find it. */
export const sought = (address) => address.endsWith('.compiled');

/** A page in a context of its own that keeps what went wrong in `page.faults`. `settings`: width, height, dpr, theme, reduced, touch, recorder. */
export async function newPage(
  browser,
  { width = 1280, height = 800, dpr = 1, theme = 'light', reduced = true, touch = false, recorder = null } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: dpr,
    colorScheme: theme,
    reducedMotion: reduced ? 'reduce' : 'no-preference',
    hasTouch: touch,
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(30_000);
  if (recorder) await context.addInitScript({ path: recorder });
  const page = await context.newPage();
  page.faults = [];
  page.on('console', (message) => {
    const there = !sought(message.location().url);
    if (there && ['error', 'warning'].includes(message.type()))
      page.faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => page.faults.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // The live-reload stream is closed, and an icon not waited for, when a page goes away.
    const left = reason === 'net::ERR_ABORTED' && request.url().endsWith('/icon.svg');
    if (!left && !sought(request.url()) && !request.url().endsWith('/~events'))
      page.faults.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !sought(response.url()))
      page.faults.push(`HTTP ${response.status()}: ${response.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  return page;
}

/** Waits until the story has this status; says what the element shows when it never does. */
export async function waitStatus(page, status = 'ready') {
  try {
    await page.waitForFunction(
      (wanted) => document.querySelector('duoyuan-story')?.getAttribute('status') === wanted,
      status,
    );
  } catch {
    const seen = await page.evaluate(() => {
      const story = document.querySelector('duoyuan-story');
      return `status ${story?.getAttribute('status')}: ${story?.shadowRoot?.querySelector('.errors')?.innerText ?? ''}`;
    });
    throw new Error(`status never became ${status}; ${seen}; ${page.faults.join(' | ')}`);
  }
}

/** The ids of the story's chapters, from the data, not from the page under test. */
export async function sceneIds(origin) {
  const story = await (await fetch(`${origin}/karamay/story.json`)).json();
  return story.scenes.map((scene) => scene.id);
}

export function check(condition, text) {
  if (!condition) throw new Error(text);
}
