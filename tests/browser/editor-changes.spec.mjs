// The changes that the editor writes from one value to another, without a page.

import { expect, test } from './fixtures.mjs';
import { changesBetween } from './www.mjs';

/** A value after changes as the document makes them, one after the other. */
function applied(value, changes) {
  const root = { root: structuredClone(value) };
  for (const { path, value: put, insert } of changes) {
    const steps = ['root', ...path];
    const last = steps.pop();
    const holder = steps.reduce((inside, step) => inside[step], root);
    if (insert) holder.splice(last, 0, structuredClone(put));
    else if (put !== undefined) holder[last] = structuredClone(put);
    else if (Array.isArray(holder)) holder.splice(last, 1);
    else delete holder[last];
  }
  return root.root;
}

test('editor, changes: the changes between two values make one of the other, and touch nothing else', () => {
  const scene = (id, title = id) => ({ id, title: { zh: title, en: title }, rows: [[{ type: 'words' }]] });
  const before = {
    scenes: [scene('a'), scene('b'), scene('c')],
    narration: [{ zh: '1' }, { zh: '2' }],
    note: { zh: 'n' },
  };
  const made = (change) => {
    const after = structuredClone(before);
    change(after);
    const changes = changesBetween([], before, after);
    expect(applied(before, changes)).toEqual(after);
    return changes;
  };
  const one = made((after) => {
    after.scenes[1].title.en = 'B';
  });
  expect(one).toEqual([{ file: 'story.json', path: ['scenes', 1, 'title', 'en'], value: 'B' }]);
  expect(made((after) => after.scenes.reverse()).length).toBeLessThanOrEqual(4);
  expect(made((after) => after.scenes.push(after.scenes.shift()))).toHaveLength(2);
  expect(made((after) => after.scenes.splice(1, 1))).toHaveLength(1);
  expect(made((after) => after.narration.splice(1, 0, { zh: 'new' }))).toHaveLength(1);
  expect(made((after) => after.narration.pop())).toHaveLength(1);
  made((after) => {
    delete after.note;
    after.narration = [];
    after.acts = [{ id: 'x' }];
  });
  expect(changesBetween([], before, structuredClone(before))).toEqual([]);
});
