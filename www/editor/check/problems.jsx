// What the engine finds wrong, what stops publishing first: where it is, the way there, and the remedy where there is
// only one.

import { useEffect, useRef } from 'preact/hooks';
import { helpOf, messageOf } from '../document/problem-words.js';
import { goTo, problems } from '../document/session.js';
import { fix, sources, story } from '../document/story-document.js';
import { announce } from '../frame/announce.js';
import { Key } from '../frame/components.jsx';
import { current } from '../frame/current-problem.js';
import { told, useWords } from '../words.js';
import { inOrder, whereOf } from './where.js';
import { WORDS } from './words.js';

/** @import {Problem} from '../types.js' */

/** The names of what problems are about, in the language of the interface. @param {typeof WORDS.zh} words */
function namesOf(words) {
  const { scenes = [], figures = {}, lists = {}, series = {} } = story.value ?? {};
  const nameOfSeries = (/** @type {string} */ id) => told(series[id]?.label) || id;
  return {
    scene: (/** @type {number} */ at) => {
      return `${words.chapter(at + 1)} ${told(scenes[at]?.name)}`.trim();
    },
    chart: (/** @type {number} */ at, /** @type {number} */ row, /** @type {number} */ column) => {
      const before = (scenes[at]?.rows ?? []).slice(0, row);
      return before.reduce((sum, charts) => sum + charts.length, 0) + column + 1;
    },
    figure: (/** @type {string} */ id) => told(figures[id]?.label ?? lists[id]?.label) || id,
    series: nameOfSeries,
    seriesOfFile: (/** @type {string} */ file) => {
      const [id] = Object.entries(series).find(([, one]) => one.file === file) ?? [];
      return id ? nameOfSeries(id) : file;
    },
    source: (/** @type {string} */ id) => told(sources.value?.sources[id]?.publisher) || id,
  };
}

/** @param {Problem} a @param {Problem | null} b */
const same = (a, b) => b !== null && a.code === b.code && a.file === b.file && a.path === b.path && a.line === b.line;

export function Problems() {
  const words = useWords(WORDS);
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const all = inOrder(problems.value);
  const stops = all.filter(({ severity }) => severity === 'error').length;
  const mended = useRef(-1);
  // The number that is left is told when the engine has read the story again.
  useEffect(() => {
    if (mended.current < 0) return;
    mended.current = -1;
    announce(words.fixed(all.length));
    list.current?.querySelector('button')?.focus();
  }, [problems.value]);
  const mend = (/** @type {Problem} */ problem) => {
    mended.current = all.length;
    fix(problem, messageOf(problem));
  };
  const names = namesOf(words);
  const at = Math.max(
    0,
    all.findIndex((problem) => same(problem, current.value)),
  );
  /** Arrows go from problem to problem. @param {KeyboardEvent} event */
  const walk = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.ctrlKey || event.altKey) return;
    const rows = [...(list.current?.querySelectorAll('li') ?? [])];
    const from = rows.findIndex((row) => row.contains(document.activeElement));
    event.preventDefault();
    rows[Math.max(0, Math.min(rows.length - 1, from + by))]?.querySelector('button')?.focus();
  };
  return (
    <section class="pane check-problems" aria-labelledby="problems-head">
      <header class="pane-head">
        <h2 id="problems-head">
          {words.problems} {all.length > 0 ? all.length : ''}
        </h2>
        {stops > 0 ? <span class="check-stops">{words.stops(stops)}</span> : null}
        {all.length > stops ? <span class="check-advice">{words.advice(all.length - stops)}</span> : null}
      </header>
      <div class="pane-body">
        {all.length === 0 ? (
          <p class="check-note muted">
            {words.noProblems} {words.pickHint}
          </p>
        ) : null}
        <ul ref={list} onKeyDown={walk}>
          {all.map((problem, i) => (
            <li
              key={`${problem.file} ${problem.path} ${problem.code} ${problem.line} ${problem.column}`}
              class={`problem ${problem.severity === 'error' ? 'stop' : 'advice'} ${i === at ? 'current' : ''}`}
              onFocusCapture={() => {
                current.value = problem;
              }}
            >
              <div class="check-problem">
                <p>
                  <span class="spoken">{problem.severity === 'error' ? words.stop : words.advise}: </span>
                  <b>{messageOf(problem)}</b>
                </p>
                <p class="muted small-text">{whereOf(problem, names, words)}</p>
                {i === at ? <p class="small-text">{helpOf(problem)}</p> : null}
              </div>
              <div class="check-problem-does">
                <button type="button" class="button" onClick={() => goTo(problem)}>
                  {words.goThere}
                </button>
                {problem.edit ? (
                  <button
                    type="button"
                    class={i === at ? 'button main' : 'button'}
                    title={helpOf(problem)}
                    onClick={() => mend(problem)}
                  >
                    {words.fix} {i === at ? <Key>Ctrl .</Key> : null}
                  </button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
