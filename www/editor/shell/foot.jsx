// The foot below all places: whether everything is saved, and the keys of this place.

import { author, engineTrouble } from '../document/session.js';
import { selection, story } from '../document/story-document.js';
import { saved, takeOver } from '../document/autosave.js';
import { fill, language, useWords } from '../words.js';
import { announced } from '../frame/announce.js';
import { Key } from '../frame/components.jsx';
import { SaveNotice } from '../frame/save-notice.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { helpOpen } from './keys.js';
import { WORDS } from '../frame/words.js';

/** One for each language: it takes milliseconds to make. @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();
/** @param {string} lang */
function clockOf(lang) {
  const clock =
    clocks.get(lang) ?? new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hour12: false });
  clocks.set(lang, clock);
  return clock;
}

function State() {
  const words = useWords(WORDS);
  const { state, at, why } = saved.value;
  const shown = story.value === null && selection.value.place === 'start' ? 'none' : state;
  const time = at ? clockOf(language.value).format(at) : '';
  const bad = shown === 'failed' || shown === 'elsewhere';
  return (
    <span class={bad ? 'foot-state amber' : 'foot-state'} data-state={shown}>
      <span class="foot-dot" aria-hidden="true" />
      {fill(words.state[shown], { time, why })}
      {shown === 'elsewhere' ? (
        <>
          {' '}
          <button type="button" class="link" onClick={takeOver}>
            {words.takeOver}
          </button>
        </>
      ) : null}
    </span>
  );
}

/**
 * What was said, with the way back where there is one.
 * @param {Omit<import('../frame/announce.js').Said, 'turn'>} props
 */
function Said({ text, back }) {
  const words = useWords(WORDS);
  return (
    <>
      <span class="foot-said">{text}</span>
      {back?.holds() ? (
        <button type="button" class="button small" onClick={back.does}>
          {words.undo}
        </button>
      ) : null}
    </>
  );
}

export function Foot() {
  const words = useWords(WORDS);
  const { text, turn, back } = announced.value;
  const trouble = engineTrouble.value && !author.value ? fill(words.engine, { why: engineTrouble.value }) : '';
  return (
    <footer class="foot">
      {selection.value.place === 'publish' ? null : <SaveNotice />}
      {text ? <Said text={text} back={back} /> : trouble ? <span class="amber">{trouble}</span> : <State />}
      <span class="spoken" aria-live="polite" key={turn % 2}>
        {text}
      </span>
      <ul class="foot-keys">
        {footKeys.value.map(([key, does]) => (
          <li key={key}>
            <Key>{key}</Key> {does}
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="foot-help"
        aria-expanded={helpOpen.value}
        onClick={() => {
          helpOpen.value = !helpOpen.value;
        }}
      >
        <Key>?</Key> {words.keys}
      </button>
    </footer>
  );
}
