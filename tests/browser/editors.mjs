// What editors meet: the guide with every chart and every rule, hostile files in the page, the schema by an independent validator.
// Seen to fail: with one chart left out of the guide; with "format" misspelt in a good story; with `columnKind` misspelt in the SARIF; with the words
// of the engine before a reload kept (it was so); without reload.js on the page (it was so).

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import { check, waitStatus } from './browser.mjs';
import { openGuide, ruleCodes } from './guide.mjs';

const ROOT = new URL('../../', import.meta.url);
const LANGS = ['zh', 'en'];
const text = (path) => readFile(new URL(path, ROOT), 'utf8');
const json = async (path) => JSON.parse(await text(path));

/** The command line, as `cargo test` and `cargo build` leave it. */
async function duoyuan(...args) {
  const program = fileURLToPath(new URL(`${process.env.CARGO_TARGET_DIR ?? 'target'}/debug/duoyuan`, ROOT));
  return new Promise((done) => {
    execFile(program, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => done({ code: error?.code ?? 0, stdout, stderr }));
  });
}

async function validator() {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  return ajv.compile(await json('data/schema/story.schema.json'));
}

/** Twenty ways to break a story whose shape is all that is wrong with it. */
const BREAKS = [
  (s) => { delete s.format; }, (s) => { s.format = 2; }, (s) => { delete s.title; }, (s) => { s.title = 'x'; }, (s) => { delete s.title.en; },
  (s) => { s.titel = s.title; }, (s) => { s.title.zh = ' '; }, (s) => { delete s.figures; }, (s) => { s.figures = []; }, (s) => { s.figures.read.kind = 'shares'; },
  (s) => { s.figures.read.value = true; }, (s) => { delete s.figures.read.source; }, (s) => { s.figures.read.source.paragraph = 1.5; }, (s) => { s.figures['a b'] = s.figures.read; },
  (s) => { s.scenes = {}; }, (s) => { s.scenes[0].rows[0][0].type = 'pie'; }, (s) => { delete s.scenes[0].rows[0][0].cell_note; }, (s) => { s.scenes[0].rows[1][0].weight = 0; },
  (s) => { s.scenes[1].rows[1][0].events[0] = {}; }, (s) => { s.scenes[0].title.zh = '80%的人'; }, (s) => { s.title.zh = '长'.repeat(2001); }, (s) => { s.lists.rooms.open = '是'; },
];

export const editors = {
  'editors: the guide has every chart with its JSON, and every rule, in both languages': async (t) => {
    const schema = await json('data/schema/story.schema.json');
    const types = schema.$defs.Chart.oneOf.map((chart) => chart.properties.type.const);
    const charts = (await json('data/charts/story.json')).scenes.map((scene) => scene.rows[0][0]);
    check(types.length > 20 && types.every((type) => charts.some((chart) => chart.type === type)), `data/charts has ${charts.map((chart) => chart.type)}`);
    const page = await openGuide(t, {}, '', 'editor-guide');
    const plates = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('#charts .plate')].map((plate) => [plate.id, plate.querySelector('pre').textContent])));
    for (const chart of charts) {
      const shown = plates[`chart-${chart.type}`];
      check(shown && JSON.stringify(JSON.parse(shown)) === JSON.stringify(chart), `${chart.type}: the guide shows ${shown}`);
    }
    check(Object.keys(plates).length === types.length, `${Object.keys(plates).length} plates for ${types.length} types`);
    for (const lang of LANGS) {
      await page.locator(`.languages [data-lang=${lang}]`).click();
      const seen = await page.evaluate((other) => ({
        rules: [...document.querySelectorAll('#rules li')].filter((li) => li.innerText.trim().length > 20).map((li) => li.querySelector('h3').innerText.trim()),
        steps: [...document.querySelectorAll('.steps li')].map((li) => li.querySelector('h3').innerText.trim().length),
        foreign: [...document.querySelectorAll(`main [lang|=${other}]`)].filter((node) => node.checkVisibility() && node.localName !== 'duoyuan-story').length,
        drawn: [...document.querySelectorAll('duoyuan-story')].filter((story) => story.shadowRoot.querySelectorAll('.mark').length > 0).length,
      }), lang === 'zh' ? 'en' : 'zh');
      for (const rule of await ruleCodes()) check(seen.rules.includes(rule), `${lang}: the rule ${rule} is not in the guide`);
      check(seen.steps.length === 10 && seen.steps.every((length) => length > 2), `${lang}: steps ${seen.steps}`);
      check(seen.foreign === 0 && seen.drawn === types.length, `${lang}: ${seen.foreign} words of the other language, ${seen.drawn} pictures`);
    }
  },
  'editors: the guide has no sideways scroll from 320 px on': async (t) => {
    for (const width of [320, 375, 720, 1280]) {
      const page = await t.open({ width, height: 700 });
      await page.goto(`${t.server.origin}/editor-guide.html?lang=en`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      check(wide <= width, `${wide} px at ${width}`);
    }
  },
  'editors: hostile files in the page draw, or say file, line and remedy in both languages, and never an uncaught error': async (t) => {
    const table = (await text('tests/fixtures/hostile.txt')).split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
    // every fourth file, and those of other encodings
    const sample = table.filter(([name], i) => i % 4 === 0 || /gbk|utf16|bom|markup|proto|bidi/.test(name));
    check(sample.length > 40, `${sample.length} files`);
    const PLACES = { story: 'story.json', sources: 'sources.json', series: 'series/loans.csv' };
    const page = await t.open();
    await page.goto(`${t.server.origin}/embed.html`);
    await waitStatus(page);
    for (const [name, outcome] of sample) {
      t.server.replaced.clear();
      for (const file of Object.values(PLACES)) t.server.replaced.set(`/base/${file}`, { body: await readFile(new URL(`tests/fixtures/base/${file}`, ROOT)) });
      t.server.replaced.set(`/base/${PLACES[name.split('-')[0]]}`, { body: await readFile(new URL(`tests/fixtures/hostile/${name}`, ROOT)) });
      await page.goto(`${t.server.origin}/embed.html?story=base/story.json&again=${encodeURIComponent(name)}`);
      await page.waitForFunction(() => ['ready', 'error'].includes(document.querySelector('duoyuan-story')?.getAttribute('status')));
      const seen = await page.evaluate(() => {
        const story = document.querySelector('duoyuan-story');
        return { status: story.getAttribute('status'), words: story.shadowRoot.querySelector('.errors').innerText, alien: document.querySelectorAll('img[src=x], svg[onload]').length, polluted: {}.x };
      });
      const draws = outcome === 'renders' || outcome.endsWith('?') || outcome.split(' ').every((part, i) => i % 2 || part.startsWith('story.json')) && seen.status === 'ready';
      check(draws ? seen.status === 'ready' : seen.status === 'error', `${name}: ${seen.status}, wanted ${outcome}`);
      // the page lists what is not drawn; warnings are for `duoyuan check`
      if (outcome !== 'renders' && !outcome.endsWith('?')) {
        const [place, code] = outcome.replace('?', '').split(' ');
        const absent = code === 'missing-file';
        check(absent || seen.words.includes(`${place} ${code}`), `${name}: ${place} ${code} is not said: ${seen.words.slice(0, 300)}`);
        check(/[\u4e00-\u9fff]{2}/.test(seen.words), `${name}: no words: ${seen.words.slice(0, 200)}`);
      }
      check(seen.alien === 0 && seen.polluted === undefined, `${name}: something got in`);
      const uncaught = page.faults.filter((fault) => fault.startsWith('uncaught'));
      check(uncaught.length === 0, `${name}: ${uncaught}`);
    }
    t.server.replaced.clear();
  },
  'editors: a saved story is drawn anew on the page that serve shows, with its new words': async (t) => {
    const page = await t.open();
    await page.addInitScript(() => {
      window.written = [];
      const { fillText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function record(text, ...rest) {
        window.written.push(text);
        return fillText.call(this, text, ...rest);
      };
    });
    const story = await text('tests/fixtures/base/story.json');
    const save = (subtitle) => {
      const changed = JSON.parse(story);
      changed.scenes[0].subtitle.zh = subtitle;
      t.server.replaced.set('/base/story.json', { body: JSON.stringify(changed) });
    };
    for (const file of ['sources.json', 'series/loans.csv']) t.server.replaced.set(`/base/${file}`, { body: await readFile(new URL(`tests/fixtures/base/${file}`, ROOT)) });
    save('存盘以前');
    await page.goto(`${t.server.origin}/embed.html?story=base/story.json`);
    await waitStatus(page);
    // twice, and of one length: the tables of words are as long as before
    for (const subtitle of ['存盘一次', '存盘两次']) {
      for (let looks = 0; !t.server.listening() && looks < 100; looks += 1) await page.waitForTimeout(20);
      save(subtitle);
      t.server.push('changed /base/story.json');
      let seen = false;
      for (let looks = 0; !seen && looks < 200; looks += 1) {
        await page.waitForTimeout(25);
        seen = await page.evaluate((wanted) => window.written.includes(wanted), subtitle);
      }
      check(seen, `${subtitle} is never drawn`);
    }
  },
  'schema: an independent validator takes every story of ours and refuses twenty broken ones, as the loader does': async () => {
    const valid = await validator();
    for (const story of ['data/karamay', 'data/grammar', 'data/charts', 'tests/fixtures/base', 'src/bin/duoyuan/new']) {
      check(valid(await json(`${story}/story.json`)), `${story}: ${JSON.stringify(valid.errors?.[0])}`);
    }
    const folder = await mkdtemp(join(tmpdir(), 'duoyuan-schema-'));
    const base = await text('tests/fixtures/base/story.json');
    await writeFile(join(folder, 'sources.json'), await text('tests/fixtures/base/sources.json'));
    check(BREAKS.length >= 20, `${BREAKS.length}`);
    for (const brk of BREAKS) {
      const story = JSON.parse(base);
      brk(story);
      check(!valid(story), `the schema takes ${brk}`);
      await writeFile(join(folder, 'story.json'), JSON.stringify(story).replaceAll('series/loans.csv', 'loans.csv'));
      await writeFile(join(folder, 'loans.csv'), await text('tests/fixtures/base/series/loans.csv'));
      const { code, stderr } = await duoyuan('check', folder);
      check(code === 1, `the loader takes ${brk}: ${stderr}`);
    }
    await rm(folder, { recursive: true });
  },
  'schema: the SARIF of duoyuan check is valid by its published schema': async () => {
    const ajv = new AjvDraft04({ strict: false, validateFormats: false });
    const valid = ajv.compile(await json('tests/fixtures/sarif-schema-2.1.0.json'));
    const folder = await mkdtemp(join(tmpdir(), 'duoyuan-sarif-'));
    await writeFile(join(folder, 'story.json'), (await text('tests/fixtures/base/story.json')).replace('"kind": "share"', '"kind": "shape"'));
    for (const lang of LANGS) {
      const { code, stdout } = await duoyuan('check', folder, '--format', 'sarif', '--lang', lang);
      const document = JSON.parse(stdout);
      check(code === 1 && document.runs[0].results.length > 0, `exit ${code}`);
      check(valid(document), `${lang}: ${JSON.stringify(valid.errors?.[0])}`);
    }
    await rm(folder, { recursive: true });
  },
};
