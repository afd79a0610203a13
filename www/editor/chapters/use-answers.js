// What charts answer, a moment after the picture was drawn: to try every chart takes longer than a picture.
//
// **Invariant**: nobody who types or ticks waits for charts; where the engine cannot be asked, nothing is answered.

import { useEffect, useState } from 'preact/hooks';
import { loaded } from '../document/session.js';
import { chartsFor } from './answers.js';

/** @import {ChartAnswer, StoryLang} from '../types.js' */

const LATER = 200; // ms of peace
/** @type {ChartAnswer[]} */
const NONE = [];

/**
 * @param {string[]} ids
 * @param {StoryLang} lang
 * @param {boolean} [asks] whether the engine can be asked
 * @param {number} [later] ms
 */
export function useAnswers(ids, lang, asks = loaded.value.shown, later = LATER) {
  const [answers, setAnswers] = useState(/** @type {{ ids: string[], all: ChartAnswer[] }} */ ({ ids: [], all: NONE }));
  const state = loaded.value;
  useEffect(() => {
    // what was answered before a mistake says nothing about the story as it is
    const timer = setTimeout(() => {
      const all = asks ? chartsFor(ids, lang) : NONE;
      setAnswers((before) => (before.all === all ? before : { ids, all }));
    }, later);
    return () => clearTimeout(timer);
  }, [state, lang, asks, ids.join(' ')]);
  return answers;
}
