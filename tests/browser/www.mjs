// What the tests take from www/ itself, in one place: modules without a page, and addresses of modules for a page to
// import.

export { sparkline } from '../../www/a11y/braille.js';
export { codeFor } from '../../www/embed/embed-code.js';
export { isId, pathBelow } from '../../www/element/names.js';
export { score, topOf, tracks } from '../../www/a11y/sonification.js';
export { changesBetween } from '../../www/editor/chapters/edits.js';
export { groupsOf } from '../../www/editor/chapters/groups.js';
export { declaredNames, nameAround } from '../../www/editor/chapters/names.js';
export { matching } from '../../www/editor/chapters/search.js';
export { byChapter, nextOpen } from '../../www/editor/check/by-chapter.js';
export { inOrder, whereOf } from '../../www/editor/check/where.js';
export { statementsFor, typedNumbers, worth } from '../../www/editor/chapters/digits.js';
export { lacks, languagesOf, memberOf, textIn } from '../../www/editor/chapters/languages.js';
export { linesOf, moved, reline, spoken } from '../../www/editor/chapters/lines.js';
export { plainStatements } from '../../www/editor/document/plain-statements.js';
export { openQuote, pieces, printed, quoted } from '../../www/editor/document/quotes.js';
export {
  grown,
  idsIn,
  merged,
  placed,
  shifted,
  withChart,
  withoutChart,
  withRow,
} from '../../www/editor/chapters/rows.js';
export { scaleFor } from '../../www/editor/chapters/guess.js';
export { added, following, hueOf, movedScene, newScene, removed } from '../../www/editor/chapters/scenes.js';

/** The canvas renderer, as the tests' server serves it. */
export const RENDERER = '/element/canvas-renderer.js';
