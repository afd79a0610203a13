// One element's engine with the story it was given. A trap (a panic inside WASM) poisons an instance: it is dropped,
// a new one gets the same story, and the element shows the same scene again.

import { LoadError, messageOf, shortName } from './fetch-file.js';
import { asNamed, AUTHOR, compiledOf, freshEngine, PLAYER, readCompiled, readRest, readStory } from './loading.js';

/**
 * @import {Engine} from '../pkg/engine.js'
 * @import {Opened, Pages, Scene, SystemColours, ToldScene, View} from '../types.js'
 * @import {File, Program} from './assets.js'
 * @import {Engines} from './loading.js'
 */
/** Gives a new engine the story. @typedef {(engine: Engine, classes: Engines) => void} Give */

const TRAP_WINDOW_MS = 60_000;
const SIDES = 4; // numbers a box

export class PlayerHost {
  /** @type {Program | null} */
  #program = null; // PLAYER or AUTHOR
  /** @type {Engines | null} */
  #classes = null; // of that engine's instance
  /** @type {Engine | null} */
  #engine = null;
  /** @type {Give | null} */
  #give = null;
  /** @type {View} */
  #view = [0, 0, 1, 'zh', 'light'];
  /** @type {SystemColours} */
  #system = [];
  /** Tells an engine what the reader looks for, beside the playing one too. @type {(engine: Engine) => void} */
  wishes = () => {};
  #turn = 0; // a newer opening makes the older one void
  #lastTrap = -Infinity;
  #on;

  /**
   * `on`: revived() after a trap, lost(error) after the second trap within a minute.
   * @param {{ revived: () => void, lost: (error: unknown) => void }} on
   */
  constructor(on) {
    this.#on = on;
  }

  /**
   * Reads and opens a story. One with errors leaves the engine, and so the picture, as it was.
   * @param {string} address
   * @param {AbortSignal} signal
   * @returns {Promise<Opened>}
   */
  async open(address, signal) {
    this.#turn += 1;
    const turn = this.#turn;
    const isVoid = () => turn !== this.#turn || signal.aborted;
    const compiled = compiledOf(address);
    if (compiled && PLAYER) {
      try {
        return await this.#openCompiled(PLAYER, compiled, isVoid);
      } catch (error) {
        if (compiled.known || signal.aborted || (error instanceof LoadError && error.code === 'engine')) throw error;
        // The plain files beside it say the same, to a larger engine.
      }
    }
    return this.#openPlain(address, signal, isVoid);
  }

  /**
   * @param {Program} player
   * @param {{ file: File, known: boolean }} compiled
   * @param {() => boolean} isVoid
   * @returns {Promise<Opened>}
   */
  async #openCompiled(player, { file, known }, isVoid) {
    const coming = readCompiled(file);
    if (!known) await coming; // the engine for it is fetched only where there is one
    const [classes, bytes] = await Promise.all([this.#classesOf(player), coming]);
    const engine = new classes.Engine();
    const give = (/** @type {Engine} */ fresh) => fresh.read(bytes);
    if (!give(engine)) {
      engine.free();
      throw new LoadError('story', shortName(file.address));
    }
    const story = JSON.parse(engine.whole());
    if (isVoid()) engine.free();
    else this.#adopt(engine, player, classes, give);
    return { ok: true, problems: [], story };
  }

  /**
   * @param {string} address
   * @param {AbortSignal} signal
   * @param {() => boolean} isVoid
   * @returns {Promise<Opened>}
   */
  async #openPlain(address, signal, isVoid) {
    const [classes, files] = await Promise.all([this.#classesOf(AUTHOR), readStory(address, signal)]);
    const draft = new classes.Draft();
    const engine = new classes.Engine();
    try {
      for (const [name, bytes] of files) draft.add(name, bytes);
      await readRest(draft, files, address, signal);
      const result = JSON.parse(draft.open(engine));
      /** @type {Give} */
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
      if (error instanceof LoadError) {
        draft.free();
        engine.free();
        throw error;
      }
      this.#classes = null; // trapped: the next try gets a new instance
      throw new LoadError('engine', shortName(address), { detail: messageOf(error) });
    }
  }

  /**
   * Runs `work(engine)`; undefined when there is no engine or it trapped.
   * @template Result
   * @param {(engine: Engine) => Result} work
   */
  use(work) {
    if (!this.#engine) return undefined;
    try {
      return work(this.#engine);
    } catch (error) {
      this.#trap(error);
      return undefined;
    }
  }

  /**
   * What pictures are made for; `system`: the reader's own colours, or nothing; `own`: those of the page around.
   * @param {View} view
   * @param {SystemColours} system
   * @param {Int32Array} own
   */
  view(view, system, own) {
    this.#view = view;
    this.#system = system;
    this.use((engine) => {
      this.#show(engine, view);
      engine.own(own);
    });
  }

  /** @param {Engine} engine @param {View} view */
  #show(engine, [width, height, textScale, lang, palette, beside = [0, 0, 0, 0]]) {
    engine.view(width, height, textScale, lang, palette);
    engine.beside(...beside);
    if (this.#system.length === 3) engine.system(...this.#system);
  }

  /**
   * Lays a beat of a scene out and makes it current: its words, with the box of each mark in CSS px at rest.
   * @param {number} index
   * @param {number} beat
   */
  scene(index, beat) {
    return this.use((engine) => this.#lay(engine, index, beat, this.#view));
  }

  /**
   * Calls `work` with a scene as a picture of its own, which carries its heading and all its panels.
   * @template Result
   * @param {number} index
   * @param {(scene: Scene, engine: Engine) => Result} work
   */
  alone(index, work) {
    const [width, , ...rest] = this.#view;
    /** @type {Result | undefined} */
    let result;
    const done = (/** @type {Scene} */ scene, /** @type {Engine} */ engine) => {
      result = work(scene, engine);
    };
    this.#apart([width, 0, ...rest], [index], done, this.wishes);
    return result;
  }

  /**
   * Scenes in words, with the heights of their pictures.
   * @param {View} view
   * @param {number[]} indices
   */
  outline(view, indices) {
    /** @type {Scene[]} */
    const scenes = [];
    const see = (/** @type {Scene} */ scene, /** @type {Engine} */ engine) => {
      const heights = [scene.height];
      const sentences = [...engine.sentences()];
      let asked = engine.shows_guess() ? 0 : -1;
      for (let beat = 1; beat < engine.beats(); beat += 1) {
        engine.lay(scene.index, beat);
        heights.push(engine.height());
        sentences.push(engine.sentences()[1]);
        if (asked < 0 && engine.shows_guess()) asked = beat;
      }
      scenes.push({ ...scene, heights, sentences, asked });
    };
    this.#apart(view, indices, see, this.wishes);
    return scenes;
  }

  /** As the story has them, whatever the reader has done. @type {Pages} */
  pages = (view, indices, work) => this.#apart(view, indices, work, () => {});

  /**
   * Lays scenes out by a second engine and calls `work(scene, engine)` for each: the playing one keeps its place and
   * the transition it is in.
   * @param {View} view
   * @param {number[]} indices
   * @param {(scene: Scene, engine: Engine) => void} work
   * @param {(engine: Engine) => void} prepare
   */
  #apart(view, indices, work, prepare) {
    const classes = this.#classes;
    if (!classes) return;
    this.use(() => {
      const reader = new classes.Engine();
      this.#give?.(reader, classes);
      this.#show(reader, view);
      prepare(reader);
      for (const index of indices) work(this.#lay(reader, index, 0, view), reader);
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

  /**
   * @param {Engine} engine
   * @param {number} index
   * @param {number} beat
   * @param {View} view
   * @returns {Scene}
   */
  #lay(engine, index, beat, [width, , , lang, palette]) {
    engine.lay(index, beat);
    /** @type {ToldScene} */
    const words = JSON.parse(engine.told());
    const boxes = engine.boxes();
    const groups = words.groups.map((group) => {
      const marks = group.marks.map((mark) => {
        const [x, y, w, h] = boxes.subarray(mark.datum * SIDES);
        return { x, y, w, h, ...mark };
      });
      return { ...group, marks };
    });
    const description = words.told.normal.join(lang === 'zh' ? '' : ' ');
    const accent = words.accents[palette];
    const height = engine.height();
    return {
      ...words,
      accent,
      width,
      height,
      heights: [height],
      sentences: [0, words.narration.length],
      asked: 0,
      beat,
      groups,
      description,
    };
  }

  /** The classes that are there already, or those of a fresh instance. @param {Program} program */
  async #classesOf(program) {
    return (program === this.#program && this.#classes) || freshEngine(program);
  }

  /**
   * @param {Engine} engine
   * @param {Program} program
   * @param {Engines} classes
   * @param {Give} give
   */
  #adopt(engine, program, classes, give) {
    this.#engine?.free();
    this.#engine = engine;
    this.#program = program;
    this.#classes = classes;
    this.#give = give;
  }

  /** @param {unknown} error */
  async #trap(error) {
    // Not freed: a poisoned instance refuses every call. Dropping the references lets the whole instance go.
    this.#engine = null;
    this.#classes = null;
    console.warn(`duoyuan: ${error}`);
    const again = performance.now() - this.#lastTrap < TRAP_WINDOW_MS;
    this.#lastTrap = performance.now();
    const give = this.#give;
    if (again || !give || !this.#program) {
      this.#on.lost(error);
      return;
    }
    try {
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
