// A field for a text that quotes statements, as a component.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusPath, loaded } from '../document/session.js';
import { QuoteEditor } from './quote-editor.js';

/**
 * @import {Given} from './quote-editor.js'
 * @typedef {Given & { text: string, read: () => string, path: string, class?: string }} Props `read`: the text as it is
 *   when that is asked, for more may have been typed since the drawing; `path`: of the field in story.json, of
 *   sentences that of them all
 */

/** @param {Props} props */
export function QuoteField({ text, read, path, class: kind = '', ...given }) {
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const editor = useRef(/** @type {QuoteEditor | null} */ (null));
  const now = useRef(given);
  now.current = given;
  const reads = useRef(read);
  reads.current = read;
  // Before the first frame, in which the field may be wanted. The editor keeps what it was made with; what it asks for
  // is always that of the last drawing.
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const made = new QuoteEditor(host.current, text, {
      label: given.label,
      lang: given.lang,
      hint: given.hint,
      choices: given.choices,
      none: given.none,
      lines: given.lines,
      print: (quote) => now.current.print(quote),
      typed: (words) => now.current.typed(words),
      statements: () => now.current.statements(),
      onText: (words, origins) => now.current.onText(words, origins),
      onGo: (quote) => now.current.onGo(quote),
      onMove: (line, by) => now.current.onMove(line, by),
      onPlace: (chip, line) => now.current.onPlace(chip, line),
    });
    editor.current = made;
    return () => made.destroy();
  }, [given.lang, given.label]);
  const state = loaded.value;
  useLayoutEffect(() => editor.current?.show(reads.current()), [text, state]);
  const wanted = focusPath.value;
  useLayoutEffect(() => {
    if (wanted !== path && !wanted.startsWith(`${path}[`)) return;
    focusPath.value = '';
    editor.current?.focus(Number(/^\[(\d+)\]/.exec(wanted.slice(path.length))?.[1] ?? 0));
  }, [wanted, path]);
  return <div class={`quote-field ${kind}`} data-typed data-path={path} ref={host} />;
}
