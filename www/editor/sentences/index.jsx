// The place "sentences": the article with every number marked, beside the list of what each states.

import './sentences.css';
import { useEffect } from 'preact/hooks';
import { useComputed } from '@preact/signals';
import { isField, useKeys } from '../frame/components.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { language, useWords } from '../words.js';
import { addSpan, answer, isLikelyName, leave, name, take, takeAll } from './actions.js';
import { Article } from './article.jsx';
import { pasting, picked, unfit } from './picked.js';
import { focusCard, focusField, focusLacking } from './focus.js';
import { List, filter, isOf } from './list.jsx';
import { amounts, current, goToAmount, nextWaiting } from './now.js';
import { waits } from './amounts.js';
import { announce } from '../frame/announce.js';
import { WORDS } from './words.js';

/** @param {number} by */
function move(by) {
  const shown = amounts.peek().filter((amount) => isOf(amount, filter.peek()));
  const at = shown.findIndex(({ key }) => key === current.peek()?.key);
  goToAmount(shown[Math.max(0, Math.min(shown.length - 1, at < 0 ? 0 : at + by))]);
  focusCard();
}

export function next() {
  const found = nextWaiting(current.peek()?.key ?? '');
  if (!found) return false;
  filter.value = 'all';
  goToAmount(found);
  focusCard();
  return true;
}

function enter() {
  if (unfit.peek()) {
    announce(WORDS[language.peek()].tooMuch);
    return true;
  }
  if (picked.peek()) {
    const { start, end } = /** @type {{ start: number, end: number }} */ (picked.peek());
    addSpan(start, end);
    getSelection()?.removeAllRanges();
    focusCard();
    return true;
  }
  const amount = current.peek();
  if (!amount) return false;
  if (!waits(amount) && amount.state !== 'left') return next();
  if (isLikelyName(amount)) name(amount);
  else focusLacking(take(amount));
  return true;
}

export default function Sentences() {
  const words = useWords(WORDS);
  const empty = useComputed(() => amounts.value.length === 0);
  useEffect(() => {
    footKeys.value = [
      ['↓ ↑', words.keys.move],
      ['Enter', words.keys.take],
      ['E', words.keys.edit],
      ['X', words.keys.name],
      ['Ctrl Enter', words.keys.all],
    ];
  }, [words]);
  /** @param {number} index */
  const choose = (index) => {
    const amount = current.peek();
    if (!amount?.questions[0]?.answers[index]) return false;
    answer(amount, amount.questions[0].id, index);
    focusCard();
    return true;
  };
  /** @param {(amount: import('./types.js').Amount) => void} act */
  const act = (act) => () => {
    const amount = current.peek();
    if (!amount) return false;
    act(amount);
    focusCard();
    return true;
  };
  useEffect(() => {
    /** Before the frame's own key for the first problem. @param {KeyboardEvent} event */
    const suggested = (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'Period' || !choose(0)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    /** Words that are selected go before the mark or the card that has the focus. @param {KeyboardEvent} event */
    const selected = (event) => {
      const { target } = event;
      if (event.code !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing || isField(target)) return;
      if (!(picked.peek() || unfit.peek()) || document.querySelector('dialog[open]')) return;
      if (target instanceof Element && target.closest('button, summary, .bar, .rail')) return;
      event.preventDefault();
      event.stopPropagation();
      enter();
    };
    document.addEventListener('keydown', suggested, true);
    document.addEventListener('keydown', selected, true);
    return () => {
      document.removeEventListener('keydown', suggested, true);
      document.removeEventListener('keydown', selected, true);
    };
  });
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: enter,
    'Ctrl+Enter': () => {
      takeAll();
      focusCard();
    },
    KeyE: () => focusField('label'),
    KeyX: act(name),
    KeyL: act(leave),
    KeyN: () => next() || announce(words.allDecided),
    KeyP: () => {
      pasting.value = true;
    },
    Digit1: () => choose(0),
    Digit2: () => choose(1),
    Digit3: () => choose(2),
  });
  return (
    <div class={empty.value ? 'sentences empty' : 'sentences'}>
      <Article />
      <List onNext={next} onEnter={enter} />
    </div>
  );
}
