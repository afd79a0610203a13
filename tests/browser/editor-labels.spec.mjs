// The editor's sentences, without a page: what an article's amounts are called, and what the engine proposes of status, whole and date.

import { amountsOf } from '../../www/editor/sentences/amounts.js';
import { suggestLabels } from '../../www/editor/sentences/label.js';
import { unitId } from '../../www/editor/sentences/units.js';
import { expect, test } from './fixtures.mjs';
import { amount, listOf } from './support/amounts.mjs';

test('editor, sentences: a name has no words of its sentence around it', async () => {
  const labels = (text, amounts) => {
    const sentence = [0, text.length];
    const all = amounts.map(([printed, measure, more]) => amount(text, printed, { measure, sentence, ...more }));
    return suggestLabels(text, all, 'zh').map(({ label }) => label);
  };
  const grain = [
    ['2.4倍', 'multiple'],
    ['第7位', 'rank'],
    ['两位', 'change', { unit: '位', direction: 'rise' }],
  ];
  expect(labels('小麦产量是2020年同期的2.4倍，居全省第7位，比去年前进两位。', grain)).toEqual([
    '小麦产量',
    '小麦产量排名',
    '小麦产量排名前进',
  ]);
  const time = [
    ['38小时', 'level'],
    ['31小时', 'level'],
  ];
  expect(labels('平均候诊时间由38小时缩短至31小时。', time)).toEqual(['平均候诊时间', '平均候诊时间']);
  const than = [
    ['41万吨', 'flow'],
    ['33万吨', 'flow'],
  ];
  expect(labels('糖产量为41万吨，比2024年同期的33万吨多。', than)).toEqual(['糖产量', '糖产量']);
  expect(labels('东山市完成糖产量5万吨。', [['5万吨', 'flow']])).toEqual(['东山市糖产量']);
  expect(labels('全市糖产量将达到5万吨。', [['5万吨', 'flow']])).toEqual(['糖产量']);
  expect(labels('到2025年，糖产量要突破5万吨。', [['突破5万吨', 'flow']])).toEqual(['糖产量']);
  const rate = [
    ['4.6%', 'growth'],
    ['0.9个百分点', 'points', { direction: 'fall' }],
  ];
  expect(labels('生产总值比上年增长4.6%，增速比上年回落0.9个百分点。', rate)).toEqual([
    '生产总值增速',
    '生产总值增速回落',
  ]);
  // for how long something has gone on; what has ended has not
  const long = [['18个月', 'level', { unit: '个月' }]];
  expect(labels('住宅价格连续18个月下跌。', long)).toEqual(['住宅价格连续下跌']);
  expect(labels('结束了连续四年的减少。', [['四年', 'level', { unit: '年' }]])).toEqual(['']);
  // a name with digits that the engine knows keeps them
  expect(labels('PM2.5年均浓度为28微克。', [['28微克', 'level']])).toEqual(['PM2.5年均浓度']);
  expect(labels('全国210余个港口实现互联。', [['210余个', 'count']])).toEqual(['港口']);
  const text = '全市常住人口500万人，其中东山区200万人，其余300万人分布在五个乡镇。';
  const whole = [text.indexOf('500'), text.indexOf('500') + 5];
  const people = [
    ['500万人', 'count'],
    ['200万人', 'count', { whole }],
    ['300万人', 'count', { whole }],
    ['五个', 'count'],
  ];
  expect(labels(text, people)).toEqual(['常住人口', '东山区常住人口', '其余常住人口', '乡镇']);
});

test('editor, sentences: each amount of a list has its own name, and words that name nothing are none', async () => {
  const labels = (text, amounts, language = 'zh') => {
    const sentence = [0, text.length];
    const all = amounts.map(([printed, measure]) => amount(text, printed, { measure, sentence }));
    return suggestLabels(text, all, language).map(({ label }) => label);
  };
  expect(
    labels('2023年，产量、利润分别为5万吨、3亿元。', [
      ['5万吨', 'flow'],
      ['3亿元', 'flow'],
    ]),
  ).toEqual(['产量', '利润']);
  const sectors = '第一产业、第二产业增加值分别为12亿元和45亿元，分别增长3%、5%。';
  const four = [
    ['12亿元', 'flow'],
    ['45亿元', 'flow'],
    ['3%', 'growth'],
    ['5%', 'growth'],
  ];
  expect(labels(sectors, four)).toEqual([
    '第一产业增加值',
    '第二产业增加值',
    '第一产业增加值增速',
    '第二产业增加值增速',
  ]);
  // two names for one amount: whose it is is not said
  expect(labels('进口、出口分别增长3%。', [['3%', 'growth']])).toEqual(['']);
  for (const text of ['比增加3万吨。', '比上年增加3万吨。', '同比增加3万吨。', '较上年多3万吨。'])
    expect(labels(text, [['3万吨', 'change']]), text).toEqual(['']);
  const two = 'Imports and exports rose by 5% and 3% respectively.';
  expect(
    labels(
      two,
      [
        ['5%', 'growth'],
        ['3%', 'growth'],
      ],
      'en',
    ),
  ).toEqual(['Imports, growth', 'Exports, growth']);
  for (const [text, printed] of [
    ['More than in 2022, it made 5 tonnes.', '5 tonnes'],
    ['Compared with 2022 it was 5 tonnes.', '5 tonnes'],
    ['It cost 5 tonnes.', '5 tonnes'],
  ])
    expect(labels(text, [[printed, 'level']], 'en'), text).toEqual(['']);
  const ways =
    'A survey found that sixty percent of residents walk, thirty percent cycle and eleven percent go by train.';
  const shares = ['sixty percent', 'thirty percent', 'eleven percent'].map((printed) => [printed, 'share']);
  expect(labels(ways, shares, 'en')).toEqual(['Residents walk, share', 'Cycle, share', 'Go by train, share']);
  const closed = 'Two of the seven libraries were closed.';
  expect(labels(closed, [['Two', 'count']], 'en')).toEqual(['Libraries closed']);
  const seven = amount(closed, 'seven libraries', { unit: 'libraries', sentence: [0, closed.length] });
  const part = amount(closed, 'Two', { sentence: [0, closed.length], whole: [seven.start, seven.end] });
  expect(suggestLabels(closed, [part, seven], 'en').map(({ label }) => label)).toEqual([
    'Libraries closed',
    'Libraries',
  ]);
  const fewer = 'Nearly 5 million fewer people travelled in 2023.';
  expect(labels(fewer, [['Nearly 5 million fewer people', 'change']], 'en')).toEqual(['People, change']);
});

test('editor, sentences: what the engine says of status, whole and date is proposed', async () => {
  const text = '2022年产量5万吨，目前有学校312所，其中87所新建。到2030年力争500所。';
  const year = { start: '2022', zh: '2022年' };
  const goal = { status: 'target', period: { start: '2030', zh: '2030年' } };
  const sentence = [text.indexOf('到'), text.length];
  const [made, schools, part, aim] = listOf(text, [
    amount(text, '5万吨', { measure: 'flow', unit: '吨', figure: { value: 50000, period: year } }),
    amount(text, '312所', { unit: '所', undated: true, figure: { value: 312 } }),
    amount(text, '87所', {
      unit: '所',
      undated: true,
      whole: [text.indexOf('312所'), text.indexOf('312所') + 4],
      figure: { value: 87 },
    }),
    amount(text, '500所', { unit: '所', sentence, status: 'target', figure: { value: 500, ...goal } }),
  ]);
  expect(made.figure.period).toMatchObject(year);
  expect(schools.figure.period).toMatchObject({ window: 'undated' });
  expect(part.figure).toMatchObject({ denominator: { zh: schools.figure.label.zh, stated: true }, part_of: '' });
  expect(part.questions).toEqual([]);
  expect(aim.figure).toMatchObject({ status: 'target', deadline: { zh: '2030年' } });
  expect(aim.questions.find(({ id }) => id === 'goal').answers.map(({ id }) => id)).toEqual([
    'target',
    'forecast',
    'result',
  ]);
  expect(unitId('dollars', 'en', {})).toBe('');
  const [five] = amountsOf({
    text: 'It cost 5 dollars.',
    reading: {
      candidates: [amount('It cost 5 dollars.', '5 dollars', { unit: 'dollars', figure: { value: 5 } })],
      dates: [],
      rest: [],
    },
    story: { languages: ['zh', 'en'] },
    kept: { taken: {} },
    languages: ['zh', 'en'],
    language: 'en',
  });
  expect(five.unit).toEqual({ en: 'dollars' });
});
