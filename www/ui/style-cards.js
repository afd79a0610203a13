// Rules for the cards of chapters: headings, sentences, covers, and text over a full-bleed picture.

import { SERIF } from './style-frame.js';

export const CARDS = `
.card { color: var(--_muted); transition: color .2s; }
.card.active { color: var(--_ink); }
[data-layout=wide] .aside { color: var(--_muted); }
[data-layout=wide] .aside .number { color: inherit; }
[data-layout=wide] .step { min-height: calc(var(--_window) + var(--_over, 0px)); padding-top: 1rem;
  scroll-margin-top: var(--_bar); }
[data-layout=wide] .card-body { position: sticky; top: calc(var(--_bar) + 1rem); padding-bottom: 2rem; }
/* A full-bleed picture lies behind its text, which stands still until the chapter ends: it is where it stays as soon as
   the step crosses the reading line in the middle of the window. */
[data-bleed] .cards { position: relative; z-index: 1; pointer-events: none; }
[data-bleed] .card-body > * { pointer-events: auto; }
[data-bleed] .card-body { transition: opacity .2s; }
[data-bleed] .bleeds .hint { margin-top: .75rem; }
[data-bleed] .bleeds .step:first-child .card-body { margin-top: calc(var(--_bar) - 50vh); }
[data-bleed] .bleeds:not(.active) .card-body,
[data-bleed] .cards:has(.bleeds.active) .card:not(.active) .card-body { opacity: 0; }
[data-bleed] .bleeds:not(.active) .card-body > *,
[data-bleed] .cards:has(.bleeds.active) .card:not(.active) .card-body > * { pointer-events: none; }
.begin { display: none; }
[data-bleed] .cover .begin { display: block; }
[data-bleed] .cover .begin .button { min-height: 44px; min-width: 7rem; margin-top: 1.5rem; gap: .75rem;
  font-size: 1.0625rem; }
[data-bleed] .cover .card-body > :is(p, .kicker) { display: none; }
[data-bleed] .cover h2 { font-size: 4rem; line-height: 1.2; }
[data-bleed] .cover:not(:lang(zh)) h2 { font-size: 2.75rem; }
.kicker { display: flex; align-items: center; gap: .5rem; color: var(--_accent, var(--_ink)); font-weight: 700;
  font-size: .8125rem; line-height: 1.5; margin-bottom: .5rem; }
.kicker::before { content: ""; flex: none; width: 10px; height: 10px; background: var(--_accent, var(--_ink)); }
h2 { font: 700 1.75rem/1.43 ${SERIF}; margin-bottom: 1.25rem; text-wrap: balance; }
/* Chinese words stay whole where a line has room for them: it breaks at punctuation and before amounts. */
h2:lang(zh) { word-break: keep-all; overflow-wrap: anywhere; }
.whole:lang(zh) { word-break: keep-all; }
.one { white-space: nowrap; }
.card p { line-height: 1.65; }
.card p, .sentences p { text-wrap: pretty; }
.card p + p, .sentences p + p { margin-top: .75rem; }
.card p.kicker + p { margin-top: 0; }
.again { font-weight: 700; font-size: .9375rem; color: var(--_muted); }
/* The heading that a guess has kept back. */
.again.answer { font: 700 1.25rem/1.43 ${SERIF}; color: inherit; text-wrap: balance; }
:is(.card, .sentences, .outro) p.notice { color: var(--_muted); font-size: .875rem; margin-top: 1.5rem;
  padding-top: .75rem; border-top: 1px solid var(--_rule); }
`;
