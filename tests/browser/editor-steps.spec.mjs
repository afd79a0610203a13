// A walk through all places of the editor whose every change is taken back and made again at once: articles, answers,
// names, tables, sources, chapters, guesses. SEED walks a walk again.

import { options } from '../../scripts/site/editor.mjs';
import { build } from '../../scripts/site/node_modules/esbuild/lib/main.js';
import { expect } from './fixtures.mjs';
import { test } from './pages/editor-places.mjs';
import { Editor } from './pages/editor.mjs';
import { expectClean } from './pages/story.mjs';
import { at } from './support/program.mjs';

const STEPS = 72;
const ARTICLE = `2024年全市港口吞吐量4.57亿吨，同比增长4.3%。其中外贸近四成，泊位86个。

到2030年，吞吐量力争达到6亿吨。G20会议在这里开过2次。`;
const TABLE = '年份\t吞吐量（亿吨）\t来源\n2022\t4.12\t港务局\n2023\t—\t港务局\n2024\t约4.57\t统计局';

/** The editor as it is, with its document in `walked`. */
async function program() {
  const given = options({ minify: false });
  const contents = `import * as story from './document/story-document.js';
    import { fresh } from './document/session.js';
    globalThis.walked = { ...story, fresh };
    import './main.jsx';`;
  const stdin = { contents, resolveDir: at('www/editor'), loader: 'js' };
  const { entryPoints: _, ...rest } = given;
  const { outputFiles } = await build({ ...rest, stdin });
  return Buffer.from(outputFiles.find(({ path }) => path.endsWith('.js')).contents);
}

/** In the page: presses and words by a seed. What was changed where, and the change that did not come back. */
async function walk({ seed, steps }) {
  const { files, undo, redo, fresh, selection, select, undoLabel, story, sources } = globalThis.walked;
  let state = seed;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const any = (list) => list[random(list.length)];
  const frame = () => new Promise(requestAnimationFrame);
  const text = () => JSON.stringify([...files.value].sort(([a], [b]) => (a < b ? -1 : 1)));
  const seen = (node) => node.checkVisibility() && !node.disabled && node.getAttribute('aria-disabled') !== 'true';
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const key = (target, code, more = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...more }));
  /** Until the engine has read what was changed, and nothing more comes of it. */
  const settled = async () => {
    for (let n = 0, same = 0, last = files.value; n < 300 && same < 4; n += 1) {
      await frame();
      same = files.value === last && fresh.value ? same + 1 : 0;
      last = files.value;
    }
  };
  const write = (field, words) => {
    field.focus();
    const { prototype } = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, words);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.blur();
  };
  const moves = {
    field: () => {
      const field = any(all('#place input:not([type=file], [type=checkbox], [type=range]), #place textarea'));
      if (field) write(field, any(['', '3', '约12万人', '2024年', `${field.value}字`, 'https://example.org/']));
    },
    tick: () => any(all('#place input[type=checkbox]'))?.click(),
    choose: () => {
      const list = any(all('#place select'));
      if (!list) return;
      list.value = any([...list.options]).value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    answer: () => any(all('#place .question button, #place fieldset button'))?.click(),
    press: () => {
      const own = all('#place button, .rail-line').filter((node) => !/xlsx|去那里|撤销/.test(node.textContent));
      any(own)?.click();
    },
    key: () => {
      document.activeElement?.blur();
      key(document.body, any(['Enter', 'KeyX', 'KeyL', 'Digit1', 'Digit2', 'KeyT', 'KeyN']));
    },
    mend: () => key(document.body, 'Period', { ctrlKey: true }),
    cell: () => {
      const cell = any(all('.grid td[data-row]'));
      if (!cell) return;
      cell.click();
      key(cell, any(['Delete', 'F2']));
    },
    words: () => {
      const root = any(all('#place .quote-field'));
      const content = root?.shadowRoot?.querySelector('.cm-content');
      if (!content) return;
      content.focus();
      document.execCommand('insertText', false, any(['港口', '四成', '86个', '。']));
    },
  };
  const tables = ['field', 'choose', 'answer', 'press', 'cell', 'cell', 'mend'];
  const places = [
    ['sentences', ['field', 'choose', 'answer', 'answer', 'press', 'key', 'key', 'mend']],
    ['tables', tables],
    ['source', tables],
    ['chapters', ['field', 'tick', 'tick', 'press', 'words', 'words', 'choose', 'mend']],
    ['story', ['field', 'press', 'tick']],
    ['check', ['tick', 'key', 'mend', 'field']],
  ];
  /** Every state that a step leads to, the first one first. */
  const states = [text()];
  const done = [];
  const changed = {};
  for (let step = 0; step < steps; step += 1) {
    const [place, own] = places[step % places.length];
    const id = any(Object.keys(sources.value?.sources ?? {}));
    if (place === 'source') select({ place: 'tables', source: id ?? '' });
    else
      select({
        place,
        source: '',
        ...(place === 'tables' ? { series: any(Object.keys(story.value?.series ?? {})) ?? '' } : {}),
      });
    await settled();
    for (let n = 0; n < 2; n += 1) {
      const move = any(own);
      const before = text();
      moves[move]();
      await settled();
      document.activeElement?.blur();
      await settled();
      const now = text();
      done.push(`${place} ${move}: ${undoLabel.value}`);
      if (document.querySelector('.failed-place'))
        return { done: done.slice(-6), changed, lost: document.querySelector('.failed-place').textContent };
      if (now === before) continue;
      changed[place] = (changed[place] ?? 0) + 1;
      // one step, or the first that was merged into the step before; a field that is left makes one more
      const back = [];
      while (back.length < 4 && text() !== states.at(-1) && text() !== states.at(-2)) {
        const here = text();
        undo();
        if (text() === here) break;
        back.push(here);
      }
      if (text() !== states.at(-1) && text() !== states.at(-2))
        return { done: done.slice(-6), changed, lost: `${done.at(-1)} (${selection.value.place})` };
      if (text() !== states.at(-1)) states.pop();
      for (const each of [...back].reverse()) {
        redo();
        if (text() !== each) return { done: done.slice(-6), changed, lost: `${done.at(-1)}, made again` };
        states.push(each);
      }
      await settled();
      if (text() !== states.at(-1)) return { done: done.slice(-6), changed, lost: `${done.at(-1)}, left alone` };
    }
  }
  return { done: done.slice(-6), changed, lost: '' };
}

test('editor, steps: every change in every place comes back by one step', async ({ open, editing }) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  const page = await open();
  const body = await program();
  await page.route('**/editor/editor.js', (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  const editor = await Editor.open(page, editing);
  await editor.paste(ARTICLE);
  await editor.go(2);
  await expect(page.locator('.tables-empty')).toBeVisible();
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, TABLE);
  await expect(page.locator('.grid')).toBeVisible();
  await editor.go(3);
  await page.locator('.chapters.none .button.main').click();
  await expect(page.locator('.statements-pane')).toBeVisible();
  const { done, changed, lost } = await page.evaluate(walk, { seed, steps: STEPS });
  const said = `SEED=${seed}, lately: ${done.join(' | ')}`;
  expect(lost, said).toBe('');
  for (const place of ['sentences', 'tables', 'chapters', 'story'])
    expect(changed[place] ?? 0, `${said}: changes in ${place}, of ${JSON.stringify(changed)}`).toBeGreaterThan(2);
  expectClean(page, said);
});
