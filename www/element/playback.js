// The clock: tells the engine the time with each animation frame it wants, and draws the moment it answers. What is
// shown when is decided by the engine (src/motion/playback.rs); this knows neither scenes nor canvases.

/** @import {Engine} from '../pkg/engine.js' */
/** @typedef {<Result>(work: (engine: Engine) => Result) => Result | undefined} Use */
/** @typedef {'rest' | 'playing' | 'paused'} State */

/** @type {State[]} */
const STATES = ['rest', 'playing', 'paused']; // as the engine numbers them

export class Playback {
  /** @type {State} */
  state = 'rest';
  touring = false;
  #use;
  #on;
  #still = false;
  #inSight = true;
  #request = 0;
  #waits = false; // a frame was asked for: what stands in for the browser's own function may give no number for it

  /**
   * `use(work)` runs `work(engine)`, undefined when there is none; `on`: draw(moving), changed() of every new state,
   * due() when the next chapter is.
   * @param {Use} use
   * @param {{ draw: (moving: boolean) => void, changed: () => void, due: () => void }} on
   */
  constructor(use, on) {
    this.#use = use;
    this.#on = on;
  }

  /** The moment on show, in seconds since the chapter began. */
  get seconds() {
    return this.#use((engine) => engine.shown()) ?? 0;
  }
  get duration() {
    return this.#use((engine) => engine.duration()) ?? 0;
  }

  /** A chapter that was just laid out. */
  begin() {
    this.#settle();
    this.#do((engine) => engine.begin(), { always: true });
  }

  /** The same moment again, after the view has changed; `still`: nothing may move. */
  redraw(still = this.#still) {
    this.#still = still;
    this.#settle();
    this.#do((engine) => engine.relaid());
  }

  play() {
    this.#do((engine) => engine.ask('play'));
  }
  pause() {
    this.#do((engine) => engine.ask('pause'));
  }
  rest() {
    this.#do((engine) => engine.ask('rest'), { always: true });
  }
  /** @param {number} seconds */
  seek(seconds) {
    this.#do((engine) => engine.seek(seconds));
  }

  /**
   * From now on the story plays by itself, a finished chapter staying `stay` seconds; a negative number ends that.
   * @param {number} stay
   */
  tour(stay) {
    this.#do((engine) => engine.tour(stay), { always: true });
  }

  /** What may move is decided before a chapter begins. @param {boolean} value */
  set still(value) {
    this.#still = value;
    this.#settle();
  }

  /** False in a hidden tab and off screen: no frame is asked for then. @param {boolean} value */
  set inSight(value) {
    if (value === this.#inSight) return;
    this.#inSight = value;
    this.#settle();
    this.#do(() => {});
  }

  stop() {
    cancelAnimationFrame(this.#request);
    this.#waits = false;
  }

  #settle() {
    this.#use((engine) => engine.circumstances(this.#still, this.#inSight));
  }

  /**
   * After whatever was asked: draw, tell of a new state, go on or stop.
   * @param {(engine: Engine) => void} work
   * @param {{ always?: boolean }} [how]
   */
  #do(work, { always = false } = {}) {
    this.#use(work);
    this.#show(always);
  }

  // A frame makes no objects: what is asked of the engine with each is asked by functions that are there, which leave
  // their answers here.
  #there = false;
  /** @type {number | null} */
  #now = null; // not a number from the beginning: then it is kept as the browser gave it, and handed on without a copy
  #due = false;
  #asked = { state: 0, touring: false, frames: false };
  #tell = (/** @type {Engine} */ engine) => {
    this.#due = engine.tick(this.#now ?? 0);
  };
  #look = (/** @type {Engine} */ engine) => {
    this.#asked.state = engine.state();
    this.#asked.touring = engine.touring();
    this.#asked.frames = engine.wants_frames();
    this.#there = true;
  };

  /** @param {boolean} always */
  #show(always) {
    this.#there = false;
    this.#use(this.#look);
    if (!this.#there) {
      this.stop();
      return;
    }
    const state = STATES[this.#asked.state];
    const { touring, frames } = this.#asked;
    this.#on.draw(state !== 'rest');
    if (!frames) this.stop();
    else if (!this.#waits) {
      this.#waits = true;
      this.#request = requestAnimationFrame(this.#tick);
    }
    const changed = always || state !== this.state || touring !== this.touring;
    this.state = state;
    this.touring = touring;
    if (changed) this.#on.changed();
  }

  // Pages with old libraries put a timer in the place of the browser's function. It may tell no time, another clock's,
  // or always the same: then the clock is asked here, or the motion would never end.
  #tick = (/** @type {number} */ now) => {
    this.#waits = false;
    this.#now = now > (this.#now ?? 0) ? now : performance.now();
    this.#due = false;
    this.#use(this.#tell);
    const due = this.#due;
    this.#show(false);
    if (due) this.#on.due();
  };
}
