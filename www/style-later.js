// The rest of the element's style: what is not there with the first picture (later.js). Names as in style.js.

import { THEMES } from './colours.js';
import { tokens } from './style.js';

const PIECES = `
.twin { position: absolute; inset: 0; pointer-events: none; }
.twin ul { list-style: none; margin: 0; padding: 0; }
.twin :is(.mark, .area) { position: absolute; border-radius: 3px; }
/* Two tones, so that one of them stands out from whatever is drawn beneath. */
.twin :is(.mark.hot, :focus-visible) { outline: 2px solid var(--_ink); outline-offset: 3px; box-shadow: 0 0 0 3px var(--_surface), 0 0 0 7px var(--_surface); }
.twin [data-stop=overview]:focus-visible { outline-offset: 0; box-shadow: inset 0 0 0 2px var(--_surface), 0 0 0 4px var(--_surface); }
.twin .mark.hot:not(:focus-visible) { outline-width: 1.5px; box-shadow: none; }
/* Forced colours take shadows away: there the inner tone is a second line. */
@media (forced-colors: active) { .twin :focus-visible { outline: 3px solid Highlight; border: 2px solid Canvas; } }
.ring { position: absolute; border-radius: 3px; outline: 1.5px solid var(--_ink); outline-offset: 3px; pointer-events: none; }
.way { margin-top: 1.25rem; }
.way figcaption { color: var(--_muted); font-size: .875rem; margin-bottom: .5rem; }
.stills { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; }
.stills canvas { width: 100%; height: auto; border: 1px solid var(--_rule); }
.tip { position: absolute; z-index: 2; max-width: min(20rem, 90%); width: max-content; padding: .25rem .5rem; font-size: .875rem; line-height: 1.4; pointer-events: none;
  background: var(--_ink); color: var(--_surface); border-radius: 4px; }
.record { position: absolute; z-index: 4; width: min(26rem, calc(100% - 16px)); max-height: calc(100% - 16px); background: var(--_surface);
  border: 2px solid var(--_ink); border-radius: 6px; font-size: .9375rem; line-height: 1.5; display: grid; grid-template-columns: minmax(0, 1fr) auto; }
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
.record::before { content: ""; position: absolute; left: var(--_arrow, 50%); width: 12px; height: 12px; margin-left: -6px; background: var(--_ink); display: none; }
.record[data-side=below]::before { display: block; bottom: 100%; clip-path: polygon(50% 25%, 100% 100%, 0 100%); }
.record[data-side=above]::before { display: block; top: 100%; clip-path: polygon(0 0, 100% 0, 50% 75%); }
.record[data-side=sheet] { inset: auto 0 0 0; width: auto; border-width: 2px 0 0; border-radius: 0; max-height: min(70vh, 100%); }
.frame > .record[data-side=sheet] { position: fixed; max-height: 70vh; padding-bottom: env(safe-area-inset-bottom); }
:is(.tablebox, .aloud) { position: absolute; inset: 0; z-index: 3; overflow: auto; background: var(--_surface); padding: .75rem; font-size: .875rem; line-height: 1.45; }
:is(.tablebox, .aloud):focus-visible { outline-offset: -2px; }
:is(.tablebox, .aloud) > .button { float: right; padding: 0; position: sticky; top: 0; margin-left: .5rem; }
.aloud { font-size: 1rem; line-height: 1.6; padding: 1.25rem max(.75rem, min(2rem, 5%)); }
.aloud > * + * { margin-top: .75rem; }
.aloud h2 { font-size: 1.375rem; }
.aloud h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.aloud select { font: inherit; color: inherit; max-width: 100%; white-space: normal; text-overflow: ellipsis; }
.aloud .row { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; }
.aloud .row label { max-width: 100%; }
.telling p + p { margin-top: .35rem; }
.aloud .legend { color: var(--_muted); font-size: .875rem; margin-top: .5rem; }
.braille { font-size: 1.5rem; line-height: 1.4; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; font-size: 1rem; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--_rule); min-width: 4em; }
thead th { color: var(--_muted); font-weight: 400; white-space: nowrap; }
tbody th { font-weight: 400; }
tbody td:last-child { min-width: 13em; }
tfoot td { color: var(--_muted); font-size: .8125rem; border: 0; }
tbody .number { color: inherit; font-weight: 400; text-decoration-thickness: 1px; min-height: 24px; }
[data-layout=narrow] :is(.tablebox, .aloud) { position: fixed; inset: 0 0 var(--_dock, 4rem); }
[data-layout=narrow][data-table] .right { z-index: 2; }
`;

const PAPER = `
.print { display: none; }
@media print {
  .frame { ${tokens(THEMES.light)} color-scheme: light; background: none; }
  .tools, .transport, .dock, .rail, .record, .tip, .aloud { display: none !important; }
  .right, .bar { position: static !important; height: auto !important; border: 0 !important; padding: 0 !important; }
  .view { height: auto !important; overflow: visible; }
  .tablebox { position: static !important; display: block !important; }
  .card { min-height: 0 !important; padding-top: 0 !important; }
  /* Where the chapters were made for paper, what was on the screen stays there. */
  .frame:has(.print > *) > :is(.body, .dock) { display: none !important; }
  .print { display: block; font-size: 10.5pt; line-height: 1.5; }
  .print section + section { break-before: page; }
  .print canvas { max-width: 100%; height: auto !important; margin-bottom: .5rem; }
  .print table { margin-top: .75rem; font-size: 8.5pt; line-height: 1.35; }
  .print h2 { font-size: 18pt; break-after: avoid; }
  .print tr { break-inside: avoid; }
}
`;

/** All of it as one text; `make build` makes it small. */
export const STYLE = [PIECES, PAPER].join('');
