// The place "publish".

/** Nothing yet. */
export default function Publish() {
  return <p class="muted">publish</p>;
}
