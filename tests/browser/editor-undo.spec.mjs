// The editor's document: each change can be undone and made again, and touches nothing beside it. Seen to fail: with
// steps that could be made again kept after a new one.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { editorModule } from './support/editor.mjs';
import { at } from './support/program.mjs';

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
  // marks inside of strings are none of the text, and of two members of one name the last is the one that is read
  const odd = '{"a": "}]\\"{", "b": [1, {"c": "[\\\\"}], "b": [{"c": 1}, 2]}';
  expect(JSON.parse(changed(odd, ['b', 0, 'c'], 3)).b).toEqual([{ c: 3 }, 2]);
  expect(changed(odd, ['a'], 'x')).toBe(odd.replace('"}]\\"{"', '"x"'));
  expect(() => changed('{"a": [1', ['a'], 2)).toThrow(SyntaxError);
  const crlf = text.replaceAll('\n', '\r\n');
  expect(changed(crlf, ['figures', 'new-one'], { value: 1 })).not.toMatch(/(?<!\r)\n/);
});
