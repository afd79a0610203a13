// The editor's chapters, without a page: their numbers, acts and languages, what a new one says, which statements stand
// beside it, what is checked of it.

import { expect, test } from './fixtures.mjs';
import {
  added,
  byChapter,
  following,
  groupsOf,
  hueOf,
  inOrder,
  lacks,
  languagesOf,
  linesOf,
  memberOf,
  moved,
  movedScene,
  newScene,
  nextOpen,
  reline,
  removed,
  spoken,
  textIn,
  whereOf,
} from './www.mjs';

const known = (id) => ['a', 'b', 'c', 's'].includes(id);
const callouts = (...ids) => ({ type: 'callouts', items: ids.map((figure) => ({ figure })) });

test('editor, scenes: languages are those declared, and a text keeps the member that its author wrote', () => {
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

test('editor, scenes: lines edited in one language keep the sentences of the other', () => {
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

test('editor, scenes: numbers stay with their places, and acts begin with chapters that there are', () => {
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

test('editor, scenes: a new chapter is called by its first statement and quotes it', () => {
  const statement = { id: 'members', kind: 'figure', label: (language) => ({ zh: '读者', en: 'Members' })[language] };
  const scene = newScene({ id: 'n', at: 2, languages: ['zh', 'en'], statement, chart: callouts('members') });
  expect(scene).toEqual({
    id: 'n',
    number: 0,
    name: { zh: '读者', en: 'Members' },
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

test('editor, scenes: generated words follow the first statement, typed ones stay', () => {
  const about = (id, zh, en) => ({ id, kind: 'figure', label: (language) => ({ zh, en })[language] });
  const [members, books] = [about('members', '读者', 'Members'), about('books', '藏书', 'Books')];
  const empty = newScene({ id: 'n', at: 0, languages: ['zh', 'en'], statement: null, chart: null });
  expect(empty).toMatchObject({ title: { zh: '新的一章', en: 'New chapter' }, rows: [] });
  const first = following(empty, null, members);
  expect(first).toMatchObject({ title: { zh: '读者{members}' }, subtitle: { en: '{members.period}' } });
  expect(following(first, members, books).name).toEqual({ zh: '藏书', en: 'Books' });
  expect(following({ ...first, name: { zh: '谁' } }, members, books).name).toEqual({ zh: '谁' });
  const long = about('long', '一个很长很长很长很长的名称', 'Books');
  expect(following(first, members, long).name).toEqual({ zh: '新的一章', en: 'Books' });
  const words = about('words', '读者', 'Spending of the regional park authority');
  expect(following(first, members, words).name.en).toBe('Spending of the regional park');
  expect(following(first, members, books).title).toEqual({ zh: '藏书{books}', en: 'Books: {books}' });
  const typed = { ...first, title: { zh: '谁在读', en: 'Members: {members}' } };
  expect(following(typed, members, books).title).toEqual({ zh: '谁在读', en: 'Books: {books}' });
  expect(following(first, members, null)).toEqual(empty);
});

test('editor, scenes: statements stand beside a chapter in one group each', () => {
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

test('editor, scenes: a problem says where it is', () => {
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

test('editor, scenes: facts stand under the first chapter that says them', () => {
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
