// The element's style as text, by the part of the interface that the rules are for. The order counts: of rules that are
// equally specific the later one holds. Inside names start with --_ so that they never meet the host page's;
// --duoyuan-… is the public way to change a colour.

import { CARDS } from './style-cards.js';
import { CONTROLS } from './style-controls.js';
import { ERRORS } from './style-errors.js';
import { EXPLORING } from './style-exploring.js';
import { FRAME } from './style-frame.js';
import { GUESS } from './style-guess.js';
import { NARROW } from './style-narrow.js';
import { PAGE } from './style-page.js';
import { PANELS, PAPER } from './style-panels.js';
import { RECORD } from './style-record.js';

/** All of it as one text; `make build` makes it small. */
export const STYLE = [FRAME, CONTROLS, PAGE, CARDS, EXPLORING, GUESS, NARROW, ERRORS, RECORD, PANELS, PAPER].join('');
