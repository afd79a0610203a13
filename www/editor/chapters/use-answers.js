// What charts answer, a moment after the picture was drawn: to try every chart takes longer than a picture.
//
// **Invariant**: nobody who types or ticks waits for charts.

import { useEffect, useState } from 'preact/hooks';
import { loaded } from '../document/session.js';
import { chartsFor } from './answers.js';

/** @import {ChartAnswer, StoryLang} from '../types.js' */

const LATER = 200; // ms of peace

/**
 * @param {string[]} ids
 * @param {StoryLang} lang
 * @param {boolean} [asks] whether the engine can be asked
 */
export function useAnswers(ids, lang, asks = loaded.value.shown) {
  const [answers, setAnswers] = useState(/** @type {{ ids: string[], all: ChartAnswer[] }} */ ({ ids: [], all: [] }));
  const state = loaded.value;
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!asks) return;
      const all = chartsFor(ids, lang);
      setAnswers((before) => (before.all === all ? before : { ids, all }));
    }, LATER);
    return () => clearTimeout(timer);
  }, [state, lang, asks, ids.join(' ')]);
  return answers;
}
