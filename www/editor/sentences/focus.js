// Where the focus goes within the place: to the card that is open, to one of its fields or to its question.
//
// **Invariant**: the focus never leaves a field in which someone types.

import { isField } from '../frame/components.jsx';

/** Puts the focus into a field of the open card. @param {string} member */
export function focusField(member) {
  const card = document.querySelector('.amount.opened');
  const field = card?.querySelector(`[data-member="${member}"] input, [data-member="${member}"] select`);
  if (field instanceof HTMLElement) field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** After taking: what lacks is shown, else the card that is open then. @param {string} lacks as `take` says it */
export function focusLacking(lacks) {
  if (!lacks) return focusCard();
  requestAnimationFrame(() => {
    if (lacks !== 'question') return focusField(lacks);
    const answer = document.querySelector('.amount.opened .question .answers button');
    if (answer instanceof HTMLElement) answer.focus();
  });
}

/** The card takes the focus from a field that has done its work, and is shown whole. */
export function focusOpened() {
  requestAnimationFrame(() => {
    const card = document.querySelector('.amount.opened');
    if (!(card instanceof HTMLElement)) return;
    card.scrollIntoView({ block: 'nearest' });
    card.focus({ preventScroll: true });
  });
}

/** The card itself takes the focus, so that its keys work. */
export function focusCard() {
  requestAnimationFrame(() => {
    const card = document.querySelector('.amount.opened');
    if (!(card instanceof HTMLElement)) return;
    card.scrollIntoView({ block: 'nearest' });
    const there = document.activeElement;
    const inside = there === document.body || there?.closest('#place');
    if (inside && !isField(there)) card.focus({ preventScroll: true });
  });
}
