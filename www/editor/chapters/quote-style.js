// How the text that quotes statements looks, and the list that `{` opens in it.

import { EditorView } from '@codemirror/view';
import { statusWord } from '../document/status.js';
import { openQuote } from '../document/quotes.js';
import { matching } from './search.js';
import { withWritten } from './written.js';

/**
 * @import {Completion, CompletionContext, CompletionResult} from '@codemirror/autocomplete'
 * @import {Given} from './quote-editor.js'
 * @import {Statement} from '../types.js'
 */

/** What can be quoted of a statement besides its phrase. */
const PARTS = /** @type {const} */ ({
  figure: ['.size', '.period'],
  point: ['.period'],
  list: ['.count'],
  series: ['.points', '.gaps'],
});

export const STYLE = EditorView.theme({
  '&': { color: 'inherit', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { padding: '0', fontFamily: 'inherit', lineHeight: 'inherit', caretColor: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflow: 'visible' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.chip': {
    padding: '0 5px',
    margin: '0 1px',
    border: '1px solid var(--rule)',
    borderRadius: '3px',
    background: 'color-mix(in srgb, var(--ground) 86%, var(--page-hue-7))',
    fontWeight: '700',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
  },
  '.chip.unknown': { borderColor: 'var(--amber)', color: 'var(--amber)' },
  '.typed': {
    background: 'var(--amber-ground)',
    textDecoration: 'underline dashed var(--amber) 2px',
    textUnderlineOffset: '4px',
    fontWeight: '700',
  },
  '.cm-tooltip': {
    border: '1px solid var(--muted)',
    borderRadius: '4px',
    background: 'var(--surface)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'inherit',
    fontSize: '13px',
    maxHeight: '15em',
    maxWidth: '26em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--ink)', color: 'var(--ground)' },
  '.cm-completionLabel': { fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', marginLeft: '10px', opacity: '0.75' },
});

/** @param {Statement} statement @param {string} part @param {Given} given @returns {Completion} */
function option(statement, part, given) {
  const { id, label, period } = statement;
  const quote = id + part;
  return {
    label: given.print(quote) || id,
    detail: [label, statusWord(statement), part === '' ? period : ''].filter(Boolean).join(' · '),
    apply: (view, _, from, to) => {
      const after = view.state.sliceDoc(to, to + 1) === '}' ? to + 1 : to;
      const at = from - 1;
      view.dispatch({
        changes: { from: at, to: after, insert: `{${quote}}` },
        selection: { anchor: at + quote.length + 2 },
        userEvent: 'input.complete',
      });
    },
  };
}

/**
 * The statements that what is typed after `{` may mean: those that it names exactly come with their parts.
 * @param {CompletionContext} context
 * @param {Given} given
 * @returns {CompletionResult | null}
 */
export function optionsFor(context, given) {
  const text = context.state.sliceDoc(0, context.pos);
  const open = openQuote(text, context.pos);
  if (!open) return null;
  const all = given.statements();
  const dot = open.typed.lastIndexOf('.');
  // A full stop begins a part behind an id; in 9.1 it is the decimal point of what is looked for.
  const asksPart = dot >= 0 && all.some(({ id }) => id === open.typed.slice(0, dot));
  const found = matching(withWritten(all), asksPart ? open.typed.slice(0, dot) : open.typed).slice(0, 40);
  if (found.length === 0) {
    // it is said where it is looked for; to choose it changes nothing
    const none = { label: given.none(open.typed), apply: () => {} };
    return { from: open.from + 1, to: context.pos, options: [none], filter: false };
  }
  const options = found.flatMap((statement, i) => {
    // A list or a series has no phrase: what is counted of it can be quoted.
    const whole = statement.kind === 'list' || statement.kind === 'series' ? [] : [''];
    const asked = asksPart || (i === 0 && found.length === 1) || whole.length === 0;
    return [...whole, ...(asked ? PARTS[statement.kind] : [])].map((each) => option(statement, each, given));
  });
  return { from: open.from + 1, to: context.pos, options, filter: false };
}
