// One element's engine with the story it was given. A trap (a panic inside WASM) poisons an instance: it is dropped,
// a new one gets the same story, and the element shows the same scene again.

import { shortName, Trouble } from './fetching.js';
import { asNamed, AUTHOR, compiledOf, freshEngine, PLAYER, readCompiled, readRest, readStory } from './loader.js';

const TRAP_WINDOW_MS = 60_000;
const BOX = ['x', 'y', 'w', 'h'];

export class Drawing {
  #program = null; // PLAYER or AUTHOR
  #classes = null; // of that engine's instance
  #engine = null;
  #give = null; // gives a new engine the story: (engine, classes) => void
  #view = [];
  #turn = 0; // a newer opening makes the older one void
  #lastTrap = -Infinity;
  #on;

  /** `on`: revived() after a trap, lost(error) after the second trap within a minute. */
  constructor(on) {
    this.#on = on;
  }

  /** Reads and opens a story; returns {ok, problems, story}. One with errors leaves the engine, and so the picture,
      as it was. */
  async open(address, signal) {
    this.#turn += 1;
    const turn = this.#turn;
    const isVoid = () => turn !== this.#turn || signal.aborted;
    const compiled = compiledOf(address);
    if (compiled) {
      try {
        return await this.#openCompiled(compiled, isVoid);
      } catch (error) {
        if (signal.aborted || ['altered', 'engine'].includes(error.code)) throw error;
        // The plain files say the same, to a larger engine.
      }
    }
    return this.#openPlain(address, signal, isVoid);
  }

  async #openCompiled(compiled, isVoid) {
    const [classes, bytes] = await Promise.all([this.#classesOf(PLAYER), readCompiled(compiled)]);
    const engine = new classes.Engine();
    const give = (fresh) => fresh.read(bytes);
    if (!give(engine)) {
      engine.free();
      throw new Trouble('story', shortName(compiled.address));
    }
    const story = JSON.parse(engine.whole());
    if (isVoid()) engine.free();
    else this.#adopt(engine, PLAYER, classes, give);
    return { ok: true, problems: [], story };
  }

  async #openPlain(address, signal, isVoid) {
    const [classes, files] = await Promise.all([this.#classesOf(AUTHOR), readStory(address, signal)]);
    const draft = new classes.Draft();
    const engine = new classes.Engine();
    try {
      for (const [name, bytes] of files) draft.add(name, bytes);
      await readRest(draft, files, address, signal);
      const result = JSON.parse(draft.open(engine));
      const give = (fresh, { Draft }) => {
        const again = new Draft();
        for (const [name, bytes] of files) again.add(name, bytes);
        again.open(fresh);
        again.free();
      };
      draft.free();
      if (result.ok && !isVoid()) this.#adopt(engine, AUTHOR, classes, give);
      else engine.free();
      return { ...result, problems: asNamed(result.problems, address) };
    } catch (error) {
      if (error instanceof Trouble) {
        draft.free();
        engine.free();
        throw error;
      }
      this.#classes = null; // trapped: the next try gets a new instance
      throw new Trouble('engine', shortName(address), { detail: String(error.message ?? error) });
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

  /** What pictures are made for: width, text scale, language, theme; `system`: the reader's own colours, or nothing;
      `own`: what the page around wants, as names with 0xRRGGBB and opacity. */
  view(view, system, own) {
    this.#view = view;
    this.use((engine) => {
      engine.view(...view);
      if (system.length > 0) engine.system(...system);
      for (const color of own) engine.own(...color);
    });
  }

  /** Lays a scene out and makes it current: its words, with the box of each mark in CSS px at rest. */
  scene(index) {
    return this.use((engine) => this.#lay(engine, index, this.#view));
  }

  /** Every scene in words, with the height of its picture. */
  outline(view, count) {
    const scenes = [];
    this.pages(
      view,
      Array.from({ length: count }, (_, index) => index),
      (scene) => scenes.push(scene),
    );
    return scenes;
  }

  /** Lays scenes out by a second engine and calls `work(scene, engine)` for each: the playing one keeps its place and
      the transition it is in. */
  pages(view, indices, work) {
    this.use(() => {
      const reader = new this.#classes.Engine();
      this.#give(reader, this.#classes);
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
  }

  #lay(engine, index, [width, , lang, theme]) {
    engine.lay(index);
    const words = JSON.parse(engine.told());
    const boxes = engine.boxes();
    const boxOf = ({ datum }) => Object.fromEntries(BOX.map((side, at) => [side, boxes[datum * BOX.length + at]]));
    const withBox = (mark) => ({ ...boxOf(mark), ...mark });
    const groups = words.groups.map((group) => ({ ...group, marks: group.marks.map(withBox) }));
    const description = words.told.normal.join(lang === 'zh' ? '' : ' ');
    return { ...words, accent: words.accents[theme], width, height: engine.height(), groups, description };
  }

  /** The classes that are there already, or those of a fresh instance. */
  async #classesOf(program) {
    return (program === this.#program && this.#classes) || freshEngine(program);
  }

  #adopt(engine, program, classes, give) {
    this.#engine?.free();
    this.#engine = engine;
    this.#program = program;
    this.#classes = classes;
    this.#give = give;
  }

  async #trap(error) {
    // Not freed: a poisoned instance refuses every call. Dropping the references lets the whole instance go.
    this.#engine = null;
    this.#classes = null;
    console.warn(`duoyuan: ${error}`);
    const again = performance.now() - this.#lastTrap < TRAP_WINDOW_MS;
    this.#lastTrap = performance.now();
    if (again) {
      this.#on.lost(error);
      return;
    }
    try {
      const give = this.#give;
      const classes = await freshEngine(this.#program);
      const engine = new classes.Engine();
      give(engine, classes);
      if (give !== this.#give) return; // another story has come in the meantime
      this.#classes = classes;
      this.#engine = engine;
      this.#on.revived();
    } catch (second) {
      this.#on.lost(second);
    }
  }
}
