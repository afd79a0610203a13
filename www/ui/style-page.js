// Rules for the picture, and for the page around it in a wide window: bars above and below, the column of text.

export const PAGE = `
.stage { position: relative; min-width: 0; }
/* A layer of its own, all of one colour: otherwise each frame of the canvas has the browser put its pixels on those of
   the page around, piece by piece. */
.view { position: relative; overflow: auto hidden; scrollbar-width: thin; background: var(--_surface);
  will-change: transform; }
/* No line of text is cut through where the picture is higher than its window. */
.stage::after { content: ""; position: absolute; z-index: 1; inset: 0; background: var(--_covers, none);
  pointer-events: none; }
/* A layer is a stack of its own too: a record opened from the table lies in it, and has to lie over the table. */
[data-table] .view { will-change: auto; }
.sheet { position: relative; max-width: none; }
canvas { display: block; touch-action: pan-x pan-y pinch-zoom; }
[data-layout=stepper] canvas { touch-action: pan-y pinch-zoom; }
canvas.over { cursor: pointer; }
.number { display: inline; font-weight: 700; color: var(--_accent, var(--_ink)); text-decoration: underline;
  text-decoration-thickness: 2px; text-underline-offset: 4px; text-align: inherit; white-space: normal; }
.keep { display: inline-block; max-width: 100%; }
.number:hover { text-decoration-thickness: 3px; }
/* Sizes of the page: bars above and below, space at the sides, the column of text, and between it and the picture. */
.frame { --_bar: 3rem; --_foot: 3.5rem; --_side: 1.5rem; --_text: 18rem; --_gutter: 2rem; }
.frame[data-room=large] { --_side: 2rem; --_text: 20rem; --_gutter: 2.5rem; }
.frame[data-room=huge] { --_bar: 3.5rem; --_foot: 4rem; --_side: 3rem; --_text: 25rem; --_gutter: 4rem; }
.frame[data-layout=narrow] { --_bar: 2.75rem; --_foot: 3.25rem; --_side: 1rem; }
.bar { display: none; }
[data-masthead] .bar, [data-layout=wide] .bar, [data-layout=narrow] .bar { display: flex; align-items: center;
  justify-content: space-between; gap: .25rem 1rem; padding: 0 var(--_side); border-bottom: 1px solid var(--_rule);
  background: var(--_surface); }
[data-layout=stepper] .bar { flex-wrap: wrap; padding-block: .5rem; }
:is([data-layout=wide], [data-layout=narrow]) .bar { position: sticky; top: 0; z-index: 4; height: var(--_bar); }
/* They have their place, and no words yet. */
.frame:not([lang]) .tools { visibility: hidden; }
/* On the bar buttons are words and signs without boxes. */
.bar .button { border-color: transparent; padding-inline: .5rem; gap: .35rem; background: none; }
.bar .button:hover { background: var(--_rule); }
.bar .pair .button[aria-pressed=true] { background: none; color: inherit; font-weight: 700; }
.bar .pair .button { color: var(--_muted); padding-inline: .3rem; min-width: 1.75rem; }
@media (pointer: coarse) { .bar .pair .button { min-width: 2.25rem; } }
.bar .tools { flex: none; flex-wrap: nowrap; margin-left: auto; gap: 0 .5rem; }
:is([data-layout=wide], [data-layout=narrow]) .more { display: inline-flex; }
[data-layout=narrow] :is([data-do=sonification], [data-do=share]) span { display: none; }
[data-layout=narrow] [data-do=share].told span { display: block; position: absolute; z-index: 6; right: .5rem;
  top: calc(100% + 4px); padding: .25rem .75rem; border-radius: 4px; background: var(--_ink); color: var(--_surface); }
[data-layout=narrow] .bar .tools { gap: 0; }
[data-layout=narrow] .bar .button { padding-inline: 2px; min-width: 36px; }
[data-layout=narrow] .bar .icon { width: min(1.25rem, 28px); height: min(1.25rem, 28px); }
[data-layout=narrow] .bar { padding-right: .25rem; gap: .25rem; }
.bar .extra { display: none; position: absolute; right: var(--_side); top: calc(100% - 1px); z-index: 6;
  min-width: 12rem; padding: .5rem; background: var(--_surface); border: 1px solid var(--_ink);
  border-radius: 0 0 8px 8px; }
.bar .tools.open .extra { display: grid; gap: 2px; justify-items: stretch; }
.bar .extra .button { justify-content: flex-start; width: 100%; }
.bar .menu-list { position: static; border: 0; padding: 0 0 0 .75rem; }
.bar .seek { width: 100%; }
.seek-words { max-width: 14rem; padding: .25rem .5rem 0; color: var(--_muted); font-size: .8125rem; line-height: 1.4; }
[data-layout=wide] .body { display: grid; grid-template-columns: min(var(--_text), 36%) minmax(0, 1fr);
  column-gap: var(--_gutter); padding: 0 var(--_side); }
[data-layout=wide] { --_window: calc(100vh - var(--_bar) - var(--_foot)); }
@supports (height: 1dvh) { [data-layout=wide] { --_window: calc(100dvh - var(--_bar) - var(--_foot)); } }
[data-layout=wide] .right { position: sticky; top: var(--_bar); height: var(--_window); padding: 1rem 0 .5rem;
  align-self: start; }
[data-layout=wide] .stage, [data-layout=wide] .view { height: 100%; }
.dock:empty { display: none; }
:is([data-layout=wide], [data-layout=narrow]) .dock { position: sticky; bottom: 0; z-index: 3; display: grid;
  align-items: center; min-height: var(--_foot); padding: 0 var(--_side) env(safe-area-inset-bottom);
  background: var(--_surface); border-top: 1px solid var(--_rule); }
[data-layout=wide] .dock { grid-template-columns: min(var(--_text), 36%) minmax(0, 1fr); column-gap: var(--_gutter); }
.dock .transport { padding: 0; flex-wrap: nowrap; }
.dock .button.round { width: 2.5rem; height: 2.5rem; background: none; color: inherit; border-color: transparent; }
.dock .button.round:hover { background: var(--_rule); }
.dock .button.round[aria-disabled=true] { color: var(--_rule); background: none; }
.dock .place { font-weight: 400; color: var(--_muted); }
.dock .place .name, .dock .place-next { display: none; }
@media (pointer: coarse) { .dock .button.round { width: 44px; height: 44px; } }
`;
