// The place "start".

/** Nothing yet. */
export default function Start() {
  return <p class="muted">start</p>;
}
