// Rules for what stands in place of the picture, the table or the scene in words and sound; and for paper.

import { COLOURS } from './shared.js';
import { tokens } from './style-frame.js';

export const PANELS = `
:is(.tablebox, .sonification) { position: absolute; inset: 0; z-index: 3; overflow: auto; background: var(--_surface);
  padding: .75rem; font-size: .875rem; line-height: 1.45; }
:is(.tablebox, .sonification):focus-visible { outline-offset: -2px; }
:is(.tablebox, .sonification) > .button { float: right; padding: 0; position: sticky; top: 0; margin-left: .5rem; }
.sonification { font-size: 1rem; line-height: 1.6; padding: 1.25rem max(.75rem, min(2rem, 5%)); }
.sonification > * + * { margin-top: .75rem; }
.sonification h2 { font-size: 1.375rem; }
.sonification h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.sonification select { font: inherit; color: inherit; max-width: 100%; white-space: normal; text-overflow: ellipsis; }
.sonification .row { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; }
.sonification .row label { max-width: 100%; }
.telling p + p { margin-top: .35rem; }
.sonification .legend { color: var(--_muted); font-size: .875rem; margin-top: .5rem; }
.braille { font-size: 1.5rem; line-height: 1.4; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; font-size: 1rem; padding-bottom: .5rem; }
/* A table wider than the window has its name in sight all the same. */
caption span { position: sticky; left: .75rem; display: inline-block; max-width: min(42rem, 100vw - 2rem); }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--_rule); min-width: 4em; }
thead th { color: var(--_muted); font-weight: 400; white-space: nowrap; }
tbody th { font-weight: 400; }
tbody td:last-child { min-width: 13em; }
tfoot td { color: var(--_muted); font-size: .8125rem; border: 0; }
tbody .number { color: inherit; font-weight: 400; text-decoration-thickness: 1px; min-height: 24px; }
[data-layout=narrow] :is(.tablebox, .sonification) { position: fixed; inset: var(--_bar) 0 var(--_foot); }
`;

export const PAPER = `
.print { display: none; }
@media print {
  .frame { ${tokens(COLOURS.light)} color-scheme: light; background: none; }
  .tools, .transport, .dock, .rail, .record, .tip, .sonification { display: none !important; }
  .right, .bar { position: static !important; height: auto !important; border: 0 !important; padding: 0 !important; }
  .view { height: auto !important; overflow: visible; }
  .tablebox { position: static !important; display: block !important; }
  .step { min-height: 0 !important; }
  /* Where the chapters were made for paper, what was on the screen stays there. */
  .frame:has(.print > *) > :is(.body, .outro, .dock) { display: none !important; }
  .print { display: block; font-size: 10.5pt; line-height: 1.5; }
  /* No higher than a page, of A4 or letter: under many sentences the picture is smaller. */
  .print .leaf { display: flex; flex-direction: column; max-height: 250mm; break-inside: avoid; padding-bottom: 1rem; }
  .print canvas { flex: 0 1 auto; min-height: 0; object-fit: contain; margin: .75rem auto 0; }
  .print h2 { font-size: 18pt; line-height: 1.3; margin: 0 0 .5rem; break-after: avoid; }
  .print .name { font-weight: 700; color: var(--_muted); break-after: avoid; }
  .print .data { break-before: page; }
  .print table { margin: 0 0 1.5rem; font-size: 8.5pt; line-height: 1.35; }
  .print caption { break-after: avoid; }
  .print :is(tr, thead) { break-inside: avoid; }
  .print :is(thead, tbody tr:first-child) { break-after: avoid; }
}
`;
