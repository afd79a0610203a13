// The element's style as text. Inside names start with --_ so that
// they never meet the host page's; --duoyuan-… is the public way to change a colour.

import { properties } from './colours.js';
import { COLOURS } from './shared.js';

const SYSTEM = { surface: 'Canvas', ink: 'CanvasText', muted: 'CanvasText', rule: 'CanvasText' };

/**
 * Custom properties for a theme's colours, which a page may change by its own.
 * @param {Record<string, string>} colours
 */
const tokens = (colours) =>
  Object.entries(colours)
    .map(([name, colour]) => {
      const own = properties(name).reduceRight((other, property) => `var(${property}, ${other})`, colour);
      return `--_${name}: ${own};`;
    })
    .join(' ');

// Contrast is the reader's own: a page's colours do not reach it.
const system = Object.entries(SYSTEM)
  .map(([name, colour]) => `--_${name}: ${colour};`)
  .join(' ');

const SANS = `"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans SC",
  system-ui, sans-serif`;
const SERIF = `"Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", SimSun, serif`;

const FRAME = `
:host { all: initial; display: block; }
:host([hidden]) { display: none; }
/* Also what a host page forces upon the element itself, with !important, ends here. */
.frame { all: initial; direction: ltr; unicode-bidi: isolate; display: block; ${tokens(COLOURS.light)}
  color-scheme: light; position: relative; background: var(--_surface); color: var(--_ink); min-height: 4rem;
  font: 1.0625rem/1.6 ${SANS}; font-variant-numeric: tabular-nums lining-nums; -webkit-text-size-adjust: 100%;
    overflow-wrap: break-word; }
.frame[data-theme=dark] { ${tokens(COLOURS.dark)} color-scheme: dark; }
.frame[data-theme=contrast] { ${system} color-scheme: light dark; }
.frame[data-theme=contrast], .frame[data-theme=contrast] * { --_accent: CanvasText !important; }
/* What is chosen or current is filled; forced colours would empty it. All of it is in system colours by then. */
@media (forced-colors: active) { .button[aria-pressed=true], .button.main, .dot, .tip, .record::before {
  forced-color-adjust: none; } }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
p, h2, h3, ul, dl, dd, ol, figure { margin: 0; padding: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* Within the frame: below it, it would be something to scroll to. */
.frame > .unseen { bottom: 0; }
.rem { position: absolute; width: 1rem; height: 0; visibility: hidden; }
:focus-visible { outline: 2px solid var(--_ink); outline-offset: 2px; }
button, summary { font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 0;
  cursor: pointer; touch-action: manipulation; }
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
.icon { width: 1.25rem; height: 1.25rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round;
  stroke-linejoin: round; display: block; }
.icon.solid { fill: currentColor; stroke: none; }
`;

const CONTROLS = `
.button { display: inline-flex; align-items: center; justify-content: center; min-width: 2.25rem;
  min-height: 2.25rem; padding: 0 .75rem;
  border: 1px solid var(--_muted); border-radius: 6px; font-size: .9375rem; line-height: 1.2; white-space: nowrap;
    background: var(--_surface); }
.button:hover { border-color: var(--_ink); }
.button[aria-pressed=true], .button.main { background: var(--_ink); border-color: var(--_ink);
  color: var(--_surface); }
.button[aria-disabled=true] { color: var(--_muted); border-color: var(--_rule); cursor: default; }
.button.round { width: min(2.75rem, max(44px, 14vw)); height: min(2.75rem, max(44px, 14vw)); min-width: 0;
  min-height: 0; padding: 0; border-radius: 50%; flex: none; }
.button.quiet { border-color: transparent; }
.button.small { min-height: 2rem; font-size: .875rem; }
@media (pointer: coarse) { .button, .button.small { min-height: 44px; min-width: 44px; } .button.round {
  width: 44px; height: 44px; } }
.pair { display: inline-flex; }
.pair[hidden] { display: none; }
.pair .button { border-radius: 0; }
.pair .button:first-child { border-radius: 6px 0 0 6px; }
.pair .button:last-child { border-radius: 0 6px 6px 0; }
.pair .button + .button { border-left-width: 0; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.menu { position: relative; }
/* Where it would do nothing it is not offered; it keeps its place, as heights are published with it. */
:host([data-without~=downloads]) .menu, :host([data-without~=share]) [data-do=share] { visibility: hidden; }
.menu-list { position: absolute; right: 0; top: calc(100% + 4px); z-index: 6; display: grid; gap: 4px; padding: 6px;
  background: var(--_surface); border: 1px solid var(--_ink); border-radius: 6px; }
[data-layout=stepper] .menu-list { top: auto; bottom: calc(100% + 4px); }
.transport { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: .5rem 0;
  position: relative; }
.steps { display: flex; gap: .5rem; }
.seek { flex: 0 1 8rem; min-width: 5rem; height: 28px; margin: 0; accent-color: var(--_accent, var(--_ink)); }
[data-layout=stepper][data-small] .seek { display: none; }
.where { flex: 1 1 6rem; min-width: 0; line-height: 1.35; }
.place { font-weight: 700; font-size: .9375rem; }
.place .count { white-space: nowrap; margin-right: .35em; }
.place-next { color: var(--_muted); font-size: .8125rem; }
.more { display: none; }
[data-small] .more { display: inline-flex; }
[data-small] .transport { flex-wrap: nowrap; gap: .5rem; }
[data-small] .steps { gap: .25rem; }
[data-layout=stepper][data-small] .tools { display: none; position: absolute; z-index: 6; right: 0; bottom: 100%;
  max-width: min(20rem, 100%); padding: .75rem;
  background: var(--_surface); border: 1px solid var(--_ink); border-radius: 8px; }
[data-layout=stepper][data-small] .tools.open { display: flex; }
[data-layout=stepper][data-small] .menu-list { position: static; display: flex; border: 0; padding: 6px 0 0; }
`;

const STAGE = `
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
`;

const PAGE = `
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
:is(.card, .sentences, .outro) p.notice { color: var(--_muted); font-size: .875rem; margin-top: 1.5rem;
  padding-top: .75rem; border-top: 1px solid var(--_rule); }
.switch { border: 0; border-top: 1px solid var(--_rule); margin: 1.5rem 0 0; padding: .75rem 0 0; min-width: 0; }
.switch legend { float: left; width: 100%; margin-bottom: .5rem; padding: 0; font-weight: 700; font-size: .9375rem; }
.choice { clear: both; position: relative; display: flex; align-items: center; gap: .6rem; min-height: 44px;
  margin-top: .5rem; padding: .25rem .75rem;
  border: 1px solid var(--_rule); font-size: .9375rem; line-height: 1.35; cursor: pointer; }
/* What is come to by keys stands between the picture and the bar, not under them. */
[data-layout=narrow] .cards :is(button, a, input, select, h2, p, .guess, .opened, .choice) {
  scroll-margin: calc(var(--_bar) + var(--_view) + var(--_grown, 0px) + .5rem) 0 calc(var(--_foot) + .5rem); }
.choice:hover { border-color: var(--_muted); }
.choice input { position: absolute; opacity: 0; }
.choice:has(:checked) { background: var(--_hue-6); border-color: var(--_hue-6); color: var(--_surface);
  font-weight: 700; }
.choice:has(:focus-visible) { outline: 2px solid var(--_ink); outline-offset: 2px; }
.choice-name { flex: 1; min-width: 0; }
.choice-count { font-size: .8125rem; font-weight: 400; white-space: nowrap; }
.cells { display: flex; gap: 3px; flex: none; }
.cell { width: 10px; height: 7px; border: 1px solid currentColor; }
.cell.own { background: currentColor; }
@media (forced-colors: active) { .choice:has(:checked) { outline: 3px solid Highlight; } }
.explore { margin-top: 1rem; }
.search { display: block; width: 100%; min-height: 36px; padding: .25rem .75rem; font: inherit; font-size: .9375rem;
  color: inherit; background: var(--_surface); border: 1px solid var(--_muted); border-radius: 6px; }
.search::placeholder { color: var(--_muted); opacity: 1; }
.themes { border: 0; margin: .75rem 0 0; padding: 0; min-width: 0; }
.themes legend { float: left; width: 100%; padding: 0 0 .35rem; color: var(--_muted); font-weight: 700;
  font-size: .8125rem; }
.theme { clear: both; position: relative; display: flex; align-items: center; gap: .75rem; min-height: 34px;
  padding: 0 .5rem 0 0; border-top: 1px solid var(--_rule); font-size: .9375rem; line-height: 1.35; cursor: pointer; }
.theme input { position: absolute; opacity: 0; }
.swatch { flex: none; width: 12px; height: 12px; background: var(--_theme, currentColor); }
.theme-name { flex: 1; min-width: 0; font-weight: 700; }
.theme-count { color: var(--_muted); white-space: nowrap; }
.theme:hover .theme-name { text-decoration: underline; text-underline-offset: 4px; }
.theme:last-child { padding-left: 1.5rem; }
.theme:has(.swatch):has(:checked) { background: var(--_theme, var(--_ink)); color: var(--_surface); padding: 0 .5rem; }
.theme:has(:checked) :is(.theme-count, .swatch) { color: inherit; }
.theme:has(:checked) .swatch { background: currentColor; }
.theme:has(:checked) .theme-count { font-weight: 700; }
.theme:has(:focus-visible) { outline: 2px solid var(--_ink); outline-offset: 2px; }
.card .explore > .found { color: var(--_muted); font-size: .8125rem; line-height: 1.5; margin-top: .75rem; }
@media (forced-colors: active) { .theme:has(:checked) { outline: 3px solid Highlight; } }
[data-layout=narrow] .themes, .sentences .themes { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
:is([data-layout=narrow] .themes, .sentences .themes) > legend { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:is([data-layout=narrow] .themes, .sentences .themes) > .theme { min-height: 36px; gap: .35rem; padding: 0 .75rem;
  border: 1px solid var(--_rule); border-radius: 6px; }
:is([data-layout=narrow] .themes, .sentences .themes) > .theme:has(:checked) {
  border-color: var(--_theme, var(--_ink)); }
:is([data-layout=narrow] .themes, .sentences .themes) .swatch { display: none; }
.opened { margin-top: .75rem; }
.opened:focus-visible { outline-offset: 6px; }
.opened h3 { font-size: .9375rem; margin-top: 1rem; }
.opened dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); font-size: .8125rem; line-height: 1.5;
  border-bottom: 1px solid var(--_rule); }
.opened :is(dt, dd) { padding: .35rem 0; border-top: 1px solid var(--_rule); }
.opened dt { color: var(--_muted); padding-right: 1rem; }
.opened [data-do=only] { margin-top: .5rem; }
.card .opened p { line-height: 1.5; margin: 0; }
.beside { margin-top: 1rem; }
.beside > p { color: var(--_muted); font-weight: 700; font-size: .8125rem; }
.beside > div { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
.beside .button { border-color: var(--_rule); white-space: normal; text-align: left; max-width: 100%; }
.beside select { font: inherit; font-size: .875rem; min-height: 2rem; width: 100%; color: inherit; }
.card .opened .save { margin-top: 1rem; }
.save .button { padding: 0; gap: .5rem; font-weight: 700; }
.save span { display: block; padding-left: 1.75rem; color: var(--_muted); font-size: .8125rem; }
.card .opened .back { margin-bottom: .5rem; }
.back .button { gap: .25rem; padding: 0 .5rem 0 0; margin-left: -.35rem; font-weight: 700; }
:host([data-without~=downloads]) .save { display: none; }
.points { overflow: auto; font-size: .8125rem; line-height: 1.5; }
.points :is(th, td) { padding: .15rem .75rem .15rem 0; vertical-align: baseline; }
.points thead th { font-weight: 700; border-bottom-color: var(--_ink); }
.points tbody :is(th, td:nth-child(2)) { font-weight: 700; white-space: nowrap; }
.points tbody .number { font-weight: 700; white-space: nowrap; }
[data-opened] .points td:nth-child(3) { white-space: nowrap; }
.points caption { font-size: .8125rem; }
[data-opened] .stage { display: flex; flex-direction: column; gap: .5rem; }
[data-opened] .view { flex: 1 1 0; min-height: min(25rem, 75%); }
[data-opened] .stage:has(.two) .view { min-height: min(28rem, 75%); }
[data-opened] .points { flex: 0 1 auto; min-height: 6rem; padding: 0 8px; }
[data-opened] .points:not(.two) caption { display: none; }
.points table + table { margin-top: 1rem; }
.opened .points { margin-top: 1rem; }
/* Beside no picture there is little room: a point has a line for each of its cells. */
.opened .points :is(table, caption, tbody, tr, th, td) { display: block; border: 0; padding: 0; min-width: 0; }
.opened .points thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.opened .points tr { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .75rem; padding: .5rem 0;
  border-bottom: 1px solid var(--_rule); }
.opened .points td:nth-child(n+3) { grid-column: 1 / -1; color: var(--_muted); }
.opened .points td:empty { display: none; }
.guess { margin-top: .25rem; }
.card .guess > p { line-height: 1.5; margin: 0; }
.guess-how { color: var(--_muted); font-size: .875rem; }
.guess-value { display: flex; align-items: baseline; gap: .4em; flex-wrap: wrap; }
.card .guess > .guess-value { margin: .75rem 0 .25rem; }
.guess-value b { font-size: 1.75rem; line-height: 1.2; }
.guess .scale { width: 100%; height: 44px; margin: 4px 0; accent-color: var(--_accent, var(--_ink)); display: block; }
.guess .scale:focus-visible { outline-offset: 0; }
.card .guess > .guess-tools, .guess-tools { display: flex; gap: .75rem; align-items: center; margin: .25rem 0 .75rem; }
[data-layout=narrow] .guess-how:first-child { display: none; }
.guess-tools .button { min-height: 44px; min-width: 6rem; }
/* On a low phone a question of two lines leaves one row for what answers it. */
@media (max-height: 740px) {
  [data-layout=narrow] .guess:not(.told) { display: grid; grid-template-columns: minmax(8rem, 1fr) auto;
    align-items: center; column-gap: 1rem; }
  [data-layout=narrow] .guess:not(.told) > :not(.scale, .guess-tools) { grid-column: 1 / -1; }
}
.guess-tools .quiet { min-width: 0; text-decoration: underline; text-underline-offset: 4px; }
.guess.told { margin-top: 1.5rem; padding-top: .25rem; border-top: 1px solid var(--_ink); }
.guess.told:focus-visible { outline-offset: 6px; }
.guess.told .button { margin-left: auto; text-decoration: underline; text-underline-offset: 4px; }
.guess .verdict { font-weight: 700; }
.end { margin-top: 1.75rem; padding-top: 1rem; border-top: 1px solid var(--_ink); }
.end p { font-weight: 700; line-height: 1.65; margin-bottom: .875rem; }
.end .button { gap: .5rem; min-height: 44px; }
.card .hint { color: var(--_muted); font-size: .875rem; margin-top: 1.25rem; }
.card .number, .sentences .number { color: var(--_accent, var(--_ink)); }
/* A segment a chapter, all alike, with a gap between acts and the act's name below. */
.rail > ol, .rail ol ol { list-style: none; display: flex; margin: 0; padding: 0; }
.rail > ol { gap: 1rem; }
.rail .act { cursor: pointer; flex: var(--_chapters, 1) 1 auto; min-width: 0; }
.rail .act > ol { gap: 3px; }
.rail .act li { flex: 1 1 0; }
.rail a { display: flex; align-items: flex-end; height: 24px; color: inherit; text-decoration: none; }
.rail .dot { width: 100%; height: 4px; background: var(--_rule); }
.rail a:hover .dot { background: var(--_muted); }
.rail .past .dot { background: var(--_ink); }
.rail [aria-current] .dot { height: 8px; background: var(--_accent, var(--_ink)); }
.rail p { font-size: .8125rem; line-height: 1.25rem; color: var(--_muted); white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; }
.rail p:empty { display: none; }
.rail .act:has([aria-current]) p { color: var(--_accent, var(--_ink)); font-weight: 700; }
/* On a phone the picture stands above what is read, and never under it. */
[data-layout=narrow] .body { display: flex; flex-direction: column; }
[data-layout=narrow] { --_view: min(54vh, 36rem); --_window: calc(100vh - var(--_bar) - var(--_view) - var(--_foot)); }
@supports (height: 1svh) { [data-layout=narrow] { --_view: min(54svh, 36rem);
  --_window: calc(100svh - var(--_bar) - var(--_view) - var(--_foot)); } }
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
/* What fits below the picture stays there while the picture moves, and is seen only beside it. */
[data-layout=narrow] .stays .card-body { position: sticky;
  top: calc(var(--_bar) + var(--_view) + var(--_grown, 0px) + 1rem); }
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
[data-layout=narrow] .rail p { font-size: .6875rem; }
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

const ERROR_STYLE = `
.error-panel { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem; border-top: 4px solid var(--_ink); }
.error-panel > * + * { margin-top: .9rem; }
.what { font-weight: 700; }
code { font: .875rem/1.5 ui-monospace, "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
.problems { padding-left: 1.5rem; font-size: .9375rem; }
.problems li + li { margin-top: .6rem; }
.help { color: var(--_muted); }
.problem-panel { position: fixed; z-index: 7; left: 1rem; bottom: 1rem; width: min(34rem, calc(100% - 2rem));
  max-height: 60vh; overflow: auto; padding: 1rem; background: var(--_surface); border: 2px solid var(--_ink);
  border-radius: 6px; }
.problem-panel > * + * { margin-top: .6rem; }
@media (prefers-reduced-motion: reduce) { *, ::before, ::after { transition: none !important;
  scroll-behavior: auto !important; } }
`;

const PIECES = `
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

const PAPER = `
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
  .print section + section { break-before: page; }
  .print canvas { max-width: 100%; height: auto !important; margin-bottom: .5rem; }
  .print table { margin-top: .75rem; font-size: 8.5pt; line-height: 1.35; }
  .print h2 { font-size: 18pt; break-after: avoid; }
  .print tr { break-inside: avoid; }
}
`;

/** All of it as one text; `make build` makes it small. */
export const STYLE = [FRAME, CONTROLS, STAGE, PAGE, ERROR_STYLE, PIECES, PAPER].join('');
