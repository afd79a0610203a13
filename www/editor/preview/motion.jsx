// The clock of pictures that move together: play, pause, and a slider through the motion of the longest.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Key } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { WORDS } from './words.js';

const STEPS = 100; // of the slider

/**
 * @typedef {object} Motion
 * @property {number} seconds since the chapter began; Infinity: at rest
 * @property {boolean} playing
 * @property {number} duration
 * @property {() => void} toggle
 * @property {(seconds: number) => void} seek
 * @property {() => void} rest
 */

/**
 * @param {number} duration s
 * @param {unknown} of the chapter: another one begins at rest
 * @returns {Motion}
 */
export function useMotion(duration, of) {
  const [seconds, setSeconds] = useState(Infinity);
  const [playing, setPlaying] = useState(false);
  const began = useRef(0);
  useEffect(() => {
    setPlaying(false);
    setSeconds(Infinity);
  }, [of]);
  useEffect(() => {
    if (!playing) return undefined;
    let frame = 0;
    const step = (/** @type {number} */ now) => {
      const gone = (now - began.current) / 1000;
      if (gone >= duration) {
        setPlaying(false);
        setSeconds(Infinity);
        return;
      }
      setSeconds(gone);
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing, duration]);
  return {
    seconds,
    playing,
    duration,
    toggle: () => {
      if (!playing) began.current = performance.now() - (seconds < duration ? seconds * 1000 : 0);
      setPlaying(!playing && duration > 0);
    },
    seek: (to) => {
      setPlaying(false);
      setSeconds(to >= duration ? Infinity : to);
    },
    rest: () => {
      setPlaying(false);
      setSeconds(Infinity);
    },
  };
}

/** @param {{ motion: Motion }} props */
export function PlayButton({ motion }) {
  const words = useWords(WORDS);
  return (
    <button type="button" class="button play" disabled={motion.duration === 0} onClick={motion.toggle}>
      {motion.playing ? words.pause : words.play}
      <span class={motion.playing ? 'sign-pause' : 'sign-play'} aria-hidden="true" />
      <Key>{words.space}</Key>
    </button>
  );
}

/** @param {{ motion: Motion }} props */
export function MotionSlider({ motion }) {
  const words = useWords(WORDS);
  const { seconds, duration, seek } = motion;
  const rests = seconds >= duration;
  const said = rests ? words.rest : words.seconds(seconds);
  return (
    <>
      <input
        type="range"
        class="motion-slider"
        min="0"
        max={STEPS}
        disabled={duration === 0}
        value={rests ? STEPS : Math.round((seconds / duration) * STEPS)}
        aria-label={words.moment}
        aria-valuetext={said}
        onInput={(event) => seek((Number(event.currentTarget.value) / STEPS) * duration)}
      />
      <span class="motion-said muted">{said}</span>
    </>
  );
}

/**
 * Which screen of a chapter that fills several; nothing where there is one.
 * @param {{ beat: number, beats: number, onChange: (beat: number) => void }} props
 */
export function Beats({ beat, beats, onChange }) {
  const words = useWords(WORDS);
  if (beats < 2) return null;
  return (
    <span class="beats">
      <button
        type="button"
        class="button small"
        disabled={beat === 0}
        aria-label={words.previous}
        onClick={() => onChange(beat - 1)}
      >
        ‹
      </button>
      <span aria-live="polite">
        <span aria-hidden="true">
          {beat + 1} / {beats}
        </span>
        <span class="spoken">{words.beat(beat + 1, beats)}</span>
      </span>
      <button
        type="button"
        class="button small"
        disabled={beat + 1 >= beats}
        aria-label={words.next}
        onClick={() => onChange(beat + 1)}
      >
        ›
      </button>
    </span>
  );
}
