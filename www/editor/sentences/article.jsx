// The article: every number marked with what has become of it, paragraphs far from the open one folded.

import { useComputed } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { article } from '../document/story-document.js';
import { Key } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { shownState } from './faults.js';
import { focusCard } from './focus.js';
import { amounts, articleLanguage, current, goToAmount, paragraphList } from './now.js';
import { Legend, Progress, Wordings } from './legend.jsx';
import { Paste } from './more-text.jsx';
import { picked, pasting, unfit } from './picked.js';
import { WORDS } from './words.js';

/** @import { Amount } from './types.js' */
/** @typedef {ReturnType<typeof import('./amounts.js').paragraphStates>[number]} Paragraph */

/** With more paragraphs, those far from the open amount are folded. */
const ALL = 9;
const NEAR = 2;
/** px: what stands around the open mark stays in sight with it. */
const MARGIN = 40;

/**
 * The place of an end of a selection in a piece of the article.
 * @param {Element} piece @param {Node} node @param {number} offset @param {boolean} last
 */
function placeOf(piece, node, offset, last) {
  const [at, end] = [Number(piece.getAttribute('data-at')), Number(piece.getAttribute('data-end'))];
  if (!piece.contains(node)) return last ? end : at;
  // `Text` is a paragraph here
  if (node.nodeType !== Node.TEXT_NODE) return offset === 0 ? at : end;
  return node.parentElement?.closest('sup, .spoken') ? end : Math.min(at + offset, end);
}

/** The part of the article that is selected, wherever the mouse was let go. */
function watchSelection() {
  const now = getSelection();
  const body = document.querySelector('.article');
  const range = now && now.rangeCount > 0 && !now.isCollapsed ? now.getRangeAt(0) : null;
  const pieces =
    range && body && range.intersectsNode(body)
      ? [...body.querySelectorAll('[data-at]')].filter((piece) => range.intersectsNode(piece))
      : [];
  const [first, last] = [pieces[0], pieces.at(-1)];
  const start = range && first ? placeOf(first, range.startContainer, range.startOffset, false) : 0;
  const end = range && last ? placeOf(last, range.endContainer, range.endOffset, true) : 0;
  const text = article.peek().slice(start, end);
  const inner = text.trim();
  const from = start + text.indexOf(inner);
  const fits = inner !== '' && !inner.includes('\n') && inner.length <= 80;
  picked.value = fits ? { start: from, end: from + inner.length } : null;
  unfit.value = inner !== '' && !fits;
}

/** @param {{ amount: Amount, text: string }} props */
function Mark({ amount, text }) {
  const words = useWords(WORDS);
  const open = useComputed(() => current.value?.key === amount.key).value;
  const shown = shownState(amount);
  const state = amount.kind === 'digits' && amount.state === 'open' ? 'open digits' : shown;
  return (
    <a
      class={`mark ${state}${open ? ' current' : ''}`}
      href={`#statement-${amount.number}`}
      draggable={false}
      aria-current={open ? 'true' : undefined}
      tabIndex={open ? 0 : -1}
      data-at={amount.start}
      data-end={amount.end}
      data-key={amount.key}
      onMouseEnter={() => hovered(amount.key)}
      onMouseLeave={() => hovered('')}
      onClick={(event) => {
        event.preventDefault();
        if (picked.peek()) return;
        goToAmount(amount);
        focusCard();
      }}
    >
      {text}
      {/* the joiner keeps the number on the line of the last word */}
      <sup>
        {`\u2060${amount.number}`}
        <span class="spoken">{` ${words.states[shown]}`}</span>
      </sup>
    </a>
  );
}

/** Lights a mark and its row together. @param {string} key */
export function hovered(key) {
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  if (key) for (const each of document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)) each.classList.add('lit');
}

/** @param {{ paragraph: Paragraph, own: Amount[] }} props */
function Text({ paragraph: { number, start, end, state }, own }) {
  const text = article.value;
  const pieces = [];
  let from = start;
  for (const amount of own) {
    if (amount.start < from) continue;
    if (amount.start > from) pieces.push({ at: from, end: amount.start, amount: null });
    pieces.push({ at: amount.start, end: amount.end, amount });
    from = amount.end;
  }
  if (from < end) pieces.push({ at: from, end, amount: null });
  return (
    <div class={`paragraph ${state}`} data-paragraph={number}>
      <span class="paragraph-number" aria-hidden="true">
        {number}
      </span>
      <p>
        {pieces.map(({ at, end: to, amount }) =>
          amount ? (
            <Mark key={amount.key} amount={amount} text={text.slice(at, to)} />
          ) : (
            <span key={`text-${at}`} data-at={at} data-end={to}>
              {text.slice(at, to)}
            </span>
          ),
        )}
      </p>
    </div>
  );
}

/**
 * Paragraphs in their order: each by itself, or a run that is folded.
 * @param {readonly Paragraph[]} all @param {number} near
 */
function folded(all, near) {
  /** @type {Paragraph[][]} */
  const runs = [];
  let before = true;
  for (const paragraph of all) {
    const shown = all.length <= ALL || Math.abs(paragraph.number - near) <= NEAR;
    if (shown || before) runs.push([paragraph]);
    else runs.at(-1)?.push(paragraph);
    before = shown;
  }
  return runs.map((run) => ({ run, shown: all.length <= ALL || Math.abs(run[0].number - near) <= NEAR }));
}

function Paragraphs() {
  const words = useWords(WORDS);
  const [unfolded, unfold] = useState(/** @type {readonly number[]} */ ([]));
  const near = useComputed(() => Math.max(1, current.value?.paragraph ?? 1));
  return folded(paragraphList.value, near.value).map(({ run, shown }) => {
    const [first, last] = [run[0].number, run[run.length - 1].number];
    if (shown || unfolded.includes(first)) {
      return run.map((paragraph) => (
        <Text
          key={paragraph.number}
          paragraph={paragraph}
          own={amounts.value.filter(({ start, end }) => start >= paragraph.start && end <= paragraph.end)}
        />
      ));
    }
    const [all, taken] = [
      run.reduce((n, { amounts: own }) => n + own, 0),
      run.reduce((n, { taken: own }) => n + own, 0),
    ];
    const span = first === last ? `${first}` : `${first}${words.dash}${last}`;
    return (
      <button
        key={`fold-${first}`}
        type="button"
        class="fold"
        aria-expanded="false"
        onClick={() => unfold([...unfolded, first])}
      >
        <span>{all > 0 ? words.folded(span, all, taken) : words.foldedNone(span)}</span>
        <span>{words.show}</span>
      </button>
    );
  });
}

/** Moves a pane's own contents alone, until a part of it is in sight. @param {Element | null | undefined} part */
function keepInSight(part) {
  const pane = part?.closest('.pane-body');
  if (!part || !pane) return;
  const [own, room] = [part.getBoundingClientRect(), pane.getBoundingClientRect()];
  const [above, below] = [own.top - room.top - MARGIN, own.bottom - room.bottom + MARGIN];
  if (above < 0) pane.scrollTop += above;
  else if (below > 0) pane.scrollTop += below;
}

export function Article() {
  const words = useWords(WORDS);
  const body = useRef(/** @type {HTMLDivElement | null} */ (null));
  const open = useComputed(() => current.value?.key).value;
  useLayoutEffect(() => keepInSight(body.current?.querySelector('.mark.current')), [open]);
  useEffect(() => {
    document.addEventListener('selectionchange', watchSelection);
    return () => {
      document.removeEventListener('selectionchange', watchSelection);
      picked.value = null;
      unfit.value = false;
    };
  }, []);
  const empty = article.value.trim() === '';
  return (
    <section class="pane article-pane" aria-label={words.article}>
      <header class="pane-head">
        <h2>{empty ? words.empty : words.paragraphs(`1${words.dash}${paragraphList.value.length}`)}</h2>
        {empty ? null : <Progress />}
        <button
          type="button"
          class="button small push"
          aria-expanded={pasting.value}
          onClick={() => {
            pasting.value = !pasting.value;
          }}
        >
          {words.paste} <Key>P</Key>
        </button>
      </header>
      <div
        class="pane-body article"
        ref={body}
        lang={articleLanguage.value === 'zh' ? 'zh-Hans' : articleLanguage.value}
      >
        {empty ? <Paste first /> : <Paragraphs />}
        {pasting.value && !empty ? <Paste first={false} /> : null}
      </div>
      {empty ? null : <Wordings />}
      {empty ? null : <Legend />}
    </section>
  );
}
