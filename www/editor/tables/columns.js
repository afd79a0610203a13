// What each column of a table holds, guessed from its header and its cells.
//
// In: rows of cells. Out: how many rows are headers, and for each column its role, why it is thought so, and for values
// the name, unit and measure that the header says. An editor corrects it.

import { readPeriod } from '../sentences/dates.js';
import { readCell, saysMissing } from './cells.js';

/** @import { Guessed } from './types.js' */

/** Headers of columns that hold no values. @type {[role: string, header: RegExp][]} */
const HEADERS = [
  ['period', /^(?:period|year|date|years?|month|quarter|年份?|年度|期间|时间|日期|月份?|季度)$/i],
  ['printed', /^(?:printed|限定词|原文限定词)$/i],
  ['bound', /^(?:bound|限定)$/i],
  ['status', /^(?:status|状态)$/i],
  ['form', /^(?:form|写的是什么)$/i],
  ['unit', /^(?:unit|units|单位|计量单位)$/i],
  ['definition', /^(?:definition|口径|定义)$/i],
  ['source', /^(?:sources?|来源|出处|资料来源|数据来源|发布者|publisher)$/i],
  ['use', /^(?:use|用途)$/i],
  ['note', /^(?:notes?|remarks?|comments?|说明|备注|注|附注)$/i],
];
const SPOKEN = /^(?:period|note)_(?:zh|en|ru)$/;
const FLOWS = [
  '产量|收入|支出|产值|总值|投资|销售|消费|贸易|出口|进口|用电|旅客|客流',
  'output|production|revenue|income|spending|gdp|sales|trade|exports?|imports?|investment|visits',
].join('|');
const FLOW = new RegExp(FLOWS, 'i');
/** Measures by words of the header, the first that fits. @type {[measure: string, header: RegExp][]} */
const MEASURES = [
  ['growth', /增速|增长率|增幅|同比|growth/i],
  ['share', /占比|比重|份额|占.*比|share|proportion/i],
  ['rate', /率|人均|密度|每|rate|coverage|per capita|density/i],
  ['index', /指数|index/i],
  ['level', /人口|年末|期末|存量|余额|面积|保有|里程|容量|population|stock|area|balance|capacity|length|at the end/i],
  ['flow', FLOW],
  ['count', /数$|个数|人数|户数|number of/i],
];
const HEADER_UNIT = /^(.*?)\s*[（([【]\s*(?:单位[:：]?\s*)?([^（()）\]】]+?)\s*[）)\]】]\s*([①-⑳⁰¹²³⁴-⁹*†‡]*)$/;

/** @param {string} unit @returns {{ unit: string, power: string }} */
export function powered(unit) {
  const zh = unit.match(/^(万|亿)(.*)$/);
  if (zh) return { power: zh[1] === '万' ? 'wan' : 'yi', unit: zh[2] || unit };
  const en = unit.match(/^(thousand|thousands of|million|millions of|mn|billion|bn)\s+(.+)$/i);
  if (en) return { power: /^th/i.test(en[1]) ? 'thousand' : /^m/i.test(en[1]) ? 'million' : 'billion', unit: en[2] };
  return { unit, power: '' };
}

/** A header as a name and a unit: 产量（万吨） is 产量 in 万 and 吨. @param {string} header */
export function headed(header) {
  const found = header.match(HEADER_UNIT);
  const comma = found ? null : header.match(/^(.+?)[,，/]\s*(%|[万亿]?[\u4e00-\u9fff]{1,3}|[a-z²³ ]{1,14})$/i);
  const [label, unit] = found ? [found[1], found[2]] : comma ? [comma[1], comma[2]] : [header, ''];
  const isYear = /^\d{4}年?$/.test(unit.trim());
  return isYear ? { label: header.trim(), unit: '', power: '' } : { label: label.trim(), ...powered(unit.trim()) };
}

/** How many of the cells pass. @param {readonly string[]} cells @param {(cell: string) => boolean} test */
const part = (cells, test) => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length);

/** @param {string} cell */
const isPeriod = (cell) => readPeriod(cell) !== null;

/** The first row is a header unless it has numbers where the others have them. @param {string[][]} rows */
export function headRows(rows) {
  if (rows.length < 2) return 0;
  const [first] = rows;
  const numbers = first.filter((cell) => readCell(cell).kind === 'number').length;
  const named = first.some((cell) => HEADERS.some(([, header]) => header.test(cell)));
  if (!named && numbers > 0 && numbers >= first.filter(Boolean).length / 2) return 0;
  // a second header row holds units
  const second = rows[1];
  const units = second.filter((cell) =>
    /^[（(]?(?:%|万?[吨元人亩户件]|亿元|千瓦时|kt|km|people|tonnes|yuan)[）)]?$/i.test(cell),
  ).length;
  return rows.length > 2 && units > 0 && units >= second.filter(Boolean).length / 2 && !isPeriod(second[0]) ? 2 : 1;
}

/** @param {string} label @param {string} unit */
const measureOf = (label, unit) =>
  MEASURES.find(([, words]) => words.test(label))?.[0] ??
  (/^[%％]$/.test(unit) ? 'rate' : /^[个所座家名户件项处]$/.test(unit) ? 'count' : 'level');

/**
 * @param {string[][]} rows
 * @returns {{ head: number, columns: Guessed[] }}
 */
export function guessColumns(rows) {
  const head = headRows(rows);
  const body = rows.slice(head);
  const width = rows[0]?.length ?? 0;
  /** @type {Guessed[]} */
  const columns = [];
  for (let x = 0; x < width; x++) {
    const header = rows
      .slice(0, head)
      .map((row) => row[x])
      .filter(Boolean);
    const cells = body.map((row) => row[x]).filter(Boolean);
    columns.push(
      guess(
        header[0] ?? '',
        header[1] ?? '',
        cells,
        columns.some(({ role }) => role === 'period'),
        x === 0,
      ),
    );
  }
  if (!columns.some(({ role }) => role === 'period')) {
    const at = columns.findIndex((_, x) => part(body.map((row) => row[x]).filter(Boolean), isPeriod) > 0.5);
    if (at >= 0) columns[at] = { ...columns[at], role: 'period', why: 'cells' };
  }
  return { head, columns };
}

/**
 * @param {string} header @param {string} below @param {string[]} cells @param {boolean} dated @param {boolean} first
 * @returns {Guessed}
 */
function guess(header, below, cells, dated, first) {
  const said = headed(header);
  const { unit, power } = below && !said.unit ? powered(below.replace(/^[（(]|[）)]$/g, '')) : said;
  const known = HEADERS.find(([, words]) => words.test(header.trim()))?.[0] ?? (SPOKEN.test(header) ? header : '');
  const none = { label: said.label, unit: '', power: '', measure: '' };
  if (known && !(known === 'period' && dated)) return { role: known, why: 'header', ...none };
  if (/^(?:value|数值|值|数据|数量|数字|amount)$/i.test(header.trim()))
    return { role: 'value', why: 'header', ...none, label: '', measure: 'level' };
  if (!dated && part(cells, isPeriod) > (first ? 0.5 : 0.8)) return { role: 'period', why: 'cells', ...none };
  const numbers = part(cells, (cell) => readCell(cell).kind !== 'words' || saysMissing(cell));
  if (numbers < 0.5 || cells.length === 0) return { role: cells.length === 0 ? 'skip' : 'note', why: 'words', ...none };
  const percent = part(cells, (cell) => readCell(cell).percent) > 0.4;
  const own = unit || (percent ? '%' : '');
  return {
    role: 'value',
    why: unit ? 'header' : percent ? 'percent' : 'cells',
    label: said.label,
    unit: own,
    power,
    measure: measureOf(said.label, own),
  };
}
