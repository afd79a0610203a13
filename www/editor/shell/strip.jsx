// The article as one cell a paragraph: solid is done, half is to be decided, hollow not looked at, a dash has no
// number.

import { select, selection } from '../document/story-document.js';
import { fill, useWords } from '../words.js';
import { railOpen } from './rail-open.js';
import { WORDS } from '../frame/words.js';

/** @import {Paragraph} from './waiting.js' */

/** @param {{ paragraphs: Paragraph[] }} props */
export function Strip({ paragraphs }) {
  const words = useWords(WORDS);
  const { amount, place } = selection.value;
  const of = (/** @type {Paragraph['state']} */ state) => paragraphs.filter((each) => each.state === state).length;
  const told = [
    of('done') > 0 ? fill(words.taken, { n: of('done') }) : '',
    of('partly') > 0 ? fill(words.toDecide, { n: of('partly') }) : '',
    of('open') > 0 ? fill(words.untouched, { n: of('open') }) : of('partly') === 0 ? words.allSeen : '',
  ].filter(Boolean);
  return (
    <section>
      <h2>
        {words.article} <span class="muted">{fill(words.paragraphs, { n: paragraphs.length })}</span>
      </h2>
      {paragraphs.length === 0 ? (
        <p class="muted">{words.noArticle}</p>
      ) : (
        <>
          <ul class="strip">
            {paragraphs.map(({ n, state, first }) => (
              <li key={n}>
                <button
                  type="button"
                  class={`strip-cell ${state}`}
                  aria-current={place === 'sentences' && first !== '' && first === amount ? 'true' : undefined}
                  aria-label={`${fill(words.paragraph, { n })}: ${words.paragraphState[state]}`}
                  title={`${fill(words.paragraph, { n })}: ${words.paragraphState[state]}`}
                  tabIndex={state === 'none' ? -1 : 0}
                  onClick={() => {
                    railOpen.value = false;
                    select({ place: 'sentences', ...(first ? { amount: first } : {}) });
                  }}
                />
              </li>
            ))}
          </ul>
          <p class="muted">{told.join(' · ')}</p>
        </>
      )}
    </section>
  );
}
