// Stories of any size, for the bench: a field of unit marks in two chapters, and a series of many days.

const both = (zh, en) => ({ zh, en });
// Dated after the last year of any series: a number of a later year would be told as a result.
const SOURCES = { sources: { made: { publisher: both('基准测试', 'The bench'), title: both('生成的数据', 'Generated data'), date: '9999-12-31', confidence: 'high', family: 'bench', kind: 'article', checked: '2026-11' } } };

const scene = (id, number, chart) => ({
  id, number, name: both('图', 'Picture'), accent: number % 2 ? 'oil' : 'plum', title: both('生成的数据', 'Generated data'), subtitle: both('只为测量', 'for measuring only'),
  narration: [both('只为测量。', 'For measuring only.')], rows: [[chart]],
});

const story = (parts, scenes) => ({
  format: 2, id: 'bench', version: '1.0.0', title: both('测量', 'Measuring'), subtitle: both('生成的数据', 'Generated data'), notice: both('生成的数据，没有意义。', 'Generated; it means nothing.'),
  sources: 'sources.json', units: {}, figures: {}, lists: {}, milestones: {}, series: {}, ...parts, scenes,
});

const figure = (label, value) => ({
  label: both(label, label), value, unit: 'people', measure: 'level', period: { zh: '2020年', en: '2020', start: '2020', end: '2020' }, source: { id: 'made', paragraph: 1 },
});

/** Two chapters of `n` marks each: one field, and the same marks as two, of which one has `left`, so that all of them travel. */
export function marksStory(n, left = Math.floor(n / 2)) {
  const field = (id) => ({ figure: id, per: 1 });
  const note = { scale_note: both('一点＝一人', 'One dot = one person') };
  const figures = { all: figure('全部 all', n), left: figure('左 left', left), right: figure('右 right', n - left) };
  return {
    'story.json': JSON.stringify(story({ figures }, [
      scene('one', 0, { type: 'unit-field', fields: [field('all')], ...note }),
      scene('two', 1, { type: 'unit-field', fields: [field('left'), field('right')], ...note }),
    ])),
    'sources.json': JSON.stringify(SOURCES),
  };
}

/** A series has one point a year (rule `series-break`) and years four digits, so this is the longest there is; a story may have 50,000 points in several. */
export const MOST_YEARS = 9000;

/** A chapter for each of `lengths`, so many years as a series in it, each of other values. */
export function manySeries(lengths) {
  const all = lengths.map((n, number) => {
    const year = (i) => String(Math.max(1000, 2020 - n + 1) + i);
    const value = (i) => Math.round(500 + 300 * Math.sin((i / n) * 9 + number));
    const lines = Array.from({ length: n }, (_, i) => `${year(i)},${value(i)},made,made,plot`);
    return { id: `series-${number}`, number, file: `${number}.csv`, text: `period,value,definition,source,use\n${lines.join('\n')}\n` };
  });
  const described = ({ file }) => ({ label: both('每年', 'Yearly'), unit: 'people', measure: 'flow', definition: both('生成', 'Generated'), scope: both('无', 'None'), file });
  return {
    'story.json': JSON.stringify(story(
      { series: Object.fromEntries(all.map((series) => [series.id, described(series)])) },
      all.map(({ id, number }) => scene(`chapter-${number}`, number, { type: 'dot-line', series: id })),
    )),
    'sources.json': JSON.stringify(SOURCES),
    ...Object.fromEntries(all.map(({ file, text }) => [file, text])),
  };
}

/** Two chapters of `n` years each. */
export const seriesStory = (n) => manySeries([n, n]);
