// Periods as a story has them: typed or printed words to dates, dates to words in each language.
//
// A date is 2016, 2020-10, 2020-10-05 or 2021Q1. A period never gains precision.

/** @typedef {{ start: string, end?: string }} Dates */

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  days: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};
const QUARTERS = ['一', '二', '三', '四'];
const ROMAN = ['I', 'II', 'III', 'IV'];
const FIRST_PLAN = 1953; // 一五：1953—1957
const RANGE = { zh: '至', en: '–', ru: '–' };

/** @param {string} language @returns {'zh'|'en'|'ru'} */
export const plainLanguage = (language) => (language.startsWith('zh') ? 'zh' : language === 'ru' ? 'ru' : 'en');

/** @param {string} date @param {string} language */
export function dateWords(date, language) {
  const at = plainLanguage(language);
  const [year, quarter] = date.split('Q');
  if (quarter) {
    const n = Number(quarter) - 1;
    return { zh: `${year}年${QUARTERS[n]}季度`, en: `Q${quarter} ${year}`, ru: `${ROMAN[n]} квартал ${year} года` }[at];
  }
  const [y, month, day] = date.split('-');
  const m = Number(month);
  if (day) {
    const d = Number(day);
    return {
      zh: `${y}年${m}月${d}日`,
      en: `${d} ${MONTHS.en[m - 1]} ${y}`,
      ru: `${d} ${MONTHS.days[m - 1]} ${y} года`,
    }[at];
  }
  if (month) return { zh: `${y}年${m}月`, en: `${MONTHS.en[m - 1]} ${y}`, ru: `${MONTHS.ru[m - 1]} ${y} года` }[at];
  return { zh: `${y}年`, en: `${y}`, ru: `${y} год` }[at];
}

/** The names of the months of a half year. @type {Record<string, Record<string, string>>} */
const HALVES = {
  '01-06': { zh: '上半年', en: 'first half of ', ru: 'первое полугодие ' },
  '07-12': { zh: '下半年', en: 'second half of ', ru: 'второе полугодие ' },
};

/** @param {string} start @param {string} end @param {'zh'|'en'|'ru'} at */
function halfWords(start, end, at) {
  const [year, from] = start.split('-');
  const name = end.startsWith(`${year}-`) ? HALVES[`${from}-${end.slice(5)}`]?.[at] : undefined;
  if (!name) return '';
  return { zh: `${year}年${name}`, en: `${name}${year}`, ru: `${name}${year} года` }[at];
}

/** @param {Dates} dates @param {string} language */
export function periodWords({ start, end }, language) {
  if (!end || end === start) return dateWords(start, language);
  const half = halfWords(start, end, plainLanguage(language));
  if (half) return half;
  return dateWords(start, language) + RANGE[plainLanguage(language)] + dateWords(end, language);
}

/** @param {string} text @returns {string} */
function readDate(text) {
  const plain = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim();
  const two = (/** @type {string} */ n) => n.padStart(2, '0');
  let found = plain.match(/^(\d{4})\s*年?\s*第?([一二三四1-4])季度$/) ?? plain.match(/^(\d{4})-?[Qq]([1-4])$/);
  if (found) return `${found[1]}Q${QUARTERS.indexOf(found[2]) + 1 || found[2]}`;
  found = plain.match(/^[Qq]([1-4])\s*(\d{4})$/);
  if (found) return `${found[2]}Q${found[1]}`;
  found = plain.match(/^(\d{4})(?:[年/.-](\d{1,2})(?:[月/.-](\d{1,2})日?)?)?[年月]?[末底]?$/);
  if (found) return [found[1], ...found.slice(2).filter(Boolean).map(two)].join('-');
  found = plain.match(/^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Z][a-z]{2,8})\.?\s+(?:(\d{1,2}),\s+)?(\d{4})$/);
  const month = found ? MONTHS.en.findIndex((name) => name.startsWith(found?.[2] ?? '')) + 1 : 0;
  if (!found || !month) return '';
  const day = found[1] ?? found[3];
  return `${found[4]}-${two(String(month))}${day ? `-${two(day)}` : ''}`;
}

/** 十四 as 14. @param {string} numeral */
function chineseNumber(numeral) {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const ten = numeral.includes('十') ? (tens ? digits.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? digits.indexOf(ones) : 0);
}

/**
 * The dates that a typed period says; `null` where it says none.
 * @param {string} text @returns {Dates | null}
 */
export function readPeriod(text) {
  const plain = text.trim().replace(/^(?:截至|to the end of|end of|at the end of|in|during)\s*/i, '');
  const plan =
    plain.match(/^[“"]?(十?[一二三四五六七八九]?)五[”"]?(?:规划|计划)?(?:时期|期间)?$/)?.[1] ??
    plain.match(/^(?:the )?(\d{1,2})(?:st|nd|rd|th) (?:five-year )?plan(?: period)?$/i)?.[1];
  if (plan) {
    const number = /\d/.test(plan) ? Number(plan) : chineseNumber(plan);
    // between the second and the third plan lay three years
    const from = FIRST_PLAN + (number - 1) * 5 + (number > 2 ? 3 : 0);
    return { start: `${from}`, end: `${from + 4}` };
  }
  const half = plain.match(/^(\d{4})\s*年?\s*([上下])半年$|^(?:the )?(first|second) half of (\d{4})$/i);
  if (half) {
    const year = half[1] ?? half[4];
    const months = /^(?:上|first)$/i.test(half[2] ?? half[3]) ? ['01', '06'] : ['07', '12'];
    return { start: `${year}-${months[0]}`, end: `${year}-${months[1]}` };
  }
  const one = readDate(plain);
  if (one) return { start: one };
  const ends = plain.split(/\s*(?:—+|–|～|~|至|到| to | - )\s*/);
  if (ends.length !== 2) return null;
  const second = readDate(ends[1]);
  const first = readDate(
    /^\d{4}$/.test(ends[0]) ? ends[0] : /^\d{1,2}月$/.test(ends[0]) ? second.slice(0, 4) + ends[0] : ends[0],
  );
  return first && second && first <= second ? { start: first, end: second } : null;
}

/**
 * A period of a story's file from what was typed in one language: with the words of the others, where dates give them.
 * @param {string} typed @param {string} language @param {readonly string[]} languages
 * @returns {Record<string, string>}
 */
export function typedPeriod(typed, language, languages) {
  const dates = readPeriod(typed);
  if (!dates) return typed.trim() ? { [language]: typed.trim() } : {};
  const words = languages.map((other) => [other, other === language ? typed.trim() : periodWords(dates, other)]);
  return { ...Object.fromEntries(words), ...dates };
}

/**
 * The same dates some years later; before, where it is less than none.
 * @param {Dates} dates @param {number} years @returns {Dates}
 */
export function yearsLater({ start, end }, years) {
  const moved = (/** @type {string} */ date) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return { start: moved(start), ...(end ? { end: moved(end) } : {}) };
}
