// The embed builder: the code it writes is pasted into an article on another site, and must work there.

import { expect, test } from './fixtures.mjs';
import { Builder } from './pages/builder.mjs';
import { EmbedFrame, frameArticle } from './pages/frame.mjs';
import { expectClean, Story } from './pages/story.mjs';
import { sample, sampled } from './support/sample.mjs';

test('builder: the element code works in an article on another site, live and frozen', async ({ open, site }) => {
  const builder = await Builder.open(await open(), site);
  for (const frozen of [false, true]) {
    await builder.choose({ platform: 'site', scene: 'talent', lang: 'zh', theme: 'dark', frozen });
    const code = await builder.code();
    expect(code, 'the static words').toMatch(/<img [^>]*talent-720-zh-dark\.svg[\s\S]*<a href/);
    expect(/\/v[^/]+\/duoyuan\.js" integrity="sha384-/.test(code), code).toBe(frozen);
    const page = await open({ width: 760, height: 900 });
    await page.goto(frameArticle(site, code, { script: false }));
    const story = new Story(page);
    await story.ready();
    expect(await story.state()).toMatchObject({ scene: 'talent', lang: 'zh', theme: 'dark' });
    expectClean(page, 'the article');
  }
  expectClean(builder.page, 'the builder');
});

test('builder: the iframe code works in an article on another site', async ({ open, site }) => {
  const builder = await Builder.open(await open(), site, 'zh');
  await builder.choose({ platform: 'iframe', scene: 'greening', lang: 'en' });
  const page = await open({ width: 760, height: 900 });
  const frame = await EmbedFrame.open(page, frameArticle(site, await builder.code(), { script: false }));
  expect(frame.place.url()).toContain('greening');
  await frame.fits();
  expectClean(page, 'the article');
});

const CODE = {
  site: /^<script[\s\S]*<duoyuan-story/,
  iframe: /^<iframe [^>]*sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"/,
  wordpress: /^http\S+\/karamay\/greening\/\S*$/,
  amp: /^<amp-iframe [\s\S]*placeholder[\s\S]*overflow/,
  rss: /^<figure>[\s\S]*<table>[\s\S]*<tr><th>[\s\S]*<a href/,
  wechat: /--for wechat/,
  toutiao: /--for toutiao/,
  baijiahao: /--for baijiahao/,
  social: /--for social/,
};
test(sampled('builder: every platform gets code and measured limits, in both languages'), async ({ open, site }) => {
  for (const lang of sample(['zh', 'en'], 2)) {
    const builder = await Builder.open(await open(), site, lang);
    for (const [platform, shape] of Object.entries(CODE)) {
      await builder.choose({ platform, scene: 'greening' });
      expect(await builder.code(), platform).toMatch(shape);
      const rows = await builder.limits();
      expect(rows.length, platform).toBeGreaterThan(0);
      for (const row of rows)
        expect(row, platform).toMatch(lang === 'zh' ? /符合|不符|请自查/ : /conform|check yourself/);
      if (lang === 'en') expect(rows.join(), platform).not.toMatch(/[\u4e00-\u9fff]/);
    }
    expectClean(builder.page, lang);
  }
});

// Seen to fail: with every verdict "conforms", and with the largest section's size left out of inPack().
test("builder: limits are the command line's, measured on its packs; one that is broken says so", async ({
  open,
  site,
  scenes,
}) => {
  const table = await (await fetch(`${site.origin}/limits.json`)).json();
  const characters = table.packs.karamay.wechat['en-dark'].sizes.filter(({ what }) => what === 'characters');
  expect(characters.length).toBe(scenes.length);
  const builder = await Builder.open(await open(), site);
  const choose = async (choices) => {
    await builder.choose(choices);
    return builder.limits();
  };
  for (const scene of ['governance', 'growth']) {
    const [first] = await choose({ platform: 'wechat', scene, lang: 'en', theme: 'dark' });
    const { actual, note } = characters.find((size) => size.scene === scene);
    expect(first, scene).toContain(`≤ 19,999 (official) ${actual.toLocaleString('en')}`);
    expect(first, scene).toMatch(/ conforms$/);
    expect(first, scene).toContain(note?.en ?? '');
  }
  const most = Math.max(...characters.map(({ actual }) => actual));
  expect((await choose({ scene: '' }))[0], 'the whole story').toContain(most.toLocaleString('en'));
  expect(await builder.code()).toMatch(/^duoyuan export karamay --for wechat --lang en --theme dark -o wechat\/$/);
  expect((await choose({ platform: 'amp' }))[1]).toMatch(/http: does not conform/);
  for (const limit of table.limits) if (limit.most !== null) limit.most = 2000;
  table.packs.karamay.wechat['zh-light'] = { refused: { zh: '太长', en: 'too long' } };
  site.replaced.set('/limits.json', { body: JSON.stringify(table), type: 'application/json' });
  const strict = await Builder.open(await open(), site);
  for (const [platform, lang, seen] of [
    ['wechat', 'en', /≤ 2,000 .* does not conform$/],
    ['wechat', 'zh', /refuses .* too long does not conform$/],
    ['toutiao', 'zh', /≤ 2,000 .* does not conform$/],
  ]) {
    await strict.choose({ platform, lang, theme: 'light', scene: 'growth' });
    expect((await strict.limits())[0], `${platform} ${lang}`).toMatch(seen);
  }
});

test('builder: fits a phone, copies by a button, and changes its own language', async ({ open, site }) => {
  const page = await open({ width: 360, height: 800 });
  const builder = await Builder.open(page, site, 'zh');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'sideways').toBeLessThanOrEqual(
    0,
  );
  await page.getByRole('button', { name: '复制' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await builder.code());
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Embed code' })).toBeVisible();
});
