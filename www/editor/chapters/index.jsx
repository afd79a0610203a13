// The place "chapters".

/** Nothing yet. */
export default function Chapters() {
  return <p class="muted">chapters</p>;
}
