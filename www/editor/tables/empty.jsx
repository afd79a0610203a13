// No table yet: where one is pasted or opened.

import { useRef } from 'preact/hooks';
import { useWords } from '../words.js';
import { takeFile, takeRows } from './actions.js';
import { fromTabs } from './grid.js';
import { WORDS } from './words.js';

/** A button that opens a file. @param {{ small?: boolean }} props */
export function OpenFile({ small = false }) {
  const words = useWords(WORDS);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  return (
    <>
      <button type="button" class={small ? 'button small' : 'button'} onClick={() => input.current?.click()}>
        {words.file}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls,.ods,.csv,.tsv,.txt"
        onChange={async (event) => {
          const [file] = event.currentTarget.files ?? [];
          if (!file) return;
          await takeFile(new Uint8Array(await file.arrayBuffer()), file.name);
          if (input.current) input.current.value = '';
        }}
      />
    </>
  );
}

/** What is dropped on a part of the page. */
export const dropTarget = {
  onDragOver: (/** @type {DragEvent} */ event) => event.preventDefault(),
  onDrop: async (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    event.stopPropagation();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) await takeFile(new Uint8Array(await file.arrayBuffer()), file.name);
  },
};

export function Empty() {
  const words = useWords(WORDS);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  return (
    <section class="pane tables-empty" aria-label={words.emptyTitle} {...dropTarget}>
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyHow}</p>
      <textarea ref={field} rows={8} data-own-undo aria-label={words.emptyField} placeholder={words.emptyField} />
      <p class="tables-act">
        <button
          type="button"
          class="button main"
          onClick={() => takeRows(fromTabs(field.current?.value ?? ''), words.table)}
        >
          {words.paste}
        </button>
        <OpenFile />
      </p>
      <p class="muted">{words.emptyColumns}</p>
    </section>
  );
}
