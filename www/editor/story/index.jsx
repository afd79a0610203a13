// The place "title and notes": what belongs to the whole story.

import './story.css';
import { helpOf, messageOf } from '../document/problem-words.js';
import { languages, problems } from '../document/session.js';
import { memberOf, textIn } from '../chapters/languages.js';
import { change, story } from '../document/story-document.js';
import { Field, Tick } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { WORDS } from './words.js';

/** @import {StoryLang} from '../types.js' */

const ALL = /** @type {StoryLang[]} */ (['zh', 'en', 'ru']);
const TEXTS = /** @type {const} */ (['title', 'subtitle', 'notice']);

/** Problems of this part of the story. @param {{ path: string }} props */
function Problems({ path }) {
  const own = problems.value.filter((problem) => problem.file === 'story.json' && problem.path.startsWith(path));
  return (
    <>
      {own.map((problem) => (
        <p key={problem.code + problem.path} class={problem.severity === 'error' ? 'problem' : 'problem advice'}>
          <span>
            {messageOf(problem)} <span class="muted">{helpOf(problem)}</span>
          </span>
        </p>
      ))}
    </>
  );
}

/** @param {{ name: typeof TEXTS[number] }} props */
function Text({ name }) {
  const words = useWords(WORDS);
  const texts = story.value?.[name];
  return (
    <section>
      <h3>{words[name]}</h3>
      {languages.value.map((lang) => (
        <label key={lang} class={textIn(texts, lang).trim() ? 'story-text' : 'story-text bad'}>
          <span class="muted">{words.languageNames[lang]}</span>
          <textarea
            lang={lang}
            rows={name === 'notice' ? 3 : 1}
            class={name === 'title' ? 'serif' : ''}
            data-path={`${name}.${memberOf(texts, lang)}`}
            placeholder={words.missing}
            value={textIn(texts, lang)}
            onInput={(event) => {
              const label = { label: words.labels[name], merge: `${name}-${lang}` };
              change(label, [
                { file: 'story.json', path: [name, memberOf(texts, lang)], value: event.currentTarget.value },
              ]);
            }}
          />
        </label>
      ))}
      <Problems path={name} />
    </section>
  );
}

export default function Story() {
  const words = useWords(WORDS);
  const declared = languages.value;
  /** @param {StoryLang} lang @param {boolean} on */
  const choose = (lang, on) => {
    const tags = story.value?.languages ?? declared;
    const next = on ? [...tags, lang] : tags.filter((tag) => tag.split('-')[0] !== lang);
    if (next.length > 0) change(words.labels.languages, [{ file: 'story.json', path: ['languages'], value: next }]);
  };
  return (
    <div class="story-place">
      <header class="pane-head">
        <h2>{words.heading}</h2>
        <span class="muted">{words.about}</span>
      </header>
      <div class="pane-body story-body">
        {TEXTS.map((name) => (
          <Text key={name} name={name} />
        ))}
        <section>
          <h3>{words.languages}</h3>
          <p class="story-languages" data-path="languages" tabIndex={-1}>
            {ALL.map((lang) => (
              <Tick key={lang} checked={declared.includes(lang)} onChange={(on) => choose(lang, on)}>
                {words.languageNames[lang]} {declared[0] === lang ? <span class="muted">{words.first}</span> : null}
              </Tick>
            ))}
          </p>
        </section>
        <section>
          {
            /** @type {const} */ (['id', 'version']).map((name) => (
              <Field
                key={name}
                label={words[name]}
                value={story.value?.[name] ?? ''}
                hint={name === 'id' ? words.idHint : words.versionHint}
                path={name}
                onInput={(value) =>
                  change({ label: words.labels[name], merge: name }, [{ file: 'story.json', path: [name], value }])
                }
              />
            ))
          }
          <Problems path="id" />
          <Problems path="version" />
        </section>
      </div>
    </div>
  );
}
