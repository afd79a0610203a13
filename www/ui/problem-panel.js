// What the editor sees when new files are broken, or a chart would say too much.

import { el } from './dom.js';
import { problemList } from './error-panel.js';

/** Beside a picture that stays: the new files have problems (`stale`), or some charts are not drawn (`refused`). */
export function problemPanel(problems, words, lang, close, what = 'stale') {
  return el(
    'section',
    { class: 'problem-panel', role: 'status', 'aria-label': words.problems(problems.length) },
    el('p', { class: 'what' }, `${words.problems(problems.length)} · ${words[what]}`),
    problemList(problems, [lang]),
    el('button', { type: 'button', class: 'button', onclick: close }, words.close),
  );
}
