// What the place "tables" knows of a table.

import type { Both, EditorJson, Texts } from '../types.js';

/** A column of a series' CSV file, `value` of any of its series, or `skip`. */
export type Role = string;
export interface Column {
  role: Role;
  /** Of a value column: the series that it is. */
  series?: string;
  /** Of a value column: what its header says every number is of: wan, million. */
  power?: string;
}
/** A table as it was pasted, and how it is read. */
export interface Table {
  name: string;
  rows: string[][];
  /** How many of the rows are headers. */
  head: number;
  columns: Column[];
  /** The source of rows that name none. */
  source?: string;
  /** Names in the source column, by the id of the source. */
  sources?: Record<string, string>;
  /** Cells that a person has looked at, `row,column`: they say what they say. */
  settled?: string[];
  /** Rows whose definition is another one. */
  apart?: number[];
  /** What of the file is not among the rows, in words. */
  leftOut?: Both[];
  /** What footnote signs mean, by sign. */
  notes?: Record<string, Texts>;
}
export interface Kept extends EditorJson {
  tables?: Record<string, Table>;
}
export interface Guessed {
  role: Role;
  /** A word of WORDS.why. */
  why: string;
  label: string;
  /** As printed, without its power. */
  unit: string;
  /** '', wan, yi, thousand, million or billion. */
  power: string;
  measure: string;
}
/** What a cell of values says. */
export interface Cell {
  kind: 'number' | 'none' | 'words';
  /** Digits as printed, without separators. */
  digits: string;
  /** Printed with the number: 万, million. */
  power: string;
  percent: boolean;
  bound: string;
  printed: string;
  /** A footnote sign. */
  sign: string;
}
/** What only a person can settle. Rows and columns as in the table. */
export interface Doubt {
  kind: 'hundredfold' | 'missing' | 'words' | 'period' | 'twice';
  row: number;
  column: number;
  text: string;
  /** What it may be meant to be. */
  meant: string;
}
