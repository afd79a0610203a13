// Units: those that are built in, those of the story, and words of common ones in each language.
//
// A printed word becomes the id of a unit, or the words of one that the story does not have yet.

import { inLanguage, memberOf, membersOf } from './words-of.js';

/** @import { Texts } from '../types.js' */
/** @typedef {Record<string, unknown>} Units */

/** @type {Record<string, Record<string, readonly string[]>>} */
export const BUILT_IN = {
  percent: { zh: ['%', '％'], en: ['%', '%', 'percent', 'per cent'], ru: ['%'] },
  points: {
    zh: ['个百分点', '百分点'],
    en: ['percentage point', 'percentage points'],
    ru: ['п.\u00a0п.', 'п.\u00a0п.'],
  },
  people: { zh: ['人', '名', '位'], en: ['person', 'people', 'residents', 'persons'], ru: ['человек'] },
  years: { zh: ['年'], en: ['year', 'years'], ru: ['год', 'лет'] },
  minutes: { zh: ['分钟'], en: ['minute', 'minutes'], ru: ['минута', 'минут'] },
  items: { zh: ['项'], en: ['item', 'items'], ru: ['пункт', 'пунктов'] },
  mu: { zh: ['亩'], en: ['mu', 'mu'], ru: ['му'] },
  hectares: { zh: ['公顷'], en: ['hectare', 'hectares', 'ha'], ru: ['га'] },
  yuan: { zh: ['元', '人民币'], en: ['yuan', 'yuan', 'RMB'], ru: ['юань', 'юаней'] },
};

/** Which of the built-in forms names a unit by itself. @type {Record<string, number>} */
const PLURAL = { zh: 0, en: 1, ru: 1 };

/** Common units that are not built in, so that nobody is asked for their words. */
const COMMON = [
  { id: 'tonnes', zh: '吨', en: ['tonne', 'tonnes'], ru: ['тонна', 'тонны', 'тонн'] },
  { id: 'kilometres', zh: '公里', en: ['km', 'km'], ru: ['км', 'км', 'км'] },
  { id: 'metres', zh: '米', en: ['m', 'm'], ru: ['м', 'м', 'м'] },
  { id: 'square-metres', zh: '平方米', en: ['m²', 'm²'], ru: ['м²', 'м²', 'м²'] },
  { id: 'square-kilometres', zh: '平方公里', en: ['km²', 'km²'], ru: ['км²', 'км²', 'км²'] },
  { id: 'cubic-metres', zh: '立方米', en: ['m³', 'm³'], ru: ['м³', 'м³', 'м³'] },
  { id: 'kilowatt-hours', zh: '千瓦时', en: ['kWh', 'kWh'], ru: ['кВт·ч', 'кВт·ч', 'кВт·ч'] },
  { id: 'kilowatts', zh: '千瓦', en: ['kW', 'kW'], ru: ['кВт', 'кВт', 'кВт'] },
  { id: 'visits', zh: '人次', en: ['visit', 'visits'], ru: ['посещение', 'посещения', 'посещений'] },
  {
    id: 'households',
    zh: '户',
    en: ['household', 'households'],
    ru: ['домохозяйство', 'домохозяйства', 'домохозяйств'],
  },
  { id: 'companies', zh: '家', en: ['company', 'companies'], ru: ['предприятие', 'предприятия', 'предприятий'] },
  { id: 'vehicles', zh: '辆', en: ['vehicle', 'vehicles'], ru: ['автомобиль', 'автомобиля', 'автомобилей'] },
  // dollars alone may be those of any country: only its own language has a word for them
  { id: 'us-dollars', zh: '美元', en: ['US dollar', 'US dollars'], ru: ['доллар США', 'доллара США', 'долларов США'] },
  { id: 'days', zh: '天', en: ['day', 'days'], ru: ['день', 'дня', 'дней'] },
  { id: 'hours', zh: '小时', en: ['hour', 'hours'], ru: ['час', 'часа', 'часов'] },
  { id: 'months', zh: '个月', en: ['month', 'months'], ru: ['месяц', 'месяца', 'месяцев'] },
  { id: 'books', zh: '册', en: ['book', 'books'], ru: ['книга', 'книги', 'книг'] },
  { id: 'times', zh: '倍', en: ['times', 'times'], ru: ['раз', 'раза', 'раз'] },
  { id: 'jobs', zh: '个岗位', en: ['job', 'jobs'], ru: ['место', 'места', 'мест'] },
];

/** @param {unknown} forms @returns {string[]} */
const formsOf = (forms) => (Array.isArray(forms) ? forms.map(String) : typeof forms === 'string' ? [forms] : []);

/** @param {string} word */
const folded = (word) => word.trim().toLowerCase();

/**
 * The id of the unit that a word names, among the built-in ones and the story's; '' where there is none.
 * @param {string} word @param {string} language @param {Units | undefined} units of the story
 */
export function unitId(word, language, units) {
  const plain = folded(word);
  const of = memberOf(language);
  const built = Object.entries(BUILT_IN).find(([, forms]) => (forms[of] ?? []).some((form) => folded(form) === plain));
  if (built) return built[0];
  const own = Object.entries(units ?? {}).find(([id, unit]) => {
    const said = /** @type {Record<string, unknown>} */ (unit ?? {});
    return id === word.trim() || formsOf(said[of]).some((form) => folded(form) === plain);
  });
  return own?.[0] ?? '';
}

/** The unit of `COMMON` that a word names. @param {string} word @param {string} language */
function common(word, language) {
  const of = /** @type {'zh' | 'en' | 'ru'} */ (memberOf(language));
  return COMMON.find((unit) => formsOf(unit[of]).some((form) => folded(form) === folded(word)));
}

/**
 * The words of a unit that the story lacks, in as many of its languages as are known.
 * @param {string} word @param {string} language @param {readonly string[]} languages @returns {Texts}
 */
export function newUnit(word, language, languages) {
  const known = common(word, language);
  const words = membersOf(languages).map((of) => [of, known ? known[/** @type {'zh'} */ (of)] : undefined]);
  return {
    ...Object.fromEntries(words.filter(([, said]) => said)),
    ...(known ? {} : { [memberOf(language)]: word.trim() }),
  };
}

/** An id for a new unit. @param {Texts} words */
export function unitPrefix(words) {
  const known = Object.entries(words)
    .map(([of, word]) => common(formsOf(word).at(-1) ?? '', of))
    .find(Boolean);
  if (known) return known.id;
  const latin = formsOf(words.en).at(-1) ?? '';
  return (
    latin
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 30) || 'unit'
  );
}

/**
 * How a unit reads in a language.
 * @param {string} id @param {Units | undefined} units @param {string} language
 */
export function unitWord(id, units, language) {
  const own = units?.[id];
  if (own) return inLanguage(own, language) || id;
  const forms = BUILT_IN[id]?.[memberOf(language)];
  return forms?.[Math.min(PLURAL[memberOf(language)] ?? 0, forms.length - 1)] ?? id;
}
