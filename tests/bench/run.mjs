// All measurements, one table. node run.mjs; BENCH_ONLY=bytes,start,frame,scale,memory,native measures some of them, BENCH_RUNS says how
// often (5), WRITE=1 puts the result into the README.md beside this file, between its marks. The numbers go to
// target/bench/results.json.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CEILINGS, measureBytes, measureCrates } from './bytes.mjs';
import { buildPeers, FOLDER } from './build.mjs';
import { measureFrames } from './frame.mjs';
import { measureMemory } from './memory.mjs';
import { measureNative } from './native.mjs';
import { launch, progress, RUNS } from './pages.mjs';
import { measureScale } from './scale.mjs';
import { measureStart } from './start.mjs';
import { asMarkdown, asText, budgetRows, METHOD } from './table.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PARTS = { bytes: measureBytes, start: measureStart, frame: measureFrames, scale: measureScale, memory: measureMemory, native: measureNative };
const only = (process.env.BENCH_ONLY ?? '').split(',').map((word) => word.trim()).filter(Boolean);
const unknown = only.filter((word) => !PARTS[word]);
if (unknown.length > 0) {
  console.error(`bench: BENCH_ONLY knows no ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const write = process.env.WRITE === '1';
const MARKS = /<!-- bench -->[\s\S]*<!-- \/bench -->/;
const README = join(ROOT, 'tests/bench/README.md');
if (write && !MARKS.test(await readFile(README, 'utf8'))) {
  console.error('bench: tests/bench/README.md has no <!-- bench --> … <!-- /bench --> to write between: put both marks where the table shall stand');
  process.exit(2);
}

const packages = await buildPeers();
const measured = {};
const failed = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  progress(name);
  try {
    measured[name] = await measure();
    if (name === 'bytes') measured.crates = await measureCrates();
  } catch (error) {
    // The other parts are worth having all the same.
    failed.push(name);
    console.error(`bench: ${name} could not be measured: ${String(error.stack ?? error).split('\n').slice(0, 4).join('\n  ')}`);
  }
}

const browser = await launch();
const chromium = browser.version();
await browser.close();
const { version } = JSON.parse(await readFile(join(ROOT, 'dist/manifest.json'), 'utf8'));
const facts = {
  date: new Date().toISOString().slice(0, 10), runs: RUNS, cores: cpus().length, duoyuan: version, chromium, node: process.version, packages,
};
const versions = `duoyuan ${version}, Chromium ${chromium} headless with software drawing, ${cpus().length} cores, medians of ${RUNS}; Chart.js ${packages['chart.js']}, ECharts ${packages.echarts}, uPlot ${packages.uplot}, D3 scale ${packages['d3-scale']} and shape ${packages['d3-shape']}`;
const rows = budgetRows(measured, CEILINGS.budgets);
for (const line of asText(measured, rows)) console.log(line);
console.log('');
for (const line of METHOD) console.log(line);
console.log(versions);

const results = join(dirname(FOLDER), 'results.json');
await mkdir(dirname(results), { recursive: true });
await writeFile(results, `${JSON.stringify({ ...facts, budgets: rows, measured }, null, 1)}\n`);
console.log('numbers: target/bench/results.json');
if (write && (failed.length > 0 || only.length > 0)) {
  // Rows that are missing would read as if they had been met.
  console.error('bench: tests/bench/README.md is left as it was: only a whole run is written into it');
} else if (write) {
  const text = await readFile(README, 'utf8');
  // A function, because a replacing text has its own meaning for $.
  await writeFile(README, text.replace(MARKS, () => asMarkdown(measured, rows, { date: facts.date, versions }).join('\n')));
  console.log('written into tests/bench/README.md');
}
process.exit(failed.length > 0 ? 1 : 0);
