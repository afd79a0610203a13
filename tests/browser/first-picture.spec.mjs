// The moment in which the engine's picture replaces the static one: nothing moves, and nothing is lost.

import { expect, test } from './fixtures.mjs';
import { withoutScripts } from './pages/plain.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { expectSame } from './support/pixels.mjs';
import { sample, sampled } from './support/sample.mjs';

const MOST_SHIFT = 0.02;

/** Calls `look` in the page when the first picture is about to be painted; `whatWasSeen` gives what it saw. */
const atFirstFrame = (page, look, { painted = false } = {}) =>
  page.addInitScript(`{
    const mark = performance.mark.bind(performance);
    const look = () => { window.firstSeen = { seen: (${look})() ?? null }; };
    let drawn = false;
    performance.mark = (name, ...more) => {
      if (name === 'duoyuan:first-frame' && !drawn) {
        drawn = true;
        if (${painted}) requestAnimationFrame(look);
        else look();
      }
      return mark(name, ...more);
    };
  }`);
async function whatWasSeen(page) {
  await page.waitForFunction(() => window.firstSeen);
  return page.evaluate(() => window.firstSeen.seen);
}

// Seen to fail: with the fallback left visible beside the picture (0.21).
const STILL = [
  ['/', 1280],
  ['/', 375],
  ['/embed.html', 720],
  ['/karamay/greening/', 360],
];
test(sampled('first picture: nothing moves when it takes over'), async ({ open, site }) => {
  for (const [address, width] of sample(STILL, 2)) {
    const page = await open({ width, height: 800 });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          window.shifts.push({ value, from: sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join() });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.origin + address);
    const story = new Story(page);
    await story.ready();
    await story.atRest();
    await story.frames(10);
    const shifts = await page.evaluate(() => window.shifts);
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    expect(sum, `${address} at ${width}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(MOST_SHIFT);
  }
});

// Stills are drawn at 375 px and for wide windows. In a window between them the canvas is laid out for its exact
// width: the picture is the same, of the same size, and its words stand some px elsewhere.
const [SAME, NEAR] = [0.01, 0.2];
/** CSS px from the window's edge to a picture beside its text. */
const TEXT = 344;
const TAKEN_OVER = [
  ['/', 1280, 800, SAME],
  ['/', 375, 800, SAME],
  ['/karamay/growth/en.html', 720, 900, SAME],
  ['/en.html', 393, 800, NEAR],
  ['/karamay/greening/', 390, 1600, NEAR],
];
// Seen to fail: with the still of phones laid out for 360 px (7 %); with the padding of a text around that of a frame
// (13 %).
test(sampled('first picture: it is the one that was there'), async ({ browser, open, site }) => {
  for (const [address, width, height, share] of sample(TAKEN_OVER, 2)) {
    const window = { viewport: { width, height }, deviceScaleFactor: 2 };
    const { clip, still } = await withoutScripts(
      browser,
      site.origin + address,
      async (page) => {
        const box = await page.locator('.still svg:visible').boundingBox();
        // beside the text of a full-bleed picture, which has a button once there are scripts
        const text = width >= 900 && (await page.locator('.still.bleeds').count()) > 0 ? TEXT : 0;
        const [x, y, wide] = [box.x + text, box.y, box.width - text];
        // Where nothing takes its place the whole picture is shown; the live one of a page has 54 % of a phone's window.
        const shown = await page.locator('.still:visible').boundingBox();
        const most = width < 900 && /^\/(?:en\.html)?$/.test(address) ? 0.54 * height : shown.height;
        const area = { x, y, width: wide, height: Math.min(560, Math.floor(most) - 1) };
        return { clip: area, still: await page.screenshot({ clip: area }) };
      },
      window,
    );
    const page = await open({ width, height, dpr: 2 });
    await page.goto(site.origin + address);
    const story = new Story(page);
    await story.ready();
    await story.atRest();
    await expectSame(await page.screenshot({ clip }), still, {
      name: `${address} at ${width} px`,
      by: 96,
      share,
    });
  }
});

// Seen to fail: with the still left to the width of a column of text.
test(sampled('first picture: it stands where its still stood'), async ({ open, site }) => {
  for (const width of sample([1280, 375], 2)) {
    const page = await open({ width });
    await page.addInitScript(() => {
      // In every frame that the reader sees before it.
      window.stills = new Set();
      const look = () => {
        const still = [...document.querySelectorAll('.still svg')].find((svg) => svg.checkVisibility());
        const box = still?.getBoundingClientRect();
        if (still) window.stills.add([box.x, box.y, box.width].map(Math.round).join());
        if (!window.firstSeen) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await atFirstFrame(
      page,
      () => {
        const { shadowRoot } = document.querySelector('duoyuan-story');
        const canvas = shadowRoot.querySelector('canvas');
        const { x, y, width: wide } = canvas.getBoundingClientRect();
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const colours = new Set();
        for (let i = 0; i < data.length; i += 4) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
        const at = [x, y, wide].map(Math.round).join();
        return {
          stills: [...window.stills],
          at,
          colours: colours.size,
          cards: shadowRoot.querySelectorAll('.card').length,
        };
      },
      { painted: true },
    );
    await page.goto(`${site.origin}/`);
    const seen = await whatWasSeen(page);
    expect(seen.colours).toBeGreaterThan(20);
    expect(seen.cards).toBe(16);
    expect(seen.stills, `${width} px`).toEqual([seen.at]);
  }
});

// Seen to fail: with what the reader asked for before that moment thrown away.
test('first picture: what is asked for before all is there is done when it is', async ({ open, site }) => {
  const page = await open();
  await atFirstFrame(page, () =>
    document.querySelector('duoyuan-story').shadowRoot.querySelector('[data-do=table]').click(),
  );
  await page.goto(`${site.origin}/`);
  await whatWasSeen(page);
  const story = new Story(page);
  await story.ready();
  await expect(story.table).toBeVisible();
  expectClean(page, 'asked early');
});

// Seen to fail: with `lang="zh"` left on the element.
test(sampled('first picture: the English address is English from it on'), async ({ open, site }) => {
  for (const width of sample([1280, 375], 2, 1)) {
    const page = await open({ width });
    await page.goto(`${site.origin}/en.html`);
    await expect(page.locator('.fallback section').first()).toContainText(
      /From one well to a city[\s\S]*492,900 people/,
    );
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(/^From one well to a city/);
    const story = new Story(page);
    await story.ready();
    const { lang, label } = await story.state();
    expect(lang).toBe('en');
    expect(label, `${width} px`).toMatch(/[a-z]{4}/i);
    await expect(story.button('tour'), 'a button that is hidden from those who want no motion').toHaveText('Play all');
    expectClean(page, 'the English address');
  }
});
