// node run.mjs [WORD…]: the tests whose project, file and name have all the words; everything else is Playwright's
// runner.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const literal = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const words = process.argv.slice(2).map((word) => `(?=.*${literal(word)})`);
const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
const options = ['test', ...(words.length > 0 ? ['--grep', `^${words.join('')}`] : [])];
const cwd = fileURLToPath(new URL('.', import.meta.url));
process.exit(spawnSync(process.execPath, [cli, ...options], { cwd, stdio: 'inherit' }).status ?? 1);
