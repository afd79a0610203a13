// Rules for what is said when something fails.

export const ERRORS = `
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
