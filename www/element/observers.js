// What happens around the element: sizes, sight, scrolling, printing, the address, swipes. All of it ends with the
// signal.

const NEAR_PX = 600;
// A swipe:
const LEAST = 48; // px across
const SLOPE = 2; // times as far across as up or down
const LONGEST_MS = 700;

/**
 * Whether `node` is on show or about to be. In a frame always: there the outer page decides, and below its fold nothing
 * here is told.
 * @param {Element} node
 */
export function isNear(node) {
  const box = node.getBoundingClientRect();
  return (box.width > 0 && box.top < innerHeight + NEAR_PX && box.bottom > -NEAR_PX) || parent !== window;
}

/**
 * Calls `then` once, when `node` is near.
 * @param {Element} node
 * @param {AbortSignal} signal
 * @param {() => void} then
 */
export function whenNear(node, signal, then) {
  if (isNear(node)) {
    then();
    return;
  }
  const sights = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      sights.disconnect();
      then();
    },
    { rootMargin: `${NEAR_PX}px` },
  );
  sights.observe(node);
  signal.addEventListener('abort', () => sights.disconnect(), { once: true });
}

/**
 * `nodes` whose size matters, `view` whose visibility matters.
 * @param {object} what
 * @param {Element[]} what.nodes
 * @param {Element} what.view
 * @param {AbortSignal} what.signal
 * @param {{ size(): void, sight(visible: boolean): void, scroll(): void, key(event: KeyboardEvent): void,
 *   hash(): void, print(): void, printed(): void }} what.on
 */
export function observeWindow({ nodes, view, signal, on }) {
  let inView = true;
  const tell = () => on.sight(inView && !document.hidden);
  addEventListener('hashchange', on.hash, { signal });
  addEventListener('scroll', on.scroll, { signal, passive: true });
  document.addEventListener('keydown', on.key, { signal });
  addEventListener('beforeprint', on.print, { signal });
  addEventListener('afterprint', on.printed, { signal });
  document.addEventListener('visibilitychange', tell, { signal });
  // A moment later: a layout inside the observer's own call makes browsers report a "ResizeObserver loop" to the host
  // page.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  const sizes = new ResizeObserver(() => {
    clearTimeout(later);
    later = setTimeout(on.size);
  });
  for (const node of nodes) sizes.observe(node);
  const sights = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? inView;
    tell();
  });
  sights.observe(view);
  const end = () => {
    clearTimeout(later);
    sizes.disconnect();
    sights.disconnect();
  };
  signal.addEventListener('abort', end, { once: true });
}

/**
 * A swipe across the picture of a stepper turns to the next or the previous chapter; up and down stay the page's.
 * `turn(by)`: 1 for a swipe towards the left, -1 towards the right.
 * @param {HTMLElement} node
 * @param {(by: 1 | -1) => void} turn
 * @param {AbortSignal} signal
 */
export function onSwipe(node, turn, signal) {
  /** @type {{ x: number, y: number, at: number } | null} */
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
