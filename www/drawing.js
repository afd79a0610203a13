// One element's engine with the story it was given. A trap (a panic inside WASM) poisons an instance: it is dropped, a new one gets the
// same story, and the element shows the same scene again.

import { shortName, Trouble } from './fetching.js';
import { asNamed, freshEngine, FULL, packOf, READER, readPack, readRest, readStory, restOf } from './loader.js';

const TRAP_WINDOW_MS = 60_000;
const BOX = ['x', 'y', 'w', 'h'];

export class Drawing {
  #program = null; // READER or FULL
  #Engine = null;
  #engine = null;
  #give = null; // gives a new engine the story: (engine) => void
  #words = null; // the scenes in words, where they came with a pack; the full engine makes its own
  #heights = null; // of all pictures in CSS px at the width of the pack
  #view = [];
  #turn = 0; // a newer opening makes the older one void
  #lastTrap = -Infinity;
  #on;
  #pack = null; // what the engine was given, where it was a pack
  #address = '';

  /** The language of the pack on show; nothing where the engine has both. */
  lang = null;

  /** `on`: revived() after a trap, lost(error) after the second trap within a minute. */
  constructor(on) {
    this.#on = on;
  }

  /** Width in CSS px that the pictures on show were laid out for; nothing where the engine lays out itself. */
  get reference() { return this.#pack?.width ?? null; }

  /** The pack that would suit better than what is on show; nothing where there is none. */
  better(lang, room) {
    const pack = this.#pack && packOf(this.#address, lang, room);
    return pack === this.#pack ? null : pack;
  }

  /** Reads and opens a story, to be shown with `room` CSS px of width at the usual text size. A story with errors leaves the engine, and so
      the picture, as it was. Returns {ok, problems, story, same, whole}; `same`: the story on show, in its language, for another width; `whole()`:
      a promise that all scenes are there. Where `alone(story)` says so it has the first scene, and the others are asked for by `whole()` only.
      `coming(words, width)`: what a first pack says (loader.js), and the CSS px it was laid out for, as soon as it is there, which may be before the
      engine is. `plain`: not by packs. */
  async open(address, lang, room, signal, { alone = () => false, coming = () => {}, plain = false } = {}) {
    this.#turn += 1;
    const turn = this.#turn;
    const isVoid = () => turn !== this.#turn || signal.aborted;
    const pack = plain ? null : packOf(address, lang, room);
    if (pack) {
      try {
        return await this.#openPack(address, pack, lang, { alone, coming, isVoid });
      } catch (error) {
        const shown = this.#pack && address === this.#address && lang === this.lang;
        if (signal.aborted || shown || error.code === 'altered' || error.code === 'engine') throw error;
        // The plain files say the same, to a larger engine.
      }
    }
    return this.#openPlain(address, signal, isVoid);
  }

  async #openPack(address, pack, lang, { alone, coming, isVoid }) {
    const told = readPack(pack).then((all) => {
      if (!isVoid()) coming(all.words, pack.width);
      return all;
    });
    const [Engine, first] = await Promise.all([this.#classOf(READER), told]);
    const { story, heights } = first.words;
    const rest = restOf(pack, first.words);
    const early = rest && alone(story);
    let others = rest && !early ? await readPack(rest) : null;
    const [scene] = first.words.scenes;
    const words = [];
    const tell = () => words.splice(0, 1, { ...scene, ...others?.words.first }, ...others?.words.scenes ?? []);
    tell();
    const give = (engine) => {
      if (!engine.unpack(first.bytes, story.scenes.length) || (others && !engine.append(others.bytes))) throw new Trouble('story', shortName(pack.address));
    };
    // For another width the same engine goes on, at the moment it is at.
    const same = Boolean(this.#engine && this.#pack && address === this.#address && lang === this.lang);
    const engine = same ? this.#engine : new Engine();
    if (isVoid()) {
      if (!same) engine.free();
    } else {
      give(engine);
      this.#adopt(engine, { program: READER, Engine, give, words, heights, lang, address, pack });
    }
    const whole = async () => {
      if (!early) return;
      others = await readPack(rest);
      if (isVoid()) return;
      if (!this.use((now) => now.append(others.bytes))) throw new Trouble('story', shortName(rest.address));
      tell();
    };
    return { ok: true, problems: [], story, same, whole };
  }

  async #openPlain(address, signal, isVoid) {
    const [Engine, files] = await Promise.all([this.#classOf(FULL), readStory(address, signal)]);
    const give = (engine) => {
      for (const [name, bytes] of files) engine.add(name, bytes);
      engine.open();
    };
    const trial = new Engine();
    try {
      for (const [name, bytes] of files) trial.add(name, bytes);
      await readRest(trial, files, address, signal);
      const result = JSON.parse(trial.open());
      if (result.ok && !isVoid()) this.#adopt(trial, { program: FULL, Engine, give, words: null, heights: null, lang: null, address, pack: null });
      else trial.free();
      return { ...result, problems: asNamed(result.problems, address), whole: async () => {} };
    } catch (error) {
      if (error instanceof Trouble) trial.free();
      else this.#Engine = null; // trapped: the next try gets a new instance
      throw error instanceof Trouble ? error : new Trouble('engine', shortName(address), { detail: String(error.message ?? error) });
    }
  }

  /** Runs `work(engine)`; undefined when there is no engine or it trapped. */
  use(work) {
    if (!this.#engine) return undefined;
    try {
      return work(this.#engine);
    } catch (error) {
      this.#trap(error);
      return undefined;
    }
  }

  /** What pictures are made for: width, text scale, language, theme; `system`: the reader's own colours, or nothing. */
  view(view, system) {
    this.#view = view;
    this.use((engine) => {
      engine.view(...view);
      if (system.length > 0) engine.system(...system);
    });
  }

  /** Lays a scene out and makes it current: its words, with the box of each mark in CSS px at rest. */
  scene(index) {
    return this.use((engine) => this.#lay(engine, index, this.#view));
  }

  /** Heights of all pictures in a view, CSS px. */
  heights(view, count) {
    return this.#heights?.map((height) => height * view[0] / this.#pack.width) ?? this.outline(view, count).map((scene) => scene.height);
  }

  /** Every scene in words, with the height of its picture. */
  outline(view, count) {
    const words = this.#words;
    if (words) return this.heights(view, count).map((height, index) => ({ ...words[index], accent: words[index].accents[view[3]], height }));
    const scenes = [];
    this.pages(view, Array.from({ length: count }, (_, index) => index), (scene) => scenes.push(scene));
    return scenes;
  }

  /** Lays scenes out by a second engine and calls `work(scene, engine)` for each: the playing one keeps its place and the transition it is in. */
  pages(view, indices, work) {
    this.use(() => {
      const reader = new this.#Engine();
      this.#give(reader);
      reader.view(...view);
      for (const index of indices) work(this.#lay(reader, index, view), reader);
      reader.free();
    });
  }

  /** For tests: the next call panics inside the WASM. */
  trapNext() {
    const engine = this.#engine;
    if (engine) this.#engine = new Proxy(engine, { get: () => () => engine.trap() });
  }

  free() {
    this.#engine?.free();
    this.#engine = null;
    this.#give = null;
    this.#words = null;
    this.#heights = null;
    this.#pack = null;
    this.lang = null;
  }

  #lay(engine, index, [width, , lang, theme]) {
    engine.lay(index);
    const words = this.#words?.[index] ?? JSON.parse(engine.told());
    const size = { accent: words.accents[theme], width, height: engine.height() };
    if (!words.groups) return { ...words, ...size }; // the rest of a pack is still coming
    const boxes = engine.boxes();
    const withBox = (mark) => Object.assign(Object.fromEntries(BOX.map((side, at) => [side, boxes[mark.datum * BOX.length + at]])), mark);
    const groups = words.groups.map((group) => ({ ...group, marks: group.marks.map(withBox) }));
    return { ...words, ...size, groups, description: words.told.normal.join(lang === 'zh' ? '' : ' ') };
  }

  /** The class that is there already, or that of a fresh instance. */
  async #classOf(program) {
    return (program === this.#program && this.#Engine) || freshEngine(program);
  }

  #adopt(engine, { program, Engine, give, words, heights, lang, address, pack }) {
    if (engine !== this.#engine) this.#engine?.free();
    this.#engine = engine;
    this.#program = program;
    this.#Engine = Engine;
    this.#give = give;
    this.#words = words;
    this.#heights = heights;
    this.lang = lang;
    this.#address = address;
    this.#pack = pack;
  }

  async #trap(error) {
    // Not freed: a poisoned instance refuses every call. Dropping the references lets the whole instance go.
    this.#engine = null;
    this.#Engine = null;
    console.warn(`duoyuan: ${error}`);
    const again = performance.now() - this.#lastTrap < TRAP_WINDOW_MS;
    this.#lastTrap = performance.now();
    if (again) {
      this.#on.lost(error);
      return;
    }
    try {
      const give = this.#give;
      const Engine = await freshEngine(this.#program);
      const engine = new Engine();
      give(engine);
      if (give !== this.#give) return; // another story has come in the meantime
      this.#Engine = Engine;
      this.#engine = engine;
      this.#on.revived();
    } catch (second) {
      this.#on.lost(second);
    }
  }
}
