// What a host page's `--duoyuan-…` changes: each colour of the picture and of what stands around it, in both themes; none in the contrast theme.

import { check } from './browser.mjs';
import { allAre, article, story } from './hosts.mjs';

// The last three by their first names, which pages may go on using.
const TOKENS = ['surface', 'ink', 'muted', 'rule', 'hue-1', 'hue-2', 'hue-3', 'hue-4', 'brick', 'slate', 'olive'];
// Far from every colour of ours, and from each other.
const OTHER = { surface: '#e0ffff', ink: '#000080', muted: '#006400', rule: '#ff00ff', 'hue-1': '#ff0000', 'hue-2': '#00ff00', 'hue-3': '#0000ff', 'hue-4': '#ffff00', brick: '#00ffff', slate: '#ff8000', olive: '#8000ff' };

/** How many pixels of the canvas have each of these colours. */
const count = (page, colours) => page.evaluate((wanted) => {
  const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('[part=canvas]');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const hex = `#${((1 << 24) | (data[i] << 16) | (data[i + 1] << 8) | data[i + 2]).toString(16).slice(1)}`;
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
  }
  return wanted.map((hex) => seen.get(hex) ?? 0);
}, colours);

// The story of the site has no sky in it; that of the guide has.
const STORIES = ['karamay', 'grammar'];

async function open(t, theme, id = 'karamay') {
  const page = await t.open({ width: 760, height: 900 });
  t.site.replaced.set('/own.css', { body: `.own { ${TOKENS.map((name) => `--duoyuan-${name}: ${OTHER[name]};`).join(' ')} }`, type: 'text/css' });
  await page.goto(article(t, `<div>${story(`mode="stepper" lang="en" theme="${theme}"`).replace('karamay', id)}</div>`, { head: '<link rel="stylesheet" href="own.css">' }));
  await allAre(page, 'ready');
  return page;
}

/** Names of the tokens that are seen in the canvas of any chapter. */
async function seenIn(page) {
  const seen = new Set();
  for (let last = ''; ;) {
    (await count(page, TOKENS.map((name) => OTHER[name]))).forEach((pixels, index) => { if (pixels > 3) seen.add(TOKENS[index]); });
    const now = await page.evaluate(() => { const element = document.querySelector('duoyuan-story'); element.next(); return element.scene; });
    if (now === last) break;
    last = now;
    await page.waitForTimeout(60);
  }
  return [...seen];
}
const turn = (page, on) => page.evaluate((own) => {
  document.querySelector('div').classList.toggle('own', own);
  document.querySelector('duoyuan-story').parentElement.style.width = own ? '700px' : '';
}, on).then(() => page.waitForTimeout(300));

export const colours = {
  // Seen to fail: with no colours read in fitting.js; with the olive of colours.js another than the engine's.
  'colours: each --duoyuan-… of the host is seen in the picture, in light and dark': async (t) => {
    for (const theme of ['light', 'dark']) {
      const seen = new Set();
      for (const id of STORIES) {
        const page = await open(t, theme, id);
        const before = await count(page, Object.values(OTHER));
        check(before.every((pixels) => pixels === 0), `${theme}: of ours already ${before}`);
        await turn(page, true);
        for (const name of await seenIn(page)) seen.add(name);
        const around = await page.evaluate(() => {
          const root = document.querySelector('duoyuan-story').shadowRoot;
          const style = (selector) => getComputedStyle(root.querySelector(selector));
          return [style('.frame').backgroundColor, style('.frame').color, style('.frame').getPropertyValue('--_accent')].join(' ');
        });
        check(around.startsWith('rgb(224, 255, 255) rgb(0, 0, 128) ') && Object.values(OTHER).some((hex) => around.endsWith(hex)), `${theme}: around the picture ${around}`);
        await turn(page, false);
        check((await seenIn(page)).length === 0, `${theme}: they stay when the host takes them away`);
      }
      const missing = TOKENS.filter((name) => !seen.has(name));
      check(missing.length === 0, `${theme}: not in any picture: ${missing}`);
    }
  },
  'colours: the contrast theme is the reader\'s own: no colour of the host reaches it': async (t) => {
    const page = await open(t, 'contrast');
    await turn(page, true);
    const seen = await seenIn(page);
    check(seen.length === 0, `seen: ${seen}`);
  },
};
