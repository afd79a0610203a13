// Pictures for looking: node shots.mjs FOLDER [--scenes a,b|all] [--widths 1280,375] [--langs zh,en] [--themes
// light,dark]
//   [--part 0.5] [--mode page|stepper|still] [--dpr 1] [--height 800] [--canvas] [--record] [--table]
// At rest unless --part says at which part of the motion; --canvas saves the picture alone, otherwise the window.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, newPage, sceneIds } from './browser.mjs';
import { Story } from './pages/story.mjs';
import { startServer } from './server.mjs';

const text = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scenes: text('all'),
    widths: text('1280,375'),
    langs: text('zh'),
    themes: text('light'),
    part: { type: 'string' },
    mode: text('page'),
    dpr: text('1'),
    height: text('800'),
    canvas: { type: 'boolean' },
    record: { type: 'boolean' },
    table: { type: 'boolean' },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error(
    'usage: node shots.mjs FOLDER [--scenes …] [--widths …] [--langs …] [--themes …] (see the first lines of the file)',
  );
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const list = (names) => names.split(',').filter(Boolean);
const server = await startServer();
const browser = await launch();
const scenes = values.scenes === 'all' ? await sceneIds(server.origin) : list(values.scenes);

async function shoot(story, scene, name) {
  await story.goTo(scene);
  await story.shows(scene);
  if (values.part) await story.seekTo(Math.round(Number(values.part) * 1000));
  else await story.atRest();
  if (values.table) await story.press('table');
  if (values.record) await story.marks.first().evaluate((mark) => mark.click());
  await story.frames(6);
  const path = join(folder, `${name}.png`);
  await (values.canvas ? story.canvas : story.page).screenshot({ path });
  console.log(path);
}

for (const width of list(values.widths)) {
  for (const theme of list(values.themes)) {
    for (const lang of list(values.langs)) {
      const sizes = { width: Number(width), height: Number(values.height), dpr: Number(values.dpr) };
      const page = await newPage(browser, { ...sizes, reduced: !values.part });
      await page.goto(`${server.origin}/${values.mode === 'page' ? '' : 'embed.html'}`);
      const story = new Story(page);
      await story.ready();
      await story.set({ lang, theme, mode: values.mode });
      const suffix = values.part ? `-${values.part}` : '';
      for (const scene of scenes) await shoot(story, scene, `${scene}-${width}-${lang}-${theme}${suffix}`);
      await page.context().close();
    }
  }
}
await browser.close();
server.close();
