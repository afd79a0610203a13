// A test waits for what it expects, never for a time: fixed times are too short on a busy machine and too long on all
// others.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.mjs';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const SLEEPS = [
  /waitForTimeout/,
  /(?<!test\.)\bset(?:Timeout|Interval)\s*\(/, // a test may set its own limit
  /timers\/promises/,
  /Atomics\.wait/,
  /\bsleep\s*\(/,
];
// This file names what it refuses; hosts/ has other makers' pages.
const files = readdirSync(FOLDER, { recursive: true }).filter(
  (name) => /\.m?js$/.test(name) && !/node_modules|^no-sleeps/.test(name),
);

const sleepsIn = (text) =>
  text
    .split('\n')
    .flatMap((line, i) => (SLEEPS.some((sleep) => sleep.test(line)) ? [`line ${i + 1}: ${line.trim()}`] : []));

test('no test sleeps', () => {
  expect(files.length).toBeGreaterThan(30);
  for (const name of files) expect.soft(sleepsIn(readFileSync(FOLDER + name, 'utf8')), name).toEqual([]);
  const sleeping = [
    'await page.waitForTimeout(300);',
    'new Promise((done) => { setTimeout(done, 5); })',
    "import { setTimeout } from 'node:timers/promises';",
  ];
  for (const line of sleeping) expect(sleepsIn(line), 'the check itself').toHaveLength(1);
});
