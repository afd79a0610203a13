// What the story's other languages lack of the open statement: a field each.

import { languages } from '../document/session.js';
import { change, story } from '../document/story-document.js';
import { useWords } from '../words.js';
import { draft, set, unitText } from './actions.js';
import { Typed } from './typed.jsx';
import { articleLanguage } from './now.js';
import { inLanguage, memberOf, membersOf } from './words-of.js';
import { WORDS } from './words.js';

/** @import { Amount } from './types.js' */

/** @param {{ amount: Amount }} props */
export function OtherLanguages({ amount }) {
  const words = useWords(WORDS);
  const { figure, state } = amount;
  const others = membersOf(languages.value).filter((of) => of !== memberOf(articleLanguage.value));
  const own = memberOf(articleLanguage.value);
  const unit = figure.unit ? story.value?.units?.[figure.unit] : amount.unit;
  /** @type {{ member: string, of: string, text: string }[]} */
  const fields = others.flatMap((of) => {
    const lacks = ['period', 'base', 'denominator', 'deadline'].filter(
      (member) => inLanguage(figure[member], own) && !inLanguage(figure[member], of),
    );
    const unitLacks = unit && inLanguage(unit, own) && !inLanguage(unit, of);
    return [
      { member: 'label', of, text: inLanguage(figure.label, of) },
      ...(unitLacks ? [{ member: 'unit', of, text: '' }] : []),
      ...lacks.map((member) => ({ member, of, text: '' })),
    ];
  });
  if (fields.length === 0) return null;
  return (
    <fieldset class="card-grid other-languages" aria-label={words.lackingTitle}>
      {fields.map(({ member, of, text }) => (
        <Typed
          key={member + of}
          label={words.lack[/** @type {'label'} */ (member)]}
          member={`${member}-${of}`}
          path={state === 'taken' ? `figures.${amount.id}.${member}.${of}` : undefined}
          value={text}
          lang={of}
          wide={member === 'label'}
          bad={!text}
          hint={
            text ? words.languages[/** @type {'zh'} */ (of)] : words.lacks(words.languages[/** @type {'zh'} */ (of)])
          }
          live={member === 'label'}
          onDone={(typed) => {
            if (member === 'unit') unitText(amount, of, typed);
            else set(amount, { [member]: { .../** @type {object} */ (figure[member]), [of]: typed } });
          }}
        />
      ))}
    </fieldset>
  );
}

/** A name as it stands in the story, in each of its languages. @param {{ amount: Amount }} props */
export function NameFields({ amount }) {
  const words = useWords(WORDS);
  const names = /** @type {Record<string, { text?: Record<string, string> }>} */ (story.value?.names ?? {});
  const text = amount.state === 'name' ? names[amount.id]?.text : amount.name;
  const own = memberOf(articleLanguage.value);
  const inOrder = [own, ...membersOf(languages.value).filter((of) => of !== own)];
  return (
    <div class="card-grid">
      {inOrder.map((of) => (
        <Typed
          key={of}
          wide
          label={words.fields.name}
          member={`name-${of}`}
          path={`names.${amount.id}.text.${of}`}
          value={inLanguage(text, of)}
          lang={of}
          bad={!inLanguage(text, of)}
          hint={
            inLanguage(text, of)
              ? words.languages[/** @type {'zh'} */ (of)]
              : words.lacks(words.languages[/** @type {'zh'} */ (of)])
          }
          onDone={(typed) => {
            if (amount.state === 'name')
              change(words.steps.edit, [{ file: 'story.json', path: ['names', amount.id, 'text', of], value: typed }]);
            else draft(amount, { name: { ...amount.name, [of]: typed } });
          }}
        />
      ))}
    </div>
  );
}
