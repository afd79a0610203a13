// One sentence, the statement that is in it and a picture of that: change the sentence, the rest follows.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { blankFiles } from '../document/blank.js';
import { changed } from '../document/json-text.js';
import { author, engineWords } from '../document/session.js';
import { BoundGlyph } from '../frame/components.jsx';
import { theme } from '../frame/preferences.js';
import { fill, language, said, useWords } from '../words.js';
import { languageOf } from './actions.js';
import { WORDS } from './words.js';

/** @import {Author, Candidate, ChartAnswer, EditorLang} from '../types.js' */

const WIDTH = 280;
/** Charts that show the size of one amount, those that readers count first. */
const WANTED = ['unit-field', 'pictogram-row', 'block-stack', 'waffle', 'callouts'];

/** @param {Author} engine @param {string} sentence */
function firstIn(engine, sentence) {
  try {
    return engine.recognise(sentence, languageOf(sentence)).candidates[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The charts of one amount, by the engine; the story that it is in is thrown away.
 * @param {Author} engine
 * @param {Candidate} amount
 * @param {string} label
 * @param {EditorLang} lang
 */
function chartsOf(engine, amount, label, lang) {
  const files = new Map(blankFiles([lang]));
  const period = amount.figure.period ?? { [lang]: label };
  const own = amount.figure.unit === undefined && amount.unit ? { unit: 'demo' } : {};
  const figure = { label: { [lang]: label }, ...amount.figure, ...own, period, source: { id: 'demo', paragraph: 1 } };
  const put = (/** @type {string} */ file, /** @type {string[]} */ path, /** @type {unknown} */ value) =>
    files.set(file, changed(files.get(file) ?? '', path, value));
  if (own.unit) put('story.json', ['units', 'demo'], { [lang]: amount.unit });
  put('story.json', ['figures', 'demo'], figure);
  const texts = { [lang]: label };
  put(
    'story.json',
    ['scenes'],
    [
      {
        id: 'demo',
        number: 1,
        name: texts,
        accent: 'hue-5',
        title: texts,
        subtitle: texts,
        narration: [],
        rows: [[{ type: 'callouts', items: [{ figure: 'demo' }] }]],
      },
    ],
  );
  put('sources.json', ['sources', 'demo'], {
    publisher: { [lang]: label },
    title: { [lang]: label },
    date: null,
    confidence: 'medium',
    family: 'demo',
    kind: 'article',
  });
  try {
    engine.load(files);
    return engine.accepts(['demo'], lang);
  } catch (error) {
    console.warn(error);
    return [];
  }
}

/** @param {{ engine: Author, answers: ChartAnswer[] }} props */
function Picture({ engine, answers }) {
  const words = useWords(WORDS);
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const accepting = answers.filter(({ accepted }) => accepted);
  const wanted = WANTED.map((type) => accepting.findIndex((answer) => answer.type === type)).find((at) => at >= 0) ?? 0;
  const refused = answers.find(({ type, accepted }) => type === 'dot-line' && !accepted);
  const dark = theme.value === 'dark' || (theme.value === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    if (!canvas.current || accepting.length === 0) return;
    try {
      engine.thumbnail(canvas.current, wanted, { width: WIDTH, theme: dark ? 'dark' : 'light', lang: language.value });
    } catch {
      canvas.current.width = 0;
    }
  }, [answers, dark]);
  return (
    <>
      <canvas ref={canvas} class="demo-picture" role="img" aria-label={accepting[wanted]?.name ?? ''} />
      {refused ? (
        <p class="muted small-text">{fill(words.other, { name: refused.name, why: said(refused.reason) })}</p>
      ) : null}
    </>
  );
}

export function Demo() {
  const words = useWords(WORDS);
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const engine = author.value;
  const sentence = typed ?? words.demoSentence;
  const amount = useMemo(() => (engine ? firstIn(engine, sentence) : null), [engine, sentence]);
  const answers = useMemo(
    () => (engine && amount ? chartsOf(engine, amount, words.demoLabel, language.value) : []),
    [engine, amount, words],
  );
  const nameOf = (/** @type {'bounds' | 'measures'} */ list, /** @type {string | undefined} */ id) =>
    engineWords.value[list].find((each) => each.id === id)?.name ?? id ?? '';
  if (!engine) return null;
  return (
    <section class="demo" aria-label={words.demo}>
      <h2>
        {words.demo} <span class="muted">{words.demoAbout}</span>
      </h2>
      <div class="demo-three">
        <div>
          <label>
            <span class="muted small-text">{words.sentence}</span>
            <textarea
              class="demo-sentence"
              data-own-undo
              rows={3}
              value={sentence}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
        </div>
        <div>
          <p class="muted small-text">{words.statement}</p>
          {amount ? (
            <>
              <p class="demo-phrase">
                <b>{amount.printed}</b>{' '}
                <BoundGlyph bound={amount.bound || 'exact'} status={amount.figure.status} large />
              </p>
              <dl>
                <dt>{words.fields.bound}</dt>
                <dd>{amount.boundWords || nameOf('bounds', amount.bound) || words.exact}</dd>
                <dt>{words.fields.measure}</dt>
                <dd>{nameOf('measures', amount.measure) || words.notSaid}</dd>
                <dt>{words.fields.period}</dt>
                <dd>{amount.period || words.notSaid}</dd>
              </dl>
            </>
          ) : (
            <p>{words.demoNone}</p>
          )}
        </div>
        <div>
          <p class="muted small-text">{words.picture}</p>
          {amount ? <Picture engine={engine} answers={answers} /> : null}
        </div>
      </div>
    </section>
  );
}
