// One element's engine with the files it was given. A trap (a panic inside WASM) poisons an instance: it is dropped, a new one gets the
// same files, and the element shows the same scene again.

import { shortName, Trouble } from './fetching.js';
import { freshEngine, readRest, readStory } from './loader.js';

const TRAP_WINDOW_MS = 60_000;

export class Drawing {
  #Engine = null;
  #engine = null;
  #files = new Map();
  #lastTrap = -Infinity;
  #on;

  /** `on`: revived() after a trap, lost(error) after the second trap within a minute. */
  constructor(on) {
    this.#on = on;
  }

  /** Reads and opens a story. A story with errors leaves the engine, and so the picture, as it was. Returns what `open()` says. */
  async open(address, signal) {
    const [Engine, files] = await Promise.all([this.#Engine ?? freshEngine(), readStory(address, signal)]);
    this.#Engine = Engine;
    const trial = new Engine();
    try {
      for (const [name, bytes] of files) trial.add(name, bytes);
      await readRest(trial, files, address, signal);
      const result = JSON.parse(trial.open());
      if (result.ok && !signal.aborted) this.#adopt(trial, files);
      else trial.free();
      return result;
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

  /** Every scene laid out once. */
  outline(view, count) {
    const scenes = [];
    this.pages(view, Array.from({ length: count }, (_, index) => index), (scene, engine) => scenes.push({ ...scene, height: engine.height() }));
    return scenes;
  }

  /** Lays scenes out by a second engine and calls `work(scene, engine)` for each: the playing one keeps its place and the transition it is in. */
  pages(view, indices, work) {
    this.use(() => {
      const reader = new this.#Engine();
      for (const [name, bytes] of this.#files) reader.add(name, bytes);
      reader.open();
      reader.view(...view);
      for (const index of indices) work(JSON.parse(reader.scene(index)), reader);
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
    this.#files = new Map();
  }

  #adopt(engine, files) {
    this.#engine?.free();
    this.#engine = engine;
    this.#files = files;
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
      const files = this.#files;
      const Engine = await freshEngine();
      const engine = new Engine();
      for (const [name, bytes] of files) engine.add(name, bytes);
      engine.open();
      if (files !== this.#files) return; // another story has come in the meantime
      this.#Engine = Engine;
      this.#engine = engine;
      this.#on.revived();
    } catch (second) {
      this.#on.lost(second);
    }
  }
}
