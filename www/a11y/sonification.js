// Values to notes: what is played when, how high and of which kind. Pure: it knows no audio and no document, and a
// test reads it without ears.
//
// Height is value: 0 is the lowest note and the top of the scale the highest, in equal steps, as bars start at 0. A
// value that is more than its number glides up and fades out, one that is less glides down; "or more" has a tick at
// its number, as it is drawn. About is a note that trembles. Years without a figure are a rustle, as long as they are
// many, and have no height at all.

/**
 * @import {Mark} from '../types.js'
 * @typedef {Pick<Mark, 'key' | 'name' | 'scale' | 'value' | 'bound' | 'years'>} Sounding
 * @typedef {{ name: string, scale: string, marks: Sounding[], whole: number | null }} Track
 * @typedef {'mark' | 'gap' | 'tick' | 'about' | 'value' | 'open'} Kind
 */
/**
 * A note: times in seconds, pitches as MIDI numbers, null for a rustle; `to` for glides.
 * @typedef {{ time: number, length: number, pitch: number | null, kind: Kind, key: string | null, to?: number }} Note
 */

const LOW = 48; // MIDI note of 0: C3
const HIGH = 84; // of the top of the scale: C6
const NOTE = 0.34; // seconds
const REST = 0.1;
const GAP_YEAR = 0.1; // seconds a year without a figure
const GAP_MOST = 1.6;
const GLIDE = 0.5;
const TICK = 0.06;

/** @type {Set<string | undefined>} */
const UP = new Set(['more_than', 'at_least']);
/** @type {Set<string | undefined>} */
const DOWN = new Set(['less_than', 'up_to']);

/**
 * What of a scene can be heard: a series, shares of a whole, or values of one unit side by side.
 * @param {{ groups: { name: string, marks: Sounding[] }[] }} scene
 * @returns {Track[]}
 */
export function tracks(scene) {
  return scene.groups
    .flatMap(({ name, marks }) => {
      return [...byScale(marks)]
        .map(([scale, own]) => ({ name, scale, marks: own, whole: scale === 'percent' ? 100 : null }))
        .filter(
          ({ marks: own, whole }) => own.length > 1 || whole !== null || UP.has(own[0].bound) || DOWN.has(own[0].bound),
        );
    })
    .map((track, _, all) => {
      // Two tracks of one chart are told apart by what they hold.
      const alike = all.filter((other) => other.name === track.name).length > 1;
      return alike ? { ...track, name: `${track.name} · ${track.marks[0].name}` } : track;
    });
}

/** @param {Sounding[]} marks */
function byScale(marks) {
  /** @type {Map<string, Sounding[]>} */
  const scales = new Map();
  for (const mark of marks) if (mark.scale) scales.set(mark.scale, [...(scales.get(mark.scale) ?? []), mark]);
  return scales;
}

/** The value that sounds highest. A floor leaves room above it; a whole is never passed. @param {Track} track */
export function topOf({ marks, whole }) {
  const values = marks.map((mark) => mark.value ?? 0);
  const most = Math.max(...values, 0);
  if (whole !== null && most <= whole) return whole;
  const open = marks.some((mark) => UP.has(mark.bound) && mark.value === most);
  return (open ? 1.25 : 1) * most || 1;
}

/** Notes in order; at twice the `speed` in half the time. @param {Track} track */
export function score(track, speed = 1) {
  const top = topOf(track);
  const pitchOf = (/** @type {number} */ value) => LOW + ((HIGH - LOW) * Math.max(0, Math.min(value, top))) / top;
  /** @type {Note[]} */
  const notes = [];
  let time = 0;
  /** @type {(kind: Kind, length: number, pitch: number | null, key: string | null, more?: { to?: number }) => void} */
  const add = (kind, length, pitch, key, more = {}) => {
    notes.push({ time: time / speed, length: length / speed, pitch, kind, key, ...more });
    time += length;
  };
  if (track.whole !== null) {
    // A share is heard between nothing and the whole.
    add('mark', NOTE / 2, pitchOf(0), null);
    add('mark', NOTE / 2, pitchOf(track.whole), null);
    time += 3 * REST;
  }
  for (const { key, value, bound, years } of track.marks) {
    if (typeof value !== 'number') {
      const [from, until] = years ?? [0, 0];
      add('gap', Math.min(GAP_MOST, (until - from + 1) * GAP_YEAR), null, key);
    } else {
      const pitch = pitchOf(value);
      if (bound === 'at_least' || bound === 'up_to') add('tick', TICK, pitch, key);
      add(bound === 'about' ? 'about' : 'value', NOTE, pitch, key);
      // As drawn: an open end stops before the whole.
      const room = track.whole !== null && top === track.whole ? 0.8 * (HIGH - pitch) : HIGH + 6 - pitch;
      if (UP.has(bound)) add('open', GLIDE, pitch, key, { to: pitch + Math.min(room, 8) });
      if (DOWN.has(bound)) add('open', GLIDE, pitch, key, { to: Math.max(LOW, pitch - 8) });
    }
    time += REST;
  }
  return notes;
}
