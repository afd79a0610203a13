// The words of the place where chapters are made.

import { EN } from './words-en.js';
import { ZH } from './words-zh.js';

export const WORDS = { zh: ZH, en: EN };
