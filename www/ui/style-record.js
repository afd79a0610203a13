// Rules for what lies over the picture: marks under pointer or focus, the handle of a guess, the record of a number.

export const RECORD = `
.overlay { position: absolute; inset: 0; pointer-events: none; }
.overlay ul { list-style: none; margin: 0; padding: 0; }
.overlay :is(.mark, .area) { position: absolute; border-radius: 3px; }
/* Two tones, so that one of them stands out from whatever is drawn beneath. */
.overlay :is(.mark.hot, :focus-visible) { outline: 2px solid var(--_ink); outline-offset: 3px;
  box-shadow: 0 0 0 3px var(--_surface), 0 0 0 7px var(--_surface); }
.overlay [data-stop=overview]:focus-visible { outline-offset: 0;
  box-shadow: inset 0 0 0 2px var(--_surface), 0 0 0 4px var(--_surface); }
.overlay .mark.hot:not(:focus-visible) { outline-width: 1.5px; box-shadow: none; }
/* Forced colours take shadows away: there the inner tone is a second line. */
@media (forced-colors: active) { .overlay :focus-visible { outline: 3px solid Highlight; border: 2px solid Canvas; } }
/* A finger scrolls the page beside the handle, and drags it on it. */
.grip { position: absolute; touch-action: pan-y pinch-zoom; cursor: ew-resize; }
.grip.handle { width: 44px; height: 44px; border-radius: 50%; touch-action: none; cursor: grab; }
.grip.handle:active { cursor: grabbing; }
.grip-keys { position: absolute; pointer-events: none; border-radius: 3px; }
.grip-keys input { opacity: 0; width: 100%; height: 100%; margin: 0; }
.grip-keys:has(:focus-visible) { outline: 2px solid var(--_ink); outline-offset: 3px; }
.ring { position: absolute; border-radius: 3px; outline: 1.5px solid var(--_ink); outline-offset: 3px;
  pointer-events: none; }
.tip { position: absolute; z-index: 2; max-width: min(20rem, 90%); width: max-content; padding: .25rem .5rem;
  font-size: .875rem; line-height: 1.4; pointer-events: none;
  background: var(--_ink); color: var(--_surface); border-radius: 4px; }
.record { position: absolute; z-index: 4; width: min(26rem, calc(100% - 16px)); max-height: calc(100% - 16px);
  background: var(--_surface);
  border: 2px solid var(--_ink); border-radius: 6px; font-size: .9375rem; line-height: 1.5; display: grid;
    grid-template-columns: minmax(0, 1fr) auto; }
.record-body { grid-area: 1 / 1 / 2 / 3; padding: .75rem 1rem 1rem; overflow: auto; max-height: inherit; }
.record > [data-do=close] { grid-area: 1 / 2; z-index: 1; align-self: start; margin: 4px; padding: 0; }
.record:focus-visible { outline: 0; }
.record-head { padding-right: 2.75rem; color: var(--_muted); }
.record-number { font-size: 1.75rem; line-height: 1.25; color: var(--_accent, var(--_ink)); margin-right: .25em; }
.record dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .9rem; margin: .5rem 0; }
.record dt { color: var(--_muted); max-width: 7em; }
.record dd { min-width: 0; }
.record a { color: inherit; text-underline-offset: 3px; }
.record .address { display: none; overflow-wrap: anywhere; }
:host([data-without~=links]) .record a, :host([data-without~=share]) [data-do=link] { display: none; }
:host([data-without~=links]) .record .address { display: inline; }
.record-cite { color: var(--_muted); font-size: .8125rem; border-top: 1px solid var(--_rule); padding-top: .5rem; }
.record-tools { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
.record::before { content: ""; position: absolute; left: var(--_arrow, 50%); width: 12px; height: 12px;
  margin-left: -6px; background: var(--_ink); display: none; }
.record[data-side=below]::before { display: block; bottom: 100%; clip-path: polygon(50% 25%, 100% 100%, 0 100%); }
.record[data-side=above]::before { display: block; top: 100%; clip-path: polygon(0 0, 100% 0, 50% 75%); }
.record[data-side~=column] { position: fixed; max-height: none; grid-template-rows: minmax(0, 1fr); }
.frame > .record[data-side=above] { max-height: none; }
/* A narrow column has no room for another one of names. */
.record[data-side~=column] dl { display: block; font-size: .875rem; }
.record[data-side~=column] :is(dt, dd) { display: inline; }
.record[data-side~=column] dt { margin-right: .5em; }
.record[data-side~=column] dd::after { content: ""; display: block; height: .4em; }
.record[data-side=column]::before { display: block; left: 100%; top: var(--_arrow, 50%); margin: -6px 0 0;
  clip-path: polygon(0 0, 75% 50%, 0 100%); }
/* The mark of the record stays as it is, and the picture around it steps back. */
.shade { position: absolute; border-radius: 3px; pointer-events: none; outline: 2px solid var(--_ink);
  outline-offset: 4px;
  box-shadow: 0 0 0 5px transparent, 0 0 0 200vmax color-mix(in srgb, var(--_surface) 65%, transparent); }
.record[data-side=sheet] { inset: auto 0 0 0; width: auto; border-width: 2px 0 0; border-radius: 0;
  max-height: min(70vh, 100%); }
.record[data-side=sheet] { position: fixed; max-height: 70vh; padding-bottom: env(safe-area-inset-bottom); }
`;
