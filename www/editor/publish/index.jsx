// The place "publish".

/** @param {{ close: () => void }} props */
export default function Publish({ close }) {
  return (
    <button type="button" onClick={close}>
      publish
    </button>
  );
}
