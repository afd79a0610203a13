// What the editor's chapters do with text and charts, without a page: quotations, typed digits, sentences in several
// languages, rows of charts, chapters with their numbers and acts, and what is checked of them.

import { expect, test } from './fixtures.mjs';
import {
  added,
  byChapter,
  changesBetween,
  declaredNames,
  following,
  groupsOf,
  grown,
  hueOf,
  inOrder,
  idsIn,
  lacks,
  languagesOf,
  linesOf,
  matching,
  memberOf,
  merged,
  moved,
  movedScene,
  nameAround,
  newScene,
  nextOpen,
  openQuote,
  pieces,
  placed,
  printed,
  quoted,
  reline,
  removed,
  scaleFor,
  shifted,
  spoken,
  statementsFor,
  textIn,
  typedNumbers,
  whereOf,
  withChart,
  withoutChart,
  withRow,
  worth,
} from './www.mjs';

test('editor, words: a sentence is split at its quotations and put together again', () => {
  const text = '有{members}读者，{children-share.size}是儿童，{year:2022}起。';
  expect(
    pieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(pieces(text).map(({ quote }) => quote)).toEqual([
    '',
    'members',
    '',
    'children-share.size',
    '',
    'year:2022',
    '',
  ]);
  expect(quoted(`${text}{members}`)).toEqual(['members', 'children-share']);
  expect(printed(text, (quote) => ({ members: '300余人' })[quote] ?? '')).toBe(
    '有300余人读者，{children-share.size}是儿童，{year:2022}起。',
  );
  expect(pieces('a{b').map(({ quote }) => quote)).toEqual(['']);
});

test('editor, words: an opened brace is found with what was typed of it', () => {
  expect(openQuote('有{mem', 5)).toEqual({ from: 1, typed: 'mem' });
  expect(openQuote('有{members}人', 11)).toBeNull();
  expect(openQuote('有人', 2)).toBeNull();
});

test('editor, words: typed numbers are those of the engine: no years, dates, names and designations', () => {
  const found = (text, names) => typedNumbers(text, names).map((typed) => typed.text);
  expect(found('有300人，2万册，约８成，增长3.5%')).toEqual(['300', '2万', '８', '3.5%']);
  expect(found('3 rooms, 1.2 million books, 20,000 people')).toEqual(['3', '1.2 million', '20,000']);
  const none =
    '2022年起，自1955年，到2035年；5G和PM2.5，8月1日，1号井，“1+4+N”，{x1}，In 2010–2015, a 15-minute circle';
  expect(found(none)).toEqual([]);
  expect(found('985方案和8000里', ['8000里'])).toEqual(['985']);
  expect(found('‘985’计划')).toEqual([]);
});

test('editor, words: what numbers are worth', () => {
  for (const [text, value] of [
    ['2万', '20000'],
    ['20,000', '20000'],
    ['1.2 million', '1200000'],
    ['3.5%', '3.5%'],
    ['2', '2'],
    ['4.3个百分点', '4.3pp'],
    ['15.1万', '151000'],
    ['没有', ''],
  ])
    expect(worth(text), text).toBe(value);
});

const PHRASES = [
  { id: 'jobs', phrase: '超2万人' },
  { id: 'technicians', phrase: '33000余人' },
  { id: 'share', phrase: '80%以上' },
  { id: 'books', phrase: '2万册' },
];
const match = (text, phrases = PHRASES, at = 0) => statementsFor(text, typedNumbers(text)[at], phrases);

test('editor, words: digits find their statement by number and unit, and what was lost is said', () => {
  const [jobs, books] = match('新增就业2万人，是累计数');
  expect(jobs).toEqual({ id: 'jobs', from: 4, to: 7, phrase: '超2万人', lost: '超' });
  expect(books).toMatchObject({ id: 'books', from: 4, to: 6 });
  expect(match('超2万人')[0]).toMatchObject({ id: 'jobs', from: 0, to: 4, lost: '' });
  expect(match('有33000人')[0]).toMatchObject({ id: 'technicians', to: 7, lost: '余' });
  expect(match('有80%')[0]).toMatchObject({ id: 'share', lost: '以上' });
  expect(match('有80%以上')[0]).toMatchObject({ id: 'share', to: 6, lost: '' });
  expect(match('有81%')).toEqual([]);
  const english = [{ id: 'members', phrase: 'more than 300 people' }];
  expect(match('It has 300 people.', english)[0]).toEqual({
    id: 'members',
    from: 7,
    to: 17,
    phrase: 'more than 300 people',
    lost: 'more than',
  });
});

test('editor, words: languages are those declared, and a text keeps the member that its author wrote', () => {
  expect(languagesOf({ languages: ['zh-Hans', 'en'] })).toEqual(['zh', 'en']);
  expect(languagesOf({})).toEqual(['zh', 'en']);
  expect(memberOf({ 'zh-Hans': '油' }, 'zh')).toBe('zh-Hans');
  expect(textIn({ 'zh-Hans': '油' }, 'zh')).toBe('油');
  const scene = {
    title: { zh: '一', en: 'One' },
    note: { zh: '注' },
    narration: [{ zh: '一。' }, { zh: '二。', en: 'Two.' }],
  };
  expect(lacks(scene, 'en', ['zh', 'en'])).toEqual({ sentences: 1, members: 1 });
  expect(lacks(scene, 'zh', ['zh', 'en'])).toEqual({ sentences: 0, members: 0 });
});

test('editor, words: lines edited in one language keep the sentences of the other', () => {
  const two = [
    { zh: '一。', en: 'One.' },
    { zh: '二。', en: 'Two.' },
  ];
  expect(linesOf(two, 'zh')).toEqual(['一。', '二。']);
  expect(reline(two, 'zh', ['一。', '', '二。'], [[0], [], [1]])).toEqual([two[0], {}, two[1]]);
  expect(reline(two, 'zh', ['一。二。'], [[0, 1]])).toEqual([{ zh: '一。二。', en: 'One. Two.' }]);
  expect(reline(two, 'zh', ['', '二。'], [[0], [1]])).toEqual([{ en: 'One.' }, two[1]]);
  expect(spoken([{}, two[0], { zh: ' ' }])).toEqual([two[0]]);
  expect(moved(two, 0, 1)).toEqual([two[1], two[0]]);
  expect(moved(two, 0, -1)).toBeNull();
});

const known = (id) => ['a', 'b', 'c', 's'].includes(id);
const callouts = (...ids) => ({ type: 'callouts', items: ids.map((figure) => ({ figure })) });

test('editor, words: a chart names its statements, and what is written into it by hand stays with them', () => {
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

test('editor, words: charts are added, taken away and moved among rows', () => {
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

test('editor, words: numbers stay with their places, and acts begin with chapters that there are', () => {
  const scenes = ['cover', 'x', 'y', 'z'].map((id, number) => ({ id, number }));
  const acts = [
    { id: 'one', first: 'cover' },
    { id: 'two', first: 'y' },
  ];
  const story = { scenes, acts };
  const names = ({ scenes: all }) => all.map(({ id, number }) => `${number} ${id}`);
  const first = ({ acts: all }) => all.map((act) => act.first);
  const more = added(story, 1, { id: 'new', number: 9 });
  expect(names(more)).toEqual(['0 cover', '1 new', '2 x', '3 y', '4 z']);
  expect(first(more)).toEqual(['cover', 'y']);
  expect(first(added(story, 0, { id: 'new', number: 9 }))).toEqual(['new', 'y']);
  expect(names(removed(story, 2))).toEqual(['0 cover', '1 x', '2 z']);
  expect(first(removed(story, 2))).toEqual(['cover', 'z']);
  const last = { scenes: scenes.slice(0, 3), acts };
  expect(first(removed(last, 2)), 'an act without chapters').toEqual(['cover']);
  expect(names(movedScene(story, 2, 1))).toEqual(['0 cover', '1 y', '2 x', '3 z']);
  expect(first(movedScene(story, 2, 1))).toEqual(['cover', 'x']);
});

test('editor, words: a new chapter quotes its first statement', () => {
  const statement = { id: 'members', kind: 'figure', label: (language) => ({ zh: '读者', en: 'Members' })[language] };
  const scene = newScene({ id: 'n', at: 2, languages: ['zh', 'en'], statement, chart: callouts('members') });
  expect(scene).toEqual({
    id: 'n',
    number: 0,
    name: { zh: '新的一章', en: 'New chapter' },
    accent: 'hue-3',
    title: { zh: '读者{members}', en: 'Members: {members}' },
    subtitle: { zh: '{members.period}', en: '{members.period}' },
    narration: [],
    rows: [[callouts('members')]],
  });
  const digits = { ...statement, label: () => '985方案' };
  expect(newScene({ id: 'n', at: 0, languages: ['zh'], statement: digits, chart: null }).title).toEqual({
    zh: '{members}',
  });
  expect([hueOf('oil'), hueOf('hue-3'), hueOf('')]).toEqual(['hue-1', 'hue-3', 'hue-6']);
});

test('editor, words: generated words follow the first statement, typed ones stay', () => {
  const about = (id, zh, en) => ({ id, kind: 'figure', label: (language) => ({ zh, en })[language] });
  const [members, books] = [about('members', '读者', 'Members'), about('books', '藏书', 'Books')];
  const empty = newScene({ id: 'n', at: 0, languages: ['zh', 'en'], statement: null, chart: null });
  expect(empty).toMatchObject({ title: { zh: '新的一章', en: 'New chapter' }, rows: [] });
  const first = following(empty, null, members);
  expect(first).toMatchObject({ title: { zh: '读者{members}' }, subtitle: { en: '{members.period}' } });
  expect(following(first, members, books).title).toEqual({ zh: '藏书{books}', en: 'Books: {books}' });
  const typed = { ...first, title: { zh: '谁在读', en: 'Members: {members}' } };
  expect(following(typed, members, books).title).toEqual({ zh: '谁在读', en: 'Books: {books}' });
  expect(following(first, members, null)).toEqual(empty);
});

test('editor, words: a scale holds the number that is guessed, away from its end', () => {
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

test('editor, words: the changes between two values make one of the other, and touch nothing else', () => {
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

test('editor, words: a chart grows by a statement as its neighbours are, and shrinks without losing its words', () => {
  const dots = { type: 'unit-field', fields: [{ figure: 'a', per: 1000, icon: 'person' }], scale_note: { en: 's' } };
  expect(grown(dots, ['a', 'b'], known)).toEqual({ ...dots, fields: [...dots.fields, { figure: 'b', per: 1000 }] });
  expect(grown(callouts('a', 'b'), ['b'], known)).toEqual(callouts('b'));
  expect(grown({ type: 'stacks', figures: ['a'] }, ['a', 'c'], known)).toEqual({ type: 'stacks', figures: ['a', 'c'] });
  expect(grown({ type: 'waffle', figure: 'a' }, ['a', 'b'], known)).toBeNull();
  expect(grown({ type: 'slope', items: [{ figure: 'a' }] }, ['a', 'b'], known)).toBeNull();
});

test('editor, words: names keep their digits, and statements are found by number, label and id', () => {
  expect(nameAround('才聚油城“985方案”启动', { from: 5, to: 8, text: '985' })).toBe('985方案');
  expect(nameAround('第3批', { from: 1, to: 2, text: '3' })).toBe('3批');
  expect(declaredNames({ names: { a: { text: { zh: '“985”方案', en: 'no digits' } } } })).toEqual(['985”方案']);
  const all = [
    { id: 'p@2001', kind: 'point', label: '藏书', phrase: '2万册' },
    { id: 'books', kind: 'figure', label: '藏书', phrase: '1.2万册' },
    { id: 'members', kind: 'figure', label: '读者', phrase: '300余人' },
  ];
  const ids = (typed) => matching(all, typed).map(({ id }) => id);
  expect(ids('藏书')).toEqual(['books', 'p@2001']);
  expect(ids('2万')).toEqual(['books', 'p@2001']);
  expect(ids('３００')).toEqual(['members']);
  expect(ids('books 1.2')).toEqual(['books']);
  expect(ids('none')).toEqual([]);
});

test('editor, words: statements stand beside a chapter in one group each', () => {
  const entry = (id, paragraph, kind = 'figure') => ({ id, kind, paragraph, phrase: id, label: id, about: '' });
  const all = [
    entry('a', '3'),
    entry('b', '3'),
    entry('c', '12'),
    entry('d', ''),
    entry('e', '2'),
    entry('p', '3', 'point'),
  ];
  const { own, also, near, far } = groupsOf(all, { drawn: ['a'], elsewhere: ['a', 'c'] });
  expect([own, also, near, far].map((group) => group.map(({ id }) => id))).toEqual([['a'], ['c'], ['b'], ['e', 'd']]);
});

test('editor, words: a problem says where it is', () => {
  const words = {
    sentence: (n) => `sentence ${n}`,
    chart: (n) => `chart ${n}`,
    line: (n) => `line ${n}`,
    title: 'title',
    statement: 'Statement',
    table: 'Table',
    source: 'Source',
  };
  const named = (what) => (id) => `${what} ${id}`;
  const names = {
    scene: (at) => `scene ${at + 1}`,
    chart: (_, row, column) => row * 10 + column + 1,
    figure: named('figure'),
    series: named('series'),
    seriesOfFile: named('of'),
    source: named('source'),
  };
  const at = (path, file = 'story.json') => whereOf({ path, file, line: 7 }, names, words);
  expect(at('scenes[1].narration[2].zh')).toBe('scene 2 · sentence 3');
  expect(at('scenes[0].rows[1][1].items[0].figure')).toBe('scene 1 · chart 12');
  expect(at('scenes[0].title.zh')).toBe('scene 1 · title');
  expect(at('scenes[0].accent')).toBe('scene 1');
  expect(at('figures.a.value')).toBe('Statement · figure a');
  expect(at('series.s.unit')).toBe('Table · series s');
  expect(at('', 'series/s.csv')).toBe('Table · of series/s.csv · line 7');
  expect(at('sources.x.date', 'sources.json')).toBe('Source · source x');
  expect(at('version')).toBe('story.json · line 7');
  expect(inOrder([{ severity: 'warning' }, { severity: 'error' }]).map(({ severity }) => severity)).toEqual([
    'error',
    'warning',
  ]);
});

test('editor, words: facts stand under the first chapter that says them', () => {
  const fact = (id, series, state = 'open') => ({ id, kind: series ? 'point' : 'figure', series, state });
  const facts = [fact('a'), fact('b', undefined, 'ticked'), fact('p', 's'), fact('x')];
  const scenes = [
    { rows: [[callouts('a')]], title: { zh: '{b.size}' } },
    { rows: [[{ type: 'lines', items: [{ series: 's' }, { figure: 'a' }] }]] },
  ];
  const groups = byChapter(facts, scenes, known).map(({ scene, facts: own }) => `${scene} ${own.map(({ id }) => id)}`);
  expect(groups).toEqual(['0 a,b', '1 p', '-1 x']);
  expect(nextOpen(facts, 'a')?.id).toBe('p');
  expect(nextOpen(facts, 'x')?.id).toBe('a');
  expect(nextOpen([facts[1]], 'b')).toBeUndefined();
});
