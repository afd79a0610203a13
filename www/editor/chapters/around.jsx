// What stands around a chapter's charts: a question that is asked first, a picture that fills the window, the story's
// note on its sources below; each with what the engine finds wrong with it.

import { helpOf, messageOf } from '../document/problem-words.js';
import { problems } from '../document/session.js';
import { statusWord } from '../document/status.js';
import { story } from '../document/story-document.js';
import { Field, Select, Tick } from '../frame/components.jsx';
import { Typed } from '../sentences/typed.jsx';
import { useWords } from '../words.js';
import { knownIn, rowsOf, sceneAt, setMember } from './actions.js';
import { chartName, statementsIn } from './answers.js';
import { newGuess } from './guess.js';
import { languagesOf, memberOf, textIn } from './languages.js';
import { idsIn } from './rows.js';
import { mend } from './suggestions.js';
import { WORDS } from './words.js';

/** @import {Statement, StoryLang} from '../types.js' */
/** @import {Guess} from './guess.js' */

/** What is wrong there, with the remedy where there is one. @param {{ path: string }} props */
function Problems({ path }) {
  const words = useWords(WORDS);
  const own = problems.value.filter(({ file, path: at }) => file === 'story.json' && at.startsWith(path));
  return own.map((problem) => (
    <p key={problem.code + problem.path} class={problem.severity === 'error' ? 'problem' : 'problem advice'}>
      <span>
        {messageOf(problem)} <span class="muted">{helpOf(problem)}</span>
      </span>
      {problem.edit ? (
        <button type="button" class="button small" onClick={() => mend(problem)}>
          {words.mend}
        </button>
      ) : null}
    </p>
  ));
}

/** The statements that can be guessed: those that the chapter draws. @param {number} scene @param {StoryLang} code */
function askable(scene, code) {
  const all = statementsIn(code);
  const drawn = new Set(idsIn(rowsOf(sceneAt(scene)), knownIn(all)));
  return all.filter(
    ({ id, kind, series = '' }) => (kind === 'figure' || kind === 'point') && (drawn.has(id) || drawn.has(series)),
  );
}

/** @param {{ scene: number, code: StoryLang }} props */
export function Around({ scene, code }) {
  const words = useWords(WORDS);
  const now = sceneAt(scene);
  const at = `scenes[${scene}]`;
  const guess = /** @type {Guess | undefined} */ (now?.guess);
  const choices = askable(scene, code);
  const ask = (/** @type {boolean} */ on) => {
    const [first] = choices;
    if (!on || !first) return setMember(scene, 'guess', undefined);
    const figure = story.peek()?.figures?.[first.id];
    const languages = languagesOf(story.peek());
    const label = (/** @type {string} */ language) =>
      textIn((figure ?? story.peek()?.series?.[first.series ?? ''])?.label, language);
    const percent = (figure?.unit ?? '') === 'percent';
    setMember(scene, 'guess', newGuess({ figure: first.id, label, languages, value: figure?.value, percent }));
    // its fields may lie below what is in sight
    return requestAnimationFrame(() => document.querySelector('.around-fields')?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <section class="around" aria-label={words.around}>
      <div class="around-ticks">
        <Tick path={`${at}.guess`} checked={Boolean(guess)} disabled={!guess && choices.length === 0} onChange={ask}>
          {words.guess} <span class="muted small-text">{words.guessHint}</span>
        </Tick>
        <Tick
          path={`${at}.full_bleed`}
          checked={now?.full_bleed === true}
          onChange={(on) => setMember(scene, 'full_bleed', on || undefined)}
        >
          {words.fullBleed}{' '}
          <span class="muted small-text">{words.fullBleedHint(chartName('two-fields'), chartName('timeline'))}</span>
        </Tick>
        <Tick
          path={`${at}.notice`}
          checked={now?.notice === true}
          onChange={(on) => setMember(scene, 'notice', on || undefined)}
        >
          {words.notice} <span class="muted small-text">{words.noticeHint}</span>
        </Tick>
      </div>
      {guess ? <Asked {...{ scene, code, guess, choices }} /> : null}
      <Problems path={`${at}.guess`} />
      <Problems path={`${at}.full_bleed`} />
      <Problems path={`${at}.notice`} />
    </section>
  );
}

/** @param {{ scene: number, code: StoryLang, guess: Guess, choices: Statement[] }} props */
function Asked({ scene, code, guess, choices }) {
  const words = useWords(WORDS);
  const at = `scenes[${scene}].guess`;
  /** @param {Partial<Guess>} part @param {string} field */
  const set = (part, field) => setMember(scene, 'guess', { ...guess, ...part }, field);
  /** @param {'question' | 'unit' | 'note'} member */
  const text = (member) => {
    const texts = guess[member];
    const own = memberOf(texts, code);
    const { [own]: _, ...others } = texts ?? {};
    return (
      <Field
        wide
        label={words.guessFields[member]}
        lang={code}
        path={`${at}.${member}.${own}`}
        placeholder={words.guessEmpty[member]}
        value={textIn(texts, code)}
        onInput={(typed) => {
          const next = typed.trim() || member === 'question' ? { ...texts, [own]: typed } : others;
          set({ [member]: Object.keys(next).length > 0 ? next : undefined }, `${member}-${code}`);
        }}
      />
    );
  };
  /** @param {'from' | 'to' | 'step'} member */
  const number = (member) => (
    <Typed
      label={words.guessFields[member]}
      member={`guess-${member}`}
      path={`${at}.${member}`}
      value={`${guess[member] ?? ''}`}
      onDone={(typed) => {
        const read = Number(typed.replace(/[,，\s]/g, ''));
        if (typed.trim() && Number.isFinite(read)) set({ [member]: read }, member);
      }}
    />
  );
  return (
    <div class="around-fields">
      {text('question')}
      <Select
        wide
        label={words.guessFields.figure}
        value={guess.figure}
        path={`${at}.figure`}
        options={choices.map((one) => ({
          id: one.id,
          name: [one.phrase, one.label, statusWord(one), one.period].filter(Boolean).join(' '),
        }))}
        onChange={(figure) => set({ figure }, 'figure')}
      />
      {number('from')}
      {number('to')}
      {number('step')}
      {text('unit')}
      {text('note')}
    </div>
  );
}
