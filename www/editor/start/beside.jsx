// Beside the article's field: open, begin anew, finished examples, and what the five places are for.

import { useState } from 'preact/hooks';
import { resume } from '../document/autosave.js';
import { author } from '../document/session.js';
import { Key, Segments } from '../frame/components.jsx';
import { PLACES } from '../shell/bar.jsx';
import { WORDS as FRAME } from '../frame/words.js';
import { fill, language, told, useWords } from '../words.js';
import { fromExample, fromFolder, fromNothing, fromTable, fromZip } from './actions.js';
import { whenOf } from './recovery.jsx';
import { chaptersOf } from './samples.js';
import { WORDS } from './words.js';

/**
 * @import {StoryLang} from '../types.js'
 * @import {Kept} from '../document/kept-stories.js'
 */

const MOST = 4;

/** @param {{ kept: Kept[] }} props */
function Open({ kept }) {
  const words = useWords(WORDS);
  return (
    <section>
      <h2>
        {words.open} <Key>Ctrl O</Key>
      </h2>
      <p class="muted">{words.openAbout}</p>
      <p class="buttons">
        <button type="button" class="button" onClick={fromFolder}>
          {words.folder}
        </button>
        <button type="button" class="button" onClick={fromZip}>
          {words.zip}
        </button>
        <span class="muted">{words.drop}</span>
      </p>
      {kept.length > 0 ? (
        <>
          <h3 class="muted">{words.recent}</h3>
          <ul class="recent">
            {kept.slice(0, MOST).map((each) => (
              <li key={each.id}>
                <button type="button" class="link" onClick={() => resume(each)}>
                  {told(each.title ?? {}) || each.name || words.untitled}
                </button>{' '}
                <span class="muted">{whenOf(each.at)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** @param {{ languages: StoryLang[], onLanguages: (languages: StoryLang[]) => void }} props */
function Begin({ languages, onLanguages }) {
  const words = useWords(WORDS);
  const choices = /** @type {(keyof typeof words.language)[]} */ (
    language.value === 'zh' ? ['zh', 'en', 'zh,en'] : ['en', 'zh', 'en,zh']
  );
  return (
    <section>
      <h2>
        {words.begin} <Key>Ctrl Alt N</Key>
      </h2>
      <p class="muted">{words.beginAbout}</p>
      <p class="buttons">
        <button type="button" class="button" onClick={() => fromNothing(languages)}>
          {words.blank}
        </button>
        <button type="button" class="button" onClick={() => fromTable(languages)}>
          {words.fromTable} <span class="muted">xlsx{language.value === 'zh' ? '、' : ', '}CSV</span>
        </button>
        <Segments
          label={words.languages}
          value={languages.join(',')}
          options={choices.map((id) => ({ id, name: words.language[id] }))}
          onChange={(id) => onLanguages(/** @type {StoryLang[]} */ (id.split(',')))}
        />
      </p>
    </section>
  );
}

/** Signs of what the examples show: years with gaps, bounds. @param {{ name: string }} props */
const Sign = ({ name }) => (
  <svg viewBox="0 0 160 52" class={`example-sign ${name}`} aria-hidden="true">
    {name === 'karamay' ? (
      <>
        {[
          [4, 44],
          [38, 36],
          [44, 35],
          [84, 18],
          [93, 11],
          [97, 11],
          [116, 10],
          [126, 4],
        ].map(([x, y]) => (
          <circle key={x} cx={x} cy={y} r="3" />
        ))}
        <path d="M0 50H132" />
      </>
    ) : (
      <>
        <circle cx="22" cy="18" r="4" />
        <circle cx="106" cy="12" r="10" class="soft" />
        <circle cx="106" cy="12" r="4" />
        <path d="M4 40H126" />
        <rect x="18" y="44" width="7" height="7" />
        <rect x="60.5" y="44.5" width="6" height="6" class="hollow" />
        <rect x="102" y="44" width="7" height="7" />
      </>
    )}
  </svg>
);

function Examples() {
  const words = useWords(WORDS);
  return (
    <section>
      <h2>
        {words.examples} <span class="muted">{words.examplesAbout}</span>
      </h2>
      <div class="examples">
        {
          /** @type {const} */ (['karamay', 'reading']).map((name) => (
            <button type="button" key={name} class="example" onClick={() => fromExample(name)}>
              <Sign name={name} />
              <b>{words[name]}</b>
              <span class="muted">
                {fill(name === 'karamay' ? words.karamayAbout : words.readingAbout, {
                  n: author.value ? chaptersOf(name, author.value) : '…',
                })}
              </span>
            </button>
          ))
        }
      </div>
    </section>
  );
}

/** @param {{ kept: Kept[] }} props */
export function Beside({ kept }) {
  const words = useWords(WORDS);
  const frame = useWords(FRAME);
  const [languages, setLanguages] = useState(/** @type {StoryLang[]} */ ([language.value]));
  return (
    <div class="beside">
      <Open kept={kept} />
      <Begin languages={languages} onLanguages={setLanguages} />
      <Examples />
      <section>
        <h2>{words.five}</h2>
        <dl class="purposes">
          {PLACES.map((place) => (
            <div key={place}>
              <dt>{frame.place[place]}</dt>
              <dd>{words.purposes[/** @type {keyof typeof words.purposes} */ (place)]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
