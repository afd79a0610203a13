// The amounts of the article in its order: what was found, what an editor added, what has been decided about each.
//
// In: the article, the engine's reading, the story and editor.json. Out: the list that the place "sentences" shows.
// **Invariant**: every amount of the reading and every figure of the story is in the list once; nothing leaves it.

import { UNDATED, guesses } from './guess.js';
import { keyOf, paragraphAt, paragraphs, placesOf, sentenceAt } from './text.js';
import { unitWord } from './units.js';
import { inLanguage, lacking } from './words-of.js';
import { parts } from './value.js';

/** @import { Recognised as Reading, SourcesJson, StoryJson } from '../types.js' */
/** @import { Amount, AmountState, Draft, Figure, Guess, Kept, Period, Question, Recognised } from './types.js' */
/** @typedef {{ text: string, reading: Reading, story: StoryJson | null, kept: Kept, languages: readonly string[],
 *   language: string, sources?: SourcesJson | null, recognise?: (text: string) => Reading }} Given
 * `recognise`: the engine's reading of a few words by themselves */

/** Those of the last text. */
let counted = { text: '', all: paragraphs('') };
/** @param {string} text */
function paragraphsOf(text) {
  if (counted.text !== text) counted = { text, all: paragraphs(text) };
  return counted.all;
}

/** A span that the engine took for nothing. @param {string} text @param {number} start @param {number} end
 * @param {'digits' | 'added'} kind @returns {Recognised} */
function plain(text, start, end, kind) {
  const all = paragraphsOf(text);
  const paragraph = paragraphAt(all, start);
  const printed = text.slice(start, end);
  const digits = printed.match(/-?\d[\d,]*(?:\.\d+)?/)?.[0].replaceAll(',', '') ?? '';
  return {
    kind,
    start,
    end,
    printed,
    value: digits,
    bound: 'exact',
    boundWords: '',
    unit: '',
    sentence: sentenceAt(text, paragraph, start),
    paragraph: paragraph.number,
    figure: digits ? { value: Number(digits) } : {},
  };
}

/**
 * Words that an editor has selected, with what they say by themselves where that is one amount.
 * @param {Recognised} added @param {Given['recognise']} recognise @returns {Recognised}
 */
function asRead(added, recognise) {
  const [only, ...more] = recognise?.(added.printed).candidates ?? [];
  if (!only || more.length > 0) return added;
  const { kind, start, end, sentence, paragraph, printed } = added;
  return { ...only, figure: /** @type {Figure} */ (only.figure), kind, start, end, sentence, paragraph, printed };
}

/** All spans with an amount in the order of the text. @param {Given} given @returns {Recognised[]} */
export function found({ text, reading, kept, recognise }) {
  /** @type {Recognised[]} */
  const all = reading.candidates.map((candidate) => ({
    ...candidate,
    kind: 'amount',
    figure: /** @type {Figure} */ (candidate.figure),
  }));
  all.push(...reading.rest.map(({ start, end }) => plain(text, start, end, 'digits')));
  const keys = new Set(all.map(({ start, end }) => keyOf(start, end)));
  const replaced = new Set();
  for (const key of [...(kept.added ?? []), ...Object.keys(kept.taken)]) {
    const [start, end] = placesOf(key);
    if (keys.has(key) || end <= start || end > text.length) continue;
    keys.add(key);
    const inside = all.find((other) => other.kind === 'amount' && other.start >= start && other.end <= end);
    // the words that were selected stand for what was found in them, which is not listed a second time
    for (const other of all)
      if (other.start < end && other.end > start && !kept.taken[keyOf(other.start, other.end)]) replaced.add(other);
    all.push(
      inside
        ? { ...inside, kind: 'added', start, end, printed: text.slice(start, end) }
        : asRead(plain(text, start, end, 'added'), recognise),
    );
  }
  return all.filter((one) => !replaced.has(one)).sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * A figure with what an editor has typed over it; `null` empties a member.
 * @param {Figure} figure @param {Draft['figure']} typed
 */
export function typedOver(figure, typed) {
  const all = Object.entries({ ...figure, ...typed }).filter(([, value]) => value !== null && value !== undefined);
  return /** @type {Figure} */ (Object.fromEntries(all));
}

/**
 * What is lacking before it can be taken.
 * @param {Figure} figure @param {Guess['unit']} unit @param {string} language
 */
function needsOf(figure, unit, language) {
  const dateless = figure.measure !== 'date' && figure.measure !== 'rank';
  return [
    ...(figure.value === undefined || figure.value === '' ? ['value'] : []),
    ...(dateless && !figure.unit && !Object.values(unit ?? {}).some(Boolean) ? ['unit'] : []),
    ...(figure.measure ? [] : ['measure']),
    ...(lacking(figure.label, [language]).length > 0 ? ['label'] : []),
  ];
}

/** The field that answers a question by being filled. @type {Record<string, string>} */
const FIELDS = { goal: 'status', whole: 'denominator', part: 'denominator', base: 'base', period: 'period' };

/**
 * Whether a question is answered by its field: what was typed there, or the status that was chosen.
 * @param {string} id of the question @param {Draft} draft
 */
function typedAnswer(id, { figure = {} }) {
  const typed = figure[FIELDS[id] ?? ''];
  return id === 'goal' ? typed !== undefined : typed !== undefined && typed !== null;
}

/** The figure of a guess with its answers and what was typed. @param {Guess} guess @param {Draft} draft */
export function drafted(guess, draft) {
  const answered = guess.questions.filter(({ id }) => draft.answers?.[id] !== undefined);
  const set = answered.map(({ id, answers }) => answers[draft.answers?.[id] ?? 0]?.set ?? {});
  return typedOver(typedOver(guess.figure, Object.assign({}, ...set)), draft.figure);
}

/**
 * What is printed of an amount; a unit that has been corrected stands in place of the printed one.
 * @param {Recognised} found @param {string} printed how the unit reads as it was recognised
 * @param {string} unit how it reads now
 */
function partsOf(found, printed, unit) {
  const all = parts(found.printed, found.boundWords);
  if (!unit || unit === printed) return all;
  const core = all.core.replace(/\s*[%％]$/, '');
  const after = found.unit && all.after.includes(found.unit) ? all.after.replace(found.unit, unit) : unit;
  return { ...all, core, after };
}

/**
 * Where members come from: of those that an editor has typed or answered nothing is said.
 * @param {Guess['from']} from @param {Draft} draft
 */
function typedFrom(from, { figure = {}, answers = {} }) {
  const own = new Set([...Object.keys(figure), ...Object.keys(answers).map((id) => FIELDS[id])]);
  return /** @type {Guess['from']} */ (Object.fromEntries(Object.entries(from).filter(([member]) => !own.has(member))));
}

/** @param {Recognised} found @param {Guess} guess @param {Given} given @param {number} number @returns {Amount} */
function amountOf(found, guess, { story, kept, language }, number) {
  const key = keyOf(found.start, found.end);
  const draft = kept.drafts?.[key] ?? {};
  const decided = kept.taken[key];
  const taken =
    decided?.state === 'taken' ? /** @type {Figure | undefined} */ (story?.figures?.[decided.figure ?? '']) : undefined;
  const figure = taken ?? drafted(guess, draft);
  const unit = draft.unit ?? guess.unit ?? {};
  const unitOf = (/** @type {Figure} */ { unit: id }, /** @type {Guess['unit']} */ words) =>
    id ? unitWord(id, story?.units, language) : inLanguage(words, language);
  const open = guess.questions.filter(({ id }) => draft.answers?.[id] === undefined && !typedAnswer(id, draft));
  const needs = taken ? [] : needsOf(figure, unit, language);
  /** @type {AmountState} */
  let state = found.kind === 'amount' && (open.length > 0 || needs.length > 0) ? 'decide' : 'open';
  if (taken) state = 'taken';
  else if (decided?.state === 'name' && named(story, decided.figure)) state = 'name';
  else if (decided?.state === 'left') state = 'left';
  return {
    key,
    kind: found.kind,
    number,
    start: found.start,
    end: found.end,
    paragraph: found.paragraph,
    printed: found.printed,
    parts: partsOf(found, unitOf(guess.figure, guess.unit), unitOf(figure, unit)),
    state,
    id: state === 'taken' || state === 'name' ? (decided?.figure ?? '') : '',
    figure,
    from: taken ? {} : typedFrom(guess.from, draft),
    unit,
    exact: draft.exact ?? guess.exact ?? '',
    name: draft.name ?? guess.name,
    questions: taken ? [] : open,
    needs,
  };
}

/** @param {StoryJson | null} story @param {string | undefined} id */
const named = (story, id) => id !== undefined && id in /** @type {object} */ (story?.names ?? {});

/**
 * A figure that no place of the article has become.
 * @param {string} id @param {Figure} figure @param {number} number @returns {Amount}
 */
function figureOnly(id, figure, number) {
  return {
    key: id,
    kind: 'figure',
    number,
    start: -1,
    end: -1,
    paragraph: figure.source?.paragraph ?? 0,
    printed: '',
    parts: { before: '', core: '', after: '' },
    state: 'taken',
    id,
    figure,
    from: {},
    unit: {},
    exact: '',
    name: {},
    questions: [],
    needs: [],
  };
}

/**
 * The period that an editor has settled for an amount, by an answer, by typing or by taking it.
 * @param {Recognised} amount @param {readonly Question[]} questions @param {Given} given @returns {Period | null}
 */
function settled({ start, end }, questions, { kept, story }) {
  const key = keyOf(start, end);
  const taken = story?.figures?.[kept.taken[key]?.figure ?? ''];
  const asked = questions.find(({ id }) => id === 'period');
  // that one has no date says nothing about the others, unless just that was answered
  const period = /** @type {Period | null} */ (taken?.period ?? null);
  const undated = period?.window === 'undated' && !asked;
  if (taken) return taken.status === 'target' || undated ? null : period;
  const { figure, answers } = kept.drafts?.[key] ?? {};
  const answer = asked?.answers[answers?.period ?? -1];
  const answered = answer ? (answer.set.period ?? { ...UNDATED, window: 'undated' }) : null;
  return /** @type {Period | null} */ (figure?.period ?? answered);
}

/** @param {Given} given @returns {Amount[]} */
export function amountsOf(given) {
  const all = found(given);
  const guessed = guesses(all, given.reading.dates, {
    ...given,
    settled: (amount, questions) => settled(amount, questions, given),
  });
  const list = all.map((one, i) => amountOf(one, guessed[i], given, i + 1));
  const shown = new Set(list.filter(({ state }) => state === 'taken').map(({ id }) => id));
  const others = Object.entries(given.story?.figures ?? {}).filter(([id]) => !shown.has(id));
  return [
    ...list,
    ...others.map(([id, figure], i) => figureOnly(id, /** @type {Figure} */ (figure), list.length + i + 1)),
  ];
}

/** Whether a person has to look at it. @param {Amount} amount */
export const waits = ({ state }) => state === 'decide' || state === 'open';

/**
 * How far each paragraph is: done, decide (something to correct), new (nothing looked at), none (no number).
 * @param {string} text @param {readonly Amount[]} amounts
 */
export function paragraphStates(text, amounts) {
  return paragraphs(text).map(({ number, start, end }) => {
    const own = amounts.filter((amount) => amount.start >= start && amount.end <= end);
    const state =
      own.length === 0
        ? 'none'
        : own.some(({ state }) => state === 'decide')
          ? 'decide'
          : own.some(waits)
            ? 'new'
            : 'done';
    return { number, start, end, state, amounts: own.length, taken: own.filter((amount) => !waits(amount)).length };
  });
}
