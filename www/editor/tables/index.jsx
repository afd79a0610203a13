// The place "tables".

/** Nothing yet. */
export default function Tables() {
  return <p class="muted">tables</p>;
}
