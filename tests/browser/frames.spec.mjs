// The iframe in an article: its height and its messages, across sites and sandboxed. The strict policy in three
// engines: engines/policy.spec.mjs.

import { expect, test } from './fixtures.mjs';
import { manifest } from './pages/article.mjs';
import { EmbedFrame, frameArticle, frameTag, HEIGHTS, SCRIPTS_ONLY } from './pages/frame.mjs';
import { expectClean } from './pages/story.mjs';
import { DIST, serveFolder } from './static.mjs';
import { sample, sampled } from './support/sample.mjs';

const MOST_SHIFT = 0.02;
const embed = (site, query, options) => frameTag(`${site.origin}/embed.html?${query}`, options);

// Seen to fail: with `height` of the story cut to 300 in embed.js.
const ASKED = [
  ['zh', 'greening', 375],
  ['en', 'talent', 900],
];
test(
  sampled('frame: sandboxed and across sites it gets the height it asks for, and all of it is seen'),
  async ({ open, site }) => {
    for (const [lang, scene, width] of sample(ASKED, 2)) {
      const page = await open({ width, height: 700 });
      const frame = await EmbedFrame.open(page, frameArticle(site, embed(site, `scene=${scene}&lang=${lang}`)));
      await frame.fits(`${lang} ${scene} ${width}`);
      expect(
        await frame.place.evaluate(() => document.documentElement.scrollHeight - innerHeight),
        'scrolls inside',
      ).toBeLessThanOrEqual(0);
      expectClean(page);
    }
  },
);

// Seen to fail: with the timers of frame.js taken out and the ready event unheard.
test('frame: far below the fold it tells its height by the clock', async ({ open, site }) => {
  const page = await open({ width: 800, height: 600 });
  const frame = await EmbedFrame.open(page, frameArticle(site, embed(site, 'scene=growth&lang=zh')), {
    before: () =>
      page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => {
          if (document.querySelector('#after')) document.body.style.paddingTop = '6000px';
        });
      }),
  });
  const below = await frame.fits('below the fold');
  await frame.tag.evaluate((node) => node.scrollIntoView());
  await frame.story.atRest();
  expect(await frame.fits('in sight')).toBe(below);
});

// Seen to fail: with nothing reserved in embed.js.
test('frame: published heights keep its space: nothing in the article moves', async ({ open, site }) => {
  const { zh: heights } = manifest.heights.karamay.greening;
  const list = Object.entries(heights)
    .map((pair) => pair.join(':'))
    .join(' ');
  const tag = frameTag(`${site.origin}/karamay/greening/?lang=zh`, { heights: list, height: heights[720] });
  const page = await open({ width: 736, height: 1800 }); // 720 within the body's margins
  const frame = await EmbedFrame.open(page, frameArticle(site, tag + '<p>After.</p>'.repeat(40)));
  await frame.story.atRest();
  const [{ kept }] = await page.evaluate(() => window.heard);
  for (const height of [kept, await frame.fits()]) expect(Math.abs(height - heights[720])).toBeLessThanOrEqual(1);
  expect(await page.evaluate(() => window.shifts)).toBeLessThanOrEqual(MOST_SHIFT);
});

// Seen to fail: with the greatest height so far kept in frame.js.
test('frame: it shrinks as well as grows with the width, and comes to rest', async ({ open, site }) => {
  const page = await open({ width: 320, height: 700 });
  const frame = await EmbedFrame.open(page, frameArticle(site, embed(site, 'scene=governance&lang=zh')));
  const narrow = await frame.fits();
  const at = async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await expect
      .poll(() => frame.place.evaluate(() => document.querySelector('duoyuan-story').clientWidth))
      .toBeGreaterThan(width - 60);
    await frame.story.frames(4);
    return frame.fits(`${width} px`);
  };
  await expect.poll(() => at(1000)).toBeLessThan(narrow - 50);
  await expect.poll(async () => Math.abs((await at(320)) - narrow)).toBeLessThanOrEqual(1);
  const count = (await frame.heard()).length;
  await frame.story.frames(60);
  expect((await frame.heard()).length, 'messages at rest').toBe(count);
});

const SAID = {
  amp: ({ sentinel, type, height }) => sentinel === 'amp' && type === 'embed-size' && height,
  wordpress: ({ message, secret, value }) => message === 'height' && secret === 'aBc123' && value,
  pym: (data) => Number(/^pymxPYMxchild-7xPYMxheightxPYMx(\d+)$/.exec(data)?.[1]),
};
// Each seen to fail: with another sentinel, without the secret, with another sign between the words.
for (const [dialect, height] of sample(Object.entries(SAID), 3)) {
  test(sampled(`frame: speaks the dialect of ${dialect} beside its own`), async ({ open, site }) => {
    const tag = embed(site, `scene=growth&dialect=${dialect}&childId=child-7#?secret=aBc123`);
    const frame = await EmbedFrame.open(await open(), frameArticle(site, tag, { script: false }));
    await expect(async () => {
      const heights = (await frame.heard()).map(height).filter(Boolean);
      expect(heights.at(-1)).toBe(await frame.needed());
    }).toPass();
    expect(await frame.heard()).toContainEqual(expect.objectContaining({ type: 'duoyuan', v: 1 }));
  });
}

test('frame: takes scene, language and theme from its parent, listed values only', async ({ open, site }) => {
  const frame = await EmbedFrame.open(await open(), frameArticle(site, embed(site, 'lang=zh'), { script: false }));
  const told = () => frame.story.element.evaluate(({ scene, lang, theme }) => [scene, lang, theme].join());
  await frame.send({ type: 'duoyuan', v: 1, scene: 'talent', lang: 'en', theme: 'dark' });
  await expect.poll(told).toBe('talent,en,dark');
  for (const junk of [
    { type: 'duoyuan', v: 2, lang: 'zh' },
    { type: 'duoyuan', v: 1, lang: 'fr', theme: 'pink', scene: '../x' },
    { type: 'other', v: 1, lang: 'zh' },
    { type: 'duoyuan', v: 1, lang: ['zh'] },
  ])
    await frame.send(junk);
  // What is sent later is taken later: after this one all of the junk has been heard.
  await frame.send({ type: 'duoyuan', v: 1, theme: 'light' });
  await expect.poll(told).toBe('talent,en,light');
});

/** Ten thousand messages of the shapes that a page of ours might take for its own. */
function junkMessages() {
  let state = 7;
  const random = (n) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % n;
  };
  const values = [
    null,
    undefined,
    NaN,
    Infinity,
    -1,
    0,
    1e308,
    '',
    'duoyuan',
    '__proto__',
    [],
    {},
    true,
    [[]],
    { height: 9 },
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
  ];
  const value = () => values[random(values.length)];
  const known = () => ({
    type: random(2) ? 'duoyuan' : value(),
    v: random(3) ? 1 : value(),
    height: value(),
    scene: value(),
    lang: value(),
    theme: value(),
    id: value(),
  });
  return Array.from({ length: 10_000 }, () => (random(4) === 0 ? value() : known()));
}

// Seen to fail: without the clamp (height 99999), and without looking at who sent the message.
test('frame: ten thousand junk messages both ways change nothing; heights are clamped', async ({ open, site }) => {
  const page = await open();
  const frame = await EmbedFrame.open(page, frameArticle(site, embed(site, 'scene=growth&lang=zh')));
  const before = await frame.fits();
  await page.evaluate(`window.junk = (${junkMessages})()`);
  await page.evaluate(async () => {
    const { contentWindow } = document.querySelector('iframe');
    for (const message of window.junk) {
      contentWindow.postMessage(message, '*');
      window.postMessage(message, '*');
    }
    // The last message is heard after all others.
    const heard = new Promise((done) => {
      addEventListener('message', ({ data }) => data === 'the last' && done());
    });
    window.postMessage('the last', '*');
    await heard;
  });
  await frame.send({ type: 'duoyuan', v: 1, theme: 'dark' });
  await expect.poll(() => frame.story.element.evaluate(({ theme }) => theme), { timeout: 20_000 }).toBe('dark');
  expect(await frame.height()).toBe(before);
  expect(await frame.story.element.evaluate(({ status, lang, scene }) => [status, lang, scene].join())).toBe(
    'ready,zh,growth',
  );
  for (const [asked, given] of [
    [99999, 8000],
    [1, 50],
    [640.4, 640],
    [-5, 50],
    ['700', 50],
    [null, 50],
  ]) {
    const count = (await frame.heard()).length;
    await frame.say({ type: 'duoyuan', v: 1, id: '', height: asked });
    await expect.poll(async () => (await frame.heard()).length).toBeGreaterThan(count);
    expect(await frame.height(), `asked for ${asked}`).toBe(given);
  }
  expectClean(page);
});

// Seen to fail: with frames heard only by their published heights.
test(
  sampled(
    'frame: every frame of ours gets its height from any embed.js; no other frame does, and none sets that of another',
  ),
  async ({ open, site }) => {
    const others = await serveFolder(DIST);
    try {
      const body =
        '<!doctype html><script>const ask = () => { parent.postMessage({ type: "duoyuan", v: 1, id: "", height: 444 }, "*"); ' +
        'requestAnimationFrame(ask); }; ask();</script>';
      others.replaced.set('/foreign.html', { type: 'text/html', headers: { 'content-security-policy': '' }, body });
      const foreign = `${others.origin}/foreign.html`;
      for (const from of sample(['', 'latest/', `${manifest.folder}/`], 3)) {
        const ours = frameTag(`${site.origin}/karamay/lead/en.html`, { heights: '', height: 100 });
        const tags =
          ours +
          frameTag(foreign, { sandbox: null, heights: '', height: 100 }) +
          frameTag(foreign, { sandbox: null, heights: '720:300', height: 100 }) +
          `<script type="module" src="${site.origin}/${from}embed.js"></script>`;
        const page = await open({ width: 800, height: 1400 });
        const frame = await EmbedFrame.open(page, frameArticle(site, tags, { script: false }));
        await frame.fits(from);
        const [stranger, told] = [new EmbedFrame(page, { nth: 1 }), new EmbedFrame(page, { nth: 2 })];
        await expect.poll(() => told.height(), 'its tag says that it may ask').toBe(444);
        expect(await stranger.height(), `${from}: a frame of others`).toBe(100);
        await frame.fits(`${from}: beside frames that ask`);
        await page.close();
      }
    } finally {
      others.close();
    }
  },
);

// Seen to fail: with no limit to changes in embed.js.
test('frame: a frame that always asks for another height is brought to rest', async ({ open, site }) => {
  const body =
    '<!doctype html><script>let n = 0; const ask = () => { n += 1; parent.postMessage({ type: "duoyuan", v: 1, id: "", ' +
    'height: n % 2 ? 400 : 700 }, "*"); requestAnimationFrame(ask); }; ask();</script>';
  site.replaced.set('/restless.html', { body, type: 'text/html', headers: { 'content-security-policy': '' } });
  const page = await open();
  await page.goto(frameArticle(site, frameTag(`${site.origin}/restless.html`, { height: 300 })));
  await expect(async () => {
    const seen = await page.locator('iframe').evaluate(async (frame) => {
      const heights = new Set();
      for (let i = 0; i < 30; i += 1) {
        heights.add(frame.clientHeight);
        await new Promise((done) => requestAnimationFrame(done));
      }
      return [...heights];
    });
    expect(seen).toEqual([700]);
  }).toPass({ timeout: 10_000 });
});

test('frame: without the CORS header a sandboxed frame keeps its static words', async ({ open, site }) => {
  const closed = await serveFolder(DIST, { cors: false });
  try {
    const page = await open();
    await page.goto(
      frameArticle(site, frameTag(`${closed.origin}/karamay/greening/`, { sandbox: SCRIPTS_ONLY, heights: HEIGHTS })),
    );
    const words = page.frameLocator('iframe').locator('body');
    await expect(words).toContainText('来源');
    await expect(words).toContainText(/63100|6\.31/);
  } finally {
    closed.close();
  }
});
