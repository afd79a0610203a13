// The place "sentences".

/** Nothing yet. */
export default function Sentences() {
  return <p class="muted">sentences</p>;
}
