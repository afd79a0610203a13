// The texts of a chapter in one language at a time: narration, title, subtitle, note, name; and its colour.

import './fields.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Field, Key, Segments } from '../frame/components.jsx';
import { focusPath, language } from '../document/session.js';
import { select, story } from '../document/story-document.js';
import { useWords } from '../words.js';
import { sceneAt, setAccent, setNarration, setText } from './actions.js';
import { printIn, statementsIn } from './answers.js';
import { Around } from './around.jsx';
import { equal } from './edits.js';
import { codeOf, lacks, languagesOf, memberOf, nameOf, textIn } from './languages.js';
import { linesOf, moved, reline, spoken } from './lines.js';
import { QuoteField } from './quote-field.jsx';
import { statementOf } from '../document/quotes.js';
import { HUES, hueOf } from './scenes.js';
import { TypedBar } from './typed-bar.jsx';
import { typedIn } from './typed.js';
import { WORDS } from './words.js';

/**
 * @import {StoryLang} from '../types.js'
 * @import {Sentence} from './lines.js'
 */

/** Goes to the statement that a quotation names. @param {string} quote */
const goToStatement = (quote) => select({ place: 'sentences', statement: statementOf(quote) });

/** The language that a path to a field ends with, in a chapter. @param {string} path @param {number} scene */
function languageOf(path, scene) {
  const found = new RegExp(
    `^scenes\\[${scene}\\]\\.(?:narration|title|subtitle|note|name|guess)\\b.*?\\.([\\w-]+)$`,
  ).exec(path);
  return found ? codeOf(found[1]) : '';
}

/** @param {{ scene: number, code: StoryLang, onCode: (code: StoryLang) => void }} props */
export function Fields({ scene, code, onCode }) {
  const words = useWords(WORDS);
  const now = sceneAt(scene);
  const codes = /** @type {StoryLang[]} */ (languagesOf(story.value));
  const [chip, setChip] = useState('');
  const wanted = languageOf(focusPath.value, scene);
  useLayoutEffect(() => {
    if (wanted && wanted !== code && codes.includes(/** @type {StoryLang} */ (wanted)))
      onCode(/** @type {StoryLang} */ (wanted));
  }, [wanted]);
  if (!now) return null;
  const given = {
    lang: code,
    choices: words.others,
    none: words.noneOf,
    print: (/** @type {string} */ quote) => printIn(quote, code),
    typed: (/** @type {string} */ text) => typedIn(text, code),
    statements: () => statementsIn(code),
    onGo: goToStatement,
  };
  const options = codes.map((id) => {
    const { sentences, members } = lacks(now, id, codes);
    const lack = sentences > 0 ? words.lacking(sentences) : members > 0 ? words.lackingMembers(members) : '';
    return {
      id,
      name: <span lang={language.value}>{[nameOf(id, language.value), lack].filter(Boolean).join(' ')}</span>,
    };
  });
  const members = /** @type {const} */ (['title', 'subtitle', 'note']);
  return (
    <section class="chapter-text" aria-label={words.text}>
      <div class="chapter-text-head">
        <h3>{words.text}</h3>
        <span class="muted small-text">{chip ? words.chipHint : words.textHint}</span>
        {codes.length > 1 ? (
          <Segments
            class="push"
            value={code}
            label={words.language}
            options={options}
            onChange={(id) => onCode(/** @type {StoryLang} */ (id))}
          />
        ) : null}
      </div>
      <Narration key={`${scene} ${code}`} scene={scene} code={code} given={given} onChip={setChip} />
      <TypedBar scene={scene} code={code} />
      {members.map((member) => (
        <div class="chapter-field" key={`${scene} ${member} ${code}`}>
          <span class="chapter-field-name">{words[member]}</span>
          <QuoteField
            {...given}
            class={member === 'title' ? 'strong' : ''}
            label={words[member]}
            hint={words.empty[member]}
            lines={false}
            text={textIn(now[member], code)}
            read={() => textIn(sceneAt(scene)?.[member], code)}
            path={`scenes[${scene}].${member}.${memberOf(now[member], code)}`}
            onText={(text) => setText(scene, member, code, text)}
            onMove={() => {}}
            onPlace={(selected) => setChip(selected)}
          />
          {member === 'title' && /\{/.test(textIn(now.title, code)) ? (
            <span class="muted small-text">{words.follows}</span>
          ) : null}
        </div>
      ))}
      <div class="chapter-name">
        <NameField scene={scene} code={code} />
        <fieldset class="hues" aria-label={words.accent}>
          {HUES.map((hue, i) => (
            <button
              key={hue}
              type="button"
              class={`hue ${hue}`}
              aria-label={words.hue(`${i + 1}`)}
              aria-pressed={hueOf(now.accent) === hue}
              onClick={() => setAccent(scene, hue)}
            />
          ))}
        </fieldset>
      </div>
      <Around scene={scene} code={code} />
    </section>
  );
}

/** @param {{ scene: number, code: StoryLang }} props */
function NameField({ scene, code }) {
  const words = useWords(WORDS);
  const texts = sceneAt(scene)?.name;
  const path = `scenes[${scene}].name.${memberOf(texts, code)}`;
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const wanted = focusPath.value;
  useEffect(() => {
    if (wanted !== path) return;
    focusPath.value = '';
    box.current?.querySelector('input')?.focus();
  }, [wanted, path]);
  return (
    <div class="chapter-name-field" ref={box}>
      <Field
        label={words.name}
        lang={code}
        path={path}
        placeholder={words.empty.name}
        value={textIn(texts, code)}
        onInput={(text) => setText(scene, 'name', code, text)}
      />
    </div>
  );
}

/**
 * @param {{ scene: number, code: StoryLang, given: { lang: StoryLang, choices: string, none: (typed: string) => string,
 *   print: (quote: string) => string, typed: (text: string) => { from: number, to: number }[],
 *   statements: () => readonly import('../types.js').Statement[],
 *   onGo: (quote: string) => void }, onChip: (chip: string) => void }} props
 */
function Narration({ scene, code, given, onChip }) {
  const words = useWords(WORDS);
  // What is typed has lines that are no sentences yet: they stay as long as the story is the one that came of them.
  const typed = useRef(/** @type {Sentence[]} */ ([]));
  const current = () => {
    const told = /** @type {Sentence[]} */ (sceneAt(scene)?.narration ?? []);
    if (!equal(spoken(typed.current), told)) typed.current = told;
    return typed.current;
  };
  const sentences = current();
  /** @param {Sentence[]} next */
  const set = (next) => {
    typed.current = next;
    setNarration(scene, code, next);
  };
  const [line, setLine] = useState(-1);
  return (
    <div class="narration">
      <QuoteField
        {...given}
        label={words.text}
        hint={words.empty.narration}
        lines
        text={linesOf(sentences, code).join('\n')}
        read={() => linesOf(current(), code).join('\n')}
        path={`scenes[${scene}].narration`}
        onText={(text, origins) => set(reline(current(), code, text.split('\n'), origins))}
        onMove={(at, by) => {
          const next = moved(current(), at, by);
          if (next) set(next);
        }}
        onPlace={(chip, at) => {
          onChip(chip);
          setLine(at);
        }}
      />
      {line >= 0 && sentences.length > 1 ? (
        <p class="narration-keys small-text muted">
          {words.sentence(line + 1)}
          {' · '}
          <Key>Ctrl Shift ↑ ↓</Key> {words.moveHint}
        </p>
      ) : null}
    </div>
  );
}
