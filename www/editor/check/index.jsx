// The place "check".

/** Nothing yet. */
export default function Check() {
  return <p class="muted">check</p>;
}
