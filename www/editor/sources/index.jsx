// A source: who published it and when, what the publisher has at stake, and the statements that point to it.

import './sources.css';
import { engineWords, languages, loaded, statements } from '../document/session.js';
import { statusWord } from '../document/status.js';
import { change, fileText, freshId, select, selection, sources, story } from '../document/story-document.js';
import { Select } from '../frame/components.jsx';
import { Typed } from '../sentences/typed.jsx';
import { articleSource } from '../sentences/now.js';
import { newSource } from '../sentences/take.js';
import { anyLanguage, inLanguage, membersOf } from '../sentences/words-of.js';
import { language, told, useWords } from '../words.js';
import { WORDS } from './words.js';

/** @import { SourceJson } from '../types.js' */

/** Texts in each language; those in `OPTIONAL` may lack altogether. */
const TEXTS = /** @type {const} */ (['publisher', 'title', 'interest', 'via', 'inferred_date']);
const OPTIONAL = new Set(['title', 'interest', 'via', 'inferred_date']);

/** @param {string} id @param {string} member @param {unknown} value @param {string} label */
const set = (id, member, value, label) =>
  change({ label, merge: `${id}-${member}` }, [
    { file: 'sources.json', path: ['sources', id, ...member.split('.')], value },
  ]);

/** @param {{ id: string, source: SourceJson, member: (typeof TEXTS)[number] }} props */
function Texts({ id, source, member }) {
  const words = useWords(WORDS);
  const text = source[member];
  const all = membersOf(languages.value);
  const empty = !all.some((of) => inLanguage(text, of));
  return all.map((of) => {
    const there = inLanguage(text, of);
    const lacks = !there && !(OPTIONAL.has(member) && empty);
    const name = words.languages[/** @type {'zh'} */ (of)];
    return (
      <Typed
        key={of}
        wide
        live
        label={words.fields[member]}
        member={`${member}-${of}`}
        path={`sources.${id}.${member}.${of}`}
        value={there}
        placeholder={words.hints[/** @type {'url'} */ (member)]}
        bad={lacks}
        hint={lacks ? words.lacks(name) : all.length > 1 ? name : undefined}
        lang={of}
        onDone={(typed) => {
          const rest = Object.entries({ .../** @type {object} */ (text ?? {}), [of]: typed }).filter(
            ([, said]) => said !== '',
          );
          set(
            id,
            member,
            rest.length > 0 || member === 'publisher' ? Object.fromEntries(rest) : undefined,
            words.steps.edit,
          );
        }}
      />
    );
  });
}

/** @param {{ id: string, source: SourceJson }} props */
function Fields({ id, source }) {
  const words = useWords(WORDS);
  const plain = (/** @type {'date' | 'url' | 'family' | 'checked'} */ member) => (
    <Typed
      wide={member !== 'date'}
      label={words.fields[member]}
      member={member}
      path={`sources.${id}.${member}`}
      value={typeof source[member] === 'string' ? /** @type {string} */ (source[member]) : ''}
      placeholder={words.hints[member]}
      bad={member === 'url' && Boolean(source.url) && !/^https?:\/\//.test(source.url ?? '')}
      hint={member === 'date' && !source.date ? words.noDate : undefined}
      onDone={(typed) =>
        set(
          id,
          member,
          typed.trim() || (member === 'date' ? null : member === 'family' ? id : undefined),
          words.steps.edit,
        )
      }
    />
  );
  return (
    <div class="source-fields">
      {TEXTS.slice(0, 2).map((member) => (
        <Texts key={member} id={id} source={source} member={member} />
      ))}
      {plain('date')}
      {source.date ? null : <Texts id={id} source={source} member="inferred_date" />}
      {plain('url')}
      <Texts id={id} source={source} member="interest" />
      <Texts id={id} source={source} member="via" />
      <Select
        label={words.fields.kind}
        value={source.kind ?? ''}
        path={`sources.${id}.kind`}
        options={engineWords.value.kinds}
        onChange={(kind) => set(id, 'kind', kind, words.steps.edit)}
      />
      <Select
        label={words.fields.confidence}
        value={source.confidence ?? ''}
        path={`sources.${id}.confidence`}
        options={engineWords.value.confidences}
        onChange={(confidence) => set(id, 'confidence', confidence, words.steps.edit)}
      />
      {plain('family')}
      {plain('checked')}
    </div>
  );
}

/** Registers a source that has no name yet, and shows it. @param {string} label */
export function addSource(label) {
  const id = freshId('source', sources.peek()?.sources);
  const value = newSource({ publisher: {}, kind: 'context' }, languages.peek());
  change(label, [{ file: 'sources.json', path: ['sources', id], value: { ...value, family: id } }], {
    place: 'tables',
    source: id,
    series: '',
  });
}

/** What points to a source while the engine does not read the story. @param {string} id */
function unread(id) {
  const figures = Object.entries(story.value?.figures ?? {}).filter(([, { source }]) => source?.id === id);
  const series = Object.entries(story.value?.series ?? {}).filter(([, { file }]) =>
    fileText(file ?? '')
      .split('\n')
      .some((line) => line.split(',').includes(id)),
  );
  const plain = { phrase: '', paragraph: '', status: '', statusWord: '' };
  return [
    ...figures.map(([name, { label }]) => ({
      ...plain,
      id: name,
      kind: 'figure',
      series: '',
      label: told(label) || name,
    })),
    ...series.map(([name, { label }]) => ({
      ...plain,
      id: name,
      kind: 'point',
      series: name,
      label: told(label) || name,
    })),
  ];
}

export default function Source() {
  const words = useWords(WORDS);
  const id = selection.value.source;
  const source = sources.value?.sources[id];
  const pointing = loaded.value.shown ? statements.value.filter(({ sourceId }) => sourceId === id) : unread(id);
  return (
    <div class="sources">
      <section class="pane" aria-label={words.source}>
        <header class="pane-head">
          <h2>{source ? anyLanguage(source.publisher, language.value) || words.unnamed : words.source}</h2>
          <span class="muted">{words.once}</span>
          <button type="button" class="button small push" onClick={() => addSource(words.steps.add)}>
            {words.add}
          </button>
        </header>
        <div class="pane-body">
          {source ? <Fields key={id} id={id} source={source} /> : null}
          <p class="source-acts">
            {id === articleSource.value.id ? (
              <span class="muted">{words.article}</span>
            ) : (
              <button
                type="button"
                class="button small"
                onClick={() => change(words.steps.edit, [{ file: 'editor.json', path: ['source'], value: id }])}
              >
                {words.makeArticle}
              </button>
            )}
            {pointing.length > 0 ? (
              <span class="muted">{words.inUse}</span>
            ) : (
              <button
                type="button"
                class="link muted"
                onClick={() =>
                  change(words.steps.remove, [{ file: 'sources.json', path: ['sources', id], value: undefined }], {
                    source: '',
                  })
                }
              >
                {words.remove}
              </button>
            )}
          </p>
        </div>
      </section>
      <section class="pane" aria-label={words.pointing(pointing.length)}>
        <header class="pane-head">
          <h2>{pointing.length > 0 ? words.pointing(pointing.length) : words.none}</h2>
        </header>
        <ul class="pane-body">
          {pointing.map(({ id: statement, kind, series, label, paragraph, ...said }) => (
            <li key={statement}>
              <button
                type="button"
                class="source-statement"
                onClick={() =>
                  kind === 'point' && series
                    ? select({ place: 'tables', series, source: '' })
                    : select({ place: 'sentences', statement })
                }
              >
                <b>{said.phrase}</b>
                <span>{[label, statusWord(said)].filter(Boolean).join(' · ')}</span>
                <span class="muted">{paragraph}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
