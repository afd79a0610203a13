// Where the focus goes: to the place when it comes on show, to the field that a problem names, and to what is nearest
// where that which had it is gone.
//
// **Invariant**: focus never stays in what is no longer on show, and never leaves a field in which someone types save
// by a key or a press.

import { effect } from '@preact/signals';
import { focusPath } from '../document/session.js';
import { selection } from '../document/story-document.js';

const FRAMES = 20;

/** The paths above a path, itself first: `scenes[0].title.zh`, `scenes[0].title`, `scenes[0]`. @param {string} path */
function* above(path) {
  let rest = path;
  while (rest) {
    yield rest;
    rest = rest.replace(/(?:^|\.)[^.[\]]+$|\[\d+\]$/, '');
  }
}

/** The field of a path, or what is nearest to it. @param {string} path @returns {HTMLElement | null} */
export function fieldOf(path) {
  for (const each of above(path)) {
    const quoted = CSS.escape(each);
    const field = document.querySelector(`[data-path="${quoted}"]`);
    if (field instanceof HTMLElement) return field;
    const inside = document.querySelector(`[data-path^="${quoted}."], [data-path^="${quoted}\\["]`);
    if (inside instanceof HTMLElement) return inside;
  }
  return null;
}

/** @param {HTMLElement} field */
function focusOn(field) {
  const target = field.matches('input, select, textarea, button, [tabindex], [contenteditable]')
    ? field
    : (field.querySelector('input, select, textarea, button, [tabindex], [contenteditable]') ?? field);
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
}

/** What has no keys of its own: undo and letters go on working there. */
const FOCUSABLE = 'button, summary, a[href], input[type="checkbox"], input[type="radio"], [tabindex="0"]';

/** What had the focus last and what it stood in, from within. @type {HTMLElement[]} */
let last = [];

/** Whether it can have the focus. @param {HTMLElement} element */
const takesFocus = (element) =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;

/** What had the focus is gone: the same one drawn anew has it, else what is nearest. */
function rescue() {
  const { activeElement } = document;
  const gone = last.at(0);
  if (!gone || (activeElement && activeElement !== document.body) || takesFocus(gone)) return undefined;
  const again = gone.getAttribute('data-again');
  const same = again ? document.querySelector(`[data-again="${CSS.escape(again)}"]`) : null;
  if (same instanceof HTMLElement && takesFocus(same)) return same.focus({ preventScroll: true });
  for (const holder of last.slice(1)) {
    if (!holder.isConnected || holder.matches('main, #app, body')) continue;
    const all = /** @type {NodeListOf<HTMLElement>} */ (holder.querySelectorAll(FOCUSABLE));
    const inside = [...all].filter(takesFocus);
    const chosen = inside.find((one) => one.matches('[aria-pressed="true"], [aria-current]')) ?? inside[0];
    if (chosen) return chosen.focus({ preventScroll: true });
  }
  return document.getElementById('place')?.focus({ preventScroll: true });
}

/** Keeps the focus from getting lost; returns what ends that. */
function keepFocus() {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    // what takes its place is there in the second frame after it
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(rescue);
    });
  };
  /** @param {FocusEvent} event */
  const remember = ({ target }) => {
    last = [];
    for (let at = target; at instanceof HTMLElement; at = at.parentElement) last.push(at);
  };
  const watch = new MutationObserver(() => {
    if (document.activeElement === document.body && last.length > 0) soon();
  });
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember);
  return () => {
    watch.disconnect();
    cancelAnimationFrame(frame);
    document.removeEventListener('focusin', remember);
  };
}

export function followFocus() {
  const stopKeeping = keepFocus();
  let place = selection.peek().place;
  const stopPlace = effect(() => {
    const next = selection.value.place;
    if (next === place) return;
    place = next;
    requestAnimationFrame(() => {
      if (focusPath.peek()) return;
      const main = document.getElementById('place');
      // A place may have put the focus into itself, and the bar keeps it for those who walk along it.
      if (main?.contains(document.activeElement) || document.activeElement?.closest('dialog')) return;
      main?.querySelector('[autofocus]') instanceof HTMLElement
        ? /** @type {HTMLElement} */ (main.querySelector('[autofocus]')).focus()
        : main?.focus();
    });
  });
  const stopPath = effect(() => {
    const path = focusPath.value;
    if (!path) return;
    let left = FRAMES;
    const look = () => {
      if (focusPath.peek() !== path) return;
      const field = fieldOf(path);
      left -= 1;
      if (field) focusOn(field);
      if (field || left === 0) focusPath.value = '';
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => {
    stopKeeping();
    stopPlace();
    stopPath();
  };
}
