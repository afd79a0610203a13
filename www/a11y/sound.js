// Plays a score with Web Audio. It starts only when asked, and is silent for good once stopped.

/** @import {Note} from './sonification.js' */

const LOUDNESS = 0.16;
const EDGE = 0.02; // seconds in which a note comes and goes, so that nothing clicks

/** @param {number} pitch MIDI number */
const hertz = (pitch) => 440 * 2 ** ((pitch - 69) / 12);

export class Sound {
  /** @type {'idle' | 'playing' | 'paused'} */
  state = 'idle';
  /** @type {AudioContext | null} */
  #context = null;
  #timer = 0;
  /** @type {Note[]} */
  #notes = [];
  #begun = 0;
  #on;

  /**
   * `on`: note(note or null) as each begins, changed() at every new state.
   * @param {{ note: (note: Note | null) => void, changed: () => void }} on
   */
  constructor(on) {
    this.#on = on;
  }

  /** @param {Note[]} notes */
  play(notes) {
    this.stop();
    if (notes.length === 0) return;
    const context = new AudioContext();
    this.#context = context;
    this.#notes = [...notes];
    this.#begun = context.currentTime + 0.1;
    const out = context.createGain();
    out.gain.value = LOUDNESS;
    out.connect(context.destination);
    for (const note of notes) this.#voice(context, note, out);
    this.#become('playing');
    this.#follow(context);
  }

  pause() {
    if (this.state !== 'playing') return;
    this.#context?.suspend();
    clearTimeout(this.#timer);
    this.#become('paused');
  }

  resume() {
    if (this.state !== 'paused' || !this.#context) return;
    this.#context.resume();
    this.#become('playing');
    this.#follow(this.#context);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#context?.close();
    this.#context = null;
    this.#notes = [];
    if (this.state === 'idle') return;
    this.#on.note(null);
    this.#become('idle');
  }

  /** By the clock of the sound itself: a page that stutters does not run ahead of it. @param {AudioContext} context */
  #follow(context) {
    const now = context.currentTime - this.#begun;
    for (let [note] = this.#notes; note && note.time <= now; [note] = this.#notes) {
      this.#notes.shift();
      this.#on.note(note);
      this.#end = note.time + note.length;
    }
    if (this.#notes.length === 0 && now >= this.#end) this.stop();
    else this.#timer = setTimeout(() => this.#follow(context), 30);
  }

  #end = 0;

  /** @param {Sound['state']} state */
  #become(state) {
    this.state = state;
    this.#on.changed();
  }

  /**
   * @param {AudioContext} context
   * @param {Note} note
   * @param {AudioNode} out
   */
  #voice(context, { time, length, pitch, kind, to }, out) {
    const start = this.#begun + time;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(kind === 'gap' ? 0.25 : 1, start + EDGE);
    // An open end fades out along its whole length, as it is drawn.
    if (kind !== 'open')
      gain.gain.setValueAtTime(kind === 'gap' ? 0.25 : 1, Math.max(start + EDGE, start + length - EDGE));
    gain.gain.linearRampToValueAtTime(0, start + length);
    gain.connect(out);
    const play = (/** @type {AudioScheduledSourceNode} */ node) => {
      node.start(start);
      node.stop(start + length);
    };
    if (pitch === null) {
      const noise = rustle(context, length);
      noise.connect(gain);
      play(noise);
      return;
    }
    const source = context.createOscillator();
    source.type = kind === 'tick' ? 'square' : 'triangle';
    source.frequency.setValueAtTime(hertz(pitch), start);
    if (to !== undefined) source.frequency.exponentialRampToValueAtTime(hertz(to), start + length);
    if (kind === 'about') {
      const tremble = context.createOscillator();
      const depth = context.createGain();
      tremble.frequency.value = 9;
      depth.gain.value = hertz(pitch) * 0.03;
      tremble.connect(depth).connect(source.frequency);
      play(tremble);
    }
    source.connect(gain);
    play(source);
  }
}

/**
 * Noise: it has no pitch, so nobody takes a gap for a low value.
 * @param {AudioContext} context
 * @param {number} seconds
 */
function rustle(context, seconds) {
  const buffer = context.createBuffer(1, Math.ceil(context.sampleRate * seconds), context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i += 1) samples[i] = Math.random() * 2 - 1;
  const source = context.createBufferSource();
  source.buffer = buffer;
  return source;
}
