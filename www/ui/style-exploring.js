// Rules for what the reader chooses from beside a picture: lists to compare, the search, the themes of tiles; and
// for the series that then fill the picture.

export const EXPLORING = `
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
`;
