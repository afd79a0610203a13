// The recorder of draw calls (recorder.js), for pages that are looked at by the checks of picture.mjs.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const RECORDER = fileURLToPath(new URL('../recorder.js', import.meta.url));
export const RECORDER_SOURCE = readFileSync(RECORDER, 'utf8');
