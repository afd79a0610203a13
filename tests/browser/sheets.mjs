// Contact sheets, for looking: `make sheets` writes the overview, `node sheets.mjs FOLDER [options]` what one asks for.
//   --chapters a,b|all   --windows 1280x800,375x812   --langs zh,en   --themes light,dark
//   --routes direct,forward,back,jump,replay          --moments 0.1,0.4,0.8,rest
//   --beside FOLDER      pictures to compare with, named CHAPTER-WIDTH.png
// With one route and one moment a sheet has all chapters of a window; otherwise each chapter has a sheet, a row a route
// and a column a moment. Moments are seconds after the change of chapter begins, by a clock that is turned by hand.

import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, newPage, sceneIds } from './browser.mjs';
import { Story } from './pages/story.mjs';
import { startServer } from './server.mjs';

const text = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chapters: text('all'),
    windows: text('1280x800,375x812'),
    langs: text('zh,en'),
    themes: text('light'),
    routes: text('direct'),
    moments: text('rest'),
    beside: text(''),
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: node sheets.mjs FOLDER [--chapters …] [--windows …] (see the first lines of the file)');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const list = (names) => names.split(',').filter(Boolean);
const server = await startServer();
const browser = await launch();
const all = await sceneIds(server.origin);
const chapters = values.chapters === 'all' ? all : list(values.chapters);
const routes = list(values.routes);
const moments = list(values.moments);

/** Runs in the page before its scripts: animation frames come when `turnClock` is called. */
function handClock() {
  const waiting = new Map();
  let last = 0;
  let now = performance.now();
  window.requestAnimationFrame = (call) => {
    last += 1;
    waiting.set(last, call);
    return last;
  };
  window.cancelAnimationFrame = (id) => waiting.delete(id);
  window.turnClock = (milliseconds) => {
    now += milliseconds;
    const calls = [...waiting.values()];
    waiting.clear();
    for (const call of calls) call(now);
  };
}

const turn = (page, milliseconds) => page.evaluate((by) => window.turnClock(by), milliseconds);

async function toRest(story) {
  for (let i = 0; i < 200; i += 1) {
    await turn(story.page, 90);
    if ((await story.frame.getAttribute('data-playback')) === 'rest') break;
  }
  await turn(story.page, 16);
}

/** Waits until the page no longer scrolls. */
const scrolled = (page) =>
  page.waitForFunction(
    () => {
      const still = window.lastScroll === scrollY;
      window.lastScroll = scrollY;
      return still;
    },
    null,
    { polling: 120 },
  );

/** Comes to a chapter by a route; its motion has begun afterwards, but for `direct`, which plays it from its start. */
async function come(story, chapter, route) {
  const at = all.indexOf(chapter);
  const from = { forward: at - 1, back: at + 1, jump: (at + 5) % all.length }[route];
  if (from !== undefined && !all[from]) return false;
  await story.goTo(all[from] ?? chapter);
  await toRest(story);
  if (from === undefined) await story.element.evaluate((element) => element.play());
  else await story.goTo(chapter);
  return true;
}

async function shoot(story, chapter, route) {
  const shots = [];
  if (!(await come(story, chapter, route))) return shots;
  let seconds = 0;
  await turn(story.page, 0);
  for (const moment of moments) {
    if (moment === 'rest') await toRest(story);
    for (; moment !== 'rest' && seconds < Number(moment) - 1e-9; seconds += 0.05) await turn(story.page, 50);
    await scrolled(story.page);
    const png = await story.page.screenshot();
    shots.push({ title: `${chapter} ${route} ${moment}`, png });
  }
  return shots;
}

async function reference(chapter, width) {
  const path = join(values.beside, `${chapter}-${width}.png`);
  return values.beside && existsSync(path) ? [{ title: `${chapter}, reference`, png: await readFile(path) }] : [];
}

/** Writes rows of pictures as one picture. */
async function write(name, rows, width) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  const cell = ({ title, png }) =>
    `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${title}</figcaption></figure>`;
  const each = Math.min(width, 640);
  const style = `body{margin:8px;width:max-content;font:12px sans-serif}div{display:flex}figure{margin:4px;width:${each}px}
    img{width:100%;border:1px solid #ccc}`;
  await page.setContent(`<style>${style}</style>${rows.map((row) => `<div>${row.map(cell).join('')}</div>`).join('')}`);
  const path = join(folder, `${name}.png`);
  await page.locator('body').screenshot({ path });
  await page.close();
  console.log(path);
}

const inRows = (cells, columns) =>
  Array.from({ length: Math.ceil(cells.length / columns) }, (_, i) => cells.slice(i * columns, (i + 1) * columns));

for (const window of list(values.windows)) {
  const [width, height] = window.split('x').map(Number);
  for (const theme of list(values.themes)) {
    for (const lang of list(values.langs)) {
      const page = await newPage(browser, { width, height, reduced: false });
      await page.addInitScript(handClock);
      await page.goto(`${server.origin}/`);
      const story = new Story(page);
      await story.ready();
      await story.set({ lang, theme });
      await toRest(story);
      const name = `${window}-${lang}-${theme}`;
      const overview = [];
      for (const chapter of chapters) {
        const rows = [];
        for (const route of routes) rows.push(await shoot(story, chapter, route));
        const beside = await reference(chapter, width);
        if (routes.length > 1 || moments.length > 1) await write(`${chapter}-${name}`, [beside, ...rows], width);
        else overview.push(...beside, ...rows.flat());
      }
      if (overview.length > 0) await write(`all-${name}`, inRows(overview, width < 700 ? 8 : 4), width);
      await page.context().close();
    }
  }
}
await browser.close();
server.close();
