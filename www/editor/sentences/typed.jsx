// A field whose value is understood when the editor leaves it.

import { useState } from 'preact/hooks';

/** @import { ComponentChildren } from 'preact' */

/**
 * A field whose value is understood when the editor leaves it; Enter leaves it.
 * @param {{ label: string, value: string, onDone: (typed: string) => unknown, hint?: ComponentChildren,
 *   live?: boolean, eager?: boolean, member: string, path?: string, wide?: boolean, placeholder?: string,
 *   disabled?: boolean, list?: string, lang?: string, bad?: boolean, children?: ComponentChildren }} props
 *   `live`: with each letter; `eager`: likewise, and what is typed stands there until the field is left
 */
export function Typed({ label, value, onDone, hint, live, eager, member, path, wide, bad, children, ...rest }) {
  const [typed, type] = useState(/** @type {string | null} */ (null));
  const done = () => {
    if (!eager && typed !== null && typed !== value) onDone(typed);
    type(null);
  };
  return (
    <label class={`field${wide ? ' wide' : ''}${bad ? ' bad' : ''}`} data-member={member}>
      <span class="field-name">{label}</span>
      <input
        {...rest}
        type="text"
        data-path={path}
        value={typed ?? value}
        onInput={(event) => {
          if (live) onDone(event.currentTarget.value);
          else type(event.currentTarget.value);
          if (eager && !event.isComposing) onDone(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => {
          if (eager) onDone(event.currentTarget.value);
        }}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.isComposing || (event.code !== 'Enter' && event.code !== 'Escape') || event.ctrlKey) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.code === 'Escape') type(null);
          else done();
          const card = event.currentTarget.closest('.amount');
          if (card instanceof HTMLElement) card.focus({ preventScroll: true });
        }}
      />
      {children}
      {hint ? <span class="field-hint">{hint}</span> : null}
    </label>
  );
}
