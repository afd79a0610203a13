// The statements of a story that the engine cannot open, without a page: nothing of them seems lost while a mistake is
// mended. Seen to fail: with ranges joined by commas; with lists left out.

import { expect, test } from './fixtures.mjs';
import { plainStatements } from './www.mjs';

const STORY = {
  figures: {
    members: {
      label: { zh: '读者', en: 'Members' },
      value: 300,
      printed: { zh: '余', en: 'more than' },
      measure: 'count',
      status: 'preliminary',
      period: { zh: '2024年末', en: 'end of 2024' },
      source: { id: 'article', paragraph: 3 },
    },
    trained: { label: { zh: '培训' }, value: [300, 400] },
    none: {},
  },
  series: { loans: { label: { zh: '借阅', en: 'Loans' } }, nameless: {} },
  lists: { rooms: { label: 'Rooms' } },
};
const told = (lang) => plainStatements(STORY, lang).map(({ kind, id, label, phrase }) => [kind, id, label, phrase]);

test('editor, plain: every figure, series and list is there, with its words and its number as written', () => {
  expect(told('en')).toEqual([
    ['figure', 'members', 'Members', 'more than 300'],
    ['figure', 'trained', '培训', '300–400'],
    ['figure', 'none', 'none', ''],
    ['series', 'loans', 'Loans', ''],
    ['series', 'nameless', 'nameless', ''],
    ['list', 'rooms', 'Rooms', ''],
  ]);
  expect(told('zh')[0]).toEqual(['figure', 'members', '读者', '余 300']);
});

test('editor, plain: a figure keeps what is said of it; what is not said is empty, and all of it is open', () => {
  const [members, trained] = plainStatements(STORY, 'zh');
  expect(members).toMatchObject({
    measure: 'count',
    status: 'preliminary',
    period: '2024年末',
    sourceId: 'article',
    paragraph: '3',
    state: 'open',
  });
  expect(trained).toMatchObject({ measure: '', status: '', period: '', sourceId: '', paragraph: '', state: 'open' });
});

test('editor, plain: a story without any has none', () => {
  expect(plainStatements(null, 'zh')).toEqual([]);
  expect(plainStatements({}, 'en')).toEqual([]);
});
