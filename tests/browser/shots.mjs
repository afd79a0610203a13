// Pictures for looking: node shots.mjs FOLDER [--scenes a,b|all] [--widths 1280,375] [--langs zh,en] [--themes light,dark] [--at SECONDS]
//   [--mode page|stepper|still] [--dpr 1] [--height 800] [--canvas] [--record] [--table]
// At rest unless --at is given; --canvas saves the picture alone, otherwise the window.

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, newPage, sceneIds, waitStatus } from './browser.mjs';
import { pathOf, startServer } from './server.mjs';

const { values, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: {
    scenes: { type: 'string', default: 'all' }, widths: { type: 'string', default: '1280,375' }, langs: { type: 'string', default: 'zh' },
    themes: { type: 'string', default: 'light' }, at: { type: 'string' }, mode: { type: 'string', default: 'page' }, dpr: { type: 'string', default: '1' },
    height: { type: 'string', default: '800' }, canvas: { type: 'boolean' }, record: { type: 'boolean' }, table: { type: 'boolean' },
  },
});
if (!folder) {
  console.error('usage: node shots.mjs FOLDER [--scenes …] [--widths …] [--langs …] [--themes …] [--at SECONDS] [--mode …] [--dpr N] [--height PX] [--canvas] [--record] [--table]');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const list = (text) => text.split(',').filter(Boolean);
const server = await startServer();
if (values.at) {
  // Through the engine itself: the element's own clock stays out of it.
  const glue = await readFile(pathOf('/pkg/engine.js'), 'utf8');
  const still = `const { render } = Engine.prototype; Engine.prototype.render = function at(context, dpr) { return render.call(this, context, dpr, ${Number(values.at)}); };`;
  server.replaced.set('/pkg/engine.js', { body: glue.replace('return { Engine', `${still} return { Engine`) });
}
const browser = await launch();
const scenes = values.scenes === 'all' ? await sceneIds(server.origin) : list(values.scenes);

for (const width of list(values.widths)) {
  for (const theme of list(values.themes)) {
    for (const lang of list(values.langs)) {
      const page = await newPage(browser, { width: Number(width), height: Number(values.height), dpr: Number(values.dpr), reduced: true });
      for (const scene of scenes) {
        await page.goto('about:blank');
        await page.goto(values.mode === 'page' ? `${server.origin}/#scene=${scene}` : `${server.origin}/embed.html#scene=${scene}`);
        await waitStatus(page);
        await page.evaluate(([l, t, m]) => Object.assign(document.querySelector('duoyuan-story'), { lang: l, theme: t, mode: m }), [lang, theme, values.mode]);
        await page.waitForTimeout(300);
        if (values.at) {
          await page.evaluate(() => { document.querySelector('duoyuan-story').lang = document.querySelector('duoyuan-story').lang === 'zh' ? 'en' : 'zh'; });
          await page.evaluate((l) => { document.querySelector('duoyuan-story').lang = l; }, lang);
        }
        if (values.table) await page.locator('[data-do=table]').evaluate((button) => button.click());
        if (values.record) await page.locator('.mark').first().evaluate((button) => button.click());
        await page.waitForTimeout(100);
        const name = join(folder, `${scene}-${width}-${lang}-${theme}${values.at ? `-${values.at}s` : ''}.png`);
        if (values.canvas) await page.locator('[part=canvas]').screenshot({ path: name });
        else await page.screenshot({ path: name });
        console.log(name);
      }
      await page.context().close();
    }
  }
}
await browser.close();
server.close();
