// The statements of a story that the engine cannot open, as story.json has them: so that nothing seems lost while a
// mistake is mended.
//
// **Invariant**: a number stands as it is written; nothing is worked out.

/** @import {FigureJson, Statement, StoryJson, StoryLang, Texts} from '../types.js' */

/** @param {unknown} texts @param {StoryLang} lang */
const textOf = (texts, lang) => {
  if (typeof texts === 'string') return texts;
  const all = /** @type {Texts} */ (texts ?? {});
  return all[lang] ?? Object.values(all).find((text) => typeof text === 'string') ?? '';
};

/** @type {Omit<Statement, 'id' | 'kind' | 'label' | 'phrase'>} */
const NOTHING = {
  bound: '',
  boundId: '',
  measure: '',
  status: '',
  statusWord: '',
  unit: '',
  period: '',
  base: '',
  source: '',
  sourceId: '',
  paragraph: '',
  cautions: [],
  places: [],
  derived: '',
  state: 'open',
  by: '',
  on: '',
};

/** @param {[string, FigureJson]} figure @param {StoryLang} lang @returns {Statement} */
function figureOf([id, { label, value, printed, measure = '', status = '', period, source }], lang) {
  const number = Array.isArray(value) ? value.join('–') : `${value ?? ''}`;
  return {
    ...NOTHING,
    id,
    kind: 'figure',
    label: textOf(label, lang) || id,
    phrase: [textOf(printed, lang), number].filter(Boolean).join(' '),
    measure,
    status,
    period: textOf(period, lang),
    sourceId: source?.id ?? '',
    paragraph: `${source?.paragraph ?? ''}`,
  };
}

/** @param {StoryJson | null} story @param {StoryLang} lang @returns {Statement[]} */
export function plainStatements(story, lang) {
  /** @param {'list' | 'series'} kind @param {Record<string, { label?: Texts }> | undefined} all */
  const named = (kind, all) =>
    Object.entries(all ?? {}).map(([id, { label }]) => ({
      ...NOTHING,
      id,
      kind,
      label: textOf(label, lang) || id,
      phrase: '',
    }));
  return [
    ...Object.entries(story?.figures ?? {}).map((figure) => figureOf(figure, lang)),
    ...named('series', story?.series),
    ...named('list', story?.lists),
  ];
}
