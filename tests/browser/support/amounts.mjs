// Amounts of a text as the engine recognises them, for tests of what the editor makes of them.

import { amountsOf } from '../../../www/editor/sentences/amounts.js';

/** An amount as the engine recognises it. */
export function amount(
  text,
  printed,
  { value = '', unit = '', measure = 'count', bound = 'exact', figure = {}, ...more } = {},
) {
  const start = text.indexOf(printed);
  const sentence = more.sentence ?? [text.lastIndexOf('。', start) + 1, text.indexOf('。', start) + 1 || text.length];
  return {
    start,
    end: start + printed.length,
    printed,
    value,
    bound,
    boundWords: '',
    unit,
    measure,
    sentence,
    paragraph: 1,
    figure,
    ...more,
  };
}

/** The list of an article with these amounts. */
export const listOf = (text, candidates, kept = { taken: {} }, languages = ['zh', 'en']) =>
  amountsOf({
    text,
    reading: { candidates, dates: [], rest: [] },
    story: { languages },
    kept,
    languages,
    language: 'zh',
  });
