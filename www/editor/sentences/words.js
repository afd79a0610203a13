// The words of the place "sentences".

import { EN } from './words-en.js';
import { ZH } from './words-zh.js';

export const WORDS = { zh: ZH, en: EN };
