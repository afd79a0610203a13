// Charts in the editor's chapters, without a page: the statements that they are of, their rows, and the scale of a guess.

import { expect, test } from './fixtures.mjs';
import { grown, idsIn, merged, placed, scaleFor, shifted, withChart, withoutChart, withRow } from './www.mjs';

const known = (id) => ['a', 'b', 'c', 's'].includes(id);
const callouts = (...ids) => ({ type: 'callouts', items: ids.map((figure) => ({ figure })) });

test('editor, charts: a chart names its statements, and what is written into it by hand stays with them', () => {
  const old = {
    type: 'callouts',
    items: [{ figure: 'b', note: { en: 'a' } }, { figure: 'a' }],
    note: { en: 'b' },
    missing: [{ label: { en: 'c' } }],
    weight: 2,
  };
  expect(idsIn(old, known)).toEqual(['b', 'a']);
  expect(merged(old, callouts('a', 'b', 'c'), known)).toEqual({ ...old, items: [...old.items, { figure: 'c' }] });
  expect(merged(old, callouts('a'), known)).toEqual({ ...old, items: [{ figure: 'a' }] });
  expect(merged(old, { type: 'stacks', figures: ['a', 'b'] }, known)).toEqual({
    type: 'stacks',
    figures: ['a', 'b'],
    weight: 2,
  });
  const line = { type: 'dot-line', series: 's', band: 'a', rail: true };
  expect(idsIn(line, known), 'what stands beside the series').toEqual(['s']);
  expect(merged(line, { type: 'dot-line', series: 's' }, known)).toEqual(line);
  expect(merged(line, { type: 'dot-line', series: 'c' }, known)).toEqual({ type: 'dot-line', series: 'c', rail: true });
});

test('editor, charts: charts are added, taken away and moved among rows', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => callouts(id));
  const rows = [[a, b], [c]];
  expect(placed(rows).map(({ place }) => `${place.row}${place.column}`)).toEqual(['00', '01', '10']);
  expect(withChart(rows, { row: 0, column: 1 }, c)).toEqual([[a, c], [c]]);
  expect(withChart([], { row: 0, column: 0 }, a)).toEqual([[a]]);
  expect(withoutChart(rows, { row: 1, column: 0 })).toEqual([[a, b]]);
  expect(withoutChart([[a, { ...b, under: true }]], { row: 0, column: 0 })).toEqual([[b]]);
  expect(withRow(rows, { row: 0, column: 1 }, c)).toEqual([[a, b], [c], [c]]);
  const to = (row, column, way) => shifted(rows, { row, column }, way);
  expect(to(0, 0, 'after')).toEqual({ rows: [[b, a], [c]], place: { row: 0, column: 1 } });
  expect(to(0, 0, 'before')).toBeNull();
  expect(to(0, 1, 'down')).toEqual({ rows: [[a], [b], [c]], place: { row: 1, column: 0 } });
  expect(to(1, 0, 'up')).toEqual({ rows: [[a, b, c]], place: { row: 0, column: 2 } });
  expect(to(1, 0, 'down')).toBeNull();
  expect(rows, 'the rows that were given').toEqual([[a, b], [c]]);
});

test('editor, charts: a chart grows by a statement as its neighbours are, and shrinks without losing its words', () => {
  const dots = { type: 'unit-field', fields: [{ figure: 'a', per: 1000, icon: 'person' }], scale_note: { en: 's' } };
  expect(grown(dots, ['a', 'b'], known)).toEqual({ ...dots, fields: [...dots.fields, { figure: 'b', per: 1000 }] });
  expect(grown(callouts('a', 'b'), ['b'], known)).toEqual(callouts('b'));
  expect(grown({ type: 'stacks', figures: ['a'] }, ['a', 'c'], known)).toEqual({ type: 'stacks', figures: ['a', 'c'] });
  expect(grown({ type: 'waffle', figure: 'a' }, ['a', 'b'], known)).toBeNull();
  expect(grown({ type: 'slope', items: [{ figure: 'a' }] }, ['a', 'b'], known)).toBeNull();
});

test('editor, charts: a scale holds the number that is guessed, away from its end', () => {
  for (const [value, percent, scale] of [
    [40, true, { from: 0, to: 100, step: 1 }],
    [300, false, { from: 0, to: 500, step: 5 }],
    [3, false, { from: 0, to: 5, step: 1 }],
    [0.43, false, { from: 0, to: 1, step: 0.01 }],
    [-3.2, true, { from: -5, to: 5, step: 0.05 }],
    [[300, 400], false, { from: 0, to: 1000, step: 10 }],
    [8650000000, false, { from: 0, to: 20000000000, step: 200000000 }],
    [null, false, { from: 0, to: 100, step: 1 }],
  ]) {
    expect(scaleFor(value, percent), `${value}`).toEqual(scale);
  }
});
