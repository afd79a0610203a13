// What happens around the element: sizes, sight, scrolling, printing, the address. All of it ends with the signal.

/** `nodes` whose size matters, `view` whose visibility matters; `on`: size(), sight(visible), scroll(), hash(), print(). */
export function watchWindow({ nodes, view, signal, on }) {
  let inView = true;
  const tell = () => on.sight(inView && !document.hidden);
  addEventListener('hashchange', on.hash, { signal });
  addEventListener('scroll', on.scroll, { signal, passive: true });
  addEventListener('beforeprint', on.print, { signal });
  document.addEventListener('visibilitychange', tell, { signal });
  const sizes = new ResizeObserver(on.size);
  for (const node of nodes) sizes.observe(node);
  const sights = new IntersectionObserver((entries) => {
    inView = entries.at(-1).isIntersecting;
    tell();
  });
  sights.observe(view);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    sights.disconnect();
  });
}
