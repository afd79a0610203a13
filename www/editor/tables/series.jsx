// At the right of a table: what one of its series is, and what it would be drawn as.

import { engineWords, languages } from '../document/session.js';
import { change, story } from '../document/story-document.js';
import { Select } from '../frame/components.jsx';
import { Typed } from '../sentences/typed.jsx';
import { idOf } from '../sentences/ids.js';
import { wholeId } from '../sentences/take.js';
import { newUnit, unitId, unitPrefix, unitWord } from '../sentences/units.js';
import { inLanguage, membersOf } from '../sentences/words-of.js';
import { told, useWords } from '../words.js';
import { register, setPower, setSource } from './actions.js';
import { columnOf } from './doubts.js';
import { chosenColumn, knownSources, languageOf, shown, tableSource } from './now.js';
import { Charts } from './charts.jsx';
import { WORDS } from './words.js';

/** @import { Table } from './types.js' */

/** @param {string} series @param {string} member @param {unknown} value @param {string} label */
const set = (series, member, value, label) =>
  change({ label, merge: `${series}-${member}` }, [
    { file: 'story.json', path: ['series', series, ...member.split('.')], value },
  ]);

/** @param {string} series @param {string} typed @param {string} language @param {string} label */
function setUnit(series, typed, language, label) {
  const units = story.peek()?.units;
  const known = unitId(typed, language, units);
  if (known || !typed.trim()) return set(series, 'unit', known || undefined, label);
  const words = newUnit(typed, language, languages.peek());
  const id = idOf(unitPrefix(words), 'unit', Object.keys(units ?? {}));
  return change(label, [
    { file: 'story.json', path: ['units', id], value: words },
    { file: 'story.json', path: ['series', series, 'unit'], value: id },
  ]);
}

/** @param {string} series @param {string} of @param {string} typed @param {string} label */
function setWhole(series, of, typed, label) {
  const now = story.peek()?.series?.[series]?.denominator;
  if (!typed.trim()) {
    return change(label, [
      { file: 'story.json', path: ['series', series, 'denominator'], value: undefined },
      { file: 'story.json', path: ['series', series, 'part_of'], value: undefined },
    ]);
  }
  const id = now?.id ?? wholeId({ [of]: typed.trim() }, story.peek());
  return change(label, [
    {
      file: 'story.json',
      path: ['series', series, 'denominator'],
      value: { ...now, id, [of]: typed.trim(), stated: true },
    },
    { file: 'story.json', path: ['series', series, 'part_of'], value: id },
  ]);
}

/**
 * A text in each language of the story.
 * @param {{ series: string, member: string, label: string, placeholder?: string }} props
 */
function Text({ series, member, label, placeholder }) {
  const words = useWords(WORDS);
  const text = story.value?.series?.[series]?.[member];
  const all = membersOf(languages.value);
  return all.map((of) => {
    const there = inLanguage(text, of);
    const hint =
      all.length > 1 || !there
        ? there
          ? words.languages[/** @type {'zh'} */ (of)]
          : words.lacks(words.languages[/** @type {'zh'} */ (of)])
        : undefined;
    return (
      <Typed
        key={of}
        wide
        live
        label={label}
        member={`${member}-${of}`}
        path={`series.${series}.${member}.${of}`}
        value={there}
        placeholder={placeholder}
        bad={!there}
        hint={hint}
        lang={of}
        onDone={(typed) => set(series, `${member}.${of}`, typed, words.steps.edit)}
      />
    );
  });
}

/** @param {{ table: Table, series: string, x: number }} props */
function Fields({ table, series, x }) {
  const words = useWords(WORDS);
  const own = languageOf(table);
  const { unit = '', measure = '', format = '', denominator } = story.value?.series?.[series] ?? {};
  const sources = Object.entries(knownSources());
  const source = tableSource(table);
  const units = story.value?.units;
  const unitText = unit ? units?.[unit] : undefined;
  return (
    <div class="series-fields">
      <Text series={series} member="label" label={words.fields.label} />
      <Typed
        label={words.fields.unit}
        member="unit"
        path={`series.${series}.unit`}
        value={unit ? unitWord(unit, units, own) : ''}
        bad={!unit}
        lang={own}
        onDone={(typed) => setUnit(series, typed, own, words.steps.edit)}
      />
      {unitText
        ? membersOf(languages.value)
            .filter((of) => of !== own && !inLanguage(unitText, of))
            .map((of) => (
              <Typed
                key={of}
                label={words.fields.unit}
                member={`unit-${of}`}
                path={`units.${unit}.${of}`}
                value=""
                bad
                hint={words.lacks(words.languages[/** @type {'zh'} */ (of)])}
                lang={of}
                onDone={(typed) =>
                  change(words.steps.edit, [
                    { file: 'story.json', path: ['units', unit, of], value: typed || undefined },
                  ])
                }
              />
            ))
        : null}
      <Select
        label={words.fields.power}
        value={typeof format === 'string' ? format : ''}
        options={Object.entries(words.powers).map(([id, name]) => ({ id, name }))}
        onChange={(id) => setPower(x, id)}
      />
      <Select
        label={words.fields.measure}
        value={measure}
        path={`series.${series}.measure`}
        options={engineWords.value.measures}
        onChange={(id) => set(series, 'measure', id, words.steps.edit)}
      />
      {measure === 'share' || measure === 'rate' || denominator
        ? membersOf(languages.value).map((of) => (
            <Typed
              key={of}
              label={words.fields.whole}
              member={`denominator-${of}`}
              path={`series.${series}.denominator.${of}`}
              value={inLanguage(denominator, of)}
              placeholder={measure === 'share' ? words.wholeHint : words.wholeNone}
              lang={of}
              onDone={(typed) => setWhole(series, of, typed, words.steps.edit)}
            />
          ))
        : null}
      {measure === 'growth' ? (
        <Text series={series} member="base" label={words.fields.base} placeholder={words.baseHint} />
      ) : null}
      <Text series={series} member="definition" label={words.fields.definition} />
      <Text series={series} member="scope" label={words.fields.scope} placeholder={words.scopeHint} />
      {sources.length > 0 ? (
        <Select
          label={words.fields.source}
          value={source}
          none=""
          options={sources.map(([id, { publisher, title }]) => ({
            id,
            name: told(publisher) || told(title) || id,
          }))}
          hint={columnOf(table, 'source') >= 0 ? words.bySource : undefined}
          onChange={setSource}
        />
      ) : columnOf(table, 'source') < 0 ? (
        <Typed
          wide
          bad
          label={words.newSource}
          member="source"
          value=""
          placeholder={words.noSource}
          onDone={(typed) => {
            if (typed.trim()) register([typed.trim()], true);
          }}
        />
      ) : null}
    </div>
  );
}

export function Series() {
  const words = useWords(WORDS);
  const now = shown.value;
  const x = chosenColumn.value;
  const series = now?.table.columns[x]?.series ?? '';
  const others = (now?.table.columns ?? []).filter(({ role }) => role === 'value').length - 1;
  if (!now || !story.value?.series?.[series]) return <section class="pane series-pane" aria-label={words.series} />;
  return (
    <section class="pane series-pane" aria-label={words.series}>
      <div class="pane-body">
        <h3>
          {words.series} {others > 0 ? <span class="muted">{words.others(others)}</span> : null}
        </h3>
        <Fields key={series} table={now.table} series={series} x={x} />
        <Charts series={series} />
      </div>
    </section>
  );
}
