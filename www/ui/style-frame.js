// The element as a whole: the colours of its themes as custom properties, the two families of fonts, what a host page
// may not change, and what all pieces share.

import { properties } from './colours.js';
import { COLOURS } from './shared.js';

const SYSTEM = { surface: 'Canvas', ink: 'CanvasText', muted: 'CanvasText', rule: 'CanvasText' };

/**
 * Custom properties for a theme's colours, which a page may change by its own.
 * @param {Record<string, string>} colours
 */
export const tokens = (colours) =>
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
export const SERIF = `"Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", SimSun, serif`;

export const FRAME = `
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
