// The editor keeps what is written: each change can be undone and made again, a killed page loses nothing, files come
// out as they went in, and a story that does not load can be mended. Seen to fail: with steps that could be made again
// kept after a new one; with what is written saved a minute later; with line ends of Windows lost in the source view.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from '../../scripts/site/node_modules/fflate/esm/index.mjs';
import { expect, test as base } from './fixtures.mjs';
import { Editor } from './pages/editor.mjs';
import { expectClean } from './pages/story.mjs';
import { editorModule, serveEditor } from './support/editor.mjs';
import { at, duoyuan } from './support/program.mjs';

const test = base.extend({
  editing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
    async ({}, use) => {
      const site = await serveEditor();
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
});

const ARTICLE = '示例年末，阅览室藏书1.2万册，读者300余人，其中儿童占40%。\n\n到2025年，计划新开分室3间以上。';
const seedOf = () => Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Random numbers below n, the same for the same seed. */
const randomOf = (seed) => {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
};

/** What a document is, to be compared. */
const stateOf = (files) => JSON.stringify([...files].sort(([a], [b]) => (a < b ? -1 : 1)));

test('editor: random changes can all be undone and made again, and leave JSON', async () => {
  const doc = await editorModule('document/story-document.js');
  const seed = seedOf();
  const random = randomOf(seed);
  const any = (list) => list[random(list.length)];
  const story = await readFile(at('src/editor/example/story.json'), 'utf8');
  const sources = await readFile(at('src/editor/example/sources.json'), 'utf8');
  doc.open(
    new Map([
      ['story.json', story],
      ['sources.json', sources],
    ]),
  );
  const first = stateOf(doc.files.value);
  /** A path into a value, down to where it ends or somewhere before, or one beside what is there. */
  const pathIn = (value) => {
    const path = [];
    for (let now = value; now !== null && typeof now === 'object' && random(6) > 0; now = now[path.at(-1)]) {
      const keys = Array.isArray(now) ? [...now.keys()] : Object.keys(now);
      if (keys.length === 0 || random(8) === 0) return [...path, Array.isArray(now) ? now.length : `new-${random(9)}`];
      path.push(any(keys));
    }
    return path.length > 0 ? path : ['title'];
  };
  const values = () =>
    any(['文字 "x" \\ \n', 12.5, true, null, { zh: '甲', en: 'A' }, [1, 'b', {}], {}, [], undefined]);
  const changeAny = () => {
    const file = any(['story.json', 'sources.json', 'site.json']);
    const path = pathIn(JSON.parse(doc.fileText(file) || '{}'));
    const value = values();
    const insert = typeof path.at(-1) === 'number' && value !== undefined && random(2) === 0;
    return { file, path, value, insert };
  };
  const states = [first];
  let at_ = 0;
  for (let n = 0; n < 400; n += 1) {
    const said = `SEED=${seed}, step ${n}`;
    const before = stateOf(doc.files.value);
    const move = random(10);
    if (move === 0) doc.undo();
    else if (move === 1) doc.redo();
    else if (move === 2) doc.write('write', any(['article.txt', 'series/a.csv']), any(['a\nb', 'c', null]));
    else if (move === 3) {
      doc.together('both', () => {
        doc.change('one', [changeAny()]);
        doc.write('two', 'article.txt', `${random(1e9)}`);
      });
    } else doc.change('change', [changeAny()]);
    const now = stateOf(doc.files.value);
    if (move === 0) {
      at_ = Math.max(0, at_ - 1);
      expect(now, said).toBe(states[at_]);
    } else if (move === 1) {
      at_ = Math.min(states.length - 1, at_ + 1);
      expect(now, said).toBe(states[at_]);
    } else if (now !== before) {
      states.splice(at_ + 1, states.length, now);
      at_ += 1;
    }
    for (const [name, text] of doc.files.value) {
      if (name.endsWith('.json')) expect(() => JSON.parse(text), `${said}: ${name}`).not.toThrow();
    }
  }
  while (doc.canUndo.value) doc.undo();
  expect(stateOf(doc.files.value), `SEED=${seed}`).toBe(first);
  while (doc.canRedo.value) doc.redo();
  expect(stateOf(doc.files.value), `SEED=${seed}`).toBe(states.at(-1));
});

test('editor: a change leaves every other character as it was', async () => {
  const { changed } = await editorModule('document/json-text.js');
  const text = await readFile(at('data/karamay/story.json'), 'utf8');
  const value = '新的题目';
  const next = changed(text, ['title', 'zh'], value);
  expect(JSON.parse(next).title.zh).toBe(value);
  const lines = text.split('\n');
  const other = next.split('\n').flatMap((line, i) => (line === lines[i] ? [] : [i]));
  expect(other).toHaveLength(1);
  const added = changed(text, ['figures', 'new-one'], { label: { zh: '甲' }, value: 1 });
  expect(changed(added, ['figures', 'new-one'], undefined)).toBe(text);
  const crlf = text.replaceAll('\n', '\r\n');
  expect(changed(crlf, ['figures', 'new-one'], { value: 1 })).not.toMatch(/(?<!\r)\n/);
});

test('editor: what was written is there after the page was killed', async ({ open, editing }) => {
  const page = await open();
  const editor = await Editor.open(page, editing);
  await editor.paste(ARTICLE);
  await editor.page.locator('.rail-title button').click();
  const title = page.locator('[data-path="title.zh"]');
  await title.fill('');
  await editor.saved();
  const began = Date.now();
  // Typed without a pause: what is two seconds old has to be in the store.
  await expect
    .poll(async () => {
      await title.press('End');
      await page.keyboard.type('字');
      const [kept] = await editor.kept();
      return kept.files['story.json'].includes('字字字');
    })
    .toBe(true);
  const typed = (await title.inputValue()).length;
  expect(typed).toBeGreaterThan(3);
  await editor.saved();
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await page.waitForEvent('crash');
  const again = await page.context().newPage();
  const later = await Editor.open(again, editing);
  const strip = again.locator('.recovery');
  await expect(strip).toContainText('没存完');
  await strip.getByRole('button', { name: '接着做' }).click();
  await expect(again.locator('.rail-title')).toContainText('字'.repeat(typed));
  await later.saved();
  const [kept] = await later.kept();
  expect(kept.files['article.txt']).toContain('读者300余人');
  expect(kept.at).toBeGreaterThan(began);
});

test('editor: the second tab of a story says so, saves nothing, and can take over', async ({ open, editing }) => {
  const page = await open();
  const first = await Editor.open(page, editing);
  await first.paste(ARTICLE);
  await first.page.locator('.rail-title button').click();
  await page.locator('[data-path="title.zh"]').fill('第一页写的');
  await first.saved();
  const other = await page.context().newPage();
  const second = await Editor.open(other, editing);
  await other.locator('.recovery').getByRole('button', { name: '接着做' }).click();
  await expect(second.foot).toHaveAttribute('data-state', 'elsewhere');
  await other.locator('.rail-title button').click();
  await other.locator('[data-path="title.zh"]').fill('第二页写的');
  await page.locator('[data-path="subtitle.zh"]').fill('第一页又写');
  await first.saved();
  expect((await first.kept()).map(({ title }) => title.zh)).toEqual(['第一页写的']);
  await second.foot.getByRole('button').click();
  await expect(first.foot).toHaveAttribute('data-state', 'elsewhere');
  await second.saved();
  const titles = (await second.kept()).map(({ title }) => title.zh).sort();
  expect(titles, 'what the first tab had saved is kept as a story of its own').toEqual(['第一页写的', '第二页写的']);
  expectClean(page, 'the first tab');
});

/** The files of a new story, as the command makes it. */
async function newStory() {
  const folder = await mkdtemp(join(tmpdir(), 'duoyuan-'));
  const { code, stderr } = await duoyuan('new', join(folder, 'new'), '--languages', 'zh,en');
  expect(code, stderr).toBe(0);
  const read = async (name) => [name, await readFile(join(folder, 'new', name))];
  const files = await Promise.all(['story.json', 'sources.json', 'series/books.csv'].map(read));
  await rm(folder, { recursive: true });
  return Object.fromEntries(files);
}

/** Files that an editor would not write like that: Windows lines, a picture, Chinese in GBK. */
const ODD = {
  'series/old.csv': Buffer.from('\ufeffperiod,value\r\n2001,5\r\n'),
  'notes/说明.txt': Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x0a]),
  'logo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]),
};

test('editor: files that were not changed come out of a zip as they went in', async ({ open, editing }) => {
  const files = { ...ODD, ...(await newStory()) };
  files['story.json'] = Buffer.from(files['story.json'].toString().replaceAll('\n', '\r\n'));
  const inside = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [`阅览室/${name}`, new Uint8Array(bytes)]),
  );
  const page = await open();
  const editor = await Editor.open(page, editing);
  const zip = { name: '阅览室.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(inside)) };
  await editor.choose(page.getByRole('button', { name: '选 zip' }), zip);
  await editor.answered();
  const { name, bytes } = await editor.download(() => page.keyboard.press('Control+s'));
  expect(name).toBe('阅览室.zip');
  const out = unzipSync(new Uint8Array(bytes));
  expect(Object.keys(out).sort()).toEqual(Object.keys(files).sort());
  for (const each of Object.keys(files)) expect(Buffer.from(out[each]).equals(files[each]), each).toBe(true);
  // One text is changed: its file alone is another, and in one line alone.
  await page.locator('.rail-title button').click();
  await page.locator('[data-path="title.zh"]').fill('春天的阅览室');
  const later = unzipSync(new Uint8Array((await editor.download(() => page.keyboard.press('Control+s'))).bytes));
  const lines = strFromU8(later['story.json']).split('\r\n');
  const before = files['story.json'].toString().split('\r\n');
  expect(lines.filter((line, i) => line !== before[i])).toEqual([expect.stringContaining('春天的阅览室')]);
  expect(lines).toHaveLength(before.length);
  for (const each of Object.keys(ODD)) expect(Buffer.from(later[each]).equals(files[each]), each).toBe(true);
  expectClean(page, 'the editor');
});

test('editor: a story that does not load opens at its problem, can be mended there and leads back', async ({
  open,
  editing,
}) => {
  const files = await newStory();
  const text = files['story.json'].toString();
  const broken = text.replace('"format": 2,', '"format": 2').replaceAll('\n', '\r\n');
  const bytes = (content) => new Uint8Array(Buffer.from(content));
  const parts = Object.entries({ ...files, 'story.json': broken }).map(([name, content]) => [name, bytes(content)]);
  const zip = zipSync(Object.fromEntries(parts));
  const page = await open();
  const editor = await Editor.open(page, editing);
  await editor.choose(page.getByRole('button', { name: '选 zip' }), {
    name: 'broken.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zip),
  });
  await expect(page.locator('.source-text .amber')).toContainText('打不开');
  await expect(page.locator('.source-problems .problem')).toHaveCount(1);
  await expect(page.locator('.cm-lintPoint-error, .cm-lintRange-error')).toHaveCount(1);
  await expect(page.locator('.source-code')).toBeFocused();
  // The caret stands at the problem: behind it the comma that lacks goes to the end of the line above.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('"format": 2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.type(',');
  await editor.answered();
  await expect(page.locator('.source-problems .problem')).toHaveCount(0);
  await page.locator('.source-text').getByRole('button', { name: '回到故事' }).click();
  await expect(page.locator('.bar-place[aria-current]')).toContainText('章节');
  const saved = await editor.download(() => page.keyboard.press('Control+s'));
  const mended = strFromU8(unzipSync(new Uint8Array(saved.bytes))['story.json']);
  expect(mended, 'only the comma is new').toBe(broken.replace('"format": 2', '"format": 2,'));
  expectClean(page, 'the editor');
});

test('editor: a remedy is one press and one step', async ({ open, editing }) => {
  const files = await newStory();
  const text = files['story.json'].toString();
  const bytes = (content) => new Uint8Array(Buffer.from(content));
  const broken = { ...files, 'story.json': text.replace('"format": 2,', '"format": 2') };
  const parts = Object.entries(broken).map(([name, content]) => [name, bytes(content)]);
  const page = await open();
  const editor = await Editor.open(page, editing);
  await editor.choose(page.getByRole('button', { name: '选 zip' }), {
    name: 'broken.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync(Object.fromEntries(parts))),
  });
  const problem = page.locator('.source-problems .problem');
  const story = async () => {
    await editor.saved();
    return (await editor.kept()).at(-1).files['story.json'];
  };
  const undo = page.locator('.bar-undo').first();
  await problem.getByRole('button', { name: '照建议改' }).click();
  await editor.answered();
  await expect(problem).toHaveCount(0);
  expect(await story()).toBe(text);
  await undo.click();
  await expect(problem).toHaveCount(1);
  await expect(undo, 'the remedy was one step').toHaveAttribute('aria-disabled', 'true');
  expect(await story()).toBe(broken['story.json']);
  await page.locator('.bar-undo').nth(1).click();
  await expect(problem).toHaveCount(0);
  expectClean(page, 'the editor');
});

// Seen to fail: with the text as it was drawn put over what has been typed since.
test('editor: the schema offers what may stand in a file, and no letter of it is lost', async ({ open, editing }) => {
  const page = await open();
  const editor = await Editor.open(page, editing);
  await editor.example('阅览室');
  await page.locator('.rail-line').filter({ hasText: '源文件' }).click();
  const offers = page.locator('.cm-tooltip-autocomplete li');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"mile');
  await expect(offers).toHaveText([/^milestones/]);
  await offers.first().click();
  await expect(page.locator('.cm-line').nth(1)).toHaveText(/^\s*"milestones"/);
  expectClean(page, 'the editor');
});
