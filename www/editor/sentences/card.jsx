// The statement that is open: what is printed, what is understood of it, what it leaves to decide, what to do with it.

import { useEffect, useRef } from 'preact/hooks';
import { Blocked, blocking } from '../chapters/blocked.jsx';
import { useAnswers } from '../chapters/use-answers.js';
import { helpOf, messageOf } from '../document/problem-words.js';
import { goTo, listed, storyLanguage } from '../document/session.js';
import { fix, story } from '../document/story-document.js';
import { Key } from '../frame/components.jsx';
import { BoundGlyph } from '../frame/components.jsx';
import { told, useWords } from '../words.js';
import { answer, decideLeaving, isLikelyName, leave, leaving, name, release, reset } from './actions.js';
import { hovered } from './article.jsx';
import { faultsOf } from './faults.js';
import { Fields } from './fields.jsx';
import { focusCard } from './focus.js';
import { isFall, Phrase, printedOf, State, glyphOf } from './list.jsx';
import { NameFields, OtherLanguages } from './other-languages.jsx';
import { articleLanguage, kept } from './now.js';
import { usesOf } from './uses.js';
import { typedValue } from './value.js';
import { waits } from './amounts.js';
import { WORDS } from './words.js';

/** @import { Amount, Answer, Question } from './types.js' */

/** ms: who moves through the list does not wait for charts. */
const STAYS = 400;

/** What the bound says, in words. @param {{ amount: Amount }} props */
function Meaning({ amount: { figure, exact } }) {
  const words = useWords(WORDS);
  const bound = Array.isArray(figure.value) ? 'between' : (figure.bound ?? 'exact');
  const meaning = words.bounds[/** @type {'exact'} */ (bound)];
  // the bound of a fall is about its size
  const fell = isFall(figure);
  const size = fell ? -(/** @type {number} */ (figure.value)) : figure.value;
  const value =
    typedValue(size, figure.format, articleLanguage.value, fell ? exact.replace(/^[-−]/, '') : exact) +
    (figure.unit === 'percent' ? '%' : '');
  const word =
    typeof figure.printed === 'string' && figure.printed
      ? figure.printed + (articleLanguage.value === 'zh' ? '：' : ': ')
      : '';
  const meant = typeof meaning === 'string' ? meaning : /** @type {(v: string) => string} */ (meaning)(value);
  return (
    <span class="meaning muted">
      {typeof meaning === 'string' ? meaning : word + (fell ? words.fall(meant) : meant)}
    </span>
  );
}

/** @param {{ answer: Answer, values: Record<string, string> }} props */
function AnswerWords({ answer: { id, values } }) {
  const answered = useWords(WORDS).answers[/** @type {'of'} */ (id)];
  return typeof answered === 'function' ? answered(values ?? {}) : answered;
}

/** @param {{ amount: Amount, question: Question, left: number }} props */
function Asked({ amount, question, left }) {
  const words = useWords(WORDS);
  const { id, values, answers, note = '' } = question;
  const effect = words.effect[/** @type {'goal'} */ (id + note)];
  return (
    <fieldset class="question" aria-label={words.questions[/** @type {'goal'} */ (id)](values)}>
      <p>
        <b>{words.questions[/** @type {'goal'} */ (id)](values)}</b>
      </p>
      <div class="answers">
        {answers.map((each, i) => (
          <button
            key={i + each.id}
            type="button"
            class={i === 0 ? 'button small main' : 'button small'}
            onClick={() => {
              answer(amount, id, i);
              focusCard();
            }}
          >
            <AnswerWords answer={each} values={values} /> <Key>{i + 1}</Key>
          </button>
        ))}
        <span class="muted">{effect}</span>
        {left > 0 ? <span class="muted push">{words.more(left)}</span> : null}
      </div>
    </fieldset>
  );
}

/** What would break without the statement; keeping it comes first. @param {{ amount: Amount }} props */
function Leaving({ amount }) {
  const words = useWords(WORDS);
  const keep = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => keep.current?.focus(), []);
  const { scenes, elsewhere } = usesOf(story.value, amount.id);
  const names = scenes.map(({ scene, at }) => told(scene.name) || told(scene.title) || `${at + 1}`);
  const title = words.usedBy(names, elsewhere);
  return (
    <fieldset class="question" aria-label={title}>
      <p>
        <b>{title}</b>
      </p>
      <div class="answers">
        <button ref={keep} type="button" class="button small main" onClick={() => decideLeaving(false)}>
          {words.keepIt}
        </button>
        <button type="button" class="button small" onClick={() => decideLeaving(true)}>
          {words.letGo}
        </button>
        <span class="muted">{words.letGoEffect}</span>
      </div>
    </fieldset>
  );
}

/** The charts that take a figure by itself, or what holds them up. @param {{ id: string }} props */
function Charts({ id }) {
  const words = useWords(WORDS);
  const { ids, all } = useAnswers([id], storyLanguage.value, listed.value, STAYS);
  const names = ids[0] === id ? all.flatMap(({ accepted, name: chart }) => (accepted ? [chart] : [])) : [];
  if (names.length === 0 && blocking.value) return <Blocked />;
  return <span class="push muted charts">{words.drawnAs(names)}</span>;
}

/** A mistake of the statement, what to do about it, and the remedy where there is one. @param {{ amount: Amount }} props */
function Fault({ amount }) {
  const words = useWords(WORDS);
  const [problem, ...others] = faultsOf(amount);
  if (!problem) return null;
  return (
    <fieldset class="question" aria-label={messageOf(problem)}>
      <p>
        <b>{messageOf(problem)}</b>
      </p>
      <p>{helpOf(problem)}</p>
      <div class="answers">
        {problem.edit ? (
          <button type="button" class="button small main" onClick={() => fix(problem, words.mend)}>
            {words.mend}
          </button>
        ) : (
          <button type="button" class="button small" onClick={() => goTo(problem)}>
            {words.toField}
          </button>
        )}
        {others.length > 0 ? <span class="muted push">{words.moreFaults(others.length)}</span> : null}
      </div>
    </fieldset>
  );
}

/** @param {{ amount: Amount, onTake: () => unknown }} props */
function Acts({ amount, onTake }) {
  const words = useWords(WORDS);
  const { state, kind, key } = amount;
  if (state === 'taken' || state === 'name') {
    return (
      <div class="card-act">
        {state === 'taken' && kind !== 'figure' ? (
          <button type="button" class="button" onClick={() => name(amount)}>
            {words.notQuantity} <Key>X</Key>
          </button>
        ) : null}
        <button type="button" class="link muted" onClick={() => release(amount)}>
          {kind === 'figure' ? words.removeFigure : words.release}
        </button>
        {state === 'taken' ? <Charts id={amount.id} /> : null}
      </div>
    );
  }
  const likelyName = isLikelyName(amount);
  const changed = kept.value.drafts?.[key] !== undefined;
  return (
    <div class="card-act">
      <button type="button" class={likelyName ? 'button' : 'button main'} onClick={onTake}>
        {words.take} {likelyName ? null : <Key>Enter</Key>}
      </button>
      <button type="button" class={likelyName ? 'button main' : 'button'} onClick={() => name(amount)}>
        {likelyName ? words.asName : words.notQuantity} <Key>{likelyName ? 'Enter' : 'X'}</Key>
      </button>
      {waits(amount) ? (
        <button type="button" class="button" onClick={() => leave(amount)}>
          {words.leave} <Key>L</Key>
        </button>
      ) : null}
      {changed ? (
        <button type="button" class="link muted" onClick={() => reset(amount)}>
          {words.reset}
        </button>
      ) : null}
    </div>
  );
}

/** @param {{ amount: Amount, onTake: () => unknown, onEnter: () => unknown }} props */
export function Card({ amount, onTake, onEnter }) {
  const words = useWords(WORDS);
  const [question] = amount.questions;
  const named = amount.state === 'name';
  return (
    <li
      class={`amount opened ${amount.state}`}
      id={`statement-${amount.number}`}
      tabIndex={-1}
      data-key={amount.key}
      aria-current="true"
      aria-label={words.marks(amount.number, printedOf(amount), words.states[amount.state])}
      onMouseEnter={() => hovered(amount.key)}
      onMouseLeave={() => hovered('')}
    >
      <header class="card-head">
        <span class="amount-number">{amount.number}</span>
        <Phrase amount={amount} />
        {named || amount.kind === 'digits' ? null : (
          <>
            <BoundGlyph
              large
              bound={glyphOf(amount.figure)}
              status={amount.figure.status === 'target' ? 'target' : ''}
            />
            <Meaning amount={amount} />
          </>
        )}
        <State amount={amount} />
      </header>
      {named ? <NameFields amount={amount} /> : <Fields amount={amount} onEnter={onEnter} />}
      {named ? null : <OtherLanguages amount={amount} />}
      {question && amount.state !== 'taken' && !named ? (
        <Asked amount={amount} question={question} left={amount.questions.length - 1} />
      ) : null}
      <Fault amount={amount} />
      {leaving.value?.key === amount.key ? <Leaving amount={amount} /> : <Acts amount={amount} onTake={onTake} />}
    </li>
  );
}
