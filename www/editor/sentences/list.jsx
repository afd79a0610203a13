// What each number of the article states, one row each in the order of the text; the current one is open.

import { signal } from '@preact/signals';
import { BoundGlyph, Key, Segments } from '../frame/components.jsx';
import { messageOf } from '../document/problem-words.js';
import { engineWords, languages, statements, statusName, storyLanguage } from '../document/session.js';
import { useWords } from '../words.js';
import { name, take } from './actions.js';
import { hovered } from './article.jsx';
import { Card } from './card.jsx';
import { faultsOf, isToCorrect, isToLookAt } from './faults.js';
import { focusCard, focusLacking } from './focus.js';
import { amounts, articleLanguage, current, goToAmount } from './now.js';
import { parts as partsOf, typedValue } from './value.js';
import { unitWord } from './units.js';
import { select, story } from '../document/story-document.js';
import { SourceAsk } from './source-ask.jsx';
import { anyLanguage, inLanguage, lacking } from './words-of.js';
import { WORDS } from './words.js';

/** @import { Amount } from './types.js' */

/** all, or the state of those on show. */
export const filter = signal('all');

/** Whether an amount is on show under a choice. @param {Amount} amount @param {string} which */
export const isOf = (amount, which) =>
  which === 'all' || (which === 'decide' ? isToCorrect(amount) : amount.state === which);

/** The printed phrase: the number large, its bound word and unit beside it. @param {{ amount: Amount }} props */
export function Phrase({ amount }) {
  const { before, core, after } = phraseParts(amount);
  const spaced = articleLanguage.value !== 'zh';
  return (
    <span class="phrase" lang={articleLanguage.value}>
      {before ? <small>{before}</small> : null}
      {before && spaced ? ' ' : null}
      <b>{core}</b>
      {after && spaced ? ' ' : null}
      {after ? <small>{after}</small> : null}
    </span>
  );
}

/** How a figure that is in no article reads; '' where nobody can tell. @param {Amount} amount */
const phraseOf = ({ kind, id }) =>
  kind === 'figure' && articleLanguage.value === storyLanguage.value
    ? (statements.value.find((statement) => statement.id === id)?.phrase ?? '')
    : '';

/** What is printed of an amount, also where it is in no article. @param {Amount} amount */
export const printedOf = (amount) => amount.printed || phraseOf(amount);

/** @param {Amount} amount */
function phraseParts(amount) {
  const { kind, parts, figure } = amount;
  if (kind !== 'figure') return parts;
  const language = articleLanguage.value;
  const phrase = phraseOf(amount);
  if (phrase) return partsOf(phrase, '');
  const printed = typeof figure.printed === 'string' ? figure.printed : anyLanguage(figure.printed, language);
  const unit = figure.unit ? unitWord(figure.unit, story.value?.units, language) : '';
  return { before: printed, core: typedValue(figure.value, figure.format, language), after: unit };
}

const FALLS = ['growth', 'change', 'points'];

/** @param {Amount['figure']} figure */
export const isFall = ({ value, measure = '' }) => typeof value === 'number' && value < 0 && FALLS.includes(measure);

/** The engine's word for a bound's sign. @param {Amount['figure']} figure */
export const glyphOf = ({ value, bound, form }) =>
  form === 'class' ? 'class' : Array.isArray(value) ? 'between' : (bound ?? 'exact');

/** @param {{ amount: Amount }} props */
export function State({ amount }) {
  const words = useWords(WORDS);
  const lack = amount.state === 'taken' ? lacking(amount.figure.label, languages.value) : [];
  if (lack.length > 0)
    return (
      <span class="state decide">
        {words.lacks(lack.map((of) => words.languages[/** @type {'zh'} */ (of)]).join())}
      </span>
    );
  if (faultsOf(amount).length > 0) return <span class="state decide">{words.states.decide}</span>;
  const sign = amount.state === 'taken' || amount.state === 'name' ? '✓ ' : '';
  return <span class={`state ${amount.state}`}>{sign + words.states[amount.state]}</span>;
}

/** @param {{ amount: Amount }} props */
function Row({ amount }) {
  const words = useWords(WORDS);
  const { figure, state } = amount;
  const language = articleLanguage.value;
  const measure = engineWords.value.measures.find(({ id }) => id === figure.measure)?.name ?? '';
  const question = amount.questions[0];
  const [fault] = faultsOf(amount);
  const named = state === 'name' || amount.kind === 'digits';
  const status = named ? '' : statusName(figure.status);
  const about =
    state === 'name'
      ? anyLanguage(amount.name, language)
      : anyLanguage(figure.label, language) || inLanguage(amount.name, language);
  const meta = fault
    ? messageOf(fault)
    : state === 'decide' && question
      ? words.questions[/** @type {'goal'} */ (question.id)](question.values)
      : [
          named ? '' : measure,
          !named && isFall(figure) ? words.falls : '',
          named ? '' : inLanguage(figure.period, language),
          words.paragraph(amount.paragraph),
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <li
      class={`amount ${state}`}
      data-key={amount.key}
      onMouseEnter={() => hovered(amount.key)}
      onMouseLeave={() => hovered('')}
    >
      <button
        type="button"
        class="amount-row"
        id={`statement-${amount.number}`}
        aria-expanded="false"
        onClick={() => {
          goToAmount(amount);
          focusCard();
        }}
      >
        <span class="amount-number">{amount.number}</span>
        <Phrase amount={amount} />
        {named ? <span /> : <BoundGlyph bound={glyphOf(figure)} status={figure.status === 'target' ? 'target' : ''} />}
        <span class="amount-about">
          <b>{about}</b>
          <span class={fault || (state === 'decide' && question) ? 'asked' : 'muted'}>
            {status ? <b class="status">{status}</b> : null}
            {status && meta ? ' · ' : ''}
            {meta}
          </span>
        </span>
        {amount.kind === 'digits' && state === 'open' ? null : <State amount={amount} />}
      </button>
      {amount.kind === 'digits' && state === 'open' ? (
        <button type="button" class="button small" onClick={() => name(amount)}>
          {words.asName}
        </button>
      ) : null}
    </li>
  );
}

/** @type {WeakMap<Amount, import('preact').VNode>} */
const rows = new WeakMap();

/** The row of an amount: the same while the amount is, so that a long list is drawn once. @param {Amount} amount */
function rowOf(amount) {
  const row = rows.get(amount) ?? <Row key={amount.key} amount={amount} />;
  rows.set(amount, row);
  return row;
}

/** @param {{ onNext: () => unknown, onEnter: () => unknown }} props */
export function List({ onNext, onEnter }) {
  const words = useWords(WORDS);
  const all = amounts.value;
  const n = (/** @type {string} */ which) => all.filter((amount) => isOf(amount, which)).length;
  const shown = all.filter((amount) => isOf(amount, filter.value) || amount.key === current.value?.key);
  const others = shown.findIndex(({ kind }) => kind === 'figure');
  return (
    <section class="pane list-pane" aria-label={words.statements}>
      <header class="pane-head">
        <h2>{words.statements}</h2>
        <Segments
          label={words.statements}
          value={filter.value}
          options={[
            { id: 'all', name: `${words.all} ${all.length}` },
            { id: 'decide', name: `${words.states.decide} ${n('decide')}` },
            { id: 'open', name: `${words.states.open} ${n('open')}` },
          ]}
          onChange={(id) => {
            filter.value = id;
          }}
        />
        {all.length > 0 && !all.some(isToLookAt) ? (
          <button type="button" class="button small main push" onClick={() => select({ place: 'chapters' })}>
            {words.toChapters} <Key>G 3</Key>
          </button>
        ) : (
          <button type="button" class="button small push" disabled={all.length === 0} onClick={onNext}>
            {words.next} <Key>N</Key>
          </button>
        )}
      </header>
      <div class="pane-body">
        <SourceAsk />
        {shown.length === 0 ? <p class="nothing muted">{words.emptyList}</p> : null}
        <ol class="amounts">
          {shown.map((amount, i) => [
            i === others && others > 0 ? (
              <li key="others" class="others muted">
                {words.elsewhere}
              </li>
            ) : null,
            amount.key === current.value?.key ? (
              <Card key={amount.key} amount={amount} onEnter={onEnter} onTake={() => focusLacking(take(amount))} />
            ) : (
              rowOf(amount)
            ),
          ])}
        </ol>
      </div>
    </section>
  );
}
