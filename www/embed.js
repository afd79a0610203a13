// The published address of the script that an article puts beside its frames. Its code is in embed/host.js.

import { adoptFrames } from './embed/host.js';

// The folder of the site, also for the embed.js of latest/ or of a version.
adoptFrames(new URL('.', import.meta.url).href.replace(/(?:latest|v\d[^/]*)\/$/, ''));
