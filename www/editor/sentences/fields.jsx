// The fields of the open statement. Each writes into its figure once it is taken, into the draft before.

import { engineWords, languages } from '../document/session.js';
import { sources, story } from '../document/story-document.js';
import { Select } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { draft, set } from './actions.js';
import { typedPeriod } from './dates.js';
import { articleLanguage, articleSource } from './now.js';
import { wholeId } from './take.js';
import { setUnit } from './set-unit.js';
import { BUILT_IN, unitWord } from './units.js';
import { readValue, typedValue } from './value.js';
import { anyLanguage, inLanguage, memberOf } from './words-of.js';
import { Typed } from './typed.jsx';
import { WORDS } from './words.js';

/** @import { Amount, Figure } from './types.js' */

/** @param {Amount} amount @param {string} typed */
function setValue(amount, typed) {
  const read = readValue(typed);
  if (!read) return;
  const { value, format, exact } = read;
  set(amount, {
    value: exact && amount.state === 'taken' ? `⟦${exact}⟧` : value,
    format: format || undefined,
    ...(Array.isArray(value) ? { bound: undefined, printed: undefined } : {}),
  });
  if (amount.state !== 'taken') draft(amount, { exact });
}

/** @param {Amount} amount @param {string} typed */
function setWhole(amount, typed) {
  const of = memberOf(articleLanguage.peek());
  const words = { ...amount.figure.denominator, [of]: typed.trim() };
  if (!typed.trim()) return set(amount, { denominator: undefined, part_of: undefined });
  const id = amount.state === 'taken' ? wholeId({ [of]: typed.trim() }, story.peek()) : undefined;
  const denominator = { ...(id ? { id } : {}), ...words, ...(id ? { id } : {}), stated: true };
  return set(amount, { denominator, part_of: id ?? '' });
}

/** @param {Figure} figure */
const needsBase = ({ measure = '' }) => ['growth', 'change', 'points', 'multiple', 'index'].includes(measure);

/** @param {{ amount: Amount, path: (member: string) => string | undefined }} props */
function Bound({ amount, path }) {
  const words = useWords(WORDS);
  const { figure } = amount;
  const range = Array.isArray(figure.value);
  const printed =
    typeof figure.printed === 'string' ? figure.printed : anyLanguage(figure.printed, articleLanguage.value);
  return (
    <Typed
      label={words.fields.bound}
      member="printed"
      path={path('printed')}
      value={range ? '' : printed}
      disabled={range}
      lang={articleLanguage.value}
      onDone={(typed) => set(amount, { printed: typed.trim() || undefined })}
    >
      <select
        class="beside"
        aria-label={words.fields.bound}
        data-path={path('bound')}
        disabled={range}
        value={range ? 'between' : (figure.bound ?? 'exact')}
        onChange={(event) => {
          const bound = event.currentTarget.value;
          set(amount, bound === 'exact' ? { bound: undefined, printed: undefined } : { bound });
        }}
      >
        {engineWords.value.bounds
          .filter(({ id }) => range || id !== 'between')
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name.split(/[：:]\s*/).at(-1)}
            </option>
          ))}
      </select>
    </Typed>
  );
}

/**
 * Status, and the deadline of a goal.
 * @param {{ amount: Amount, path: (member: string) => string | undefined }} props
 */
function Status({ amount, path }) {
  const words = useWords(WORDS);
  const { status = 'final', deadline } = amount.figure;
  const language = articleLanguage.value;
  return (
    <>
      <Select
        label={words.fields.status}
        value={status}
        path={path('status')}
        options={engineWords.value.statuses.map(({ id, name }) => ({
          id,
          name: id === 'final' ? words.asPrinted : name,
        }))}
        onChange={(id) =>
          set(amount, { status: id === 'final' ? undefined : id, ...(id === 'target' ? {} : { deadline: undefined }) })
        }
      />
      {status === 'target' ? (
        <Typed
          label={words.fields.deadline}
          member="deadline"
          path={path('deadline')}
          value={inLanguage(deadline, language)}
          lang={language}
          onDone={(typed) => {
            const {
              start: _,
              end: __,
              ...said
            } = typedPeriod(typed, memberOf(language), languages.peek().map(memberOf));
            set(amount, { deadline: typed.trim() ? said : undefined });
          }}
        />
      ) : null}
    </>
  );
}

/** Where it is printed, and by whom. @param {{ amount: Amount }} props */
function Source({ amount }) {
  const words = useWords(WORDS);
  const all = Object.entries(sources.value?.sources ?? {});
  const id = amount.figure.source?.id ?? articleSource.value.id;
  const paragraph = amount.figure.source?.paragraph ?? amount.paragraph;
  const nameOf = (/** @type {string} */ one) =>
    anyLanguage(sources.value?.sources[one]?.publisher, articleLanguage.value) || one;
  if (amount.state !== 'taken') {
    return (
      <span class="field" data-member="source">
        <span class="field-name">{words.fields.source}</span>
        <span class="field-plain">{words.paragraph(paragraph)}</span>
        <span class="field-hint">{id in (sources.value?.sources ?? {}) ? nameOf(id) : ''}</span>
      </span>
    );
  }
  return (
    <Select
      label={words.fields.source}
      value={id}
      path={`figures.${amount.id}.source`}
      options={all.map(([one]) => ({ id: one, name: nameOf(one) }))}
      hint={words.paragraph(paragraph)}
      onChange={(one) => set(amount, { source: { id: one, ...(one === id && paragraph ? { paragraph } : {}) } })}
    />
  );
}

/** @param {{ amount: Amount, onEnter: () => unknown }} props */
export function Fields({ amount }) {
  const words = useWords(WORDS);
  const { figure, from, state, needs, exact } = amount;
  const language = articleLanguage.value;
  const of = memberOf(language);
  const units = story.value?.units;
  const path = (/** @type {string} */ member) => (state === 'taken' ? `figures.${amount.id}.${member}` : undefined);
  const hint = (/** @type {string} */ member, /** @type {string | undefined} */ why = from[member]) =>
    why ? words.from[/** @type {'you'} */ (member === 'period' && why === 'before' ? 'textBefore' : why)] : undefined;
  const unit = figure.unit ? unitWord(figure.unit, units, language) : inLanguage(amount.unit, language);
  const known = [...Object.keys(BUILT_IN), ...Object.keys(units ?? {})];
  return (
    <div class="card-grid">
      <Typed
        wide
        live
        label={words.fields.label}
        member="label"
        path={path(`label.${of}`)}
        value={inLanguage(figure.label, language)}
        lang={language}
        bad={needs.includes('label')}
        placeholder={words.toFill.label}
        hint={hint('label')}
        onDone={(typed) => set(amount, { label: { ...figure.label, [of]: typed } })}
      />
      <Typed
        label={words.fields.value}
        member="value"
        path={path('value')}
        value={typedValue(figure.value, figure.format, language, exact)}
        bad={needs.includes('value')}
        placeholder={words.toFill.value}
        hint={hint('value')}
        onDone={(typed) => setValue(amount, typed)}
      />
      <Bound amount={amount} path={path} />
      <Typed
        eager
        label={words.fields.unit}
        member="unit"
        path={path('unit')}
        value={unit}
        lang={language}
        list="units"
        bad={needs.includes('unit')}
        placeholder={needs.includes('unit') ? words.toFill.unit : undefined}
        onDone={(typed) => setUnit(amount, typed)}
      />
      <Select
        label={words.fields.measure}
        value={figure.measure ?? ''}
        path={path('measure')}
        options={engineWords.value.measures}
        none={figure.measure ? undefined : ''}
        onChange={(id) => set(amount, { measure: id })}
      />
      <Typed
        label={words.fields.period}
        member="period"
        path={path('period')}
        value={inLanguage(figure.period, language)}
        lang={language}
        hint={hint('period')}
        onDone={(typed) =>
          set(amount, { period: typed.trim() ? typedPeriod(typed, of, languages.peek().map(memberOf)) : undefined })
        }
      />
      {needsBase(figure) || figure.base ? (
        <Typed
          label={words.fields.base}
          member="base"
          path={path('base')}
          value={inLanguage(figure.base, language)}
          lang={language}
          onDone={(typed) => {
            const { start: _, end: __, ...said } = typedPeriod(typed, of, languages.peek().map(memberOf));
            set(amount, { base: typed.trim() ? said : undefined });
          }}
        />
      ) : (
        <span class="field">
          <span class="field-name">{words.fields.base}</span>
          <span class="field-plain muted">
            {words.noBase[/** @type {'other'} */ (figure.measure ?? 'other')] ?? words.noBase.other}
          </span>
        </span>
      )}
      <Source amount={amount} />
      <Typed
        label={words.fields.whole}
        member="denominator"
        path={path('denominator')}
        value={inLanguage(figure.denominator, language)}
        placeholder={words.noWhole}
        lang={language}
        hint={hint('denominator')}
        onDone={(typed) => setWhole(amount, typed)}
      />
      <Status amount={amount} path={path} />
      <datalist id="units">
        {known.map((id) => (
          <option key={id} value={unitWord(id, units, language)} />
        ))}
      </datalist>
    </div>
  );
}
