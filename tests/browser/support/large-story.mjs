// A story as large as the editor has to bear without lag: 200 figures, 30 chapters, and the article that they are from.

const both = (zh, en) => ({ zh, en });
const AREAS = [...'东西南北中上下前后里'];
const THINGS = [
  ['图书馆藏书', 'library books', 'books', '册'],
  ['学校', 'schools', 'schools', '所'],
  ['公园', 'parks', 'parks', '座'],
  ['医院床位', 'hospital beds', 'beds', '张'],
];
const FIGURES = 200;
const CHAPTERS = 30;
const DRAWN = 6;

const thingOf = (i) => THINGS[Math.floor(i / AREAS.length) % THINGS.length];
const valueOf = (i) => 100 + ((i * 37) % 900);
const yearOf = (i) => 2021 + Math.floor(i / 50);

function figure(i) {
  const [zh, en, unit] = thingOf(i);
  const end = `${yearOf(i)}-12-31`;
  return {
    label: both(
      `${AREAS[i % AREAS.length]}区${zh}`,
      `${en} in district ${String.fromCharCode(65 + (i % AREAS.length))}`,
    ),
    value: valueOf(i),
    unit,
    measure: 'count',
    period: { zh: `${yearOf(i)}年末`, en: `the end of ${yearOf(i)}`, start: end, end },
    source: { id: 'article', paragraph: 1 + Math.floor(i / 5) },
  };
}

function chapter(c) {
  const ids = Array.from({ length: DRAWN }, (_, k) => `f${(c * DRAWN + k) % FIGURES}`);
  const chart = (some) => [{ type: 'callouts', items: some.map((id) => ({ figure: id })) }];
  const sentence = (id) =>
    both(
      `在这个区，到年末记录到{${id}}，比别处更受关注，市里说还会继续做下去。`,
      `In this district the year's record stands at {${id}}, which the city says it will go on with.`,
    );
  return {
    id: `c${c}`,
    number: c + 1,
    name: both('一篇', 'Part'),
    accent: `hue-${1 + (c % 7)}`,
    title: both(`这一篇有{${ids[0]}}`, `Here are {${ids[0]}}`),
    subtitle: both('市统计局的数字', 'Numbers of the statistics office'),
    narration: ids.slice(0, 4).map(sentence),
    rows: [chart(ids.slice(0, 3)), chart(ids.slice(3))],
  };
}

/** Its files. */
export function largeStory() {
  const all = Array.from({ length: FIGURES }, (_, i) => i);
  const source = { publisher: both('示例市统计局', 'Example office'), title: both('公报', 'Communiqué') };
  const said = (i) =>
    `${yearOf(i)}年末，${AREAS[i % AREAS.length]}区${thingOf(i)[0]}${valueOf(i)}${thingOf(i)[3]}${i % 5 === 4 ? '。\n\n' : '；'}`;
  const story = {
    format: 2,
    id: 'large',
    version: '1.0.0',
    languages: ['zh-Hans', 'en'],
    title: both('一座城的数字', 'A city in numbers'),
    subtitle: both('全部示例', 'All made up'),
    notice: both('数字为测量而编。', 'Numbers made up for measuring.'),
    sources: 'sources.json',
    units: Object.fromEntries(THINGS.map(([, en, unit, zh]) => [unit, both(zh, [en.split(' ').at(-1), unit])])),
    figures: Object.fromEntries(all.map((i) => [`f${i}`, figure(i)])),
    scenes: Array.from({ length: CHAPTERS }, (_, c) => chapter(c)),
  };
  const rest = { date: '2025-03-01', confidence: 'high', family: 'office', kind: 'article', checked: '2025-03' };
  return {
    'story.json': JSON.stringify(story, null, 2),
    'sources.json': JSON.stringify({ sources: { article: { ...source, ...rest } } }, null, 2),
    'article.txt': all.map(said).join(''),
  };
}
