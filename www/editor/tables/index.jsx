// The place "tables": a table as it was pasted, what its columns mean, and the series that it becomes. Sources are here
// too: each once.

import './tables.css';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { incomingTable } from '../document/incoming.js';
import { selection } from '../document/story-document.js';
import { useKeys } from '../frame/components.jsx';
import { footKeys } from '../frame/foot-keys.js';
import Source from '../sources/index.jsx';
import { useWords } from '../words.js';
import { again, keepOld, settleFirst, takeFile, takeNew, takeRows } from './actions.js';
import { Empty } from './empty.jsx';
import { fromTabs, isTable } from './grid.js';
import { fromHtml } from './html.js';
import { shown } from './now.js';
import { useFirst } from './charts.jsx';
import { Series } from './series.jsx';
import { View } from './view.jsx';
import { WORDS } from './words.js';

/** A table on a clipboard. @param {DataTransfer | null} data */
export function rowsOf(data) {
  const html = fromHtml(data?.getData('text/html') ?? '');
  const text = data?.getData('text/plain') ?? '';
  if (html.length > 1) return html;
  return isTable(text) ? fromTabs(text) : [];
}

export default function Tables() {
  const words = useWords(WORDS);
  useEffect(() => {
    footKeys.value = [
      ['← → ↑ ↓', words.keys.move],
      ['Alt ↓', words.keys.meaning],
      ['Delete', words.keys.none],
      ['Ctrl .', words.keys.suggested],
      ['Ctrl Enter', words.keys.use],
    ];
  }, [words]);
  // Not after the paint: someone who sees the place may paste.
  useLayoutEffect(() => {
    /** @param {ClipboardEvent} event */
    const onPaste = (event) => {
      const file = event.clipboardData?.files[0];
      const rows = rowsOf(event.clipboardData);
      if (rows.length === 0 && file) {
        event.preventDefault();
        file.arrayBuffer().then((bytes) => takeFile(new Uint8Array(bytes), file.name));
      }
      if (rows.length === 0) return;
      event.preventDefault();
      takeRows(rows, words.table);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [words]);
  const come = incomingTable.value;
  useEffect(() => {
    if (!come) return;
    incomingTable.value = null;
    void takeFile(come.bytes, come.name);
  }, [come]);
  useEffect(() => {
    /** Before the frame's own key for the first problem. @param {KeyboardEvent} event */
    const suggested = (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'Period' || !settleFirst()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', suggested, true);
    return () => document.removeEventListener('keydown', suggested, true);
  }, []);
  useKeys({
    'Ctrl+Enter': () => useFirst(),
    Enter: () => (again.peek() ? takeNew() : false),
    Escape: () => (again.peek() ? keepOld() : false),
  });
  if (selection.value.source) return <Source />;
  if (!shown.value) return <Empty />;
  return (
    <div class="tables">
      <View />
      <Series />
    </div>
  );
}
