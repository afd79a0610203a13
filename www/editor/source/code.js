// The text of a file in CodeMirror, in a shadow root of its own, where its styles are constructed sheets.
//
// **Invariant**: the text on show is the file's; what is typed goes to `onType`, and undo is the document's.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  HighlightStyle,
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/**
 * @import {Diagnostic} from '@codemirror/lint'
 * @import {CompletionContext, CompletionResult} from '@codemirror/autocomplete'
 */

/** Changes that come from the document. */
const outside = Annotation.define();

const THEME = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-gutters': { backgroundColor: 'var(--ground-2)', color: 'var(--muted)', border: '0' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--ground-2) 60%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--rule)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--rule)',
  },
  '.cm-tooltip, .cm-panels': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--muted)',
    fontFamily: 'var(--sans)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { color: 'var(--ground)', backgroundColor: 'var(--ink)' },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' },
  '.cm-diagnostic': { fontFamily: 'var(--sans)', borderLeftColor: 'var(--amber)' },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--amber) 1px',
    textUnderlineOffset: '4px',
  },
  '.cm-textfield, .cm-button': {
    color: 'inherit',
    backgroundColor: 'transparent',
    backgroundImage: 'none',
    border: '1px solid var(--muted)',
  },
});
const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--page-hue-3)' },
  { tag: tags.string, color: 'var(--page-hue-2)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--page-hue-4)' },
  { tag: tags.invalid, color: 'var(--amber)' },
]);

/**
 * @param {object} given
 * @param {HTMLElement} given.host
 * @param {string} given.text
 * @param {string} given.name of the file
 * @param {string} given.label
 * @param {(text: string) => void} given.onType
 * @param {(context: CompletionContext) => CompletionResult | null} given.complete
 */
export function codeIn({ host, text, name, label, onType, complete }) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const language = new Compartment();
  const isJson = name.endsWith('.json');
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightSelectionMatches(),
        search({ top: true }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        language.of(isJson ? json() : []),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: isJson ? [complete] : [], icons: false }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...foldKeymap, ...defaultKeymap]),
        THEME,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((each) => each.annotation(outside))) return;
          onType(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    /**
     * The file's text has changed elsewhere: the least part of it is replaced, so that the caret stays.
     * @param {string} next
     */
    show(next) {
      const now = view.state.doc.toString();
      if (now === next) return;
      let from = 0;
      while (from < now.length && from < next.length && now[from] === next[from]) from += 1;
      let [endNow, endNext] = [now.length, next.length];
      while (endNow > from && endNext > from && now[endNow - 1] === next[endNext - 1]) {
        endNow -= 1;
        endNext -= 1;
      }
      view.dispatch({
        changes: { from, to: endNow, insert: next.slice(from, endNext) },
        annotations: outside.of(true),
      });
    },
    /** @param {Diagnostic[]} diagnostics */
    mark: (diagnostics) => view.dispatch(setDiagnostics(view.state, diagnostics)),
    /** @param {number} offset @param {boolean} [focus] */
    goTo(offset, focus = true) {
      const at = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      if (focus) view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
