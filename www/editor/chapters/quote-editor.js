// A text that quotes statements, to be typed: a quotation is one character to the caret and shows its printed phrase,
// typed digits are underlined, `{` opens the list of statements. CodeMirror, for it bears input methods; in a shadow
// root, where its styles are constructed and need no exception from the policy of the page.
//
// **Invariant**: the text of the document is the template itself; nothing is told while an input method composes or a
// quotation is open.

import { autocompletion, completionStatus } from '@codemirror/autocomplete';
import { standardKeymap } from '@codemirror/commands';
import { Annotation, Compartment, EditorSelection, EditorState, StateEffect } from '@codemirror/state';
import { Decoration, EditorView, keymap, placeholder, ViewPlugin, WidgetType } from '@codemirror/view';
import { openQuote, pieces } from '../document/quotes.js';
import { optionsFor, STYLE } from './quote-style.js';

/**
 * @import {ChangeDesc, Text} from '@codemirror/state'
 * @import {DecorationSet, ViewUpdate} from '@codemirror/view'
 * @typedef {object} Given what the editor asks for while it draws
 * @property {string} label
 * @property {string} lang
 * @property {string} hint what stands in an empty field
 * @property {string} choices the name of the list of statements
 * @property {(typed: string) => string} none what the list says where it has nothing
 * @property {boolean} lines whether Enter begins another sentence
 * @property {(quote: string) => string} print
 * @property {(text: string) => { from: number, to: number }[]} typed
 * @property {() => readonly import('../types.js').Statement[]} statements
 * @property {(text: string, origins: number[][]) => void} onText
 * @property {(quote: string) => void} onGo
 * @property {(line: number, by: number) => void} onMove a sentence up or down
 * @property {(chip: string, line: number) => void} onPlace where the selection is
 */

const fromOutside = Annotation.define();
const redraw = StateEffect.define();

class Chip extends WidgetType {
  /** @param {string} quote @param {string} phrase */
  constructor(quote, phrase) {
    super();
    this.quote = quote;
    this.phrase = phrase;
  }
  /** @param {Chip} other */
  eq(other) {
    return other.quote === this.quote && other.phrase === this.phrase;
  }
  toDOM() {
    const chip = document.createElement('span');
    chip.className = this.phrase ? 'chip' : 'chip unknown';
    chip.textContent = this.phrase || `{${this.quote}}`;
    chip.dataset.quote = this.quote;
    return chip;
  }
  ignoreEvent() {
    return false;
  }
}

/** @param {Given} given @param {Text} doc */
function decorate(given, doc) {
  const text = doc.toString();
  const chips = pieces(text)
    .filter(({ quote }) => quote)
    .map(({ from, to, quote }) => Decoration.replace({ widget: new Chip(quote, given.print(quote)) }).range(from, to));
  const typed = given.typed(text).map(({ from, to }) => Decoration.mark({ class: 'typed' }).range(from, to));
  return { chips: Decoration.set(chips), all: Decoration.set([...chips, ...typed], true) };
}

/** @param {Given} given */
const decorations = (given) =>
  ViewPlugin.fromClass(
    class {
      /** @param {EditorView} view */
      constructor(view) {
        /** @type {{ chips: DecorationSet, all: DecorationSet }} */
        this.sets = decorate(given, view.state.doc);
      }
      /** @param {ViewUpdate} update */
      update(update) {
        const asked = update.transactions.some((tr) => tr.effects.some((effect) => effect.is(redraw)));
        if (update.view.composing && update.docChanged)
          this.sets = { chips: this.sets.chips.map(update.changes), all: this.sets.all.map(update.changes) };
        else if (update.docChanged || asked) this.sets = decorate(given, update.state.doc);
      }
    },
    {
      decorations: (plugin) => plugin.sets.all,
      provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.sets.chips ?? Decoration.none),
    },
  );

/**
 * For each new line the old ones that it was made of.
 * @param {Text} before
 * @param {Text} after
 * @param {ChangeDesc} changes
 */
export function originsOf(before, after, changes) {
  /** @type {number[][]} */
  const origins = Array.from({ length: after.lines }, () => []);
  /** @type {number[][]} */
  const gone = Array.from({ length: after.lines }, () => []);
  /** @type {[number, number][]} */
  const deleted = [];
  changes.iterChangedRanges((from, to) => deleted.push([from, to]));
  for (let n = 1; n <= before.lines; n += 1) {
    const { from, to } = before.line(n);
    const whole = (/** @type {[number, number]} */ [start, end]) =>
      start <= from && end >= to && (start < from || end > to);
    const now = after.lineAt(changes.mapPos(from, 1)).number - 1;
    (from < to && deleted.some(whole) ? gone : origins)[now].push(n - 1);
  }
  // a line of which nothing stays is the one that was typed anew, unless another has come to stand there
  return origins.map((all, i) => (all.length > 0 ? all : gone[i].slice(0, 1)));
}

/** The quotation that is selected, by itself. @param {EditorState} state */
function selectedChip({ doc, selection: { main } }) {
  if (main.empty) return '';
  return (
    pieces(doc.toString()).find(({ quote, from, to }) => quote && from === main.from && to === main.to)?.quote ?? ''
  );
}

/** Whether a statement is being looked for: Enter is for its list. @param {EditorState} state */
const chooses = (state) =>
  completionStatus(state) === 'active' ||
  (completionStatus(state) === 'pending' && openQuote(state.doc.toString(), state.selection.main.head) !== null);

/** @param {Given} given */
function keys(given) {
  const enter = (/** @type {EditorView} */ view) => {
    const chip = selectedChip(view.state);
    if (chip) given.onGo(chip);
    else if (given.lines && !chooses(view.state))
      view.dispatch(view.state.replaceSelection('\n'), { userEvent: 'input', scrollIntoView: true });
    return true;
  };
  const move = (/** @type {number} */ by) => (/** @type {EditorView} */ view) => {
    given.onMove(view.state.doc.lineAt(view.state.selection.main.head).number - 1, by);
    return true;
  };
  return keymap.of([
    { key: 'Enter', run: enter },
    { key: 'Mod-Shift-ArrowUp', run: move(-1) },
    { key: 'Mod-Shift-ArrowDown', run: move(1) },
    ...standardKeymap.filter(({ key }) => key !== 'Enter'),
  ]);
}

export class QuoteEditor {
  #view;
  #given;
  /** What an input method has changed and nobody was told. @type {{ before: Text, changes: ChangeDesc } | null} */
  #untold = null;
  #label = new Compartment();

  /** @param {HTMLElement} host @param {string} text @param {Given} given */
  constructor(host, text, given) {
    this.#given = given;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
    root.replaceChildren();
    const oneLine = EditorState.transactionFilter.of((tr) =>
      tr.docChanged && tr.newDoc.lines > 1
        ? [
            tr,
            {
              changes: { from: 0, to: tr.newDoc.length, insert: tr.newDoc.toString().replaceAll('\n', ' ') },
              sequential: true,
            },
          ]
        : tr,
    );
    const state = EditorState.create({
      doc: text,
      extensions: [
        STYLE,
        EditorView.lineWrapping,
        decorations(given),
        autocompletion({ override: [(context) => optionsFor(context, given)], icons: false, interactionDelay: 0 }),
        keys(given),
        given.lines ? [] : oneLine,
        placeholder(given.hint),
        EditorState.phrases.of({ Completions: given.choices }),
        this.#label.of(this.#attributes()),
        EditorView.updateListener.of((update) => this.#updated(update)),
        EditorView.domEventHandlers({
          compositionend: () => this.#tellOrWait(),
          mousedown: (event, view) => this.#onMouse(event, view),
        }),
      ],
    });
    this.#view = new EditorView({ state, parent: root, root });
  }

  #attributes() {
    const { label, lang, lines } = this.#given;
    return EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-multiline': `${lines}`,
      lang,
      spellcheck: 'false',
    });
  }

  /** @param {ViewUpdate} update */
  #updated(update) {
    if (update.docChanged && !update.transactions.some((tr) => tr.annotation(fromOutside))) {
      const before = this.#untold?.before ?? update.startState.doc;
      const changes = this.#untold ? this.#untold.changes.composeDesc(update.changes.desc) : update.changes.desc;
      this.#untold = { before, changes };
      this.#tellOrWait();
    } else if (update.focusChanged && !update.view.hasFocus) this.#tellOrWait();
    else if (update.selectionSet) this.#tellOrWait();
    if (update.selectionSet || update.docChanged || update.focusChanged) {
      const { doc, selection } = update.state;
      const chip = update.view.hasFocus ? selectedChip(update.state) : '';
      this.#given.onPlace(chip, update.view.hasFocus ? doc.lineAt(selection.main.head).number - 1 : -1);
    }
  }

  /** A quotation that is being typed is no text yet: it is told when it is closed, or left. */
  #waits() {
    const { doc, selection } = this.#view.state;
    return this.#view.composing || (this.#view.hasFocus && openQuote(doc.toString(), selection.main.head) !== null);
  }

  #tellOrWait() {
    if (this.#untold) setTimeout(() => this.#waits() || this.#tell(), 0);
  }

  #tell() {
    const untold = this.#untold;
    this.#untold = null;
    if (!untold) return;
    const { doc } = this.#view.state;
    this.#given.onText(doc.toString(), originsOf(untold.before, doc, untold.changes));
    this.#view.dispatch({ effects: redraw.of(null) });
  }

  /**
   * A click on a quotation selects it; a second one goes to its statement.
   * @param {MouseEvent} event
   * @param {EditorView} view
   */
  #onMouse(event, view) {
    const chip = /** @type {HTMLElement | null} */ (
      event.target instanceof Element ? event.target.closest('.chip') : null
    );
    if (!chip || event.button !== 0 || event.shiftKey) return false;
    const at = view.posAtDOM(chip);
    const piece = pieces(view.state.doc.toString()).find(({ quote, from, to }) => quote && from <= at && at <= to);
    if (!piece) return false;
    event.preventDefault();
    if (event.detail > 1) this.#given.onGo(piece.quote);
    view.focus();
    view.dispatch({ selection: EditorSelection.range(piece.from, piece.to) });
    return true;
  }

  /** Another text, or the same with other phrases. @param {string} text */
  show(text) {
    const old = this.#view.state.doc.toString();
    if (text === old || this.#untold) {
      if (!this.#untold) this.#view.dispatch({ effects: redraw.of(null) });
      return;
    }
    let first = 0;
    while (first < Math.min(old.length, text.length) && old[first] === text[first]) first += 1;
    let last = 0;
    while (last < Math.min(old.length, text.length) - first && old.at(-1 - last) === text.at(-1 - last)) last += 1;
    this.#view.dispatch({
      changes: { from: first, to: old.length - last, insert: text.slice(first, text.length - last) },
      annotations: fromOutside.of(true),
      effects: redraw.of(null),
    });
  }

  /** At the end of a line. @param {number} line from 0 */
  focus(line) {
    const { doc } = this.#view.state;
    const { to } = doc.line(Math.min(line + 1, doc.lines));
    this.#view.dispatch({ selection: { anchor: to }, scrollIntoView: true });
    this.#view.focus();
  }

  destroy() {
    this.#tell();
    this.#view.destroy();
  }
}
