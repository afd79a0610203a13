// What the modules of www/ hand to each other: the words and places of scenes as the engine tells them in JSON
// (src/describe/content.rs, src/web/author.rs), and what the parts of the element ask of each other.

import type { DuoyuanStory } from './element/duoyuan-story.js';
import type { Engine } from './pkg/engine.js';
import type { LANGUAGES, PALETTES } from './ui/shared.js';
import type { WORDS } from './ui/words.js';

export type Lang = keyof typeof LANGUAGES;
/** The colours of a picture. */
export type Palette = (typeof PALETTES)[number];
export type Theme = 'auto' | Palette;
export type Mode = 'auto' | 'page' | 'stepper' | 'still';
export type Status = 'loading' | 'ready' | 'error' | 'fallback';
export type Localized<T = string> = Record<Lang, T>;
export type Words = (typeof WORDS)[EditorLang];
/** What editors read is in these; other languages fall back to English. */
export type EditorLang = 'zh' | 'en';
export type ForEditors<T = string> = Record<EditorLang, T>;

/** What the element tells the page around it. */
export interface DuoyuanEventMap {
  /** The story is open and its first picture drawn. */
  'duoyuan-ready': CustomEvent<Record<string, never>>;
  /** Another scene is on show. */
  'duoyuan-scene': CustomEvent<{ scene: string }>;
  /** The record of a figure is open: where a number comes from. */
  'duoyuan-record': CustomEvent<{ figure: string }>;
  /** The table of the scene is open. */
  'duoyuan-table': CustomEvent<Record<string, never>>;
  /** The scene is saved as a file. */
  'duoyuan-download': CustomEvent<{ format: Format }>;
  /** The address of the scene is copied. */
  'duoyuan-share': CustomEvent<Record<string, never>>;
  /** The reader has come to the last scene; once a story. */
  'duoyuan-end': CustomEvent<Record<string, never>>;
  /** There is no picture, or new files were not taken; the static words are on show. */
  'duoyuan-error': CustomEvent<{ code: string; message: string }>;
}

/** CSS px of the picture at rest. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A story around its scenes, in both languages. */
export interface Story {
  id: string;
  /** Those of its texts, its first choice first. */
  languages: Lang[];
  /** What the story is, in one line. */
  subtitle: Localized;
  notice: Localized;
  /** The sentence that it ends with. */
  closing: Localized | null;
  scenes: SceneTitle[];
  /** Its scenes in larger parts, in their order; empty where the story has none. */
  acts: Act[];
}

/** Several scenes: from its first one to the one before the next act. */
export interface Act {
  id: string;
  name: Localized;
  /** How pages name the role of its colour: `hue-1` to `hue-7`. */
  accent: string;
  accents: Record<Palette, string>;
  /** Index of its first scene. */
  first: number;
}

export interface SceneTitle {
  id: string;
  number: number;
  name: Localized;
  /** Its reader is asked for a guess first. */
  asks: boolean;
  /** It has tiles that can be looked through and opened. */
  explores: boolean;
  /** In a wide window its picture lies behind its text, from edge to edge. */
  bleeds: boolean;
}

/** What stands beside the tiles of a chapter, and what the reader looks for among them. */
export interface Explored {
  themes: { name: string; accents: Record<Palette, string>; hue: string; count: number }[];
  /** By theme; `shown`: what the reader looks for. */
  tiles: { id: string; label: string; theme: number; shown: boolean }[];
  theme: number | null;
  search: string;
  /** One, or two side by side. */
  opened: OpenedSeries[];
  /** What was found in no source is opened. */
  missing: boolean;
}

export interface OpenedSeries {
  id: string;
  label: string;
  facts: { label: string; text: string }[];
  /** A row a point: for the page, and for a file. */
  points: Omit<TableData, 'caption'>;
  file: Omit<TableData, 'caption'>;
}

/** One datum of a scene: what it is called, where it stands, and the note that it sounds. */
export interface Mark extends Box {
  datum: number;
  key: string;
  /** Empty where it has no record. */
  figure: string;
  name: string;
  source: string;
  /** What it opens in place of a record: the id of a series, or a word for what was found in no source. */
  opens?: string;
  /** The id of the chapter that it leads to in place of a record. */
  goes?: string;
  scale?: string;
  /** Null: no figure was published. */
  value?: number | null;
  bound?: string;
  years?: [number, number];
}

export interface Group {
  name: string;
  marks: Mark[];
}

export interface TableData {
  caption: string;
  columns: string[];
  rows: { figure: string; cells: string[] }[];
}

export interface FigureRecord {
  id: string;
  number: string;
  label: string;
  rows: RecordRow[];
  cite: string;
}

export interface RecordRow {
  label: string;
  text: string;
  href?: string;
}

export type Detail = 'short' | 'normal' | 'full';

/** A scene in one language, laid out at one width. Where its picture needs more than the window's height it has several
    beats. */
export interface Scene extends Size {
  id: string;
  index: number;
  number: number;
  name: string;
  title: string;
  description: string;
  announcement: string;
  source: string;
  accent: string;
  /** The role of its colour, as pages call it: `hue-1` to `hue-7`. */
  hue: string;
  narration: { text: string; figure?: string }[][];
  /** One quiet line below the picture; empty where there is none. */
  note: string;
  told: Record<Detail, string[]>;
  key: string[];
  table: TableData;
  groups: Group[];
  beat: number;
  /** CSS px of the picture of each beat, where that was asked for; else of this one only. */
  heights: number[];
  /** The first sentence that is read beside the picture of each beat, and at the end their number. */
  sentences: number[];
  records: Record<string, FigureRecord>;
  /** What the chapter asks before it tells. */
  guess?: Guess;
  /** Which of its pictures has what is asked. */
  asked: number;
  /** The lists that a chart of the chapter compares. */
  compare?: ComparedList[];
}

/** One of several lists. */
export interface ComparedList {
  name: string;
  /** How many things it names. */
  count: number;
  /** How it says that it goes on; empty where it does not. */
  open: string;
}

/** A question and the scale on which it is answered, in the unit of the figure. */
export interface Guess {
  question: string;
  figure: string;
  from: number;
  to: number;
  step: number;
  /** Where the reader begins. */
  start: number;
  /** The picture keeps the answer back. */
  waits: boolean;
  /** The chapter's heading tells the answer. */
  titled: boolean;
}

/** What a scene has once it is laid out. */
type Placed = 'accent' | 'description' | 'groups' | 'beat' | 'heights' | 'sentences' | 'asked' | keyof Size;

/** A scene as the engine tells it: its marks have no places yet, its accent is told for each palette. */
export type ToldScene = Omit<Scene, Placed> & {
  accents: Record<Palette, string>;
  groups: { name: string; marks: Omit<Mark, keyof Box>[] }[];
};

/** What is wrong with a story's files, and where. */
export interface Problem {
  severity?: 'error' | 'warning';
  code: string;
  file: string;
  line?: number;
  column?: number;
  message: ForEditors;
  help: ForEditors;
}

/** The answer to opening a story. */
export type Opened = { ok: true; problems: Problem[]; story: Story } | { ok: false; problems: Problem[] };

/** What pictures are made for: width in CSS px, text scale, language, colours. */
/** `height`: of a picture in a page's window, whose heading the page shows; 0: the picture carries its heading and is
    as high as it needs to be. CSS px. */
export type View = [width: number, height: number, textScale: number, lang: Lang, palette: Palette, beside?: Beside];
/** CSS px that a page has beside its pictures at the left and at the right, the width of its text at the left, and by
    how much a picture may be higher that no sentence is read beside. */
export type Beside = [left: number, right: number, text: number, below: number];
/** The reader's own colours as 0xRRGGBB, surface and ink, and whether there are no others. */
export type SystemColours = [surface: number, ink: number, forced: boolean] | [];
/** Lays scenes out in an engine beside the playing one, and calls `work` with each. */
export type Pages = (view: View, indices: number[], work: (scene: Scene, engine: Engine) => void) => void;

export type PlainAsk =
  'previous' | 'play' | 'next' | 'tour' | 'theme' | 'large' | 'table' | 'sonification' | 'share';
/** What a button asks for, and with which value. */
export type Ask =
  | [what: PlainAsk, value?: undefined]
  | [what: 'seek', value: number]
  | [what: 'lang', value: Lang]
  | [what: 'download', value: Format];
export type Format = 'svg' | 'png' | 'csv';

/** Opens the record of a figure; `opener` gets the focus back. */
export type OpenRecord = (figure: string, opener: HTMLElement | null) => void;

declare global {
  /** Checksums of the engines, put in by the build; only in `element/published.js`. */
  const ENGINE_SUMS: { player: string; author: string };
  interface HTMLElementTagNameMap {
    'duoyuan-story': DuoyuanStory;
  }
}
