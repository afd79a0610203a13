// The place "source files": every file as text, with the problems at their lines. A story that does not load opens
// here.

import './source.css';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { author, goTo, loaded, placeOf, problems, shownInSource } from '../document/session.js';
import {
  fileText,
  files,
  fix,
  offsetOf,
  select,
  selection,
  sources,
  story,
  write,
} from '../document/story-document.js';
import { Key } from '../frame/components.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { WORDS as FRAME } from '../frame/words.js';
import { fill, said, useWords } from '../words.js';
import { codeIn } from './code.js';
import { completion } from './completion.js';
import { WORDS } from './words.js';

/** @import {Problem} from '../types.js' */

const FIRST = ['story.json', 'sources.json', 'article.txt', 'checks.json', 'site.json'];
/** The files in the order in which they are read. */
function names() {
  const all = [...files.value.keys()];
  const rank = (/** @type {string} */ name) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return all.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** @param {string} text */
const shown = (text) => text.replaceAll('\r\n', '\n');

/** @param {{ name: string }} props */
function Text({ name }) {
  const words = useWords(WORDS);
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const code = useRef(/** @type {ReturnType<typeof codeIn> | null} */ (null));
  // CodeMirror has lines without their ends; those of Windows go back where they were.
  const whole = fileText(name);
  const windows = whole.includes('\r\n');
  const text = shown(whole);
  const ends = useRef(windows);
  ends.current = windows;
  const label = useRef('');
  label.current = fill(words.typed, { name });
  useEffect(() => {
    if (!host.current) return undefined;
    const schema = name === 'story.json' ? () => author.peek()?.schema() ?? null : () => null;
    code.current = codeIn({
      host: host.current,
      text,
      name,
      label: fill(words.file, { name }),
      onType: (next) =>
        write(
          { label: label.current, merge: `source ${name}` },
          name,
          ends.current ? next.replaceAll('\n', '\r\n') : next,
        ),
      complete: completion(() => ({
        root: schema(),
        story: story.peek(),
        sources: Object.keys(sources.peek()?.sources ?? {}),
      })),
    });
    return () => code.current?.destroy();
  }, [name]);
  // The text as it is now, not as it was drawn: more may have been typed since.
  useEffect(() => code.current?.show(shown(fileText(name))), [text]);
  const own = problems.value.filter(({ file }) => file === name);
  useEffect(() => {
    const now = shown(fileText(name));
    code.current?.mark(
      own.map((problem) => {
        const from = offsetOf(now, problem);
        const until = /^("(?:[^"\\\n]|\\.)*"|[^\s,\]}]+)/.exec(now.slice(from))?.[0].length ?? 1;
        return {
          from,
          to: Math.min(from + until, now.length),
          severity: problem.severity,
          message: `${said(problem.message)}\n${said(problem.help)}`,
          actions: problem.edit ? [{ name: words.fix, apply: () => void fix(problem, words.fix) }] : [],
        };
      }),
    );
  }, [own, words]);
  const wanted = shownInSource.value;
  useEffect(() => {
    if (!wanted) code.current?.focus();
    else if (wanted.file === name) {
      code.current?.goTo(offsetOf(shown(fileText(name)), wanted));
      shownInSource.value = null;
    }
  }, [wanted, name]);
  return <div class="source-code" ref={host} data-typed />;
}

/** @param {{ problem: Problem }} props */
function ProblemLine({ problem }) {
  const words = useWords(WORDS);
  const frame = useWords(FRAME);
  const { place } = placeOf(problem);
  const elsewhere = place && place !== 'source' && loaded.value.shown;
  return (
    <li class={problem.severity === 'error' ? 'problem' : 'problem advice'}>
      <span>
        <button
          type="button"
          class="link"
          onClick={() => {
            shownInSource.value = problem;
            select({ file: problem.file });
          }}
        >
          {fill(words.line, { line: problem.line })}
        </button>{' '}
        <b>{said(problem.message)}</b>
        <br />
        <span class="muted">{said(problem.help)}</span>
        <span class="source-answers">
          {problem.edit ? (
            <button type="button" class="button small" onClick={() => fix(problem, words.fix)}>
              {words.fix}
            </button>
          ) : null}
          {elsewhere ? (
            <button type="button" class="button small" onClick={() => goTo(problem)}>
              {fill(words.back, { place: frame.place[place] })}
            </button>
          ) : null}
        </span>
      </span>
    </li>
  );
}

export default function Source() {
  const words = useWords(WORDS);
  const all = names();
  const { file } = selection.value;
  const name = all.includes(file) ? file : (all[0] ?? '');
  const content = files.value.get(name);
  const own = useMemo(() => problems.value.filter((problem) => problem.file === name), [problems.value, name]);
  useEffect(() => {
    footKeys.value = [
      ['F8', words.keys.next],
      ['Ctrl .', words.keys.fix],
      ['Ctrl Space', words.keys.complete],
      ['Ctrl F', words.keys.find],
      ['Esc Tab', words.keys.out],
    ];
  }, [words]);
  const broken =
    files.value.size > 0 && !loaded.value.shown && loaded.value.problems.some(({ severity }) => severity === 'error');
  return (
    <div class="source">
      <section class="pane source-files">
        <header class="pane-head">
          <h2>{words.files}</h2>
        </header>
        <ul class="pane-body">
          {all.length === 0 ? <li class="row muted">{words.empty}</li> : null}
          {all.map((each) => {
            const n = problems.value.filter((problem) => problem.file === each).length;
            return (
              <li key={each}>
                <button
                  type="button"
                  class="rail-line"
                  aria-current={each === name ? 'true' : undefined}
                  onClick={() => select({ file: each })}
                >
                  <span class="rail-name">{each}</span>
                  {n > 0 ? <span class="amber">{n}</span> : null}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      <section class="pane source-text">
        <header class="pane-head">
          <h2>{name}</h2>
          {broken ? <span class="amber">{words.broken}</span> : null}
          {loaded.value.shown ? (
            <button type="button" class="button push" onClick={() => select({ place: 'chapters' })}>
              {words.backTo} <Key>G 3</Key>
            </button>
          ) : null}
        </header>
        {content instanceof Uint8Array && !name.endsWith('.json') ? (
          <p class="row muted">{fill(words.binary, { n: content.length })}</p>
        ) : name ? (
          <Text key={name} name={name} />
        ) : null}
      </section>
      <section class="pane source-problems">
        <header class="pane-head">
          <h2>{words.problems}</h2>
          <span class="muted">{own.length}</span>
        </header>
        <ul class="pane-body">
          {own.map((problem) => (
            <ProblemLine key={`${problem.code} ${problem.path} ${problem.line}`} problem={problem} />
          ))}
          {own.length === 0 ? <li class="row muted">{words.none}</li> : null}
        </ul>
      </section>
    </div>
  );
}
