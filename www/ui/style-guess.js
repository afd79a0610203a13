// Rules for what a card has after its sentences: a guess and its answer, the end of the story; and for the rail of
// chapters.

export const GUESS = `
.guess { margin-top: .25rem; }
.card .guess > p { line-height: 1.5; margin: 0; }
.guess-how { color: var(--_muted); font-size: .875rem; }
.guess-value { display: flex; align-items: baseline; gap: .4em; flex-wrap: wrap; }
.card .guess > .guess-value { margin: .25rem 0; }
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
.guess.told { margin: .75rem 0 1rem; padding: .25rem 0 .5rem; border: solid var(--_rule); border-width: 1px 0; }
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
`;
