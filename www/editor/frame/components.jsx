// What several places of the editor show: choices, fields, key labels, the sign of a bound.

import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * @import {ComponentChildren, JSX} from 'preact'
 * @typedef {{ id: string, name: ComponentChildren, disabled?: boolean, title?: string }} Option
 */

/**
 * One of few, each on show.
 * @param {{ value: string, options: Option[], onChange: (id: string) => void, label: string, class?: string }} props
 */
export function Segments({ value, options, onChange, label, class: kind = '' }) {
  return (
    <fieldset class={`segments ${kind}`} aria-label={label}>
      {options.map(({ id, name, disabled, title }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === value}
          disabled={disabled}
          title={title}
          onClick={() => onChange(id)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

/** The label of a key. @param {{ children: ComponentChildren }} props */
export const Key = ({ children }) => <kbd class="key">{children}</kbd>;

/** How many wait; nothing where none do. @param {{ n: number, label?: string }} props */
export const Badge = ({ n, label }) =>
  n > 0 ? (
    <>
      <span class="badge" title={label} aria-hidden="true">
        {n}
      </span>
      <span class="spoken">{label}</span>
    </>
  ) : null;

/**
 * A label, an input and, in grey at its end, where its value comes from.
 * @param {{ label: string, value: string, onInput: (value: string) => void, hint?: ComponentChildren, path?: string,
 *   placeholder?: string, disabled?: boolean, type?: 'text' | 'url' | 'search', wide?: boolean, lang?: string,
 *   list?: string,
 *   onBlur?: () => void, onKeyDown?: (event: KeyboardEvent) => void }} props `path`: of the field in its file
 */
export function Field({ label, value, onInput, hint, path, wide, ...rest }) {
  return (
    <label class={wide ? 'field wide' : 'field'}>
      <span class="field-name">{label}</span>
      <input {...rest} data-path={path} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      {hint ? <span class="field-hint">{hint}</span> : null}
    </label>
  );
}

/**
 * One of many.
 * @param {{ label: string, value: string, options: { id: string, name: string, disabled?: boolean }[],
 *   onChange: (id: string) => void, hint?: ComponentChildren, path?: string, disabled?: boolean, none?: string,
 *   wide?: boolean }} props `none`: what stands there for ''
 */
export function Select({ label, value, options, onChange, hint, path, disabled, none, wide }) {
  const known = options.some(({ id }) => id === value);
  return (
    <label class={wide ? 'field wide' : 'field'}>
      <span class="field-name">{label}</span>
      <select
        value={value}
        disabled={disabled}
        data-path={path}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {none !== undefined ? <option value="">{none}</option> : null}
        {!known && value !== '' ? <option value={value}>{value}</option> : null}
        {options.map(({ id, name, disabled: off }) => (
          <option key={id} value={id} disabled={off}>
            {name}
          </option>
        ))}
      </select>
      {hint ? <span class="field-hint">{hint}</span> : null}
    </label>
  );
}

/**
 * A box to tick.
 * @param {{ checked: boolean, onChange: (on: boolean) => void, children: ComponentChildren, path?: string,
 *   disabled?: boolean }} props
 */
export const Tick = ({ checked, onChange, children, path, disabled }) => (
  <label class="tick">
    <input
      type="checkbox"
      data-path={path}
      disabled={disabled}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>{children}</span>
  </label>
);

const LOW = new Set(['more_than', 'at_least']);
const HIGH = new Set(['less_than', 'up_to', 'nearly']);

/**
 * The sign of a bound, 28×14: solid is what is said, hatched what may be, an arrow an open end, dashed a goal.
 * @param {{ bound: string, status?: string, large?: boolean }} props `bound`: the engine's id, `range` or `class`
 */
export function BoundGlyph({ bound, status = '', large = false }) {
  const id = useId();
  const goal = status !== '' && status !== 'result' && status !== 'achieved' && status !== 'actual';
  const open = LOW.has(bound);
  const until = open ? 15 : 23;
  const hatch = `url(#${id})`;
  return (
    <svg
      class={large ? 'bound-glyph large' : 'bound-glyph'}
      viewBox="0 0 28 14"
      width={large ? 56 : 28}
      height={large ? 28 : 14}
      aria-hidden="true"
    >
      <pattern id={id} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.4" height="3" class="glyph-fill" />
      </pattern>
      {bound === 'class' ? (
        <>
          <rect x="5" y="4" width="18" height="6" class="glyph-soft" />
          <path d="M6 2H3v10h3M22 2h3v10h-3" class="glyph-line" />
        </>
      ) : (
        <>
          {goal ? (
            <path d={`M2 4H${until}V10H2z`} class="glyph-dashed" />
          ) : (
            <rect
              x="2"
              y="4"
              width={HIGH.has(bound) || bound === 'about' ? 15 : until - 2}
              height="6"
              class="glyph-fill"
            />
          )}
          <path d="M2 1V13" class="glyph-line" />
          {open ? <rect x="15" y="4" width="5" height="6" fill={hatch} /> : null}
          {open ? <path d="M19 7h7m-3-3 3 3-3 3" class="glyph-line" /> : null}
          {bound === 'between' || bound === 'range' || HIGH.has(bound) || bound === 'about' ? (
            <rect x="17" y="4" width="7" height="6" fill={hatch} />
          ) : null}
          {bound === 'between' || bound === 'range' ? <path d="M17 2V12M24.5 2V12" class="glyph-line" /> : null}
          {bound === 'up_to' || bound === 'less_than' || bound === 'nearly' ? (
            <path d="M24.5 2V12" class={bound === 'up_to' ? 'glyph-line' : 'glyph-dashed'} />
          ) : null}
        </>
      )}
    </svg>
  );
}

/** Whether typing goes into a field there. @param {EventTarget | null} target */
export const isField = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('[data-typed]') !== null ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|range|button|file)$/.test(target.type)));

/** The name of what was pressed: `Ctrl+Enter`, `Shift+F8`, `KeyE`. @param {KeyboardEvent} event */
export function pressed(event) {
  const code = /^Numpad(\d|Enter)$/.test(event.code)
    ? event.code.replace('Numpad', /\d$/.test(event.code) ? 'Digit' : '')
    : event.code;
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${code}`;
}

/** Whether single letters are keys; some readers of screens want them all for themselves. */
export const letters = { on: true };

/**
 * The keys of a place, by what is pressed (`Ctrl+Enter`, `KeyE`, `ArrowDown`). Keys without Ctrl or Alt only act where
 * focus is in no field; a handler that answers `false` has not used its key.
 * @param {Record<string, (event: KeyboardEvent) => unknown>} map
 * @param {'place' | 'dialog' | 'anywhere'} [where] while a dialog is open, the keys of places do nothing
 */
export function useKeys(map, where = 'place') {
  const kept = useRef(map);
  kept.current = map;
  // Not after the paint: a key may come as soon as its label is seen.
  useLayoutEffect(() => {
    /** @param {KeyboardEvent} event */
    const onKeyDown = (event) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (where === 'place' && document.querySelector('dialog[open]')) return;
      // Where the question mark is depends on the keyboard.
      const name = event.key === '?' ? '?' : pressed(event);
      const handler = kept.current[name];
      if (!handler) return;
      const plain = !/^(Ctrl|Alt)\+/.test(name) && !/^(Shift\+)?F\d+$/.test(name);
      if (plain && isField(event.target)) return;
      if (plain && !letters.on && /^(Shift\+)?(Key|Digit)|^\?$/.test(name)) return;
      // Enter and space belong to the button that has the focus.
      const own = event.target instanceof Element && event.target.closest('button, a, summary, [role="button"]');
      if (own && /^(Enter|Space)$/.test(name)) return;
      if (handler(event) !== false) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
