// The question about an amount that was typed by hand: which statement it is, or whether it is a name, or words that
// are meant so.

import { helpOf, messageOf } from '../document/problem-words.js';
import { goTo } from '../document/session.js';
import { select } from '../document/story-document.js';
import { Key } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { useFirstKey } from './first-key.js';
import { mend, mendable, recordName, suggestionsFor, takeSuggestion } from './suggestions.js';
import { WORDS } from './words.js';

/** @import {StoryLang} from '../types.js' */

/** @param {{ scene: number, code: StoryLang }} props */
export function TypedBar({ scene, code }) {
  const words = useWords(WORDS);
  const all = suggestionsFor(scene, code);
  const first = all[0];
  const problem = first ? undefined : mendable(scene);
  const take = () => {
    if (first?.match) takeSuggestion(scene, code, first);
    else if (problem) mend(problem);
    else return false;
    return true;
  };
  useFirstKey('Ctrl+Period', take);
  if (problem) {
    return (
      <div class="question typed-bar" role="status">
        <p>{messageOf(problem)}</p>
        <button type="button" class="button main" title={helpOf(problem)} onClick={take}>
          {words.mend} <Key>Ctrl .</Key>
        </button>
        <button type="button" class="button" onClick={() => goTo(problem)}>
          {words.there}
        </button>
      </div>
    );
  }
  if (!first) return null;
  const where = first.member === 'narration' ? words.sentence(first.line + 1) : words[first.member];
  const { match, typed, name } = first;
  const lost = match ? (match.lost ? words.lost(match.lost) : words.nothingLost) : words.unknown;
  return (
    <div class="question typed-bar" role="status">
      <p>
        {words.typed(where, typed.text) + lost}
        {all.length > 1 ? <span class="muted"> {words.moreTyped(all.length - 1)}</span> : null}
      </p>
      {match ? (
        <button type="button" class="button main" onClick={take}>
          {words.replace(match.phrase)} <Key>Ctrl .</Key>
        </button>
      ) : (
        <button type="button" class="button" onClick={() => select({ place: 'sentences' })}>
          {words.take}
        </button>
      )}
      <button
        type="button"
        class="button"
        title={name ? words.asNameTitle(name) : words.asWordsTitle(typed.text)}
        onClick={() => recordName(first)}
      >
        {name ? words.asName : words.asWords}
      </button>
    </div>
  );
}
