// The author's engine as the editor asks it: files in, answers as plain objects, pictures on canvases.
//
// Two pictures are kept: the story as it is, and a chapter for each chart that takes the chosen statements. When the
// engine stops by a fault of its own, a new one gets the same files, and what failed is thrown.
//
// **Invariant**: places in texts are UTF-16 here and bytes in the engine; nothing else is translated.

import instance from '../pkg/engine.js';
import { buildSite } from './site.js';

/**
 * @import {Classes, Draft, Engine} from '../pkg/engine.js'
 * @import {Author, Content, Files, Loaded, Mark, PictureTheme, Recognised, SheetTable} from './types.js'
 */

/** The engine's WASM, as the page says; while the editor is developed, beside it. */
const address = () => document.documentElement.dataset.engine ?? '../pkg/duoyuan_bg.wasm';
const SIDES = 4; // numbers a box
const encoder = new TextEncoder();
/** @param {Content} content */
const bytesOf = (content) => (typeof content === 'string' ? encoder.encode(content) : content);
/** Paper is light. @param {PictureTheme} theme */
const paletteOf = (theme) => (theme === 'print' ? 'light' : theme);
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** The UTF-16 offset of each byte of a text that begins a character. @param {string} text */
function offsets(text) {
  const at = new Uint32Array(encoder.encode(text).length + 1);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    const code = /** @type {number} */ (character.codePointAt(0));
    at[byte] = unit;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    unit += character.length;
  }
  at[byte] = unit;
  return at;
}

/**
 * A running engine: the files it was given, the story as it is, and the charts that take the chosen statements.
 * @typedef {{ classes: Omit<Classes, 'init'>, draft: Draft, story: Engine, charts: Engine }} Running
 */

class Engines {
  /** @type {Running | null} */
  #running = null;
  #module;
  /** The files as the draft has them. @type {Map<string, Content>} */
  #files = new Map();

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  async start() {
    this.#running = null;
    const { init, ...classes } = instance();
    await init(this.#module);
    const [draft, story, charts] = [new classes.Draft(), new classes.Engine(), new classes.Engine()];
    this.#files.clear();
    this.#running = { classes, draft, story, charts };
  }

  /** Asks, and begins anew where the engine has stopped. @template T @param {(running: Running) => T} question */
  ask(question) {
    if (!this.#running) throw new Error('the engine is starting');
    try {
      return question(this.#running);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) void this.start();
      throw error;
    }
  }

  /** Gives the draft what has changed. @param {Files} files */
  take(files) {
    this.ask(({ draft }) => {
      for (const [name, content] of files) {
        if (this.#files.get(name) === content) continue;
        draft.add(name, bytesOf(content));
        this.#files.set(name, content);
      }
      for (const name of [...this.#files.keys()]) {
        if (files.has(name)) continue;
        draft.remove(name);
        this.#files.delete(name);
      }
    });
  }
}

/**
 * Lays a scene out and paints it; returns its size in CSS px.
 * @param {Engine} engine
 * @param {HTMLCanvasElement} canvas
 * @param {import('./types.js').PreviewAsked} asked
 */
function paint(engine, canvas, { scene, beat, width, height, lang, theme, seconds, dpr }) {
  engine.view(width, height, 1, lang, paletteOf(theme));
  engine.lay(scene, beat);
  const duration = engine.duration();
  const high = engine.height();
  canvas.width = Math.max(1, Math.round(width * dpr));
  canvas.height = Math.max(1, Math.ceil(high * dpr));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${high}px`;
  const context = canvas.getContext('2d');
  if (context) engine.render(context, dpr, Math.min(seconds, duration));
  return { width, height: high, beats: engine.beats(), duration };
}

/** Starts the engine. @returns {Promise<Author>} */
export async function openAuthor() {
  const response = await fetch(address());
  if (!response.ok) throw new Error(`${address()}: ${response.status}`);
  const engines = new Engines(await WebAssembly.compile(await response.arrayBuffer()));
  await engines.start();
  /** @template T @param {(running: Running) => T} question */
  const ask = (question) => engines.ask(question);
  /**
   * What was last told of statements, by language: most edits change nothing in it.
   * @type {Map<string, { text: string, all: import('./types.js').Statement[] }>}
   */
  const listed = new Map();
  /** What the last preview showed. @type {(Mark & { datum: number })[]} */
  let shown = [];
  let seconds = 0;
  const told = () => JSON.parse(ask(({ story }) => story.told()));

  return {
    load: (files) => {
      engines.take(files);
      return /** @type {Loaded} */ (JSON.parse(ask(({ draft, story }) => draft.try_open(story))));
    },
    statements: (lang) => {
      const text = ask(({ draft }) => draft.statements(lang));
      const before = listed.get(lang);
      if (before?.text === text) return before.all;
      const all = JSON.parse(text);
      listed.set(lang, { text, all });
      return all;
    },
    accepts: (ids, lang) => JSON.parse(ask(({ draft, charts }) => draft.accepts(ids.join('\n'), lang, charts))),
    thumbnail: (canvas, index, { width, theme, lang }) => {
      const asked = { scene: index, beat: 0, width, height: width, lang, theme, seconds: Number.POSITIVE_INFINITY };
      ask(({ charts }) => paint(charts, canvas, { ...asked, dpr: devicePixelRatio }));
    },
    recognise: (text, lang) => {
      const found = JSON.parse(ask(({ classes }) => classes.Draft.recognised(text, lang)));
      const at = offsets(text);
      const place = (/** @type {{ span: [number, number] }} */ { span: [start, end], ...rest }) => ({
        ...rest,
        start: at[start],
        end: at[end],
      });
      const whole = (/** @type {any} */ one) => ({
        boundWords: one.figure.printed ?? '',
        ...place(one),
        sentence: one.sentence.map((/** @type {number} */ byte) => at[byte]),
        ...(one.whole ? { whole: one.whole.map((/** @type {number} */ byte) => at[byte]) } : {}),
      });
      const { candidates, dates, rest } = found;
      return /** @type {Recognised} */ ({
        candidates: candidates.map(whole),
        dates: dates.map(place),
        rest: rest.map(place),
      });
    },
    table: (bytes, sheet = '') => {
      const read = JSON.parse(ask(({ classes }) => classes.Draft.spreadsheet_rows(bytes, sheet)));
      return /** @type {SheetTable} */ ({ sheets: [], sheet: '', rows: [], leftOut: [], error: null, ...read });
    },
    example: (languages) => Object.entries(JSON.parse(ask(({ classes }) => classes.Draft.example(languages.join())))),
    words: (lang) => JSON.parse(ask(({ classes }) => classes.Draft.format_words(lang))),
    schema: () => JSON.parse(ask(({ classes }) => classes.Draft.story_schema())),
    preview: (canvas, asked) => {
      const painted = ask(({ story }) => paint(story, canvas, asked));
      seconds = Math.min(asked.seconds, painted.duration);
      shown = marksOf(
        told(),
        ask(({ story }) => story.boxes()),
      );
      return painted;
    },
    pick: (x, y) => {
      const datum = ask(({ story }) => story.pick(x, y, seconds));
      return shown.find((mark) => mark.datum === datum)?.figure ?? '';
    },
    marks: () => shown,
    told: () => told().told?.normal?.join(' ') ?? '',
    print: (phraseOf, lang) => {
      const read = ask(({ draft }) => draft.expand(`{${phraseOf}}`, lang));
      return read.startsWith('{') ? '' : read;
    },
    facts: (lang, format) => ask(({ draft }) => draft.facts(lang, format)),
    tick: (ids, by) => ask(({ draft }) => draft.tick(ids.join('\n'), by, today())),
    svg: (scene, lang, theme, width) => ask(({ draft }) => draft.file_of(scene, 'svg', lang, width, paletteOf(theme))),
    csv: (scene, lang) => ask(({ draft }) => draft.file_of(scene, 'csv', lang, 0, '')),
    jsonld: (lang) => ask(({ draft }) => draft.file_of(0, 'jsonld', lang, 0, '')),
    site: (given) => ask(({ draft, classes }) => buildSite({ draft, classes }, given)),
  };
}

/**
 * The marks of a told scene with their places.
 * @param {{ groups?: { marks: { datum: number, figure: string, name: string }[] }[] }} scene
 * @param {Float64Array} boxes
 */
function marksOf({ groups = [] }, boxes) {
  return groups.flatMap(({ marks }) =>
    marks.map(({ datum, figure, name }) => {
      const [x, y, w, h] = boxes.subarray(datum * SIDES, (datum + 1) * SIDES);
      return { datum, figure, name, x, y, w, h };
    }),
  );
}
