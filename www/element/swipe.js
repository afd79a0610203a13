// A swipe across the picture of a stepper turns to the next or the previous chapter. Up and down stay the page's.

const LEAST = 48; // px across
const SLOPE = 2; // times as far across as up or down
const LONGEST_MS = 700;

/** `turn(by)`: 1 for a swipe towards the left, -1 towards the right. */
export function onSwipe(node, turn, signal) {
  let start = null;
  node.addEventListener(
    'pointerdown',
    (event) => {
      start =
        event.pointerType === 'touch' && event.isPrimary
          ? { x: event.clientX, y: event.clientY, at: event.timeStamp }
          : null;
    },
    { signal },
  );
  // Where the browser takes the touch over, to scroll or to zoom, it is no swipe.
  node.addEventListener(
    'pointercancel',
    () => {
      start = null;
    },
    { signal },
  );
  node.addEventListener(
    'pointerup',
    (event) => {
      if (!start || !event.isPrimary) return;
      const [across, down] = [event.clientX - start.x, event.clientY - start.y];
      const swift = event.timeStamp - start.at <= LONGEST_MS;
      start = null;
      if (swift && Math.abs(across) >= LEAST && Math.abs(across) >= SLOPE * Math.abs(down)) turn(across < 0 ? 1 : -1);
    },
    { signal },
  );
}
