// What editors meet: the guide with every chart and every rule, hostile files in the page, the schema by an
// independent validator. Seen to fail: with one chart left out of the guide; with "format" misspelt in a good story;
// with `columnKind` misspelt in the SARIF.

import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test as base } from './fixtures.mjs';
import { Guide, LANGS, ruleCodes } from './pages/guide.mjs';
import { Story } from './pages/story.mjs';
import { at, duoyuan } from './support/program.mjs';
import { sample, sampled } from './support/sample.mjs';

const text = (path) => readFile(at(path), 'utf8');
const json = async (path) => JSON.parse(await text(path));

const test = base.extend({
  /** A folder that is gone after the test. */
  folder: async ({ fresh: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'duoyuan-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

test('editors: the guide has every chart with its JSON, and every rule, in both languages', async ({
  open,
  server,
}) => {
  const schema = await json('data/schema/story.schema.json');
  const types = schema.$defs.Chart.oneOf.map(({ properties }) => properties.type.const);
  const charts = (await json('data/charts/story.json')).scenes.map(({ rows }) => rows[0][0]);
  expect(types.length).toBeGreaterThan(20);
  expect(charts.map(({ type }) => type)).toEqual(expect.arrayContaining(types));
  const page = await open();
  const guide = await Guide.open(page, server, 'editor-guide');
  const plates = await page
    .locator('#charts .plate')
    .evaluateAll((all) => Object.fromEntries(all.map((plate) => [plate.id, plate.querySelector('pre').textContent])));
  expect(Object.keys(plates).length).toBe(types.length);
  for (const chart of charts)
    expect.soft(JSON.parse(plates[`chart-${chart.type}`] ?? 'null'), chart.type).toEqual(chart);
  for (const lang of LANGS) {
    await guide.speak(lang);
    const seen = await page.evaluate(() => ({
      rules: [...document.querySelectorAll('#rules li')]
        .filter((li) => li.innerText.trim().length > 20)
        .map((li) => li.querySelector('h3').innerText.trim()),
      steps: ['#editor', '#steps'].map(
        (part) =>
          [...document.querySelectorAll(`${part} .steps li`)].filter(
            (li) => li.querySelector('h3').innerText.trim().length > 1,
          ).length,
      ),
      drawn: [...document.querySelectorAll('duoyuan-story')].filter((story) => story.shadowRoot.querySelector('.mark'))
        .length,
    }));
    expect(seen.rules, lang).toEqual(expect.arrayContaining(await ruleCodes()));
    expect(seen, lang).toMatchObject({ steps: [6, 13], drawn: types.length });
    expect(await guide.foreign(lang)).toEqual([]);
  }
});

// Every eighth file, and those of other encodings; tests/hostile.rs gives all of them to the engine.
const TABLE = readFileSync(at('tests/fixtures/hostile.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const HOSTILE = TABLE.map((line) => line.split('\t')).filter(
  ([name], i) => i % 8 === 0 || /gbk|utf16|bom|markup|proto|bidi/.test(name),
);
const PLACES = { story: 'story.json', sources: 'sources.json', series: 'series/loans.csv' };
const PARTS = 2;
for (const part of sample([...Array(PARTS).keys()], PARTS)) {
  test(
    sampled(
      `editors: hostile files in the page draw, or say file, line and remedy, and never an uncaught error, part ${part + 1}`,
    ),
    async ({ open, server }) => {
      const page = await open();
      const story = new Story(page);
      await page.goto(`${server.origin}/embed.html`);
      await story.ready();
      for (const file of Object.values(PLACES))
        server.replaced.set(`/base/${file}`, { body: await readFile(at(`tests/fixtures/base/${file}`)) });
      const files = HOSTILE.filter((_, i) => i % PARTS === part);
      expect(files.length).toBeGreaterThan(6);
      for (const [name, outcome] of files) {
        const place = `/base/${PLACES[name.split('-')[0]]}`;
        const usual = server.replaced.get(place);
        server.replaced.set(place, { body: await readFile(at(`tests/fixtures/hostile/${name}`)) });
        await story.again({ src: 'base/story.json' });
        await expect(story.element, name).toHaveAttribute('status', /^(ready|error)$/);
        server.replaced.set(place, usual);
        const seen = await story.element.evaluate((element) => ({
          status: element.getAttribute('status'),
          words: element.shadowRoot.querySelector('.errors').innerText,
          alien: document.querySelectorAll('img[src=x], svg[onload]').length,
          polluted: {}.x ?? null,
        }));
        // A problem within a chart of story.json leaves words in its place, so that the story is drawn all the same.
        const quiet = outcome === 'renders' || outcome.endsWith('?');
        const within =
          outcome.split(' ').every((word, i) => i % 2 || word.startsWith('story.json')) && seen.status === 'ready';
        expect(seen, name).toMatchObject({ status: quiet || within ? 'ready' : 'error', alien: 0, polluted: null });
        // The page lists what is not drawn; warnings are for `duoyuan check`.
        if (!quiet) {
          const [where, code] = outcome.split(' ');
          if (code !== 'missing-file') expect(seen.words, name).toContain(`${where} ${code}`);
          expect(seen.words, name).toMatch(/[\u4e00-\u9fff]{2}/);
        }
      }
      expect(page.faults.filter((fault) => fault.startsWith('uncaught'))).toEqual([]);
    },
  );
}

/** A schema does not know which languages a story declares; the loader does. */
const withoutLanguage = (s) => {
  delete s.title.en;
};

/** Ways to break a story whose shape is all that is wrong with it. */
const BREAKS = [
  (s) => {
    delete s.format;
  },
  (s) => {
    s.format = 1;
  },
  (s) => {
    delete s.title;
  },
  (s) => {
    s.title = 'x';
  },
  withoutLanguage,
  (s) => {
    s.titel = s.title;
  },
  (s) => {
    s.title.zh = ' ';
  },
  (s) => {
    delete s.figures;
  },
  (s) => {
    s.figures = [];
  },
  (s) => {
    s.figures.read.measure = 'shares';
  },
  (s) => {
    s.figures.read.value = true;
  },
  (s) => {
    delete s.figures.read.source;
  },
  (s) => {
    s.figures.read.source.paragraph = 1.5;
  },
  (s) => {
    s.figures['a b'] = s.figures.read;
  },
  (s) => {
    s.scenes = {};
  },
  (s) => {
    s.scenes[0].rows[0][0].type = 'pie';
  },
  (s) => {
    delete s.scenes[0].rows[0][0].cell_note;
  },
  (s) => {
    s.scenes[0].rows[1][0].weight = 0;
  },
  (s) => {
    s.scenes[1].rows[1][0].events[0] = {};
  },
  (s) => {
    s.scenes[0].title.zh = '80%的人';
  },
  (s) => {
    s.title.zh = '长'.repeat(2001);
  },
  (s) => {
    s.lists.rooms.open = '是';
  },
];

test('schema: an independent validator takes every story of ours and refuses broken ones, as the loader does', async ({
  folder,
}) => {
  const valid = new Ajv2020({ strict: false, allErrors: false }).compile(await json('data/schema/story.schema.json'));
  const examples = ['baikal', 'barrier-reef', 'communique', 'uk-gdp'].map((name) => `examples/${name}`);
  const ours = ['karamay', 'grammar', 'charts', ...examples].map((name) => `data/${name}`);
  for (const story of [...ours, 'tests/fixtures/base']) {
    expect(valid(await json(`${story}/story.json`)), `${story}: ${JSON.stringify(valid.errors?.[0])}`).toBe(true);
  }
  for (const languages of ['zh,en', 'en', 'ru']) {
    const begun = join(folder, `begun-${languages}`);
    const { code, stderr } = await duoyuan('new', begun, '--languages', languages);
    expect(code, stderr).toBe(0);
    const story = JSON.parse(await readFile(join(begun, 'story.json'), 'utf8'));
    expect(valid(story), `new in ${languages}: ${JSON.stringify(valid.errors?.[0])}`).toBe(true);
  }
  const base = await text('tests/fixtures/base/story.json');
  await writeFile(join(folder, 'sources.json'), await text('tests/fixtures/base/sources.json'));
  await writeFile(join(folder, 'loans.csv'), await text('tests/fixtures/base/series/loans.csv'));
  for (const brk of BREAKS) {
    const story = JSON.parse(base);
    brk(story);
    expect(valid(story), `the schema takes ${brk}`).toBe(brk === withoutLanguage);
    await writeFile(join(folder, 'story.json'), JSON.stringify(story).replaceAll('series/loans.csv', 'loans.csv'));
    const { code, stderr } = await duoyuan('check', folder);
    expect(code, `the loader takes ${brk}: ${stderr}`).toBe(1);
  }
});

test('schema: the SARIF of duoyuan check is valid by its published schema', async ({ folder }) => {
  const ajv = new AjvDraft04({ strict: false, validateFormats: false });
  const valid = ajv.compile(await json('tests/fixtures/sarif-schema-2.1.0.json'));
  const broken = (await text('tests/fixtures/base/story.json')).replace('"measure": "share"', '"measure": "shape"');
  await writeFile(join(folder, 'story.json'), broken);
  for (const lang of LANGS) {
    const { code, stdout } = await duoyuan('check', folder, '--format', 'sarif', '--lang', lang);
    const document = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(document.runs[0].results.length).toBeGreaterThan(0);
    expect(valid(document), `${lang}: ${JSON.stringify(valid.errors?.[0])}`).toBe(true);
  }
});
