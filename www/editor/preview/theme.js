// Whether the interface is light or dark now, as it was chosen or as the system has it: pictures follow it.

import { computed, signal } from '@preact/signals';
import { theme } from '../frame/preferences.js';

const asked = matchMedia('(prefers-color-scheme: dark)');
const system = signal(asked.matches);
asked.addEventListener('change', () => {
  system.value = asked.matches;
});

/** @type {import('@preact/signals').ReadonlySignal<'light' | 'dark'>} */
export const themeNow = computed(() => {
  if (theme.value === 'auto') return system.value ? 'dark' : 'light';
  return theme.value;
});
