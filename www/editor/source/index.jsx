// The place "source".

/** Nothing yet. */
export default function Source() {
  return <p class="muted">source</p>;
}
