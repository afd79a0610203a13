// What the place "sentences" knows of an amount of the article.

import type { Candidate, EditorJson, Taken, Texts } from '../types.js';

export type Period = Texts & { start?: string; end?: string; window?: string; inferred?: boolean };
export type Whole = Texts & { id?: string; stated?: boolean };
export type FigureValue = number | [number, number] | string | null;
/** A figure as story.json has it. */
export interface Figure {
  label?: Texts;
  value?: FigureValue;
  unit?: string;
  measure?: string;
  bound?: string;
  status?: string;
  form?: string;
  printed?: string | Texts;
  format?: string;
  name?: Texts;
  of?: number;
  period?: Period;
  base?: Texts;
  denominator?: Whole;
  part_of?: string;
  deadline?: Texts;
  source?: { id: string; paragraph?: number };
  [name: string]: unknown;
}
/** What an editor has changed of a guess before taking it: members of the figure, `null` where one was emptied. */
export interface Draft {
  figure?: { [name: string]: unknown };
  /** Words of a unit that is not there yet, by language. */
  unit?: Texts;
  /** The answer to a question, from 0. */
  answers?: Record<string, number>;
  /** As a name stands in names. */
  name?: Texts;
  /** The literal of a number whose last zeros are printed: 43.70. */
  exact?: string;
}
export interface Kept extends EditorJson {
  drafts?: Record<string, Draft>;
  /** Spans that an editor has made amounts of, and those that were recognised no more. */
  added?: string[];
}
/** Why a member of a guess is what it is: a word of `WORDS.from`. */
export type From = Record<string, string>;
export interface Guess {
  figure: Figure;
  from: From;
  /** The unit's words where it is not built in and the story has none like it. */
  unit?: Texts;
  exact?: string;
  name: Texts;
  questions: Question[];
}
export interface Answer {
  id: string;
  /** Members of the figure; `null`: none. */
  set: { [name: string]: unknown };
  /** It is a name and no amount. */
  name?: boolean;
  values?: Record<string, string>;
}
/** The first answer claims least. */
export interface Question {
  id: string;
  values: Record<string, string>;
  answers: Answer[];
  /** What is in the sentence, or lacks. */
  note?: string;
}
export type AmountKind = 'amount' | 'digits' | 'added' | 'figure';
export type AmountState = 'taken' | 'decide' | 'open' | 'name' | 'left';
/** As `Candidate`, also for digits that the engine took for nothing and for what an editor selected. */
export type Recognised = Omit<Candidate, 'figure'> & { kind: AmountKind; figure: Figure };
export interface Amount {
  /** START-END, or the id of a figure that is in no article. */
  key: string;
  kind: AmountKind;
  /** As the list has it, from 1. */
  number: number;
  start: number;
  end: number;
  paragraph: number;
  printed: string;
  parts: { before: string; core: string; after: string };
  state: AmountState;
  /** The figure or name that it has become; '' before. */
  id: string;
  figure: Figure;
  from: From;
  unit: Texts;
  exact: string;
  name: Texts;
  /** Those that are not answered. */
  questions: Question[];
  /** Members without which it cannot be taken. */
  needs: string[];
}
export type Decided = Record<string, Taken>;
