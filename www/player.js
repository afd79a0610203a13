// The clock: turns animation frames into seconds since the scene began. It knows neither scenes nor canvases.

// After a stall (a busy page, a laptop woken up) the picture goes on from where it was instead of jumping.
const LONGEST_STEP = 0.1;

export class Player {
  /** playing | paused | rest */
  state = 'rest';
  seconds = 0;
  duration = 0;
  #draw;
  #changed;
  #inSight = true;
  #request = 0;
  #last = 0;

  /** `draw(seconds)` paints; `changed()` is told of every new state. */
  constructor(draw, changed) {
    this.#draw = draw;
    this.#changed = changed;
  }

  start(duration) {
    this.duration = duration;
    this.seconds = 0;
    this.#become('playing');
    // Out of sight a scene waits as a finished picture, not as an empty first frame: it may be printed or photographed.
    this.#draw(this.#inSight ? 0 : duration);
  }

  rest(duration = this.duration) {
    this.duration = duration;
    this.seconds = duration;
    this.state = 'rest';
    this.stop();
    this.#draw(duration);
    this.#changed(); // also when it was at rest: another scene has come to rest
  }

  pause() {
    if (this.state === 'playing') this.#become('paused');
  }

  resume() {
    if (this.state === 'paused') this.#become('playing');
    else if (this.state === 'rest') this.start(this.duration);
  }

  /** The same moment again, after the view has changed. */
  redraw(duration) {
    this.duration = duration;
    if (this.state === 'rest') this.seconds = duration;
    this.seconds = Math.min(this.seconds, duration);
    this.#draw(this.#inSight || this.seconds > 0 ? this.seconds : duration);
  }

  /** False in a hidden tab and off screen: no frame is asked for then. */
  set inSight(value) {
    if (value === this.#inSight) return;
    this.#inSight = value;
    const begun = this.seconds > this.duration * 0.1;
    if (!value && this.state === 'playing' && !begun) {
      this.seconds = 0;
      this.#draw(this.duration);
    }
    this.#run();
  }

  stop() {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  #become(state) {
    const before = this.state;
    this.state = state;
    this.#run();
    if (state !== before) this.#changed();
  }

  #run() {
    const wanted = this.state === 'playing' && this.#inSight;
    if (!wanted) this.stop();
    else if (!this.#request) {
      this.#last = 0;
      this.#request = requestAnimationFrame(this.#tick);
    }
  }

  #tick = (now) => {
    const step = this.#last ? Math.min((now - this.#last) / 1000, LONGEST_STEP) : 0;
    this.#last = now;
    this.seconds = Math.min(this.seconds + step, this.duration);
    if (this.seconds >= this.duration) {
      this.#request = 0;
      this.rest();
      return;
    }
    this.#request = requestAnimationFrame(this.#tick);
    this.#draw(this.seconds);
  };
}
