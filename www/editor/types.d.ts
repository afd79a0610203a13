// What the places of the editor hand to each other: the story's files, what is selected, and what the engine answers.

import type { EditorLang, ForEditors, Localized } from '../types.js';

export type { EditorLang };
/** The languages that a story can be written in. */
export type StoryLang = keyof Localized;
/** A text in some of a story's languages. */
export type Texts = Partial<Record<StoryLang, string>>;
/** Words for whoever writes the story: in both languages of the editor. */
export type Both = ForEditors<string>;

// --- The document -----------------------------------------------------------------------------------------------

/** A file of the story: text, or bytes that are no text. */
export type Content = string | Uint8Array;
export type Files = ReadonlyMap<string, Content>;
export type JsonPath = (string | number)[];
/** One change of a JSON file. `value` undefined: removed. `insert`: a new item of an array, before the index at the
    path's end; -1: at the array's end. */
export interface Change {
  file: string;
  path: JsonPath;
  value: unknown;
  insert?: boolean;
}
/** What undo calls the change; changes with the same `merge` that follow within a second are one step. */
export type Label = string | { label: string; merge?: string };

export type Place = 'start' | 'sentences' | 'tables' | 'chapters' | 'check' | 'publish' | 'source' | 'story';
export interface Selection {
  place: Place;
  scene: number;
  statement: string;
  series: string;
  source: string;
  /** `START-END` in article.txt, UTF-16. */
  amount: string;
  /** The file that the source view shows. */
  file: string;
}

/** A figure as story.json has it: what the editor reads of it. */
export interface FigureJson {
  label?: Texts;
  value?: number | null;
  high?: number;
  unit?: string;
  measure?: string;
  bound?: string;
  status?: string;
  printed?: Texts;
  format?: string;
  period?: Texts;
  base?: unknown;
  denominator?: Texts & { id?: string };
  part_of?: string;
  deadline?: Texts;
  source?: { id: string; paragraph?: number; note?: Texts };
  [name: string]: unknown;
}
export interface SeriesJson {
  label?: Texts;
  unit?: string;
  measure?: string;
  definition?: Texts;
  scope?: Texts;
  denominator?: Texts & { id?: string };
  file?: string;
  source?: { id: string; paragraph?: number };
  [name: string]: unknown;
}
export interface ListJson {
  label?: Texts;
  items?: unknown[];
  [name: string]: unknown;
}
export interface ChartJson {
  type: string;
  [name: string]: unknown;
}
export interface SceneJson {
  id?: string;
  number?: number | null;
  name?: Texts;
  accent?: string;
  title?: Texts;
  subtitle?: Texts;
  narration?: Texts[];
  rows?: ChartJson[][];
  [name: string]: unknown;
}
export interface StoryJson {
  id?: string;
  format?: number;
  languages?: StoryLang[];
  version?: string;
  title?: Texts;
  subtitle?: Texts;
  notice?: Texts;
  sources?: string;
  units?: Record<string, Partial<Record<StoryLang, string | string[]>>>;
  figures?: Record<string, FigureJson>;
  series?: Record<string, SeriesJson>;
  lists?: Record<string, ListJson>;
  scenes?: SceneJson[];
  [name: string]: unknown;
}
export interface SourceJson {
  publisher?: Texts;
  title?: Texts;
  date?: string | null;
  url?: string;
  confidence?: string;
  family?: string;
  kind?: string;
  interest?: Texts;
  [name: string]: unknown;
}
export interface SourcesJson {
  sources: Record<string, SourceJson>;
}
/** What has been decided about an amount of the article. */
export interface Taken {
  state: 'taken' | 'name' | 'left';
  figure?: string;
}
/** editor.json: what only the editor keeps. */
export interface EditorJson {
  language?: EditorLang;
  /** By `START-END` in article.txt, UTF-16. */
  taken: Record<string, Taken>;
  /** The source of the article. */
  source?: string;
  /** Amounts in words that chapters may say without a statement. */
  plain?: string[];
}

// --- The engine -------------------------------------------------------------------------------------------------

export interface Position {
  line: number;
  column: number;
}
export interface Problem {
  severity: 'error' | 'warning';
  code: string;
  file: string;
  line: number;
  column: number;
  /** `scenes[0].title.zh` */
  path: string;
  message: Both;
  help: Both;
  edit?: { from: Position; to: Position; text: string };
}
export interface Loaded {
  ok: boolean;
  /** There is a story to draw, perhaps with mistakes. */
  shown: boolean;
  problems: Problem[];
}
export interface Statement {
  id: string;
  kind: 'figure' | 'point' | 'series' | 'list';
  series?: string;
  label: string;
  phrase: string;
  bound: string;
  boundId: string;
  measure: string;
  status: string;
  /** What it is called that is no result: goal, preliminary; in the language asked for. */
  statusWord: string;
  unit: string;
  period: string;
  base: string;
  source: string;
  sourceId: string;
  paragraph: string;
  cautions: string[];
  places: string[];
  derived: string;
  state: 'open' | 'changed' | 'ticked';
  by: string;
  on: string;
}
export interface ChartAnswer {
  type: string;
  name: string;
  accepted: boolean;
  /** To be put into rows, as in story.json. */
  chart?: ChartJson;
  figure?: string;
  reason?: Both;
  help?: Both;
  /** Only fewer of them would do. */
  few?: boolean;
  /** Those that it would take. */
  takes?: string[];
}
export interface Candidate {
  start: number;
  end: number;
  printed: string;
  value: string;
  bound: string;
  boundWords: string;
  unit: string;
  measure?: string;
  direction?: string;
  period?: string;
  base?: string;
  /** Nothing that was said before may date it. */
  undated?: boolean;
  /** A period that the text suggests and does not say: to be asked about. */
  supposed?: FigureJson["period"];
  /** target, forecast or preliminary, where the text says so. */
  status?: string;
  /** The amount that it is a part of. */
  whole?: [start: number, end: number];
  sentence: [start: number, end: number];
  paragraph: number;
  figure: FigureJson;
}
export interface TextSpan {
  start: number;
  end: number;
  text: string;
}
export interface Recognised {
  candidates: Candidate[];
  dates: TextSpan[];
  rest: TextSpan[];
}
export interface Named {
  id: string;
  name: string;
}
export interface EngineWords {
  measures: Named[];
  bounds: Named[];
  statuses: Named[];
  units: Named[];
  formats: Named[];
  charts: (Named & { about: string })[];
  confidences: Named[];
  kinds: Named[];
}
export interface SheetTable {
  sheets: string[];
  sheet: string;
  rows: string[][];
  /** What of the sheet is not among the rows. */
  leftOut: Both[];
  error: Both | null;
}
export type PictureTheme = 'light' | 'dark' | 'contrast' | 'print';
export interface PreviewAsked {
  scene: number;
  beat: number;
  width: number;
  /** CSS px; 0: the picture carries its heading. */
  height: number;
  lang: StoryLang;
  theme: PictureTheme;
  /** Infinity: at rest. */
  seconds: number;
  dpr: number;
}
export interface Previewed {
  width: number;
  height: number;
  beats: number;
  duration: number;
}
export interface Mark {
  figure: string;
  name: string;
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Author {
  load(files: Files): Loaded;
  statements(lang: StoryLang): Statement[];
  /** Of figures, series and lists. Also prepares the thumbnails. */
  accepts(ids: string[], lang: StoryLang): ChartAnswer[];
  /** Paints one of the accepting answers of the last `accepts`. */
  thumbnail(
    canvas: HTMLCanvasElement,
    index: number,
    given: { width: number; theme: PictureTheme; lang: StoryLang },
  ): void;
  recognise(text: string, lang: StoryLang): Recognised;
  table(bytes: Uint8Array, sheet?: string): SheetTable;
  /** The files of a small story in these languages, its own language first. */
  example(languages: StoryLang[]): [name: string, text: string][];
  words(lang: EditorLang): EngineWords;
  schema(): object;
  preview(canvas: HTMLCanvasElement, asked: PreviewAsked): Previewed;
  /** The statement at a point of the last preview, CSS px; '' where there is none. */
  pick(x: number, y: number): string;
  /** Those of the last preview. */
  marks(): Mark[];
  /** The description of the last preview, for screen readers. */
  told(): string;
  /** How `{id}` or `{id.size}` reads; '' where it is unknown. */
  print(phraseOf: string, lang: StoryLang): string;
  facts(lang: StoryLang, format: 'html' | 'csv'): string;
  /** The new text of checks.json. */
  tick(ids: string[], by: string): string;
  svg(scene: number, lang: StoryLang, theme: PictureTheme, width: number): string;
  csv(scene: number, lang: StoryLang): string;
  jsonld(lang: StoryLang): string;
  site(given: {
    base: string;
    inline: boolean;
    progress?: (done: number, all: number) => void;
  }): Promise<Map<string, Uint8Array>>;
}
