// What a screen reader and the keyboard find over a picture: a button a mark, one of them a tab stop; arrows go on.

import { useEffect, useRef, useState } from 'preact/hooks';

/** @import {Mark} from '../types.js' */

const LEAST = 24; // px: a smaller mark still has a target that can be seen with its focus

/** @param {Mark} mark @param {number} scale */
function boxOf({ x, y, w, h }, scale) {
  const [wide, high] = [Math.max(w * scale, LEAST), Math.max(h * scale, LEAST)];
  const [left, top] = [x * scale - (wide - w * scale) / 2, y * scale - (high - h * scale) / 2];
  return { left: `${left}px`, top: `${top}px`, width: `${wide}px`, height: `${high}px` };
}

/**
 * @param {{ marks: Mark[], scale: number, label: string, selected: string, onPick: (figure: string) => void }} props
 */
export function Marks({ marks, scale, label, selected, onPick }) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const [stop, setStop] = useState(0);
  const at = Math.min(stop, Math.max(0, marks.length - 1));
  const first = marks.findIndex(({ figure }) => figure === selected && figure !== '');
  useEffect(() => {
    if (first >= 0 && !list.current?.contains(document.activeElement)) setStop(first);
  }, [first]);
  /** @param {KeyboardEvent} event */
  const walk = (event) => {
    const last = marks.length - 1;
    /** @type {Record<string, number>} */
    const ways = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last };
    const to = ways[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, to));
    setStop(next);
    list.current?.querySelectorAll('button')[next]?.focus({ preventScroll: true });
  };
  return (
    <ul class="marks" aria-label={label} ref={list} onKeyDown={walk}>
      {marks.map((mark, i) => (
        <li key={`${mark.figure} ${i}`}>
          <button
            type="button"
            tabIndex={i === at ? 0 : -1}
            style={boxOf(mark, scale)}
            aria-label={mark.name}
            aria-current={mark.figure !== '' && mark.figure === selected ? 'true' : undefined}
            onFocus={() => setStop(i)}
            onClick={(event) => {
              event.stopPropagation();
              if (mark.figure) onPick(mark.figure);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
