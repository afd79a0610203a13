// Rules for buttons, menus and the row that plays and steps.

export const CONTROLS = `
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
