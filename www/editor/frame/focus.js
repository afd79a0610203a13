// Where the focus goes: to the place when it comes on show, to the field that a problem names.
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

export function followFocus() {
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
    stopPlace();
    stopPath();
  };
}
