// The clock: tells the engine the time with each animation frame it wants, and draws the moment it answers. What is shown when is decided by the
// engine (src/motion/playback.rs); this knows neither scenes nor canvases.

const STATES = ['rest', 'playing', 'paused']; // as the engine numbers them

export class Player {
  /** playing | paused | rest */
  state = 'rest';
  touring = false;
  #use;
  #on;
  #still = false;
  #inSight = true;
  #request = 0;

  /** `use(work)` runs `work(engine)`, undefined when there is none; `on`: draw(seconds, moving), changed() of every new state, due() when the next chapter is. */
  constructor(use, on) {
    this.#use = use;
    this.#on = on;
  }

  /** The moment on show, in seconds since the chapter began. */
  get seconds() { return this.#use((engine) => engine.shown()) ?? 0; }
  get duration() { return this.#use((engine) => engine.duration()) ?? 0; }

  /** A chapter that was just laid out. */
  begin() {
    this.#tell();
    this.#do((engine) => engine.begin(), { always: true });
  }

  /** The same moment again, after the view has changed; `still`: nothing may move. */
  redraw(still = this.#still) {
    this.#still = still;
    this.#tell();
    this.#do((engine) => engine.relaid());
  }

  play() { this.#do((engine) => engine.ask('play')); }
  pause() { this.#do((engine) => engine.ask('pause')); }
  rest() { this.#do((engine) => engine.ask('rest'), { always: true }); }
  seek(seconds) { this.#do((engine) => engine.seek(seconds)); }

  /** From now on the story plays by itself, a finished chapter staying `stay` seconds; a negative number ends that. */
  tour(stay) { this.#do((engine) => engine.tour(stay), { always: true }); }

  /** What may move is decided before a chapter begins. */
  set still(value) {
    this.#still = value;
    this.#tell();
  }

  /** False in a hidden tab and off screen: no frame is asked for then. */
  set inSight(value) {
    if (value === this.#inSight) return;
    this.#inSight = value;
    this.#tell();
    this.#do(() => {});
  }

  stop() {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  #tell() {
    this.#use((engine) => engine.circumstances(this.#still, this.#inSight));
  }

  /** After whatever was asked: draw, tell of a new state, go on or stop. */
  #do(work, { always = false } = {}) {
    this.#use(work);
    const now = this.#use((engine) => ({ state: STATES[engine.state()], touring: engine.touring(), shown: engine.shown(), frames: engine.wants_frames() }));
    if (!now) return this.stop();
    this.#on.draw(now.shown, now.state !== 'rest');
    if (!now.frames) this.stop();
    else if (!this.#request) this.#request = requestAnimationFrame(this.#tick);
    const changed = always || now.state !== this.state || now.touring !== this.touring;
    this.state = now.state;
    this.touring = now.touring;
    if (changed) this.#on.changed();
  }

  #tick = (now) => {
    this.#request = 0;
    const due = this.#use((engine) => engine.tick(now / 1000));
    this.#do(() => {});
    if (due) this.#on.due();
  };
}
