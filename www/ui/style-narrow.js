// Rules for small windows: a phone, where the picture stands above what is read, a low window, and a story step
// by step.

export const NARROW = `
/* On a phone the picture stands above what is read, and never under it. */
[data-layout=narrow] .body { display: flex; flex-direction: column; }
[data-layout=narrow] { --_part: 54; --_screen: 100vh; --_view: min(var(--_part) * var(--_screen) / 100, 44rem);
  --_window: calc(var(--_screen) - var(--_bar) - var(--_view) - var(--_foot)); }
@supports (height: 1svh) { [data-layout=narrow] { --_screen: 100svh; } }
/* Words as wide as those on a tablet are low. */
@media (min-width: 560px) { [data-layout=narrow] { --_part: 61; } }
[data-layout=narrow] .right { order: -1; position: sticky; top: var(--_bar); z-index: 2; min-width: 0;
  border-bottom: 1px solid var(--_rule); margin-bottom: calc(-1 * var(--_grown, 0px)); }
[data-layout=narrow] .view { height: calc(var(--_view) + var(--_grown, 0px)); }
/* What is wider has the space around it that the words have. */
@media (min-width: 560px) { [data-layout=narrow] .right { padding: .5rem .5rem 0; }
  [data-layout=narrow] .view { height: calc(var(--_view) - .5rem + var(--_grown, 0px)); } }
[data-layout=narrow] .step { min-height: calc(var(--_window) + var(--_over, 0px)); padding: 1rem var(--_side) 2rem;
  padding-top: calc(1rem + var(--_grown, 0px));
  scroll-margin-top: calc(var(--_bar) + var(--_view)); }
/* Where words go by under the picture or the bar, none of their lines is cut through. */
[data-layout=narrow] .right::after, .dock::before { content: ""; position: absolute; left: 0; width: 100%;
  background: var(--_surface); pointer-events: none; }
[data-layout=narrow] .right::after { top: calc(100% + 1px); height: var(--_under, 0px); }
.dock::before { bottom: calc(100% + 1px); height: var(--_over-bar, 0px); }
[data-layout=wide] .dock::before { width: calc(var(--_side) + min(var(--_text), 36%)); }
/* The words stay below the picture while it moves, those with too little room there with their last lines. */
[data-layout=narrow] .stays .card-body { position: sticky;
  top: calc(var(--_bar) + var(--_view) + var(--_grown, 0px) + 1rem - var(--_excess, 0px)); }
[data-layout=narrow] .stays { padding-bottom: .5rem; }
/* A question is not left by the way. */
[data-layout=narrow] .step:has(.guess:not(.told)) { margin-bottom: 4rem; }
[data-layout=narrow] .card-body { transition: opacity .2s; }
[data-layout=narrow] :is(.aside, .ended .step):not(:has(:is(button, a, input, select):focus)) .card-body {
  opacity: 0; }
/* What a phone's story ends with goes with the page, and takes the last picture along. */
.outro { display: none; }
[data-layout=narrow] .body:not([hidden]) + .outro:not(:empty) { display: block; padding: 1.5rem var(--_side) 2rem;
  border-top: 1px solid var(--_ink); }
.outro > :first-child, .outro > p.notice:first-child { margin-top: 0; padding-top: 0; border-top: 0; }
/* What is chosen from stands in one row, which a finger moves: what is below it is not pushed out of the window. */
[data-layout=narrow] .cards :is(.themes, .switch) { display: flex; flex-wrap: wrap; gap: .5rem; padding-inline: 0; }
@media (max-width: 559.98px) { [data-layout=narrow] .cards :is(.themes, .switch) { flex-wrap: nowrap;
  overflow: auto hidden; scrollbar-width: none; margin-inline: calc(-1 * var(--_side)); padding: 2px var(--_side); } }
[data-layout=narrow] .cards :is(.theme, .choice) { flex: none; margin: 0; }
[data-layout=narrow] .cards .theme { min-height: 44px; }
[data-layout=narrow] .cards .choice { max-width: 78vw; }
[data-layout=narrow] .cards .switch { margin-top: .5rem; padding-top: 2.25rem; position: relative; border-top: 0; }
[data-layout=narrow] .cards .switch legend { position: absolute; top: .35rem; width: max-content; }
[data-layout=narrow] h2 { font-size: 1.5rem; line-height: 1.34; margin-bottom: .75rem; }
.card p.on { color: var(--_muted); font-size: .9375rem; }
[data-layout=narrow] .again:not(.answer, :last-child) { display: none; }
/* The cover of a phone is one screen: the title above the picture, and the way on in the bar below it. page.css has the
   same title before there is an element. */
.front { display: none; }
[data-layout=narrow] .front:not(:empty) { display: block; order: -2; padding: .5rem var(--_side) 0; }
[data-layout=narrow] .front h2 { font-size: min(2.6rem, 11.2vw); line-height: 1.25; margin: 0; }
[data-layout=narrow] .front:not(:lang(zh)) h2 { font-size: min(1.8rem, 7.6vw); padding-bottom: .25rem; }
[data-layout=narrow] .front:lang(zh) .begin { display: block; }
.front .begin p { color: var(--_muted); font-size: .9375rem; line-height: 1.5rem; }
.front .begin .button { display: none; }
[data-layout=narrow] .cover .step { padding-block: var(--_grown, 0px) 0; }
[data-layout=narrow] .cover .card-body > * { display: none; }
.begins .word { display: none; }
[data-layout=narrow] .begins .word { display: inline; }
/* Where the story is begun it is gone on with: who presses twice goes on. */
[data-layout=narrow] .dock [data-do=next] { width: auto; min-width: 88px; border-radius: 6px; }
[data-layout=narrow] .dock .begins { padding: 0 .5rem 0 .75rem; gap: .25rem; font-size: 1rem; font-weight: 700; }
[data-layout=narrow] .begins .icon { transform: rotate(90deg); }
[data-layout=narrow] .steps:has(.begins) [data-do=previous] { display: none; }
[data-layout=narrow] .dock { grid-template-columns: minmax(0, 1fr) auto; column-gap: .5rem;
  padding-inline: .75rem .25rem; }
[data-layout=narrow] .rail { order: -1; }
[data-layout=narrow] .rail > ol { gap: .4rem; }
[data-layout=narrow] .rail .act > ol { gap: 2px; }
[data-layout=narrow] .where { display: none; }
[data-layout=narrow] .rail p { font-size: .75rem; }
/* Names of acts in letters, and in large print, are wider than their segments: only that of the act being read is
   shown, whole. */
[data-layout=narrow]:is(:not(:lang(zh)), [data-large]) .rail .act p { overflow: visible; }
[data-layout=narrow]:is(:not(:lang(zh)), [data-large]) .rail .act:not(:has([aria-current])) p { visibility: hidden; }
[data-layout=narrow] .dock .steps { gap: 0; }
/* In a window as low as that of a phone on its side the bar goes with the page. */
@media (max-height: 499px) { [data-layout=wide] { --_foot: 2.75rem; --_text: 16.5rem; }
  [data-layout=wide] .bar { position: static; }
  [data-layout=wide] { --_window: calc(100vh - var(--_foot)); }
  [data-layout=wide] .right { top: 0; } [data-layout=wide] .step { scroll-margin-top: 0; }
  [data-layout=wide] .card-body { position: static; } .rail p { display: none; } }
[data-layout=stepper] .body { max-width: 60rem; margin: 0 auto; }
[data-layout=stepper] .view { min-height: var(--_tallest, 0px); }
[data-layout=stepper] .rail { border-top: 1px solid var(--_rule); padding: 0 1rem; }
[data-layout=stepper] .rail p { display: none; }
[data-layout=stepper] .rail > ol { gap: 8px; }
[data-layout=stepper] .transport { padding-inline: 1rem; }
[data-layout=stepper] .right > .transport:not(.rail + *) { border-top: 1px solid var(--_rule); }
[data-layout=stepper][data-small] .transport { padding-inline: .5rem; }
[data-layout=stepper] .extra { display: contents; }
.sentences { padding: .5rem 1rem 1rem; max-width: 42rem; }
[data-layout=stepper]:not([data-small]) .transport { justify-content: space-between; }
`;
